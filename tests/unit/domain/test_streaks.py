"""Streaks on the shop's calendar: what keeps one, what breaks it, what it wins."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import business_date
from app.domain.fold import blank
from app.domain.members import Day, MemberState
from app.domain.promises import Prize, ShopCalendar, Streak
from app.domain.streaks import Trail, standing
from tests.helpers.goals import Life, bought, shop_with
from tests.helpers.ledger import MEMBER
from tests.helpers.programmes import MONDAY, line

OPEN = ShopCalendar()
CLOSED_SUNDAYS = ShopCalendar(closed_weekdays=frozenset({6}))
DAILY = Streak("daily", {"en": "Daily"}, "day", 1, (3, 5), (Prize(coins=3), Prize(coins=5)))
WEEKLY = Streak("weekly", {"en": "Weekly"}, "week", 1, (2, 4), (Prize(coins=2), Prize(coins=4)))
TWICE = Streak("twice", {"en": "Twice a week"}, "week", 2, (2,), (Prize(coins=2),))
MONTHLY = Streak("monthly", {"en": "Monthly"}, "month", 1, (3,), (Prize(coins=9),))


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def came(days: Iterable[date]) -> MemberState:
    return replace(blank(MEMBER), days=tuple(Day(day, 1, 0, 0) for day in sorted(set(days))))


def now(streak: Streak, days: Iterable[date], on: date, calendar: ShopCalendar = OPEN) -> int:
    return standing(calendar, streak, came(days), on).current


# ---------------------------------------------------------------- what keeps and what breaks one


def test_days_in_a_row_count_and_a_missed_one_breaks():
    days = [after(0), after(1), after(2), after(4)]
    assert now(DAILY, days[:3], after(2)) == 3
    assert now(DAILY, days, after(4)) == 1
    assert standing(OPEN, DAILY, came(days), after(4)).best == 3


def test_today_does_not_break_a_streak_before_it_is_over():
    assert now(DAILY, [after(0), after(1)], after(2)) == 2
    assert now(DAILY, [after(0), after(1)], after(3)) == 0


def test_a_week_that_is_not_over_yet_does_not_break_one_either():
    days = [after(0), after(8)]
    assert now(WEEKLY, days, after(14 + 6)) == 2
    assert now(WEEKLY, days, after(21)) == 0


def test_closed_weekdays_dates_and_holidays_are_passed_over():
    saturday, monday = after(5), after(7)
    days = [after(4), saturday, monday]
    assert now(DAILY, days, monday) == 1
    assert now(DAILY, days, monday, CLOSED_SUNDAYS) == 3
    holiday = ShopCalendar(closed=frozenset({after(1), after(2)}))
    assert now(DAILY, [after(0), after(3)], after(3), holiday) == 2


def test_a_visit_on_a_closed_day_counts_all_the_same():
    assert now(DAILY, [after(5), after(6), after(7)], after(7), CLOSED_SUNDAYS) == 3


def test_a_week_with_too_few_open_days_is_passed_over():
    shut = ShopCalendar(closed=frozenset(after(7 + day) for day in range(6)))
    days = [after(0), after(1), after(14), after(15)]
    assert now(TWICE, days, after(15), shut) == 2
    assert now(TWICE, days, after(15)) == 1
    one_open = [*days, after(13)]
    assert now(TWICE, one_open, after(15), shut) == 2, "one visit in it is still too few"


def test_months_count_by_the_calendar():
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 31)]
    assert now(MONTHLY, days, date(2026, 4, 30)) == 3
    assert now(MONTHLY, days, date(2026, 5, 1)) == 0


def test_a_member_who_never_came_has_no_streak():
    none = standing(CLOSED_SUNDAYS, WEEKLY, blank(MEMBER), MONDAY)
    assert (none.current, none.best, none.next_target, none.visits) == (0, 0, 2, 0)


@given(st.sets(st.integers(0, 60), max_size=40), st.sets(st.integers(0, 60), max_size=20))
def test_closing_a_day_never_shortens_a_streak_of_days(visits, closed):
    days = [after(day) for day in visits]
    shut = ShopCalendar(closed=frozenset(after(day) for day in closed))
    for on in (after(30), after(61)):
        assert now(DAILY, days, on, shut) >= now(DAILY, days, on)
    assert (
        standing(shut, DAILY, came(days), after(61)).best
        >= standing(OPEN, DAILY, came(days), after(61)).best
    )


@given(st.sets(st.integers(0, 80), max_size=60))
def test_runs_are_what_counting_by_hand_gives(visits):
    weeks = {day // 7 for day in visits}
    lengths: list[int] = []
    for week in sorted(weeks):
        if week - 1 in weeks:
            lengths[-1] += 1
        else:
            lengths.append(1)
    trail = Trail(OPEN, WEEKLY, came(after(day) for day in visits))
    assert [len(run.units) for run in trail.runs()] == lengths


# ---------------------------------------------------------------- zones, clocks, day starts


@pytest.mark.parametrize(
    ("zone", "first"),
    [
        ("Asia/Kolkata", date(2026, 6, 15)),
        ("Asia/Manila", date(2026, 6, 15)),
        ("Europe/Berlin", date(2026, 3, 26)),  # the clocks go forward on the 29th
        ("Europe/Berlin", date(2026, 10, 22)),  # and back on the 25th
        ("America/St_Johns", date(2026, 10, 29)),  # half an hour off, back on 1 November
        ("Australia/Lord_Howe", date(2026, 10, 1)),  # by half an hour on the 4th
        ("Pacific/Apia", date(2026, 6, 15)),
    ],
)
@pytest.mark.parametrize("local", [time(4, 0), time(12, 0), time(23, 59), time(3, 59)])
def test_no_zone_and_no_change_of_clocks_breaks_a_streak(zone, first, local):
    """C37: a day by UTC, or a night out, broke streaks; the shop's business date cannot.

    Somebody comes at the same local time on seven days around a change of the clocks; at 3:59,
    before the day starts at four, it is still the evening before.
    """
    tz = ZoneInfo(zone)
    instants = [
        datetime.combine(first + timedelta(days=day), local, tz).astimezone(UTC) for day in range(7)
    ]
    days = [business_date(at, tz, time(4)) for at in instants]
    assert now(DAILY, days, days[-1]) == 7
    assert days[0] == first - timedelta(days=local < time(4))


@given(
    st.sampled_from(["Asia/Kolkata", "Europe/Berlin", "America/New_York", "Pacific/Auckland"]),
    st.integers(0, 330 * 24 * 60),
)
def test_coming_every_24_hours_never_breaks_a_streak_of_weeks(zone, minutes):
    """C37 again: the local hour shifts with the clocks, which may put two visits on one date."""
    tz = ZoneInfo(zone)
    start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    days = {business_date(start + timedelta(days=day), tz, time(4)) for day in range(28)}
    assert now(WEEKLY, days, max(days)) >= 4


# ---------------------------------------------------------------- awards


def life(*streaks: Streak, calendar: ShopCalendar = OPEN) -> Life:
    return Life(shop_with(streaks=streaks, calendar=calendar))


def test_targets_of_a_run_are_won_once_and_again_in_the_next_run():
    one = life(DAILY)
    for day in (0, 1, 2, 3, 4, 5, 7, 8, 9):
        one.buy(f"{day}", after(day), line(100))
    assert one.awards == [
        f"streak:daily|{after(0)}|3",
        f"streak:daily|{after(0)}|5",
        f"streak:daily|{after(7)}|3",
    ]
    assert one.coins == 3 + 5 + 3


def test_a_return_takes_the_award_whose_own_units_it_breaks_and_no_other():
    one = life(DAILY)
    for day in range(5):
        one.buy(f"{day}", after(day), line(100))
    one.give_back("3")
    assert one.awards == [f"streak:daily|{after(0)}|3"]
    one.buy("again", after(3), line(100))
    assert one.awards == [f"streak:daily|{after(0)}|3", f"streak:daily|{after(0)}|5"]


def test_a_second_bill_of_the_day_keeps_the_streak_when_the_first_comes_back():
    one = life(DAILY)
    for name, day in (("a", 0), ("b", 1), ("b2", 1), ("c", 2)):
        one.buy(name, after(day), line(100))
    one.give_back("b")
    assert one.coins == 3


def test_a_bill_that_arrives_late_joins_two_runs_and_wins_nothing_twice():
    one = life(DAILY)
    for day in (0, 1, 3, 4, 5):
        one.buy(f"{day}", after(day), line(100))
    assert one.awards == [f"streak:daily|{after(3)}|3"]
    one.buy("late", after(2), line(100))
    assert sorted(key.rpartition("|")[2] for key in one.awards) == ["3", "5"]
    assert one.coins == 3 + 5


def test_a_shop_that_names_a_closed_day_afterwards_pays_nothing_twice():
    one = life(DAILY)
    for day in (0, 2, 3, 4):
        one.buy(f"{day}", after(day), line(100))
    assert one.coins == 3
    shut = ShopCalendar(closed=frozenset({after(1)}))
    later = Life(shop_with(streaks=(DAILY,), calendar=shut), state=one.state)
    later.buy("next", after(5), line(100))
    assert later.coins == 3 + 5
    assert len(later.awards) == 2


def test_a_run_longer_than_what_is_kept_wins_nothing_again():
    one = life(WEEKLY)
    for week in range(70):
        one.buy(f"{week}", after(7 * week), line(100))
    assert one.coins == 2 + 4
    assert one.state.done == {"streak:weekly": 2}
    assert one.state.before.visits > 0


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_bills_that_arrive_in_any_order_win_no_less_than_in_theirs(days, random):
    """Two runs that a late bill joins may both have won a target: that is left to the member."""
    coins = []
    for shuffled in (False, True):
        one = life(DAILY)
        events = [bought(one.rules, f"{at}", after(day), line(100)) for at, day in enumerate(days)]
        if shuffled:
            random.shuffle(events)
        else:
            events.sort(key=lambda event: event.on)
        for event in events:
            one.book(event)
        coins.append(one.coins)
    assert coins[0] <= coins[1]


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_giving_everything_back_leaves_no_award(days):
    one = life(DAILY, WEEKLY)
    for at, day in enumerate(days):
        one.buy(f"{at}", after(day), line(100))
    for name in list(one.bills):
        one.give_back(name)
    assert (one.awards, one.coins, one.state.done) == ([], 0, None)
