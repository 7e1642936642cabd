"""The print queue: every bill gets its slip once, whatever becomes of printer and process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import PrintMode
from app.domain.slips import PaperMm, PrinterFault, Slip
from app.hardware import receipt_picture
from app.hardware.printer import FakePrinter, PrintAnswer, PrinterTrouble
from app.services import prints
from app.services.prints import NotDrawn, PrintQueued, PrintStanding
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.rewards import redeem
from app.services.shop import Shop
from app.services.voids import SaleUnknown, SaleVoided, undo_sale
from app.station import Station
from app.station import printing as station_printing
from app.station.printing import PrintWorker
from app.storage import prints as rows
from tests.helpers.printers import loopback
from tests.helpers.rewards import give, rewards_document
from tests.helpers.shops import STAFF, enrol, goods, later, new_station, number, sell


class Patient(FakePrinter):
    """Tells when it was asked to print, and can be held up in the middle of a slip."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.heard = threading.Condition()
        self.go_on = threading.Event()
        self.go_on.set()

    def print(self, picture: bytes, name: str) -> PrintAnswer:
        with self.heard:
            self.asked += 1
            self.heard.notify_all()
        assert self.go_on.wait(30)
        answer = super().print(picture, name)
        with self.heard:
            self.heard.notify_all()
        return answer

    def wait_for(self, printed: int) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: len(self.names) >= printed, 30), self.names

    def wait_asked(self, times: int) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.asked >= times, 30)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop", document=rewards_document()) as opened:
        yield opened


@contextmanager
def printing(
    station: Station, printer: FakePrinter | str, mode: PrintMode = "always", paper: PaperMm = 80
) -> Iterator[PrintWorker]:
    """Print through a printer in memory, or the one at an address."""
    address = printer if isinstance(printer, str) else ""
    settings = replace(station.settings, print=mode, printer=address, paper_mm=paper)
    worker = PrintWorker(
        station.shop, settings, printer if isinstance(printer, FakePrinter) else None
    )
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def states(shop: Shop) -> list[tuple[str, str, str]]:
    """(title, state, problem) of every job, in order."""
    with shop.db.cursor(None) as cursor:
        return cursor.execute(
            "SELECT title, state, problem FROM print_job ORDER BY at_ms, id"
        ).fetchall()


def until(condition, what="") -> None:
    """Wait for what a thread will do."""
    waiting = threading.Event()
    for _ in range(3000):
        if condition():
            return
        waiting.wait(0.01)
    raise AssertionError(what or "it never came true")


def test_a_counter_that_closes_draws_no_more_and_owes_all_of_it_still(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    shop, printer = station.shop, Patient()
    with printing(station, FakePrinter()):
        until(lambda: rows_followed(shop) is not None)
    for at in range(3):
        sell(shop, f"B-{at}", 10_000)
    real, begun, drawn = receipt_picture.draw_slip, threading.Event(), []
    worker = PrintWorker(shop, replace(station.settings, print="always"), printer)

    def draw(slip: Slip, dots: int) -> bytes:
        drawn.append(slip.title)
        begun.set()
        assert worker._stopped.wait(30)
        return real(slip, dots)

    with monkeypatch.context() as patch:
        patch.setattr(receipt_picture, "draw_slip", draw)
        worker.start()
        assert begun.wait(30)
        worker.stop()
    assert (drawn, states(shop)) == (["B-0"], [])
    with printing(station, printer):
        printer.wait_for(3)


def rows_followed(shop: Shop) -> int | None:
    with shop.db.cursor(None) as cursor:
        return rows.followed(cursor)


def test_every_bill_return_and_redemption_gets_a_slip_in_order(station: Station):
    shop, printer = station.shop, Patient()
    asha = enrol(shop)
    with printing(station, printer):
        give(shop, asha, 60)
        sale = sell(shop, "B-1", goods("Tea", 30_000), member=asha)
        later(shop, seconds=1)
        ask = ReturnAsk(shop.mint(), "R-1", sale.sale, ((0, 1000),))
        assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)
        later(shop, seconds=1)
        redeem(shop, STAFF, asha, "tea")
        printer.wait_for(3)
    assert [name.rsplit("-", 1)[0] for name in printer.names] == [
        "sale-B-1", "return-R-1", "voucher-Tea-250-g",
    ]  # fmt: skip
    assert {state for _, state, _ in states(shop)} == {"printed"}
    assert rows_job(shop, sale.sale).picture == b"", "a picture is kept until it is on paper"


