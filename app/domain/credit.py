"""Store credit: cashback of a bill, and how much of it a bill may be paid with (LEDGER.md 23)."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.amounts import Amounts
from app.domain.coins import Lot, LotTerms, expiry, usable
from app.domain.conditions import applies, at_time
from app.domain.effects import Credit
from app.domain.facts import Context, Line
from app.domain.members import MemberState, credit_on
from app.domain.promises import Cashback
from app.domain.rating import Rules

WHOLE_MILLI = 100_000
"""A hundred percent in thousandths of a percent."""


PAID_IN = ""
"""The terms of lots that hold money members paid in; everything else was given by the shop."""

TOP_UPS = "topup:paid||"
"""The progress key that counts a member's top-ups."""


def top_ups_of(state: MemberState) -> int:
    """Return how often the member paid in, without top-ups that were voided."""
    return state.progress[TOP_UPS].amount if state.progress and TOP_UPS in state.progress else 0


def paid_in(state: MemberState, on: date) -> tuple[Lot, ...]:
    """Return what could be paid out in money: what was paid in, is usable, and is not owed.

    Debt is taken off the lots that live longest, so that no lot is named for more than it has.
    """
    wallet = state.credit
    lots = [lot for lot in wallet.lots if lot.terms == PAID_IN and usable(lot, on)]
    left = min(credit_on(state, on).spendable, sum(lot.amount for lot in lots))
    parts = []
    for lot in lots:
        part = min(lot.amount, left)
        left -= part
        if part:
            parts.append(lot._replace(amount=part))
    return tuple(parts)


def credit_lot(terms: LotTerms, on: date) -> tuple[date, date | None]:
    """Return the first and the last day credit given on a date can be used (None = for ever)."""
    return on + timedelta(days=terms.pending_days), expiry(terms, on)


def cashback_of(rules: Rules, lines: Sequence[Line], context: Context) -> tuple[Credit, ...]:
    """Return the store credit a member's bill gives, one Credit a cashback rule (0 = none).

    The base is the net money of the lines a rule covers, without excluded goods. It never falls
    when a line costs more, so a return takes back cashback before less cashback after, by rule.
    Its lots are the rule's own, apart from money paid in, which alone can be paid out again.
    """
    programme = rules.programme
    holding = [rule for rule in programme.cashback if _holds(rules, rule, context)]
    if not holding:
        return ()
    amounts = Amounts(programme, lines)
    given = []
    for rule in holding:
        base = _base(rule, amounts)
        amount = _amount(rule, base)
        if amount and amounts.total >= rule.when.minimum_minor:
            start, end = credit_lot(rule.terms or programme.credit.terms, context.on)
            name = f"cashback:{rule.id}"
            given.append(Credit(amount, name, start, end, name, base))
    return tuple(given)


def _base(rule: Cashback, amounts: Amounts) -> int:
    narrowed = rule.when.skus or rule.when.categories
    return amounts.within(rule.when) if narrowed else amounts.total


def _amount(rule: Cashback, base_minor: int) -> int:
    amount = base_minor * rule.percent_milli // WHOLE_MILLI
    return min(amount, rule.cap_minor) if rule.cap_minor else amount


def _holds(rules: Rules, rule: Cashback, context: Context) -> bool:
    return at_time(rule.when, context.minute) and applies(
        rule.when, context, rules.programme.paydays
    )
