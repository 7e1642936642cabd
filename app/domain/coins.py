"""Coins in lots: earned into buckets, spent soonest-expiring first (LEDGER.md 8-10)."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.domain.calendar import add_months, month_end


@dataclass(frozen=True, slots=True)
class LotTerms:
    """How long coins live: `pending_days` until usable; `expiry_months` None = for ever.

    Expiry is the end of the month in which the months are over (`month_end`) or that day.
    """

    pending_days: int = 0
    expiry_months: int | None = None
    month_end: bool = True


class Lot(NamedTuple):
    """A bucket of coins; usable when available_from <= business date <= expires_on."""

    terms: str
    available_from: date
    expires_on: date | None
    amount: int


class SpendNote(NamedTuple):
    """Which lots a spend drew from, so that giving back knows the way; `short` was overdrawn."""

    spend_id: str
    on: date
    parts: tuple[Lot, ...]
    short: int


@dataclass(frozen=True, slots=True)
class Balance:
    """A member's coins on one business date.

    `spendable` is `available` less `debt` (coins taken back that were already spent, and
    spends that no lot covered), never below zero. `expiring` lists every date with the coins
    that are lost after it, soonest first.
    """

    available: int
    pending: int
    debt: int
    spendable: int
    expiring: tuple[tuple[date, int], ...]


@lru_cache(maxsize=256)
def expiry(terms: LotTerms, earned_on: date) -> date | None:
    """Return the last day coins earned on `earned_on` can be used, or None for ever."""
    if terms.expiry_months is None:
        return None
    last = add_months(earned_on, terms.expiry_months)
    return month_end(last) if terms.month_end else last


def usable(lot: Lot, on: date) -> bool:
    """Say whether the lot's coins can be spent on that business date."""
    return lot.available_from <= on and (lot.expires_on is None or lot.expires_on >= on)


def soonest(lot: Lot) -> tuple[date, date, str]:
    """Return what lots are ordered by: the one that expires first is spent first."""
    return (lot.expires_on or date.max, lot.available_from, lot.terms)


def credit(lots: list[Lot], terms: str, start: date, end: date | None, amount: int) -> None:
    """Add coins to their bucket in place; buckets stay in order of expiry."""
    # From the end, where the newest lots are.
    for at in range(len(lots) - 1, -1, -1):
        lot = lots[at]
        if lot.terms == terms and lot.available_from == start and lot.expires_on == end:
            lots[at] = Lot(terms, start, end, lot.amount + amount)
            return
    insort(lots, Lot(terms, start, end, amount), key=soonest)


def take(
    lots: list[Lot], amount: int, on: date, *, pending: bool = False
) -> tuple[tuple[Lot, ...], int]:
    """Take coins in place, soonest-expiring first; return the parts taken and what is short.

    Only lots usable on that date are drawn, with `pending` those usable later, too. Lapsed
    coins never pay for anything, whether or not the job that removes them ran.
    """
    parts: list[Lot] = []
    for at, lot in enumerate(lots):
        if amount == 0:
            break
        if usable(lot, max(on, lot.available_from) if pending else on):
            part = min(lot.amount, amount)
            amount -= part
            parts.append(lot._replace(amount=part))
            lots[at] = lot._replace(amount=lot.amount - part)
    if parts:
        lots[:] = [lot for lot in lots if lot.amount]
    return tuple(parts), amount


def take_from(lots: list[Lot], terms: str, start: date, end: date | None, amount: int) -> int:
    """Take coins in place from the named bucket; return what it does not hold."""
    for at, lot in enumerate(lots):
        if lot.terms == terms and lot.available_from == start and lot.expires_on == end:
            part = min(lot.amount, amount)
            lots[at] = lot._replace(amount=lot.amount - part)
            if lot.amount == part:
                del lots[at]
            return amount - part
    return amount


def give_back(
    lots: list[Lot], note: SpendNote, amount: int, lapsed_until: date, on: date
) -> tuple[SpendNote, int]:
    """Put spent coins back in place, last drawn first; return the note left and what was owed.

    A part that had been overdrawn lowers the overdraft instead of making coins. A lot that
    lapsed meanwhile lives until `lapsed_until`.
    """
    owed = min(note.short, amount)
    amount -= owed
    parts = list(note.parts)
    while amount and parts:
        part = parts.pop()
        back = min(part.amount, amount)
        amount -= back
        lapsed = part.expires_on is not None and part.expires_on < on
        credit(
            lots,
            part.terms,
            part.available_from,
            max(lapsed_until, on) if lapsed else part.expires_on,
            back,
        )
        if part.amount > back:
            parts.append(part._replace(amount=part.amount - back))
    return note._replace(parts=tuple(parts), short=note.short - owed), owed


def balance(lots: Sequence[Lot], debt: int, on: date) -> Balance:
    """Return what a member sees on `on`; `debt` counts claw-back debt and overdraft together."""
    available = pending = 0
    expiring: dict[date, int] = {}
    for lot in lots:
        if usable(lot, on):
            available += lot.amount
            if lot.expires_on is not None:
                expiring[lot.expires_on] = expiring.get(lot.expires_on, 0) + lot.amount
        elif lot.available_from > on:
            pending += lot.amount
    return Balance(
        available=available,
        pending=pending,
        debt=debt,
        spendable=max(0, available - debt),
        expiring=tuple(sorted(expiring.items())),
    )


def reinstated_until(on: date, days: int) -> date:
    """Return until when coins live that come back to a lapsed lot."""
    return on + timedelta(days=days)


def coins_reach(lots: Sequence[Lot], debt: int, on: date) -> int:
    """Return the coins a member can spend on `on` (see `Balance.spendable`)."""
    return max(0, sum([lot.amount for lot in lots if usable(lot, on)]) - debt)


def coins_on_hand(lots: Sequence[Lot], debt: int, on: date) -> int:
    """Return available plus pending coins less debt: what can still be taken back."""
    alive = [lot.amount for lot in lots if lot.expires_on is None or lot.expires_on >= on]
    return max(0, sum(alive) - debt)
