"""What became of a station's own events otherwise than was said at the till (LEDGER.md 6, 9).

Nothing here decides anything: the cell has decided. This names what happened, which rule settled
it, and what it changes in coins and money, so that a person can be told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from app.domain.effects import (
    Credit,
    CreditReverse,
    Debit,
    DebitRestore,
    Earn,
    Effect,
    Redebit,
    Respend,
    Restore,
    Reverse,
    Spend,
)
from app.domain.events import Event
from app.domain.facts import (
    Answered,
    Erased,
    Greeted,
    Off,
    PromoUsed,
    Rated,
    Redeemed,
    Referred,
    Returned,
    Sold,
    ToppedUp,
    VoucherClaimed,
    VoucherClosed,
    Welcomed,
)
from app.domain.members import Held

ConflictKind = Literal[
    "voucher_used",
    "stock_gone",
    "survey_paid",
    "greeting_paid",
    "rating_paid",
    "bonus_paid",
    "promo_used",
    "bill_twice",
    "return_twice",
    "done_before",
    "card_taken",
    "overdraft",
    "member_erased",
    "parked",
    "clock",
]
"""What happened, in a word."""

Rule = Literal[
    "first_counts",
    "coins_go_back",
    "once_each",
    "number_once",
    "card_stays",
    "spent_is_spent",
    "forgotten",
    "kept_aside",
    "shut_out",
    "order_of_arrival",
]
"""Which rule settled it, in a word."""

Parking = Literal["unknown", "revoked", "impossible"]
"""Why an event was parked: a newer program is needed, the till was shut out, it fits no rule."""

SHOP_BEARS: Final = frozenset({"voucher_used", "promo_used", "return_twice", "overdraft"})
"""Kinds whose money the shop is short of; in all others it is the member's store credit."""

