"""What happened, by kind of event: who, what, which receipt lines (LEDGER.md 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.domain.figures import Figures


class Line(NamedTuple):
    """One line of a bill as sold.

    `quantity_milli` thousandths of a unit (1.250 kg = 1250); `net_minor` is what was paid for
    the line after every discount and coin tender allocated to it (LEDGER.md 11), `coin_minor`
    the part that coins paid, `credit_minor` the part that store credit paid. A bill by amount
    has one line with an empty sku.
    """

    sku: str
    name: str
    category: str
    quantity_milli: int
    unit_price_minor: int
    net_minor: int
    coin_minor: int = 0
    credit_minor: int = 0


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


class Off(NamedTuple):
    """Money off a bill that Sikka found: the tier's price, a voucher, a promo code.

    `ref` is the tier, the voucher's id or the promo's id.
    """

    kind: Literal["tier", "voucher", "promo"]
    ref: str
    amount_minor: int


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
    """A bill. `total_minor` before everything that `offs`, coins and store credit take off it.

    `coin_minor` is taken off for `coins` paid with, `credit_minor` is paid with store credit.
    """

    bill_number: str
    period: str
    lines: tuple[Line, ...]
    total_minor: int
    coins: int
    coin_minor: int
    context: Context
    steps: tuple[Step, ...]
    clock: Literal["trusted", "skewed"] = "trusted"
    offs: tuple[Off, ...] = ()
    credit_minor: int = 0


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
    credit_back_minor: int = 0
    """Store credit that was paid with and goes back."""
    credit_steps: tuple[tuple[str, str, int], ...] = ()
    """Cashback each sale gave back: (sale, rule, minor units)."""
    gifts_back: tuple[str, ...] = ()
    """Rewards whose voucher was used already: ask for the thing back."""
    undoes: str = ""
    """The return that never was: this one says the same of it, below zero ("" = none)."""


@dataclass(frozen=True, slots=True)
class Voided:
    """The exact inverse of a sale; its bill number is free again.

    `taken_minor` is the money the bill had brought (None: a top-up, or not written down then).
    """

    sale: str
    reason: Literal["undo", "same_day"]
    approver: str
    taken_minor: int | None = None


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

    Only these fields ever hold personal data; None = unchanged, "" = cleared. Stations work out
    the keyed hashes they find a member by from what they can open (decisions/0011); the two
    `_mac` (hex) stand only in events that were written before.
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


@dataclass(frozen=True, slots=True)
class Unmerged:
    """`source` is a member of its own again, with what it brought into the merge."""

    source: str
    approver: str


@dataclass(frozen=True, slots=True)
class Erased:
    """The member asked to be forgotten: key, search rows and keyed hashes are deleted."""

    approver: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What a member brought from an earlier system, as its file said (`source`, line)."""

    source: str
    line: int


class Answer(NamedTuple):
    """One answer: an option's id (several joined by `+`), a number, or a text of one's own.

    A text is `sealed:` and its ciphertext under the member's key.
    """

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A survey, quiz or poll was finished in `seconds`.

    `right` of `asked` quiz questions were answered rightly. `doubts` name what looked dishonest
    (`fast`, `straight_line`, `attention`); with any, the coins wait in the review list.
    """

    survey: str
    version: int
    answers: tuple[Answer, ...]
    seconds: int
    right: int
    asked: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A product was given 1 to 5 `stars`; `text` is ciphertext under the member's key."""

    sku: str
    stars: int
    text: str


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Coins became a voucher for `reward`.

    `ticket` is the number of the store's day under which it waits to be handed over (0 = none).
    """

    reward: str
    voucher: str
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class VoucherClaimed:
    """A voucher was handed over at the desk, or used on the bill of `sale`."""

    voucher: str
    sale: str = ""


@dataclass(frozen=True, slots=True)
class VoucherClosed:
    """A voucher was given back (`void`) or ran out (`expired`)."""

    voucher: str
    reason: Literal["void", "expired"]
    approver: str


@dataclass(frozen=True, slots=True)
class PromoUsed:
    """A promo's code was used with a sale; `single` is its number when it is good once only."""

    promo: str
    single: int
    sale: str


@dataclass(frozen=True, slots=True)
class ToppedUp:
    """Money paid in for store credit; `bonus_minor` came on top by `offer` (or nothing)."""

    receipt: str
    paid_minor: int
    bonus_minor: int
    offer: str


@dataclass(frozen=True, slots=True)
class CashedOut:
    """Store credit paid out in money."""

    amount_minor: int
    approver: str


@dataclass(frozen=True, slots=True)
class Referred:
    """The member was brought by another."""

    referrer: str


@dataclass(frozen=True, slots=True)
class Greeted:
    """A greeting of the programme for an occasion in `year`, with its gift."""

    greeting: str
    year: int


