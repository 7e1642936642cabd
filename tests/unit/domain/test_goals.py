"""Challenges, badges and milestones: what counts, in which window, what is given and taken back."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import Condition
from app.domain.facts import Line, Merged
from app.domain.fold.merging import absorb
from app.domain.goals.counting import Stretch, window_of
from app.domain.goals.reaching import levels
from app.domain.promises import Prize
from tests.helpers.goals import TEN, Life, bought, goal, returned, shop_with, units
from tests.helpers.ledger import event
from tests.helpers.programmes import MONDAY, line
from tests.helpers.shops import number

TUESDAY = MONDAY + timedelta(days=1)
NEXT_WEEK = MONDAY + timedelta(days=7)


def week(on: date) -> str:
    return (on + timedelta(days=6 - on.weekday())).isoformat()


# ---------------------------------------------------------------- what counts


def test_visits_are_business_dates_and_not_bills():
    life = Life(shop_with(goal("three", "visits", 3, prizes=TEN, window="week")))
    life.buy("a", MONDAY, line(100))
    life.buy("b", MONDAY, line(100))
    life.buy("c", TUESDAY, line(100))
    assert life.awards == []
    life.buy("d", TUESDAY + timedelta(days=1), line(100))
    assert life.awards == [f"goal:three|{week(MONDAY)}|3"]
    assert life.coins == 10


def test_visits_under_a_condition_count_each_date_once_too():
    morning = Condition(until_time=time(9))
    life = Life(shop_with(goal("early", "visits", 2, prizes=TEN, window="week", when=morning)))
    life.buy("a", MONDAY, line(100), minute=8 * 60)
    life.buy("b", MONDAY, line(100), minute=8 * 60)
    life.buy("c", TUESDAY, line(100), minute=9 * 60)
    assert life.awards == []
    life.buy("d", TUESDAY, line(100), minute=8 * 60)
    assert life.coins == 10


@pytest.mark.parametrize(("count", "won"), [(4, 0), (5, 10), (6, 10)])
def test_a_target_is_reached_exactly_at_its_amount(count, won):
    rice = Condition(skus=frozenset({"rice"}))
    life = Life(shop_with(goal("rice", "units", 5, prizes=TEN, when=rice, window="month")))
    life.buy("a", MONDAY, units("rice", count), units("dal", 9))
    assert life.coins == won


def test_units_of_loose_goods_count_whole_ones_of_their_sum():
    life = Life(shop_with(goal("kilos", "units", 2, prizes=TEN, window="week")))
    life.buy("a", MONDAY, Line("dal", "", "", 1250, 100, 125))
    life.buy("b", MONDAY, Line("dal", "", "", 749, 100, 75))
    assert life.coins == 0
    life.buy("c", MONDAY, Line("dal", "", "", 1, 100, 1))
    assert life.coins == 10


def test_distinct_categories_count_once_however_often_bought():
    life = Life(shop_with(goal("around", "categories", 3, prizes=TEN, window="month")))
    life.buy("a", MONDAY, line(10, "x", "Dairy"), line(10, "y", "Dairy"), line(10, "z", "Rice"))
    life.buy("b", TUESDAY, line(10, "x", "Dairy"), line(5))
    assert life.coins == 0
    life.buy("c", NEXT_WEEK, line(10, "s", "Snacks"))
    assert life.coins == 10


def test_a_line_named_by_sku_and_by_category_counts_once():
    both = Condition(skus=frozenset({"rice"}), categories=frozenset({"Staples"}))
    life = Life(shop_with(goal("rice", "units", 3, prizes=TEN, when=both, window="week")))
    life.buy("a", MONDAY, units("rice", 2, "Staples"))
    assert life.coins == 0


def test_excluded_goods_neither_count_nor_lift_a_bill_over_its_minimum():
    least = Condition(minimum_minor=1000)
    shop = shop_with(
        goal("big", "bills", 1, prizes=TEN, when=least, window="week"),
        excluded_categories=frozenset({"Tobacco"}),
    )
    life = Life(shop)
    life.buy("a", MONDAY, line(900), line(500, "cig", "Tobacco"))
    assert life.coins == 0
    life.buy("b", MONDAY, line(1000))
    assert life.coins == 10


@pytest.mark.parametrize("source", ["surveys", "reviews", "referrals"])
def test_acts_without_a_bill_count(source):
    life = Life(shop_with(goal("twice", source, 2, prizes=TEN, window="month")))
    life.act(source, MONDAY)
    life.act(source, TUESDAY)
    assert life.coins == 10


def test_what_was_bought_before_the_goal_was_thought_of_counts_for_visits_spend_and_bills():
    life = Life(shop_with())
    for day in range(5):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(1000))
    goals = [
        goal("v", "visits", 6, prizes=TEN),
        goal("b", "bills", 6, prizes=TEN),
        goal("s", "spend", 6000, prizes=TEN),
    ]
    later = Life(shop_with(*goals), state=life.state)
    later.buy("last", MONDAY + timedelta(days=5), line(1000))
    assert sorted(later.awards) == ["goal:b||6", "goal:s||6000", "goal:v||6"]


# ---------------------------------------------------------------- windows and repetition


def test_windows_begin_and_end_where_the_calendar_says():
    on = date(2026, 12, 31)
    spans = {
        "day": (on, on),
        "week": (date(2026, 12, 28), date(2027, 1, 3)),
        "month": (date(2026, 12, 1), on),
        "year": (date(2026, 1, 1), on),
        "ever": (date.min, date.max),
    }
    for window, span in spans.items():
        assert window_of(goal("g", "bills", 1, window=window), on) == Stretch(*span)
    season = (date(2026, 12, 30), date(2027, 1, 2))
    assert window_of(goal("g", "bills", 1, window="week", dates=season), on) == Stretch(*season)
    assert window_of(goal("g", "bills", 1, dates=season), date(2026, 12, 29)) is None


def test_a_window_starts_from_nothing():
    life = Life(shop_with(goal("two", "visits", 2, prizes=TEN, window="week")))
    sunday = MONDAY + timedelta(days=6)
    life.buy("a", sunday, line(100))
    life.buy("b", NEXT_WEEK, line(100))
    assert life.coins == 0


@pytest.mark.parametrize(("repeat", "coins"), [(False, 10), (True, 20)])
def test_a_goal_is_won_again_in_the_next_window_only_when_it_repeats(repeat, coins):
    life = Life(shop_with(goal("two", "visits", 2, prizes=TEN, window="week", repeat=repeat)))
    for day in (0, 1, 7, 8, 9):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    assert life.coins == coins


def test_a_stamp_card_starts_again_after_its_last_stamp():
    prizes = (Prize(coins=1), Prize(coins=5))
    life = Life(shop_with(goal("stamps", "visits", 2, 5, prizes=prizes, repeat=True)))
    for day in range(12):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    assert life.awards == [f"goal:stamps||{at}" for at in (10, 12, 2, 5, 7)]
    assert life.coins == 3 * 1 + 2 * 5
    life.give_back("11")
    assert life.coins == 2 * 1 + 2 * 5


@given(st.integers(0, 60), st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True))
def test_the_levels_of_a_stamp_card_never_fall_as_it_is_filled(amount, targets):
    card = goal("g", "visits", *sorted(targets), repeat=True)
    fewer, more = levels(card, amount), levels(card, amount + 1)
    assert more[: len(fewer)] == fewer
    assert fewer == sorted(set(fewer))
    assert len(fewer) >= amount // max(targets) * len(targets)


def test_only_dates_of_the_season_count():
    season = (TUESDAY, TUESDAY + timedelta(days=2))
    life = Life(shop_with(goal("fair", "visits", 2, prizes=TEN, window="dates", dates=season)))
    life.buy("a", MONDAY, line(100))
    life.buy("b", TUESDAY, line(100))
    life.buy("c", TUESDAY + timedelta(days=3), line(100))
    assert life.coins == 0
    life.buy("late", TUESDAY + timedelta(days=1), line(100))
    assert life.awards == [f"goal:fair|{season[1].isoformat()}|2"]


def test_a_late_bill_still_counts_in_its_own_week_and_a_very_late_one_in_none():
    life = Life(shop_with(goal("two", "visits", 2, prizes=TEN, window="week")))
    life.buy("a", MONDAY, line(100))
    life.buy("now", MONDAY + timedelta(days=13), line(100))
    life.buy("late", TUESDAY, line(100))
    assert life.coins == 10
    other = Life(shop_with(goal("two", "visits", 2, prizes=TEN, window="week")))
    other.buy("a", MONDAY, line(100))
    other.buy("now", MONDAY + timedelta(days=60), line(100))
    other.buy("late", TUESDAY, line(100))
    assert other.coins == 0


def test_progress_is_forgotten_once_nothing_of_its_window_can_come_back():
    life = Life(shop_with(goal("two", "units", 9, prizes=TEN, window="week")))
    life.buy("a", MONDAY, units("rice", 1))
    assert life.state.progress
    life.buy("b", MONDAY + timedelta(days=6 + 15 + 7), line(100, "x"))
    assert f"goal:two|{week(MONDAY)}|" in life.state.progress
    life.buy("c", MONDAY + timedelta(days=6 + 15 + 8), line(100, "x"))
    assert f"goal:two|{week(MONDAY)}|" not in life.state.progress


# ---------------------------------------------------------------- levels, badges, prerequisites


def test_a_bill_that_passes_several_milestones_wins_them_all_lowest_first():
    prizes = (Prize(coins=1), Prize(coins=2), Prize(coins=3))
    life = Life(shop_with(goal("m", "spend", 10, 20, 30, kind="milestone", prizes=prizes)))
    life.buy("a", MONDAY, line(25))
    assert life.booked == [("granted", "goal:m||10"), ("granted", "goal:m||20")]
    assert life.coins == 3


def test_badges_rise_level_by_level_and_name_it():
    life = Life(shop_with(goal("regular", "visits", 1, 3, kind="badge")))
    for day in range(3):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    gifts = [gift for award in life.state.awards for gift in award.gifts]
    assert [(gift.kind, gift.ref, gift.amount) for gift in gifts] == [
        ("badge", "regular", 1),
        ("badge", "regular", 2),
    ]


def test_a_goal_that_requires_another_waits_for_it_and_is_won_at_once_then():
    rice = Condition(skus=frozenset({"rice"}))
    first = goal("first", "visits", 2, prizes=TEN)
    second = goal("second", "units", 3, prizes=TEN, window="month", when=rice, requires=("first",))
    life = Life(shop_with(first, second))
    life.buy("a", MONDAY, units("rice", 5))
    assert life.awards == []
    life.buy("b", TUESDAY, line(100))
    assert life.awards == ["goal:first||2", "goal:second|2026-06-30|3"]


def test_a_goal_falls_with_the_one_it_required():
    first = goal("first", "visits", 2, prizes=TEN)
    second = goal("second", "units", 3, prizes=TEN, window="month", requires=("first",))
    third = goal("third", "bills", 1, prizes=TEN, requires=("second",))
    life = Life(shop_with(first, second, third))
    life.buy("a", MONDAY, units("rice", 5))
    life.buy("b", TUESDAY, line(0, "x"))
    assert len(life.awards) == 3
    life.give_back("b")
    assert life.awards == []
    assert life.coins == 0
    life.buy("c", TUESDAY, line(100))
    assert len(life.awards) == 3


def test_a_badge_counts_the_challenges_done():
    one = goal("one", "visits", 1, prizes=TEN)
    two = goal("two", "visits", 2, prizes=TEN)
    life = Life(shop_with(one, two, goal("doer", "goals", 1, 2, kind="badge")))
    life.buy("a", MONDAY, line(100))
    life.buy("b", TUESDAY, line(100))
    assert [key for key in life.awards if "doer" in key] == ["goal:doer||1", "goal:doer||2"]
    life.give_back("b")
    assert [key for key in life.awards if "doer" in key] == ["goal:doer||1"]


# ---------------------------------------------------------------- returns, changes of the programme


def test_a_return_takes_the_award_and_buying_again_gives_it_again():
    life = Life(shop_with(goal("two", "visits", 2, prizes=TEN, window="month")))
    life.buy("a", MONDAY, line(100))
    life.buy("b", TUESDAY, line(100))
    life.give_back("b")
    assert (life.awards, life.coins, life.state.done) == ([], 0, None)
    life.buy("c", TUESDAY, line(100))
    assert (len(life.awards), life.coins) == (1, 10)


def test_coins_already_spent_are_forgiven_when_the_programme_says_so():
    life = Life(shop_with(goal("two", "bills", 1, prizes=TEN, window="month")))
    life.buy("a", MONDAY, line(100))
    [lot] = life.state.lots
    life.state = replace(life.state, lots=(lot._replace(amount=4),))
    life.give_back("a")
    assert (life.coins, life.state.debt, life.awards) == (0, 0, [])


def test_a_part_that_comes_back_takes_only_what_falls_below_its_target():
    dairy = Condition(categories=frozenset({"Dairy"}))
    prizes = (Prize(coins=1), Prize(coins=2))
    life = Life(shop_with(goal("milk", "units", 2, 4, prizes=prizes, when=dairy, window="week")))
    life.buy("a", MONDAY, units("milk", 5, "Dairy"))
    life.give_back("a", units("milk", 4, "Dairy"))
    assert life.coins == 3
    life.give_back("a", units("milk", 3, "Dairy"))
    assert life.coins == 1


def test_other_targets_later_neither_take_nor_repeat_what_was_won():
    easy = shop_with(goal("g", "visits", 2, prizes=TEN))
    hard = shop_with(goal("g", "visits", 4, prizes=TEN))
    life = Life(easy)
    for day in range(3):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    after = Life(hard, state=life.state, bills=life.bills)
    after.give_back("2")
    assert after.awards == ["goal:g||2"]
    for day in range(2, 5):
        after.buy(f"again {day}", MONDAY + timedelta(days=day), line(100))
    assert after.coins == 10


def test_an_old_award_is_not_given_twice_after_it_is_forgotten():
    life = Life(shop_with(goal("g", "visits", 1, 50, prizes=TEN * 2)))
    for day in range(0, 90, 10):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    assert life.awards == []
    assert life.state.done == {"goal:g": 1}
    assert life.coins == 10


def test_the_next_level_is_given_after_the_first_is_forgotten():
    prizes = (Prize(coins=10), Prize(coins=3))
    life = Life(shop_with(goal("g", "visits", 1, 9, prizes=prizes)))
    for day in range(0, 90, 10):
        life.buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    assert life.awards == ["goal:g||9"]
    assert life.coins == 10 + 3


def test_a_return_that_arrives_before_its_bill_counts_for_nothing():
    life = Life(shop_with(goal("around", "categories", 1, prizes=TEN, window="month")))
    lines = (line(10, "x", "Dairy"),)
    life.book(returned(life.rules, "back", MONDAY, lines))
    assert life.coins == 0
    life.book(bought(life.rules, "bill", MONDAY, *lines))
    assert (life.coins, life.state.progress) == (0, None)


def test_two_awards_that_fall_together_take_no_more_coins_than_there_are():
    both = (goal("one", "bills", 1, prizes=TEN), goal("two", "visits", 1, prizes=TEN))
    life = Life(shop_with(*both))
    life.buy("a", MONDAY, line(100))
    [lot] = life.state.lots
    life.state = replace(life.state, lots=(lot._replace(amount=4),))
    life.give_back("a")
    assert (life.coins, life.state.debt, life.awards) == (0, 0, [])


def test_two_stations_that_each_saw_some_of_it_make_all_of_it():
    shop = shop_with(goal("five", "units", 5, prizes=TEN, window="week"))
    life = Life(shop)
    for name, count in (("one", 3), ("other", 2)):
        life.book(bought(life.rules, name, MONDAY, units("rice", count)))
    assert life.awards == [f"goal:five|{week(MONDAY)}|5"]


def test_a_merged_member_has_the_visits_of_both():
    shop = shop_with(goal("four", "visits", 4, prizes=TEN))
    lives = [Life(shop), Life(shop)]
    for day in range(4):
        lives[day % 2].buy(f"{day}", MONDAY + timedelta(days=day), line(100))
    survivor, _ = absorb(lives[0].state, replace(lives[1].state, member=number("other")))
    merged = Life(shop, state=survivor)
    merged.book(event("merged", Merged(number("other"), ""), (), MONDAY, "merge"))
    assert merged.awards == ["goal:four||4"]
