"""A member's own vouchers in words: until when, what became of them, what to do with them."""

from datetime import date
from typing import assert_never

from app.domain.members import Held
from app.domain.money import Money
from app.domain.vouchers import AlreadyClaimed, Expired, NotYet, VoucherFault, WasVoided
from app.services.vouchers import (
    CancelVoucherOutcome,
    ClaimedBefore,
    NotBought,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherVoided,
)
from app.services.vouchers.finding import TicketShared
from app.services.writing import DiskFull
from app.ui import dates
from app.ui.reward_outcomes import Told, coins_safe, full, not_spent
from app.ui.words import translate

SOON_DAYS = 14
"""A voucher that ends within these days is pointed out."""


def stands(held: Held, fault: VoucherFault | None, today: date, language: str) -> str:
    """Return until when a voucher can be used, or what became of it."""
    match fault:
        case None:
            return until(held.until, today, language)
        case NotYet(valid_from=first):
            return translate("myvouchers", "From {day} on").format(
                day=dates.plain_day(first, today, language)
            )
        case Expired(until=last):
            return translate("myvouchers", "Ran out on {day}").format(
                day=dates.plain_day(last, today, language)
            )
        case AlreadyClaimed(on=on):
            if on is None:
                return translate("myvouchers", "Used")
            return translate("myvouchers", "Used: {day}").format(day=dates.day(on, today, language))
        case WasVoided():
            return translate("myvouchers", "Cancelled")
        case _:
            assert_never(fault)


def until(last: date, today: date, language: str) -> str:
    """Return until when something is good: "Today only", "Use it by 30 November"."""
    if last == today:
        return translate("myvouchers", "Today only")
    return translate("myvouchers", "Use it by {day}").format(
        day=dates.plain_day(last, today, language)
    )


def how(held: Held, ticket: int) -> str:
    """Say what to do with a voucher."""
    if ticket:
        return translate("myvouchers", "Go to the counter and say your number.")
    if held.benefit.kind in {"percent", "fixed"}:
        return translate("myvouchers", "Show this at the counter when you pay.")
    return translate("myvouchers", "Show this at the counter, we hand it over.")


def cancelled(outcome: CancelVoucherOutcome, money: Money) -> Told:
    """Say what came of cancelling."""
    match outcome:
        case VoucherVoided(coins_back=coins):
            return Told(
                translate("myvouchers", "Cancelled"),
                translate("myvouchers", "{count} coin(s) are yours again.", None, coins).format(
                    count=money.number(coins)
                ),
            )
        case NotBought():
            return Told(
                translate("myvouchers", "This one stays"),
                translate("myvouchers", "It was a gift, so there are no coins to give back."),
            )
        case ClaimedBefore() | AlreadyClaimed():
            return Told(
                translate("myvouchers", "It was used already"),
                translate("myvouchers", "What was handed over cannot be cancelled here."),
            )
        case Expired():
            return Told(
                translate("myvouchers", "It ran out"),
                translate("myvouchers", "The coins for it come back by themselves."),
            )
        case WasVoided() | NotYet() | VoucherUnknown() | VoucherDamaged():
            return _not_found()
        case VoucherOfAnotherShop() | TicketShared():
            return _not_found()
        case DiskFull():
            return full()
        case _:
            return not_spent(outcome, money)


def _not_found() -> Told:
    over = translate("myvouchers", "This voucher is not open any more.")
    return Told(translate("myvouchers", "This did not work"), f"{over} {coins_safe()}")
