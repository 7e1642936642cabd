"""The bill being typed and the bills on hold: rows that outlive a crash."""

import sqlite3
from dataclasses import dataclass, field
from typing import Final

import msgspec

from app.domain.bills import Bill

CURRENT: Final = ""
"""The id of the draft on the screen; held ones have ids of their own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A bill as far as it was typed: `typed` are the texts of fields that are no bill yet.

    Nothing personal belongs in it (a name or phone half typed): this file is not encrypted.
    """

    bill: Bill
    typed: dict[str, str] = field(default_factory=dict)
    label: str = ""


_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Draft)


def write(cursor: sqlite3.Cursor, draft_id: str, staff: str, at_ms: int, draft: Draft) -> None:
    """Keep a draft under an id, in place of what was there."""
    cursor.execute(
        "INSERT INTO draft (id, staff, at_ms, body) VALUES (?, ?, ?, ?) ON CONFLICT (id)"
        " DO UPDATE SET staff = excluded.staff, at_ms = excluded.at_ms, body = excluded.body",
        (draft_id, staff, at_ms, _encoder.encode(draft)),
    )


def read(cursor: sqlite3.Cursor, draft_id: str) -> Draft | None:
    """Return a draft, or None."""
    row = cursor.execute("SELECT body FROM draft WHERE id = ?", (draft_id,)).fetchone()
    return _decoder.decode(row[0]) if row else None


def read_held(cursor: sqlite3.Cursor) -> list[tuple[str, int, Draft]]:
    """Return (id, when in Unix milliseconds, draft) of the bills on hold, oldest first."""
    query = "SELECT id, at_ms, body FROM draft WHERE id <> ? ORDER BY at_ms, rowid"
    rows = cursor.execute(query, (CURRENT,))
    return [(draft_id, at_ms, _decoder.decode(body)) for draft_id, at_ms, body in rows]


def remove(cursor: sqlite3.Cursor, draft_id: str) -> bool:
    """Forget a draft; say whether there was one."""
    return cursor.execute("DELETE FROM draft WHERE id = ?", (draft_id,)).rowcount > 0
