"""What a bill is worth, and why: one function for counter, replay, returns and audit.

Coins are floored, never rounded (LEDGER.md 8). The rules of a programme are compiled once;
what depends only on the day, the store and the tier is filtered once per such key.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.calendar import month_end, numbering_period, payday
from app.domain.events import Context, Line, Step
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
    from_minute: int
    until_minute: int
    group: str


@dataclass(slots=True)
class _Active:
    per_amount: list[_Ready] = field(default_factory=list)
    fixed: list[_Ready] = field(default_factory=list)
    multiplier: list[_Ready] = field(default_factory=list)
    grouped: bool = False


class Rules:
    """The earn rules of one programme, ready for rating."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.capped = {rule.id: rule for rule in programme.earn if rule.cap_coins is not None}
        self.own_terms = {
            rule.id: (rule.id, rule.terms) for rule in programme.earn if rule.terms is not None
        }
        self._ready = [_ready(rule, programme) for rule in programme.earn]
        self._active: dict[tuple[date, str, str, bool], _Active] = {}

    def earns(self, line: Line) -> bool:
        """Say whether a line earns at all, that is, no exclusion of the programme names it."""
        return (
            line.sku not in self.programme.excluded_skus
            and line.category not in self.programme.excluded_categories
        )

    def active(self, context: Context) -> _Active:
        """Return the rules that apply on the context's day, in its store, to its tier."""
        key = (context.on, context.store, context.tier, context.first_purchase)
        found = self._active.get(key)
        if found is None:
            if len(self._active) >= _KEYS_KEPT:
                self._active.clear()
            found = self._active[key] = self._filter(context)
        return found

    def _filter(self, context: Context) -> _Active:
        active = _Active()
        for ready in self._ready:
            if _applies(ready.rule.when, context, self.programme.paydays):
                getattr(active, ready.rule.kind).append(ready)
                active.grouped = active.grouped or bool(ready.group)
        return active


def _ready(rule: EarnRule, programme: Programme) -> _Ready:
    when = rule.when
    start, end = when.from_time, when.until_time
    best = rule.kind == "multiplier" and programme.stacking == "best" and not rule.group
    return _Ready(
        rule=rule,
        narrowed=bool(when.skus or when.categories),
        minimum=when.minimum_minor,
        from_minute=start.hour * 60 + start.minute if start else 0,
        until_minute=end.hour * 60 + end.minute if end else 24 * 60,
        group="*" if best else rule.group,
    )


def _applies(when: Condition, context: Context, paydays: frozenset[int]) -> bool:
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


def _day_of_month(on: date, days: frozenset[int]) -> bool:
    return on.day in days or (on == month_end(on) and any(day > on.day for day in days))


class _Amounts:
    """Money that earns, in all and by sku and category."""

    __slots__ = ("by_category", "by_sku", "lines", "total")

    def __init__(self, rules: Rules, lines: Sequence[Line]) -> None:
        skus = rules.programme.excluded_skus
        categories = rules.programme.excluded_categories
        self.lines = [
            line for line in lines if line.sku not in skus and line.category not in categories
        ]
        self.total = 0
        self.by_sku: dict[str, int] = {}
        self.by_category: dict[str, int] = {}
        for line in self.lines:
            net = line.net_minor
            self.total += net
            self.by_sku[line.sku] = self.by_sku.get(line.sku, 0) + net
            self.by_category[line.category] = self.by_category.get(line.category, 0) + net

    def covered(self, when: Condition) -> int:
        """Return the money of the lines a narrowed rule covers."""
        if not when.categories:
            by_sku = self.by_sku
            return sum(by_sku[sku] for sku in when.skus & by_sku.keys())
        if not when.skus:
            by_category = self.by_category
            return sum(by_category[name] for name in when.categories & by_category.keys())
        return sum(
            line.net_minor
            for line in self.lines
            if line.sku in when.skus or line.category in when.categories
        )


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
    amounts = _Amounts(rules, lines)
    active = rules.active(context)
    steps = _evaluate(active, amounts, context)
    coins = sum([step.granted for step in steps])
    return Rating(coins, tuple(steps), _next_coin(active, amounts, context, coins))


def coins_of(rules: Rules, lines: Sequence[Line], context: Context) -> tuple[Step, ...]:
    """Return only the steps: what a return compares before and after."""
    return tuple(_evaluate(rules.active(context), _Amounts(rules, lines), context))


def _in_force(ready: _Ready, total: int, minute: int) -> bool:
    if total < ready.minimum:
        return False
    start, end = ready.from_minute, ready.until_minute
    return start <= minute < end if start < end else minute >= start or minute < end


def _evaluate(active: _Active, amounts: _Amounts, context: Context) -> list[Step]:
    total, minute, used = amounts.total, context.minute, context.used
    steps: list[Step] = []
    groups: list[str] = []
    whole = 0
    unnarrowed: list[tuple[int, int]] = []
    for ready in active.per_amount:
        if not _in_force(ready, total, minute):
            continue
        rule = ready.rule
        base = amounts.covered(rule.when) if ready.narrowed else total
        if not ready.narrowed:
            unnarrowed.append((rule.coins, rule.per_minor))
        wanted = rule.coins * (base // rule.per_minor)
        if wanted > 0:
            granted = _capped(rule, wanted, used)
            whole += granted
            steps.append(Step(rule.id, base, 100, wanted, granted))
            groups.append(ready.group)
    for ready in active.multiplier:
        if not _in_force(ready, total, minute):
            continue
        rule = ready.rule
        base = whole
        if ready.narrowed:
            covered = amounts.covered(rule.when)
            base = sum([coins * (covered // per) for coins, per in unnarrowed])
        wanted = base * (rule.percent - 100) // 100
        if wanted > 0:
            steps.append(Step(rule.id, base, rule.percent, wanted, _capped(rule, wanted, used)))
            groups.append(ready.group)
    if total > 0:
        for ready in active.fixed:
            if _in_force(ready, total, minute) and (
                not ready.narrowed or amounts.covered(ready.rule.when) > 0
            ):
                rule = ready.rule
                granted = _capped(rule, rule.coins, used)
                steps.append(Step(rule.id, total, 100, rule.coins, granted))
                groups.append(ready.group)
    return _best_of_groups(steps, groups) if active.grouped else steps


def _capped(rule: EarnRule, wanted: int, used: Mapping[str, int]) -> int:
    if rule.cap_coins is None:
        return wanted
    return max(0, min(wanted, rule.cap_coins - used.get(rule.id, 0)))


def _best_of_groups(steps: list[Step], groups: list[str]) -> list[Step]:
    """Keep the best step of each group (the first among equals) and all that have none."""
    best: dict[str, Step] = {}
    for step, group in zip(steps, groups, strict=True):
        if group and (group not in best or step.granted > best[group].granted):
            best[group] = step
    return [
        step for step, group in zip(steps, groups, strict=True) if not group or best[group] is step
    ]


def _next_coin(active: _Active, amounts: _Amounts, context: Context, coins: int) -> NextCoin | None:
    """Return the least extra money on any line that earns after which the coins rise."""
    total = amounts.total
    needs = {
        ready.rule.per_minor - total % ready.rule.per_minor
        for ready in active.per_amount
        if not ready.narrowed
    }
    for kind in (active.per_amount, active.fixed, active.multiplier):
        needs.update([ready.minimum - total for ready in kind if ready.minimum > total])
    for need in sorted(needs)[:4]:
        amounts.total = total + need
        more = sum([step.granted for step in _evaluate(active, amounts, context)]) - coins
        amounts.total = total
        if more > 0:
            return NextCoin(need, more)
    return None
