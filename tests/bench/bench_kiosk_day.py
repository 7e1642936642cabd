"""A kiosk's long day: what it holds in memory, and how soon it shows what happened elsewhere.

Windows, files and the hub are real; the clock of idle time and of the attract loop is driven.
"""

import argparse
import gc
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

WARM_UP, VISITS = 200, 2000
BILLS = 3000
"""Sold before, as in any shop in use: its files are larger than what is kept of them in memory."""
LIMIT_MB = 5
HOURS = 8
BEAT_MS = 500
"""How often a kiosk looks at its clock."""
SALES, REDEEMED = 60, 30
LIMIT_S = 2
PATIENCE_S = 20.0
PROMISES = """
[station]
pin_from_coins = 0

[[reward]]
id = "tea"
title = { en = "Tea, 250 g" }
kind = "item"
coins = 10
skus = ["T1"]
"""


@dataclass
class Kiosk:
    """A kiosk's window over an open station; `clock` is the time its idle time is counted by."""

    station: Any
    vm: Any
    scanner: Any
    frames: list[int]
    clock: list[int]
    events: Callable[[], None]

    def until(self, holds: Callable[[], object]) -> None:
        """Let Qt work until something holds."""
        until(self.events, holds)

    def wait_rows(self, rows: Any, count: int = 1) -> None:
        """Wait for so many rows."""
        self.until(lambda: len(rows.rows) >= count)

    def painted(self) -> None:
        """Let the next frame be drawn."""
        before = self.frames[0]
        self.until(lambda: self.frames[0] > before)


def until(events: Callable[[], None], holds: Callable[[], object]) -> None:
    """Let Qt work until something holds; raise TimeoutError when it takes too long."""
    end = perf_counter() + PATIENCE_S
    while not holds():
        events()
        if perf_counter() > end:
            raise TimeoutError("what was waited for never came")


@contextmanager
def kiosk_at(station: Any) -> Iterator[Kiosk]:
    """Show the kiosk of a station."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

    from app.hardware.scanner_fake import FakeScanner
    from app.ui.application import new_application
    from app.ui.jobs import ThreadJobs
    from app.ui.kiosk_window import KioskWindow

    application = new_application()

    def events() -> None:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        # Outside of `exec` nothing else does this: screens that went would stay.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    jobs, scanner, clock, frames = ThreadJobs(), FakeScanner(), [0], [0]
    scanner.start()
    shown = KioskWindow(station.shop, jobs, scanner, "en", station.status, lambda: clock[0])
    try:
        window = shown.load()
        window.resize(1280, 800)
        window.frameSwapped.connect(lambda: frames.__setitem__(0, frames[0] + 1))
        kiosk = Kiosk(station, shown.station, scanner, frames, clock, events)
        kiosk.painted()
        yield kiosk
    finally:
        shown.close()
        jobs.close()
        QCoreApplication.processEvents()


def resident_mb() -> float:
    """Return what this process holds in memory, rubbish not counted."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


# ---------------------------------------------------------------- memory


def memory(folder: Path, bills: int, visits: int, hours: float) -> None:
    """Print what many visits, and then hours without one, leave in memory."""
    from app.services.members import MemberView, open_member
    from app.station import open_station
    from tests.helpers.counter import furnish

    ids = furnish(folder)
    with open_station(folder, background=False) as station, kiosk_at(station) as kiosk:
        views = [one for one in (open_member(station.shop, one) for one in ids)
                 if isinstance(one, MemberView)]  # fmt: skip
        sell_to_nobody(station, bills)
        for at in range(WARM_UP):
            visit(kiosk, views[at % 2], at)
        before = resident_mb()
        for at in range(WARM_UP, WARM_UP + visits):
            visit(kiosk, views[at % 2], at)
        grown = resident_mb() - before
        print(f"  memory: {before:.0f} MB after {WARM_UP} visits, {visits} more: {grown:+.1f} MB"
              f" (limit {LIMIT_MB})")  # fmt: skip
        attract(kiosk, hours / HOURS)
        before = resident_mb()
        turns = attract(kiosk, hours)
        grown = resident_mb() - before
        print(f"  memory: {grown:+.1f} MB after {hours:g} hours of the attract loop, {turns} turns")


def sell_to_nobody(station: Any, bills: int) -> None:
    """Let the shop's files grow."""
    from app.domain.bills import Bill, amount_line
    from app.services.sales import SaleRecorded, record_sale

    for at in range(bills):
        bill = Bill(station.shop.mint(), f"X-{at}", (amount_line(20_000),))
        assert isinstance(record_sale(station.shop, "", bill), SaleRecorded)
        if at % 100 == 99:
            station.pump()


def visit(kiosk: Kiosk, view: Any, at: int) -> None:
    """Buy something; then the member comes in, sees what is new and two screens, and goes."""
    from app.domain.bills import Bill, amount_line
    from app.services.sales import SaleRecorded, record_sale

    vm, shop = kiosk.vm, kiosk.station.shop
    bill = Bill(shop.mint(), f"D-{at}", (amount_line(50_000),), member=view.member)
    assert isinstance(record_sale(shop, "", bill), SaleRecorded)
    kiosk.station.pump()
    kiosk.scanner.scan(view.cards[-1].number)
    kiosk.until(lambda: vm.screen == "moments" and vm.moments.kind)
    kiosk.painted()
    while vm.screen == "moments":
        vm.moments.goOn()
    kiosk.until(lambda: vm.homeScreen.ready)
    kiosk.painted()
    vm.go("rewards")
    kiosk.until(lambda: vm.rewards.coins)
    kiosk.painted()
    vm.go("history")
    kiosk.wait_rows(vm.history.entries)
    kiosk.painted()
    vm.finish()
    kiosk.painted()


