"""What a programme costs: the coins a bill can earn, at their worth, per money spent.

The worst case is searched, not estimated: every day of a year or more, every minute at which a
rule begins or ends, every tier and store, every kind of line the rules tell apart; the bill
itself is rated by `app.domain.rating`. Bonuses fixed per bill have no percentage (on a tiny
bill they are unbounded), so they are told apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise, product
from math import lcm
from typing import NamedTuple

from app.domain.conditions import Condition, applies, at_time, changes_of_day
from app.domain.facts import Context, Line
from app.domain.programme import EarnRule, Programme
from app.domain.rating import Rules, coins_of

_DAYS = 366
_DAYS_MAX = 5 * _DAYS
_BILL_MAX = 10**13  # above this a common multiple of every `per` is arithmetic, not a bill


@dataclass(frozen=True, slots=True)
class Bonus:
    """A fixed bonus: `coins` worth `worth_minor`, from `minimum_minor` on (0 = any bill).

    `percent` is its cost on the smallest bill that triggers it, None without a minimum.
    """

    rule: str
    coins: int
    worth_minor: int
    minimum_minor: int
    percent: Fraction | None


@dataclass(frozen=True, slots=True)
class Cost:
    """The dearest bill: `percent` of `bill_minor` goes back as `coins`, by `rules`.

    `on` and `minute` are one such moment, `tier` and `store` who and where; `sku` and `category`
    the goods ("" = any other). Everyday is an ordinary weekday in the first tier with goods no
    rule names. Without any coin `percent` is 0 and `rules` is empty.
    """

    percent: Fraction
    bill_minor: int
    coins: int
    rules: tuple[str, ...]
    on: date
    minute: int
    tier: str
    store: str
    sku: str
    category: str
    everyday: Fraction
    bonuses: tuple[Bonus, ...]
    bonus_coins: int
    bonus_minor: int


class _Dearest(NamedTuple):
    share: Fraction
    bill_minor: int
    context: Context
    line: Line
    rules: tuple[str, ...]
    coins: int


def cost(programme: Programme, start: date) -> Cost:
    """Return what the programme costs from `start` (or the day it takes effect) on."""
    start = max(start, programme.effective_from or start)
    by_amount = [rule for rule in programme.earn if rule.kind != "fixed"]
    rules = Rules(replace(programme, earn=tuple(by_amount)))
    nothing = _Dearest(Fraction(0), 0, _moment(programme, start, 0), _line("", "", 0), (), 0)
    worst = max(
        (
            _dearest_bill(rules, context, line)
            for context in _moments(rules.programme, start)
            for line in _goods(rules.programme, context)
        ),
        key=lambda found: found.share,
        default=nothing,
    )
    everyday = _dearest_bill(rules, _ordinary(rules.programme, start), _line("", "", 0))
    value = programme.coin_value_minor
    bonuses = tuple(_bonus(rule, value) for rule in programme.earn if rule.kind == "fixed")
    bonus_coins = _bonus_coins(programme, start)
    return Cost(
        percent=worst.share * value * 100,
        bill_minor=worst.bill_minor,
        coins=worst.coins,
        rules=worst.rules,
        on=worst.context.on,
        minute=worst.context.minute,
        tier=worst.context.tier,
        store=worst.context.store,
        sku=worst.line.sku,
        category=worst.line.category,
        everyday=everyday.share * value * 100,
        bonuses=bonuses,
        bonus_coins=bonus_coins,
        bonus_minor=bonus_coins * value,
    )


def _moment(programme: Programme, on: date, minute: int) -> Context:
    return Context(on, minute, "", programme.tiers[0].id, False, {})


def _line(sku: str, category: str, net_minor: int) -> Line:
    return Line(sku, "", category, 1000, net_minor, net_minor)


# Moments: one of every kind the rules tell apart.


def _moments(programme: Programme, start: date) -> Iterator[Context]:
    """Yield one context for every set of rules that can hold together and is not part of another.

    More rules never give fewer coins, so a smaller set cannot cost more.
    """
    found: dict[frozenset[str], Context] = {}
    stores = {"", *programme.stores, *(one for rule in programme.earn for one in rule.when.stores)}
    tiers = [tier.id for tier in programme.tiers]
    for on in _kinds_of_day(programme, start):
        for minute, store, tier, first in product(
            changes_of_day(rule.when for rule in programme.earn),
            sorted(stores),
            tiers,
            (False, True),
        ):
            context = Context(on, minute, store, tier, first, {})
            found.setdefault(_holding(programme, context), context)
    for rules, context in found.items():
        if not any(rules < other for other in found):
            yield context


def _kinds_of_day(programme: Programme, start: date) -> Iterable[date]:
    """Return the first day of each kind: days on which other rules hold differ in kind."""
    kinds: dict[frozenset[str], date] = {}
    for on in _days(programme, start):
        kinds.setdefault(_on_day(programme, on), on)
    return kinds.values()


def _days(programme: Programme, start: date) -> Iterator[date]:
    """Yield a year of days from `start`, and on to the last date a rule names."""
    last = max((last for rule in programme.earn for _, last in rule.when.dates), default=start)
    for day in range(min(max(_DAYS, (last - start).days + 1), _DAYS_MAX)):
        yield start + timedelta(days=day)


def _on_day(programme: Programme, on: date) -> frozenset[str]:
    context = Context(on, 0, "", "", False, {})
    return frozenset(
        rule.id
        for rule in programme.earn
        if applies(_day_part(rule.when), context, programme.paydays)
    )


def _day_part(when: Condition) -> Condition:
    return replace(when, tiers=frozenset(), stores=frozenset(), first_purchase=False)


def _holding(programme: Programme, context: Context) -> frozenset[str]:
    return frozenset(
        rule.id
        for rule in programme.earn
        if applies(rule.when, context, programme.paydays) and at_time(rule.when, context.minute)
    )


def _ordinary(programme: Programme, start: date) -> Context:
    """Return the commonest weekday at its commonest time of day, in the first tier."""
    kinds: dict[frozenset[str], list[date]] = {}
    for on in _days(programme, start):
        if on.weekday() < 5:
            kinds.setdefault(_on_day(programme, on), []).append(on)
    on = max(kinds.values(), key=len)[0]
    minutes = [*changes_of_day(rule.when for rule in programme.earn), 24 * 60]
    lengths: dict[frozenset[str], int] = {}
    firsts: dict[frozenset[str], int] = {}
    for minute, until in pairwise(minutes):
        holding = _holding(programme, _moment(programme, on, minute))
        lengths[holding] = lengths.get(holding, 0) + until - minute
        firsts.setdefault(holding, minute)
    return _moment(programme, on, firsts[max(lengths, key=lambda one: lengths[one])])


# Goods and bills.


def _goods(programme: Programme, context: Context) -> Iterator[Line]:
    """Yield a line of every kind of goods: of skus (categories) in the same rules, one is enough.

    A bill of one kind is enough too: what several kinds earn together is at most what the
    dearest of them earns alone on the same money.
    """
    held = _holding(programme, context)
    earn = [rule for rule in programme.earn if rule.id in held]
    skus = _one_of_each({sku for rule in earn for sku in rule.when.skus}, earn, "skus")
    names = {name for rule in earn for name in rule.when.categories}
    for sku, category in product(skus, _one_of_each(names, earn, "categories")):
        if sku not in programme.excluded_skus and category not in programme.excluded_categories:
            yield _line(sku, category, 0)


def _one_of_each(names: set[str], earn: Sequence[EarnRule], field: str) -> Iterable[str]:
    kinds: dict[frozenset[str], str] = {}
    for name in ("", *sorted(names)):
        named = frozenset(rule.id for rule in earn if name in getattr(rule.when, field))
        kinds.setdefault(named, name)
    return kinds.values()


def _dearest_bill(rules: Rules, context: Context, line: Line) -> _Dearest:
    """Return the bill of one kind of goods on which the most coins fall per money."""
    best = _Dearest(Fraction(0), 0, context, line, (), 0)
    for bill in _bills(rules.programme.earn):
        steps = coins_of(rules, [line._replace(net_minor=bill)], context)
        coins = sum(step.granted for step in steps)
        if Fraction(coins, bill) > best.share:
            names = tuple(step.rule for step in steps if step.granted)
            best = _Dearest(Fraction(coins, bill), bill, context, line, names, coins)
    return best


def _bills(earn: Sequence[EarnRule]) -> list[int]:
    """Return the amounts at which the share can be largest, smallest first.

    It is largest where no coin is lost to the floor, on a multiple of every `per`; or where a
    minimum is just met or a cap just used up, on the next multiple of one `per`.
    """
    pers = sorted({rule.per_minor for rule in earn if rule.per_minor})
    if not pers:
        return []
    common = lcm(*pers, *(per * _whole_coins(earn, per) for per in pers))
    steps = {*pers, *([common] if common < _BILL_MAX else [])}
    corners = {1, *(rule.when.minimum_minor for rule in earn if rule.when.minimum_minor)}
    corners |= {
        -(-rule.cap_coins * 100 // max(1, other.coins * _gain(rule))) * other.per_minor
        for rule in earn
        if rule.cap_coins
        for other in earn
        if other.per_minor
    }
    up = {-(-corner // step) * step for corner, step in product(corners, steps)}
    down = {corner // step * step for corner, step in product(corners, steps)}
    return sorted(amount for amount in corners | up | down if amount > 0)


def _gain(rule: EarnRule) -> int:
    """Return what a rule adds to a coin it multiplies, in percent."""
    return rule.percent - 100 if rule.kind == "multiplier" else 100


def _whole_coins(earn: Sequence[EarnRule], per: int) -> int:
    """Return how many `per` it takes until every multiplier adds whole coins."""
    coins = lcm(*(rule.coins for rule in earn if rule.per_minor == per))
    parts = [Fraction(coins * _gain(rule), 100) for rule in earn if rule.kind == "multiplier"]
    return lcm(*(part.denominator for part in parts)) if parts else 1


# Bonuses.


def _bonus(rule: EarnRule, value: int) -> Bonus:
    coins = rule.coins if rule.cap_coins is None else min(rule.coins, rule.cap_coins)
    minimum = rule.when.minimum_minor
    percent = Fraction(coins * value * 100, minimum) if minimum else None
    return Bonus(rule.id, coins, coins * value, minimum, percent)


def _bonus_coins(programme: Programme, start: date) -> int:
    """Return the most coins that fixed bonuses can add to one bill."""
    fixed = replace(programme, earn=tuple(rule for rule in programme.earn if rule.kind == "fixed"))
    rules = Rules(fixed)
    bill = max((rule.when.minimum_minor for rule in fixed.earn), default=0) + 1
    return max(
        (
            sum(step.granted for step in coins_of(rules, _one_of_all(fixed, bill), context))
            for context in _moments(fixed, start)
        ),
        default=0,
    )


def _one_of_all(programme: Programme, net_minor: int) -> list[Line]:
    """Return a bill that has everything the rules name."""
    skus = {sku for rule in programme.earn for sku in rule.when.skus}
    names = {name for rule in programme.earn for name in rule.when.categories}
    lines = [_line("", "", net_minor)]
    lines += [_line(sku, "", 1) for sku in sorted(skus)]
    return lines + [_line("", name, 1) for name in sorted(names)]
