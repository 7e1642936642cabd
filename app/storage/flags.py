"""The review list, the counts behind it, and the tallies of polls, in station.db."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from app.domain.events import Event
from app.domain.facts import Answered, Flagged
from app.domain.guards import Tick

WAITING: Final = "waiting"

_COLUMNS: Final = (
    "event_id, guard, member, staff, subject, detail, on_date, at_ms, status, decided_by,"
    " decided_on, body"
)


class FlagRow(NamedTuple):
    """One entry of the review list.

    `status` is waiting, approved or rejected. `body` are the bytes of the answered survey that
    waits for its coins, empty for what a guard found.
    """

    event_id: str
    guard: str
    member: str
    staff: str
    subject: str
    detail: str
    on: date
    at_ms: int
    status: str = WAITING
    decided_by: str = ""
    decided_on: date | None = None
    body: bytes = b""


def flag_of(event: Event, body: bytes) -> FlagRow | None:
    """Return the entry an event makes (`body` are its bytes), or None when it makes none.

    A survey answered in doubt is one itself: subject is the survey, detail what was doubted.
    """
    match event.facts:
        case Flagged() as found:
            guard, subject, detail, kept = found.guard, found.subject, found.detail, b""
        case Answered(doubts=doubts) as answered if doubts:
            guard, subject, detail, kept = "survey", answered.survey, " ".join(doubts), body
        case _:
            return None
    return FlagRow(
        event.id, guard, event.member, event.staff, subject, detail, event.on, event.at_ms,
        body=kept,
    )  # fmt: skip


def put_flag(cursor: sqlite3.Cursor, row: FlagRow) -> None:
    """Keep an entry; one that is there stays as it is."""
    cursor.execute(
        f"INSERT OR IGNORE INTO flag ({_COLUMNS}) VALUES ({','.join('?' * len(row))})",  # noqa: S608
        row._replace(
            on=row.on.isoformat(),  # type: ignore[arg-type]
            decided_on=row.decided_on and row.decided_on.isoformat(),  # type: ignore[arg-type]
        ),
    )


def decide_flag(cursor: sqlite3.Cursor, flag: str, status: str, by: str, on: date) -> None:
    """Note how an entry was decided."""
    cursor.execute(
        "UPDATE flag SET status = ?, decided_by = ?, decided_on = ? WHERE event_id = ?",
        (status, by, on.isoformat(), flag),
    )


def flag_by_id(cursor: sqlite3.Cursor, flag: str) -> FlagRow | None:
    """Return an entry of the list."""
    rows = _read(cursor, "event_id = ?", flag)
    return rows[0] if rows else None


def waiting_flags(cursor: sqlite3.Cursor) -> list[FlagRow]:
    """Return the entries nobody decided yet, oldest first."""
    return _read(cursor, "status = ?", WAITING)


def flag_about(cursor: sqlite3.Cursor, guard: str, subject: str) -> FlagRow | None:
    """Return the earliest entry a guard made about somebody."""
    rows = _read(cursor, "guard = ? AND subject = ?", guard, subject)
    return rows[0] if rows else None


def _read(cursor: sqlite3.Cursor, where: str, *values: str) -> list[FlagRow]:
    found = cursor.execute(
        f"SELECT {_COLUMNS} FROM flag WHERE {where} ORDER BY at_ms, event_id",  # noqa: S608
        values,
    )
    return [
        FlagRow(*row)._replace(
            on=date.fromisoformat(row[6]), decided_on=row[10] and date.fromisoformat(row[10])
        )
        for row in found
    ]


# ---------------------------------------------------------------- what guards count


def add_counts(cursor: sqlite3.Cursor, counts: Iterable[Tick]) -> None:
    """Add to what guards count."""
    cursor.executemany(
        "INSERT INTO watched (what, subject, on_date, amount) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (what, subject, on_date) DO UPDATE SET amount = amount + excluded.amount",
        [(one.what, one.subject, one.on.isoformat(), one.amount) for one in counts],
    )


def counted(cursor: sqlite3.Cursor, what: str, subject: str, first: date, last: date) -> int:
    """Return the sum of `what` about a subject from one business date to another."""
    row = cursor.execute(
        "SELECT coalesce(sum(amount), 0) FROM watched"
        " WHERE what = ? AND subject = ? AND on_date BETWEEN ? AND ?",
        (what, subject, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(row[0])


def drop_counts(cursor: sqlite3.Cursor, before: date) -> None:
    """Forget counts that no guard looks back to any more."""
    cursor.execute("DELETE FROM watched WHERE on_date < ?", (before.isoformat(),))


# ---------------------------------------------------------------- tallies


def add_marks(
    cursor: sqlite3.Cursor, survey: str, version: int, marks: Iterable[tuple[str, str]]
) -> None:
    """Count one more for each (question, option) of a survey's version."""
    cursor.executemany(
        "INSERT INTO tally (survey, version, question, option, count) VALUES (?, ?, ?, ?, 1)"
        " ON CONFLICT (survey, version, question, option) DO UPDATE SET count = count + 1",
        [(survey, version, question, option) for question, option in marks],
    )


def tally_of(cursor: sqlite3.Cursor, survey: str, version: int) -> dict[tuple[str, str], int]:
    """Return how many chose each (question, option) of a survey's version."""
    rows = cursor.execute(
        "SELECT question, option, count FROM tally WHERE survey = ? AND version = ?",
        (survey, version),
    )
    return {(question, option): count for question, option, count in rows}
