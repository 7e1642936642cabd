"""The customer kiosk on a screen: full, without a frame, left only with a PIN of the staff."""

from collections.abc import Callable
from typing import Any

from PySide6.QtQuick import QQuickWindow

from app.hardware.scanner import Scanner, Scanners
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.application import StationWindow, new_application, run_window
from app.ui.desk import Desk
from app.ui.jobs import Jobs, ThreadJobs
from app.ui.ticks import monotonic_ms
from app.ui.viewmodels.kiosk.root import KioskViewModel
from app.ui.voice import NoVoice, Reader, SystemVoice, Voice


class KioskWindow(StationWindow[KioskViewModel]):
    """The kiosk's window and its view models."""

    main = "KioskMain.qml"
    name = "kiosk"

    def __init__(
        self,
        shop: Shop,
        jobs: Jobs,
        scanner: Scanner,
        language: str = "",
        status: Callable[[], SyncStatus] = SyncStatus,
        now_ms: Callable[[], int] = monotonic_ms,
        camera: Scanner | None = None,
        voice: Voice | None = None,
        screen_mm: int = 0,
    ) -> None:
        self._voice = voice or NoVoice()
        heard = self._voice.available

        def build(desk: Desk, retranslate: Callable[[], None]) -> KioskViewModel:
            return KioskViewModel(
                desk,
                scanner,
                retranslate,
                language,
                now_ms,
                camera,
                voice=heard,
                screen_mm=screen_mm,
            )

        super().__init__(shop, jobs, build, language, status)

    def load(self) -> QQuickWindow:
        """Load the window and show it; read it aloud for who wants that."""
        window = super().load()
        kiosk: Any = self.station
        access: Any = kiosk.access
        reader = Reader(
            window, self._voice, lambda: access.props.readAloud, lambda: self.desk.language
        )
        kiosk.screenChanged.connect(reader.screen_changed)
        access.readAloudChanged.connect(reader.screen_changed)
        kiosk.answerChanged.connect(lambda: reader.read(kiosk.props.answer))
        kiosk.calling.textChanged.connect(lambda: reader.read(kiosk.calling.props.text))
        return window


def run_kiosk(
    shop: Shop,
    *,
    camera: bool = False,
    language: str = "",
    started: Callable[[KioskWindow, QQuickWindow], None] = lambda *_: None,
    status: Callable[[], SyncStatus] = SyncStatus,
    screen_mm: int = 0,
) -> int:
    """Show the kiosk until somebody of the staff closes it; return the exit code.

    `screen_mm` is how wide its panel is, 0 = as the panel says itself.
    """
    application = new_application()
    jobs = ThreadJobs()
    scanner = Scanners()
    eye = _camera() if camera else None
    kiosk = KioskWindow(
        shop, jobs, scanner, language, status, camera=eye, voice=SystemVoice(), screen_mm=screen_mm
    )
    return run_window(
        application,
        kiosk,
        jobs,
        scanner,
        QQuickWindow.showFullScreen,
        started=started,
    )


def _camera() -> Scanner:
    """Return the camera, which the screen for coming in switches on and off."""
    from app.hardware.scanner_camera import CameraScanner  # noqa: PLC0415 - heavy

    return CameraScanner()
