"""Any screen of any station as a picture, drawn off screen from a shop's own data.

Some scenes record a sale or hold a bill: draw them over a demo shop or a copy, never over the
shop itself.
"""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow

from app.hardware.scanner_fake import FakeScanner
from app.services.shop import Shop
from app.ui.application import new_application
from app.ui.jobs import ManualJobs
from app.ui.scenes import PictureError, Scenes
from app.ui.scenes.counter import COUNTER
from app.ui.scenes.display import DISPLAY
from app.ui.scenes.kiosk import KIOSK
from app.ui.scenes.launcher import LAUNCHER, LAUNCHER_IN_TROUBLE
from app.ui.scenes.redemption import REDEMPTION
from app.ui.scenes.training import PRACTISE, TRAINING, TRAINING_DISPLAY

_SETTLE_MS = 600
_STATIONS: Final[tuple[Scenes, ...]] = (
    COUNTER,
    DISPLAY,
    KIOSK,
    REDEMPTION,
    LAUNCHER,
    LAUNCHER_IN_TROUBLE,
    PRACTISE,
    TRAINING,
    TRAINING_DISPLAY,
)
_SCENES: Final = {name: station for station in _STATIONS for name in station.scenes}
SCREENS: Final = tuple(_SCENES)
"""The names of all scenes that can be drawn."""


def draw(shop: Shop, screen: str, language: str, width: int, height: int, out: Path) -> None:
    """Write a scene of `SCREENS` as PNG, `width` x `height` pixels.

    Raises:
        PictureError: the scene or language is unknown, or the file cannot be written.
    """
    if screen not in _SCENES:
        raise PictureError(f"There is no screen {screen!r}. There are: {', '.join(SCREENS)}.")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    new_application()
    jobs = ManualJobs()
    station = _SCENES[screen]
    shown = station.window(shop, jobs, FakeScanner(), language)
    try:
        window = shown.load()
        window.resize(width, height)
        jobs.drain()
        station.scenes[screen](shop, shown.station, jobs)
        jobs.drain()
        _write(window, out)
    finally:
        shown.close()


def _write(window: QQuickWindow, out: Path) -> None:
    settled = QEventLoop()
    # Animations end within this time; nothing else moves on these screens.
    QTimer.singleShot(_SETTLE_MS, settled.quit)
    settled.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not window.grabWindow().save(str(out)):
        raise PictureError(f"{out}: the picture cannot be written here. Name another file.")