_ONCE_PAID: Final[dict[type, ConflictKind]] = {
    Answered: "survey_paid",
    Greeted: "greeting_paid",
    Rated: "rating_paid",
    Referred: "bonus_paid",
    ToppedUp: "bonus_paid",
    Welcomed: "greeting_paid",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One own event that the cell settled otherwise.

    `coins` is how many more (or, below zero, fewer) coins the member has than was said at the
    till. `money_minor` is, for the kinds of SHOP_BEARS, what the shop is short of, below zero;
    else how much more or less store credit the member has. `detail` names the thing: a bill
    number, a survey, a promo, a reward, the reason of parking.
    """

    kind: ConflictKind
    rule: Rule
    detail: str = ""
    coins: int = 0
    money_minor: int = 0


class Ruling(NamedTuple):
    """What the cell made of an own event.

    `outcome` and `detail` are those of its row in the feed. `short_coins` and `short_minor` are
    what its payments drew beyond the member's lots (0 = all was covered); `erased` says that the
    member had been forgotten by then, `card_taken` that the card it gave was somebody else's.
    """

    outcome: str
    detail: str = ""
    short_coins: int = 0
    short_minor: int = 0
    erased: bool = False
    card_taken: bool = False


class Surroundings(NamedTuple):
    """What a conflict is counted with: the bill it went with, the voucher, a coin's worth.

    `coin_minor` is what one coin is worth in minor units.
    """

    coin_minor: int = 0
    sale: Event | None = None
    voucher: Held | None = None


NOWHERE: Final = Surroundings()


def is_plain(event: Event, ruling: Ruling) -> bool:
    """Say whether an event was booked just as it was recorded: no conflict."""
    undoes = isinstance(event.facts, Returned) and event.facts.undoes
    if ruling.outcome == "duplicate" or (ruling.outcome == "worthless" and undoes):
        # It was heard before, or takes back a return that counted for nothing either.
        return True
    if ruling.outcome != "booked" or ruling.short_coins > 0 or ruling.short_minor > 0:
        return False
    return not (ruling.card_taken or _wrong_clock(event, ruling) or _forfeits(event, ruling))


def conflict_of(event: Event, ruling: Ruling, around: Surroundings = NOWHERE) -> Conflict | None:
    """Return what an own event's ruling means, or None when it was booked as it was recorded."""
    if is_plain(event, ruling):
        return None
    match ruling.outcome:
        case "worthless":
            return _lost(event, around)
        case "parked":
            return _parked(event, ruling.detail)
        case _:
            return _booked_otherwise(event, ruling, around)


def subject_of(event: Event) -> str:
    """Return the word by which people know what an event is about ("" = none)."""
    match event.facts:
        case Sold(bill_number=subject) | Returned(receipt=subject) | Answered(survey=subject):
            return subject
        case Greeted(greeting=subject) | Rated(sku=subject) | Redeemed(reward=subject):
            return subject
        case PromoUsed(promo=subject) | ToppedUp(receipt=subject):
            return subject
        case _:
            return ""


def parking_of(detail: str) -> Parking:
    """Return why the cell parked a row, by what the row says."""
    if detail.startswith("revoked"):
        return "revoked"
    if detail.startswith(("event ", "not an event")):
        return "unknown"
    return "impossible"


def _lost(event: Event, around: Surroundings) -> Conflict:
    """Somebody else was first: only what the event spent was booked."""
    coins, money_minor = _less(event)
    match event.facts:
        case Redeemed(reward=reward):
            spent = sum(one.amount for one in event.effects if isinstance(one, Spend))
            return Conflict("stock_gone", "coins_go_back", reward, coins + spent)
        case VoucherClaimed() | VoucherClosed():
            reward = around.voucher.reward if around.voucher else ""
            short = _used_twice(event.facts, around)
            return Conflict("voucher_used", "first_counts", reward, coins, -short)
        case PromoUsed(promo=promo):
            short = _off(around.sale, "promo", promo)
            return Conflict("promo_used", "first_counts", promo, coins, -short)
        case Sold(bill_number=number):
            return Conflict("bill_twice", "number_once", number, coins, money_minor)
        case Returned() as back:
            return Conflict("return_twice", "number_once", back.receipt, coins, -back.refund_minor)
        case facts:
            kind = _ONCE_PAID.get(type(facts), "done_before")
            rule: Rule = "first_counts" if kind == "done_before" else "once_each"
            return Conflict(kind, rule, subject_of(event), coins, money_minor)


def _parked(event: Event, detail: str) -> Conflict:
    """Nothing of it counts, payments neither."""
    coins, money_minor = _less(event)
    coins += sum(one.amount for one in event.effects if isinstance(one, Spend))
    money_minor += sum(one.amount_minor for one in event.effects if isinstance(one, Debit))
    why = parking_of(detail)
    rule: Rule = "shut_out" if why == "revoked" else "kept_aside"
    return Conflict("parked", rule, why, coins, money_minor)


def _booked_otherwise(event: Event, ruling: Ruling, around: Surroundings) -> Conflict:
    if _forfeits(event, ruling):
        return Conflict("member_erased", "forgotten", subject_of(event), *_less(event))
    if ruling.card_taken:
        return Conflict("card_taken", "card_stays")
    if ruling.short_coins > 0 or ruling.short_minor > 0:
        return _overdrawn(event, ruling, around.coin_minor)
    return Conflict("clock", "order_of_arrival", event.on.isoformat())


def _overdrawn(event: Event, ruling: Ruling, coin_minor: int) -> Conflict:
    short = ruling.short_coins * coin_minor + ruling.short_minor
    return Conflict("overdraft", "spent_is_spent", subject_of(event), -ruling.short_coins, -short)


def _less(event: Event) -> tuple[int, int]:
    """Return the coins and the store credit that are missing when an event's credits are lost."""
    return -_coins(event.effects), -_credit_minor(event.effects)


def _coins(effects: Iterable[Effect]) -> int:
    given = taken = 0
    for effect in effects:
        match effect:
            case Earn(amount=amount) | Restore(amount=amount):
                given += amount
            case Reverse(amount=amount) | Respend(amount=amount):
                taken += amount
            case _:
                pass
    return given - taken


def _credit_minor(effects: Iterable[Effect]) -> int:
    given = taken = 0
    for effect in effects:
        match effect:
            case Credit(amount_minor=amount) | DebitRestore(amount_minor=amount):
                given += amount
            case CreditReverse(amount_minor=amount) | Redebit(amount_minor=amount):
                taken += amount
            case _:
                pass
    return given - taken


def _off(sale: Event | None, kind: str, ref: str) -> int:
    """Return what a voucher or promo took off a bill, in minor units."""
    offs: tuple[Off, ...] = sale.facts.offs if sale and isinstance(sale.facts, Sold) else ()
    return sum(off.amount_minor for off in offs if (off.kind, off.ref) == (kind, ref))


def _used_twice(facts: VoucherClaimed | VoucherClosed, around: Surroundings) -> int:
    """Return what a voucher that was used elsewhere took off here, or gave at the desk."""
    if isinstance(facts, VoucherClosed):
        return 0
    return _off(around.sale, "voucher", facts.voucher) or _value(around)


def _value(around: Surroundings) -> int:
    """Return what a voucher handed over at the desk is worth, as far as it is known."""
    held = around.voucher
    if held is None:
        return 0
    fixed = held.benefit.value if held.benefit.kind == "fixed" else 0
    return fixed or held.coins * around.coin_minor


def _wrong_clock(event: Event, ruling: Ruling) -> bool:
    skewed = isinstance(event.facts, Sold) and event.facts.clock == "skewed"
    return skewed or ruling.detail.startswith("clock ")


def _forfeits(event: Event, ruling: Ruling) -> bool:
    if not ruling.erased or isinstance(event.facts, Erased):
        return False
    return any(isinstance(one, Earn | Restore | Credit | DebitRestore) for one in event.effects)
