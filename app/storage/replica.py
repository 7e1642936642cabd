"""Every member of the replica, one after another: for exports and totals."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.storage.rows import unpack_profile, unpack_state
from app.storage.tables import member, sale


def members(core: Connection) -> Iterator[tuple[MemberState, Profile]]:
    """Yield all members in the order of their ids, aliases of merged ones included."""
    rows = core.execution_options(yield_per=500).execute(
        select(member.c.state, member.c.profile).order_by(member.c.member)
    )
    for row in rows:
        yield unpack_state(row.state), unpack_profile(row.profile)


def newest_sale(core: Connection) -> date | None:
    """Return the newest business date that has a sale; None when no sale is kept."""
    return core.scalar(select(func.max(sale.c.on_date)))
