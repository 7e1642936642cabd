"""Why a voucher, a code or store credit cannot be used on a bill, as a cashier reads it."""

from datetime import date
from typing import assert_never

from app.domain.bill_faults import (
    BelowMinimum,
    CreditNotAllowed,
    OtherGoods,
    UnknownVoucher,
    VoucherUnfit,
)
from app.domain.money import Money
from app.domain.promos import (
    PromoAlreadyUsed,
    PromoForFirstPurchase,
    PromoForMembers,
    PromoForTiers,
    PromoNotNow,
    PromoUsedUp,
)
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, WasVoided
from app.ui import dates
from app.ui.words import translate


def voucher_refused(refusal: VoucherUnfit, money: Money, today: date, language: str) -> str:
    """Say why a voucher or code does not fit the bill, and what to do."""

    def said(on: date) -> str:
        return dates.plain_day(on, today, language)

    match refusal.why:
        case UnknownVoucher():
            return translate("vouchers", "This member has no such voucher. Scan it again.")
        case BelowMinimum(minimum_minor=least):
            return translate(
                "vouchers", "The bill must be at least {least} for this voucher."
            ).format(least=money.short(least))
        case OtherGoods():
            return translate("vouchers", "Nothing on this bill goes with this voucher.")
        case NotYet(valid_from=first):
            return translate("vouchers", "This voucher can be used from {day}.").format(
                day=said(first)
            )
        case Expired(until=last):
            return translate("vouchers", "This voucher was good until {day}.").format(
                day=said(last)
            )
        case AlreadyClaimed(on=used):
            if used is None:
                return translate("vouchers", "This voucher was used before.")
            return translate("vouchers", "This voucher was used: {day}.").format(day=said(used))
        case WasVoided():
            return translate("vouchers", "This voucher was cancelled.")
        case PromoNotNow(first=first, last=last):
            return translate("vouchers", "This code works from {first} to {last}.").format(
                first=said(first), last=said(last)
            )
        case PromoForMembers():
            return translate("vouchers", "This code is for members. Scan the member's card first.")
        case PromoForTiers():
            return translate("vouchers", "This code is for another member level.")
        case PromoForFirstPurchase():
            return translate("vouchers", "This code is for a first purchase only.")
        case PromoAlreadyUsed():
            return translate("vouchers", "This code was used before.")
        case PromoUsedUp():
            return translate("vouchers", "This code has been used as often as it was meant to be.")
        case _:
            assert_never(refusal.why)


def credit_refused(refusal: CreditNotAllowed, money: Money) -> str:
    """Say how much store credit can be used."""
    if not refusal.maximum_minor:
        return translate("vouchers", "There is no store credit to use on this bill.")
    return translate("vouchers", "At most {most} of store credit can be used on this bill.").format(
        most=money.short(refusal.maximum_minor)
    )
