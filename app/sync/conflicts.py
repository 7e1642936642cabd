"""What became of own events, kept when the feed brings them back, for the people at the till.

Call `project` for every row of the feed whose event is in the own journal, in the transaction
that folds it, and `project_parked` for a parked one.
"""

import sqlite3
from datetime import date, timedelta
from typing import Final

from app.domain.conflicts import (
    Conflict,
    Ruling,
    Surroundings,
    conflict_of,
    is_plain,
)
from app.domain.effects import Debit, Spend
from app.domain.events import Event
from app.domain.facts import PromoUsed, VoucherClaimed, VoucherClosed
from app.domain.members import MemberState, voucher_of
from app.hub.cell import FeedRow
from app.storage import conflicts, programmes
from app.storage.conflicts import ConflictRow
from app.storage.credit import journal_body
from app.storage.rows import unpack_programme
from app.wire.events import UnknownEventError, decode

SEEN_KEPT_DAYS: Final = 62
"""How long an entry stays after somebody looked at it."""


def project(
    cursor: sqlite3.Cursor,
    event: Event,
    row: FeedRow,
    before: MemberState | None = None,
    after: MemberState | None = None,
    *,
    card_taken: bool = False,
) -> None:
    """Keep what the cell made of an own event; nothing when it is what was said at the till.

    `event` is the event as it was recorded, `before` and `after` the living member's state
    without and with what was booked of it (None for guests and parked rows). `card_taken`: the
    card it gave had been given to somebody else before. A row that comes
    again, in a rebuild or booked after it was parked, leaves what is true in the end.
    """
    ruling = ruling_of(event, row, before, after)._replace(card_taken=card_taken)
    if ruling.outcome == "duplicate":
        return
    if is_plain(event, ruling):
        conflicts.drop(cursor, event.id)
        return
    found = conflict_of(event, ruling, _around(cursor, event, after))
    # A wrong clock touches every bill of its day: one entry tells of all of them.
    if found is None or (
        found.kind == "clock" and conflicts.has_other(cursor, "clock", event.on, event.id)
    ):
        return
    conflicts.keep(cursor, _row(event, row, found))


def project_parked(cursor: sqlite3.Cursor, row: FeedRow) -> None:
    """Keep that an own event was parked; one of a newer program, put back here, is passed over."""
    try:
        event = decode(row.body)
    except UnknownEventError:
        return
    project(cursor, event, row)


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget entries that somebody looked at, two months after their day."""
    conflicts.tidy(cursor, today - timedelta(days=SEEN_KEPT_DAYS))


def ruling_of(
    event: Event, row: FeedRow, before: MemberState | None, after: MemberState | None
) -> Ruling:
    """Return what the cell made of an event, by its row and the member's state around it."""
    short_coins = short_minor = 0
    if (
        before is not None
        and after is not None
        and any(isinstance(effect, Spend | Debit) for effect in event.effects)
    ):
        short_coins = max(0, after.overdraft - before.overdraft)
        short_minor = max(0, after.credit.overdraft - before.credit.overdraft)
    erased = before is not None and before.erased
    return Ruling(row.outcome, row.detail, short_coins, short_minor, erased)


def _row(event: Event, row: FeedRow, found: Conflict) -> ConflictRow:
    return ConflictRow(
        event.id, row.seq, found.kind, found.rule, event.member, found.detail[:200],
        event.on, event.at_ms, found.coins, found.money_minor,
    )  # fmt: skip


def _around(cursor: sqlite3.Cursor, event: Event, after: MemberState | None) -> Surroundings:
    compiled = programmes.by_id(cursor, event.programme)
    coin_minor = unpack_programme(compiled).coin_value_minor if compiled else 0
    voucher, sale = "", ""
    match event.facts:
        case VoucherClaimed(voucher=voucher, sale=sale) | PromoUsed(promo=voucher, sale=sale):
            pass
        case VoucherClosed(voucher=voucher):
            pass
        case _:
            pass
    held = voucher_of(after, voucher) if after and voucher else None
    return Surroundings(coin_minor, _journalled(cursor, sale), held)


def _journalled(cursor: sqlite3.Cursor, event_id: str) -> Event | None:
    body = journal_body(cursor, event_id)
    return decode(body) if body else None
