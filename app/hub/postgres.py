"""Cells in PostgreSQL, by the same statements as in SQLite (SYNC.md 5, 13).

READ COMMITTED is enough: whoever books locks the cell's row first, so what is read after it is
what the one before left behind, and feed numbers are in the order of commits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.pool import NullPool

from app.hub.postgres_tables import make_tables, version_of
from app.hub.store import StoreAwayError
from app.storage.writer import BOOKING, StorageFullError

T = TypeVar("T")

CONNECTIONS: Final = 16
"""Kept open; as many again are opened when all are in use."""

ATTEMPTS: Final = 8
LOST_RACES: Final = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock: nothing was written, so the work is run again."""

NO_SPACE: Final = frozenset({"53100"})
AWAY: Final = ("08", "57P", "53300")
"""Connection lost, server going down or starting, too many connections."""


class PostgresStore:
    """Cells in one PostgreSQL database, which several processes may open."""

    def __init__(self, url: str) -> None:
        engine = create_engine(
            url, pool_size=CONNECTIONS, max_overflow=CONNECTIONS, pool_pre_ping=True
        )
        event.listen(engine, "connect", partial(_prepare, engine.dialect.loaded_dbapi))
        self._writing = engine.execution_options(isolation_level="READ COMMITTED")
        # One snapshot for all statements of a transaction.
        self._reading = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        try:
            with _told():
                make_tables(self._writing)
        except BaseException:
            engine.dispose()
            raise

    def run(self, work: Callable[[Connection], T], priority: int = BOOKING) -> T:  # noqa: ARG002
        """Run `work` in one transaction that may write; return what it returns after COMMIT.

        `work` runs again when the database took somebody else's side, so it keeps nothing of a
        run that did not come to its end. Turns are the database's own: `priority` says nothing.
        Raises StorageFullError and StoreAwayError: nothing was written, except that after
        StoreAwayError during COMMIT it may have been; asking again books nothing twice.
        """
        with _told():
            for _ in range(ATTEMPTS - 1):
                try:
                    return self._run(work)
                except DBAPIError as error:
                    if _state(error) not in LOST_RACES:
                        raise
            return self._run(work)

    def _run(self, work: Callable[[Connection], T]) -> T:
        with self._writing.begin() as core:
            return work(core)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that cannot write and sees one instant; raises StoreAwayError."""
        with _told(), self._reading.begin() as core:
            yield core

    def close(self) -> None:
        """Close the connections."""
        self._writing.dispose()


@contextmanager
def instant_of(url: str) -> Iterator[tuple[Connection, int]]:
    """Give one instant of a database as it is, and its tables' version; raises StoreAwayError."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="REPEATABLE READ")
    reading = engine.execution_options(postgresql_readonly=True)
    with _told(), reading.begin() as core:
        yield core, version_of(core)


def _prepare(driver: Any, connection: Any, _record: object) -> None:
    """Have a statement planned each time: with its cell known it opens one partition, not all.

    Bytes go the driver's own quick way, not the one that would know its `Binary` objects, too.
    """
    connection.adapters.register_dumper(bytes, driver.types.string.BytesBinaryDumper)
    connection.execute("SET plan_cache_mode = force_custom_plan")
    connection.commit()


@contextmanager
def _told() -> Iterator[None]:
    """Name the database's troubles as callers know them."""
    try:
        yield
    except DBAPIError as error:
        state = _state(error)
        if state in NO_SPACE:
            raise StorageFullError("the database's disk is full; nothing was recorded") from error
        if error.connection_invalidated or state.startswith(AWAY):
            raise StoreAwayError("the database does not answer; try again soon") from error
        raise
    except NoConnectionError as error:
        raise StoreAwayError("every connection to the database is in use") from error


def _state(error: DBAPIError) -> str:
    """Return the SQLSTATE; a connection that could not be made has none of its own."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return "08006" if type(error.orig).__name__ == "OperationalError" else ""
    return str(state)
