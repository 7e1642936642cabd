"""A new member says who sent them (LEDGER.md 21); both are paid by the day-end job."""

from dataclasses import dataclass
from typing import assert_never

from app.domain.codes import Misread, read_card, read_friend
from app.domain.events import Event
from app.domain.facts import Referred
from app.domain.referrals import referral
from app.services.cards import MemberUnknown, who_has
from app.services.friends import who_sent
from app.services.members.phones import Phone, old_number_key, read_phone
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage.writer import Tx

KEY = "referral"


@dataclass(frozen=True, slots=True)
class FriendBrought:
    """`referrer` is noted; both are paid once the friend's first purchase has lasted."""

    member: str
    referrer: str


@dataclass(frozen=True, slots=True)
class ReferrerUnknown:
    """No member here has this card, old number or phone."""

    code: str


@dataclass(frozen=True, slots=True)
class SelfReferral:
    """Nobody brings themselves."""


@dataclass(frozen=True, slots=True)
class AlreadyReferred:
    """Somebody brought this member before; that stays."""


@dataclass(frozen=True, slots=True)
class NotNew:
    """The member has bought here before: only who is new can be brought."""


@dataclass(frozen=True, slots=True)
class NoReferrals:
    """The programme pays for no friends."""


ReferralOutcome = (
    FriendBrought
    | ReferrerUnknown
    | SelfReferral
    | AlreadyReferred
    | NotNew
    | NoReferrals
    | MemberUnknown
    | DiskFull
)


def refer(shop: Shop, staff: str, member: str, code: str) -> ReferralOutcome:
    """Note who brought a member that has not bought yet: by card, old number or phone."""
    if shop.programme.referral is None:
        return NoReferrals()
    if shop.profile(member) is None:
        return MemberUnknown()
    referrer = referrer_of(shop, code)
    if referrer is None:
        return ReferrerUnknown(code)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], ReferralOutcome]:
        state = shop.state(member, tx)
        if shop.state(referrer, tx).member == state.member:
            return (), SelfReferral()
        if KEY in state.once:
            return (), AlreadyReferred()
        if state.purchases:
            return (), NotNew()
        event = referred_event(shop, staff, state.member, referrer)
        return (event,), FriendBrought(state.member, referrer)

    return write_outcome(shop, decide)


def referrer_of(shop: Shop, code: str) -> str | None:
    """Return the member a code names: by friend number, card, old number or phone."""
    friend, card = read_friend(code), read_card(code)
    found = who_sent(shop, friend) if not isinstance(friend, Misread) else None
    if found is None and not isinstance(card, Misread):
        found = who_has(shop, "card", card)
    found = found or who_has(shop, "old_number", old_number_key(code))
    if found is None:
        phone = read_phone(shop, code)
        found = who_has(shop, "phone", phone.e164) if isinstance(phone, Phone) else None
    profile = shop.profile(found) if found else None
    return profile.member if profile else None


def referred_event(shop: Shop, staff: str, member: str, referrer: str) -> Event:
    """Return the event that notes who brought a member."""
    return shop.event(
        "referred",
        Referred(referrer),
        member=member,
        staff=staff,
        effects=(referral(shop.programme, referrer),),
        once=(f"{KEY}:{member}",),
    )


def referral_sentence(outcome: ReferralOutcome) -> str:  # noqa: PLR0911 - one for each outcome
    """Return why a friend was not noted and what to do; "" when it was."""
    match outcome:
        case FriendBrought():
            return ""
        case ReferrerUnknown(code=code):
            return f'Nobody here has the card, number or phone "{code}"; check it.'
        case SelfReferral():
            return "Nobody can bring themselves; name another member."
        case AlreadyReferred():
            return "Somebody brought this member already; that stays."
        case NotNew():
            return "The member has bought here before; only new members can be brought."
        case NoReferrals():
            return "The programme pays for no friends; add [referral] to it."
        case MemberUnknown():
            return "There is no such member."
        case DiskFull():
            return "The disk is full; make space and try again."
        case _:
            assert_never(outcome)
