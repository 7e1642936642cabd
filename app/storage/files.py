"""SQLite files as the standard library opens them: what a counter's day runs on.

SQLAlchemy is imported where a statement is built with it, and nowhere here: its import takes
longer than an empty window needs to appear (decisions/0007).
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

TIMEOUT_S = 5

# How much of its file a connection keeps in memory. With SQLite's 2 MB each, a kiosk grew by that,
# and by the gaps between, for thousands of visits; finding one of 200,000 members and recording
# their sale took no longer with less. A write elsewhere empties what a reader keeps anyhow.
READER_CACHE_KB = 512
WRITER_CACHE_KB = 1024

# Checkpoints happen on the writer's connection only (SYNC.md 2), so never by themselves.
WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA wal_autocheckpoint=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
    f"PRAGMA cache_size=-{WRITER_CACHE_KB}",
)


def open_writer(path: Path) -> sqlite3.Connection:
    """Return a file's single writing connection; it is used on one thread."""
    connection = sqlite3.connect(path, TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write."""
    uri = f"file:{quote(str(path))}?mode=ro"
    connection = sqlite3.connect(
        uri, TIMEOUT_S, isolation_level=None, check_same_thread=False, uri=True
    )
    connection.execute("PRAGMA query_only=ON")
    connection.execute(f"PRAGMA cache_size=-{READER_CACHE_KB}")
    return connection


def exchange(one: Path, other: Path) -> bool:
    """Give two files or folders each other's names in one step; say whether the disk can."""
    import ctypes  # noqa: PLC0415 - seldom needed

    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False
    here, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
    done: int = rename(here, os.fsencode(one), here, os.fsencode(other), swap)
    return done == 0


class Readers:
    """The reading connections of one file; each thread keeps its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._engine: Engine | None = None
        self._lock = threading.Lock()

    @contextmanager
    def cursor(self) -> Iterator[sqlite3.Cursor]:
        """Give a cursor; opening a connection each time would cost more than the look-up."""
        mine: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if mine is None:
            mine = open_reader(self.path)
            self._opened.append(mine)
            self._mine.connection = mine
        cursor = mine.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def core(self) -> Iterator["Connection"]:
        """Give a connection for Core statements."""
        with self._lock:
            if self._engine is None:
                from app.storage.base import reader_engine  # noqa: PLC0415 - see above

                self._engine = reader_engine(self.path)
        with self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close them all."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        if self._engine is not None:
            self._engine.dispose()
