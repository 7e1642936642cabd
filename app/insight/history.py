"""A member's history in plain words, newest first: what happened, what it moved, and why."""

from dataclasses import dataclass
from datetime import date

from app.domain import effects as fx
from app.domain.effects import Effect
from app.domain.events import Event, Kind
from app.insight.member_events import NEWEST, Told, ids_of, open_tape
from app.insight.telling import Story, Teller
from app.services.shop import Shop

_SHOPS_OWN = frozenset({"flagged", "flag_decided", "seen"})
"""Kinds between the shop and its staff or screens, unless they moved something of the member's."""


@dataclass(frozen=True, slots=True)
class Legs:
    """What an event moved, in and out apart: coins, and store credit in minor units."""

    coins_in: int = 0
    coins_out: int = 0
    credit_in_minor: int = 0
    credit_out_minor: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history.

    `number` is the feed's (0 = not booked yet); `receipt` the bill's or return's own number or
    "". `title` and the lines of `why` are in the language asked for.
    """

    number: int
    event: str
    kind: Kind
    on: date
    at_ms: int
    offset_min: int
    title: str
    receipt: str
    legs: Legs
    why: tuple[str, ...]


def history(
    shop: Shop, member: str, language: str, limit: int, before: int | None = None
) -> tuple[Entry, ...]:
    """Return up to `limit` entries, newest first; `before` is the last entry's number of a page.

    `language` is one of en, hi, fil. What was merged into the member is part of it. A station
    without the cell's file knows the last 35 days only.
    """
    state = shop.state(member)
    with open_tape(shop) as tape:
        teller = Teller(shop, tape, language, state.member)
        for held in state.vouchers:
            teller.know(held.voucher, held.reward)
        entries: list[Entry] = []
        upto = NEWEST if before is None else before
        ids = ids_of(tape, state.member)
        while len(entries) < limit:
            page = tape.newest(ids, upto, limit)
            entries += [_entry(told, teller.tell(told)) for told in page if _shown(told.event)]
            numbers = [told.number for told in page if told.number]
            if len(page) < limit or not numbers:
                break
            upto = min(numbers)
    return tuple(entries[:limit])


def _shown(event: Event) -> bool:
    return event.kind not in _SHOPS_OWN or bool(event.effects)


def _entry(told: Told, story: Story) -> Entry:
    event = told.event
    return Entry(
        number=told.number,
        event=event.id,
        kind=event.kind,
        on=event.on,
        at_ms=event.at_ms,
        offset_min=event.offset_min,
        title=story.title,
        receipt=story.receipt,
        legs=legs_of(event.effects),
        why=story.why,
    )


def legs_of(effects: tuple[Effect, ...]) -> Legs:
    """Return what effects moved, gross: 50 coins used and 3 earned are not 47 used (C34)."""
    gained = lost = credited = debited = 0
    for effect in effects:
        match effect:
            case fx.Earn() | fx.Restore():
                gained += effect.amount
            case fx.Reverse() | fx.Spend() | fx.Respend() | fx.Expire():
                lost += effect.amount
            case fx.Credit() | fx.DebitRestore():
                credited += effect.amount_minor
            case fx.CreditReverse() | fx.Debit() | fx.Redebit() | fx.CreditExpire():
                debited += effect.amount_minor
            case fx.Forfeit():
                lost += effect.coins
                debited += effect.credit_minor
            case _:
                pass
    return Legs(gained, lost, credited, debited)
