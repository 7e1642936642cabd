"""The sound for what has just arrived; a computer that cannot play it stays silent."""

from typing import Any

from PySide6.QtCore import QUrl

from app.ui.application import resources


class Chime:
    """Rings when told to; loads what plays sounds before the first ring, not at the start."""

    def __init__(self) -> None:
        self._effect: Any = None
        self._tried = False

    def ring(self) -> None:
        """Play the chime once, if there is anything to play it on."""
        if not self._tried:
            self._tried = True
            self._effect = _effect()
        if self._effect is not None:
            self._effect.play()


def _effect() -> Any:
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - heavy
    except ImportError:
        return None
    if not QMediaDevices.audioOutputs():
        return None
    effect = QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(resources() / "sounds" / "chime.wav")))
    return effect
