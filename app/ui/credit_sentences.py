"""Store credit at the till: what was done with it, and why not, as a cashier reads it."""

from typing import Literal, assert_never

from app.domain.money import Money
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.cards import MemberUnknown
from app.services.credit import CashOutNotAllowed, CreditPaidOut, CreditRefusal, NotEnoughPaidIn
from app.services.sales import AlreadyRecorded
from app.services.topups import (
    AmountNotAllowed,
    BadCode,
    CreditToppedUp,
    NoReceipt,
    NotOnThisDay,
    OfferUsed,
    ReceiptUsed,
    TopUpNotToday,
    TopUpSpent,
    TopUpUnknown,
    TopUpVoided,
)
from app.services.voids import AlreadyVoided, NeedsApproval
from app.services.writing import DiskFull
from app.ui.desk import Desk
from app.ui.sentences import disk_full
from app.ui.spend_sentences import spend_refused
from app.ui.words import translate

CreditDone = CreditToppedUp | TopUpVoided | CreditPaidOut
WrongField = Literal["amount", "receipt", "code"]


def credit_done(done: CreditDone, money: Money) -> str:
    """Say what happened to the money, and what to do with it."""
    match done:
        case CreditToppedUp(bonus_minor=0):
            return translate("credit", "{paid} is in. Store credit now: {credit}.").format(
                paid=money.short(done.paid_minor), credit=money.short(done.spendable_minor)
            )
        case CreditToppedUp():
            return translate(
                "credit", "{paid} is in, and {bonus} on top. Store credit now: {credit}."
            ).format(
                paid=money.short(done.paid_minor),
                bonus=money.short(done.bonus_minor),
                credit=money.short(done.spendable_minor),
            )
        case TopUpVoided():
            return translate("credit", "The top-up is taken back. Hand back {paid}.").format(
                paid=money.short(done.paid_minor)
            )
        case CreditPaidOut():
            return translate("credit", "Hand over {paid}. Store credit now: {credit}.").format(
                paid=money.short(done.amount_minor), credit=money.short(done.spendable_minor)
            )
        case _:
            assert_never(done)


def credit_not_done(refusal: CreditRefusal, desk: Desk) -> str:
    """Say why nothing happened to the money, and what to do."""
    money = desk.money
    match refusal:
        case BadCode(code=code):
            return translate(
                "credit", "No offer has the code {code}. Check it, or leave it out."
            ).format(code=code)
        case OfferUsed(code=code):
            return translate(
                "credit", "{code} is for the first top-up only. Leave the code out."
            ).format(code=code)
        case NotOnThisDay(code=code):
            return translate("credit", "{code} does not hold today. Leave the code out.").format(
                code=code
            )
        case AmountNotAllowed():
            return _amount(refusal, money)
        case NoReceipt():
            return translate("credit", "Type the number of the till's receipt for the money.")
        case ReceiptUsed(receipt=receipt):
            return translate(
                "credit", "Receipt {number} was used for another top-up. Check the number."
            ).format(number=receipt)
        case TopUpUnknown():
            return translate("credit", "This till knows no such top-up.")
        case TopUpNotToday():
            return translate("credit", "A top-up can be taken back on the same day only.")
        case TopUpSpent():
            return translate(
                "credit", "Part of it was used already. It cannot be taken back any more."
            )
        case AlreadyVoided():
            return translate("credit", "It was taken back before.")
        case CashOutNotAllowed():
            return translate("credit", "This shop does not pay store credit out in money.")
        case NotEnoughPaidIn(most_minor=most):
            return translate(
                "credit", "At most {most} can be paid out. The rest was a present of the shop."
            ).format(most=money.short(most))
        case NeedsApproval():
            return translate("credit", "A supervisor must agree.")
        case MemberUnknown():
            return translate("credit", "This member is not known here any more. Scan the card.")
        case AlreadyRecorded():
            return translate("credit", "This is recorded already. It counts once.")
        case DiskFull():
            return disk_full()
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            offset = desk.shop.moment().offset_min
            return spend_refused(refusal, money, offset, desk.today, desk.language)
        case _:
            assert_never(refusal)


def wrong_field(refusal: CreditRefusal) -> WrongField:
    """Return which field a refusal speaks of; of anything else it is the first one."""
    match refusal:
        case NoReceipt() | ReceiptUsed():
            return "receipt"
        case BadCode() | OfferUsed() | NotOnThisDay():
            return "code"
        case _:
            return "amount"


def _amount(refusal: AmountNotAllowed, money: Money) -> str:
    least, most = money.short(refusal.minimum_minor), money.short(refusal.maximum_minor)
    if refusal.code:
        return translate("credit", "{code} takes exactly {money}.").format(
            code=refusal.code, money=least
        )
    if not refusal.maximum_minor:
        return translate("credit", "At least {least} must be paid in.").format(least=least)
    return translate("credit", "From {least} to {most} can be paid in at once.").format(
        least=least, most=most
    )
