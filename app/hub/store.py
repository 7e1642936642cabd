"""Where cells are kept: one SQLite file, or PostgreSQL (app.hub.postgres). The same statements."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from app.storage import base
from app.storage.writer import BOOKING, Writer, make_tables

T = TypeVar("T")


class Store(Protocol):
    """A database with the tables of cells, up to date."""

    def run(self, work: Callable[[Connection], T], priority: int = BOOKING) -> T:
        """Run `work` in one transaction that may write; return what it returns after COMMIT.

        Raises StorageFullError when there is no space: nothing was written.
        """

    def read(self) -> AbstractContextManager[Connection]:
        """Give a connection that cannot write and sees one instant."""

    def close(self) -> None:
        """Let go of the database."""


class SqliteStore:
    """Cells in one SQLite file, which this process alone opens for writing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = Writer(path)
        self._writer.run(lambda tx: make_tables(tx, "cell"))
        self._readers = base.reader_engine(path)

    def run(self, work: Callable[[Connection], T], priority: int = BOOKING) -> T:
        """Run `work` in one transaction; return what it returns after COMMIT."""
        return self._writer.run(lambda tx: work(tx.core), priority)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that cannot write and sees one instant."""
        with self._readers.connect() as core:
            core.exec_driver_sql("BEGIN")
            try:
                yield core
            finally:
                core.exec_driver_sql("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self._readers.dispose()
        self._writer.close()
