"""Calls for help in station.db: the few that are open, by their age."""

import sqlite3
from datetime import date
from typing import NamedTuple

from app.domain.events import Event


class CallRow(NamedTuple):
    """One call: which screen of which store, when; `answered` when somebody is on the way."""

    event_id: str
    store: str
    till: str
    on: date
    at_ms: int
    answered: bool = False


def call_of(event: Event) -> CallRow:
    """Return the row of an event `help_called`."""
    return CallRow(event.id, event.store, event.till, event.on, event.at_ms)


def put_call(cursor: sqlite3.Cursor, row: CallRow) -> None:
    """Keep a call."""
    cursor.execute(
        "INSERT OR REPLACE INTO help_call (event_id, store, till, on_date, at_ms, answered)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        row._replace(on=row.on.isoformat()),  # type: ignore[arg-type]
    )


def answer(cursor: sqlite3.Cursor, call: str) -> None:
    """Note that a call was answered."""
    cursor.execute("UPDATE help_call SET answered = 1 WHERE event_id = ?", (call,))


def unanswered(cursor: sqlite3.Cursor, store: str, since_ms: int) -> list[CallRow]:
    """Return a store's calls nobody answered, since a moment (Unix ms), in no order."""
    rows = cursor.execute(
        "SELECT event_id, store, till, on_date, at_ms FROM help_call"
        " WHERE at_ms >= ? AND store = ? AND answered = 0",
        (since_ms, store),
    )
    return [CallRow(*row)._replace(on=date.fromisoformat(row[3])) for row in rows]


def drop_calls(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget the calls of before a business date."""
    cursor.execute("DELETE FROM help_call WHERE on_date < ?", (before.isoformat(),))
