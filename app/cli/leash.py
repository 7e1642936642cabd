"""A process that ends when whoever started it does, however that one ended."""

import os
import signal
import threading
import time
from contextlib import suppress
from typing import Final

PATIENCE_S: Final = 20.0
"""How long it may take to end in order."""


def hold() -> None:
    """End when standard input does: in order, or after `PATIENCE_S` seconds in any case."""
    threading.Thread(target=_hold, name="leash", daemon=True).start()


def _hold() -> None:
    with suppress(OSError):
        while os.read(0, 1024):
            pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE_S)
    os.kill(os.getpid(), signal.SIGKILL)
