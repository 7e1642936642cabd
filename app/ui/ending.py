"""A window that closes in order when its process is asked to end."""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer

_ASKS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Ending:
    """Leaves Qt's loop at SIGTERM, Ctrl-C or when the terminal is gone, until `stop()`.

    Python hears a signal only when it runs: a socket wakes it out of Qt's loop.
    """

    def __init__(self) -> None:
        self._inbox, self._outbox = socket.socketpair()
        for end in (self._inbox, self._outbox):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inbox.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._woke_before = signal.set_wakeup_fd(self._outbox.fileno(), warn_on_full_buffer=False)
        self._handled_before = {one: signal.signal(one, self._asked) for one in _ASKS}

    def stop(self) -> None:
        """Let signals do what they did before."""
        for one, before in self._handled_before.items():
            signal.signal(one, before)
        signal.set_wakeup_fd(self._woke_before)
        self._notifier.setEnabled(False)
        self._inbox.close()
        self._outbox.close()

    def _woken(self) -> None:
        with suppress(BlockingIOError):
            self._inbox.recv(64)

    def _asked(self, _signal: int, _frame: FrameType | None) -> None:
        # Not quit(): it asks the windows, and a kiosk's does not let itself be closed. From the
        # loop, since what is asked before it runs would be forgotten.
        QTimer.singleShot(0, lambda: QCoreApplication.exit(0))
