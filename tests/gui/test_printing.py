"""Slips at the counter's window: Ctrl+P, the list of sales, and the strip when paper is out."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.config import read_settings
from app.hardware.printer import FakePrinter, PrinterTrouble
from app.services.prints import PrintStanding
from app.station.printing import PrintWorker
from tests.helpers.counter import Counter, counter_in, furnish

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("shop")
    return folder, furnish(folder)


@pytest.fixture
def counter(furnished, qapp):
    with counter_in(*furnished) as opened:
        opened.sign_in()
        yield opened


@pytest.fixture
def printer(counter: Counter):
    fake = FakePrinter()
    settings = replace(read_settings(counter.shop.folder), printer="tcp://127.0.0.1:9")
    worker = PrintWorker(counter.shop, settings, fake)
    worker.start()
    yield fake
    worker.stop()


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
    return counter.app.station.printing.props.sentence


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
    until(lambda: counter.shop.printing.standing() == PrintStanding(1, "no_paper"))
    station.look()
    assert sentence(counter) == ("The slip printer has no paper. Put in a new roll. 1 slip waits.")
    printer.trouble = None
    counter.shop.wake()
    until(lambda: counter.shop.printing.standing() == PrintStanding())
    station.look()
    assert "paper" not in sentence(counter)


def test_where_slips_are_off_the_key_says_so(counter: Counter):
    press(counter)
    assert sentence(counter) == "Slips are switched off on this counter."
