"""Every outcome that is not plain success, as a sentence a cashier can act on."""

from datetime import date
from typing import assert_never

from app.domain.bill_faults import (
    AmountTooLarge,
    BadLine,
    CoinsNotAllowed,
    CreditNotAllowed,
    NoAmount,
    NoBillNumber,
    NotEnoughCoins,
    TooManyLines,
    VoucherUnfit,
)
from app.domain.money import Money, quantity
from app.domain.return_parts import NothingToReturn, TooMuch, WindowOver
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.returns import OtherMember, ReceiptNumberUsed
from app.services.sales import AlreadyRecorded, BillNumberUsed
from app.services.spending import SpendRefusal
from app.services.voids import (
    AlreadyVoided,
    ClaimTooLate,
    HasReturns,
    NeedsApproval,
    NotAGuestSale,
    NotToday,
    SaleUnknown,
    UndoTooLate,
)
from app.services.writing import DiskFull
from app.ui import dates
from app.ui.spend_sentences import spend_refused
from app.ui.voucher_sentences import credit_refused, voucher_refused
from app.ui.words import translate

SaleRefusal = (
    AlreadyRecorded
    | BillNumberUsed
    | DiskFull
    | NoAmount
    | TooManyLines
    | AmountTooLarge
    | BadLine
    | NoBillNumber
    | CoinsNotAllowed
    | NotEnoughCoins
    | VoucherUnfit
    | CreditNotAllowed
    | SpendRefusal
)
VoidRefusal = (
    UndoTooLate | SaleUnknown | NotToday | AlreadyVoided | HasReturns | NeedsApproval | DiskFull
)
ClaimRefusal = (
    SaleUnknown
    | NotAGuestSale
    | AlreadyVoided
    | HasReturns
    | ClaimTooLate
    | NeedsApproval
    | DiskFull
)
ReturnRefusal = (
    SaleUnknown
    | AlreadyVoided
    | WindowOver
    | TooMuch
    | NothingToReturn
    | OtherMember
    | NoBillNumber
    | AlreadyRecorded
    | ReceiptNumberUsed
    | DiskFull
)


def disk_full() -> str:
    """Say that nothing was recorded, and what helps."""
    return translate(
        "sentences",
        "The disk of this computer is full. Nothing was recorded. "
        "Free some space, then press F12 again.",
    )


def trouble() -> str:
    """Say that something failed that nobody foresaw."""
    return translate(
        "sentences",
        "Something went wrong. Nothing half-done was kept. Try again; if it happens again, "
        "restart Sikka and call your supervisor.",
    )


def sale_refused(
    refusal: SaleRefusal, money: Money, offset_min: int, today: date, language: str
) -> str:
    """Say why a bill was not recorded, and what to do."""
    match refusal:
        case NoAmount():
            return translate("sentences", "The bill is empty. Type its amount or scan an item.")
        case AmountTooLarge():
            return translate(
                "sentences", "{money} is too much for one bill. Check the amount."
            ).format(money=money.short(refusal.total_minor))
        case BadLine():
            return translate(
                "sentences",
                "Line {line} cannot be right. Check its quantity, price and discount.",
            ).format(line=refusal.line)
        case TooManyLines():
            return translate(
                "sentences", "This bill has more than {limit} lines. Split it into two bills."
            ).format(limit=money.number(refusal.limit))
        case NoBillNumber():
            return translate("sentences", "Type the bill number that the till printed.")
        case CoinsNotAllowed():
            return _coins_not_allowed(refusal, money)
        case NotEnoughCoins():
            return translate(
                "sentences",
                "This member can use {spendable} coin(s), not {coins}.",
                None,
                refusal.spendable,
            ).format(spendable=money.number(refusal.spendable), coins=money.number(refusal.coins))
        case VoucherUnfit():
            return voucher_refused(refusal, money, today, language)
        case CreditNotAllowed():
            return credit_refused(refusal, money)
        case AlreadyRecorded():
            return translate("sentences", "This bill is recorded already. It counts once.")
        case BillNumberUsed():
            if not refusal.at_ms:
                return translate(
                    "sentences", "Bill number {number} was used before. Check the number."
                ).format(number=refusal.bill_number)
            return translate(
                "sentences",
                "Bill number {number} was used at {hour} for {money}. Check the number.",
            ).format(
                number=refusal.bill_number,
                hour=dates.hour(dates.local_time(refusal.at_ms, offset_min), language),
                money=money.short(refusal.total_minor),
            )
        case DiskFull():
            return disk_full()
        case SpentElsewhere() | KeyTaken() | SoldOut() | NeedsNetwork():
            return spend_refused(refusal, money, offset_min, today, language)
        case _:
            assert_never(refusal)


