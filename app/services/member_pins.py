"""A member's PIN: set at a screen, asked for with a phone number or before much is spent.

Whoever tries phone numbers learns nothing: a number nobody has, a member without a PIN and a
wrong PIN get the same answer after the same work, and each counts as a wrong try.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from app.domain.events import Event
from app.domain.facts import PinSet
from app.domain.member_pins import (
    PIN_FIELD,
    after_right_try,
    after_station_try,
    member_pin_fault,
    station_wait_ms,
)
from app.domain.members import MemberState, coins_spent_on
from app.domain.profiles import Profile, sealed_for
from app.domain.programme import Programme
from app.domain.staff import LockOut, WeakPin
from app.services.cards import MemberUnknown, who_has
from app.services.members.phones import BadPhone, Phone, e164, national, read_phone
from app.services.members.views import MemberView, view_of
from app.services.pins import LockedOut, WrongPin, count, fits, locked, verifier, wrong
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage.staff import drop_locks, read_lock, write_lock
from app.storage.writer import Tx

STATION: Final = "members"
"""The lock of the station, which counts wrong PINs whoever they are for."""
PHONES: Final = "phone:"
"""What the locks of phone numbers begin with; the business date follows."""
SUBJECT_LENGTH: Final = 32

NO_PIN: Final = f"$argon2id$v=19$m=19456,t=2,p=1${'A' * 22}${'A' * 43}"
"""A verifier that no PIN fits, and that takes as long to find out."""


@dataclass(frozen=True, slots=True)
class PinSaved:
    """The PIN is in force, at every station once they have met."""

    member: str


@dataclass(frozen=True, slots=True)
class MemberSignedIn:
    """Phone and PIN were right."""

    view: MemberView


@dataclass(frozen=True, slots=True)
class PhoneOrPinWrong:
    """Nobody is told which; after `tries_left` more wrong ones the number locks."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class PinRight:
    """It is the member's PIN."""


class _Kept(NamedTuple):
    """A verifier and the member whose it is, who may have been merged into another."""

    owner: str
    verifier: str


_NOBODY: Final = _Kept("", NO_PIN)


def set_member_pin(
    shop: Shop, staff: str, member: str, pin: str
) -> PinSaved | WeakPin | MemberUnknown | DiskFull:
    """Set a member's PIN, or another in its place; `staff` is "" when the member does it.

    Who asks has been identified by the caller: a member who has a PIN gives it first
    (`check_pin`), unless staff answer for them. A member whose key this station does not have
    (any more, or yet) is unknown. Wrong tries before are forgiven.
    """
    profile = shop.profile(member)
    if profile is None or not shop.vault.known((profile.member,)):
        return MemberUnknown()
    member = profile.member
    phone, born = shop.personal(profile, "phone", "birthday")
    fault = member_pin_fault(pin, national(phone), date.fromisoformat(born) if born else None)
    if fault:
        return fault
    sealed = shop.vault.seal(member, PIN_FIELD, verifier(shop, member, pin))
    event = shop.event("pin_set", PinSet(sealed), member=member, staff=staff)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], PinSaved]:
        write_lock(tx.cursor, member, LockOut())
        if phone:
            write_lock(tx.cursor, _subject(shop, e164(phone)), LockOut())
        return (event,), PinSaved(member)

    return write_outcome(shop, decide)


def is_pin_asked(shop: Shop, member: str, coins: int) -> bool:
    """Say whether a member gives the PIN before spending so many coins at a kiosk now.

    All they spent on this business date counts, wherever: who found a card could come again and
    again.
    """
    return asks_pin(shop.programme, shop.state(member), shop.moment().on, coins)


def asks_pin(programme: Programme, state: MemberState, on: date, coins: int) -> bool:
    """Say whether a PIN comes before so many coins, for a member whose state is known."""
    limit = programme.pin_from_coins
    return bool(limit) and coins_spent_on(state, on) + coins >= limit


