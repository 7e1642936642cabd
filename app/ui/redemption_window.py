"""The staff redemption screen: where what members chose is handed over."""

from collections.abc import Callable

from PySide6.QtQuick import QQuickWindow

from app.hardware.scanner import Scanner, Scanners
from app.services.shop import Shop
from app.sync.status import SyncStatus
from app.ui.application import StationWindow, new_application, run_window
from app.ui.chime import Chime
from app.ui.desk import Desk
from app.ui.jobs import Jobs, ThreadJobs
from app.ui.viewmodels.redemption.root import RedemptionViewModel


class RedemptionWindow(StationWindow[RedemptionViewModel]):
    """The redemption screen's window and its view models; `chime` is heard for a new pick-up."""

    main = "RedemptionMain.qml"
    name = "redemption"

    def __init__(
        self,
        shop: Shop,
        jobs: Jobs,
        scanner: Scanner,
        language: str = "",
        status: Callable[[], SyncStatus] = SyncStatus,
        chime: Callable[[], None] = lambda: None,
    ) -> None:
        def build(desk: Desk, retranslate: Callable[[], None]) -> RedemptionViewModel:
            return RedemptionViewModel(desk, scanner, retranslate, chime)

        super().__init__(shop, jobs, build, language, status)


def run_redemption(
    shop: Shop,
    *,
    camera: bool = False,
    language: str = "",
    started: Callable[[RedemptionWindow, QQuickWindow], None] = lambda *_: None,
    status: Callable[[], SyncStatus] = SyncStatus,
) -> int:
    """Show the redemption screen until its window is closed; return the exit code."""
    application = new_application()
    jobs = ThreadJobs()
    scanner = Scanners()
    chime = Chime()
    chime.warm()
    redemption = RedemptionWindow(shop, jobs, scanner, language, status, chime.ring)
    return run_window(
        application,
        redemption,
        jobs,
        scanner,
        QQuickWindow.showMaximized,
        camera=camera,
        started=started,
    )
