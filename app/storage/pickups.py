"""What waits to be handed over and what was, by store and business date, in station.db."""

import sqlite3
from datetime import date

from app.domain.pickups import Handed, Ticketed


def put_ticketed(cursor: sqlite3.Cursor, row: Ticketed) -> None:
    """Keep a number given."""
    cursor.execute(
        "INSERT OR REPLACE INTO pickup (voucher, member, store, on_date, ticket, at_ms, waiting)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        row._replace(on=row.on.isoformat()),  # type: ignore[arg-type]
    )


def set_waiting(cursor: sqlite3.Cursor, voucher: str, *, waiting: bool) -> None:
    """Note that a voucher waits no more, or does again; one without a number is left alone."""
    cursor.execute("UPDATE pickup SET waiting = ? WHERE voucher = ?", (waiting, voucher))


def ticketed_on(cursor: sqlite3.Cursor, store: str, on: date) -> list[Ticketed]:
    """Return the numbers a store gave on a business date, in no order."""
    rows = cursor.execute(
        "SELECT voucher, member, store, on_date, ticket, at_ms, waiting FROM pickup"
        " WHERE store = ? AND on_date = ?",
        (store, on.isoformat()),
    )
    return [Ticketed(*row)._replace(on=on, waiting=bool(row[6])) for row in rows]


def ticket_of(cursor: sqlite3.Cursor, voucher: str) -> int:
    """Return the number a voucher got on its day; 0 = none."""
    row = cursor.execute("SELECT ticket FROM pickup WHERE voucher = ?", (voucher,)).fetchone()
    return row[0] if row else 0


def put_handed(cursor: sqlite3.Cursor, row: Handed) -> None:
    """Keep what was handed over."""
    cursor.execute(
        "INSERT OR REPLACE INTO hand_over (event_id, voucher, member, staff, store, on_date, at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        row._replace(on=row.on.isoformat()),  # type: ignore[arg-type]
    )


def handed_on(cursor: sqlite3.Cursor, store: str, on: date) -> list[Handed]:
    """Return what a store handed over on a business date, in no order."""
    rows = cursor.execute(
        "SELECT event_id, voucher, member, staff, store, on_date, at_ms FROM hand_over"
        " WHERE store = ? AND on_date = ?",
        (store, on.isoformat()),
    )
    return [Handed(*row)._replace(on=on) for row in rows]


def drop_pickups(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget the numbers and what was handed over before a business date."""
    for table in ("pickup", "hand_over"):
        cursor.execute(f"DELETE FROM {table} WHERE on_date < ?", (before.isoformat(),))  # noqa: S608 - own names
