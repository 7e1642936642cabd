"""Open sales and taken bill numbers in station.db; on the DBAPI cursor, since sales are hot."""

import sqlite3
from datetime import date

from app.domain.open_sales import OpenSale
from app.storage.rows import unpack_sale


def owner_of_key(cursor: sqlite3.Cursor, key: str) -> str:
    """Return the event that holds a once key here, or nothing."""
    row = cursor.execute("SELECT event_id FROM receipt WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def keep_key(cursor: sqlite3.Cursor, key: str, event_id: str) -> None:
    """Keep a once key for an event; the caller has checked that it is free."""
    cursor.execute("INSERT INTO receipt (key, event_id) VALUES (?, ?)", (key, event_id))


def take_key(cursor: sqlite3.Cursor, key: str, event_id: str) -> None:
    """Keep a once key for an event that the cell reserved it for, whoever had it here before."""
    cursor.execute("INSERT OR REPLACE INTO receipt (key, event_id) VALUES (?, ?)", (key, event_id))


def release_key(cursor: sqlite3.Cursor, key: str) -> None:
    """Set a once key free."""
    cursor.execute("DELETE FROM receipt WHERE key = ?", (key,))


def keys_of(cursor: sqlite3.Cursor, event_id: str) -> tuple[str, ...]:
    """Return the once keys an event holds here."""
    rows = cursor.execute("SELECT key FROM receipt WHERE event_id = ? ORDER BY key", (event_id,))
    return tuple(row[0] for row in rows)


def is_journalled(cursor: sqlite3.Cursor, event_id: str) -> bool:
    """Say whether this station recorded the event already."""
    row = cursor.execute("SELECT 1 FROM journal WHERE event_id = ?", (event_id,)).fetchone()
    return row is not None


def sale_by_id(cursor: sqlite3.Cursor, sale: str) -> OpenSale | None:
    """Return an open sale of the replica."""
    row = cursor.execute("SELECT body FROM sale WHERE sale = ?", (sale,)).fetchone()
    return unpack_sale(row[0]) if row else None


def sales_by_number(cursor: sqlite3.Cursor, bill_number: str) -> list[OpenSale]:
    """Return the open sales with a bill number (see `domain.sales.number_key`)."""
    rows = cursor.execute("SELECT body FROM sale WHERE bill_number = ?", (bill_number,))
    return [unpack_sale(row[0]) for row in rows]


def sales_of_member(cursor: sqlite3.Cursor, member: str, since: date) -> list[OpenSale]:
    """Return a member's open sales from a business date on."""
    rows = cursor.execute(
        "SELECT body FROM sale WHERE member = ? AND on_date >= ?", (member, since.isoformat())
    )
    return [unpack_sale(row[0]) for row in rows]


def sales_on(cursor: sqlite3.Cursor, on: date) -> list[OpenSale]:
    """Return the open sales of a business date."""
    rows = cursor.execute("SELECT body FROM sale WHERE on_date = ?", (on.isoformat(),))
    return [unpack_sale(row[0]) for row in rows]


def drop_sales(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget open sales whose last day is over."""
    cursor.execute("DELETE FROM sale WHERE last_day < ?", (before.isoformat(),))
