"""A member claims the welcome gift at a kiosk: once for each phone (decisions/0022)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.effects import Issue
from app.domain.events import Event
from app.domain.facts import Flagged, Welcomed
from app.domain.grants import Giving, reward_of
from app.domain.promises import Prize
from app.domain.texts import Text
from app.domain.welcome import FLAG, KEY, flag_key, is_known, welcome, welcomed_key
from app.services.cards import MemberUnknown
from app.services.flags import standing_of
from app.services.shop import Moment, Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.station import write_meta
from app.storage.writer import Tx

_GIVEN: Final = "welcomed_today"
"""The station's own count, as business date and number: what a kiosk gave to strangers."""


@dataclass(frozen=True, slots=True)
class WelcomeGift:
    """What waits for a member: coins, and a voucher for the reward `title` ("" = none)."""

    coins: int
    reward: str
    title: Text


@dataclass(frozen=True, slots=True)
class WelcomeClaimed:
    """The gift is the member's; a voucher's `number` is the QR's, good until `until`."""

    event: str
    gift: WelcomeGift
    number: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AlreadyWelcomed:
    """The member, or somebody with the same phone, had the gift before."""


@dataclass(frozen=True, slots=True)
class NoWelcome:
    """The programme has no welcome gift."""


@dataclass(frozen=True, slots=True)
class NoPhone:
    """The gift is given for a phone, and the member has none."""


@dataclass(frozen=True, slots=True)
class WelcomeWaits:
    """So many strangers were given one here today that a supervisor looks at this one first.

    The member can claim it once it is approved (`sikka review`), or after a first purchase.
    """


_Refusal = NoWelcome | MemberUnknown | NoPhone | AlreadyWelcomed | WelcomeWaits
WelcomeOutcome = WelcomeClaimed | _Refusal | DiskFull


@dataclass(frozen=True, slots=True)
class _Open:
    """A gift a member can claim: the member's id, what it is, and the once key of the phone.

    `known` members are more to the shop than a number typed at a kiosk.
    """

    member: str
    prize: Prize
    key: str
    known: bool


def welcome_gift(shop: Shop, member: str) -> WelcomeGift | None:
    """Return the gift a member can claim now, or None."""
    found = _find(shop, member, None)
    return _gift(shop, found.prize) if isinstance(found, _Open) else None


def claim_welcome(shop: Shop, member: str) -> WelcomeOutcome:
    """Give a member the welcome gift, if neither member nor phone had it.

    Of members nobody knows yet, only so many a day at this station (`welcome_limit`).
    """

    def decide(tx: Tx) -> tuple[tuple[Event, ...], WelcomeOutcome]:
        found = _find(shop, member, tx)
        if not isinstance(found, _Open):
            return (), found
        moment, event_id = shop.moment(), shop.mint()
        if not found.known and (held := _held_back(shop, tx, found.member, moment)) is not None:
            return held, WelcomeWaits()
        giving = Giving(moment.on, event_id, shop.place.cell_hint)
        effects = welcome(shop.programme, found.prize, giving)
        event = shop.event(
            "welcomed",
            Welcomed(),
            member=found.member,
            effects=effects,
            once=(f"{KEY}:{found.member}", found.key),
            event_id=event_id,
            moment=moment,
        )
        sale_rows.keep_key(tx.cursor, found.key, event_id)
        issued = next((one for one in effects if isinstance(one, Issue)), None)
        gift = _gift(shop, found.prize)
        if issued is None:
            return (event,), WelcomeClaimed(event_id, gift)
        return (event,), WelcomeClaimed(event_id, gift, issued.number, issued.until)

    return write_outcome(shop, decide)


def _held_back(shop: Shop, tx: Tx, member: str, moment: Moment) -> tuple[Event, ...] | None:
    """Return what to record of a stranger's gift that waits, or None: it is given, and counted."""
    standing = standing_of(shop, FLAG, member, tx)
    if standing == "approved":
        return None
    if standing:
        return ()
    given = _given(tx, moment.on)
    if given >= shop.programme.welcome_limit > 0:
        return (_flag(shop, tx, member, moment, given),)
    write_meta(tx.cursor, _GIVEN, f"{moment.on} {given + 1}")
    return None


def _given(tx: Tx, on: date) -> int:
    """Return how many gifts strangers were given at this station on a business date."""
    row = tx.cursor.execute("SELECT value FROM meta WHERE key = ?", (_GIVEN,)).fetchone()
    day, _, count = str(row[0]).partition(" ") if row else ("", "", "")
    return int(count) if day == on.isoformat() else 0


def _flag(shop: Shop, tx: Tx, member: str, moment: Moment, given: int) -> Event:
    """Return the entry of the review list that a gift waits in."""
    key, detail = flag_key(member), f"found={given} limit={shop.programme.welcome_limit}"
    event = shop.event("flagged", Flagged(FLAG, member, detail), once=(key,), moment=moment)
    sale_rows.keep_key(tx.cursor, key, event.id)
    return event


def _find(shop: Shop, member: str, tx: Tx | None) -> _Open | _Refusal:
    prize = shop.programme.welcome
    if prize is None:
        return NoWelcome()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    phone = shop.personal(profile, "phone")[0].replace(" ", "")
    if not phone:
        return NoPhone()
    key = welcomed_key(shop.vault.mac("welcome", phone))
    with shop.db.cursor(tx) as cursor:
        taken = bool(sale_rows.owner_of_key(cursor, key))
    state = shop.state(profile.member, tx)
    if taken or KEY in state.once:
        return AlreadyWelcomed()
    return _Open(profile.member, prize, key, is_known(profile, state))


def _gift(shop: Shop, prize: Prize) -> WelcomeGift:
    reward = reward_of(shop.programme, prize.reward) if prize.reward else None
    return WelcomeGift(prize.coins, reward.id if reward else "", reward.title if reward else {})
