"""A member's folded state: one row, bounded in size, derived only from events."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.domain.coins import Balance, Lot, SpendNote, balance

FOLD_VERSION = 1
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


@dataclass(frozen=True, slots=True)
class MemberState:
    """What the journal says of one member.

    `days` holds the last 400 days that saw a purchase; older ones are summed in `before`
    (its `on` is the newest day summed, its `visits` the number of visit days).
    `caps` counts the coins of capped rules by `rule|period`. `debt` is claw-back debt,
    `overdraft` spends that no lot covered. `merged_into` names the survivor of a merge.
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


def coins_on(state: MemberState, on: date) -> Balance:
    """Return the member's coins on a business date."""
    return balance(state.lots, state.debt + state.overdraft, on)


def visit_days(state: MemberState) -> int:
    """Return the number of distinct business dates with something kept."""
    return state.before.visits + sum(1 for day in state.days if day.visits > 0)


def paid_minor(state: MemberState) -> int:
    """Return the money paid for units that were kept, in minor units."""
    return state.before.paid_minor + sum(day.paid_minor for day in state.days)


def newest_day(state: MemberState) -> date:
    """Return the latest business date the state knows."""
    return max((day.on for day in state.days), default=state.before.on)
