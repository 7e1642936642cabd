"""What a bill earns, example by example: boundaries, conditions, stacking, caps."""

from datetime import date, time
from typing import get_args

import pytest

from app.domain.conditions import CapPeriod
from app.domain.facts import Context, Line
from app.domain.programme import EarnRule
from app.domain.rating import NextCoin, Rules, cap_key, rate, used_caps
from tests.helpers.programmes import (
    BASE,
    MONDAY,
    fixed,
    line,
    moment,
    multiplier,
    per_amount,
    programme_of,
)


def earned(*earn: EarnRule, at: Context | None = None, bill: int | list[Line] = 1000) -> int:
    lines = [line(bill)] if isinstance(bill, int) else bill
    return rate(Rules(programme_of(*earn)), lines, at or moment()).coins


@pytest.mark.parametrize(
    ("bill", "coins"), [(0, 0), (99, 0), (100, 1), (101, 1), (199, 1), (200, 2)]
)
def test_coins_are_floored_at_every_full_amount(bill: int, coins: int) -> None:
    assert earned(BASE, bill=bill) == coins


@pytest.mark.parametrize(("bill", "coins"), [(499, 0), (500, 7), (501, 7)])
def test_a_minimum_is_reached_exactly(bill: int, coins: int) -> None:
    assert earned(fixed("bonus", 7, minimum_minor=500), bill=bill) == coins


def test_what_is_excluded_earns_nothing_and_reaches_no_minimum() -> None:
    shop = programme_of(
        BASE,
        fixed("bonus", 7, minimum_minor=500),
        excluded_skus=frozenset({"gift"}),
        excluded_categories=frozenset({"Tobacco"}),
    )
    lines = [line(300), line(300, sku="gift"), line(300, category="Tobacco")]
    assert rate(Rules(shop), lines, moment()).coins == 3


def test_a_narrowed_rule_counts_only_its_lines() -> None:
    spices = per_amount("spices", 1, 100, categories=frozenset({"Spices"}))
    lines = [line(250, category="Spices"), line(390, category="Rice")]
    steps = rate(Rules(programme_of(BASE, spices)), lines, moment()).steps
    assert [(step.rule, step.base_minor, step.granted) for step in steps] == [
        ("base", 640, 6),
        ("spices", 250, 2),
    ]


def test_a_line_named_by_sku_and_by_category_counts_once() -> None:
    rule = per_amount("r", 1, 100, skus=frozenset({"a"}), categories=frozenset({"Spices"}))
    assert earned(rule, bill=[line(100, "a", "Spices"), line(100, "a"), line(100)]) == 2


@pytest.mark.parametrize(
    ("minute", "holds"),
    [(17 * 60 - 1, False), (17 * 60, True), (21 * 60 - 1, True), (21 * 60, False)],
)
def test_a_time_window_begins_with_its_first_minute_and_ends_before_its_last(
    minute: int, holds: bool
) -> None:
    evening = fixed("e", 1, from_time=time(17), until_time=time(21))
    assert earned(evening, at=moment(minute=minute)) == holds


@pytest.mark.parametrize(
    ("minute", "holds"),
    [(22 * 60 - 1, False), (22 * 60, True), (1439, True), (0, True), (119, True), (120, False)],
)
def test_a_time_window_may_go_past_midnight(minute: int, holds: bool) -> None:
    night = fixed("n", 1, from_time=time(22), until_time=time(2))
    assert earned(night, at=moment(minute=minute)) == holds


@pytest.mark.parametrize(
    ("minute", "holds"), [(1019, False), (1020, True), (1439, True), (0, False)]
)
def test_a_time_window_without_end_lasts_until_midnight(minute: int, holds: bool) -> None:
    assert earned(fixed("e", 1, from_time=time(17)), at=moment(minute=minute)) == holds


def test_weekdays_dates_tiers_stores_and_first_purchase() -> None:
    saturday, sunday = date(2026, 6, 20), date(2026, 6, 21)
    weekend = fixed("w", 1, weekdays=frozenset({5, 6}))
    assert [earned(weekend, at=moment(on)) for on in (MONDAY, saturday, sunday)] == [0, 1, 1]
    window = fixed("d", 1, dates=((date(2026, 6, 16), date(2026, 6, 18)),))
    days = [date(2026, 6, day) for day in (15, 16, 18, 19)]
    assert [earned(window, at=moment(on)) for on in days] == [0, 1, 1, 0]
    gold = fixed("g", 1, tiers=frozenset({"gold"}))
    assert [earned(gold, at=moment(tier=tier)) for tier in ("silver", "gold")] == [0, 1]
    market = fixed("s", 1, stores=frozenset({"Market"}))
    assert [earned(market, at=moment(store=store)) for store in ("Main", "Market")] == [0, 1]
    first = fixed("f", 1, first_purchase=True)
    assert [earned(first, at=moment(first_purchase=yes)) for yes in (False, True)] == [0, 1]


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2026, 1, 30), False),
        (date(2026, 1, 31), True),
        (date(2026, 2, 27), False),
        (date(2026, 2, 28), True),
        (date(2028, 2, 28), False),
        (date(2028, 2, 29), True),
        (date(2026, 4, 30), True),
    ],
)
def test_a_day_past_the_month_s_end_means_its_last_day(on: date, holds: bool) -> None:
    assert earned(fixed("m", 1, days_of_month=frozenset({31})), at=moment(on)) == holds


