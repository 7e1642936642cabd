"""Boards: shared positions, names that tell nobody's, sums that follow the state."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.fold import blank
from app.domain.leaderboards import (
    Sums,
    alias,
    key_of,
    last_day,
    period_sums,
    periods,
    ranked,
)
from app.domain.members import Day

NEW_YEAR = date(2027, 1, 1)  # a Friday, in the last week of 2026


def test_weeks_and_months_keep_their_own_years():
    assert key_of("week", NEW_YEAR) == "2026-W53"
    assert key_of("month", NEW_YEAR) == "2027-01"
    assert last_day("week", NEW_YEAR) == date(2027, 1, 3)
    assert last_day("month", NEW_YEAR) == date(2027, 1, 31)


def test_ties_share_a_position_and_the_next_one_is_passed_over():
    places = ranked([("a", 5), ("b", 7), ("c", 5), ("d", 1), ("e", 0)], 10)
    assert [(one.position, one.amount) for one in places] == [(1, 7), (2, 5), (2, 5), (4, 1)]


def test_no_order_is_made_up_among_equals_at_the_end_of_the_board():
    places = ranked([("a", 9), ("b", 5), ("c", 5), ("d", 5)], 2)
    assert [one.member for one in places] == ["a"]
    assert len(ranked([(f"{at}", 5) for at in range(9)], 3)) == 3


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 12))
def test_a_position_is_one_more_than_those_ahead(amounts: list[int], size: int):
    rows = [(f"{at:02}", amount) for at, amount in enumerate(amounts)]
    places = ranked(rows, size)
    assert len(places) <= size
    for place in places:
        assert place.position == 1 + sum(amount > place.amount for amount in amounts)


@given(
    st.lists(
        st.tuples(st.integers(0, 399), st.integers(0, 3), st.integers(0, 9), st.integers(0, 99)),
        max_size=12,
        unique_by=lambda row: row[0],
    )
)
def test_the_sums_of_a_day_are_those_of_all_days(rows: list[tuple[int, int, int, int]]):
    days = tuple(Day(NEW_YEAR + timedelta(days=at), *rest) for at, *rest in sorted(rows))
    state = replace(blank("m"), days=days)
    every = periods(state)
    for day in days:
        for key, sums in period_sums(state, day.on).items():
            assert sums == every[key]
    months = [sums for key, sums in every.items() if "W" not in key]
    assert sum(one.spend for one in months) == sum(day.paid_minor for day in days)
    assert sum(one.visits for one in months) == sum(day.visits > 0 for day in days)


def test_who_was_merged_or_erased_is_on_no_board():
    state = replace(blank("m"), days=(Day(NEW_YEAR, 1, 1, 1),))
    assert periods(state)["2027-01"] == Sums(1, 1, 1)
    assert periods(replace(state, merged_into="n")) == {}
    assert periods(replace(state, erased=True)) == {}


def test_an_alias_stays_and_is_said_in_every_language():
    names = [alias(f"{at:032x}") for at in range(300)]
    assert names == [alias(f"{at:032x}") for at in range(300)]
    assert len({one["en"] for one in names}) > 285
    assert all(set(one) == {"en", "hi", "fil"} for one in names)
    assert all(len(set(one.values())) == 3 for one in names)
