"""The exact inverse of a sale, and of parts of what it brought (LEDGER.md 14, 16)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.effects import (
    Credit,
    CreditReverse,
    DebitRestore,
    Effect,
    Paid,
    Progress,
    Restore,
    Reverse,
    Status,
    Unclaim,
    Visit,
)
from app.domain.gifts import gifts_with
from app.domain.goals import progress_of
from app.domain.grants import revoke
from app.domain.members import MemberState
from app.domain.money import MINOR_MAX
from app.domain.open_sales import OpenSale
from app.domain.rating import Rules
from app.domain.sales import vouchers_in

RulesOf = Callable[[str], Rules]
"""The compiled rules of a programme version, by id; unknown ids give the current ones."""


def void_effects(
    rules: Rules, sale: OpenSale, state: MemberState | None, on: date, lapsed_until: date
) -> tuple[Effect, ...]:
    """Return the exact inverse of an untouched sale's effects; `rules` are the sale's own.

    The programme's claw-back is for returns: a void says that the sale never was, so coins of it
    that were spent meanwhile are owed, under any policy.
    """
    if not sale.member or state is None:
        return ()
    lines, context = sale.sold.lines, sale.sold.context
    effects: list[Effect] = []
    if sale.sold.coins:
        effects.append(Restore(sale.sold.coins, sale.sale, lapsed_until))
    if sale.sold.credit_minor:
        effects.append(DebitRestore(sale.sold.credit_minor, sale.sale, lapsed_until))
    coins, _ = reverses(sale, {earn.rule: earn.amount for earn in sale.earned}, MINOR_MAX)
    effects += coins
    effects += [_uncredited(one, one.amount_minor) for one in sale.credits]
    effects += revoke(rules.programme, state, gifts_with(state, sale.sale), on, MINOR_MAX).effects
    effects += [Unclaim(voucher, on) for voucher in vouchers_in(sale.sold)]
    if sale.counted:
        effects += less_progress(progress_of(rules.goals, lines, context), ())
        effects += [
            Visit(sale.on, -1),
            Status(sale.on, -sale.status),
            Paid(sale.on, -sum(line.net_minor for line in lines)),
        ]
    return tuple(effects)


def reverses(sale: OpenSale, by_rule: Mapping[str, int], budget: int) -> tuple[list[Effect], int]:
    """Return the effects that take at most `budget` of a sale's coins back, and what is left."""
    effects: list[Effect] = []
    for earn in sale.earned:
        amount = min(by_rule.get(earn.rule, 0), budget)
        if amount:
            budget -= amount
            lot = (earn.terms, earn.available_from, earn.expires_on)
            effects.append(Reverse(amount, *lot, earn.rule, earn.period))
    return effects, budget


def _uncredited(given: Credit, amount_minor: int) -> CreditReverse:
    return CreditReverse(
        amount_minor, given.terms, given.available_from, given.expires_on, given.rule
    )


def uncredited(sale: OpenSale, by_rule: Mapping[str, int]) -> list[CreditReverse]:
    """Return the effects that take cashback of a sale back, by rule."""
    return [_uncredited(one, by_rule[one.rule]) for one in sale.credits if by_rule.get(one.rule)]


def less_progress(before: Sequence[Progress], after: Sequence[Progress]) -> list[Progress]:
    """Return what takes the difference between two counts of one bill away again."""
    left = {one.key: one.amount for one in after}
    return [
        replace(one, amount=left.get(one.key, 0) - one.amount)
        for one in before
        if one.amount != left.get(one.key, 0)
    ]
