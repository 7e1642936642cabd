"""PINs that are worth something, and the lock after wrong ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.staff import (
    FIRST_LOCK_MS,
    LONGEST_LOCK_MS,
    TRIES,
    LockOut,
    WeakPin,
    after_try,
    may_approve,
    may_set,
    pin_fault,
    tries_left,
    wait_ms,
)


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("0000", "guessed"), ("1111", "guessed"), ("1234", "guessed"), ("87654321", "guessed"),
        ("7890", "guessed"), ("1212", "guessed"), ("123123", "guessed"), ("123", "length"),
        ("123456789", "length"), ("12a4", "digits"), ("", "digits"), ("१२३४", "digits"),
        ("4826", None), ("90210", None), ("13579246", None),
    ],
)  # fmt: skip
def test_pins_that_are_tried_first_are_refused(pin, fault):
    assert pin_fault(pin) == (WeakPin(fault) if fault else None)


def test_the_lock_starts_at_a_minute_and_doubles_to_fifteen():
    lock, waits = LockOut(), []
    for _ in range(TRIES + 6):
        lock = after_try(lock, 0)
        waits.append(wait_ms(lock, 0) // FIRST_LOCK_MS)
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]


def test_tries_count_down():
    lock = LockOut()
    left = []
    for _ in range(TRIES - 1):
        lock = after_try(lock, 0)
        left.append(tries_left(lock))
    assert left == [4, 3, 2, 1]


@given(st.integers(0, 10**6), st.integers(0, 2**45), st.integers(0, 2**45))
def test_no_clock_locks_for_longer_than_the_longest(wrong, then, now):
    lock = after_try(LockOut(wrong), then)
    assert 0 <= wait_ms(lock, now) <= LONGEST_LOCK_MS
    assert wait_ms(lock, lock.until_ms) == 0


def test_who_may_do_what():
    assert [may_approve(role) for role in ("cashier", "supervisor", "owner")] == [False, True, True]
    assert may_set("owner", "owner")
    assert may_set("supervisor", "cashier")
    assert not may_set("supervisor", "supervisor")
    assert not may_set("cashier", "cashier")
