"""A bill becomes a sale: prices, tenders, coins (LEDGER.md 7, 11, 12)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.bills import Bill, price
from app.domain.coins import expiry
from app.domain.credit import cashback_of
from app.domain.effects import (
    Credit,
    CreditReverse,
    Debit,
    DebitRestore,
    Earn,
    Effect,
    Paid,
    Progress,
    Restore,
    Reverse,
    Spend,
    Status,
    Unclaim,
    Visit,
)
from app.domain.events import Event
from app.domain.facts import Claimed, Context, Line, Returned, Sold, Step, Voided
from app.domain.gifts import gift_grants, gifts_of, gifts_with
from app.domain.goals import progress_of
from app.domain.grants import Giving, revoke
from app.domain.members import MemberState
from app.domain.money import MINOR_MAX
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


# The sale as it stands after returns: what a return desk and a void need.


class Kept(NamedTuple):
    """What is left of a line: thousandths of a unit and the money paid for them."""

    quantity_milli: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class OpenSale:
    """A sale and what came back of it; kept until the return window is over.

    `earned` are the sale's Earn effects, `taken` the coins each rule gave back so far,
    `coins_back` the coins paid with that were given back. `counted` says that the purchase
    counts for the member (not for guests, and not when another bill held its number).
    `credits` is the cashback it gave, `credit_taken` what each rule gave back of it,
    `credit_back` the store credit paid with that was given back.
    """

    sale: str
    member: str
    store: str
    till: str
    staff: str
    on: date
    at_ms: int
    programme: str
    sold: Sold
    earned: tuple[Earn, ...]
    status: int
    kept: tuple[Kept, ...]
    taken: dict[str, int]
    coins_back: int = 0
    status_back: int = 0
    voided: bool = False
    counted: bool = True
    credits: tuple[Credit, ...] = ()
    credit_taken: dict[str, int] | None = None
    credit_back: int = 0


def open_sale(event: Event) -> OpenSale:
    """Return the open sale of a `sold` event."""
    sold = event.facts
    if not isinstance(sold, Sold):
        raise TypeError(f"event {event.id} is {event.kind}, not a sale")
    return OpenSale(
        sale=event.id,
        member=event.member,
        store=event.store,
        till=event.till,
        staff=event.staff,
        on=event.on,
        at_ms=event.at_ms,
        programme=event.programme,
        sold=sold,
        earned=_earns(event),
        status=_status(event),
        kept=tuple(Kept(line.quantity_milli, line.net_minor) for line in sold.lines),
        taken={},
        counted=_counts(event),
        credits=_credits(event),
    )


def _earns(event: Event) -> tuple[Earn, ...]:
    """Return the coins of a sale's own rules; those of its gifts go with the gift."""
    return tuple(
        effect
        for effect in event.effects
        if isinstance(effect, Earn) and not effect.rule.startswith("gift:")
    )


def _credits(event: Event) -> tuple[Credit, ...]:
    """Return the cashback of a sale: credit that no gift of its own gave."""
    return tuple(
        effect
        for effect in event.effects
        if isinstance(effect, Credit) and effect.rule.startswith("cashback:")
    )


def _status(event: Event) -> int:
    return sum(effect.points for effect in event.effects if isinstance(effect, Status))


def _counts(event: Event) -> bool:
    return any(isinstance(effect, Visit) for effect in event.effects)


def follow(sale: OpenSale, event: Event) -> OpenSale:
    """Return the sale after an event that names it (returned, voided, claimed)."""
    match event.facts:
        case Voided():
            none = tuple(Kept(0, 0) for _ in sale.kept)
            return replace(sale, voided=True, kept=none)
        case Claimed() as claimed:
            return replace(
                sale,
                member=event.member,
                counted=_counts(event),
                earned=_earns(event),
                status=_status(event),
                credits=_credits(event),
                sold=replace(sale.sold, context=claimed.context, steps=claimed.steps),
            )
        case Returned() as returned:
            return _after_return(sale, event, returned)
        case _:
            return sale


def _after_return(sale: OpenSale, event: Event, returned: Returned) -> OpenSale:
    kept = list(sale.kept)
    for part in returned.parts:
        if part.sale == sale.sale:
            left = kept[part.line]
            kept[part.line] = Kept(
                left.quantity_milli - part.quantity_milli, left.net_minor - part.amount_minor
            )
    taken = dict(sale.taken)
    for of, rule, coins in returned.steps:
        if of == sale.sale:
            taken[rule] = taken.get(rule, 0) + coins
    back = sum(
        effect.amount
        for effect in event.effects
        if isinstance(effect, Restore) and effect.spend_id == sale.sale
    )
    status_back = sum(points for of, points in returned.status if of == sale.sale)
    credit_back = sum(
        effect.amount_minor
        for effect in event.effects
        if isinstance(effect, DebitRestore) and effect.spend_id == sale.sale
    )
    credit_taken = dict(sale.credit_taken or {})
    for of, rule, minor in returned.credit_steps:
        if of == sale.sale:
            credit_taken[rule] = credit_taken.get(rule, 0) + minor
    return replace(
        sale,
        kept=tuple(kept),
        taken=taken,
        coins_back=sale.coins_back + back,
        status_back=sale.status_back + status_back,
        credit_back=sale.credit_back + credit_back,
        credit_taken=credit_taken or None,
    )


def with_kept(sale: OpenSale, kept: Sequence[Kept]) -> OpenSale:
    """Return the sale with other units kept."""
    return replace(sale, kept=tuple(kept))


def nothing_kept(sale: OpenSale) -> bool:
    """Say whether everything of the sale came back."""
    return not any(kept.quantity_milli or kept.net_minor for kept in sale.kept)


def untouched(sale: OpenSale) -> bool:
    """Say whether nothing of the sale came back yet."""
    return all(
        kept == (line.quantity_milli, line.net_minor)
        for kept, line in zip(sale.kept, sale.sold.lines, strict=True)
    )


def void_effects(
    rules: Rules, sale: OpenSale, state: MemberState | None, on: date, lapsed_until: date
) -> tuple[Effect, ...]:
    """Return the exact inverse of an untouched sale's effects; `rules` are the sale's own."""
    if not sale.member or state is None:
        return ()
    lines, context = sale.sold.lines, sale.sold.context
    effects: list[Effect] = []
    if sale.sold.coins:
        effects.append(Restore(sale.sold.coins, sale.sale, lapsed_until))
    if sale.sold.credit_minor:
        effects.append(DebitRestore(sale.sold.credit_minor, sale.sale, lapsed_until))
    effects += [
        Reverse(
            earn.amount, earn.terms, earn.available_from, earn.expires_on, earn.rule, earn.period
        )
        for earn in sale.earned
    ]
    effects += [_uncredited(one, one.amount_minor) for one in sale.credits]
    effects += revoke(rules.programme, state, gifts_with(state, sale.sale), on, MINOR_MAX).effects
    effects += [Unclaim(voucher, lapsed_until) for voucher in vouchers_in(sale.sold)]
    if sale.counted:
        effects += less_progress(progress_of(rules.goals, lines, context), ())
        effects += [
            Visit(sale.on, -1),
            Status(sale.on, -sale.status),
            Paid(sale.on, -sum(line.net_minor for line in lines)),
        ]
    return tuple(effects)


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


RulesOf = Callable[[str], Rules]
"""The compiled rules of a programme version, by id; unknown ids give the current ones."""
