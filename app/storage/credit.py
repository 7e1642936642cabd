"""A top-up of this station, as its journal keeps it."""

import sqlite3
from typing import Final

_BODY: Final = "SELECT body FROM journal WHERE event_id = ?"


def journal_body(cursor: sqlite3.Cursor, event_id: str) -> bytes | None:
    """Return the bytes of an event this station recorded, or None."""
    row = cursor.execute(_BODY, (event_id,)).fetchone()
    return bytes(row[0]) if row else None
