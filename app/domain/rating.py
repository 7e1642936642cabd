"""What a bill is worth, and why: one function for counter, replay, returns and audit.

Coins are floored, never rounded (LEDGER.md 8). The rules of a programme are compiled once;
what depends only on the day, the store and the tier is filtered once per such key.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from app.domain.amounts import Amounts
from app.domain.calendar import month_end, numbering_period, payday
from app.domain.events import Context, Line, Step
from app.domain.money import MINOR_MAX
from app.domain.programme import CapPeriod, Condition, EarnRule, Programme

_KEYS_KEPT = 256


class NextCoin(NamedTuple):
    """`more_minor` more money on the bill earns `coins` more coins."""

    more_minor: int
    coins: int


class Rating(NamedTuple):
    """Coins a bill earns, a step per rule, and the distance to the next coin (None = no way)."""

    coins: int
    steps: tuple[Step, ...]
    next_coin: NextCoin | None


class _Ready(NamedTuple):
    """A rule with what rating asks of it unpacked."""

    rule: EarnRule
    narrowed: bool
    minimum: int
    group: str


@dataclass(slots=True)
class _Active:
    """The rules that hold at one moment, in one store and tier, by kind, and their groups."""

    per_amount: list[_Ready] = field(default_factory=list)
    fixed: list[_Ready] = field(default_factory=list)
    multiplier: list[_Ready] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)


class Rules:
    """The earn rules of one programme, ready for rating."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.capped = {rule.id: rule for rule in programme.earn if rule.cap_coins is not None}
        self.own_terms = {
            rule.id: (rule.id, rule.terms) for rule in programme.earn if rule.terms is not None
        }
        self.by_id = {rule.id: rule for rule in programme.earn}
        self._ready = [_ready(rule, programme) for rule in programme.earn]
        self._changes = changes_of_day(programme.earn)
        self._active: dict[tuple[date, int, str, str, bool], _Active] = {}

    def earns(self, line: Line) -> bool:
        """Say whether a line earns at all, that is, no exclusion of the programme names it."""
        return (
            line.sku not in self.programme.excluded_skus
            and line.category not in self.programme.excluded_categories
        )

    def active(self, context: Context) -> _Active:
        """Return the rules that hold at the context's moment, in its store, for its tier."""
        part = bisect_right(self._changes, context.minute)
        key = (context.on, part, context.store, context.tier, context.first_purchase)
        found = self._active.get(key)
        if found is None:
            if len(self._active) >= _KEYS_KEPT:
                self._active.clear()
            found = self._active[key] = self._filter(context)
        return found

    def _filter(self, context: Context) -> _Active:
        active = _Active()
        for ready in self._ready:
            when = ready.rule.when
            if at_time(when, context.minute) and applies(when, context, self.programme.paydays):
                getattr(active, ready.rule.kind).append(ready)
                if ready.group:
                    active.groups[ready.rule.id] = ready.group
        return active


def _ready(rule: EarnRule, programme: Programme) -> _Ready:
    when = rule.when
    best = rule.kind == "multiplier" and programme.stacking == "best" and not rule.group
    return _Ready(
        rule=rule,
        narrowed=bool(when.skus or when.categories),
        minimum=when.minimum_minor,
        group="*" if best else rule.group,
    )


def applies(when: Condition, context: Context, paydays: frozenset[int]) -> bool:
    """Say whether a condition holds by day, tier, store and first purchase, at any time."""
    on = context.on
    return (
        (not when.weekdays or on.weekday() in when.weekdays)
        and (not when.dates or any(first <= on <= last for first, last in when.dates))
        and (not when.days_of_month or _day_of_month(on, when.days_of_month))
        and (not when.payday or payday(on, paydays))
        and (not when.tiers or context.tier in when.tiers)
        and (not when.stores or context.store in when.stores)
        and (not when.first_purchase or context.first_purchase)
    )


def at_time(when: Condition, minute: int) -> bool:
    """Say whether a condition holds at a local minute of the day."""
    start = minute_of(when.from_time) if when.from_time else 0
    end = minute_of(when.until_time) if when.until_time else 24 * 60
    return start <= minute < end if start < end else minute >= start or minute < end


def minute_of(at: time) -> int:
    """Return a time as the minute of its day."""
    return at.hour * 60 + at.minute


def changes_of_day(earn: Sequence[EarnRule]) -> list[int]:
    """Return the minutes of a day at which a rule begins or ends, midnight first."""
    times = [at for rule in earn for at in (rule.when.from_time, rule.when.until_time) if at]
    return sorted({0, *(minute_of(at) for at in times)})


def _day_of_month(on: date, days: frozenset[int]) -> bool:
    return on.day in days or (on == month_end(on) and any(day > on.day for day in days))


def cap_key(period: CapPeriod, on: date) -> str:
    """Return the key of the cap's period on a date; empty for a cap on each bill."""
    match period:
        case "bill":
            return ""
        case "day":
            return f"{on:%Y-%m-%d}"
        case "week":
            return f"{on:%G-W%V}"
        case "month":
            return numbering_period(on, "month")
        case "year":
            return f"{on:%Y}"
        case "ever":
            return "ever"


def used_caps(rules: Rules, caps: Mapping[str, int] | None, on: date) -> dict[str, int]:
    """Return the coins each capped rule has given a member in its period so far."""
    if not caps or not rules.capped:
        return {}
    used = {
        rule.id: caps.get(f"{rule.id}|{cap_key(rule.cap_period, on)}", 0)
        for rule in rules.capped.values()
        if rule.cap_period != "bill"
    }
    return {rule: coins for rule, coins in used.items() if coins}


