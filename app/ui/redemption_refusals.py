"""Why nothing is handed over, and what to do: every refusal of the redemption screen in words."""

from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.codes import UnknownReason
from app.domain.rewards import LimitReached, NotForCoins, NotOpen, NotYours, OutOfStock
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.cards import CardDamaged, CardOfAnotherShop, CardUnknown, MemberUnknown
from app.services.members import CardIsBlocked, NotACard
from app.services.rewards import RewardUnknown
from app.services.sales import AlreadyRecorded
from app.services.spending import SpendRefusal
from app.services.voids import NeedsApproval
from app.services.vouchers import (
    TicketShared,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
)
from app.services.writing import DiskFull
from app.ui.redemption_answers import Answer, Saying, do_not
from app.ui.redemption_lookup import Misfit, NobodyFound
from app.ui.spend_sentences import spend_refused
from app.ui.words import translate

Stopped = SpendRefusal | DiskFull | NeedsApproval | TicketShared
RewardRefusal = (
    NotEnoughCoins
    | NotYours
    | NotOpen
    | LimitReached
    | OutOfStock
    | NotForCoins
    | RewardUnknown
    | AlreadyRecorded
    | SpendRefusal
    | DiskFull
)


def misfit_answer(misfit: Misfit) -> Answer:
    """Say what was scanned or typed instead of a voucher or card, and what to do."""
    thing, step = _misfit(misfit)
    return Answer("bad", do_not(), thing, step=step)


def _misfit(misfit: Misfit) -> tuple[str, str]:  # noqa: C901, PLR0911 - one for each
    match misfit:
        case NobodyFound(typed=typed):
            return (
                translate("redemption", "Nobody found: {typed}").format(typed=typed),
                translate("redemption", "Check the number, or scan the member's card."),
            )
        case VoucherUnknown(short=short):
            return _unknown(short)
        case VoucherDamaged():
            return (
                translate("redemption", "The voucher could not be read"),
                translate("redemption", "Scan it again, or type its number."),
            )
        case VoucherOfAnotherShop():
            return (
                translate("redemption", "This voucher is from another shop"),
                translate("redemption", "It can be used only in the shop that gave it."),
            )
        case CardIsBlocked(short=short):
            return (
                translate("redemption", "Card {number} is blocked").format(number=short),
                translate(
                    "redemption",
                    "It was replaced or reported lost. Type the member's phone number instead.",
                ),
            )
        case CardUnknown(short=short):
            return (
                translate("redemption", "Card {number} belongs to nobody yet").format(number=short),
                translate("redemption", "Send the customer to the counter to become a member."),
            )
        case CardOfAnotherShop():
            return (
                translate("redemption", "This card is from another shop"),
                translate("redemption", "It does not work here."),
            )
        case CardDamaged():
            return (
                translate("redemption", "The card could not be read"),
                translate("redemption", "Scan it again, or type the member's phone number."),
            )
        case MemberUnknown():
            return (
                translate("redemption", "This member is not known here any more"),
                translate("redemption", "Call your supervisor if this is a mistake."),
            )
        case NotACard():
            return _not_a_card(misfit)
        case _:
            assert_never(misfit)


def _unknown(short: str) -> tuple[str, str]:
    if short.isdigit():
        return (
            translate("redemption", "There is no number {ticket} today").format(ticket=short),
            translate("redemption", "Look at the list of what waits, or scan the card."),
        )
    return (
        translate("redemption", "No voucher has the number {number}").format(number=short),
        translate("redemption", "Check the number, or scan the member's card."),
    )


