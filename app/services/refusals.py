"""Why a use case refused, in plain English sentences for the command line and its reports."""

from typing import assert_never

from app.domain.bill_faults import (
    AmountTooLarge,
    BadLine,
    BillFault,
    CoinsNotAllowed,
    CreditNotAllowed,
    NoAmount,
    NoBillNumber,
    NotEnoughCoins,
    TooManyLines,
    VoucherUnfit,
)
from app.domain.return_parts import NothingToReturn, TooMuch, WindowOver
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.returns import OtherMember, ReceiptNumberUsed, Refusal
from app.services.sales import BillNumberUsed
from app.services.spending import SpendRefusal
from app.services.voids import AlreadyVoided, SaleUnknown
from app.services.writing import DiskFull

Refused = BillFault | BillNumberUsed | DiskFull | Refusal | ReceiptNumberUsed | SpendRefusal


def sentence(refusal: Refused) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each refusal
    """Return what was refused and what to do."""
    match refusal:
        case NoAmount():
            return "there is nothing to pay: its total is not above zero"
        case AmountTooLarge():
            return "its total is far too large; check the decimal points"
        case BadLine(line=line):
            return f"its item {line} has a discount larger than its price"
        case TooManyLines(limit=limit):
            return f"it has more than {limit} items; split it into two bills"
        case NoBillNumber():
            return "it has no number"
        case NotEnoughCoins(coins=coins, spendable=spendable):
            return f"it is paid with {coins} coins, and the member has {spendable}"
        case CoinsNotAllowed(coins=coins):
            return f"the programme does not allow {coins} coins on it"
        case CreditNotAllowed():
            return "it is paid with more store credit than the member has or the bill needs"
        case SpentElsewhere():
            return "what it is paid with was used elsewhere"
        case KeyTaken():
            return "a voucher or code on it was used elsewhere"
        case SoldOut() | NeedsNetwork():
            return "it is paid with what only the hub can give, and the hub does not"
        case VoucherUnfit():
            return "a voucher or code on it cannot be used on this bill"
        case BillNumberUsed(bill_number=number):
            return f"another bill of this till has the number {number} in this period"
        case ReceiptNumberUsed(receipt=number):
            return f"another return of this till has the number {number} in this period"
        case DiskFull():
            return "the disk is full; make space and run the same command again"
        case SaleUnknown():
            return "the bill it returns is not known here"
        case AlreadyVoided():
            return "the bill it returns was voided"
        case WindowOver(last_day=last_day):
            return f"the return window of its bill was over on {last_day}"
        case TooMuch():
            return "it returns more than is left of its bill"
        case NothingToReturn():
            return "it returns nothing"
        case OtherMember():
            return "the bill it returns belongs to another member"
        case _:
            assert_never(refusal)
