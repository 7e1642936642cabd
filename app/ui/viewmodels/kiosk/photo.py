"""Time to take a photo: while a QR code is being photographed nobody is asked to hurry."""

from typing import Final

from PySide6.QtCore import Slot

from app.ui.viewmodels.kiosk.visit import Kiosk, KioskScreen
from app.ui.words import translate

PHOTO_MS: Final = 3 * 60 * 1000


class PhotoTime:
    """Holds the kiosk's idle time for three minutes from `begin` on."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._until_ms = 0

    @property
    def runs(self) -> bool:
        """Whether it is being counted."""
        return self._until_ms > 0

    def begin(self) -> None:
        """Hold the idle time from now on."""
        self._kiosk.paused = True
        self._until_ms = self._kiosk.now_ms() + PHOTO_MS

    def end(self) -> None:
        """Let the idle time go on."""
        if self._until_ms:
            self._until_ms = 0
            self._kiosk.paused = False

    def left_ms(self) -> int:
        """Return how long is left, and let the idle time go on when nothing is."""
        if not self._until_ms:
            return 0
        left = self._until_ms - self._kiosk.now_ms()
        if left <= 0:
            self.end()
        return max(0, left)


class PhotoScreen(KioskScreen):
    """A screen with a code to photograph: it counts down `left_ms` of its inputs meanwhile."""

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__(kiosk)
        self._photo = PhotoTime(kiosk)

    def leave(self) -> None:
        """Let the idle time go on."""
        self._photo.end()

    def wipe(self) -> None:
        """Let the idle time go on; who has inputs forgets them, too."""
        self._photo.end()

    def tick(self) -> None:
        """Count down the time for a photo."""
        if self._photo.runs:
            self._change(left_ms=self._photo.left_ms())

    @Slot()
    def photograph(self) -> None:
        """Hold the idle time while a photo is taken."""
        self._photo.begin()
        self._change(left_ms=self._photo.left_ms())

    def _change(self, **changes: object) -> None:
        """Put other inputs on screen."""


def stays_for(left_ms: int) -> str:
    """Say how long the code stays to be photographed; "" when no photo is being taken."""
    if left_ms <= 0:
        return ""
    minutes = -(-left_ms // 60_000)
    return translate(
        "kiosk", "Take your time: this stays for {minutes} minute(s).", None, minutes
    ).format(minutes=minutes)
