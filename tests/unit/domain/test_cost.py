"""The dearest bill a programme allows: found exactly, and never passed by a real bill."""

from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import Condition
from app.domain.cost import cost
from app.domain.credit import cashback_of
from app.domain.facts import Context
from app.domain.programme import Programme
from app.domain.promises import Cashback
from app.domain.rating import Rules, rate
from tests.helpers.programmes import (
    BASE,
    MONDAY,
    PROGRAMME,
    fixed,
    line,
    moment,
    multiplier,
    per_amount,
    programme_of,
)
from tests.helpers.tries import tries

START = date(2026, 6, 1)


def test_the_base_rule_alone_costs_the_same_every_day() -> None:
    found = cost(programme_of(BASE), START)  # 1 coin worth 50 minor units for every 100
    assert found.percent == found.everyday == 50
    assert (found.rules, found.bill_minor, found.coins) == (("base",), 100, 1)
    assert (found.bonuses, found.bonus_coins) == ((), 0)


def test_everything_that_can_hold_at_one_moment_adds_up() -> None:
    found = cost(
        programme_of(
            BASE,
            per_amount("gold", 1, 200, tiers=frozenset({"gold"})),
            per_amount("spice", 1, 100, categories=frozenset({"Spices"})),
            multiplier("evening", 200, weekdays=frozenset({6}), from_time=time(17)),
            multiplier("never with it", 300, weekdays=frozenset({6}), until_time=time(17)),
        ),
        START,
    )
    # (1 + 1/2 + 1) coins per 100, three times on Sundays before 17:00
    assert found.percent == Fraction(5, 2) * 3 * 50
    assert found.rules == ("base", "gold", "spice", "never with it")
    assert (found.on.weekday(), found.minute, found.tier, found.category) == (
        6,
        0,
        "gold",
        "Spices",
    )
    assert (found.bill_minor, found.coins) == (200, 15)
    assert found.everyday == 50


def test_rules_that_never_meet_do_not_add_up() -> None:
    found = cost(
        programme_of(
            BASE,
            multiplier("a", 200, weekdays=frozenset({0})),
            multiplier("b", 200, weekdays=frozenset({1})),
        ),
        START,
    )
    assert found.percent == 100


def test_stacking_and_groups_are_kept() -> None:
    rules = (BASE, multiplier("a", 150), multiplier("b", 200))
    assert cost(programme_of(*rules), START).percent == 125
    assert cost(programme_of(*rules, stacking="best"), START).percent == 100
    grouped = (per_amount("x", 1, 100, group="g"), per_amount("y", 2, 100, group="g"))
    assert cost(programme_of(*grouped), START).percent == 100


def test_a_cap_is_dearest_just_before_it_bites() -> None:
    capped = multiplier("m", 300, cap_coins=6)
    found = cost(programme_of(BASE, capped), START)
    assert found.percent == 150
    assert found.bill_minor == 100
    late = multiplier("m", 300, cap_coins=6, minimum_minor=500)
    found = cost(programme_of(BASE, late), START)
    assert (found.bill_minor, found.coins) == (500, 11)  # 5 and, of the 10 wanted, 6
    assert found.percent == Fraction(11 * 50 * 100, 500)


def test_a_store_and_a_date_far_ahead_are_searched() -> None:
    far = START + timedelta(days=800)
    rule = multiplier("jubilee", 500, dates=((far, far),), stores=frozenset({"Market"}))
    found = cost(programme_of(BASE, rule), START)
    assert found.percent == 250
    assert (found.on, found.store) == (far, "Market")
    assert found.everyday == 50


def test_excluded_goods_are_not_the_dearest() -> None:
    shop = programme_of(
        BASE,
        per_amount("t", 9, 100, categories=frozenset({"Tobacco"})),
        excluded_categories=frozenset({"Tobacco"}),
    )
    assert cost(shop, START).percent == 50


def test_fixed_bonuses_are_told_apart_from_the_percentage() -> None:
    found = cost(
        programme_of(
            BASE,
            fixed("welcome", 20, first_purchase=True, minimum_minor=4000),
            fixed("weekend", 5, weekdays=frozenset({5, 6})),
            fixed("monday", 9, weekdays=frozenset({0}), cap_coins=4),
        ),
        START,
    )
    assert found.percent == 50
    assert (found.bonus_coins, found.bonus_minor) == (25, 1250)
    assert [(one.rule, one.coins, one.percent) for one in found.bonuses] == [
        ("welcome", 20, 25),
        ("weekend", 5, None),
        ("monday", 4, None),
    ]


def test_a_programme_that_gives_nothing_costs_nothing() -> None:
    found = cost(programme_of(), START)
    assert found.percent == found.everyday == 0
    assert found.rules == ()
    worthless = cost(programme_of(BASE, coin_value_minor=0), START)
    assert worthless.percent == 0


