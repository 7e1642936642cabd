"""Joining the programme and changing what one said then.

The member's key and search rows are committed in keys.db before the event that needs them; a
crash between leaves a marker there, and `mend` decides when the shop opens again.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.codes import CardNumber, short_number
from app.domain.events import Event
from app.domain.facts import Enrolled, Personal, ProfileChanged
from app.domain.names import BadName
from app.domain.profiles import PERSONAL_FIELDS, Profile, sealed_for
from app.services.cards import (
    BlankCardFault,
    CardTaken,
    MemberUnknown,
    card_to_give,
    issued_event,
    who_has,
)
from app.services.erasing import forget_erased
from app.services.members.phones import BadPhone, national
from app.services.members.said import BadBirthday, Said, read_said
from app.services.members.views import MemberView, view_of
from app.services.referrals import NoReferrals, ReferrerUnknown, referred_event, referrer_of
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import failpoints
from app.storage.vault import Admission
from app.storage.writer import StorageFullError, Tx


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a new member says. `phone` None was skipped; `card` None asks for a new number.

    `old_number` is the number an earlier system knew the member by, `referrer` the card, old
    number or phone of the member who sent this one ("" = nobody).
    """

    phone: str | None
    name: str
    language: str
    birthday: date | None = None
    consent: bool = False
    marketing: bool = False
    card: str | None = None
    old_number: str = ""
    referrer: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """What a member wants changed: None = as it is, "" = cleared."""

    name: str | None = None
    phone: str | None = None
    birthday: date | Literal[""] | None = None
    language: str | None = None
    marketing: bool | None = None


@dataclass(frozen=True, slots=True)
class Welcome:
    """The new member and the number of the card."""

    view: MemberView
    card_number: CardNumber


@dataclass(frozen=True, slots=True)
class PhoneTaken:
    """A member has this phone (or old number) already: open them instead."""

    view: MemberView


@dataclass(frozen=True, slots=True)
class NoConsent:
    """Nobody joins without agreeing to the consent text."""


Refused = (
    NoConsent
    | BadName
    | BadPhone
    | BadBirthday
    | PhoneTaken
    | BlankCardFault
    | ReferrerUnknown
    | NoReferrals
    | DiskFull
)
ChangeOutcome = (
    MemberView
    | MemberUnknown
    | BadName
    | BadPhone
    | BadBirthday
    | PhoneTaken
    | NeedsApproval
    | DiskFull
)


def enrol(shop: Shop, staff: str, asked: Enrolment) -> Welcome | Refused:
    """Make a member, with a card; who has the phone already is answered, not made twice.

    A name may be left out by who gives a phone or an old number.
    """
    said = read_said(shop, asked.name, asked.phone or "", asked.birthday or "", asked.old_number)
    if not isinstance(said, Said):
        return said
    if not asked.consent:
        return NoConsent()
    referrer = _referrer(shop, asked.referrer)
    if not isinstance(referrer, str):
        return referrer
    number = card_to_give(shop, asked.card)
    if not isinstance(number, str):
        return number
    member = shop.mint()
    refused = _admit(shop, staff, member, said, number, asked, referrer)
    return refused or Welcome(_view(shop, member), number)


def _referrer(shop: Shop, code: str) -> str | ReferrerUnknown | NoReferrals:
    """Return the member who sent the new one, "" when nobody did."""
    if not code:
        return ""
    if shop.programme.referral is None:
        return NoReferrals()
    return referrer_of(shop, code) or ReferrerUnknown(code)


