"""A bill becomes a sale: prices, tenders, coins (LEDGER.md 7, 11, 12)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.bills import Bill, price
from app.domain.coins import expiry
from app.domain.credit import cashback_of
from app.domain.effects import (
    Debit,
    Earn,
    Effect,
    Paid,
    Spend,
    Status,
    Visit,
)
from app.domain.facts import Context, Line, Sold, Step
from app.domain.gifts import gift_grants, gifts_of
from app.domain.goals import progress_of
from app.domain.grants import Giving
from app.domain.members import MemberState
from app.domain.rating import Rating, Rules, cap_key, rate, used_caps
from app.domain.tiers import tier_on


def context_of(
    rules: Rules, state: MemberState | None, on: date, minute: int, store: str
) -> Context:
    """Return what rating needs to know of the moment and the member (None = guest)."""
    if state is None:
        return Context(on, minute, store, "", False, {})
    tier = tier_on(rules.programme, state, on).id
    first = state.purchases <= 0
    return Context(on, minute, store, tier, first, used_caps(rules, state.caps, on))


def earn_effects(rules: Rules, steps: Sequence[Step], on: date) -> list[Effect]:
    """Return an Earn for every step that granted coins, its lot fixed now."""
    own = rules.own_terms
    effects: list[Effect] = []
    for step in steps:
        if step.granted:
            name, terms = own.get(step.rule, ("", rules.programme.terms))
            capped = rules.capped.get(step.rule)
            effects.append(
                Earn(
                    amount=step.granted,
                    terms=name,
                    available_from=on + timedelta(days=terms.pending_days),
                    expires_on=expiry(terms, on),
                    rule=step.rule,
                    base_minor=step.base_minor,
                    percent=step.percent,
                    wanted=step.wanted,
                    period=cap_key(capped.cap_period, on) if capped else "",
                )
            )
    return effects


def status_of(rules: Rules, lines: Sequence[Line]) -> int:
    """Return the status points of lines: the money paid for those that earn, floored."""
    rule = rules.programme.status
    earning = sum([line.net_minor for line in lines if rules.earns(line)])
    return rule.points * (earning // rule.per_minor)


def purchase_effects(rules: Rules, lines: Sequence[Line], on: date) -> list[Effect]:
    """Return what a purchase adds beside coins: the visit, status points, money paid."""
    return [
        Visit(on, 1),
        Status(on, status_of(rules, lines)),
        Paid(on, sum([line.net_minor for line in lines])),
    ]


def promise_effects(
    rules: Rules,
    lines: Sequence[Line],
    context: Context,
    state: MemberState | None,
    giving: Giving,
) -> list[Effect]:
    """Return what a member's bill brings beside coins: cashback, goals' progress, gifts."""
    return [
        *cashback_of(rules, lines, context),
        *progress_of(rules.goals, lines, context),
        *gift_grants(rules, gifts_of(rules, lines, context), state, giving),
    ]


class Sale(NamedTuple):
    """A bill worked out: facts, effects, how its coins came about (None for a guest)."""

    facts: Sold
    effects: tuple[Effect, ...]
    rating: Rating | None


def sell(
    rules: Rules,
    bill: Bill,
    period: str,
    context: Context,
    state: MemberState | None,
    cell_hint: str,
) -> Sale:
    """Return the facts and effects of a bill without fault; `state` None = a guest."""
    lines, offs = price(bill, rules, context.tier, state)
    coin_minor = sum([line.coin_minor for line in lines]) if bill.coins else 0
    rating = None if state is None else rate(rules, lines, context)
    effects: list[Effect] = []
    if rating is not None:
        if bill.coins:
            effects.append(Spend(bill.coins, bill.id))
        if bill.credit_minor:
            effects.append(Debit(bill.credit_minor, bill.id))
        effects += earn_effects(rules, rating.steps, context.on)
        giving = Giving(context.on, bill.id, cell_hint)
        effects += promise_effects(rules, lines, context, state, giving)
        effects += purchase_effects(rules, lines, context.on)
    off = sum([one.amount_minor for one in offs])
    sold = Sold(
        bill_number=bill.number.strip(),
        period=period,
        lines=lines,
        total_minor=sum([line.net_minor for line in lines]) + coin_minor + bill.credit_minor + off,
        coins=bill.coins,
        coin_minor=coin_minor,
        context=context,
        steps=rating.steps if rating else (),
        offs=offs,
        credit_minor=bill.credit_minor,
    )
    return Sale(sold, tuple(effects), rating)


def collect_minor(sold: Sold) -> int:
    """Return the money the till takes for a bill, in minor units."""
    off = sum([one.amount_minor for one in sold.offs])
    return sold.total_minor - off - sold.coin_minor - sold.credit_minor


def vouchers_in(sold: Sold) -> tuple[str, ...]:
    """Return the vouchers a bill was paid with."""
    return tuple(off.ref for off in sold.offs if off.kind == "voucher")
