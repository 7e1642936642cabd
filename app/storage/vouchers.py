"""Voucher numbers, stock and promo codes in station.db, on the cursor of a transaction."""

import sqlite3
from collections.abc import Iterator
from datetime import date


def point_voucher(cursor: sqlite3.Cursor, number: str, member: str) -> None:
    """Let a voucher's number find its member."""
    cursor.execute(
        "INSERT OR REPLACE INTO finder (mac, member, kind) VALUES (?, ?, 'voucher')",
        (number, member),
    )


def member_with(cursor: sqlite3.Cursor, number: str) -> str | None:
    """Return the member who has the voucher with a number; merges are resolved already."""
    row = cursor.execute(
        "SELECT member FROM finder WHERE mac = ? AND kind = 'voucher'", (number,)
    ).fetchone()
    return row[0] if row else None


def taken_stock(cursor: sqlite3.Cursor, reward: str) -> set[int]:
    """Return which of a reward's limited stock are taken, as far as this station knows."""
    return {int(key.rpartition(":")[2]) for key in _keys(cursor, f"stock:{reward}:")}


def promo_uses(cursor: sqlite3.Cursor, promo: str, *, single: bool) -> int:
    """Return how often a promo's code was used, as far as this station knows.

    Every use of a `single` code holds that code's key; of a shared code, the member's or, for a
    guest, the sale's.
    """
    uses = len(_keys(cursor, f"promo1:{promo}:"))
    if single:
        return uses
    return uses + len(_keys(cursor, f"promo:{promo}:")) + len(_keys(cursor, f"promo:{promo}#"))


def feed_bodies(cursor: sqlite3.Cursor, on: date, about: str) -> Iterator[bytes]:
    """Yield the booked events of a business date whose bytes name `about`, in order."""
    rows = cursor.execute(
        "SELECT body FROM received WHERE on_date = ? AND instr(body, ?) > 0 ORDER BY seq",
        (on.isoformat(), about.encode()),
    )
    for (body,) in rows:
        yield body


def _keys(cursor: sqlite3.Cursor, start: str) -> list[str]:
    """Return the once keys that begin with a text that ends in `:` or `#`."""
    end = start[:-1] + chr(ord(start[-1]) + 1)
    rows = cursor.execute("SELECT key FROM receipt WHERE key >= ? AND key < ?", (start, end))
    return [row[0] for row in rows]
