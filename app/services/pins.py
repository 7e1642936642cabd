"""PINs of staff and of members: what is kept of them, and counting the tries.

PINs are kept as argon2id of a keyed hash, so that neither the feed nor a copy of a file is
enough to try PINs. Parameters: OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.staff import LockOut, after_try, tries_left, wait_ms
from app.services.shop import Shop
from app.storage.staff import read_lock, write_lock
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class WrongPin:
    """The PIN was wrong; after `tries_left` more wrong ones the sign-in locks."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class LockedOut:
    """Too many wrong PINs: none is looked at until then (Unix milliseconds, seconds from now)."""

    until_ms: int
    seconds: int


def locked(now_ms: int, wait: int) -> LockedOut:
    """Return the answer while a lock lasts another `wait` milliseconds."""
    return LockedOut(now_ms + wait, -(-wait // 1000))


def load_hasher() -> None:
    """Load what checks PINs, before the first one is typed."""
    _hasher()


def verifier(shop: Shop, owner: str, pin: str) -> str:
    """Return what is kept of the PIN of a member or member of staff; about 30 ms."""
    return str(_hasher().hash(shop.vault.mac("pin", f"{owner}:{pin}")))


def fits(shop: Shop, owner: str, kept: str, pin: str) -> bool:
    """Say whether this is the PIN that was kept; about 30 ms, so never on the GUI thread."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - see _hasher

    try:
        _hasher().verify(kept, shop.vault.mac("pin", f"{owner}:{pin}"))
    except (InvalidHashError, VerificationError):
        return False
    return True


def count_try(shop: Shop, subject: str) -> LockOut | LockedOut:
    """Count the coming try as wrong before looking at it, so that a crash cannot undo it."""
    now_ms = shop.moment().at_ms
    return shop.db.writer.run(lambda tx: count(tx, subject, now_ms))


def count(tx: Tx, subject: str, now_ms: int) -> LockOut | LockedOut:
    """Count a try in a transaction that is open already."""
    lock = read_lock(tx.cursor, subject)
    wait = wait_ms(lock, now_ms)
    if wait:
        return locked(now_ms, wait)
    lock = after_try(lock, now_ms)
    write_lock(tx.cursor, subject, lock)
    return lock


def wrong(shop: Shop, lock: LockOut) -> WrongPin | LockedOut:
    """Return the answer to a wrong PIN that was counted."""
    now_ms = shop.moment().at_ms
    wait = wait_ms(lock, now_ms)
    return locked(now_ms, wait) if wait else WrongPin(tries_left(lock))


def forgive(shop: Shop, subject: str) -> None:
    """Forget the wrong tries before a right one."""
    shop.db.writer.run(lambda tx: write_lock(tx.cursor, subject, LockOut()))


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher  # noqa: PLC0415 - not before the first PIN

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
