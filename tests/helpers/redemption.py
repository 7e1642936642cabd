"""A redemption screen in a real window over a real shop, and what members do meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from app.hardware.scanner_fake import FakeScanner
from app.services.clocks import SetClock
from app.services.members import MemberView, open_member
from app.services.rewards import RewardRedeemed, redeem
from app.services.shop import Shop
from app.services.vouchers import VoucherView, find_voucher
from app.station import open_station
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.redemption_window import RedemptionWindow
from tests.helpers.counter import NOON, PINS
from tests.helpers.keys import items, press
from tests.helpers.rewards import give

TEA, COFFEE, OFF, CREDIT = "tea-250", "coffee-sample", "fifty-off", "credit-100"


@dataclass
class Redemption:
    """What a test drives and looks at."""

    shop: Shop
    clock: SetClock
    jobs: ManualJobs
    scanner: FakeScanner
    app: Any  # a RedemptionWindow; Qt properties hide the types of what they return
    window: QQuickWindow
    member: MemberView
    other: MemberView
    chimes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def root(self) -> Any:
        """The root of the view models."""
        return self.app.station

    @property
    def vm(self) -> Any:
        """What fills the screen."""
        return self.root.handOver

    def sign_in(self, name: str = "Meera") -> None:
        """Sign in through the view model."""
        self.jobs.drain()
        sign_in = self.root.signIn
        sign_in.choose([row.name for row in sign_in.people.rows].index(name))
        sign_in.typePin(PINS[name])
        sign_in.submit()
        self.jobs.drain()

    def scan(self, text: str) -> None:
        """Scan a code and wait for the answer."""
        self.scanner.scan(text)
        self.jobs.drain()

    def type(self, text: str) -> None:
        """Type a text by hand and look it up."""
        self.vm.typeText(text)
        self.vm.submit()
        self.jobs.drain()

    def key(self, key: Any, text: str = "") -> None:
        """Press a key in the window and wait for what comes of it."""
        press(self.window, key, text)
        self.jobs.drain()

    def tap(self, name: str) -> None:
        """Touch what is called so, and wait for what comes of it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.grabWindow()
        for item in items(self.window.contentItem()):
            if name in (item.property("text"), item.property("title")) and (
                item.metaObject().indexOfSignal("clicked()") >= 0 and item.isEnabled()
            ):
                at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
                QTest.mouseClick(
                    self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
                )
                self.jobs.drain()
                QCoreApplication.processEvents()
                return
        raise AssertionError(f"nothing to tap is called {name}")

    def status_of(self, number: str) -> str:
        """Return how a voucher stands."""
        found = find_voucher(self.shop, number)
        assert isinstance(found, VoucherView)
        return found.held.status

    def act(self) -> None:
        """Do what Enter does and wait for the outcome."""
        self.vm.act()
        self.jobs.drain()

    def news(self) -> None:
        """Let the screen look whether anything happened."""
        self.root.look()
        self.jobs.drain()

    def chosen(
        self, reward: str = TEA, member: MemberView | None = None, *, pickup: bool = True
    ) -> RewardRedeemed:
        """Let a member choose a reward, as at a kiosk, with coins enough for it."""
        who = (member or self.member).member
        self.clock.at += timedelta(seconds=1)
        give(self.shop, who, 500)
        got = redeem(self.shop, "", who, reward, pickup=pickup)
        assert isinstance(got, RewardRedeemed), got
        return got


@contextmanager
def redemption_in(
    folder: Path,
    ids: tuple[str, str],
    language: str = "en",
    status: Callable[[], SyncStatus] = SyncStatus,
) -> Iterator[Redemption]:
    """Open the redemption screen over the shop; nobody is signed in yet."""
    with open_station(folder, SetClock(NOON), background=False) as station:
        jobs, scanner, chimes = ManualJobs(), FakeScanner(), list[str]()
        scanner.start()
        app = RedemptionWindow(
            station.shop, jobs, scanner, language, status, lambda: chimes.append("rung")
        )
        warnings: list[str] = []
        app.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
        try:
            window = app.load()
            views = [open_member(station.shop, one) for one in ids]
            assert isinstance(views[0], MemberView)
            assert isinstance(views[1], MemberView)
            jobs.drain()
            # Only a window that has been shown and made active hears keys.
            QCoreApplication.processEvents()
            clock = station.shop.clock
            assert isinstance(clock, SetClock)
            yield Redemption(
                station.shop,
                clock,
                jobs,
                scanner,
                app,
                window,
                views[0],
                views[1],
                chimes,
                warnings,
            )
        finally:
            app.close()
        assert not warnings, "QML warned:\n" + "\n".join(warnings)
