"""Goods come back: reverse facts, clamped, from the sale's own lots (LEDGER.md 14, 15)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.coins import coins_on_hand, reinstated_until
from app.domain.credit import cashback_of
from app.domain.effects import (
    Credit,
    DebitRestore,
    Effect,
    Paid,
    Progress,
    Restore,
    Status,
    Unclaim,
    Visit,
)
from app.domain.facts import Line, Returned, ReturnPart
from app.domain.gifts import GiftsBack, gifts_back, gifts_of
from app.domain.goals import progress_of
from app.domain.members import MemberState
from app.domain.open_sales import Kept, OpenSale, nothing_kept, with_kept
from app.domain.programme import Clawback, Programme
from app.domain.rating import Rules, coins_of
from app.domain.sales import status_of, vouchers_in
from app.domain.undoing import RulesOf, less_progress, reverses, uncredited


@dataclass(frozen=True, slots=True)
class _Taken:
    """What one sale gives back: coins by rule, coins paid with, status points, visit."""

    by_rule: dict[str, int]
    coins_back: int
    status: int
    amount_minor: int
    last: bool
    credit_back: int
    credits: dict[str, int]
    progress: tuple[Progress, ...]


def _taken(rules: Rules, sale: OpenSale, after: OpenSale) -> _Taken:
    unreversed = {earn.rule: earn.amount - sale.taken.get(earn.rule, 0) for earn in sale.earned}
    last = nothing_kept(after)
    if last:
        return _Taken(
            by_rule={rule: coins for rule, coins in unreversed.items() if coins},
            coins_back=sale.sold.coins - sale.coins_back,
            status=sale.status - sale.status_back,
            amount_minor=_money(sale) - _money(after),
            last=True,
            credit_back=sale.sold.credit_minor - sale.credit_back,
            credits={one.rule: _uncredited_yet(sale, one) for one in sale.credits},
            progress=_progress_back(rules, sale, ()),
        )
    context = sale.sold.context
    before_lines, after_lines = _kept_lines(sale), _kept_lines(after)
    before = {step.rule: step.granted for step in coins_of(rules, before_lines, context)}
    kept = {step.rule: step.granted for step in coins_of(rules, after_lines, context)}
    goal = min(max(0, sum(before.values()) - sum(kept.values())), sum(unreversed.values()))
    status = status_of(rules, before_lines) - status_of(rules, after_lines)
    return _Taken(
        by_rule=_spread(goal, before, kept, unreversed),
        coins_back=_coins_back(sale, after),
        status=max(0, min(status, sale.status - sale.status_back)),
        amount_minor=_money(sale) - _money(after),
        last=False,
        credit_back=_tender_back(sale, after, "credit_minor", sale.sold.credit_minor)
        - sale.credit_back,
        credits=_cashback_back(rules, sale, before_lines, after_lines),
        progress=_progress_back(rules, sale, _counted_lines(after)),
    )


def _uncredited_yet(sale: OpenSale, given: Credit) -> int:
    return given.amount_minor - (sale.credit_taken or {}).get(given.rule, 0)


def _cashback_back(
    rules: Rules, sale: OpenSale, before: Sequence[Line], after: Sequence[Line]
) -> dict[str, int]:
    """Return the cashback each rule takes back: before less after, at most what is left of it."""
    if not sale.credits:
        return {}
    context = sale.sold.context
    was = {one.rule: one.amount_minor for one in cashback_of(rules, before, context)}
    stays = {one.rule: one.amount_minor for one in cashback_of(rules, after, context)}
    back = {
        one.rule: max(
            0, min(was.get(one.rule, 0) - stays.get(one.rule, 0), _uncredited_yet(sale, one))
        )
        for one in sale.credits
    }
    return {rule: minor for rule, minor in back.items() if minor}


def _counted_lines(sale: OpenSale) -> list[Line]:
    """Return the lines with what is kept of them, those of which nothing is kept left out."""
    return [
        line._replace(net_minor=kept.net_minor, quantity_milli=kept.quantity_milli)
        for line, kept in zip(sale.sold.lines, sale.kept, strict=True)
        if kept.quantity_milli or kept.net_minor
    ]


def _progress_back(rules: Rules, sale: OpenSale, after: Sequence[Line]) -> tuple[Progress, ...]:
    """Return what a return takes off the goals' sums; nothing where the sale never counted."""
    if not sale.counted:
        return ()
    context = sale.sold.context
    before = progress_of(rules.goals, _counted_lines(sale), context)
    return tuple(less_progress(before, progress_of(rules.goals, after, context)))


