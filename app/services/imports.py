"""People from an earlier system: they join without a name if need be, and say so honestly.

Nobody read our consent text to them, so their consent has the version `import`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from app.domain.events import Event
from app.domain.facts import Enrolled, Personal
from app.domain.names import BadName, clean_name
from app.services.cards import who_has
from app.services.members.phones import (
    BadPhone,
    Phone,
    national,
    old_number_key,
    read_phone,
)
from app.services.shop import Shop
from app.storage import failpoints
from app.storage.vault import Admission
from app.storage.writer import Tx
from app.wire.csv_table import BadRow
from app.wire.members_csv import Newcomer

CONSENT = "import"
"""The consent version of members whose consent an earlier system took."""

OLDEST_YEARS = 120


@dataclass(frozen=True, slots=True)
class Joined:
    """The member is new."""

    member: str


@dataclass(frozen=True, slots=True)
class Known:
    """A member has this number or phone already; nothing was added."""

    member: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The row cannot become a member; a sentence says why and what to do."""

    reason: str


@dataclass(slots=True)
class MembersTaken:
    """What an import of members did; `refused` rows changed nothing."""

    joined: int = 0
    known: int = 0
    refused: list[BadRow] = field(default_factory=list)


def take_over_all(shop: Shop, newcomers: Iterable[Newcomer | BadRow]) -> MembersTaken:
    """Take over members one by one: a refused one leaves the others as they are."""
    taken = MembersTaken()
    for newcomer in newcomers:
        if isinstance(newcomer, BadRow):
            taken.refused.append(newcomer)
            continue
        outcome = take_over(shop, newcomer)
        match outcome:
            case Joined():
                taken.joined += 1
            case Known():
                taken.known += 1
            case Refused(reason):
                taken.refused.append(BadRow(newcomer.line, reason))
            case _:
                assert_never(outcome)
    return taken


def take_over(shop: Shop, newcomer: Newcomer) -> Joined | Known | Refused:
    """Make a member of somebody an earlier system knows, once."""
    number = old_number_key(newcomer.number)
    if not number and not newcomer.phone:
        return Refused("has neither a member number nor a phone; one of them is needed")
    name = clean_name(newcomer.name) if newcomer.name else ""
    if isinstance(name, BadName):
        return Refused(f"the name cannot be kept (it is {name.fault}); shorten or correct it")
    phone = read_phone(shop, newcomer.phone) if newcomer.phone else None
    if isinstance(phone, BadPhone):
        return Refused(f'"{phone.text}" is no phone number of {shop.programme.country}; correct it')
    if fault := _birthday_fault(shop, newcomer.birthday):
        return Refused(fault)
    known = _owner(shop, phone, number, None)
    if known:
        return Known(known)
    return _join(shop, newcomer, name, phone, number)


def _birthday_fault(shop: Shop, birthday: date | None) -> str:
    today = shop.moment().on
    if birthday and (birthday > today or birthday.year < today.year - OLDEST_YEARS):
        return f"the birthday {birthday} is in the future or over {OLDEST_YEARS} years ago"
    return ""


def _join(
    shop: Shop, newcomer: Newcomer, name: str, phone: Phone | None, number: str
) -> Joined | Known:
    member = shop.mint()
    kept = phone.kept if phone else ""
    today = shop.moment().on
    shop.vault.admit(Admission(member, name, national(kept), newcomer.birthday, today))
    failpoints.reach("enrol.key_kept")

    def seal(field: str, text: str) -> str | None:
        return shop.vault.seal(member, field, text) if text else None

    birthday = newcomer.birthday.isoformat() if newcomer.birthday else ""
    personal = Personal(
        name=seal("name", name),
        phone=seal("phone", kept),
        birthday=seal("birthday", birthday),
        old_number=seal("old_number", number),
    )
    language = newcomer.language or shop.programme.languages[0]
    facts = Enrolled(personal, language, CONSENT, newcomer.marketing)
    event = shop.event("enrolled", facts, member=member)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], str | None]:
        owner = _owner(shop, phone, number, tx)
        return ((), owner) if owner else ((event,), None)

    owner = shop.record(decide)
    if owner:
        shop.vault.forget(member)
        return Known(owner)
    shop.vault.settle(member)
    return Joined(member)


def _owner(shop: Shop, phone: Phone | None, number: str, tx: Tx | None) -> str | None:
    by_number = who_has(shop, "old_number", number, tx) if number else None
    if by_number or phone is None:
        return by_number
    return who_has(shop, "phone", phone.e164, tx)
