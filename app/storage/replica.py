"""Members of the replica: one by id on the hot path, or all, one after another."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.storage.rows import (
    StaleFoldError,
    unpack_dated_state,
    unpack_profile,
    unpack_programme,
    unpack_sale,
)
from app.storage.station import is_emptied
from app.storage.writer import TABLES_VERSION


class MemberRow(NamedTuple):
    """A member's folded rows; `own_seq` is this station's last journal row they contain."""

    own_seq: int
    state: bytes
    profile: bytes


def state_row(cursor: sqlite3.Cursor, member_id: str) -> tuple[int, bytes] | None:
    """Return (own_seq, state) of a member, or None; what recording a sale needs of the row."""
    row: tuple[int, bytes] | None = cursor.execute(
        "SELECT own_seq, state FROM member WHERE member = ?", (member_id,)
    ).fetchone()
    return row


def member_row(cursor: sqlite3.Cursor, member_id: str) -> MemberRow | None:
    """Return a member's rows, or None when the replica does not have the member."""
    row = cursor.execute(
        "SELECT own_seq, state, profile FROM member WHERE member = ?", (member_id,)
    ).fetchone()
    return MemberRow(*row) if row else None


def members(cursor: sqlite3.Cursor) -> Iterator[tuple[MemberState, Profile]]:
    """Yield all members in the order of their ids, aliases of merged ones included."""
    for state, profile in cursor.execute("SELECT state, profile FROM member ORDER BY member"):
        yield unpack_dated_state(state), unpack_profile(profile)


def members_after(cursor: sqlite3.Cursor, after: str, limit: int) -> list[str]:
    """Return members past an id, in order, aliases of merged ones included."""
    rows = cursor.execute(
        "SELECT member FROM member WHERE member > ? ORDER BY member LIMIT ?", (after, limit)
    )
    return [row[0] for row in rows]


def newest_sale(cursor: sqlite3.Cursor) -> date | None:
    """Return the newest business date that has a sale; None when no sale is kept."""
    newest = cursor.execute("SELECT max(on_date) FROM sale").fetchone()[0]
    return date.fromisoformat(newest) if newest else None


def is_readable(cursor: sqlite3.Cursor) -> bool:
    """Say whether a stale replica can be shown and sold on until it is folded anew.

    Judged by a few of its rows, for one fold wrote them all. Not one that is emptied already, or
    that a program wrote which this one does not understand.
    """
    version = cursor.execute("PRAGMA user_version").fetchone()[0]
    kept = dict(cursor.execute("SELECT key, value FROM meta").fetchall())
    if version != TABLES_VERSION or is_emptied(kept):
        return False
    try:
        for order in ("ASC", "DESC"):
            some = f"SELECT state, profile FROM member ORDER BY member {order} LIMIT 1"  # noqa: S608 - own words
            for state, profile in cursor.execute(some):
                unpack_dated_state(state)
                unpack_profile(profile)
        for row in cursor.execute("SELECT body FROM sale ORDER BY on_date DESC LIMIT 1"):
            unpack_sale(row[0])
        for row in cursor.execute("SELECT compiled FROM programme"):
            unpack_programme(row[0])
    except (StaleFoldError, ValueError):
        return False
    return True
