"""What days added up to, and what the shop owes its members, in station.db."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from app.domain.day_figures import Owed
from app.domain.figures import Figures


class Slot(NamedTuple):
    """Who did something where, in which local hour (0 to 23) of a business date.

    `store` and `till` are empty for acts of the cell, `staff` is for acts of nobody's.
    """

    on: date
    store: str
    till: str
    staff: str
    hour: int


_NAMES: Final = Figures._fields
_KEY: Final = ("on_date", "store", "till", "staff", "hour")
_ADD: Final = (
    f"INSERT INTO day_figures ({', '.join((*_KEY, *_NAMES))})"  # noqa: S608 - own names
    f" VALUES ({', '.join('?' * (len(_KEY) + len(_NAMES)))}) ON CONFLICT ({', '.join(_KEY)})"
    f" DO UPDATE SET {', '.join(f'{name} = {name} + excluded.{name}' for name in _NAMES)}"
)
_OWE: Final = (
    "INSERT INTO owed (what, amount) VALUES (?, ?)"
    " ON CONFLICT (what) DO UPDATE SET amount = amount + excluded.amount"
)


def add_figures(cursor: sqlite3.Cursor, sums: Mapping[Slot, Figures]) -> None:
    """Add figures to what is kept."""
    cursor.executemany(
        _ADD, [(slot.on.isoformat(), *slot[1:], *figures) for slot, figures in sums.items()]
    )


def figures_on(cursor: sqlite3.Cursor, on: date) -> dict[Slot, Figures]:
    """Return a business date's figures of all stores."""
    rows = cursor.execute(
        f"SELECT store, till, staff, hour, {', '.join(_NAMES)} FROM day_figures"  # noqa: S608
        " WHERE on_date = ?",
        (on.isoformat(),),
    )
    return {Slot(on, *row[:4]): Figures(*row[4:]) for row in rows}


def drop_figures(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget days before a date."""
    cursor.execute("DELETE FROM day_figures WHERE on_date < ?", (before.isoformat(),))


def add_owed(cursor: sqlite3.Cursor, more: Owed) -> None:
    """Add to what is owed; may be below nothing, and what comes to nothing has no row."""
    if any(more):
        cursor.executemany(_OWE, [("coins", more.coins), ("credit", more.credit_minor)])
        cursor.execute("DELETE FROM owed WHERE amount = 0")


def read_owed(cursor: sqlite3.Cursor) -> Owed:
    """Return what is owed by the feed as far as it is folded."""
    kept = dict(cursor.execute("SELECT what, amount FROM owed").fetchall())
    return Owed(kept.get("coins", 0), kept.get("credit", 0))