def change_profile(
    shop: Shop, staff: str, member: str, change: ProfileChange, approver: str = ""
) -> ChangeOutcome:
    """Change what a member said; a phone still belongs to one member only.

    A birthday that was given once changes only with a supervisor: gifts hang on it (C39).
    """
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    said = read_said(shop, change.name, change.phone, change.birthday, None)
    if not isinstance(said, Said):
        return said
    born = shop.personal(profile, "birthday")[0]
    if said.birthday is not None and said.birthday != born and born:  # noqa: SIM102
        if approver_of(shop, staff, approver) is None:
            return NeedsApproval()
    member = profile.member
    facts = ProfileChanged(said.sealed(shop, member), change.language, change.marketing)
    events = (
        shop.event("profile_changed", facts, member=member, staff=staff),
        *_given_up(shop, staff, profile, said),
    )

    def decide(tx: Tx) -> tuple[tuple[Event, ...], str | None]:
        owner = said.owner(shop, tx)
        mine = owner is None or owner in shop.family(member, tx)
        return (events, None) if mine else ((), owner)

    owner = write_outcome(shop, decide)
    if isinstance(owner, DiskFull):
        return owner
    if owner:
        return PhoneTaken(_view(shop, owner))
    with suppress(StorageFullError):  # it is changed; until the next change the search is behind
        reindex(shop, member)
        others = [shop.own_profile(event.member) for event in events[1:]]
        shop.vault.reindex(*[admission_of(shop, one) for one in others])
    return _view(shop, member)


def _given_up(shop: Shop, staff: str, profile: Profile, said: Said) -> list[Event]:
    """Return the events that clear, with merged members, what a new value takes the place of."""
    gone: dict[str, dict[str, str]] = {}
    for field in PERSONAL_FIELDS:
        of = sealed_for(profile, field.name)
        if of != profile.member and getattr(said, field.name) is not None:
            gone.setdefault(of, {})[field.name] = ""
    return [
        shop.event("profile_changed", ProfileChanged(Personal(**values)), member=of, staff=staff)
        for of, values in gone.items()
    ]


def mend(shop: Shop) -> None:
    """Settle what a crash cut short: keep the keys of members, forget the others and the erased.

    A keys.db that was put back from a copy knows members who were erased since; so nothing is
    served before they are forgotten.
    """
    forget_erased(shop)
    for member in shop.vault.half_enrolled():
        if shop.profile(member):
            shop.vault.settle(member)
        else:
            shop.vault.forget(member)


def admission_of(shop: Shop, profile: Profile) -> Admission:
    """Return the search rows of a profile in force."""
    name, phone, birthday = shop.personal(profile, "name", "phone", "birthday")
    born = date.fromisoformat(birthday) if birthday else None
    return Admission(profile.member, name, national(phone), born, profile.joined_on)


def reindex(shop: Shop, member: str) -> None:
    """Make a member's search rows anew from the profile in force."""
    profile = shop.profile(member)
    if profile:
        shop.vault.reindex(admission_of(shop, profile))


# ---------------------------------------------------------------- inside


def _admit(
    shop: Shop,
    staff: str,
    member: str,
    said: Said,
    number: CardNumber,
    asked: Enrolment,
    referrer: str,
) -> PhoneTaken | CardTaken | DiskFull | None:
    """Keep the member's key, then write who joined; a key nobody came to is forgotten."""
    try:
        shop.vault.admit(said.admission(member, shop.moment().on))
    except StorageFullError:
        return DiskFull()
    failpoints.reach("enrol.key_kept")
    refused = _join(shop, staff, member, said, number, asked, referrer)
    if refused is None:
        shop.vault.settle(member)
    else:
        with suppress(StorageFullError):  # `mend` forgets it then
            shop.vault.forget(member)
    return refused


def _join(
    shop: Shop,
    staff: str,
    member: str,
    said: Said,
    number: CardNumber,
    asked: Enrolment,
    referrer: str,
) -> PhoneTaken | CardTaken | DiskFull | None:
    """Write both events, or say why not: checked again where nobody can come between."""
    facts = Enrolled(
        said.sealed(shop, member), asked.language, shop.programme.consent.version, asked.marketing
    )
    events = (
        shop.event("enrolled", facts, member=member, staff=staff),
        issued_event(shop, staff, member, number),
        *((referred_event(shop, staff, member, referrer),) if referrer else ()),
    )

    def decide(tx: Tx) -> tuple[tuple[Event, ...], str | CardTaken | None]:
        if owner := said.owner(shop, tx):
            return (), owner
        if who_has(shop, "card", number, tx):
            return (), CardTaken(short_number(number))
        return events, None

    refused = write_outcome(shop, decide)
    return PhoneTaken(_view(shop, refused)) if isinstance(refused, str) else refused


def _view(shop: Shop, member: str) -> MemberView:
    profile = shop.profile(member)
    assert profile is not None, f"member {member} has no profile"
    return view_of(shop, profile)
