"""Events and effects: what happened, and what it changed (LEDGER.md 1-3).

An **event** is a fact with the effects its station computed; it is never edited or deleted.
**Effects** are a closed set; `fold` reads only them, never the programme, so a rebuild never
re-rates. Amounts of coins and money are integers; dates are business dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

EVENT_VERSION = 1
EVENT_BYTES_MAX = 512 * 1024

Kind = Literal[
    "enrolled",
    "profile_changed",
    "card_issued",
    "card_blocked",
    "merged",
    "sold",
    "returned",
    "voided",
    "claimed",
    "adjusted",
    "tier_reached",
    "tier_lost",
    "expired",
    "staff_set",
    "programme_published",
    "day_ended",
]


@dataclass(frozen=True, slots=True)
class Earn:
    """`amount` coins into the lot (terms, available_from, expires_on).

    `rule` and `base_minor` say why; `percent` is the multiplier, `wanted` what the rule gave
    before a cap, `period` the key under which a capped rule counts (empty = not capped).
    """

    amount: int
    terms: str
    available_from: date
    expires_on: date | None
    rule: str
    base_minor: int
    percent: int
    wanted: int
    period: str


@dataclass(frozen=True, slots=True)
class Reverse:
    """Take `amount` earned coins back from the lot they went to; what is missing becomes debt."""

    amount: int
    terms: str
    available_from: date
    expires_on: date | None
    rule: str
    period: str


@dataclass(frozen=True, slots=True)
class Spend:
    """Pay with `amount` coins; the fold allocates lots, soonest-expiring first (LEDGER.md 9)."""

    amount: int
    spend_id: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Give `amount` spent coins back to their lots; lapsed ones live until `lapsed_until`."""

    amount: int
    spend_id: str
    lapsed_until: date


@dataclass(frozen=True, slots=True)
class Visit:
    """`count` purchases (+1 sale, -1 when nothing of it is kept) on a business date."""

    on: date
    count: int


@dataclass(frozen=True, slots=True)
class Status:
    """Status points on a business date; negative when a return takes them back."""

    on: date
    points: int


@dataclass(frozen=True, slots=True)
class Paid:
    """Money paid for units that are kept, on a business date; negative on a return."""

    on: date
    amount_minor: int


@dataclass(frozen=True, slots=True)
class TierHold:
    """The member holds `tier`, reached on a date, until `until` (grace included)."""

    tier: str
    reached_on: date
    until: date


@dataclass(frozen=True, slots=True)
class TierDrop:
    """The hold on `tier` reached on that date is gone: its purchases were returned."""

    tier: str
    reached_on: date


@dataclass(frozen=True, slots=True)
class Expire:
    """The dead remainder of a lot is removed; a late spend dated before takes it back."""

    amount: int
    terms: str
    available_from: date
    expires_on: date


Effect = Earn | Reverse | Spend | Restore | Visit | Status | Paid | TierHold | TierDrop | Expire
EFFECTS: tuple[type, ...] = (
    Earn,
    Reverse,
    Spend,
    Restore,
    Visit,
    Status,
    Paid,
    TierHold,
    TierDrop,
    Expire,
)


class Line(NamedTuple):
    """One line of a bill as sold.

    `quantity_milli` thousandths of a unit (1.250 kg = 1250); `net_minor` is what was paid for
    the line after every discount and coin tender allocated to it (LEDGER.md 11), `coin_minor`
    the part that coins paid. A bill by amount has one line with an empty sku.
    """

    sku: str
    name: str
    category: str
    quantity_milli: int
    unit_price_minor: int
    net_minor: int
    coin_minor: int = 0


class Step(NamedTuple):
    """One line of the derivation "why N coins".

    `base_minor` is the money the rule counted; for a multiplier (`percent` over 100) it is
    the number of coins it multiplied. `granted` is less than `wanted` where a cap bit.
    """

    rule: str
    base_minor: int
    percent: int
    wanted: int
    granted: int


@dataclass(frozen=True, slots=True)
class Context:
    """What rating needs beside the lines; stored so that a return is rated as the sale was.

    `minute` is the local minute of the day; `used` the coins each capped rule had given the
    member in its period before this bill.
    """

    on: date
    minute: int
    store: str
    tier: str
    first_purchase: bool
    used: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sold:
    """A bill. `total_minor` before coins, `coin_minor` taken off for `coins` paid with."""

    bill_number: str
    period: str
    lines: tuple[Line, ...]
    total_minor: int
    coins: int
    coin_minor: int
    context: Context
    steps: tuple[Step, ...]
    clock: Literal["trusted", "skewed"] = "trusted"