@dataclass(frozen=True, slots=True)
class Promised:
    """Something the programme promised came true, or does not hold any more.

    `source` is what promised it (challenge, badge, milestone, streak, referral), `key` the
    grant's, `cause` the event after which it was found (empty = a day-end job).
    """

    source: str
    key: str
    cause: str


@dataclass(frozen=True, slots=True)
class AimSet:
    """The member chose a reward to save for (empty = none)."""

    reward: str


@dataclass(frozen=True, slots=True)
class TicketsBought:
    """Coins became tickets of a raffle."""

    raffle: str
    tickets: int


@dataclass(frozen=True, slots=True)
class RaffleOpened:
    """The raffle's seed is fixed: its hash is published before the first ticket."""

    raffle: str
    seed_hash: str


class Entry(NamedTuple):
    """The `tickets` that one grant of a member's gave; their numbers follow from these three."""

    member: str
    key: str
    tickets: int


@dataclass(frozen=True, slots=True)
class RaffleFrozen:
    """No ticket is added or taken any more; `root` is the hash of the list of them.

    `terms` is the JSON of what was promised, which `root` covers too. A long list takes several
    events, `part` 1 to `parts`; only the first has the terms.
    """

    raffle: str
    root: str
    tickets: int
    entries: tuple[Entry, ...] = ()
    terms: str = ""
    part: int = 1
    parts: int = 1


class Winner(NamedTuple):
    """The winner of one prize: which ticket, whose."""

    prize: str
    ticket: str
    member: str


@dataclass(frozen=True, slots=True)
class RaffleDrawn:
    """The draw: the seed is shown, and who won follows from it and the root."""

    raffle: str
    seed: str
    winners: tuple[Winner, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    """Something somebody should look at; it blocks nothing.

    `guard` names the rule that found it, `subject` the event, card or staff it is about,
    `detail` the figures behind it (never a personal value).
    """

    guard: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class FlagDecided:
    """A supervisor approved or rejected what the event `flag` raised."""

    flag: str
    decision: Literal["approved", "rejected"]
    approver: str


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """Somebody at the event's screen asks for a person."""


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """Somebody goes where the event `call` asked for a person."""

    call: str


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The member claimed the welcome gift; a once key guards the phone it was given for."""


@dataclass(frozen=True, slots=True)
class PreferencesSet:
    """How a member wants screens to be: names of switches, sealed under the member's key."""

    preferences: str


@dataclass(frozen=True, slots=True)
class PinSet:
    """The member's PIN: argon2 of PIN plus secret, sealed under the member's key; "" = none."""

    verifier: str


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A till's day was closed: the till's own acts in the journal rows past `after` up to `seq`.

    `number` counts a till's closes from 1; `hash` (hex) is the journal's at row `seq`, so that
    nobody can change what was counted. The acts were of `days` business dates from `first_on` to
    `last_on`; `by_staff` has the same figures by who recorded them (empty = nobody).
    """

    number: int
    after: int
    seq: int
    hash: str
    first_on: date
    last_on: date
    days: int
    figures: Figures
    by_staff: tuple[tuple[str, Figures], ...]
    approver: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The member was shown what is new since last time; each mark is `name=number`."""

    marks: tuple[str, ...]


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
    | Unmerged
    | Erased
    | Opening
    | Answered
    | Rated
    | Redeemed
    | VoucherClaimed
    | VoucherClosed
    | PromoUsed
    | ToppedUp
    | CashedOut
    | Referred
    | Greeted
    | Promised
    | AimSet
    | TicketsBought
    | RaffleOpened
    | RaffleFrozen
    | RaffleDrawn
    | Flagged
    | FlagDecided
    | HelpCalled
    | HelpAnswered
    | Welcomed
    | PreferencesSet
    | PinSet
    | Seen
    | DayClosed
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
    "unmerged": Unmerged,
    "erased": Erased,
    "opening": Opening,
    "answered": Answered,
    "rated": Rated,
    "redeemed": Redeemed,
    "voucher_claimed": VoucherClaimed,
    "voucher_closed": VoucherClosed,
    "promo_used": PromoUsed,
    "topped_up": ToppedUp,
    "cashed_out": CashedOut,
    "referred": Referred,
    "greeted": Greeted,
    "granted": Promised,
    "revoked": Promised,
    "aim_set": AimSet,
    "tickets_bought": TicketsBought,
    "raffle_opened": RaffleOpened,
    "raffle_frozen": RaffleFrozen,
    "raffle_drawn": RaffleDrawn,
    "flagged": Flagged,
    "flag_decided": FlagDecided,
    "help_called": HelpCalled,
    "help_answered": HelpAnswered,
    "welcomed": Welcomed,
    "preferences_set": PreferencesSet,
    "pin_set": PinSet,
    "seen": Seen,
    "day_closed": DayClosed,
}
