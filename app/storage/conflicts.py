"""What became of own events otherwise than was said at the till, in station.db."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

_COLUMNS: Final = (
    "event_id, seq, kind, rule, member, detail, on_date, at_ms, coins, money_minor, seen"
)
_KEEP: Final = (
    f"INSERT INTO conflict ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)"  # noqa: S608
    " ON CONFLICT (event_id) DO UPDATE SET seq = excluded.seq, rule = excluded.rule,"
    " detail = excluded.detail, coins = excluded.coins, money_minor = excluded.money_minor,"
    " seen = seen AND kind = excluded.kind, kind = excluded.kind"
)


class ConflictRow(NamedTuple):
    """One row; see `domain.conflicts.Conflict`. `seq` is the feed number that settled it."""

    event_id: str
    seq: int
    kind: str
    rule: str
    member: str
    detail: str
    on: date
    at_ms: int
    coins: int
    money_minor: int
    seen: bool = False


def keep(cursor: sqlite3.Cursor, row: ConflictRow) -> None:
    """Keep what became of an event; one that was looked at stays so unless its kind changed."""
    cursor.execute(_KEEP, (*row[:6], row.on.isoformat(), *row[7:10]))


def drop(cursor: sqlite3.Cursor, event_id: str) -> None:
    """Forget what was kept of an event: it counts after all."""
    cursor.execute("DELETE FROM conflict WHERE event_id = ?", (event_id,))


def has_other(cursor: sqlite3.Cursor, kind: str, on: date, event_id: str) -> bool:
    """Say whether another event of a business date has a conflict of that kind."""
    row = cursor.execute(
        "SELECT 1 FROM conflict WHERE kind = ? AND on_date = ? AND event_id <> ?",
        (kind, on.isoformat(), event_id),
    ).fetchone()
    return row is not None


def unseen(cursor: sqlite3.Cursor) -> int:
    """Return how many nobody looked at yet."""
    count: int = cursor.execute("SELECT COUNT(*) FROM conflict WHERE NOT seen").fetchone()[0]
    return count


def newest(cursor: sqlite3.Cursor, limit: int) -> list[ConflictRow]:
    """Return what nobody looked at yet, then the rest, each newest first."""
    rows = cursor.execute(
        f"SELECT {_COLUMNS} FROM conflict ORDER BY seen, seq DESC LIMIT ?",  # noqa: S608
        (limit,),
    )
    return [
        ConflictRow(*row)._replace(on=date.fromisoformat(row[6]), seen=bool(row[10]))
        for row in rows
    ]


def see(cursor: sqlite3.Cursor, event_ids: Iterable[str]) -> None:
    """Note that somebody looked at them."""
    cursor.executemany(
        "UPDATE conflict SET seen = TRUE WHERE event_id = ?", [(one,) for one in event_ids]
    )


def tidy(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget those that were looked at, of business dates before a day."""
    cursor.execute("DELETE FROM conflict WHERE seen AND on_date < ?", (before.isoformat(),))


def holder_body(
    cursor: sqlite3.Cursor, key: str, loser: str, since: date, until: date
) -> bytes | None:
    """Return the bytes of another station's event that holds a once key, or None.

    Looks among what was received of those business dates, so it reads as many rows as they have.
    """
    row = cursor.execute(
        "SELECT body FROM received WHERE on_date BETWEEN ? AND ? AND instr(body, ?)"
        " AND NOT instr(body, ?) ORDER BY seq LIMIT 1",
        (since.isoformat(), until.isoformat(), f'"{key}"'.encode(), f'"{loser}"'.encode()),
    ).fetchone()
    return row[0] if row else None
