"""What holds for every programme and every bill, and a slow rating that must agree."""

from calendar import monthrange
from datetime import date, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.conditions import Condition
from app.domain.facts import Context, Line
from app.domain.programme import EarnRule, Programme
from app.domain.rating import Rules, rate
from tests.helpers.programmes import PROGRAMME, line, programme_of

SKUS, CATEGORIES = ["a", "b", "c"], ["x", "y", "z"]
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))


def some(values: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.just(frozenset[str]()) | st.frozensets(st.sampled_from(values), min_size=1)


WINDOWS = st.tuples(DAYS, st.integers(0, 400)).map(
    lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
)

CONDITIONS = st.builds(
    Condition,
    weekdays=st.just(frozenset[int]()) | st.frozensets(st.integers(0, 6), min_size=3),
    from_time=TIMES,
    until_time=TIMES,
    dates=st.just(()) | st.lists(WINDOWS, max_size=2).map(tuple),
    days_of_month=st.just(frozenset[int]()) | st.frozensets(st.integers(1, 31), min_size=8),
    payday=st.sampled_from([False, False, False, True]),
    skus=some(SKUS),
    categories=some(CATEGORIES),
    minimum_minor=st.sampled_from([0, 0, 100, 777, 5000]),
    tiers=some(["silver", "gold"]),
    stores=some(["Main", "Market"]),
    first_purchase=st.sampled_from([False, False, True]),
)
PLAIN = st.builds(
    Condition,
    skus=some(SKUS),
    categories=some(CATEGORIES),
    minimum_minor=st.sampled_from([0, 0, 100, 777, 5000]),
)


@st.composite
def programmes(
    draw: st.DrawFn,
    conditions: st.SearchStrategy[Condition] = CONDITIONS,
    *,
    grouped: bool = True,
) -> Programme:
    earn = []
    for at in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(["per_amount", "per_amount", "fixed", "multiplier"]))
        group = "p" if kind == "per_amount" else "m"
        earn.append(
            EarnRule(
                id=f"r{at}",
                title={},
                kind=kind,  # type: ignore[arg-type]
                coins=draw(st.integers(1, 7)),
                per_minor=draw(st.sampled_from([1, 7, 100, 250, 999])),
                percent=draw(st.sampled_from([101, 125, 150, 200, 300])),
                when=draw(conditions),
                group=draw(st.sampled_from(["", "", group])) if grouped else "",
                cap_coins=draw(st.none() | st.integers(1, 30)),
                cap_period=draw(st.sampled_from(["bill", "day", "ever"])),
            )
        )
    return programme_of(
        *earn,
        stacking=draw(st.sampled_from(["add", "best"])) if grouped else "add",
        excluded_skus=draw(some(SKUS)) if draw(st.booleans()) else frozenset(),
        excluded_categories=draw(some(CATEGORIES)) if draw(st.booleans()) else frozenset(),
        paydays=draw(st.frozensets(st.integers(1, 31), max_size=3)),
    )


LINES = st.lists(
    st.builds(
        line,
        st.integers(0, 9000) | st.sampled_from([99, 100, 101, 249, 250, 776, 777, 4999, 5000]),
        st.sampled_from(["", *SKUS]),
        st.sampled_from(["", *CATEGORIES]),
    ),
    min_size=1,
    max_size=6,
)
CONTEXTS = st.builds(
    Context,
    on=DAYS,
    minute=st.integers(0, 1439),
    store=st.sampled_from(["Main", "Market"]),
    tier=st.sampled_from(["silver", "gold"]),
    first_purchase=st.booleans(),
    used=st.dictionaries(st.sampled_from(["r0", "r1", "r2"]), st.integers(0, 40)),
)


# The slow rating: the sentences of the format, one after the other, nothing shared with the code.


def minutes_of(when: Condition) -> set[int]:
    start = when.from_time or time(0)
    end = when.until_time or time(0)
    minutes, minute = set(), start.hour * 60 + start.minute
    while True:
        minutes.add(minute)
        minute = (minute + 1) % 1440
        if minute == end.hour * 60 + end.minute:
            return minutes


def paydays_around(on: date, days: frozenset[int]) -> set[date]:
    paid = set()
    for month in (on, on.replace(day=28) + timedelta(days=7)):
        for day in days:
            pay = month.replace(day=min(day, monthrange(month.year, month.month)[1]))
            while pay.weekday() > 4:
                pay -= timedelta(days=1)
            paid.add(pay)
    return paid


def in_force(programme: Programme, when: Condition, total: int, context: Context) -> bool:
    on = context.on
    last = monthrange(on.year, on.month)[1]
    checks = [
        total >= when.minimum_minor,
        context.minute in minutes_of(when),
        on.weekday() in (when.weekdays or set(range(7))),
        on.day in {min(day, last) for day in when.days_of_month or range(1, 32)},
        not when.payday or on in paydays_around(on, programme.paydays),
        context.tier in (when.tiers or {context.tier}),
        context.store in (when.stores or {context.store}),
        context.first_purchase or not when.first_purchase,
    ]
    if when.dates:
        checks.append(any(a <= on <= b for a, b in when.dates))
    return all(checks)


def its_lines(rule: EarnRule, lines: list[Line]) -> list[Line]:
    when = rule.when
    if not when.skus and not when.categories:
        return lines
    return [one for one in lines if one.sku in when.skus or one.category in when.categories]


