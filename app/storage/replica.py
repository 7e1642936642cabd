"""Members of the replica: one by id on the hot path, or all, one after another."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.storage.rows import unpack_profile, unpack_state
from app.storage.tables import member, sale


class MemberRow(NamedTuple):
    """A member's folded rows; `own_seq` is this station's last journal row they contain."""

    own_seq: int
    state: bytes
    profile: bytes


def member_row(cursor: sqlite3.Cursor, member_id: str) -> MemberRow | None:
    """Return a member's rows, or None when the replica does not have the member."""
    row = cursor.execute(
        "SELECT own_seq, state, profile FROM member WHERE member = ?", (member_id,)
    ).fetchone()
    return MemberRow(*row) if row else None


def members(core: Connection) -> Iterator[tuple[MemberState, Profile]]:
    """Yield all members in the order of their ids, aliases of merged ones included."""
    rows = core.execution_options(yield_per=500).execute(
        select(member.c.state, member.c.profile).order_by(member.c.member)
    )
    for row in rows:
        yield unpack_state(row.state), unpack_profile(row.profile)


def newest_sale(core: Connection) -> date | None:
    """Return the newest business date that has a sale; None when no sale is kept."""
    newest: date | None = core.scalar(select(func.max(sale.c.on_date)))
    return newest
