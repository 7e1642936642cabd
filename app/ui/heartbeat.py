"""Tells systemd that a window is up and its loop still turns; see sd_notify(3)."""

import socket
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QTimer

BEAT_MS: Final = 5_000


class Heartbeat:
    """Says READY, then WATCHDOG every `beat_ms`, to the socket of that name, until `stop()`.

    The timer is the window's own: when its loop stands still, nothing is said, and the service
    is started again.
    """

    def __init__(self, name: str, beat_ms: int = BEAT_MS) -> None:
        # An @ stands for the zero byte of a name that is in no folder.
        self._name = f"\0{name[1:]}" if name.startswith("@") else name
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._timer = QTimer()
        self._timer.setInterval(beat_ms)
        self._timer.timeout.connect(lambda: self._say(b"WATCHDOG=1"))
        self._say(b"READY=1")
        self._timer.start()

    def stop(self) -> None:
        """Say that the window closes in order, and nothing more."""
        self._timer.stop()
        self._say(b"STOPPING=1")
        self._socket.close()

    def _say(self, what: bytes) -> None:
        with suppress(OSError):
            self._socket.sendto(what, self._name)
