"""Search rows of members in keys.db: words of the name, digits of the phone, days of the year."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select

from app.domain.names import sounds
from app.storage import words
from app.storage.tables import name_words, occasion, phone_digits

if TYPE_CHECKING:
    from app.storage.vault import Admission


def put(core: Connection, admissions: "Sequence[Admission]") -> None:
    """Add the rows of members who have none yet."""
    words.put(core, name_words, {one.member: sounds(one.name) for one in admissions})
    phones = [
        {"member": one.member, "digits": one.digits, "backwards": one.digits[::-1]}
        for one in admissions
        if one.digits
    ]
    if phones:
        core.execute(insert(phone_digits), phones)
    days = [
        {"member": one.member, "kind": kind, "day": f"{on:%m-%d}"}
        for one in admissions
        for kind, on in (("birthday", one.birthday), ("joined", one.joined_on))
        if on
    ]
    if days:
        core.execute(insert(occasion), days)


def drop(core: Connection, member: str) -> None:
    """Forget a member's rows."""
    words.drop(core, name_words, member)
    core.execute(delete(phone_digits).where(phone_digits.c.member == member))
    core.execute(delete(occasion).where(occasion.c.member == member))


def by_name(core: Connection, query: str, limit: int) -> list[str]:
    """Return the members with a name like `query`, best first, at most `limit`."""
    return words.find(core, name_words, sounds(query), limit)


def by_digits(core: Connection, digits: str, limit: int) -> list[str]:
    """Return the members whose phone ends or else begins with `digits`."""
    of = phone_digits.c
    found: dict[str, None] = {}
    for column, begin in ((of.backwards, digits[::-1]), (of.digits, digits)):
        rows = select(of.member).where(column >= begin, column < begin + ":")
        found |= dict.fromkeys(core.scalars(rows.order_by(column).limit(limit)))
    return list(found)[:limit]


def by_day(core: Connection, kind: str, days: Sequence[str], after: str, limit: int) -> list[str]:
    """Return members past `after`, by id, whose day of a kind is one of `days` (MM-DD)."""
    of = occasion.c
    rows = select(of.member).where(of.kind == kind, of.day.in_(days), of.member > after)
    return list(core.scalars(rows.order_by(of.member).limit(limit)))