def test_what_was_recorded_before_printing_was_switched_on_gets_none(station: Station):
    shop, printer = station.shop, Patient()
    sell(shop, "B-1", 5_000)
    with printing(station, printer):
        sell(shop, "B-2", 5_000)
        printer.wait_for(1)
    assert [title for title, _, _ in states(shop)] == ["B-2"]


def test_a_bill_recorded_while_the_counter_was_down_is_printed_if_it_is_fresh(station: Station):
    shop, printer = station.shop, Patient()
    with printing(station, printer):
        until(lambda: prints.follow(shop) is None)
    sell(shop, "B-1", 5_000)
    later(shop, minutes=16)
    sell(shop, "B-2", 5_000)
    with printing(station, printer):
        printer.wait_for(1)
    assert [title for title, _, _ in states(shop)] == ["B-2"]


def test_asked_for_only_prints_nothing_by_itself(station: Station):
    shop, printer = station.shop, Patient()
    with printing(station, printer, "ask") as worker:
        sale = sell(shop, "B-1", 5_000)
        assert shop.printing is worker
        assert worker.again(sale.sale) == PrintQueued("B-1", to_files=True)
        printer.wait_for(1)
        assert worker.again(number("nothing")) == SaleUnknown(number("nothing"))
    assert len(states(shop)) == 1


