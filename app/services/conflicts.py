"""What became of this station's events otherwise than was said at the till, told to its people."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple, cast

from app.domain.conflicts import Conflict, ConflictKind, Rule
from app.domain.events import Event
from app.domain.programme import Programme
from app.domain.texts import Text
from app.services.shop import Shop
from app.services.staff import list_staff
from app.storage import conflicts as rows
from app.storage.conflicts import ConflictRow
from app.storage.credit import journal_body
from app.storage.writer import JOBS, StorageFullError, Tx
from app.wire.events import decode

LISTED_MAX: Final = 200
_LOOKED_UP_MAX: Final = 20
_NEAR_DAYS: Final = 3
_ONE_HOLDER: Final = frozenset(
    {
        "voucher_used",
        "survey_paid",
        "greeting_paid",
        "rating_paid",
        "promo_used",
        "bill_twice",
        "return_twice",
        "done_before",
    }
)
"""Kinds in which somebody else was first."""


class FirstThere(NamedTuple):
    """Who was first: in which store, at which till, which member of staff, when."""

    store: str
    till: str
    staff: str
    on: date
    at_ms: int
    offset_min: int


@dataclass(frozen=True, slots=True)
class ConflictToTell:
    """One conflict with all that a person asks: whose, when, who had been first.

    `title` is what the programme calls the thing it is about (empty = nothing). `first` is None
    where nobody was, or where it is not known here.
    """

    event: str
    conflict: Conflict
    title: Text
    bill_number: str
    member: str
    staff: str
    on: date
    at_ms: int
    offset_min: int
    first: FirstThere | None
    seen: bool


def list_conflicts(shop: Shop, limit: int = LISTED_MAX) -> tuple[ConflictToTell, ...]:
    """Return what nobody looked at yet, then the rest, each newest first."""
    staff = {card.id: card.name for card in list_staff(shop)}
    with shop.db.cursor(None) as cursor:
        found = rows.newest(cursor, limit)
        events = {row.event_id: _own(cursor, row.event_id) for row in found}
        top = found[:_LOOKED_UP_MAX]
        firsts = {row.event_id: _first(cursor, row, events[row.event_id]) for row in top}
    return tuple(
        _told(shop, row, events[row.event_id], firsts.get(row.event_id), staff) for row in found
    )


def unseen_conflicts(shop: Shop) -> int:
    """Return how many conflicts nobody looked at yet."""
    with shop.db.cursor(None) as cursor:
        return rows.unseen(cursor)


def see_conflicts(shop: Shop, events: Sequence[str]) -> bool:
    """Note that somebody looked at them; False when the disk is full, and they come again."""

    def work(tx: Tx) -> None:
        rows.see(tx.cursor, events)

    try:
        shop.db.writer.run(work, JOBS)
    except StorageFullError:
        return False
    return True


def _told(
    shop: Shop, row: ConflictRow, event: Event | None, first: Event | None, staff: dict[str, str]
) -> ConflictToTell:
    found = Conflict(
        cast("ConflictKind", row.kind), cast("Rule", row.rule), row.detail, row.coins,
        row.money_minor,
    )  # fmt: skip
    return ConflictToTell(
        event=row.event_id,
        conflict=found,
        title=_title(shop.programme, found),
        bill_number=_bill_number(shop, event),
        member=_name(shop, row.member) if row.member else "",
        staff=staff.get(event.staff, "") if event else "",
        on=row.on,
        at_ms=row.at_ms,
        offset_min=event.offset_min if event else 0,
        first=FirstThere(
            first.store, first.till, staff.get(first.staff, ""), first.on, first.at_ms,
            first.offset_min,
        )
        if first
        else None,
        seen=row.seen,
    )  # fmt: skip


def _own(cursor: sqlite3.Cursor, event_id: str) -> Event | None:
    body = journal_body(cursor, event_id)
    return decode(body) if body else None


def _first(cursor: sqlite3.Cursor, row: ConflictRow, event: Event | None) -> Event | None:
    if event is None or row.kind not in _ONE_HOLDER:
        return None
    near = timedelta(days=_NEAR_DAYS)
    for key in event.once:
        body = rows.holder_body(cursor, key, event.id, event.on - near, event.on + near)
        if body is not None:
            return decode(body)
    return None


def _bill_number(shop: Shop, event: Event | None) -> str:
    """Return the number of the bill an event is, or goes with ("" = none)."""
    if event is None:
        return ""
    facts = event.facts
    own: str = getattr(facts, "bill_number", "") or getattr(facts, "receipt", "")
    sale: str = getattr(facts, "sale", "")
    if own or not sale:
        return own
    with shop.db.cursor(None) as cursor:
        return _bill_number(shop, _own(cursor, sale))


def _title(programme: Programme, found: Conflict) -> Text:
    match found.kind:
        case "voucher_used" | "stock_gone":
            every: Sequence[tuple[str, Text]] = [(one.id, one.title) for one in programme.rewards]
        case "survey_paid":
            every = [(one.id, one.title) for one in programme.surveys]
        case "greeting_paid":
            every = [(one.id, one.title) for one in programme.greetings]
        case "promo_used":
            every = [(one.id, one.title) for one in programme.promos]
        case _:
            return {}
    return dict(every).get(found.detail, {})


def _name(shop: Shop, member: str) -> str:
    profile = shop.profile(member)
    return shop.personal(profile, "name")[0] if profile else ""
