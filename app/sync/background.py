"""The thread that books in a running counter, a moment after whatever was recorded.

It imports nothing of the cell: that is opened by the first call of `book`, so that a counter
shows its first picture before (decisions/0007).
"""

import threading
from collections.abc import Callable
from typing import Final

from app.storage.writer import StorageFullError

START_S: Final = 2.0
RETRY_S: Final = 5.0
TEND_S: Final = 600.0


class Background:
    """Calls `book`, then `tend` (day-end jobs, tidying), when woken and every ten minutes.

    `failed` is told what stopped them, and None when they went through; they are tried again.
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
            except StorageFullError:
                # Nothing is lost: what was recorded stays in the journal until there is space.
                wait = RETRY_S
            except Exception as error:  # noqa: BLE001 - sales go on; somebody must be told
                self._failed(error)
                wait = RETRY_S
