"""Members of the replica: one by id on the hot path, or all, one after another."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.storage.rows import unpack_profile, unpack_state


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
        yield unpack_state(state), unpack_profile(profile)


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
