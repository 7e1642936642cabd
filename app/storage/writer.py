"""One writer thread per file owns the only writing connection (SYNC.md 2).

Work queues by urgency: counter, pull, booking, jobs. Each piece is one `BEGIN IMMEDIATE`
transaction. Checkpoints run on the same connection, when idle or past 16 MB of WAL, because
SQLite before 3.51.3 corrupts a file that two connections write and checkpoint.
"""

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar

from app.storage.files import open_writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

COUNTER: Final = 0
PULL: Final = 1
BOOKING: Final = 2
JOBS: Final = 3

# Besides a full disk: a quota or a file size limit, and no room for the WAL's index.
NO_SPACE: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
)

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

    __slots__ = ("_core_of", "after", "cursor", "head")

    def __init__(self, cursor: sqlite3.Cursor, core_of: Callable[[], "Connection"]) -> None:
        self.cursor = cursor
        self._core_of = core_of
        self.after: list[Callable[[], None]] = []
        self.head: tuple[int, bytes] | None = None

    @property
    def core(self) -> "Connection":
        """A Core connection in this transaction; the first one of a process takes its time."""
        return self._core_of()


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
        self._core: Connection | None = None
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

    def _loop(self) -> None:
        try:
            cursor = open_writer(self.path).cursor()
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
            self._next(cursor)
        while any(self._queues):
            self._next(cursor)
        self._checkpoint(cursor)
        if self._core is not None:
            self._core.close()
            self._core.engine.dispose()
        cursor.connection.close()

    def _core_on(self, connection: sqlite3.Connection) -> "Connection":
        if self._core is None:
            from app.storage.base import core_on  # noqa: PLC0415 - see files.py

            self._core = core_on(connection)
        return self._core

    def _next(self, cursor: sqlite3.Cursor) -> None:
        for queue in self._queues:
            if queue:
                self._work(queue.popleft(), cursor)
                return

    def _work(self, job: _Job, cursor: sqlite3.Cursor) -> None:
        tx = Tx(cursor, lambda: self._core_on(cursor.connection))
        try:
            cursor.execute("BEGIN IMMEDIATE")
            job.result = job.fn(tx)
            cursor.execute("COMMIT")
            self._dirty = True
            for call in tx.after:
                call()
        except BaseException as error:  # noqa: BLE001 - it belongs to the caller of run()
            job.error = _told(error)
            # Whatever happens here, the caller must not wait for ever.
            with suppress(sqlite3.Error):
                if cursor.connection.in_transaction:
                    cursor.execute("ROLLBACK")
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
        except sqlite3.Error:
            return
        self._dirty = False


def _told(error: BaseException) -> BaseException:
    cause = getattr(error, "orig", error)  # SQLAlchemy's errors carry SQLite's
    if isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode in NO_SPACE:
        return StorageFullError("the disk is full; nothing was recorded")
    return error


TABLES_VERSION: Final = 1
"""Raised with every change of the tables, so that a file that has them all is not looked at."""


def make_tables(tx: Tx, file: str) -> None:
    """Create what is missing of a file's tables (`station`, `cell`, `keys`)."""
    version = tx.cursor.execute("PRAGMA user_version").fetchone()[0]
    if version < TABLES_VERSION:
        from app.storage.tables import create  # noqa: PLC0415 - see files.py

        create(tx.core, file)
        tx.cursor.execute(f"PRAGMA user_version={TABLES_VERSION}")
