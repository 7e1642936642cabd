"""Splitting a bill never earns more than the rules say (features.md: split tickets, X16)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Context, Line
from app.domain.gifts import gifts_of
from app.domain.goals import progress_of
from app.domain.programme import EarnRule
from app.domain.promises import GiftRule, Goal, Prize
from app.domain.rating import Rules, rate
from tests.helpers.programmes import fixed, line, moment, multiplier, per_amount, programme_of

FOOD = frozenset({"food"})
amounts = st.lists(
    st.tuples(st.integers(1, 50_000), st.sampled_from(["", "food"])), min_size=1, max_size=5
)
rules_ = st.lists(
    st.one_of(
        st.builds(lambda c, per: per_amount(f"p{c}-{per}", c, per),
                  st.integers(1, 5), st.integers(1, 9_000)),
        st.builds(lambda c, per: per_amount(f"f{c}-{per}", c, per, categories=FOOD),
                  st.integers(1, 5), st.integers(1, 9_000)),
        st.builds(lambda c, least: per_amount(f"m{c}-{least}", c, 100, minimum_minor=least),
                  st.integers(1, 3), st.integers(1, 30_000)),
        st.builds(lambda c, cap: per_amount(f"d{c}-{cap}", c, 100, cap_coins=cap,
                                            cap_period="day"),
                  st.integers(1, 3), st.integers(1, 200)),
        st.builds(lambda p: multiplier(f"x{p}", p), st.integers(101, 300)),
    ),
    min_size=1, max_size=4, unique_by=lambda rule: rule.id,
)  # fmt: skip


def lines_of(some: list[tuple[int, str]]) -> list[Line]:
    return [line(minor, category=category) for minor, category in some]


def earned_in_turn(rules: Rules, bills: list[list[Line]]) -> int:
    """Coins of bills one after the other on a day, each capped rule with what it gave before."""
    context, coins = moment(), 0
    for one in bills:
        if one:
            rating = rate(rules, one, context)
            coins += rating.coins
            context = after(context, rules, rating.steps)
    return coins


def after(context: Context, rules: Rules, steps: tuple[object, ...]) -> Context:
    used = dict(context.used)
    for step in steps:
        if step.rule in rules.capped:  # type: ignore[attr-defined]
            used[step.rule] = used.get(step.rule, 0) + step.granted  # type: ignore[attr-defined]
    return replace(context, used=used)


@given(rules_, amounts, amounts)
def test_two_bills_never_earn_more_than_one(rules: list[EarnRule], first, second):
    compiled = Rules(programme_of(*rules))
    apart = earned_in_turn(compiled, [lines_of(first), lines_of(second)])
    assert apart <= earned_in_turn(compiled, [lines_of(first) + lines_of(second)])


@given(st.lists(st.integers(1, 20_000), min_size=1, max_size=8), st.integers(1, 3))
def test_a_bonus_with_a_cap_a_day_is_not_repeated_by_splitting(bills: list[int], times: int):
    bonus = fixed("bonus", 10, minimum_minor=1_000, cap_coins=10 * times, cap_period="day")
    rules = Rules(programme_of(bonus))
    coins = earned_in_turn(rules, [[line(minor)] for minor in bills])
    assert coins == 10 * min(times, sum(minor >= 1_000 for minor in bills))


@given(st.lists(st.integers(1, 20_000), min_size=2, max_size=6))
def test_split_bills_bring_no_more_tickets_and_no_more_visits(bills: list[int]):
    shop = replace(
        programme_of(per_amount("base", 1, 100)),
        gifts=(GiftRule("t", {"en": "T"}, Prize(raffle="r", tickets=1), per_minor=5_000),),
        goals=(
            Goal("v", "challenge", {"en": "V"}, "visits", (2,), window="week",
                 when=replace(fixed("", 1).when, minimum_minor=1)),
        ),
    )  # fmt: skip
    rules = Rules(shop)
    apart = [gifts_of(rules, [line(minor)], moment()) for minor in bills]
    whole = gifts_of(rules, [line(minor) for minor in bills], moment())
    assert sum(hit.times for hits in apart for hit in hits) <= sum(hit.times for hit in whole)
    keys = {one.key for minor in bills for one in progress_of(rules.goals, [line(minor)], moment())}
    assert len(keys) == 1, "however many bills, it is one visit"
