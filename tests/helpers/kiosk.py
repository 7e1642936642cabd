"""A kiosk in a real window over the counter's furnished shop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from app.hardware.scanner import Scanner
from app.hardware.scanner_fake import FakeScanner
from app.services.clocks import SetClock
from app.services.members import MemberView, open_member
from app.services.shop import Shop
from app.station import Station, open_station
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.kiosk_window import KioskWindow
from app.ui.voice import Voice
from tests.helpers.counter import NOON
from tests.helpers.keys import accessible, texts


class Ticks:
    """The kiosk's clock: it goes on only when a test says so (milliseconds)."""

    def __init__(self) -> None:
        self.now_ms = 1_000_000

    def __call__(self) -> int:
        return self.now_ms


@dataclass
class KioskStage:
    """What a test drives and looks at."""

    station: Station
    shop: Shop
    clock: SetClock
    jobs: ManualJobs
    scanner: FakeScanner
    app: Any  # a KioskWindow; Qt properties hide the types of what they return
    window: QQuickWindow
    member: MemberView
    other: MemberView
    warnings: list[str] = field(default_factory=list)
    ticks: Ticks = field(default_factory=Ticks)

    @property
    def vm(self):
        """The root of the kiosk's view models."""
        return self.app.station

    def arrive(self, member: MemberView | None = None) -> None:
        """Begin a member's visit, straight on the member's own screens."""
        self.vm.arrive((member or self.member).member)
        self.settle()

    def go(self, screen: str) -> None:
        """Show a screen."""
        self.vm.go(screen)
        self.settle()

    def later(self, milliseconds: int) -> None:
        """Let time pass on the kiosk's clock, and let the kiosk look at it."""
        self.ticks.now_ms += milliseconds
        self.vm.beat()
        self.settle()

    def settle(self) -> None:
        """Let everything asked for be answered and drawn."""
        self.jobs.drain()
        QCoreApplication.processEvents()
        self.jobs.drain()
        self.window.grabWindow()

    def texts(self) -> str:
        """All that can be read on the window."""
        return "\n".join(texts(self.window))

    def all_names(self) -> list[str]:
        """The names of everything in the accessibility tree."""
        return [node.text(QAccessible.Text.Name) for node in accessible(self.window)]

    def names(self) -> list[str]:
        """The names of everything that can be tapped."""
        tappable = {
            QAccessible.Role.Button,
            QAccessible.Role.RadioButton,
            QAccessible.Role.CheckBox,
        }
        return [
            node.text(QAccessible.Text.Name)
            for node in accessible(self.window)
            if node.role() in tappable and not node.state().disabled
        ]

    def tap(self, name: str) -> None:
        """Tap what is called so, in its middle."""
        for node in accessible(self.window):
            if node.text(QAccessible.Text.Name) == name and not node.state().disabled:
                middle = node.rect().center() - self.window.position()
                QTest.mouseClick(
                    self.window,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                    QPointF(middle).toPoint(),
                )
                self.settle()
                return
        raise AssertionError(f"nothing to tap is called {name!r}; there are {self.names()}")


@contextmanager
def kiosk_in(
    folder: Path,
    ids: tuple[str, str],
    language: str = "en",
    status: Callable[[], SyncStatus] = SyncStatus,
    size: tuple[int, int] = (1920, 1080),
    camera: Scanner | None = None,
    voice: Voice | None = None,
    screen_mm: int = 0,
) -> Iterator[KioskStage]:
    """Open the kiosk's window over the shop; nobody is there yet."""
    ticks = Ticks()
    clock = SetClock(NOON)
    with open_station(folder, clock, background=False) as station:
        jobs, scanner = ManualJobs(), FakeScanner()
        scanner.start()
        app = KioskWindow(
            station.shop,
            jobs,
            scanner,
            language,
            status,
            ticks,
            camera=camera,
            voice=voice,
            screen_mm=screen_mm,
        )
        warnings: list[str] = []
        app.engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
        try:
            window = app.load()
            window.resize(*size)
            member, other = (open_member(station.shop, one) for one in ids)
            assert isinstance(member, MemberView)
            assert isinstance(other, MemberView)
            stage = KioskStage(
                station=station,
                shop=station.shop,
                clock=clock,
                jobs=jobs,
                scanner=scanner,
                app=app,
                window=window,
                member=member,
                other=other,
                warnings=warnings,
                ticks=ticks,
            )
            stage.settle()
            yield stage
        finally:
            app.close()
        assert not warnings, "QML warned:\n" + "\n".join(warnings)
