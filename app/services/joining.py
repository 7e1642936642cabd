"""Joining at a kiosk, where nobody of the staff looks on.

The answer tells whether a number is known here, and so does that of a friend's number. So a kiosk
gives few of them: whoever goes through numbers waits.
"""

from contextlib import suppress
from typing import Final

from app.domain.member_pins import (
    JOIN_TRIES,
    after_right_try,
    after_station_try,
    station_wait_ms,
)
from app.services.members import Enrolment, PhoneTaken, Welcome, enrol
from app.services.members.enrolment import Refused
from app.services.pins import LockedOut, locked
from app.services.referrals import ReferrerUnknown
from app.services.shop import Shop
from app.services.writing import DiskFull
from app.storage.staff import read_lock, write_lock
from app.storage.writer import StorageFullError, Tx

SELF: Final = ""
"""Nobody of the staff: who joins does it alone."""
JOINS: Final = "joins"
"""The lock of the station, which counts answers that tell about a number."""

JoinOutcome = Welcome | Refused | LockedOut


def join(shop: Shop, asked: Enrolment) -> JoinOutcome:
    """Make a member of who joins alone; `LockedOut` after too many numbers that were known."""
    try:
        wait = _count(shop)
    except StorageFullError:
        return DiskFull()
    if wait is not None:
        return wait
    outcome = enrol(shop, SELF, asked)
    if not isinstance(outcome, PhoneTaken | ReferrerUnknown | DiskFull):
        _forgive(shop)
    return outcome


def _count(shop: Shop) -> LockedOut | None:
    """Count the coming answer before it is given, so that a crash cannot undo it."""
    now_ms = shop.moment().at_ms

    def work(tx: Tx) -> LockedOut | None:
        lock = read_lock(tx.cursor, JOINS)
        wait = station_wait_ms(lock, now_ms, JOIN_TRIES)
        if wait:
            return locked(now_ms, wait)
        write_lock(tx.cursor, JOINS, after_station_try(lock, now_ms, JOIN_TRIES))
        return None

    return shop.db.writer.run(work)


def _forgive(shop: Shop) -> None:
    """Take the try back that told nothing."""
    now_ms = shop.moment().at_ms

    def work(tx: Tx) -> None:
        write_lock(tx.cursor, JOINS, after_right_try(read_lock(tx.cursor, JOINS), now_ms))

    with suppress(StorageFullError):  # it counts for a minute then
        shop.db.writer.run(work)
