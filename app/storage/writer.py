"""One writer thread per file owns the only writing connection (SYNC.md 2).

Work queues by urgency: counter, pull, booking, jobs. Each piece is one `BEGIN IMMEDIATE`
transaction. Checkpoints run on the same connection, when idle or past 16 MB of WAL, because
SQLite before 3.51.3 corrupts a file that two connections write and checkpoint.
"""

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.storage.base import writer_engine

T = TypeVar("T")

COUNTER: Final = 0
PULL: Final = 1
BOOKING: Final = 2
JOBS: Final = 3

IDLE_S: Final = 0.25
WAL_BYTES_MAX: Final = 16 * 1024 * 1024
COMMITS_PER_LOOK: Final = 64


class StorageFullError(OSError):
    """The disk is full: nothing was written."""


class Tx:
    """One open transaction: `core` for Core statements, `cursor` for the hot path.

    `after` holds what is to be done once the transaction is committed, on this thread;
    `head` is the journal's last number and hash as this transaction has moved it.
    """

    __slots__ = ("after", "core", "cursor", "head")

    def __init__(self, core: Connection, cursor: sqlite3.Cursor) -> None:
        self.core = core
        self.cursor = cursor
        self.after: list[Callable[[], None]] = []
        self.head: tuple[int, bytes] | None = None


class _Job:
    __slots__ = ("done", "error", "fn", "result")

    def __init__(self, fn: Callable[[Tx], Any]) -> None:
        self.fn = fn
        self.done = threading.Lock()
        self.done.acquire()
        self.result: Any = None
        self.error: BaseException | None = None


class Writer:
    """The single writer of one SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine: Engine = writer_engine(path)
        self._queues: tuple[deque[_Job], ...] = (deque(), deque(), deque(), deque())
        self._wake: SimpleQueue[bool] = SimpleQueue()
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._dirty = False
        self._since_look = 0
        self._closed = False
        self._thread = threading.Thread(target=self._loop, name=f"writer {path.name}", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failed:
            raise self._failed

    @property
    def engine(self) -> Engine:
        """The engine of the writing connection; use it on the writer's thread only."""
        return self._engine

    def run(self, fn: Callable[[Tx], T], priority: int = COUNTER) -> T:
        """Run `fn` in one transaction and return what it returns after COMMIT.

        Raises what `fn` raises, after ROLLBACK; StorageFullError when the disk is full.
        """
        if self._closed:
            raise RuntimeError(f"{self.path.name} is closed")
        if threading.current_thread() is self._thread:
            raise RuntimeError("a transaction cannot open another one")
        job = _Job(fn)
        self._queues[priority].append(job)
        self._wake.put(True)
        job.done.acquire()
        if job.error is not None:
            raise job.error
        result: T = job.result
        return result

    def close(self) -> None:
        """Finish what is queued, checkpoint, close the connection."""
        if not self._closed:
            self._closed = True
            self._wake.put(False)
            self._thread.join()
            self._engine.dispose()

    def _loop(self) -> None:
        try:
            core = self._engine.connect()
            raw: Any = core.connection.dbapi_connection
            cursor: sqlite3.Cursor = raw.cursor()
        except BaseException as error:  # noqa: BLE001 - handed to whoever opened the file
            self._failed = error
            self._ready.set()
            return
        self._ready.set()
        open_for_work = True
        while open_for_work:
            try:
                open_for_work = self._wake.get(timeout=IDLE_S if self._dirty else None)
            except Empty:
                self._checkpoint(cursor)
                continue
            self._next(core, cursor)
        while any(self._queues):
            self._next(core, cursor)
        self._checkpoint(cursor)
        core.close()

    def _next(self, core: Connection, cursor: sqlite3.Cursor) -> None:
        for queue in self._queues:
            if queue:
                self._work(queue.popleft(), core, cursor)
                return

    def _work(self, job: _Job, core: Connection, cursor: sqlite3.Cursor) -> None:
        tx = Tx(core, cursor)
        try:
            cursor.execute("BEGIN IMMEDIATE")
            job.result = job.fn(tx)
            cursor.execute("COMMIT")
            self._dirty = True
            for call in tx.after:
                call()
        except BaseException as error:  # noqa: BLE001 - it belongs to the caller of run()
            if cursor.connection.in_transaction:
                cursor.execute("ROLLBACK")
            job.error = _told(error)
        job.done.release()
        self._since_look += 1
        if self._since_look == COMMITS_PER_LOOK:
            self._since_look = 0
            if self._wal_bytes() > WAL_BYTES_MAX:
                self._checkpoint(cursor)

    def _wal_bytes(self) -> int:
        try:
            return self.path.with_name(self.path.name + "-wal").stat().st_size
        except FileNotFoundError:
            return 0

    def _checkpoint(self, cursor: sqlite3.Cursor) -> None:
        """Move the WAL into the file; on a full disk this waits for space, nothing is lost."""
        try:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except sqlite3.OperationalError:
            return
        self._dirty = False


def _told(error: BaseException) -> BaseException:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.OperationalError) and "full" in str(cause):
        return StorageFullError("the disk is full; nothing was recorded")
    return error
