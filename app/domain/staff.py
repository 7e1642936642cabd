"""Staff: roles, which PINs are worth anything, and the lock after wrong ones."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Role = Literal["cashier", "supervisor", "owner"]

PIN_MIN, PIN_MAX = 4, 8
TRIES = 5
FIRST_LOCK_MS = 60_000
LONGEST_LOCK_MS = 15 * 60_000

_RANK: dict[Role, int] = {"cashier": 0, "supervisor": 1, "owner": 2}


@dataclass(frozen=True, slots=True)
class WeakPin:
    """A PIN that cannot be set: `length` is not 4 to 8, not only `digits`, or easily `guessed`."""

    fault: Literal["length", "digits", "guessed"]


def may_approve(role: Role) -> bool:
    """Say whether someone of this role may approve what a cashier may not."""
    return _RANK[role] >= _RANK["supervisor"]


def may_set(by: Role, role: Role) -> bool:
    """Say whether someone may create or change a member of staff of `role`.

    An owner may do so for everybody, a supervisor for cashiers.
    """
    return by == "owner" or (by == "supervisor" and role == "cashier")


def pin_fault(pin: str) -> WeakPin | None:
    """Return what is wrong with a PIN to be set, or None.

    Refused are those that are tried first: one digit repeated, digits in a row up or down
    (9 goes on to 0), and a half said twice (1212, 123123).
    """
    if not (pin.isascii() and pin.isdigit()):
        return WeakPin("digits")
    if not PIN_MIN <= len(pin) <= PIN_MAX:
        return WeakPin("length")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    half = len(pin) // 2
    if steps in ({0}, {1}, {9}) or pin[:half] * 2 == pin:
        return WeakPin("guessed")
    return None


@dataclass(frozen=True, slots=True)
class LockOut:
    """Wrong tries in a row, and until when (Unix milliseconds) no further one is looked at."""

    wrong: int = 0
    until_ms: int = 0


def wait_ms(lock: LockOut, now_ms: int) -> int:
    """Return how long the next try has to wait; 0 = not at all.

    Never longer than the longest lock, so that a clock set back cannot lock for days.
    """
    return min(max(0, lock.until_ms - now_ms), LONGEST_LOCK_MS)


def after_try(lock: LockOut, now_ms: int) -> LockOut:
    """Return the lock once a try is counted as wrong.

    The fifth wrong one locks for a minute; each further one for twice as long, at most 15.
    A right PIN starts again from `LockOut()`.
    """
    wrong = lock.wrong + 1
    if wrong < TRIES:
        return LockOut(wrong)
    lock_ms = min(FIRST_LOCK_MS << min(wrong - TRIES, 8), LONGEST_LOCK_MS)
    return LockOut(wrong, now_ms + lock_ms)


def tries_left(lock: LockOut) -> int:
    """Return how many wrong tries there are before the next lock."""
    return max(1, TRIES - lock.wrong)