def _coins_not_allowed(refusal: CoinsNotAllowed, money: Money) -> str:
    if refusal.maximum == 0:
        return translate("sentences", "Coins cannot be used on this bill.")
    if refusal.step > 1:
        return translate(
            "sentences", "On this bill {least} to {most} coins can be used, in steps of {step}."
        ).format(
            least=money.number(refusal.minimum),
            most=money.number(refusal.maximum),
            step=money.number(refusal.step),
        )
    return translate("sentences", "On this bill {least} to {most} coins can be used.").format(
        least=money.number(refusal.minimum), most=money.number(refusal.maximum)
    )


def void_refused(refusal: VoidRefusal) -> str:
    """Say why a sale was not taken back."""
    match refusal:
        case UndoTooLate():
            return translate(
                "sentences",
                "Too late to undo here. A supervisor can void it under Today (F10), Bills.",
            )
        case SaleUnknown():
            return translate("sentences", "This sale is not on this counter.")
        case NotToday():
            return translate(
                "sentences", "This sale is not from today. Take it back as a return (F5)."
            )
        case AlreadyVoided():
            return translate("sentences", "This sale is void already.")
        case HasReturns():
            return translate(
                "sentences", "Some of it came back already. Take back the rest as a return (F5)."
            )
        case NeedsApproval():
            return translate("sentences", "A supervisor must enter a PIN for this.")
        case DiskFull():
            return disk_full()
        case _:
            assert_never(refusal)


def claim_refused(refusal: ClaimRefusal) -> str:
    """Say why a guest sale was not credited."""
    match refusal:
        case NotAGuestSale():
            return translate("sentences", "This sale belongs to a member already.")
        case ClaimTooLate():
            return translate(
                "sentences",
                "Too late: the card can be added within {hours} hours of the sale only.",
            ).format(hours=quantity(refusal.minutes * 1000 // 60))
        case _:
            return void_refused(refusal)


def return_refused(
    refusal: ReturnRefusal, money: Money, today: date, language: str, name: str = ""
) -> str:
    """Say why a return is not possible as asked; `name` is the line's, where one is meant."""
    match refusal:
        case SaleUnknown():
            return translate("sentences", "No bill with this number. Check the printed bill.")
        case AlreadyVoided():
            return translate("sentences", "This sale is void: there is nothing to take back.")
        case WindowOver():
            return translate(
                "sentences", "Too late: this bill could be returned until {day}. Ask a supervisor."
            ).format(day=dates.plain_day(refusal.last_day, today, language))
        case TooMuch():
            return _too_much(refusal, money, name)
        case NothingToReturn():
            return translate("sentences", "Choose what comes back.")
        case OtherMember():
            return translate(
                "sentences", "This bill belongs to another member. Remove the member, then go on."
            )
        case NoBillNumber():
            return translate("sentences", "Type the number of the return from the till.")
        case AlreadyRecorded():
            return translate("sentences", "This return is recorded already. It counts once.")
        case ReceiptNumberUsed():
            return translate(
                "sentences", "Return number {number} was used before. Check the number."
            ).format(number=refusal.receipt)
        case DiskFull():
            return disk_full()
        case _:
            assert_never(refusal)


def _too_much(refusal: TooMuch, money: Money, name: str) -> str:
    if name:
        return translate("sentences", "Only {left} of {name} can come back.").format(
            left=quantity(refusal.left.quantity_milli), name=name
        )
    return translate("sentences", "Only {money} of this bill can come back.").format(
        money=money.short(refusal.left.net_minor)
    )
