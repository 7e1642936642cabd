"""A cell in a store of either kind, booked into with the functions of `hub.cell`."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.domain.chain import CHAIN_START, link
from app.domain.rating import Rules
from app.hub.cell import Acknowledged, Forked, Push, SendFrom, found, push, rows_after
from app.hub.jobs import end_day
from app.hub.postgres import PostgresStore
from app.hub.store import SqliteStore, Store
from app.storage.tables import tables_of
from tests.helpers.shops import document_of, number, programme_in

CELL, STATION = number("cell"), number("a")
RULES = Rules(programme_in(document_of()))
CELL_TABLES = tables_of("cell")


def in_force(_: date) -> Rules:
    """The same rules on every date."""
    return RULES


class Base:
    """A cell in a store of any kind."""

    def __init__(self, store: Store) -> None:
        self.store = store
        store.run(lambda core: found(core, CELL))

    def push(self, bodies: list[bytes], first: int = 1, previous: bytes = CHAIN_START,
             station: str = STATION, revoked_seq: int | None = None, note: str = "",
             rules_on: Callable[[date], Rules | None] = in_force,
             ) -> Acknowledged | SendFrom | Forked:  # fmt: skip
        """Book rows of a station's first lane."""
        batch = Push(station, 1, first, previous, tuple(bodies))
        return self.store.run(lambda core: push(core, CELL, batch, rules_on, revoked_seq, note))

    def end_day(self, on: date) -> None:
        """Run the jobs at the end of a day."""
        end_day(self.store.run, CELL, on, in_force)

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table of the cell, in one order on every engine."""
        with self.store.read() as core:
            return {
                table.name: sorted((tuple(row) for row in core.execute(sa.select(table))), key=repr)
                for table in CELL_TABLES
            }

    def accounts(self) -> dict[str, tuple[date | None, bytes]]:
        """When each member is due, and the member's state."""
        return {row[1]: (row[3], row[4]) for row in self.everything()["account"]}

    def outcomes(self) -> list[tuple[str, str]]:
        """Outcome and detail of every feed row."""
        with self.store.read() as core:
            return [(row.outcome, row.detail) for row in rows_after(core, CELL, 0, 1000)]


@contextmanager
def sqlite_base(folder: Path) -> Iterator[Base]:
    """Open a cell in a new SQLite file."""
    with closing(SqliteStore(folder / "cell.db")) as store:
        yield Base(store)


@contextmanager
def postgres_base(url: str) -> Iterator[Base]:
    """Open a cell in an empty database of PostgreSQL."""
    with closing(PostgresStore(url)) as store:
        yield Base(store)


def heads(bodies: list[bytes]) -> list[bytes]:
    """The lane's hash before its first row and after each."""
    made = [CHAIN_START]
    for at, body in enumerate(bodies, 1):
        made.append(link(made[-1], at, body))
    return made
