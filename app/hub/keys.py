"""Members' keys, sealed: the hub keeps and hands out what it cannot read."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from app.domain.fold import blank
from app.domain.fold.together import Together
from app.domain.members import MemberState
from app.storage.rows import unpack_state
from app.storage.tables import account, sealed_key
from app.wire.events import UnknownEventError, decode
from app.wire.sync import KEYS_MAX

_ENROLLED = b'"kind":"enrolled"'


def keep(core: Connection, cell_id: str, keys: Mapping[str, bytes]) -> None:
    """Keep sealed keys of members that have none here yet and were not erased."""
    if not keys:
        return
    together = _together(core, cell_id)
    here = sealed(core, cell_id, keys)
    new = [
        {"cell_id": cell_id, "member": member, "sealed": one}
        for member, one in keys.items()
        if member not in here and not together.living(member).erased
    ]
    if new:
        core.execute(insert(sealed_key), new)


def forget(core: Connection, cell_id: str, erased: Iterable[str]) -> None:
    """Delete the keys of members who were erased, and of those they were merged with."""
    together = _together(core, cell_id)
    gone = {one for member in erased for one in together.family(member)}
    if gone:
        core.execute(
            delete(sealed_key).where(sealed_key.c.cell_id == cell_id, sealed_key.c.member.in_(gone))
        )


def sealed(core: Connection, cell_id: str, members: Collection[str]) -> dict[str, bytes]:
    """Return the sealed keys of some members, as far as they are here."""
    if not members:
        return {}
    rows = core.execute(
        select(sealed_key.c.member, sealed_key.c.sealed).where(
            sealed_key.c.cell_id == cell_id, sealed_key.c.member.in_(members)
        )
    )
    return {row.member: row.sealed for row in rows}


def sealed_after(core: Connection, cell_id: str, member: str) -> dict[str, bytes]:
    """Return the next sealed keys in the order of members' ids, past one."""
    rows = core.execute(
        select(sealed_key.c.member, sealed_key.c.sealed)
        .where(sealed_key.c.cell_id == cell_id, sealed_key.c.member > member)
        .order_by(sealed_key.c.member)
        .limit(KEYS_MAX)
    )
    return {row.member: row.sealed for row in rows}


def enrolled_in(bodies: Iterable[bytes]) -> set[str]:
    """Return the members who are enrolled by some bodies of the feed; only those are decoded."""
    found = set()
    for body in bodies:
        if _ENROLLED in body:
            try:
                found.add(decode(body).member)
            except UnknownEventError:
                continue
    return found


def _together(core: Connection, cell_id: str) -> Together:
    def state_of(member: str) -> MemberState:
        packed = core.execute(
            select(account.c.state).where(account.c.cell_id == cell_id, account.c.member == member)
        ).scalar()
        return unpack_state(packed) if packed is not None else blank(member)

    return Together(state_of)
