"""A member's PIN: which is too easy for its owner, and how many wrong ones a station takes.

Wrong PINs for one member or phone lock as those of staff do. Beside that a station takes few
wrong ones in all, so that nobody goes through phone numbers with the PIN most people have.
"""

from datetime import date
from typing import Final

from app.domain.staff import LockOut, WeakPin, pin_fault

PIN_FIELD: Final = "pin"
"""What a PIN's verifier is sealed as."""

STATION_TRIES: Final = 20
"""How many wrong tries a station takes at once, whoever they are for."""
STATION_TRY_MS: Final = 60_000
"""How long one of them counts."""
JOIN_TRIES: Final = 5
"""How many times at once a kiosk tells somebody who wants to join that a number is known."""


def member_pin_fault(pin: str, phone: str, birthday: date | None) -> WeakPin | None:
    """Return what is wrong with a PIN a member wants, or None.

    Beside what `pin_fault` refuses: the end of the member's own `phone` (its digits, "" = none),
    and the birthday as day and month, month and day, or year.
    """
    fault = pin_fault(pin)
    if fault:
        return fault
    own = {f"{birthday:{form}}" for form in _DAYS} if birthday else set()
    return WeakPin("guessed") if pin in own or phone.endswith(pin) else None


_DAYS: Final = ("%d%m", "%m%d", "%Y", "%d%m%y", "%m%d%y", "%y%m%d", "%d%m%Y", "%m%d%Y", "%Y%m%d")


def station_wait_ms(lock: LockOut, now_ms: int, tries: int = STATION_TRIES) -> int:
    """Return how long the station looks at no PIN; 0 = it does.

    `until_ms` is when the last of its wrong tries stops counting, one after the other. A clock
    that was set back cannot lock it for longer than they all take.
    """
    counted_ms = min(max(0, lock.until_ms - now_ms), tries * STATION_TRY_MS)
    return max(0, counted_ms - (tries - 1) * STATION_TRY_MS)


def after_station_try(lock: LockOut, now_ms: int, tries: int = STATION_TRIES) -> LockOut:
    """Return the station's lock once one more wrong try is counted."""
    begin = min(max(lock.until_ms, now_ms), now_ms + tries * STATION_TRY_MS)
    return LockOut(0, begin + STATION_TRY_MS)


def after_right_try(lock: LockOut, now_ms: int) -> LockOut:
    """Return the station's lock once the try that was counted proved right."""
    return LockOut(0, max(lock.until_ms - STATION_TRY_MS, now_ms))
