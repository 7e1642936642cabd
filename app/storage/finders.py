"""Who a keyed hash (card, phone, old number) belongs to; on the cursor, since scans are hot."""

import sqlite3


def member_of(cursor: sqlite3.Cursor, mac: str) -> str | None:
    """Return the member with this keyed hash; merges are resolved already."""
    row = cursor.execute("SELECT member FROM finder WHERE mac = ?", (mac,)).fetchone()
    return row[0] if row else None
