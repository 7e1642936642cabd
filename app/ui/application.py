"""The window of a station, started in named steps and taken down in the right order."""

import gc
import importlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

import app
from app.config import DisplayMode
from app.domain.programme import money_of
from app.hardware.references import protect_singletons
from app.hardware.scanner import Scanner, Scanners
from app.services.readiness import make_ready
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.fonts import load_fonts
from app.ui.jobs import Jobs, ThreadJobs
from app.ui.ticks import monotonic_ms
from app.ui.viewmodels.station import StationViewModel
from app.ui.words import Words

if TYPE_CHECKING:
    from app.ui.customer_display import CustomerDisplay

_HEAVY = ("phonenumbers", "app.services.card_picture")
_WARM_AFTER_MS = 1500
_HEARD = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
}


def resources() -> Path:
    """Return the folder of QML, translations and icons, in a checkout or an installed package."""
    inside = Path(app.__file__).parent / "resources"
    return inside if inside.is_dir() else Path(app.__file__).parent.parent / "resources"


def new_application() -> QGuiApplication:
    """Return Qt's application, ready for our screens; software rendering where there is no GPU."""
    protect_singletons()
    if not Path("/dev/dri").exists():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    QQuickStyle.setStyle("Basic")
    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication([])
    application.setApplicationName("Sikka")
    load_fonts(application)
    return application


class Touchable(Protocol):
    """The root of a window's view models."""

    def touched(self) -> None:
        """Somebody is there."""

    def open(self) -> None:
        """Begin."""

    def close(self) -> None:
        """Stop listening and ticking."""

    def failed(self, error: Exception) -> None:
        """A job failed in a way nobody foresaw."""


Root = TypeVar("Root", bound=Touchable)


class _Activity(QObject):
    """Tells the station that somebody touched a window."""

    def __init__(self, station: Touchable) -> None:
        super().__init__()
        self._station = station

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _HEARD:
            self._station.touched()
        return False


class StationWindow(Generic[Root]):
    """A station on screen. `close()` deletes the engine before the view models it reads.

    `build` makes the root of the view models, which the file `main` of Sikka's QML gets as its
    property `name`.
    """

    main = "CounterMain.qml"
    name = "station"
    later: tuple[str, ...] = ("app.hardware.scanner_keyboard",)
    """Modules that are needed soon, but not for the first picture."""

    def __init__(
        self,
        shop: Shop,
        jobs: Jobs,
        build: Callable[[Desk, Callable[[], None]], Root],
        language: str = "",
        status: Callable[[], SyncStatus] = SyncStatus,
    ) -> None:
        programme = shop.programme
        words = Words(resources() / "i18n")
        words.use(language or programme.languages[0])
        money = money_of(programme)
        self.words = words
        self.desk = Desk(shop, jobs, words, money, status=status)
        self.engine = QQmlApplicationEngine()
        self.station = build(self.desk, self.engine.retranslate)
        self.engine.addImportPath(str(resources() / "qml"))
        self.engine.setInitialProperties({self.name: self.station})
        self._activity = _Activity(self.station)

    def load(self) -> QQuickWindow:
        """Load the window and show it.

        Raises:
            RuntimeError: the QML files are missing or broken.
        """
        path = resources() / "qml" / "Sikka" / self.main
        self.engine.load(QUrl.fromLocalFile(str(path)))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError(f"The screen {path} cannot be shown. Install Sikka again.")
        window = roots[0]
        window.installEventFilter(self._activity)
        self.station.open()
        return window

    def prepare(self) -> None:
        """Load what the first scan needs, while Qt reads the screens, which leaves Python free."""
        make_ready(self.desk.shop)
        for module in self.later:
            importlib.import_module(module)

    def prepared(self) -> None:
        """Go on where everything is loaded."""

    def close(self) -> None:
        """Take the window down; what is half-typed is kept."""
        self.station.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)
        self.words.drop()


