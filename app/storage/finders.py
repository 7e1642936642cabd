"""Who a keyed hash (card, phone, old number) belongs to."""

from sqlalchemy import Connection, bindparam, select

from app.storage.tables import finder

_MEMBER = select(finder.c.member).where(finder.c.mac == bindparam("mac"))


def member_of(core: Connection, mac: str) -> str | None:
    """Return the member with this keyed hash; merges are resolved already."""
    member: str | None = core.scalar(_MEMBER, {"mac": mac})
    return member
