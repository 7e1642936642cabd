"""Which PINs a member may not have, and how many wrong ones a station takes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.member_pins import (
    STATION_TRIES,
    STATION_TRY_MS,
    after_right_try,
    after_station_try,
    member_pin_fault,
    station_wait_ms,
)
from app.domain.staff import LockOut, WeakPin

NOW_MS = 1_780_000_000_000
BORN = date(1990, 11, 3)


@pytest.mark.parametrize("pin", ["3210", "543210", "0311", "1103", "1990", "031190", "03111990"])
def test_one_s_own_phone_and_birthday_are_no_pin(pin):
    assert member_pin_fault(pin, "9876543210", BORN) == WeakPin("guessed")
    assert member_pin_fault("4826", "9876543210", BORN) is None


@pytest.mark.parametrize(
    ("pin", "fault"), [("12", "length"), ("12a4", "digits"), ("1111", "guessed")]
)
def test_what_staff_may_not_have_members_may_not_either(pin, fault):
    assert member_pin_fault(pin, "", None) == WeakPin(fault)


def test_a_member_without_phone_or_birthday_may_have_any_good_pin():
    assert member_pin_fault("1990", "", None) is None


def test_a_station_takes_so_many_wrong_tries_and_then_one_a_minute():
    lock = LockOut()
    for _ in range(STATION_TRIES):
        assert station_wait_ms(lock, NOW_MS) == 0
        lock = after_station_try(lock, NOW_MS)
    assert station_wait_ms(lock, NOW_MS) == STATION_TRY_MS
    assert station_wait_ms(lock, NOW_MS + STATION_TRY_MS - 1) == 1
    later_ms = NOW_MS + STATION_TRY_MS
    assert station_wait_ms(lock, later_ms) == 0
    assert station_wait_ms(after_station_try(lock, later_ms), later_ms) == STATION_TRY_MS


def test_a_right_try_takes_back_itself_and_no_wrong_one():
    wrong = after_station_try(LockOut(), NOW_MS)
    assert after_right_try(after_station_try(wrong, NOW_MS), NOW_MS) == wrong


@given(st.integers(-(10**12), 10**12), st.integers(0, 60))
def test_a_clock_that_jumps_never_locks_a_station_for_long(jump_ms, tries):
    lock = LockOut()
    for _ in range(tries):
        lock = after_station_try(lock, NOW_MS)
    assert 0 <= station_wait_ms(lock, NOW_MS + jump_ms) <= STATION_TRY_MS