def attract(kiosk: Kiosk, hours: float) -> int:
    """Let so many hours pass with nobody there; return how often the slides changed."""
    turns = 0
    for at in range(int(hours * 3_600_000 / BEAT_MS)):
        before = kiosk.vm.attract.turn
        kiosk.clock[0] += BEAT_MS
        kiosk.vm.beat()
        if kiosk.vm.attract.turn != before:
            turns += 1
            kiosk.painted()
        elif at % 16 == 0:
            kiosk.events()
    return turns


# ---------------------------------------------------------------- news


def news(folder: Path) -> None:
    """Print how soon a sale is on the kiosk, and what was chosen there on the redemption screen."""
    from app.services.clocks import SystemClock
    from app.station import open_station
    from app.station.premises import port_of, premises_of, set_up
    from tests.helpers.hub_process import HubProcess
    from tests.helpers.people import owner_of
    from tests.helpers.shops import document_of, enrol, new_station

    document, clock = document_of() + PROMISES, SystemClock()
    with new_station(folder / "shop", clock, document=document) as station:  # type: ignore[arg-type]
        member = enrol(station.shop)
        owner_of(station.shop)
    premises = premises_of(folder / "shop")
    set_up(premises)
    hub = HubProcess(premises.hub, premises.store, port_of(premises))
    hub.start()
    with ExitStack() as opened:
        opened.callback(hub.stop)
        counter, here, desk = (
            opened.enter_context(open_station(one)) for one in premises.stations.values()
        )
        kiosk = opened.enter_context(kiosk_at(here))
        kiosk.until(lambda: all(one.status().online for one in (counter, here, desk)))
        tell("a sale at the counter on the kiosk", sales_seen(kiosk, counter.shop, member))
        tell("a reward taken at the kiosk on the redemption screen", waiting_seen(kiosk, desk))


def sales_seen(kiosk: Kiosk, counter: Any, member: str) -> list[float]:
    """Sell while the member stands before the kiosk; return the seconds until it shows that."""
    kiosk.vm.arrive(member)
    kiosk.until(lambda: kiosk.vm.screen == "moments")
    while kiosk.vm.screen == "moments":
        kiosk.vm.moments.goOn()
    kiosk.until(lambda: kiosk.vm.homeScreen.ready)
    return [sale_seen(kiosk, counter, member, f"N-{at}") for at in range(SALES)]


def sale_seen(kiosk: Kiosk, counter: Any, member: str, bill: str) -> float:
    """Sell something; return the seconds until the kiosk has painted the member's new coins."""
    from tests.helpers.shops import sell

    before = kiosk.vm.homeScreen.coins
    sell(counter, bill, 100_000, member=member)
    began = perf_counter()
    kiosk.until(lambda: kiosk.vm.homeScreen.coins != before)
    kiosk.painted()
    return perf_counter() - began


def waiting_seen(kiosk: Kiosk, desk: Any) -> list[float]:
    """Take rewards at the kiosk; return the seconds until the redemption screen calls each."""
    from app.hardware.scanner_fake import FakeScanner
    from app.ui.jobs import ThreadJobs
    from app.ui.redemption_window import RedemptionWindow

    jobs = ThreadJobs()
    shown = RedemptionWindow(desk.shop, jobs, FakeScanner(), "en", desk.status)
    shown.load()
    root: Any = shown.station
    waiting, rewards, took = root.waiting, kiosk.vm.rewards, []
    try:
        kiosk.wait_rows(root.signIn.people)
        root.signIn.choose(0)
        root.signIn.typePin("4826")
        root.signIn.submit()
        kiosk.until(lambda: root.screen == "desk")
        kiosk.vm.go("rewards")
        for at in range(REDEEMED):
            kiosk.until(lambda: rewards.within.rows and not rewards.busy)
            rewards.look("tea")
            rewards.take()
            rewards.confirm()
            began = perf_counter()
            kiosk.wait_rows(waiting.rows, at + 1)
            took.append(perf_counter() - began)
            kiosk.until(lambda: rewards.step == "done")
            rewards.back()
    finally:
        shown.close()
        jobs.close()
    return took


def tell(what: str, took: list[float]) -> None:
    """Print the median and the worst but a twentieth, in milliseconds."""
    p50, p95 = statistics.median(took), sorted(took)[int(len(took) * 0.95)]
    print(f"  {what}: p50 {1000 * p50:.0f} ms, p95 {1000 * p95:.0f} ms (limit {1000 * LIMIT_S})")


def main() -> None:
    """Measure a day."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--visits", type=int, default=VISITS)
    parser.add_argument("--hours", type=float, default=HOURS)
    parser.add_argument("--bills", type=int, default=BILLS, help="sold before; 0 = a new shop")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        news(Path(name))
        shop = Path(name) / "day"
        shop.mkdir()
        memory(shop, asked.bills, asked.visits, asked.hours)


if __name__ == "__main__":
    main()
