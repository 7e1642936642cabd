"""The rows of the print queue, and the journal row that a slip names; no rules."""

import json
import sqlite3
from typing import Final, Literal, NamedTuple

from app.storage.station import write_meta

JobState = Literal["waiting", "printing", "unsure", "printed", "failed"]
"""`printing` is on its way to the printer; of `unsure` part may be on paper already."""

_FOLLOWED: Final = "slips_until"
_INSERT: Final = (
    "INSERT OR IGNORE INTO print_job (id, kind, title, at_ms, picture, state, tries, problem)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_FIRST: Final = (
    "SELECT id, kind, title, at_ms, picture, state, tries, problem FROM print_job"
    " WHERE state IN ('waiting', 'unsure') ORDER BY at_ms, id LIMIT 1"
)
_BY_ID: Final = (
    "SELECT id, kind, title, at_ms, picture, state, tries, problem FROM print_job WHERE id = ?"
)
_WAITING: Final = "SELECT COUNT(*) FROM print_job WHERE state IN ('waiting', 'printing', 'unsure')"
_PUT: Final = (
    "UPDATE print_job SET state = ?, problem = ?, tries = tries + ?,"
    " picture = CASE WHEN ? IN ('printed', 'failed') THEN x'' ELSE picture END WHERE id = ?"
)
_FAIL: Final = (
    "UPDATE print_job SET state = 'failed', picture = x'', problem = ?"
    " WHERE state IN ('waiting', 'unsure') AND at_ms < ?"
    " AND kind IN (SELECT value FROM json_each(?))"
)
_ASIDE: Final = (
    "SELECT COUNT(*) FROM print_job WHERE state = 'failed' AND at_ms >= ?"
    " AND problem IN (SELECT value FROM json_each(?))"
)


class JobRow(NamedTuple):
    """One slip to print: `picture` is PNG, `problem` why it did not go through the last time."""

    id: str
    kind: str
    title: str
    at_ms: int
    picture: bytes
    state: JobState
    tries: int
    problem: str


class OwnRow(NamedTuple):
    """A row of the station's journal."""

    seq: int
    body: bytes
    hash: bytes


def own_row(cursor: sqlite3.Cursor, event_id: str) -> OwnRow | None:
    """Return the journal's row of an event that this station recorded."""
    row = cursor.execute(
        "SELECT seq, body, hash FROM journal WHERE event_id = ?", (event_id,)
    ).fetchone()
    return OwnRow(*row) if row else None


def newest_bodies(cursor: sqlite3.Cursor, limit: int) -> list[bytes]:
    """Return the newest events of the station's journal as bytes, newest first."""
    found = cursor.execute("SELECT body FROM journal ORDER BY seq DESC LIMIT ?", (limit,))
    return [body for (body,) in found]


def followed(cursor: sqlite3.Cursor) -> int | None:
    """Return up to which row of the journal slips are in the queue; None before the first time."""
    row = cursor.execute("SELECT value FROM meta WHERE key = ?", (_FOLLOWED,)).fetchone()
    return int(row[0]) if row else None


def keep_followed(cursor: sqlite3.Cursor, seq: int) -> None:
    """Keep up to which row of the journal slips are in the queue."""
    write_meta(cursor, _FOLLOWED, seq)


def insert(cursor: sqlite3.Cursor, job: JobRow) -> None:
    """Put a job into the queue; one that is there already stays as it is."""
    cursor.execute(_INSERT, job)


def first(cursor: sqlite3.Cursor) -> JobRow | None:
    """Return the job that is next: the oldest that waits."""
    row = cursor.execute(_FIRST).fetchone()
    return JobRow(*row) if row else None


def waiting(cursor: sqlite3.Cursor) -> int:
    """Return how many jobs are not on paper yet."""
    return int(cursor.execute(_WAITING).fetchone()[0])


def aside(cursor: sqlite3.Cursor, problems: tuple[str, ...], since_ms: int) -> int:
    """Return how many jobs since an instant (Unix ms) were given up for one of these problems."""
    return int(cursor.execute(_ASIDE, (since_ms, json.dumps(problems))).fetchone()[0])


def by_id(cursor: sqlite3.Cursor, job: str) -> JobRow | None:
    """Return a job, or None."""
    row = cursor.execute(_BY_ID, (job,)).fetchone()
    return JobRow(*row) if row else None


def put_state(
    cursor: sqlite3.Cursor, job: str, state: JobState, problem: str, *, tried: bool = False
) -> None:
    """Change a job's state; `tried` counts one try more. A job that is over keeps no picture."""
    cursor.execute(_PUT, (state, problem, int(tried), state, job))


def interrupted(cursor: sqlite3.Cursor) -> None:
    """Note of the jobs a process died over that part of them may be on paper."""
    cursor.execute("UPDATE print_job SET state = 'unsure' WHERE state = 'printing'")


def fail_before(cursor: sqlite3.Cursor, kinds: tuple[str, ...], at_ms: int, problem: str) -> None:
    """Give up the jobs of these kinds that wait since before an instant (Unix ms)."""
    cursor.execute(_FAIL, (problem, at_ms, json.dumps(kinds)))


def drop_waiting(cursor: sqlite3.Cursor, job: str) -> None:
    """Forget a job of which nothing went to the printer yet."""
    cursor.execute("DELETE FROM print_job WHERE id = ? AND state = 'waiting'", (job,))


def drop_failed(cursor: sqlite3.Cursor, job: str, kind: str, title: str) -> None:
    """Forget jobs that were given up: one by its id, and those of a kind with a title."""
    cursor.execute(
        "DELETE FROM print_job WHERE state = 'failed' AND (id = ? OR (kind = ? AND title = ?))",
        (job, kind, title),
    )


def drop_done(cursor: sqlite3.Cursor, before_ms: int) -> None:
    """Forget jobs that are printed or given up, and older than an instant."""
    cursor.execute(
        "DELETE FROM print_job WHERE state IN ('printed', 'failed') AND at_ms < ?", (before_ms,)
    )
