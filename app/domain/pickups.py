"""Pickups: a reward redeemed at a screen of one's own waits, under a number, to be handed over."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.domain.events import Event
from app.domain.facts import Redeemed, VoucherClaimed


class Ticketed(NamedTuple):
    """A voucher that got the number `ticket` of a store's business date.

    `waiting` until the voucher is claimed, given back or runs out.
    """

    voucher: str
    member: str
    store: str
    on: date
    ticket: int
    at_ms: int
    waiting: bool = True


class Handed(NamedTuple):
    """A voucher handed over at the desk of `store`, without a bill; `event` is the claim."""

    event: str
    voucher: str
    member: str
    staff: str
    store: str
    on: date
    at_ms: int


def ticketed(event: Event) -> Ticketed | None:
    """Return the number that an event gives a voucher, or None when it gives none."""
    facts = event.facts
    if not isinstance(facts, Redeemed) or not facts.ticket:
        return None
    return Ticketed(facts.voucher, event.member, event.store, event.on, facts.ticket, event.at_ms)


def handed(event: Event) -> Handed | None:
    """Return what an event hands over at the desk, or None when it is none of these."""
    facts = event.facts
    if not isinstance(facts, VoucherClaimed) or facts.sale:
        return None
    return Handed(
        event.id, facts.voucher, event.member, event.staff, event.store, event.on, event.at_ms
    )


def next_ticket(given: Iterable[Ticketed]) -> int:
    """Return the number after the highest of those a store gave today; the first is 1."""
    return max((one.ticket for one in given), default=0) + 1