class ReturnPart(NamedTuple):
    """Part of one sale's line that comes back: thousandths of a unit, and money refunded for it."""

    sale: str
    line: int
    quantity_milli: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Returned:
    """Goods back. `unmatched` lines match no sale and reverse nothing.

    `refund_minor` is money to hand back after `cut_minor` (coins already spent, policy
    reduce_refund); `coins_back` were paid with, `coins_taken` were earned, `coins_forgiven`
    could not be taken.
    """

    receipt: str
    period: str
    parts: tuple[ReturnPart, ...]
    unmatched: tuple[Line, ...]
    refund_minor: int
    cut_minor: int
    coins_back: int
    coins_taken: int
    coins_forgiven: int
    steps: tuple[tuple[str, str, int], ...] = ()
    """What each sale gave back: (sale, rule, coins)."""
    status: tuple[tuple[str, int], ...] = ()
    """Status points each sale gave back: (sale, points)."""


@dataclass(frozen=True, slots=True)
class Voided:
    """The exact inverse of a sale; its bill number is free again."""

    sale: str
    reason: Literal["undo", "same_day"]
    approver: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A guest sale credited to a member who had forgotten the card."""

    sale: str
    approver: str
    context: Context
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Coins given by hand (`amount` > 0) or taken (< 0), with a reason and an approver."""

    amount: int
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Personal:
    """A member's personal values, each as base64 ciphertext under the member's own key.

    Only these fields ever hold personal data; None = unchanged, "" = cleared. `phone_mac` is
    the keyed hash by which a station finds the member (hex), never the number itself.
    """

    name: str | None = None
    phone: str | None = None
    birthday: str | None = None
    old_number: str | None = None
    phone_mac: str | None = None
    old_number_mac: str | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A new member, with the consent text's version and the marketing choice."""

    personal: Personal
    language: str
    consent_version: str
    marketing: bool


@dataclass(frozen=True, slots=True)
class ProfileChanged:
    """Changed personal values or choices; None = unchanged."""

    personal: Personal
    language: str | None = None
    marketing: bool | None = None


@dataclass(frozen=True, slots=True)
class CardIssued:
    """A card for the member: keyed hash to find it by, the number itself as ciphertext."""

    card_mac: str
    card: str
    replaces_mac: str = ""


@dataclass(frozen=True, slots=True)
class CardBlocked:
    """A card that no longer works; the member stays."""

    card_mac: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """`source` becomes an alias of the event's member; coins, visits and cards move over."""

    source: str
    approver: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold met or no longer met, found by `reconcile` after the named event."""

    cause: str


@dataclass(frozen=True, slots=True)
class StaffSet:
    """A staff record as the cell publishes it; `verifier` is argon2 of PIN plus secret."""

    staff: str
    name: str
    role: Literal["cashier", "supervisor", "owner"]
    verifier: str
    active: bool


@dataclass(frozen=True, slots=True)
class ProgrammePublished:
    """A programme version: its id and the TOML document."""

    programme: str
    document: str


@dataclass(frozen=True, slots=True)
class DayEnded:
    """All jobs for the business date ran."""

    on: date


Facts = (
    Enrolled
    | ProfileChanged
    | CardIssued
    | CardBlocked
    | Merged
    | Sold
    | Returned
    | Voided
    | Claimed
    | Adjusted
    | Threshold
    | StaffSet
    | ProgrammePublished
    | DayEnded
)

FACTS: Mapping[str, type] = {
    "enrolled": Enrolled,
    "profile_changed": ProfileChanged,
    "card_issued": CardIssued,
    "card_blocked": CardBlocked,
    "merged": Merged,
    "sold": Sold,
    "returned": Returned,
    "voided": Voided,
    "claimed": Claimed,
    "adjusted": Adjusted,
    "tier_reached": Threshold,
    "tier_lost": Threshold,
    "expired": Threshold,
    "staff_set": StaffSet,
    "programme_published": ProgrammePublished,
    "day_ended": DayEnded,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One act of a station or of the cell.

    `member` is empty for guests; `staff` is empty for acts of the cell. `at_ms` is Unix
    milliseconds, `offset_min` the shop's offset from UTC then; `on` the business date.
    `once` are the keys that guard this event's credits, `releases` those a void sets free
    (LEDGER.md 6).
    """

    id: str
    kind: Kind
    member: str
    staff: str
    store: str
    till: str
    programme: str
    on: date
    at_ms: int
    offset_min: int
    facts: Facts
    effects: tuple[Effect, ...] = ()
    once: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