def best(given: dict[str, int], group_of: dict[str, str]) -> dict[str, int]:
    kept = dict(given)
    for group in {group_of[rule] for rule in given} - {""}:
        members = [rule for rule in given if group_of[rule] == group]
        winner = max(members, key=lambda rule: given[rule])
        for rule in members:
            if rule != winner:
                del kept[rule]
    return kept


def capped(rule: EarnRule, wanted: int, context: Context) -> int:
    if rule.cap_coins is None:
        return wanted
    return min(wanted, max(0, rule.cap_coins - context.used.get(rule.id, 0)))


def amount(rule: EarnRule, lines: list[Line]) -> int:
    return rule.coins * (sum(one.net_minor for one in its_lines(rule, lines)) // rule.per_minor)


def multiplied(
    rule: EarnRule, rules: list[EarnRule], base: dict[str, int], bill: list[Line]
) -> int:
    """The coins a multiplier finds: all, or those its own lines would give by each rule."""
    if not rule.when.skus and not rule.when.categories:
        return sum(base.values())
    mine = its_lines(rule, bill)
    return sum(min(base[one.id], amount(one, mine)) for one in rules if one.id in base)


def slow_rating(programme: Programme, lines: list[Line], context: Context) -> dict[str, int]:
    bill = [
        one
        for one in lines
        if one.sku not in programme.excluded_skus
        and one.category not in programme.excluded_categories
    ]
    total = sum(one.net_minor for one in bill)
    rules = [rule for rule in programme.earn if in_force(programme, rule.when, total, context)]
    group_of = {rule.id: rule.group for rule in rules}
    wanted = {rule.id: amount(rule, bill) for rule in rules if rule.kind == "per_amount"}
    base = {rule.id: capped(rule, wanted[rule.id], context) for rule in rules if rule.id in wanted}
    base = best({rule: coins for rule, coins in base.items() if wanted[rule]}, group_of)
    more = {}
    for rule in rules:
        if rule.kind == "multiplier":
            if programme.stacking == "best" and not rule.group:
                group_of[rule.id] = "the multipliers"
            coins = multiplied(rule, rules, base, bill)
            if extra := coins * rule.percent // 100 - coins:
                more[rule.id] = capped(rule, extra, context)
    for rule in rules:
        if rule.kind == "fixed" and sum(one.net_minor for one in its_lines(rule, bill)) > 0:
            more[rule.id] = capped(rule, rule.coins, context)
    return {**base, **best(more, group_of)}


@given(programmes(), LINES, CONTEXTS)
def test_rating_agrees_with_the_slow_one(
    programme: Programme, lines: list[Line], context: Context
) -> None:
    rating = rate(Rules(programme), lines, context)
    assert {step.rule: step.granted for step in rating.steps} == slow_rating(
        programme, lines, context
    )
    assert rating.coins == sum(step.granted for step in rating.steps)


@given(programmes(PLAIN), LINES, CONTEXTS)
def test_no_step_is_negative_or_over_its_cap(
    programme: Programme, lines: list[Line], context: Context
) -> None:
    for step in rate(Rules(programme), lines, context).steps:
        rule = next(rule for rule in programme.earn if rule.id == step.rule)
        assert 0 <= step.granted <= step.wanted
        if rule.cap_coins is not None and step.granted:
            assert step.granted + context.used.get(rule.id, 0) <= rule.cap_coins


@given(programmes(PLAIN), st.permutations(range(6)), LINES, CONTEXTS)
def test_the_order_of_lines_does_not_matter(
    programme: Programme, order: list[int], lines: list[Line], context: Context
) -> None:
    shuffled = [lines[at] for at in order if at < len(lines)]
    rules = Rules(programme)
    assert rate(rules, shuffled, context) == rate(rules, lines, context)


@given(programmes(PLAIN), LINES, CONTEXTS, st.integers(1, 8999))
def test_a_line_split_in_two_earns_the_same(
    programme: Programme, lines: list[Line], context: Context, part: int
) -> None:
    assume(part < lines[0].net_minor)
    rest = lines[0]._replace(net_minor=lines[0].net_minor - part)
    split = [rest, lines[0]._replace(net_minor=part), *lines[1:]]
    assert rate(Rules(programme), split, context) == rate(Rules(programme), lines, context)


@given(programmes(PLAIN, grouped=False), LINES, CONTEXTS, st.integers(1, 3000), st.integers(0, 5))
def test_more_money_on_a_line_never_earns_less(
    programme: Programme, lines: list[Line], context: Context, more: int, at: int
) -> None:
    at %= len(lines)
    dearer = list(lines)
    dearer[at] = lines[at]._replace(net_minor=lines[at].net_minor + more)
    rules = Rules(programme)
    assert rate(rules, dearer, context).coins >= rate(rules, lines, context).coins


@given(programmes(PLAIN, grouped=False), LINES, CONTEXTS)
def test_the_next_coin_is_exact(programme: Programme, lines: list[Line], context: Context) -> None:
    rules = Rules(programme)
    now = rate(rules, lines, context)

    def with_more(more: int) -> int:
        return rate(rules, [*lines, line(more, "other", "other")], context).coins

    if now.next_coin is None:
        assert with_more(10**9) == now.coins
    else:
        assert with_more(now.next_coin.more_minor - 1) == now.coins
        assert with_more(now.next_coin.more_minor) == now.coins + now.next_coin.coins
        assert now.next_coin.coins > 0


@given(LINES, CONTEXTS)
def test_compiled_rules_answer_the_same_a_second_time(lines: list[Line], context: Context) -> None:
    rules = Rules(PROGRAMME)
    assert rate(rules, lines, context) == rate(rules, lines, context)