def rate(rules: Rules, lines: Sequence[Line], context: Context) -> Rating:
    """Return what `lines` (their net money) earn in `context`, step by step."""
    amounts = Amounts(rules.programme, lines)
    active = rules.active(context)
    steps = _evaluate(rules, active, amounts, context)
    coins = _granted(steps)
    return Rating(coins, tuple(steps), _next_coin(rules, active, amounts, context, coins))


def coins_of(rules: Rules, lines: Sequence[Line], context: Context) -> tuple[Step, ...]:
    """Return only the steps: what a return compares before and after."""
    return tuple(_evaluate(rules, rules.active(context), Amounts(rules.programme, lines), context))


def _granted(steps: Sequence[Step]) -> int:
    return sum([step.granted for step in steps])


def _evaluate(rules: Rules, active: _Active, amounts: Amounts, context: Context) -> list[Step]:
    """Return the steps: per-amount rules first, since multipliers multiply what those grant."""
    groups = active.groups
    steps = _best_of_groups(_per_amount(active, amounts, context), groups)
    more = _multiplied(rules, active, amounts, context, steps) if steps else []
    return steps + _best_of_groups(more + _fixed(active, amounts, context), groups)


def _per_amount(active: _Active, amounts: Amounts, context: Context) -> list[Step]:
    total, used = amounts.total, context.used
    steps: list[Step] = []
    for ready in active.per_amount:
        if total >= ready.minimum:
            rule = ready.rule
            base = amounts.covered(rule) if ready.narrowed else total
            wanted = rule.coins * (base // rule.per_minor)
            if wanted > 0:
                steps.append(Step(rule.id, base, 100, wanted, _capped(rule, wanted, used)))
    return steps


def _multiplied(
    rules: Rules, active: _Active, amounts: Amounts, context: Context, whole: Sequence[Step]
) -> list[Step]:
    """Return what multipliers add to the per-amount steps `whole`."""
    total, used = amounts.total, context.used
    steps: list[Step] = []
    for ready in active.multiplier:
        if total >= ready.minimum:
            rule = ready.rule
            base = _coins_within(rules, amounts, rule, whole) if ready.narrowed else _granted(whole)
            wanted = base * (rule.percent - 100) // 100
            if wanted > 0:
                granted = _capped(rule, wanted, used)
                steps.append(Step(rule.id, base, rule.percent, wanted, granted))
    return steps


def _coins_within(rules: Rules, amounts: Amounts, narrow: EarnRule, whole: Sequence[Step]) -> int:
    """Return the coins the per-amount steps give for the lines `narrow` covers, at most granted."""
    when = narrow.when
    covered = amounts.covered(narrow)
    if not covered:
        return 0
    coins = 0
    for step in whole:
        rule = rules.by_id[step.rule]
        narrowed = rule.when.skus or rule.when.categories
        base = amounts.shared(when, rule.when) if narrowed else covered
        coins += min(step.granted, rule.coins * (base // rule.per_minor))
    return coins


def _fixed(active: _Active, amounts: Amounts, context: Context) -> list[Step]:
    total, used = amounts.total, context.used
    steps: list[Step] = []
    if total > 0:
        for ready in active.fixed:
            rule = ready.rule
            if total >= ready.minimum and (not ready.narrowed or amounts.covered(rule)):
                granted = _capped(rule, rule.coins, used)
                steps.append(Step(rule.id, total, 100, rule.coins, granted))
    return steps


def _capped(rule: EarnRule, wanted: int, used: Mapping[str, int]) -> int:
    if rule.cap_coins is None:
        return wanted
    return max(0, min(wanted, rule.cap_coins - used.get(rule.id, 0)))


def _best_of_groups(steps: list[Step], groups: Mapping[str, str]) -> list[Step]:
    """Keep the best step of each group (the first among equals) and all that have none."""
    if not groups:
        return steps
    best: dict[str, Step] = {}
    for step in steps:
        group = groups.get(step.rule, "")
        if group and (group not in best or step.granted > best[group].granted):
            best[group] = step
    kept = {step.rule for step in best.values()}
    return [step for step in steps if step.rule not in groups or step.rule in kept]


def _next_coin(
    rules: Rules, active: _Active, amounts: Amounts, context: Context, coins: int
) -> NextCoin | None:
    """Return the least extra money on a line no narrowed rule covers after which coins rise.

    Coins never fall as such money grows, so when the nearest step of every rule brings nothing
    (a cap, a better rule of its group), the least amount is found by halving.
    """
    total = amounts.total

    def more(extra: int) -> int:
        amounts.total = total + extra
        found = _granted(_evaluate(rules, active, amounts, context)) - coins
        amounts.total = total
        return found

    most = MINOR_MAX - total
    first = min(_needs(active, total), default=most + 1)
    if first > most:
        return None
    if gain := more(first):
        return NextCoin(first, gain)
    if not more(most):
        return None
    too_little, enough = first, most
    while enough - too_little > 1:
        middle = (too_little + enough) // 2
        if more(middle):
            enough = middle
        else:
            too_little = middle
    return NextCoin(enough, more(enough))


def _needs(active: _Active, total: int) -> list[int]:
    """Return the distance to the nearest amount at which each rule may give more."""
    needs = [
        ready.rule.per_minor - total % ready.rule.per_minor
        for ready in active.per_amount
        if not ready.narrowed and total >= ready.minimum
    ]
    for kind in (active.per_amount, active.fixed, active.multiplier):
        needs += [ready.minimum - total for ready in kind if ready.minimum > total]
    if total == 0 and active.fixed:
        needs.append(1)
    return needs