def test_a_printer_that_is_away_never_holds_up_a_sale_and_prints_later_in_order(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(station_printing, "RETRY_MOST_S", 0.05)
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("no_paper")
    with printing(station, printer) as worker:
        for at in range(3):
            sell(shop, f"B-{at}", 5_000)
            later(shop, seconds=1)
        printer.wait_asked(3)
        until(lambda: worker.standing() == PrintStanding(3, "no_paper"))
        assert states(shop)[0][1:] in (("waiting", "no_paper"), ("printing", ""))
        printer.trouble = None
        printer.wait_for(3)
        until(lambda: worker.standing() == PrintStanding(0, None))
    assert [title for title, _, _ in states(shop)] == ["B-0", "B-1", "B-2"]
    assert printer.names[0].startswith("sale-B-0")


def test_an_undone_bill_whose_slip_still_waits_is_not_printed(station: Station):
    shop, printer = station.shop, Patient()
    printer.go_on.clear()
    with printing(station, printer):
        sell(shop, "B-1", 5_000)
        printer.wait_asked(1)
        later(shop, seconds=1)
        gone = sell(shop, "B-2", 5_000)
        assert isinstance(undo_sale(shop, STAFF, gone.sale), SaleVoided)
        printer.go_on.set()
        printer.wait_for(1)
        sell(shop, "B-3", 5_000)
        printer.wait_for(2)
    assert [title for title, _, _ in states(shop)] == ["B-1", "B-3"]


def test_a_bill_that_is_void_after_its_slip_was_printed_gets_one_that_says_so(station: Station):
    shop, printer = station.shop, Patient()
    with printing(station, printer):
        sale = sell(shop, "B-1", 5_000)
        printer.wait_for(1)
        later(shop, seconds=1)
        assert isinstance(undo_sale(shop, STAFF, sale.sale), SaleVoided)
        printer.wait_for(2)
    assert [name[:8] for name in printer.names] == ["sale-B-1", "sale-B-1"]
    assert len(printer.pictures[1]) != len(printer.pictures[0])


def test_a_slip_that_broke_off_is_printed_again_with_a_mark(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(station_printing, "RETRY_MOST_S", 0.05)
    shop = station.shop
    with loopback(hangs_up_after=300) as printer, printing(station, printer=printer.address):
        sell(shop, "B-1", 5_000)
        until(lambda: states(shop) == [("B-1", "unsure", "cut")])
        printer.hangs_up_after = None
        printer.wait_for(1)
        until(lambda: states(shop) == [("B-1", "printed", "")])
        later(shop, seconds=1)
        sell(shop, "B-1A", 5_000)
        printer.wait_for(2)
    marked, plain = printer.whole
    assert len(marked) > len(plain), "the mark is a band above the picture"


def rows_job(shop: Shop, job: str):
    with shop.db.cursor(None) as cursor:
        return rows.by_id(cursor, job)


@pytest.mark.parametrize("state", ["waiting", "printing", "unsure"])
def test_a_process_that_died_leaves_a_slip_that_is_printed(station: Station, state):
    """At worst twice, never not at all: what was on its way comes again, marked."""
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("away")
    with printing(station, printer):
        sale = sell(shop, "B-1", 5_000)
        printer.wait_asked(1)
        until(lambda: states(shop) == [("B-1", "waiting", "away")])
    plain = rows_job(shop, sale.sale).picture
    shop.db.writer.run(lambda tx: rows.put_state(tx.cursor, sale.sale, state, ""))
    after = Patient()
    with printing(station, after):
        after.wait_for(1)
    assert (after.pictures == [plain]) == (state == "waiting")


def test_a_slip_too_wide_for_the_paper_is_given_up_and_the_next_goes_on(station: Station):
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("too_wide")
    with printing(station, printer):
        sell(shop, "B-1", 5_000)
        printer.wait_asked(1)
        until(lambda: states(shop) == [("B-1", "failed", "too_wide")])
        printer.trouble = None
        later(shop, seconds=1)
        sell(shop, "B-2", 5_000)
        printer.wait_for(1)
    assert states(shop)[1][:2] == ("B-2", "printed")


@pytest.mark.expects_log("a slip could not be printed")
def test_a_slip_that_cannot_be_drawn_lets_those_behind_it_out_and_is_printed_when_asked(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(station_printing, "RETRY_MOST_S", 0.05)
    shop, printer = station.shop, Patient()
    draw, tries = PrintWorker._draw, []

    def balks(worker: PrintWorker, slip: Slip) -> bytes:
        if slip.title == "B-1":
            tries.append(slip)
            raise ZeroDivisionError
        return draw(worker, slip)

    monkeypatch.setattr(PrintWorker, "_draw", balks)
    with printing(station, printer) as worker:
        bad = sell(shop, "B-1", 5_000)
        later(shop, seconds=1)
        sell(shop, "B-2", 5_000)
        printer.wait_for(1)
        until(lambda: worker.standing() == PrintStanding(0, None, aside=1))
        assert len(tries) == prints.TRIES
        assert {one[1:] for one in states(shop)} == {("failed", "undrawn"), ("printed", "")}
        assert worker.again(bad.sale) == NotDrawn()
        assert worker.standing().aside == 1

        monkeypatch.setattr(PrintWorker, "_draw", draw)
        assert worker.again(bad.sale) == PrintQueued("B-1", to_files=True)
        printer.wait_for(2)
        until(lambda: worker.standing() == PrintStanding(0, None))
    assert [name[:8] for name in printer.names] == ["sale-B-2", "sale-B-1"]


@pytest.mark.expects_log("a slip could not be printed")
def test_a_slip_a_printer_breaks_down_over_lets_those_behind_it_out(
    station: Station, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(station_printing, "RETRY_MOST_S", 0.05)

    class Balks(Patient):
        def print(self, picture: bytes, name: str) -> PrintAnswer:
            if name.startswith("sale-B-1"):
                raise ZeroDivisionError
            return super().print(picture, name)

    shop, printer = station.shop, Balks()
    with printing(station, printer) as worker:
        sell(shop, "B-1", 5_000)
        later(shop, seconds=1)
        sell(shop, "B-2", 5_000)
        printer.wait_for(1)
        until(lambda: worker.standing() == PrintStanding(0, None, aside=1))
    assert states(shop) == [("B-1", "failed", "undrawn"), ("B-2", "printed", "")]


def test_what_was_left_out_hours_ago_is_told_no_more(station: Station):
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("too_wide")
    with printing(station, printer) as worker:
        sell(shop, "B-1", 5_000)
        until(lambda: worker.standing() == PrintStanding(0, None, aside=1))
        later(shop, hours=5)
        printer.trouble = None
        sell(shop, "B-2", 5_000)
        until(lambda: worker.standing() == PrintStanding(0, None))
    # It is kept all the same, and B-2 came out.
    assert states(shop) == [("B-1", "failed", "too_wide"), ("B-2", "printed", "")]


def test_what_comes_out_at_last_was_left_out_no_more(station: Station):
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("too_wide")
    with printing(station, printer) as worker:
        sale = sell(shop, "B-1", 5_000)
        until(lambda: worker.standing() == PrintStanding(0, None, aside=1))
        later(shop, seconds=1)
        worker.again(sale.sale)
        until(lambda: worker.standing() == PrintStanding(0, None, aside=1))
        printer.trouble = None
        worker.again(sale.sale)
        printer.wait_for(1)
        until(lambda: worker.standing() == PrintStanding(0, None))


def test_an_address_nobody_understands_is_told(station: Station):
    with printing(station, "somewhere") as worker:
        sell(station.shop, "B-1", 5_000)
        until(lambda: worker.standing() == PrintStanding(1, "address"))
    assert states(station.shop)[0][:2] == ("B-1", "waiting")


def test_a_printer_that_takes_no_more_is_said_to_be_stuck(station: Station):
    shop, printer = station.shop, Patient()
    printer.go_on.clear()
    with printing(station, printer) as worker:
        sell(shop, "B-1", 5_000)
        printer.wait_asked(1)
        assert worker.standing().fault is None
        later(shop, seconds=21)
        assert worker.standing() == PrintStanding(1, "stuck")
        printer.go_on.set()
        printer.wait_for(1)
        until(lambda: worker.standing() == PrintStanding(0, None))


def test_old_slips_are_tidied_and_those_nobody_waits_for_given_up(station: Station):
    shop, printer = station.shop, Patient()
    printer.trouble = PrinterTrouble("away")
    with printing(station, printer):
        sell(shop, "B-1", 5_000)
        printer.wait_asked(1)
        until(lambda: states(shop) == [("B-1", "waiting", "away")])
    later(shop, hours=5)
    prints.tidy(shop)
    assert states(shop) == [("B-1", "failed", "late")]
    later(shop, days=8)
    prints.tidy(shop)
    assert states(shop) == []


def test_without_a_printer_slips_are_files_under_their_bill(station: Station):
    shop = station.shop
    with printing(station, "", paper=58):
        sell(shop, "B/1 é", 5_000)
        until(lambda: [state for _, state, _ in states(shop)] == ["printed"])
    (file,) = (shop.folder / "slips").iterdir()
    assert file.name.startswith("sale-B-1-")


@pytest.mark.parametrize("fault", ["away", "no_paper", "cover_open", "fault", "cut", "disk"])
def test_a_job_begun_once_stays_unsure_whatever_comes_after(station: Station, fault: PrinterFault):
    shop = station.shop
    with printing(station, FakePrinter(), "ask") as worker:
        pass
    shop.db.writer.run(
        lambda tx: rows.insert(
            tx.cursor, rows.JobRow("a" * 32, "sale", "B", 1, b"", "waiting", 0, "")
        )
    )
    job = prints.take(shop)
    assert job is not None
    prints.not_printed(shop, job, fault, begun=True)
    again = prints.take(shop)
    assert again is not None
    assert again.unsure
    prints.not_printed(shop, again, fault, begun=False)
    assert states(shop) == [("B", "unsure", fault)]
    assert worker.standing().waiting == 0