def _not_a_card(scan: NotACard) -> tuple[str, str]:
    if scan.kind == "upi" or scan.reason is UnknownReason.PAYMENT_QR:
        return (
            translate("redemption", "This is a payment code"),
            translate("redemption", "Ask for the voucher or the Sikka card, and scan that."),
        )
    if scan.reason is UnknownReason.KEYBOARD_IN_HINDI:
        return (
            translate("redemption", "The keyboard is set to Hindi"),
            translate("redemption", "Set it to English and scan again."),
        )
    if scan.kind == "gtin":
        return (
            translate("redemption", "This is the code of an item"),
            translate("redemption", "Scan the voucher or the member's card."),
        )
    return (
        translate("redemption", "This is neither a voucher nor a card"),
        translate("redemption", "Scan the voucher or the member's card."),
    )


def stopped_answer(stopped: Stopped, thing: str, who: str, saying: Saying) -> Answer:
    """Say why a voucher was not claimed or given back just now."""
    why, step = _stopped(stopped, saying)
    return Answer("bad", do_not(), why, who=who, check=thing, step=step)


def _stopped(stopped: Stopped, saying: Saying) -> tuple[str, str]:
    match stopped:
        case NeedsNetwork():
            return (
                translate("redemption", "This needs the connection"),
                translate(
                    "redemption",
                    "Keep the thing here. The voucher stays good: try again when the connection "
                    "is back.",
                ),
            )
        case KeyTaken() | SoldOut() | SpentElsewhere():
            return (
                translate("redemption", "It was used elsewhere"),
                spend_refused(
                    stopped, saying.money, saying.offset_min, saying.today, saying.language
                ),
            )
        case DiskFull():
            return (
                translate("redemption", "The disk of this computer is full"),
                translate("redemption", "Nothing was recorded. Free some space, then scan again."),
            )
        case NeedsApproval():
            return (
                translate("redemption", "A supervisor must agree"),
                translate("redemption", "Ask a supervisor to type the PIN here."),
            )
        case TicketShared(ticket=ticket):
            return (
                translate("redemption", "Number {ticket} was given twice").format(ticket=ticket),
                translate("redemption", "Scan the voucher itself."),
            )
        case _:
            assert_never(stopped)


def reward_refused(  # noqa: C901, PLR0911 - one for each
    refusal: RewardRefusal, saying: Saying
) -> str:
    """Say why a reward cannot be had for coins now."""
    number = saying.money.number
    match refusal:
        case NotEnoughCoins(coins=coins, spendable=spendable):
            return translate(
                "redemption", "{coins} coin(s) more are needed.", None, coins - spendable
            ).format(coins=number(coins - spendable))
        case NotYours():
            return translate("redemption", "This reward is for another member level.")
        case NotOpen(opens=opens) if opens is not None and opens > saying.today:
            return translate("redemption", "It can be had from {day}.").format(
                day=saying.day(opens)
            )
        case NotOpen():
            return translate("redemption", "It cannot be had any more.")
        case LimitReached():
            return translate("redemption", "The member has had this as often as it is meant.")
        case OutOfStock() | SoldOut():
            return translate("redemption", "None is left.")
        case NotForCoins() | RewardUnknown():
            return translate("redemption", "This cannot be had for coins.")
        case AlreadyRecorded():
            return translate("redemption", "This is recorded already. It counts once.")
        case DiskFull():
            return translate(
                "redemption",
                "The disk of this computer is full. Nothing was recorded. Free some space, then "
                "try again.",
            )
        case SpentElsewhere() | KeyTaken() | NeedsNetwork():
            return _not_spent(refusal, saying)
        case _:
            assert_never(refusal)


def _not_spent(refusal: SpentElsewhere | KeyTaken | NeedsNetwork, saying: Saying) -> str:
    if isinstance(refusal, NeedsNetwork):
        if refusal.only_hub or not refusal.coins:
            return translate("redemption", "This needs the connection. Try again when it is back.")
        return translate(
            "redemption",
            "Without the connection at most {coins} coin(s) can be used.",
            None,
            refusal.coins,
        ).format(coins=saying.money.number(refusal.coins))
    return spend_refused(refusal, saying.money, saying.offset_min, saying.today, saying.language)
