"""What turned out otherwise, in English for the command line; the screens have their own words."""

from datetime import UTC, datetime, timedelta
from typing import Final

from app.domain.conflicts import SHOP_BEARS, Conflict, ConflictKind, Rule
from app.domain.money import Money
from app.domain.texts import text_in
from app.services.conflicts import ConflictToTell

_WHAT: Final[dict[ConflictKind, str]] = {
    "voucher_used": "a voucher had been used at another counter before",
    "stock_gone": "another counter had taken the last one",
    "survey_paid": "the member had answered this survey before",
    "greeting_paid": "the member had been given this gift before",
    "rating_paid": "the member had rated this product before",
    "bonus_paid": "the member had been given this bonus before",
    "promo_used": "the code had been used before",
    "bill_twice": "the bill was recorded twice",
    "return_twice": "the return was recorded twice",
    "done_before": "it had been done at another counter before",
    "card_taken": "another counter had given the card to somebody else before",
    "overdraft": "more was used than the member had left",
    "member_erased": "the member had asked to be forgotten before",
    "parked": "it could not be counted",
    "clock": "the clock of the computer was wrong",
}
_RULES: Final[dict[Rule, str]] = {
    "first_counts": "it counts where it was done first",
    "coins_go_back": "the coins went back to the member",
    "once_each": "it is paid once for each member",
    "number_once": "a number counts once; what was paid with coins stays paid",
    "card_stays": "the card stays with whoever had it first; give this member a new one",
    "spent_is_spent": "what was paid stays paid; the member's next coins make up for it",
    "forgotten": "nothing more is kept for this person",
    "kept_aside": "it is kept and not lost, and waits",
    "shut_out": "this station had been revoked; it is kept and does not count",
    "order_of_arrival": "bills count on the day the clock showed",
}


def conflict_sentence(told: ConflictToTell, money: Money, language: str = "en") -> str:
    """Return one line: when, what it was about, what happened, by which rule, what it changes."""
    at = datetime.fromtimestamp(told.at_ms / 1000, UTC) + timedelta(minutes=told.offset_min)
    conflict = told.conflict
    subject = text_in(told.title, language) or conflict.detail
    bill = told.bill_number
    about = (f"bill {bill}" if bill else "", told.member, subject if subject != bill else "")
    named = ", ".join(part for part in about if part)
    first = told.first
    before = f" (first: {first.till}, {first.store})" if first else ""
    return (
        f"{at:%Y-%m-%d %H:%M}  {named + ': ' if named else ''}{_WHAT[conflict.kind]}{before};"
        f" {_RULES[conflict.rule]}. {_effect(conflict, money)}"
    )


def _effect(conflict: Conflict, money: Money) -> str:
    parts = []
    if conflict.coins:
        parts.append(f"{conflict.coins:+d} coins")
    if conflict.money_minor and conflict.kind in SHOP_BEARS:
        parts.append(f"the shop bears {money.short(-conflict.money_minor)}")
    elif conflict.money_minor:
        sign = "-" if conflict.money_minor < 0 else "+"
        parts.append(f"{sign}{money.short(abs(conflict.money_minor))} of store credit")
    return f"{', '.join(parts)}." if parts else "No change in coins or money."
