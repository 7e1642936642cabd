"""The sound for what has just arrived; a computer that cannot play it stays silent."""

import importlib
import threading
from typing import Any

from PySide6.QtCore import QLoggingCategory, QTimer, QUrl

from app.ui.application import resources

_WARM_AFTER_MS = 2_500


class Chime:
    """Rings when told to. What plays sounds is heavy, so it is loaded beside the screen."""

    def __init__(self) -> None:
        self._effect: Any = None
        self._tried = False

    def warm(self) -> None:
        """Load what plays sounds a while after the start, on a thread nothing waits for."""
        loader = threading.Thread(target=_load, name="chime", daemon=True)
        QTimer.singleShot(_WARM_AFTER_MS, loader.start)

    def ring(self) -> None:
        """Play the chime once, if there is anything to play it on."""
        if not self._tried:
            self._tried = True
            self._effect = _effect()
        if self._effect is not None:
            self._effect.play()


def _load() -> Any:
    # Qt tells at length of every sound system that this computer does not have.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


def _effect() -> Any:
    multimedia = _load()
    if multimedia is None or not multimedia.QMediaDevices.audioOutputs():
        return None
    effect = multimedia.QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(resources() / "sounds" / "chime.wav")))
    return effect
