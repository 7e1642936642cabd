"""What became of a voucher or code at the counter, as a cashier reads it."""

from typing import assert_never

from app.domain.bill_faults import VoucherUnfit
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, WasVoided
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.codes import NoCode, TopUpCode
from app.services.vouchers import (
    ClaimedBefore,
    ForABill,
    TicketShared,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
)
from app.services.writing import DiskFull
from app.ui.desk import Desk
from app.ui.sentences import disk_full
from app.ui.spend_sentences import spend_refused
from app.ui.voucher_sentences import voucher_refused
from app.ui.words import translate

CodeRefusal = (
    VoucherDamaged | VoucherUnknown | VoucherOfAnotherShop | TicketShared | TopUpCode | NoCode
)
ClaimRefusal = (
    VoucherDamaged
    | VoucherUnknown
    | VoucherOfAnotherShop
    | TicketShared
    | ClaimedBefore
    | NotYet
    | Expired
    | WasVoided
    | ForABill
    | NeedsNetwork
    | SoldOut
    | SpentElsewhere
    | KeyTaken
    | DiskFull
)


def code_refused(refusal: CodeRefusal) -> str:
    """Say why a code is no use at the till, and what to do."""
    match refusal:
        case NoCode(text=text):
            return translate(
                "codes", "“{text}” is no code of this shop. Check it, letter by letter."
            ).format(text=text)
        case VoucherDamaged():
            return translate(
                "codes", "The voucher could not be read. Scan it again, or type its number."
            )
        case VoucherUnknown(short=short):
            return translate(
                "codes", "No voucher has the number {number}. Check the number."
            ).format(number=short)
        case VoucherOfAnotherShop():
            return translate("codes", "This voucher is from another shop. It does not work here.")
        case TicketShared(ticket=ticket):
            return translate(
                "codes", "Number {ticket} was given twice. Scan the voucher itself."
            ).format(ticket=ticket)
        case TopUpCode():
            return translate(
                "codes", "This code is for topping up store credit: press ⇧F5, then type it there."
            )
        case _:
            assert_never(refusal)


def claim_refused(refusal: ClaimRefusal, desk: Desk) -> str:
    """Say why a voucher is not handed over, and what to do."""
    today, language = desk.today, desk.language
    match refusal:
        case VoucherDamaged() | VoucherUnknown() | VoucherOfAnotherShop() | TicketShared():
            return code_refused(refusal)
        case ClaimedBefore(on=on):
            return voucher_refused(
                VoucherUnfit("", AlreadyClaimed(on)), desk.money, today, language
            )
        case NotYet() | Expired() | WasVoided():
            return voucher_refused(VoucherUnfit("", refusal), desk.money, today, language)
        case ForABill():
            return translate("codes", "This voucher takes money off a bill. Enter the bill first.")
        case DiskFull():
            return disk_full()
        case NeedsNetwork() | SoldOut() | SpentElsewhere() | KeyTaken():
            offset = desk.shop.moment().offset_min
            return spend_refused(refusal, desk.money, offset, today, language)
        case _:
            assert_never(refusal)


def of_another(name: str) -> str:
    """Say that a voucher is not the member's who is at the counter."""
    if not name:
        return translate("codes", "This voucher belongs to another member.")
    return translate(
        "codes", "This voucher belongs to {name}. Scan that member's card to use it."
    ).format(name=name)
