"""A member's folded state: one row, bounded in size, derived only from events."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.domain.coins import Balance, Lot, SpendNote, balance
from app.domain.effects import Benefit, Gift

FOLD_VERSION = 2
DAYS_KEPT = 400
NOTES_KEPT = 24
RECENT_KEPT = 5


class Day(NamedTuple):
    """Sums of one business date: purchases kept, status points, money paid."""

    on: date
    visits: int
    status: int
    paid_minor: int


NOTHING_BEFORE = Day(date.min, 0, 0, 0)


class Hold(NamedTuple):
    """A tier held until a date because its threshold was met on another."""

    tier: str
    reached_on: date
    until: date


class RecentSale(NamedTuple):
    """One of the latest sales, as the member panel shows it."""

    sale: str
    on: date
    at_ms: int
    bill_number: str
    paid_minor: int
    coins: int


class Wallet(NamedTuple):
    """Store credit in minor units: lots, what each payment drew, two kinds of debt, `lapsed`."""

    lots: tuple[Lot, ...] = ()
    notes: tuple[SpendNote, ...] = ()
    debt: int = 0
    overdraft: int = 0
    lapsed: tuple[Lot, ...] = ()


NO_CREDIT = Wallet()


class Sum(NamedTuple):
    """The sum under one progress key, kept until a date (None = for ever)."""

    amount: int
    keep_until: date | None


class Award(NamedTuple):
    """A grant in force; after `keep_until` it is forgotten and never taken back."""

    key: str
    on: date
    keep_until: date | None
    gifts: tuple[Gift, ...]


class Held(NamedTuple):
    """A voucher of the member's; a closed one is forgotten two months after `closed_on`."""

    voucher: str
    reward: str
    number: str
    valid_from: date
    until: date
    coins: int
    benefit: Benefit
    period: str
    status: Literal["live", "claimed", "void", "expired", "returned"] = "live"
    closed_on: date | None = None
    stock: int = 0


class Brought(NamedTuple):
    """Who brought the member, and how long a first sale must last until both are paid.

    It must reach `minimum_minor` of money paid.
    """

    referrer: str
    window_days: int
    minimum_minor: int = 0


@dataclass(frozen=True, slots=True)
class MemberState:
    """What the journal says of one member.

    `days` holds the last 400 days that saw a purchase, rising; older ones are summed in `before`
    (its `on` is the newest day summed, its `visits` the number of visit days).
    `caps` counts the coins of capped rules, and the vouchers of limited rewards, by
    `rule|period`. `debt` is claw-back debt, `overdraft` spends that no lot covered. `lapsed`
    are the remainders that expiry took in the last month. `progress`
    holds the sums under `goal|window|part`, `awards` what was granted under `goal|window|level`,
    `done` how often each goal was granted. `once` are the member's once keys without the member's
    id. `newest` is the latest business date of any event. `merged_into` names the survivor of a
    merge; the source's row keeps what it brought, so that it can be parted again, and in
    `survivor_then` what the survivor had before. `aliases` were merged into this member.
    """

    member: str
    lots: tuple[Lot, ...] = ()
    notes: tuple[SpendNote, ...] = ()
    debt: int = 0
    overdraft: int = 0
    days: tuple[Day, ...] = ()
    before: Day = NOTHING_BEFORE
    holds: tuple[Hold, ...] = ()
    recent: tuple[RecentSale, ...] = ()
    caps: dict[str, int] | None = None
    purchases: int = 0
    earned: int = 0
    spent: int = 0
    merged_into: str = ""
    fold_version: int = FOLD_VERSION
    newest: date = date.min
    progress: dict[str, Sum] | None = None
    awards: tuple[Award, ...] = ()
    done: dict[str, int] | None = None
    vouchers: tuple[Held, ...] = ()
    credit: Wallet = NO_CREDIT
    once: tuple[str, ...] = ()
    aim: str = ""
    brought: Brought | None = None
    erased: bool = False
    lapsed: tuple[Lot, ...] = ()
    aliases: tuple[str, ...] = ()
    survivor_then: "MemberState | None" = None


def coins_on(state: MemberState, on: date) -> Balance:
    """Return the member's coins on a business date."""
    return balance(state.lots, state.debt + state.overdraft, on)


def coins_spent_on(state: MemberState, on: date) -> int:
    """Return the coins a member spent on a business date and did not get back."""
    return sum(
        note.short + sum(part.amount for part in note.parts)
        for note in state.notes
        if note.on == on
    )


def credit_on(state: MemberState, on: date) -> Balance:
    """Return the member's store credit, in minor units, on a business date."""
    wallet = state.credit
    return balance(wallet.lots, wallet.debt + wallet.overdraft, on)


def visit_days(state: MemberState) -> int:
    """Return the number of distinct business dates with something kept."""
    return state.before.visits + sum([day.visits > 0 for day in state.days])


def paid_minor(state: MemberState) -> int:
    """Return the money paid for units that were kept, in minor units."""
    return state.before.paid_minor + sum([day.paid_minor for day in state.days])


def newest_day(state: MemberState) -> date:
    """Return the latest business date with a purchase the state knows."""
    return state.days[-1].on if state.days else state.before.on


def times_done(state: MemberState, source: str) -> int:
    """Return how often a goal, gift rule or referral was granted (`goal:x`, `gift:y`, …)."""
    return (state.done or {}).get(source, 0)


def award_of(state: MemberState, key: str) -> Award | None:
    """Return the grant in force under a key, or None."""
    return next((award for award in state.awards if award.key == key), None)


def used_gifts(state: MemberState, award: Award) -> tuple[Gift, ...]:
    """Return the vouchers of a grant that were used, so that nothing takes them back."""
    return tuple(
        gift
        for gift in award.gifts
        if gift.kind == "voucher"
        and ((held := voucher_of(state, gift.ref)) is None or held.status == "claimed")
    )


def used_up(state: MemberState, award: Award) -> bool:
    """Say whether all that is left of a grant was used: then it stands, and is not won anew."""
    return bool(award.gifts) and len(used_gifts(state, award)) == len(award.gifts)


def voucher_of(state: MemberState, voucher: str) -> Held | None:
    """Return one of the member's vouchers by its id, or None."""
    return next((held for held in state.vouchers if held.voucher == voucher), None)
