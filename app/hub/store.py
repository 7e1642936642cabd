"""Where cells are kept: one SQLite file, or PostgreSQL (app.hub.postgres). The same statements."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import ArgumentError

from app.storage import base
from app.storage.writer import BOOKING, TABLES_VERSION, Writer, make_tables

T = TypeVar("T")


class StoreUrlError(ValueError):
    """The address of a store cannot be used; the text says what to write instead."""


class StoreAwayError(OSError):
    """The database does not answer; later it may."""


class Store(Protocol):
    """A database with the tables of cells, up to date."""

    def run(self, work: Callable[[Connection], T], priority: int = BOOKING) -> T:
        """Run `work` in one transaction that may write; return what it returns after COMMIT.

        Raises StorageFullError when there is no space: nothing was written; StoreAwayError when
        a database does not answer.
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


def open_store(url: str) -> Store:
    """Open the store at `sqlite:///PATH` or `postgresql+psycopg://USER@HOST/DATABASE`.

    Makes its tables, or brings them up to date. Raises StoreUrlError for another address,
    NewerFileError for a store of a newer program, StoreAwayError when nobody answers there.
    """
    if (path := _path_in(url)) is not None:
        return SqliteStore(path)
    # A shop of its own has no driver for a server's database.
    from app.hub.postgres import PostgresStore  # noqa: PLC0415

    return PostgresStore(url)


@contextmanager
def read_store(url: str) -> Iterator[Connection]:
    """Give one instant of the store at `url`, whoever owns it, without a change to it.

    Raises StoreUrlError for another address, and where no store of this version is;
    StoreAwayError when nobody answers there.
    """
    if (path := _path_in(url)) is not None:
        instant = _instant(path)
    else:
        from app.hub.postgres import instant_of  # noqa: PLC0415

        instant = instant_of(url)
    with instant as (core, version):
        if version != TABLES_VERSION:
            raise StoreUrlError(
                "There is no store of this version of Sikka at that address. Start"
                " `sikka hub serve` there first; it brings a store up to date."
            )
        yield core


@contextmanager
def _instant(path: Path) -> Iterator[tuple[Connection, int]]:
    if not path.exists():
        raise StoreUrlError(f"There is no file {path}.")
    engine = base.reader_engine(path)
    try:
        with engine.connect() as core:
            core.exec_driver_sql("BEGIN")
            yield core, core.exec_driver_sql("PRAGMA user_version").scalar_one()
            core.exec_driver_sql("ROLLBACK")
    finally:
        engine.dispose()


def _path_in(url: str) -> Path | None:
    """Return the file of an SQLite address, None for PostgreSQL's; raise for another one."""
    try:
        parts = make_url(url)
    except ArgumentError:
        parts = None
    if parts is not None and parts.drivername == "sqlite" and parts.database:
        return Path(parts.database)
    if parts is not None and parts.drivername == "postgresql+psycopg":
        if find_spec("psycopg") is None:
            raise StoreUrlError(
                "This installation has no driver for PostgreSQL. Install sikka[hub] first."
            )
        return None
    raise StoreUrlError(
        f"{parts.render_as_string() if parts else repr(url)} is not an address of a store. Write"
        " sqlite:///PATH for a file, or postgresql+psycopg://USER@HOST/DATABASE."
    )