class CounterWindow(StationWindow[StationViewModel]):
    """The counter on screen."""

    later = (*StationWindow.later, "app.ui.viewmodels.counter")

    def __init__(
        self,
        shop: Shop,
        jobs: Jobs,
        scanner: Scanner,
        language: str = "",
        status: Callable[[], SyncStatus] = SyncStatus,
        display: DisplayMode = "off",
        now_ms: Callable[[], int] = monotonic_ms,
        *,
        display_card: bool = True,
    ) -> None:
        def build(desk: Desk, retranslate: Callable[[], None]) -> StationViewModel:
            return StationViewModel(desk, scanner, retranslate)

        super().__init__(shop, jobs, build, language, status)
        self._display_mode = display
        self._display_card = display_card
        self._display_language = language
        self._now_ms = now_ms
        self.customer: CustomerDisplay | None = None

    def load(self) -> QQuickWindow:
        """Load the window and show it, and with it the customer's display."""
        window = super().load()
        if self._display_mode != "off":
            from app.ui.customer_display import CustomerDisplay  # noqa: PLC0415 - with one only

            path = QUrl.fromLocalFile(str(resources() / "qml" / "Sikka" / "DisplayMain.qml"))
            self.customer = CustomerDisplay(
                self.engine,
                self.desk,
                self.station,
                self._display_mode,
                path,
                self._activity,
                self._display_language,
                self._now_ms,
                offers_card=self._display_card,
            )
            self.customer.open(window)
        return window

    def prepared(self) -> None:
        """Make the counter before somebody signs in."""
        self.station.make_counter()

    def close(self) -> None:
        """Take both windows down; what is half-typed is kept."""
        if self.customer is not None:
            self.customer.close()
        super().close()


def fills_screen(size: QSize, least: QSize, available: QSize) -> bool:
    """Say whether a window of `size` is cut off by its screen, on which `least` has room."""
    fits = size.boundedTo(available) == size
    return not fits and least.boundedTo(available) == least


def _warm() -> None:
    """Load what is heavy and not needed for the first scan, on a thread nothing waits for."""
    try:
        for module in _HEAVY:
            importlib.import_module(module)
    finally:
        # What a launch makes stays for good; looking through it would stop the screen for 20 ms.
        gc.freeze()
        gc.enable()


def run_counter(
    shop: Shop,
    *,
    camera: bool = False,
    language: str = "",
    started: Callable[[CounterWindow, QQuickWindow], None] = lambda *_: None,
    status: Callable[[], SyncStatus] = SyncStatus,
    display: DisplayMode = "off",
    display_card: bool = True,
) -> int:
    """Show the counter until its window is closed; return the exit code.

    `display` says whether the customer has a window of their own, `display_card` whether it shows a
    blank card to photograph while nobody is there. `status` tells how the station
    stands towards the hub; without, it is a shop of one till.
    `started` is called with the window when it is loaded. A garbage collection that the caller
    has switched off is on again two seconds later.
    """
    application = new_application()
    jobs = ThreadJobs()
    scanner = Scanners()
    counter = CounterWindow(
        shop, jobs, scanner, language, status, display, display_card=display_card
    )

    def show(window: QQuickWindow) -> None:
        if fills_screen(window.size(), window.minimumSize(), window.screen().availableSize()):
            window.showMaximized()

    return run_window(application, counter, jobs, scanner, show, camera=camera, started=started)


Window = TypeVar("Window", bound=StationWindow[Any])


def run_window(
    application: QGuiApplication,
    station: Window,
    jobs: ThreadJobs,
    scanner: Scanners,
    show: Callable[[QQuickWindow], None],
    *,
    camera: bool = False,
    started: Callable[[Window, QQuickWindow], None] = lambda *_: None,
) -> int:
    """Show a station's window until it is closed; return the exit code.

    `show` puts the loaded window where it belongs on the screen.
    """
    early = ThreadJobs()
    for runner in (jobs, early):
        runner.unhandled.connect(station.station.failed)
    window = station.load()
    show(window)

    def prepare() -> None:
        early.run(station.prepare, lambda _: station.prepared())

    window.frameSwapped.connect(prepare, Qt.ConnectionType.SingleShotConnection)
    # A window that nobody can see draws no first picture. Twice is as good as once.
    QTimer.singleShot(_WARM_AFTER_MS, prepare)
    warmer = threading.Thread(target=_warm, name="warm", daemon=True)
    QTimer.singleShot(_WARM_AFTER_MS, warmer.start)
    for one in scanners_here(camera=camera):
        scanner.add(one)
    scanner.start()
    started(station, window)
    try:
        return application.exec()
    finally:
        scanner.stop()
        station.close()
        jobs.close()
        early.close()


def scanners_here(*, camera: bool) -> list[Scanner]:
    """Return the scanners of this computer: the keyboard wedge, and the camera if asked for."""
    from app.hardware.scanner_keyboard import KeyboardScanner  # noqa: PLC0415 - see `later`

    scanners: list[Scanner] = [KeyboardScanner()]
    if camera:
        from app.hardware.scanner_camera import CameraScanner  # noqa: PLC0415 - heavy

        scanners.append(CameraScanner())
    return scanners
