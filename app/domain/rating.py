"""What a bill is worth, and why: one function for counter, replay, returns and audit.

Coins are floored, never rounded (LEDGER.md 8). The rules of a programme are compiled once;
what depends only on the day, the store and the tier is filtered once per such key.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.amounts import Amounts
from app.domain.calendar import numbering_period
from app.domain.conditions import CapPeriod, applies, at_time, changes_of_day
from app.domain.facts import Context, Line, Step
from app.domain.goals import Goals
from app.domain.money import MINOR_MAX
from app.domain.programme import EarnRule, Programme

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
    """The rules that hold at one moment, in one store and tier, by kind, and their groups.

    `minimums` are those of the fixed rules, in order.
    """

    per_amount: list[_Ready] = field(default_factory=list)
    fixed: list[_Ready] = field(default_factory=list)
    multiplier: list[_Ready] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    minimums: list[int] = field(default_factory=list)


class Rules:
    """The earn rules of one programme, ready for rating."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.goals = Goals(programme)
        self.capped = {rule.id: rule for rule in programme.earn if rule.cap_coins is not None}
        self.own_terms = {
            rule.id: (rule.id, rule.terms) for rule in programme.earn if rule.terms is not None
        }
        self.by_id = {rule.id: rule for rule in programme.earn}
        self.member_prices = {
            tier.id: tier.member_price_percent
            for tier in programme.tiers
            if tier.member_price_percent
        }
        self._ready = [_ready(rule, programme) for rule in programme.earn]
        self._changes = changes_of_day(rule.when for rule in programme.earn)
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
        active.minimums = sorted({ready.minimum for ready in active.fixed})
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
    bill = _Bill(rules, lines, context)
    steps = bill.steps(bill.total)
    coins = _granted(steps)
    return Rating(coins, tuple(steps), bill.next_coin(coins))


def coins_of(rules: Rules, lines: Sequence[Line], context: Context) -> tuple[Step, ...]:
    """Return only the steps: what a return compares before and after."""
    bill = _Bill(rules, lines, context)
    return tuple(bill.steps(bill.total))


class _Bill:
    """The goods of a bill and the rules in force, rated for any total.

    A total above the bill's own stands for more goods that no narrowed rule covers.
    """

    __slots__ = ("active", "amounts", "bonuses", "by_id", "total", "used")

    def __init__(self, rules: Rules, lines: Sequence[Line], context: Context) -> None:
        self.amounts = Amounts(rules.programme, lines)
        self.active = rules.active(context)
        self.by_id = rules.by_id
        self.used = context.used
        self.total = self.amounts.total
        self.bonuses: dict[int, list[Step]] = {}

    def steps(self, total: int) -> list[Step]:
        """Return the steps: per-amount rules first, since multipliers multiply what they grant."""
        groups = self.active.groups
        steps = _best_of_groups(self._per_amount(total), groups)
        more = self._multiplied(total, steps) if steps else []
        return steps + _best_of_groups(more + self._fixed(total), groups)

    def _per_amount(self, total: int) -> list[Step]:
        steps: list[Step] = []
        for ready in self.active.per_amount:
            if total >= ready.minimum:
                rule = ready.rule
                base = self.amounts.covered(rule) if ready.narrowed else total
                wanted = rule.coins * (base // rule.per_minor)
                if wanted > 0:
                    steps.append(Step(rule.id, base, 100, wanted, self._capped(rule, wanted)))
        return steps

    def _multiplied(self, total: int, whole: Sequence[Step]) -> list[Step]:
        """Return what multipliers add to the per-amount steps `whole`."""
        steps: list[Step] = []
        for ready in self.active.multiplier:
            if total >= ready.minimum:
                rule = ready.rule
                base = self._coins_within(rule, whole) if ready.narrowed else _granted(whole)
                wanted = base * (rule.percent - 100) // 100
                if wanted > 0:
                    granted = self._capped(rule, wanted)
                    steps.append(Step(rule.id, base, rule.percent, wanted, granted))
        return steps

    def _coins_within(self, narrow: EarnRule, whole: Sequence[Step]) -> int:
        """Return the coins the per-amount steps give for the lines `narrow` covers."""
        covered = self.amounts.covered(narrow)
        if not covered:
            return 0
        coins = 0
        for step in whole:
            rule = self.by_id[step.rule]
            narrowed = rule.when.skus or rule.when.categories
            base = self.amounts.shared(narrow.when, rule.when) if narrowed else covered
            coins += min(step.granted, rule.coins * (base // rule.per_minor))
        return coins

    def _fixed(self, total: int) -> list[Step]:
        """Return the fixed bonuses: the same for all totals between two minimums, so found once.

        The first total asked for is the bill's own: its steps are shown, of others only coins.
        """
        if total <= 0:
            return []
        reached = bisect_right(self.active.minimums, total)
        steps = self.bonuses.get(reached)
        if steps is None:
            steps = self.bonuses[reached] = [
                Step(rule.id, total, 100, rule.coins, self._capped(rule, rule.coins))
                for rule, narrowed, minimum, _ in self.active.fixed
                if total >= minimum and (not narrowed or self.amounts.covered(rule))
            ]
        return steps

    def _capped(self, rule: EarnRule, wanted: int) -> int:
        if rule.cap_coins is None:
            return wanted
        return max(0, min(wanted, rule.cap_coins - self.used.get(rule.id, 0)))

    def next_coin(self, coins: int) -> NextCoin | None:
        """Return the least extra money on a line no narrowed rule covers after which coins rise.

        Coins never fall as such money grows, so when the nearest step of every rule brings
        nothing (a cap, a better rule of its group), the least amount is found by halving.
        """

        def more(extra: int) -> int:
            return _granted(self.steps(self.total + extra)) - coins

        most = MINOR_MAX - self.total
        first = min(self._needs(), default=most + 1)
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

    def _needs(self) -> list[int]:
        """Return the distance to the nearest amount at which each rule may give more."""
        total, active = self.total, self.active
        needs = [
            ready.rule.per_minor - total % ready.rule.per_minor
            for ready in active.per_amount
            if not ready.narrowed and total >= ready.minimum
        ]
        for kind in (active.per_amount, active.multiplier):
            needs += [ready.minimum - total for ready in kind if ready.minimum > total]
        at = bisect_right(active.minimums, total)
        if at < len(active.minimums):
            needs.append(active.minimums[at] - total)
        if total == 0 and active.fixed:
            needs.append(1)
        return needs


def _granted(steps: Sequence[Step]) -> int:
    return sum([step.granted for step in steps])


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
