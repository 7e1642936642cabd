"""What events change: a closed set, the only thing `fold` reads (LEDGER.md 2).

Amounts of coins and of money in minor units are integers; dates are business dates.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from app.domain.coins import Lot


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
class Respend:
    """Take `amount` coins again that a return gave back, which was undone.

    `on` is when they were spent first, `lots` where they were put back.
    """

    amount: int
    spend_id: str
    on: date
    lots: tuple[Lot, ...]


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
    """The dead remainder of a lot is removed; a late spend dated before takes it back.

    Then `amount` is below zero: so much goes back to the lot, for the spend that follows.
    """

    amount: int
    terms: str
    available_from: date
    expires_on: date


class Gift(NamedTuple):
    """One thing that was granted, with what is needed to take it back.

    `kind` says what `amount` and `ref` mean: coins of the terms `ref`; credit in minor units of
    the terms `ref`; voucher `ref` (amount 1); tickets of raffle `ref`; badge `ref` at level
    `amount`. The dates are those of the lot (coins, credit).
    """

    kind: Literal["coins", "credit", "voucher", "tickets", "badge"]
    amount: int
    ref: str
    available_from: date
    expires_on: date | None


class Benefit(NamedTuple):
    """What a voucher is worth, fixed when it is issued, whatever the programme says later.

    `kind`: percent (`value` of 100) or fixed (`value` minor units) off the bill; item or sample
    (`value` thousandths of a unit of one of `goods`, free); service (a named act). A bill must
    reach `minimum_minor`; at most `ceiling_minor` comes off (0 = no ceiling). `goods` are skus
    and categories it is narrowed to, each written `sku:` or `category:` and its name.
    """

    kind: Literal["percent", "fixed", "item", "sample", "service"]
    value: int
    minimum_minor: int = 0
    ceiling_minor: int = 0
    goods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """`amount` more (or less) under a goal's key `goal|window|part`, kept until a date.

    `window` is the last day of the goal's window (empty = no end); `part` tells apart what is
    counted once (a date, a category) and is empty for plain sums.
    """

    key: str
    amount: int
    keep_until: date | None


@dataclass(frozen=True, slots=True)
class Grant:
    """What `key` promised is given: `gifts`, whose own effects stand beside this one.

    `key` is `goal|window|level`, or `rule||event` for what a bill gave. After `keep_until` it is
    not taken back any more (None = it always can be).
    """

    key: str
    on: date
    keep_until: date | None
    gifts: tuple[Gift, ...]


@dataclass(frozen=True, slots=True)
class Revoke:
    """The grant `key` is taken back; what its gifts gave is reversed beside this."""

    key: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A voucher for `reward`, usable from and until a date; `coins` were spent on it.

    `number` is what the QR holds. `period` is the key under which a limited reward counts
    (empty = not limited). `stock` is which one of a limited stock it is (0 = endless).
    """

    voucher: str
    reward: str
    number: str
    valid_from: date
    until: date
    coins: int
    benefit: Benefit
    period: str
    stock: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """The voucher was handed over or used on a date."""

    voucher: str
    on: date


@dataclass(frozen=True, slots=True)
class Unclaim:
    """The claim is undone: the sale it was used in came back whole; usable at least `until`."""

    voucher: str
    until: date


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The voucher is worth nothing any more: void, expired, or its promise was returned."""

    voucher: str
    on: date
    reason: Literal["void", "expired", "returned"]


@dataclass(frozen=True, slots=True)
class Credit:
    """`amount_minor` of store credit into the lot (terms, available_from, expires_on).

    `rule` and `base_minor` say why.
    """

    amount_minor: int
    terms: str
    available_from: date
    expires_on: date | None
    rule: str
    base_minor: int


@dataclass(frozen=True, slots=True)
class CreditReverse:
    """Take store credit back from the lot it went to; what is missing becomes credit debt."""

    amount_minor: int
    terms: str
    available_from: date
    expires_on: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class Debit:
    """Pay with `amount_minor` of store credit, soonest-expiring lot first."""

    amount_minor: int
    spend_id: str


@dataclass(frozen=True, slots=True)
class DebitRestore:
    """Give store credit that was paid with back to its lots."""

    amount_minor: int
    spend_id: str
    lapsed_until: date


@dataclass(frozen=True, slots=True)
class Redebit:
    """Take store credit again that a return gave back, which was undone (see `Respend`)."""

    amount_minor: int
    spend_id: str
    on: date
    lots: tuple[Lot, ...]


@dataclass(frozen=True, slots=True)
class CreditExpire:
    """The dead remainder of a lot of store credit is removed, or given back (see `Expire`)."""

    amount_minor: int
    terms: str
    available_from: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class Referral:
    """The member was brought by `referrer`; both are paid `window_days` after the first sale.

    That sale must reach `minimum_minor`. Without a referrer nothing is owed (any more).
    """

    referrer: str
    window_days: int
    minimum_minor: int = 0


@dataclass(frozen=True, slots=True)
class Aim:
    """The reward the member saves for; empty = none any more."""

    reward: str


@dataclass(frozen=True, slots=True)
class Forfeit:
    """Everything the member held is gone (the member was erased).

    `coins` and `credit_minor` are what it came to, debts taken off.
    """

    coins: int
    credit_minor: int


Effect = (
    Earn
    | Reverse
    | Spend
    | Restore
    | Respend
    | Visit
    | Status
    | Paid
    | TierHold
    | TierDrop
    | Expire
    | Progress
    | Grant
    | Revoke
    | Issue
    | Claim
    | Unclaim
    | Withdraw
    | Credit
    | CreditReverse
    | Debit
    | DebitRestore
    | Redebit
    | CreditExpire
    | Referral
    | Aim
    | Forfeit
)
EFFECTS: Final[tuple[type, ...]] = get_args(Effect)
