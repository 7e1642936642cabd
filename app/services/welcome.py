"""A member claims the welcome gift at a kiosk: once for each phone (decisions/0022)."""

from dataclasses import dataclass
from datetime import date

from app.domain.effects import Issue
from app.domain.events import Event
from app.domain.facts import Welcomed
from app.domain.grants import Giving, reward_of
from app.domain.promises import Prize
from app.domain.texts import Text
from app.domain.welcome import KEY, welcome, welcomed_key
from app.services.cards import MemberUnknown
from app.services.shop import Shop
from app.services.writing import DiskFull, write_outcome
from app.storage import sales as sale_rows
from app.storage.writer import Tx


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


_Refusal = NoWelcome | MemberUnknown | NoPhone | AlreadyWelcomed
WelcomeOutcome = WelcomeClaimed | _Refusal | DiskFull


@dataclass(frozen=True, slots=True)
class _Open:
    """A gift a member can claim: the member's id, what it is, and the once key of the phone."""

    member: str
    prize: Prize
    key: str


def welcome_gift(shop: Shop, member: str) -> WelcomeGift | None:
    """Return the gift a member can claim now, or None."""
    found = _find(shop, member, None)
    return _gift(shop, found.prize) if isinstance(found, _Open) else None


def claim_welcome(shop: Shop, member: str) -> WelcomeOutcome:
    """Give a member the welcome gift, if neither member nor phone had it."""

    def decide(tx: Tx) -> tuple[tuple[Event, ...], WelcomeOutcome]:
        found = _find(shop, member, tx)
        if not isinstance(found, _Open):
            return (), found
        moment, event_id = shop.moment(), shop.mint()
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
    if taken or KEY in shop.state(profile.member, tx).once:
        return AlreadyWelcomed()
    return _Open(profile.member, prize, key)


def _gift(shop: Shop, prize: Prize) -> WelcomeGift:
    reward = reward_of(shop.programme, prize.reward) if prize.reward else None
    return WelcomeGift(prize.coins, reward.id if reward else "", reward.title if reward else {})
