"""What a scan at the kiosk came to, as a sentence a shopper can act on."""

from typing import assert_never

from app.domain.codes import UnknownReason
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown
from app.services.members import CardIsBlocked, NotACard
from app.ui.people_sentences import ScanRefusal
from app.ui.words import translate


def shown_instead(refusal: ScanRefusal) -> str:
    """Say what was shown instead of a working card, and what to do; no number, no name."""
    match refusal:
        case CardIsBlocked():
            return translate(
                "kiosk",
                "This card does not work any more: it was replaced or reported lost. "
                "Show your new card, or ask us.",
            )
        case CardUnknown():
            return translate(
                "kiosk",
                "Nobody has this card yet. Tap “Join”, or ask us to make it yours.",
            )
        case CardOfAnotherShop():
            return translate(
                "kiosk", "This card is from another shop. Show the card you have from us."
            )
        case CardDamaged():
            return translate(
                "kiosk",
                "The card could not be read. Hold it flat and try again, or sign in with your "
                "phone number.",
            )
        case NotACard():
            return _not_a_card(refusal)
        case _:
            assert_never(refusal)


def _not_a_card(shown: NotACard) -> str:
    match shown.kind:
        case "upi":
            return translate(
                "kiosk", "This is a UPI payment QR. Show your Sikka card to see your coins."
            )
        case "voucher":
            return translate(
                "kiosk",
                "This is a voucher: show it at the counter to use it. To see your coins, show "
                "your Sikka card.",
            )
        case "url":
            return translate(
                "kiosk", "This code opens a web page. Show your Sikka card to see your coins."
            )
        case "gtin":
            return translate(
                "kiosk",
                "This is the code on a thing we sell. Show your Sikka card to see your coins.",
            )
        case "unknown":
            return _unknown(shown)


def _unknown(shown: NotACard) -> str:
    if shown.reason is UnknownReason.PAYMENT_QR:
        return translate("kiosk", "This is a payment QR. Show your Sikka card to see your coins.")
    if shown.reason is UnknownReason.DAMAGED_VOUCHER:
        return translate(
            "kiosk", "The voucher could not be read. Show it at the counter, we will help you."
        )
    return translate("kiosk", "We do not know this code. Show your Sikka card to see your coins.")