def test_the_search_begins_when_the_programme_takes_effect() -> None:
    june = multiplier("june", 200, dates=((START, START + timedelta(days=29)),))
    assert cost(programme_of(BASE, june), START).percent == 100
    later = programme_of(BASE, june, effective_from=date(2026, 7, 1))
    assert cost(later, START).percent == 50


GOODS = st.sampled_from(["", "x", "y"])
CAPS = st.none() | st.integers(1, 12)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    earn = [per_amount("base", draw(st.integers(1, 3)), draw(st.sampled_from([70, 100])))]
    for at in range(draw(st.integers(0, 3))):
        name = draw(GOODS)
        where = {
            "categories": frozenset({name} - {""}),
            "minimum_minor": draw(st.sampled_from([0, 350, 1000])),
            "from_time": draw(st.none() | st.just(time(17))),
            "cap_coins": draw(CAPS),
        }
        if draw(st.booleans()):
            earn.append(per_amount(f"r{at}", draw(st.integers(1, 3)), 250, **where))
        else:
            earn.append(multiplier(f"r{at}", draw(st.sampled_from([150, 200, 300])), **where))
    return programme_of(*earn)


@given(programmes(), st.lists(st.tuples(st.integers(1, 3000), GOODS), min_size=1, max_size=4))
@tries(60)
def test_no_bill_costs_more_than_the_worst_case(
    programme: Programme, bill: list[tuple[int, str]]
) -> None:
    found = cost(programme, START)
    lines = [line(net, category=category) for net, category in bill]
    for at in (moment(MONDAY, 0), moment(MONDAY, 1020)):
        coins = rate(Rules(programme), lines, at).coins
        total = sum(net for net, _ in bill)
        assert Fraction(coins * 50 * 100, total) <= found.percent


@given(programmes())
@tries(40)
def test_the_example_bill_costs_exactly_what_is_said(programme: Programme) -> None:
    found = cost(programme, START)
    at = Context(found.on, found.minute, found.store, found.tier, False, {})
    rating = rate(Rules(programme), [line(found.bill_minor, found.sku, found.category)], at)
    assert rating.coins == found.coins
    assert Fraction(found.coins * 50 * 100, found.bill_minor) == found.percent


def test_cashback_and_a_member_price_are_counted_too() -> None:
    gold = replace(PROGRAMME.tiers[1], member_price_percent=4)
    found = cost(
        programme_of(
            BASE,
            multiplier("tier-gold", 120, tiers=frozenset({"gold"})),
            tiers=(PROGRAMME.tiers[0], gold),
            cashback=(
                Cashback("all", {"en": "1 %"}, 1000),
                Cashback(
                    "dairy", {"en": "5 %"}, 5000, when=Condition(categories=frozenset({"Dairy"}))
                ),
            ),
        ),
        START,
    )
    # 4 % off first; of the other 96 % then 60 % as coins and 6 % as credit
    assert found.percent == 4 + Fraction(96, 100) * 66
    assert found.everyday == 51, "the first tier, goods no rule names: 50 % coins, 1 % credit"
    assert found.rules == ("base", "tier-gold", "cashback:all", "cashback:dairy")
    assert (found.tier, found.category, found.member_price) == ("gold", "Dairy", 4)
    assert Fraction(found.cashback_minor, found.bill_minor) == Fraction(6, 100)


def test_cashback_costs_without_any_coin() -> None:
    found = cost(programme_of(cashback=(Cashback("all", {"en": "2.5 %"}, 2500),)), START)
    assert found.percent == found.everyday == Fraction(5, 2)


def test_capped_cashback_is_dearest_just_before_its_cap() -> None:
    capped = Cashback("all", {"en": "10 %"}, 10_000, Condition(minimum_minor=7_000), cap_minor=900)
    found = cost(programme_of(cashback=(capped,)), START)
    assert found.percent == 10
    assert 7_000 <= found.bill_minor <= 9_000


@given(
    st.integers(1, 100_000),
    st.integers(1, 20_000),
    st.integers(0, 500),
    st.integers(0, 3_000),
)
@tries(60)
def test_no_bill_gives_more_cashback_than_the_worst_case(
    bill: int, percent_milli: int, cap: int, minimum: int
) -> None:
    rule = Cashback("c", {"en": "c"}, percent_milli, Condition(minimum_minor=minimum), cap)
    programme = programme_of(BASE, cashback=(rule,))
    given_back = cashback_of(Rules(programme), [line(bill)], moment())
    coins = rate(Rules(programme), [line(bill)], moment()).coins
    back = sum(one.amount_minor for one in given_back) + coins * programme.coin_value_minor
    assert Fraction(back * 100, bill) <= cost(programme, START).percent
