"""One writing connection per file, used by one thread at a time (SYNC.md 2, decisions/0009).

Turns go by urgency: counter, pull, booking, jobs. Each piece of work is one `BEGIN IMMEDIATE`
transaction. Checkpoints run on the same connection, when idle or past 16 MB of WAL, because
SQLite before 3.51.3 corrupts a file that two connections write and checkpoint.
"""

import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from app.storage.files import open_writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

COUNTER: Final = 0
PULL: Final = 1
BOOKING: Final = 2
JOBS: Final = 3
IDLE: Final = 4

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


class Writer:
    """The only writing connection of one SQLite file; one thread at a time has its turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._cursor = open_writer(path).cursor()
        self._core: Connection | None = None
        self._turn = threading.Condition(threading.Lock())
        self._owner = 0
        self._waiting = [0] * (IDLE + 1)
        self._dirty = threading.Event()
        self._last_commit_s = 0.0
        self._since_look = 0
        self._closed = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name=f"keeper {path.name}", daemon=True)
        self._keeper.start()

    def run(self, fn: Callable[[Tx], T], priority: int = COUNTER) -> T:
        """Run `fn` in one transaction, here, and return what it returns after COMMIT.

        Waits for whoever has the connection and for all that is more urgent. Raises what `fn`
        raises, after ROLLBACK; StorageFullError when the disk is full.
        """
        if self._closed.is_set():
            raise RuntimeError(f"{self.path.name} is closed")
        if self._owner == threading.get_ident():
            raise RuntimeError("a transaction cannot open another one")
        try:
            self._enter(priority)
            return self._work(fn)
        finally:
            self._leave()

    def close(self) -> None:
        """Finish what is waiting, checkpoint, close the connection."""
        if not self._closed.is_set():
            self._closed.set()
            self._dirty.set()
            self._keeper.join()
            self._enter(IDLE)
            self._checkpoint()
            if self._core is not None:
                self._core.close()
                self._core.engine.dispose()
            self._cursor.connection.close()
            self._leave()

    def _enter(self, priority: int) -> None:
        with self._turn:
            self._waiting[priority] += 1
            try:
                while self._owner or any(self._waiting[:priority]):
                    self._turn.wait()
                self._owner = threading.get_ident()
            finally:
                # Ctrl-C while waiting must not leave a claim that others wait behind for ever.
                self._waiting[priority] -= 1

    def _leave(self) -> None:
        with self._turn:
            if self._owner == threading.get_ident():
                self._owner = 0
            self._turn.notify_all()

    def _work(self, fn: Callable[[Tx], T]) -> T:
        cursor = self._cursor
        tx = Tx(cursor, self._core_on)
        try:
            cursor.execute("BEGIN IMMEDIATE")
            result = fn(tx)
            cursor.execute("COMMIT")
            for call in tx.after:
                call()
        except BaseException as error:
            with suppress(sqlite3.Error):
                if cursor.connection.in_transaction:
                    cursor.execute("ROLLBACK")
            told = _told(error)
            if told is error:
                raise
            raise told from error
        self._committed()
        return result

    def _committed(self) -> None:
        self._last_commit_s = monotonic()
        if not self._dirty.is_set():
            self._dirty.set()
        self._since_look += 1
        if self._since_look == COMMITS_PER_LOOK:
            self._since_look = 0
            if self._wal_bytes() > WAL_BYTES_MAX:
                self._checkpoint()

    def _keep(self) -> None:
        """Checkpoint whenever nothing was committed for a moment."""
        # Asked anew each time: a checkpoint clears the flag with which close() wakes us.
        while not self._closed.is_set():
            self._dirty.wait()
            if not self._closed.wait(IDLE_S) and monotonic() - self._last_commit_s >= IDLE_S:
                self._enter(IDLE)
                self._checkpoint()
                self._leave()

    def _core_on(self) -> "Connection":
        if self._core is None:
            from app.storage.base import core_on  # noqa: PLC0415 - see files.py

            self._core = core_on(self._cursor.connection)
        return self._core

    def _wal_bytes(self) -> int:
        try:
            return self.path.with_name(self.path.name + "-wal").stat().st_size
        except FileNotFoundError:
            return 0

    def _checkpoint(self) -> None:
        """Move the WAL into the file; on a full disk this waits for space, nothing is lost."""
        with suppress(sqlite3.Error):
            self._cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            self._dirty.clear()


@contextmanager
def full_disk_told(what: str) -> Iterator[None]:
    """Raise StorageFullError with a sentence where a file cannot be written for want of space."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if not _is_full(error):
            raise
        raise StorageFullError(f"the disk is full; {what}") from error


def _told(error: BaseException) -> BaseException:
    cause = getattr(error, "orig", error)  # SQLAlchemy's errors carry SQLite's
    if _is_full(cause):
        return StorageFullError("the disk is full; nothing was recorded")
    return error


def _is_full(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return error.sqlite_errorcode in NO_SPACE
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


TABLES_VERSION: Final = 5
"""Raised with every change of the tables, so that a file that has them all is not looked at."""


class NewerFileError(Exception):
    """A newer Sikka made the file; the text says what to do."""


def make_tables(tx: Tx, file: str) -> None:
    """Make the tables of a new file (`station`, `cell`, `keys`), or change those of an older one.

    Raises NewerFileError for a file that this program cannot know; nothing is changed then.
    """
    version = tx.cursor.execute("PRAGMA user_version").fetchone()[0]
    if version > TABLES_VERSION:
        raise NewerFileError(
            f"{file}.db was written by a newer Sikka. Install that version again, or restore the"
            " backup that was made before it."
        )
    if version < TABLES_VERSION:
        if version:
            from app.storage.migrations import migrate  # noqa: PLC0415 - a tenth of a second

            migrate(tx.core, file, version)
        else:
            from app.storage.tables import create  # noqa: PLC0415 - see files.py

            create(tx.core, file)
        tx.cursor.execute(f"PRAGMA user_version={TABLES_VERSION}")