def _money(sale: OpenSale) -> int:
    return sum(kept.net_minor for kept in sale.kept)


def _kept_lines(sale: OpenSale) -> list[Line]:
    return [
        line._replace(net_minor=kept.net_minor)
        for line, kept in zip(sale.sold.lines, sale.kept, strict=True)
    ]


def _spread(
    goal: int, before: Mapping[str, int], after: Mapping[str, int], unreversed: Mapping[str, int]
) -> dict[str, int]:
    """Spread `goal` coins over the rules whose part fell, never more than a rule still has."""
    taken: dict[str, int] = {}
    for rule, left in unreversed.items():
        part = min(goal, left, max(0, before.get(rule, 0) - after.get(rule, 0)))
        if part:
            taken[rule] = part
            goal -= part
    for rule, left in unreversed.items():
        part = min(goal, left - taken.get(rule, 0))
        if part:
            taken[rule] = taken.get(rule, 0) + part
            goal -= part
    return taken


def _coins_back(sale: OpenSale, after: OpenSale) -> int:
    """Return the coins paid with that go back, by the part of each line that coins paid."""
    if not sale.sold.coins or not sale.sold.coin_minor:
        return 0
    gone = _tender_back(sale, after, "coin_minor", sale.sold.coin_minor)
    return max(0, sale.sold.coins * gone // sale.sold.coin_minor - sale.coins_back)


def _tender_back(
    sale: OpenSale, after: OpenSale, part: Literal["coin_minor", "credit_minor"], whole: int
) -> int:
    """Return how much of a tender belongs to what is gone, in minor units."""
    if not whole:
        return 0
    return sum(
        getattr(line, part) - getattr(line, part) * _share(line, kept) // 1_000_000
        for line, kept in zip(sale.sold.lines, after.kept, strict=True)
    )


def _share(line: Line, kept: Kept) -> int:
    """Return how much of a line is kept, in millionths, by money or units, whichever is less.

    By money, since an amount may come back without units; by units, since what is paid in money
    may be too little to tell them apart.
    """
    units = kept.quantity_milli * 1_000_000 // line.quantity_milli
    return min(units, kept.net_minor * 1_000_000 // line.net_minor) if line.net_minor else units


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A return worked out but not recorded: the preview is exactly what gets written."""

    facts: Returned
    effects: tuple[Effect, ...]
    sales: tuple[OpenSale, ...]


def take_back(
    programme: Programme,
    rules_of: RulesOf,
    state: MemberState | None,
    sales: Sequence[OpenSale],
    parts: Sequence[ReturnPart],
    unmatched: Sequence[Line],
    receipt: str,
    period: str,
    on: date,
) -> TakenBack:
    """Work out a return of `parts` of `sales`, all of one member or all of guests.

    Reverses at most what is still unreversed; never creates a spend. Coins already spent are
    treated as `programme.clawback` says. Parts must have been checked against what is kept.
    """
    touched = {part.sale for part in parts}
    pairs = []
    for sale in sales:
        if sale.sale in touched:
            after = _without(sale, parts)
            pairs.append((sale, after, _taken(rules_of(sale.programme), sale, after)))
    restores = [
        Restore(taken.coins_back, sale.sale, reinstated_until(on, programme.reinstatement_days))
        for sale, _, taken in pairs
        if taken.coins_back and sale.member
    ]
    lapsed_until = reinstated_until(on, programme.reinstatement_days)
    credit_restores = [
        DebitRestore(taken.credit_back, sale.sale, lapsed_until)
        for sale, _, taken in pairs
        if taken.credit_back > 0 and sale.member
    ]
    coins_back = sum(effect.amount for effect in restores)
    alive = [_alive(sale, taken.by_rule, on) for sale, _, taken in pairs]
    wanted = sum(sum(by_rule.values()) for by_rule in alive)
    have = coins_on_hand(state.lots, state.debt + state.overdraft, on) if state else 0
    taking = clawed_back(programme.clawback, wanted, have + coins_back)
    forgiven = wanted - taking
    have += coins_back - taking
    effects: list[Effect] = [*restores, *credit_restores]
    left = taking
    used: list[str] = []
    for (sale, after, taken), by_rule in zip(pairs, alive, strict=True):
        coins, left = reverses(sale, by_rule, left)
        effects += coins
        if state is not None and sale.member:
            gone = _gifts_back(rules_of(sale.programme), state, after, on, max(0, have))
            effects += gone.effects
            used += gone.used
            have -= gone.coins
            taking += gone.coins
            forgiven += gone.short
            if taken.last:
                effects += [Unclaim(one, lapsed_until) for one in vouchers_in(sale.sold)]
        effects += uncredited(sale, _alive_credit(sale, taken.credits, on))
        effects += taken.progress
        effects += _purchase_back(sale, taken)
    refund = sum(taken.amount_minor for _, _, taken in pairs)
    cut = 0
    if programme.clawback == "reduce_refund":
        cut = min(refund, forgiven * programme.coin_value_minor)
    facts = Returned(
        receipt=receipt,
        period=period,
        parts=tuple(parts),
        unmatched=tuple(unmatched),
        refund_minor=refund - cut,
        cut_minor=cut,
        coins_back=coins_back,
        coins_taken=taking,
        coins_forgiven=forgiven,
        steps=tuple(
            (sale.sale, rule, coins)
            for sale, _, taken in pairs
            for rule, coins in taken.by_rule.items()
        ),
        status=tuple((sale.sale, taken.status) for sale, _, taken in pairs if taken.status),
        credit_back_minor=sum(effect.amount_minor for effect in credit_restores),
        credit_steps=tuple(
            (sale.sale, rule, minor)
            for sale, _, taken in pairs
            for rule, minor in taken.credits.items()
        ),
        gifts_back=tuple(used),
    )
    return TakenBack(facts, tuple(effects), tuple(after for _, after, _ in pairs))


def _without(sale: OpenSale, parts: Sequence[ReturnPart]) -> OpenSale:
    kept = list(sale.kept)
    for part in parts:
        if part.sale == sale.sale:
            left = kept[part.line]
            kept[part.line] = Kept(
                left.quantity_milli - part.quantity_milli, left.net_minor - part.amount_minor
            )
    return with_kept(sale, kept)


def clawed_back(policy: Clawback, wanted: int, have: int) -> int:
    """Return how many of the `wanted` coins are taken when the member has `have` of them."""
    return wanted if policy == "allow_negative" else min(wanted, max(0, have))


def _alive(sale: OpenSale, by_rule: Mapping[str, int], on: date) -> dict[str, int]:
    """Return the coins to take back without those whose lot lapsed: they are gone already."""
    lapsed = {
        earn.rule for earn in sale.earned if earn.expires_on is not None and earn.expires_on < on
    }
    return {rule: coins for rule, coins in by_rule.items() if rule not in lapsed}


def _alive_credit(sale: OpenSale, by_rule: Mapping[str, int], on: date) -> dict[str, int]:
    """Return the cashback to take back without what lapsed: it is gone already."""
    lapsed = {one.rule for one in sale.credits if one.expires_on and one.expires_on < on}
    return {rule: minor for rule, minor in by_rule.items() if rule not in lapsed}


def _gifts_back(
    rules: Rules, state: MemberState, after: OpenSale, on: date, have: int
) -> GiftsBack:
    left = gifts_of(rules, _counted_lines(after), after.sold.context)
    return gifts_back(rules, state, after.sale, left, on, have)


def _purchase_back(sale: OpenSale, taken: _Taken) -> list[Effect]:
    if not sale.counted:
        return []
    effects: list[Effect] = [Paid(sale.on, -taken.amount_minor)]
    if taken.status:
        effects.append(Status(sale.on, -taken.status))
    if taken.last:
        effects.append(Visit(sale.on, -1))
    return effects