def test_payday_follows_the_shop_s_paydays() -> None:
    shop = programme_of(multiplier("p", 200, payday=True), BASE, paydays=frozenset({15, 30}))
    days = {date(2026, 6, 15): 20, date(2026, 6, 16): 10, date(2026, 8, 14): 20}  # 15 Aug: Saturday
    assert {on: rate(Rules(shop), [line(1000)], moment(on)).coins for on in days} == days


def test_multipliers_add_up_and_never_multiply_each_other() -> None:
    assert earned(BASE, multiplier("a", 150), multiplier("b", 200)) == 10 + 5 + 10


def test_with_best_stacking_only_the_best_multiplier_counts() -> None:
    rules = (BASE, multiplier("a", 150), multiplier("b", 200), fixed("c", 3))
    shop = programme_of(*rules, stacking="best")
    rating = rate(Rules(shop), [line(1000)], moment())
    assert [step.rule for step in rating.steps] == ["base", "b", "c"]
    assert rating.coins == 10 + 10 + 3


def test_a_multiplier_multiplies_only_coins_that_were_granted() -> None:
    capped = per_amount("base", 1, 100, cap_coins=4)
    assert earned(capped, multiplier("m", 200)) == 8
    better = per_amount("better", 3, 100, group="g")
    assert earned(per_amount("base", 1, 100, group="g"), better, multiplier("m", 200)) == 60


def test_a_narrowed_multiplier_multiplies_the_coins_of_its_lines() -> None:
    spices = frozenset({"Spices"})
    twice = multiplier("m", 200, categories=spices)
    lines = [line(250, category="Spices"), line(350)]
    assert earned(BASE, twice, bill=lines) == 6 + 2
    extra = per_amount("extra", 1, 50, categories=spices)
    assert earned(BASE, extra, twice, bill=lines) == 6 + 5 + (2 + 5)


def test_the_best_of_a_group_counts_and_the_first_among_equals() -> None:
    rules = (fixed("a", 5, group="g"), fixed("b", 9, group="g"), fixed("c", 9, group="g"))
    steps = rate(Rules(programme_of(*rules, fixed("d", 1))), [line(100)], moment()).steps
    assert [step.rule for step in steps] == ["b", "d"]


def test_a_cap_counts_what_was_given_before_and_says_what_was_wanted() -> None:
    shop = Rules(programme_of(per_amount("base", 1, 100, cap_coins=12, cap_period="day")))
    (step,) = rate(shop, [line(1000)], moment(base=7)).steps
    assert (step.wanted, step.granted) == (10, 5)
    (step,) = rate(shop, [line(1000)], moment(base=30)).steps
    assert (step.wanted, step.granted) == (10, 0)


def test_the_keys_of_cap_periods() -> None:
    on = date(2027, 1, 1)
    keys = [cap_key(one, on) for one in get_args(CapPeriod)]
    assert keys == ["", "2027-01-01", "2026-W53", "2027-01", "2027", "ever"]


def test_used_caps_are_those_of_the_period() -> None:
    day = per_amount("d", 1, 100, cap_coins=5, cap_period="day")
    bill = per_amount("b", 1, 100, cap_coins=5)
    rules = Rules(programme_of(day, bill, BASE))
    caps = {"d|2026-06-15": 3, "d|2026-06-14": 4, "b|": 5, "base|2026-06-15": 1}
    assert used_caps(rules, caps, MONDAY) == {"d": 3}
    assert used_caps(rules, None, MONDAY) == {}


# the next coin


def next_coin(*earn: EarnRule, bill: int, at: Context | None = None) -> NextCoin | None:
    return rate(Rules(programme_of(*earn)), [line(bill)], at or moment()).next_coin


def test_the_next_coin_is_the_rest_to_the_next_full_amount() -> None:
    assert next_coin(BASE, bill=250) == (50, 1)
    assert next_coin(BASE, bill=200) == (100, 1)


def test_the_next_coin_counts_everything_that_comes_with_it() -> None:
    assert next_coin(BASE, fixed("b", 5, minimum_minor=300), bill=250) == (50, 6)
    assert next_coin(BASE, multiplier("m", 200), bill=250) == (50, 2)


def test_the_next_coin_on_an_empty_bill() -> None:
    assert next_coin(BASE, fixed("b", 5), bill=0) == (1, 5)


def test_there_is_no_next_coin_when_every_rule_is_used_up() -> None:
    assert next_coin(per_amount("base", 1, 100, cap_coins=2), bill=250) is None
    assert next_coin(fixed("b", 5, from_time=time(18)), bill=250) is None


def test_the_next_coin_passes_steps_that_bring_nothing() -> None:
    slow = per_amount("slow", 5, 1000, group="g")
    quick = per_amount("quick", 1, 300, group="g", cap_coins=3)
    assert next_coin(slow, quick, bill=900) == (100, 2)
    assert next_coin(slow, quick, bill=1000) == (1000, 5)
