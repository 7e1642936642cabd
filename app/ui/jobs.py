"""The one background runner: blocking work off the GUI thread, its result back on it."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs work one piece after the other, in the order it was given."""

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` elsewhere; then call `done` with its result on the GUI thread.

        An exception goes to `failed`, also there; what happens without it, the runner says.
        """


class ThreadJobs(QObject):
    """One worker thread. `unhandled` carries the exceptions for which nobody gave a handler."""

    unhandled = Signal(object)
    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jobs")
        self._open = True
        # Emitted on the worker, heard on this object's thread: so Qt queues it.
        self._finished.connect(self._deliver)

    def run(  # noqa: D102 - as in Jobs
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        handler = failed or self.unhandled.emit

        def job() -> None:
            self._finished.emit(_attempt(work, done, handler))

        self._pool.submit(job)

    @Slot(object)
    def _deliver(self, answer: Callable[[], None]) -> None:
        if self._open:
            answer()

    def close(self) -> None:
        """Finish what was begun and stop; results of it are no longer delivered."""
        # A result may be on its way already: it is let go when it arrives.
        self._open = False
        self._pool.shutdown(wait=True)


class ManualJobs:
    """Runs nothing until `drain()`: the runner of tests and pictures."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], Callable[[], None]]] = deque()

    def run(  # noqa: D102 - as in Jobs
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._waiting.append(lambda: _attempt(work, done, failed or _raise))

    def drain(self) -> None:
        """Run what waits, and what that gives rise to, until nothing waits."""
        while self._waiting:
            self._waiting.popleft()()()


def _attempt(
    work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
) -> Callable[[], None]:
    """Do the work here and return what to call with its outcome on the GUI thread."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - the one place where work may fail in any way
        caught = error
        return lambda: failed(caught)
    return lambda: done(result)


def _raise(error: Exception) -> None:
    raise error
