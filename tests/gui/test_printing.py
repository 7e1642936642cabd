"""Slips at the counter's window: Ctrl+P, the list of sales, and the strip when paper is out."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.config import read_settings
from app.hardware.printer import FakePrinter, PrinterTrouble
from app.services.prints import PrintStanding
from app.services.shop import Shop
from app.station.printing import PrintWorker
from tests.helpers.counter import Counter
from tests.helpers.redemption import TEA, Redemption

pytestmark = pytest.mark.slow


@contextmanager
def printing(shop: Shop) -> Iterator[FakePrinter]:
    """Print the shop's slips on a printer in memory."""
    fake = FakePrinter()
    settings = replace(read_settings(shop.folder), printer="tcp://127.0.0.1:9")
    worker = PrintWorker(shop, settings, fake)
    worker.start()
    try:
        yield fake
    finally:
        worker.stop()


@pytest.fixture
def printer(counter: Counter) -> Iterator[FakePrinter]:
    with printing(counter.shop) as fake:
        yield fake


def until(condition) -> None:
    """Wait for what the printing thread will do."""
    for _ in range(3000):
        if condition():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it never came true")


def press(counter: Counter) -> None:
    QTest.keyClick(counter.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    counter.jobs.drain()


def sentence(counter: Counter) -> str:
    return str(counter.app.station.printing.props.sentence)


def standing(counter: Counter) -> PrintStanding | None:
    return counter.shop.printing.standing() if counter.shop.printing else None


def test_ctrl_p_prints_the_last_sale_again(counter: Counter, printer: FakePrinter):
    press(counter)
    until(lambda: printer.names)
    assert printer.names[0].startswith("sale-B-")
    assert sentence(counter).endswith("is being printed again.")


def test_the_chosen_sale_of_the_list_is_printed_by_the_same_key(
    counter: Counter, printer: FakePrinter
):
    counter.vm.openPanel("sales")
    counter.jobs.drain()
    sales = counter.vm.todaysSales
    press(counter)
    assert printer.names == [], "nothing is chosen yet"
    sales.choose(1)
    press(counter)
    until(lambda: printer.names)
    assert counter.vm.props.kind == "good"
    assert counter.vm.props.message.endswith("is being printed again.")


def test_trouble_stands_across_the_screen_until_it_is_over(counter: Counter, printer: FakePrinter):
    printer.trouble = PrinterTrouble("no_paper")
    press(counter)
    station = counter.app.station
    until(lambda: standing(counter) == PrintStanding(1, "no_paper"))
    station.look()
    assert sentence(counter) == ("The slip printer has no paper. Put in a new roll. 1 slip waits.")
    printer.trouble = None
    counter.shop.wake()
    until(lambda: standing(counter) == PrintStanding())
    station.look()
    assert "paper" not in sentence(counter)


def test_where_slips_are_off_the_key_says_so(counter: Counter):
    press(counter)
    assert sentence(counter) == "Slips are switched off on this counter."


def test_the_redemption_screen_prints_a_voucher_again(desk: Redemption):
    with printing(desk.shop) as fake:
        desk.scan(desk.chosen(TEA).number)
        desk.window.grabWindow()
        desk.key(Qt.Key.Key_F6)
        assert desk.vm.props.note == "The slip is being printed."
        until(lambda: fake.names)
    assert fake.names[0].startswith("voucher-")