def has_pin(shop: Shop, member: str) -> bool:
    """Say whether a member has a PIN that can be checked here."""
    profile = shop.profile(member)
    return profile is not None and _kept(shop, profile) != _NOBODY


def sign_in_member(
    shop: Shop, phone_text: str, pin: str
) -> MemberSignedIn | PhoneOrPinWrong | LockedOut | BadPhone:
    """Open a member by phone and PIN; about 30 ms, so never on the GUI thread."""
    phone = read_phone(shop, phone_text)
    if isinstance(phone, BadPhone):
        return phone
    subject = _subject(shop, phone.e164)
    counted = _count(shop, subject)
    if isinstance(counted, LockedOut):
        return counted
    profile = _profile_with(shop, phone)
    kept = _kept(shop, profile)
    if not fits(shop, kept.owner, kept.verifier, pin) or profile is None:
        answer = wrong(shop, counted)
        return PhoneOrPinWrong(answer.tries_left) if isinstance(answer, WrongPin) else answer
    _forgive(shop, subject)
    return MemberSignedIn(view_of(shop, profile))


def check_pin(shop: Shop, member: str, pin: str) -> PinRight | WrongPin | LockedOut:
    """Check the PIN of a member who is known already; about 30 ms, never on the GUI thread.

    To a member without one every PIN is wrong (see `has_pin`).
    """
    profile = shop.profile(member)
    subject = profile.member if profile else member
    counted = _count(shop, subject)
    if isinstance(counted, LockedOut):
        return counted
    kept = _kept(shop, profile)
    if not fits(shop, kept.owner, kept.verifier, pin):
        return wrong(shop, counted)
    _forgive(shop, subject)
    return PinRight()


# ---------------------------------------------------------------- inside


def _subject(shop: Shop, phone: str) -> str:
    """Return what tries for a phone number (E.164) are counted under: never the number.

    The hash is another one every day and yesterday's are dropped, so nothing leads from what is
    kept here to a number, nor to a member who is erased.
    """
    today = _today(shop)
    return today + shop.vault.mac("phone", f"{phone} {today}")[: SUBJECT_LENGTH - len(today)]


def _today(shop: Shop) -> str:
    return f"{PHONES}{shop.moment().on:%Y%m%d}"


def _profile_with(shop: Shop, phone: Phone) -> Profile | None:
    member = who_has(shop, "phone", phone.e164)
    return shop.profile(member) if member else None


def _kept(shop: Shop, profile: Profile | None) -> _Kept:
    if profile is None or not profile.pin:
        return _NOBODY
    owner = sealed_for(profile, PIN_FIELD)
    kept = shop.vault.open_all(owner, ((PIN_FIELD, profile.pin),))[0]
    return _Kept(owner, kept) if kept else _NOBODY


def _count(shop: Shop, subject: str) -> LockOut | LockedOut:
    """Count the coming try as wrong, for its subject and for the station."""
    now_ms = shop.moment().at_ms

    def work(tx: Tx) -> LockOut | LockedOut:
        station = read_lock(tx.cursor, STATION)
        wait = station_wait_ms(station, now_ms)
        if wait:
            return locked(now_ms, wait)
        counted = count(tx, subject, now_ms)
        if isinstance(counted, LockOut):
            write_lock(tx.cursor, STATION, after_station_try(station, now_ms))
            drop_locks(tx.cursor, PHONES, _today(shop))
        return counted

    return shop.db.writer.run(work)


def _forgive(shop: Shop, subject: str) -> None:
    """Forget the wrong tries for the subject; of the station's only the one that was right."""
    now_ms = shop.moment().at_ms

    def work(tx: Tx) -> None:
        write_lock(tx.cursor, subject, LockOut())
        write_lock(tx.cursor, STATION, after_right_try(read_lock(tx.cursor, STATION), now_ms))

    shop.db.writer.run(work)
