"""Business dates, months, numbering periods and paydays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import (
    Numbering,
    add_months,
    business_date,
    month_end,
    numbering_period,
    payday,
)

KOLKATA = ZoneInfo("Asia/Kolkata")
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("utc", "on"),
    [
        (datetime(2026, 6, 14, 22, 29, tzinfo=UTC), date(2026, 6, 14)),  # 03:59 in Kolkata
        (datetime(2026, 6, 14, 22, 30, tzinfo=UTC), date(2026, 6, 15)),  # 04:00
        (datetime(2026, 6, 15, 18, 29, tzinfo=UTC), date(2026, 6, 15)),  # 23:59
        (datetime(2026, 6, 15, 19, 0, tzinfo=UTC), date(2026, 6, 15)),  # 00:30 the next day
    ],
)
def test_the_business_day_begins_at_the_shop_s_hour(utc: datetime, on: date) -> None:
    assert business_date(utc, KOLKATA, time(4)) == on


def test_a_day_that_starts_at_midnight_is_the_calendar_s() -> None:
    late = datetime(2026, 6, 15, 18, 30, tzinfo=UTC)
    assert business_date(late, KOLKATA, time(0)) == date(2026, 6, 16)


def test_summer_time_does_not_move_the_business_day() -> None:
    london = ZoneInfo("Europe/London")
    before = datetime(2026, 3, 29, 2, 59, tzinfo=UTC)  # 03:59, the clock has just gone forward
    assert business_date(before, london, time(4)) == date(2026, 3, 28)
    assert business_date(before + timedelta(minutes=1), london, time(4)) == date(2026, 3, 29)


@pytest.mark.parametrize(
    ("on", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last(on: date, months: int, then: date) -> None:
    assert add_months(on, months) == then


@given(DAYS)
def test_the_day_after_a_month_s_end_is_a_first(on: date) -> None:
    end = month_end(on)
    assert (end.year, end.month) == (on.year, on.month)
    assert (end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("numbering", "on", "period"),
    [
        ("financial_year", date(2026, 3, 31), "2025-26"),
        ("financial_year", date(2026, 4, 1), "2026-27"),
        ("financial_year", date(2099, 4, 1), "2099-00"),
        ("calendar_year", date(2026, 12, 31), "2026"),
        ("month", date(2026, 2, 1), "2026-02"),
        ("never", date(2026, 2, 1), ""),
    ],
)
def test_the_period_in_which_a_bill_number_is_used_once(
    numbering: Numbering, on: date, period: str
) -> None:
    assert numbering_period(on, numbering) == period


def test_a_weekend_payday_is_paid_the_friday_before() -> None:
    days = [date(2026, 8, day) for day in range(12, 19)]  # 15 August 2026 is a Saturday
    assert [on.day for on in days if payday(on, frozenset({15}))] == [14]
    assert payday(date(2026, 11, 13), frozenset({15}))  # 15 November 2026 is a Sunday


def test_a_first_on_a_weekend_is_paid_in_the_month_before() -> None:
    assert payday(date(2026, 7, 31), frozenset({1}))  # 1 August 2026 is a Saturday


@given(DAYS, st.frozensets(st.integers(1, 31), min_size=1, max_size=3))
def test_every_payday_of_a_month_is_paid_on_one_working_day(on: date, days: frozenset[int]) -> None:
    first = on.replace(day=1)
    for day in days:
        due = first.replace(day=min(day, month_end(first).day))
        paid = due - timedelta(days=max(0, due.weekday() - 4))
        assert payday(paid, frozenset({day}))
        assert not (on.weekday() > 4 and payday(on, days))


@given(DAYS)
def test_a_month_has_one_payday_for_one_day(on: date) -> None:
    start = on.replace(day=3)
    end = month_end(start)
    paid = [
        one
        for one in (start + timedelta(days=n) for n in range((end - start).days + 1))
        if payday(one, frozenset({20}))
    ]
    assert len(paid) == 1
