"""The counter's second window, which the customer looks at: where it stands and when it is there.

It stands full on a screen the counter is not on. Where there is only one screen it is a window
beside the counter if asked for, else it waits until a second one is plugged in.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from app.config import DisplayMode
from app.ui.desk import Desk
from app.ui.ticks import monotonic_ms
from app.ui.viewmodels.station import StationViewModel

_BESIDE: Final = QSize(1024, 600)
"""How large a window beside the counter is, where the only screen has room for it."""


def second_screen(screens: Sequence[QScreen], own: QScreen | None) -> QScreen | None:
    """Return a screen the counter is not on, or None."""
    return next((one for one in screens if one is not own), None)


def beside(available: QRect) -> QRect:
    """Return where a window beside the counter stands: the lower right of the only screen."""
    size = _BESIDE.boundedTo(available.size())
    corner = available.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
    return QRect(corner, size)


class CustomerDisplay(QObject):
    """Makes the window when there is a place for it, moves it, and hides it when that goes.

    It lives in the counter's `engine`: what it shows must outlive that. `heard` is told of keys
    and touches in it; `screens` are those plugged in. `offers_card`: while nobody is there it
    shows a blank card to photograph.
    """

    def __init__(
        self,
        engine: QQmlApplicationEngine,
        desk: Desk,
        station: StationViewModel,
        mode: DisplayMode,
        path: QUrl,
        heard: QObject,
        language: str = "",
        now_ms: Callable[[], int] = monotonic_ms,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        *,
        offers_card: bool = True,
    ) -> None:
        super().__init__()
        self._engine = engine
        self._desk = desk
        self._station: Any = station  # A Qt property hides the type of what it returns.
        self._mode = mode
        self._path = path
        self._heard = heard
        self._language = language
        self._now_ms = now_ms
        self._screens = screens
        self._offers_card = offers_card
        self._counter: QQuickWindow | None = None
        self.display: Any = None
        self.window: QQuickWindow | None = None

    def open(self, counter: QQuickWindow) -> None:
        """Show the display if there is a place for it, and follow screens as they come and go."""
        self._counter = counter
        counter.visibleChanged.connect(self._counter_shown)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._arrange)
            application.screenRemoved.connect(self._screen_gone)
        self._arrange()

    def close(self) -> None:
        """Follow screens no more, and stop what ticks; the engine takes the window down."""
        application = QGuiApplication.instance()
        if self._counter is not None and isinstance(application, QGuiApplication):
            application.screenAdded.disconnect(self._arrange)
            application.screenRemoved.disconnect(self._screen_gone)
            self._counter.visibleChanged.disconnect(self._counter_shown)
        if self.display is not None:
            self._station.counter.memberPin.pad = None
            self.display.close()
        self._counter = self.window = None

    # ------------------------------------------------------------ where it stands

    def _arrange(self, *_: object) -> None:
        """Put the window where it belongs as the screens are now."""
        counter = self._counter
        if counter is None:
            return
        screen = second_screen(self._screens(), counter.screen())
        if screen is None and self._mode != "window":
            if self.window is not None:
                self.window.hide()
            return
        window = self.window or self._load()
        if screen is not None:
            window.setScreen(screen)
            window.setGeometry(screen.geometry())
            # Not `showFullScreen`, which asks for the keyboard as well.
            window.setWindowState(Qt.WindowState.WindowFullScreen)
            window.setVisible(True)
        elif not window.isVisible():
            window.setGeometry(beside(counter.screen().availableGeometry()))
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setVisible(True)
        # Some window systems give the keyboard to whatever is new, whether it wants it or not.
        counter.requestActivate()

    def _screen_gone(self, screen: QScreen) -> None:
        """Hide before Qt puts the window over the counter; then look for another place."""
        if self.window is not None and self.window.screen() is screen:
            self.window.hide()
        QTimer.singleShot(0, self._arrange)

    def _counter_shown(self, visible: bool) -> None:  # noqa: FBT001 - a signal
        """Go with the counter: the program ends when its last window is closed."""
        if not visible and self.window is not None:
            self.window.close()

    # ------------------------------------------------------------ what it shows

    def _load(self) -> QQuickWindow:
        """Make the window.

        Raises:
            RuntimeError: the QML files are missing or broken.
        """
        from app.ui.viewmodels.display.root import (  # noqa: PLC0415 - heavy, with a display only
            DisplayViewModel,
        )

        counter = self._station.counter
        self.display = display = DisplayViewModel(
            self._desk,
            counter,
            self._language,
            self._now_ms,
            self._is_visible,
            offers_card=self._offers_card,
        )
        self._engine.setInitialProperties({"display": display})
        before = len(self._engine.rootObjects())
        self._engine.load(self._path)
        roots = self._engine.rootObjects()
        if len(roots) == before or not isinstance(roots[-1], QQuickWindow):
            raise RuntimeError(
                f"The screen {self._path.toLocalFile()} cannot be shown. Install Sikka again."
            )
        self.window = window = roots[-1]
        window.installEventFilter(self._heard)
        window.visibleChanged.connect(self._shown)
        self._station.screenChanged.connect(display.look)
        counter.memberPin.pad = display
        self.display.pin.typingChanged.connect(self._asked)
        self.display.pin.lockWanted.connect(self._station.lock)
        display.open()
        return window

    def _is_visible(self) -> bool:
        return self.window is not None and self.window.isVisible()

    def _shown(self, visible: bool) -> None:  # noqa: FBT001 - a signal
        """Wait for no PIN that nobody can type."""
        if not visible and self.display is not None:
            self.display.cancel()

    def _asked(self) -> None:
        """Hand the keyboard to the member while a PIN is typed, and back to the cashier."""
        if self.window is None or self.display is None or self._counter is None:
            return
        if self.display.pin.props.typing:
            self.window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
            self.window.requestActivate()
        else:
            self.window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)
            self._counter.requestActivate()
