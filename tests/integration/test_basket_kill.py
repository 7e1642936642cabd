"""A counter that is killed while it records a bill of the till: one sale, or none and it waits."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.services.baskets import OpenedBasket, SameBasket, open_basket, take_basket
from app.services.open_sales import sale_of
from app.services.sales import SaleRecorded, record_sale
from app.station.examining import examine
from tests.helpers import people
from tests.helpers.baskets import sent
from tests.helpers.tree import ROOT

pytestmark = [pytest.mark.process, pytest.mark.slow]

RECORD = """
import sys
from pathlib import Path
from app.services.baskets import open_basket
from app.services.sales import record_sale
from app.services.clocks import SetClock
from app.station import open_station
from tests.helpers import people
folder, point = Path(sys.argv[1]), sys.argv[2]
with open_station(folder, SetClock(people.NOON), background=False, failpoint=point) as station:
    record_sale(station.shop, people.CELL, open_basket(station.shop, "till-7", "1").draft.bill)
"""


@pytest.mark.parametrize("point", ["journal.written", "journal.committed"])
def test_a_kill_leaves_one_sale_or_a_bill_that_waits(tmp_path: Path, point: str) -> None:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _clock):
        take_basket(shop, sent())
    command = [sys.executable, "-c", RECORD, str(tmp_path), point]
    killed = subprocess.run(command, cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    with people.opened(tmp_path) as (station, shop, _clock):
        again = take_basket(shop, sent())
        assert isinstance(again, SameBasket)
        found = open_basket(shop, "till-7", "1")
        if point == "journal.written":
            assert again.state == "waiting"
            assert isinstance(found, OpenedBasket)
            # Another number: nothing but the basket itself keeps it from counting twice.
            bill = replace(found.draft.bill, number="Z-9")
            assert isinstance(record_sale(shop, people.CELL, bill), SaleRecorded)
        else:
            assert again.state == "recorded"
            assert not isinstance(found, OpenedBasket)
            assert sale_of(shop, again.sale) is not None
        station.pump()
    assert not examine(tmp_path).findings
