"""One moment and one kind of goods of every sort that a programme's conditions tell apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product
from typing import NamedTuple

from app.domain.conditions import Condition, applies, at_time, changes_of_day
from app.domain.facts import Context, Line
from app.domain.programme import Programme

_DAYS = 366
_DAYS_MAX = 5 * _DAYS


class Part(NamedTuple):
    """Something that costs, and when it holds."""

    name: str
    when: Condition


def parts_of(programme: Programme) -> list[Part]:
    """Return everything whose conditions tell moments and goods apart."""
    return [
        *(Part(rule.id, rule.when) for rule in programme.earn),
        *(Part(f"cashback:{rule.id}", rule.when) for rule in programme.cashback),
        *(
            Part(f"price:{tier.id}", Condition(tiers=frozenset({tier.id})))
            for tier in programme.tiers
            if tier.member_price_percent
        ),
    ]


def moment_of(programme: Programme, on: date, minute: int) -> Context:
    """Return a moment in the first tier, in no store."""
    return Context(on, minute, "", programme.tiers[0].id, False, {})


def line_of(sku: str, category: str, net_minor: int) -> Line:
    """Return one unit that cost `net_minor`."""
    return Line(sku, "", category, 1000, net_minor, net_minor)


# Moments: one of every kind the rules tell apart.


def moments(programme: Programme, start: date) -> Iterator[Context]:
    """Yield one context for every set of rules that can hold together and is not part of another.

    More rules never give fewer coins, so a smaller set cannot cost more.
    """
    found: dict[frozenset[str], Context] = {}
    parts = parts_of(programme)
    stores = {"", *programme.stores, *(one for part in parts for one in part.when.stores)}
    tiers = [tier.id for tier in programme.tiers]
    for on in _kinds_of_day(programme, start):
        for minute, store, tier, first in product(
            changes_of_day(part.when for part in parts),
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
    """Yield a year of days from `start`, and on to the last date anything names."""
    parts = parts_of(programme)
    last = max((last for part in parts for _, last in part.when.dates), default=start)
    for day in range(min(max(_DAYS, (last - start).days + 1), _DAYS_MAX)):
        yield start + timedelta(days=day)


def _on_day(programme: Programme, on: date) -> frozenset[str]:
    context = Context(on, 0, "", "", False, {})
    return frozenset(
        part.name
        for part in parts_of(programme)
        if applies(_day_part(part.when), context, programme.paydays)
    )


def _day_part(when: Condition) -> Condition:
    return replace(when, tiers=frozenset(), stores=frozenset(), first_purchase=False)


def _holding(programme: Programme, context: Context) -> frozenset[str]:
    return frozenset(
        part.name
        for part in parts_of(programme)
        if applies(part.when, context, programme.paydays) and at_time(part.when, context.minute)
    )


def ordinary(programme: Programme, start: date) -> Context:
    """Return the commonest weekday at its commonest time of day, in the first tier."""
    kinds: dict[frozenset[str], list[date]] = {}
    for on in _days(programme, start):
        if on.weekday() < 5:
            kinds.setdefault(_on_day(programme, on), []).append(on)
    on = max(kinds.values(), key=len)[0]
    minutes = [*changes_of_day(part.when for part in parts_of(programme)), 24 * 60]
    lengths: dict[frozenset[str], int] = {}
    firsts: dict[frozenset[str], int] = {}
    for minute, until in pairwise(minutes):
        holding = _holding(programme, moment_of(programme, on, minute))
        lengths[holding] = lengths.get(holding, 0) + until - minute
        firsts.setdefault(holding, minute)
    return moment_of(programme, on, firsts[max(lengths, key=lambda one: lengths[one])])


# Goods.


def goods(programme: Programme, context: Context) -> Iterator[Line]:
    """Yield a line of every kind of goods: of skus (categories) in the same rules, one is enough.

    A bill of one kind is enough too: what several kinds earn together is at most what the
    dearest of them earns alone on the same money.
    """
    held = _holding(programme, context)
    parts = [part for part in parts_of(programme) if part.name in held]
    skus = _one_of_each({sku for part in parts for sku in part.when.skus}, parts, "skus")
    names = {name for part in parts for name in part.when.categories}
    for sku, category in product(skus, _one_of_each(names, parts, "categories")):
        if sku not in programme.excluded_skus and category not in programme.excluded_categories:
            yield line_of(sku, category, 0)


def _one_of_each(names: set[str], parts: Sequence[Part], field: str) -> Iterable[str]:
    kinds: dict[frozenset[str], str] = {}
    for name in ("", *sorted(names)):
        named = frozenset(part.name for part in parts if name in getattr(part.when, field))
        kinds.setdefault(named, name)
    return kinds.values()
