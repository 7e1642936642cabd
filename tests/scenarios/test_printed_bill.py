"""A counter in a window of its own with a real network printer: bills, slips, and no paper."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.config import read_settings, write_settings
from app.services.clocks import SetClock, SystemClock
from app.services.staff import StaffSaved, set_staff
from tests.helpers.driven_screen import Screen, screens
from tests.helpers.printers import FINE, loopback
from tests.helpers.shops import new_station

pytestmark = [pytest.mark.process, pytest.mark.slow]

PIN = "4826"


def sell(counter: Screen, amount: str, number: str = "") -> None:
    """Sell by amount; the number of the bill is typed, or the next one is there already."""
    counter.type(amount)
    if number:
        counter.press("Return")
        counter.type(number)
    counter.press("F12")
    counter.see("Recorded")


def test_bills_are_printed_and_wait_while_there_is_no_paper(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder, SetClock(SystemClock().now())) as station:
        assert isinstance(set_staff(station.shop, "", "Asha Rao", "owner", pin=PIN), StaffSaved)
    with loopback() as printer:
        settings = read_settings(folder)
        write_settings(folder, replace(settings, print="always", printer=printer.address))
        with screens({"counter": folder}, tmp_path) as shown:
            counter = shown["counter"]
            counter.tap("Asha Rao")
            counter.type(PIN)
            counter.press("Return")
            counter.see("Amount of the bill")
            sell(counter, "600", "B-1")
            printer.wait_for(1)
            printer.offline = FINE | 0x20
            sell(counter, "70")
            counter.see("The slip printer has no paper. Put in a new roll. 1 slip waits.")
            printer.offline = FINE
            printer.wait_for(2)
            assert counter.complaints() == ""
    assert len(printer.whole) == 2
