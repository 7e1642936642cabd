"""A member shows that a card is theirs by their phone number, which screens only show masked.

Asked for before somebody who only showed a card may choose a first PIN: who found the card does
not know the number.
"""

from dataclasses import dataclass

from app.services.members.phones import BadPhone, e164, read_phone
from app.services.pins import LockedOut, WrongPin, count_try, forgive, wrong
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class PhoneFits:
    """It is the member's number."""


@dataclass(frozen=True, slots=True)
class PhoneWrong:
    """It is not; after `tries_left` more wrong ones no number is looked at for a while."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class NoPhone:
    """The member gave none; staff help."""


ProofOutcome = PhoneFits | PhoneWrong | NoPhone | LockedOut | BadPhone


def prove_phone(shop: Shop, member: str, text: str) -> ProofOutcome:
    """Compare a typed phone number with the member's own; wrong ones lock as PINs do."""
    profile = shop.profile(member)
    kept = shop.personal(profile, "phone")[0] if profile else ""
    if profile is None or not kept:
        return NoPhone()
    typed = read_phone(shop, text)
    if isinstance(typed, BadPhone):
        return typed
    subject = f"proof:{profile.member}"
    counted = count_try(shop, subject)
    if isinstance(counted, LockedOut):
        return counted
    if typed.e164 != e164(kept):
        answer = wrong(shop, counted)
        return PhoneWrong(answer.tries_left) if isinstance(answer, WrongPin) else answer
    forgive(shop, subject)
    return PhoneFits()
