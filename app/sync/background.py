"""The threads of a running counter: one books what was recorded, one listens to the hub.

They import nothing of the cell: that is opened by the first call of `book`, so that a counter
shows its first picture before (decisions/0007).
"""

import threading
from collections.abc import Callable
from typing import Final

from app.storage.writer import StorageFullError
from app.sync.exchange import RevokedError, UnreachableError

START_S: Final = 2.0
RETRY_S: Final = 5.0
TEND_S: Final = 600.0


class Background:
    """Calls `book`, then `tend` (day-end jobs, tidying), when woken and every ten minutes.

    `failed` is told what stopped them, and None when they went through; they are tried again.
    Without a network nothing is told: what was recorded waits, and it is tried again.
    """

    def __init__(
        self,
        book: Callable[[], None],
        tend: Callable[[], None],
        failed: Callable[[Exception | None], None],
    ) -> None:
        self._book = book
        self._failed = failed
        self._tend = tend
        self._wake = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; the first time comes after two seconds if nobody wakes it."""
        self._thread = threading.Thread(target=self._loop, name="link", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Say that there is something to book."""
        self._wake.set()

    def stop(self) -> None:
        """Stop after the batch in hand."""
        self._stopped.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _loop(self) -> None:
        wait = START_S
        while True:
            self._wake.wait(wait)
            self._wake.clear()
            if self._stopped.is_set():
                return
            try:
                self._book()
                self._tend()
                self._failed(None)
                wait = TEND_S
            except (StorageFullError, UnreachableError):
                # Nothing is lost: what was recorded stays in the journal until it can go on.
                wait = RETRY_S
            except Exception as error:  # noqa: BLE001 - sales go on; somebody must be told
                self._failed(error)
                wait = RETRY_S


class Listener:
    """Calls `follow`, which waits for news of the hub, again and again; after trouble a bit later.

    `back` is called when the hub can be reached again.
    """

    def __init__(self, follow: Callable[[], None], back: Callable[[], None]) -> None:
        self._follow = follow
        self._back = back
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="listener", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self, hang_up: Callable[[], None]) -> None:
        """Stop; `hang_up` closes the connection that may still be waiting."""
        self._stopped.set()
        hang_up()
        if self._thread.is_alive():
            self._thread.join()

    def _loop(self) -> None:
        away = True
        wait = START_S
        while not self._stopped.wait(wait):
            try:
                self._follow()
                if away:
                    self._back()
                away, wait = False, 0.0
            except RevokedError:
                self._back()  # who books sends what is left, and wipes
                return
            except Exception:  # noqa: BLE001 - who books meets the same, and tells of it
                away, wait = True, RETRY_S
