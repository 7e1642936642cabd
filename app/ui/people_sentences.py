"""What a scan, an enrolment or a card came to, as a sentence a cashier can act on."""

from typing import assert_never

from app.domain.codes import UnknownReason
from app.domain.names import BadName
from app.services.cards import (
    CardDamaged,
    CardOfAnotherShop,
    CardTaken,
    CardUnknown,
    MemberUnknown,
    NothingToBlock,
)
from app.services.members import (
    BadBirthday,
    BadPhone,
    CardIsBlocked,
    NoConsent,
    NotACard,
    SameMember,
)
from app.services.referrals import NoReferrals, ReferrerUnknown
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull
from app.ui.words import translate

ScanRefusal = CardIsBlocked | CardUnknown | CardOfAnotherShop | CardDamaged | NotACard
EnrolRefusal = (
    NoConsent
    | BadName
    | BadPhone
    | BadBirthday
    | CardTaken
    | CardOfAnotherShop
    | CardDamaged
    | ReferrerUnknown
    | NoReferrals
    | DiskFull
)
CardRefusal = (
    CardTaken | CardOfAnotherShop | CardDamaged | MemberUnknown | NothingToBlock | NeedsApproval
)
MergeRefusal = SameMember | MemberUnknown | NeedsApproval


def scan_refused(refusal: ScanRefusal) -> str:
    """Say what was scanned instead of a working card, and what to do."""
    match refusal:
        case CardIsBlocked():
            return translate(
                "people",
                "Card {number} is blocked: it was replaced or reported lost. "
                "Find the member with the phone number (F2).",
            ).format(number=refusal.short)
        case CardUnknown():
            return translate(
                "people", "Card {number} belongs to nobody yet. Press F2 to enrol the customer."
            ).format(number=refusal.short)
        case CardOfAnotherShop():
            return translate("people", "This card is from another shop. It does not work here.")
        case CardDamaged():
            return translate(
                "people",
                "The card could not be read completely. Scan it again, or find the member (F2).",
            )
        case NotACard():
            return _not_a_card(refusal)
        case _:
            assert_never(refusal)


def card_in_doubt(card: CardUnknown) -> str:
    """Say why a blank card is not given at once: another till may have given it meanwhile."""
    return translate(
        "people",
        "Other tills cannot be asked about card {number} now, so a new number is made. "
        "Sure that the card is new? Scan it again.",
    ).format(number=card.short)


def _not_a_card(scan: NotACard) -> str:
    match scan.kind:
        case "upi":
            return translate(
                "people", "This is a payment QR code. Ask for the Sikka card and scan that."
            )
        case "voucher":
            return translate("people", "This is a voucher, not a card. Scan the member's card.")
        case "url":
            return translate(
                "people", "This code is a web address, not a card. Scan the member's card."
            )
        case "gtin":
            return translate(
                "people", "No item has the code {code}. Type its name, or enter the amount (F3)."
            ).format(code=scan.text)
        case "unknown":
            return _unknown(scan)


def _unknown(scan: NotACard) -> str:
    if scan.reason is UnknownReason.KEYBOARD_IN_HINDI:
        return translate(
            "people",
            "The keyboard of this computer is set to Hindi, so the scanner types Hindi letters. "
            "Switch it to English and scan again.",
        )
    if scan.reason is UnknownReason.PAYMENT_QR:
        return translate(
            "people", "This is a payment QR code. Ask for the Sikka card and scan that."
        )
    if scan.reason is UnknownReason.DAMAGED_VOUCHER:
        return translate("people", "The voucher could not be read completely. Scan it again.")
    return translate(
        "people", "This code is not known here. Scan the member's card, or find the member (F2)."
    )


def enrol_refused(refusal: EnrolRefusal, country: str) -> str:
    """Say what is missing before the customer is a member."""
    match refusal:
        case NoConsent():
            return translate("people", "Ask if the customer agrees. If so, tick the box.")
        case BadName():
            if refusal.fault == "empty":
                return translate("people", "Type a name or nickname, or a phone number.")
            return translate("people", "Type a shorter name, without signs.")
        case BadPhone():
            return bad_phone(country)
        case BadBirthday():
            return translate("people", "This birthday cannot be right. Check the year.")
        case CardTaken() | CardOfAnotherShop() | CardDamaged():
            return card_refused(refusal)
        case ReferrerUnknown() | NoReferrals():
            return translate("people", "The friend is not a member here. Leave the friend out.")
        case DiskFull():
            return translate(
                "people",
                "The disk of this computer is full. The customer is no member yet. "
                "Free some space, then try again.",
            )
        case _:
            assert_never(refusal)


def bad_phone(country: str) -> str:
    """Say what a phone number looks like here."""
    if country == "PH":
        return translate("people", "This is not a phone number. Type all 11 digits, like 0917….")
    return translate("people", "This is not a phone number. Type all 10 digits.")


def card_refused(refusal: CardRefusal) -> str:
    """Say why a card was not given or blocked."""
    match refusal:
        case CardTaken():
            return translate("people", "Card {number} belongs to another member.").format(
                number=refusal.short
            )
        case CardOfAnotherShop():
            return translate("people", "This card is from another shop. It does not work here.")
        case CardDamaged():
            return translate("people", "The card could not be read completely. Scan it again.")
        case NothingToBlock():
            return translate("people", "This member has no card that works.")
        case MemberUnknown():
            return translate("people", "This member is not known here any more.")
        case NeedsApproval():
            return translate("sentences", "A supervisor must enter a PIN for this.")
        case _:
            assert_never(refusal)


def merge_refused(refusal: MergeRefusal) -> str:
    """Say why two members did not become one."""
    match refusal:
        case SameMember():
            return translate("people", "Both cards belong to the same member already.")
        case MemberUnknown():
            return translate("people", "This member is not known here any more.")
        case NeedsApproval():
            return translate("sentences", "A supervisor must enter a PIN for this.")
        case _:
            assert_never(refusal)
