"""Why something was not done at the member desk, as a sentence to act on."""

from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.money import Money
from app.domain.names import BadName
from app.services.cards import MemberUnknown
from app.services.goodwill import COINS_MAX, REASON_LENGTH_MAX, NoCoins, NoReason
from app.services.members import BadBirthday, BadPhone, NotMerged, PhoneTaken, SameMember
from app.services.sales import AlreadyRecorded
from app.services.spending import SpendRefusal
from app.services.voids import NeedsApproval
from app.services.vouchers import Refused
from app.services.writing import DiskFull
from app.ui.code_sentences import claim_refused
from app.ui.confirmations import called
from app.ui.desk import Desk
from app.ui.people_sentences import bad_phone, merge_refused
from app.ui.words import translate

ChangeRefusal = (
    MemberUnknown | BadName | BadPhone | BadBirthday | PhoneTaken | NeedsApproval | DiskFull
)
GoodwillRefusal = (
    NoReason | NoCoins | NotEnoughCoins | NeedsApproval | MemberUnknown | AlreadyRecorded | DiskFull
)


def full() -> str:
    """Say that nothing was changed, and what helps."""
    return translate(
        "desk",
        "The disk of this computer is full. Nothing was changed. Free some space, then try again.",
    )


def unknown() -> str:
    """Say that the member is gone."""
    return translate("people", "This member is not known here any more.")


def needs_approval() -> str:
    """Say that a supervisor must agree."""
    return translate("sentences", "A supervisor must enter a PIN for this.")


def change_refused(refusal: ChangeRefusal, country: str) -> str:
    """Say why a profile was not changed."""
    match refusal:
        case BadName(fault="empty"):
            return translate("desk", "A member without a phone needs a name or nickname.")
        case BadName():
            return translate("people", "Type a shorter name, without signs.")
        case BadPhone():
            return bad_phone(country)
        case BadBirthday():
            return translate("people", "This birthday cannot be right. Check the year.")
        case PhoneTaken(view=view):
            return translate(
                "desk", "This phone belongs to {name}. The same person? Join the two."
            ).format(name=called(view))
        case NeedsApproval():
            return needs_approval()
        case MemberUnknown():
            return unknown()
        case DiskFull():
            return full()
        case _:
            assert_never(refusal)


def pin_refused(refusal: NeedsApproval | MemberUnknown | DiskFull) -> str:
    """Say why a PIN was not removed."""
    match refusal:
        case NeedsApproval():
            return needs_approval()
        case MemberUnknown():
            return unknown()
        case DiskFull():
            return full()
        case _:
            assert_never(refusal)


erase_refused = pin_refused
"""Say why a member was not erased."""


def goodwill_refused(refusal: GoodwillRefusal, money: Money) -> str:
    """Say why no coins were given or taken."""
    match refusal:
        case NoReason():
            return translate("desk", "Say why, in at most {most} letters.").format(
                most=money.number(REASON_LENGTH_MAX)
            )
        case NoCoins():
            return translate("desk", "Type how many coins: from 1 to {most}.").format(
                most=money.number(COINS_MAX)
            )
        case NotEnoughCoins(coins, spendable):
            return translate(
                "desk", "{coins} coins cannot be taken: the member has {spendable}."
            ).format(coins=money.number(coins), spendable=money.number(spendable))
        case AlreadyRecorded():
            return translate("desk", "This was recorded already. It counts once.")
        case NeedsApproval() | MemberUnknown() | DiskFull():
            return pin_refused(refusal)
        case _:
            assert_never(refusal)


def void_refused(refusal: NeedsApproval | Refused | SpendRefusal | DiskFull, desk: Desk) -> str:
    """Say why a voucher was not cancelled."""
    match refusal:
        case NeedsApproval() | DiskFull():
            return pin_refused(refusal)
        case _:
            return claim_refused(refusal, desk)


def part_refused(refusal: NotMerged | SameMember | MemberUnknown | NeedsApproval) -> str:
    """Say why two members were not parted again."""
    if isinstance(refusal, NotMerged):
        return translate("desk", "They cannot be parted any more: something else was joined since.")
    return merge_refused(refusal)


def file_refused(refusal: MemberUnknown | DiskFull) -> str:
    """Say why no file was written."""
    if isinstance(refusal, MemberUnknown):
        return unknown()
    return translate(
        "desk", "The disk of this computer is full. No file was written. Free some space."
    )
