"""Close a till's day: number it, write down what it added up to, never touch it again.

A close counts the rows of this till's journal since the close before, so that a sale after it
belongs to the next one, and no act is counted twice or left out. The event stands in the journal
itself, and names the last row it counted by its hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.day_closes import Sums, added, close_key, key_prefix
from app.domain.events import Event
from app.domain.facts import DayClosed
from app.domain.figures import NONE
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage import day_closes as rows
from app.storage.day_closes import CloseRow
from app.storage.sales import keep_key
from app.storage.writer import Tx
from app.wire.events import decode, encode

AT_ONCE: Final = 1_000
"""So many rows of the journal are read in one go: what else waits comes in between."""
LISTED: Final = 60
"""How many closes a list shows."""


@dataclass(frozen=True, slots=True)
class Close:
    """A closed day as it stands in the books; `at_ms` is Unix ms, `offset_min` the shop's then."""

    event: str
    on: date
    at_ms: int
    offset_min: int
    staff: str
    facts: DayClosed


@dataclass(frozen=True, slots=True)
class ClosePreview:
    """What a close would say now, under the number it would get."""

    facts: DayClosed


@dataclass(frozen=True, slots=True)
class DayIsClosed:
    """The day is closed and numbered."""

    close: Close


@dataclass(frozen=True, slots=True)
class NothingToClose:
    """This till has done nothing yet that a close would count."""


@dataclass(frozen=True, slots=True)
class AlreadyClosed:
    """Nothing happened since the last close."""

    close: Close


@dataclass(frozen=True, slots=True)
class HubNeeded:
    """This till was put back from a backup: only its hub knows which numbers are taken."""


CloseOutcome = DayIsClosed | NothingToClose | AlreadyClosed | NeedsApproval | HubNeeded | DiskFull
PreviewOutcome = ClosePreview | NothingToClose | AlreadyClosed


def read_on(shop: Shop, ahead: Sums | None = None) -> tuple[Sums, bool]:
    """Add up the next rows since the last close, after those read `ahead`.

    Says, too, whether that was all there is now. `ahead` is used up.
    """
    head, _ = shop.db.head
    with shop.db.cursor(None) as cursor:
        after = rows.counted_upto(cursor)
        sums = _going_on(ahead, after)
        upto = min(head, sums.seq + AT_ONCE)
        return added(_events(rows.journal_rows(cursor, sums.seq, upto)), sums), upto == head


def preview_close(shop: Shop, ahead: Sums | None = None) -> PreviewOutcome:
    """Return what this till did since its last close; nothing is written.

    Much of it may have been read `ahead` (`read_on`).
    """
    sums = _summed(shop, ahead)
    with shop.db.cursor(None) as cursor:
        if sums.figures == NONE:
            return _nothing(rows.closes(cursor, 1))
        number = rows.last_number(cursor, key_prefix(shop.store, shop.till)) + 1
    return ClosePreview(sums.closed(number, ""))


def close_day(shop: Shop, staff: str, approver: str, ahead: Sums | None = None) -> CloseOutcome:
    """Close this till's day; a supervisor approves. Much may have been read `ahead` (`read_on`)."""
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    if shop.db.restored:
        return HubNeeded()
    # Most of it is read before the transaction, which must be short.
    read = _summed(shop, ahead)

    def decide(tx: Tx) -> tuple[tuple[Event, ...], CloseOutcome]:
        sums = _rest(shop, tx, read)
        if sums.figures == NONE:
            return (), _nothing(rows.closes(tx.cursor, 1))
        number = rows.last_number(tx.cursor, key_prefix(shop.store, shop.till)) + 1
        key = close_key(shop.store, shop.till, number)
        facts = sums.closed(number, answering)
        event = shop.event("day_closed", facts, staff=staff, once=(key,))
        keep_key(tx.cursor, key, event.id)
        body = encode(event)
        rows.keep_close(
            tx.cursor, CloseRow(number, event.id, event.on, event.at_ms, sums.seq, body)
        )
        return (event,), DayIsClosed(_close_of(event))

    return write_outcome(shop, decide)


def list_closes(shop: Shop, limit: int = LISTED) -> tuple[Close, ...]:
    """Return this till's closes, newest first."""
    with shop.db.cursor(None) as cursor:
        return tuple(_read(row) for row in rows.closes(cursor, limit))


def find_close(shop: Shop, number: int) -> Close | None:
    """Return this till's close with a number, or None."""
    with shop.db.cursor(None) as cursor:
        row = rows.close_numbered(cursor, number)
    return _read(row) if row else None


def _summed(shop: Shop, ahead: Sums | None) -> Sums:
    sums, whole = read_on(shop, ahead)
    while not whole:
        sums, whole = read_on(shop, sums)
    return sums


def _going_on(ahead: Sums | None, after: int) -> Sums:
    """Return the sums to go on with; what was read before another close counts no more."""
    return ahead if ahead is not None and ahead.after == after else Sums(after, after, b"")


def _rest(shop: Shop, tx: Tx, ahead: Sums) -> Sums:
    """Return the sums with the rows that were recorded meanwhile."""
    sums = _going_on(ahead, rows.counted_upto(tx.cursor))
    head, _ = tx.head or shop.db.head
    return added(_events(rows.journal_rows(tx.cursor, sums.seq, head)), sums)


def _events(found: Iterator[tuple[int, bytes, bytes]]) -> Iterator[tuple[int, bytes, Event]]:
    for seq, body, row_hash in found:
        yield seq, row_hash, decode(body)


def _nothing(last: list[CloseRow]) -> NothingToClose | AlreadyClosed:
    return AlreadyClosed(_read(last[0])) if last else NothingToClose()


def _read(row: CloseRow) -> Close:
    return _close_of(decode(row.body))


def _close_of(event: Event) -> Close:
    assert isinstance(event.facts, DayClosed)
    return Close(event.id, event.on, event.at_ms, event.offset_min, event.staff, event.facts)
