"""The nightly audit: what the feed gave is worked out again, differences go to the review list.

Whoever changed a station's program to give more is found by it (SYNC.md 15). It changes nothing
that was booked: a person decides.
"""

from typing import Final

from sqlalchemy import Connection, select, update

from app.domain.audit import given_again, rated_again
from app.domain.events import Event
from app.domain.facts import Flagged, Sold
from app.domain.ids import derived_id
from app.domain.rating import Rules
from app.hub import cell as cells
from app.hub import programmes
from app.hub.open_cell import OpenCell
from app.storage.tables import cell, feed
from app.storage.writer import JOBS
from app.wire.events import UnknownEventError, decode

ROWS_AT_ONCE: Final = 500
ROWS_A_RUN: Final = 20_000
GUARD: Final = "audit"

_SOLD: Final = b'"kind":"sold"'
_GIVING: Final = tuple(
    f'"kind":"{kind}"'.encode()
    for kind in ("answered", "rated", "greeted", "welcomed", "redeemed", "tickets_bought")
)


def audit(opened: OpenCell, rows_max: int = ROWS_A_RUN) -> int:
    """Look at what was booked since the last audit, at most so many rows; return what it flagged.

    Killed in the middle it goes on there; nothing is flagged twice.
    """
    with opened.store.read() as core:
        known = {one.id: Rules(one) for one in programmes.versions(core, opened.cell_id)}
    flagged = seen = 0
    while seen < rows_max:
        with opened.store.read() as core:
            done = audited_seq(core, opened.cell_id)
            rows = _rows(core, opened.cell_id, done, min(ROWS_AT_ONCE, rows_max - seen))
        if not rows:
            break
        flags = [flag for body in rows.values() if (flag := _flag_for(body, known)) is not None]
        _note(opened, flags, max(rows))
        flagged += len(flags)
        seen += len(rows)
    return flagged


def audited_seq(core: Connection, cell_id: str) -> int:
    """Return the last feed number that was rated again; 0 = none."""
    query = select(cell.c.audited_seq).where(cell.c.cell_id == cell_id)
    return core.execute(query).scalar() or 0


def _rows(core: Connection, cell_id: str, after: int, limit: int) -> dict[int, bytes]:
    """Return the next bodies by number; empty ones for rows that brought nothing."""
    query = (
        select(feed.c.seq, feed.c.outcome, feed.c.body)
        .where(feed.c.cell_id == cell_id, feed.c.seq > after)
        .order_by(feed.c.seq)
        .limit(limit)
    )
    return {row.seq: row.body if row.outcome == "booked" else b"" for row in core.execute(query)}


def _flag_for(body: bytes, known: dict[str, Rules]) -> Event | None:
    if _SOLD not in body and not any(kind in body for kind in _GIVING):
        return None
    try:
        event = decode(body)
    except UnknownEventError:
        return None
    found = _found(known.get(event.programme), event)
    name = "sale" if isinstance(event.facts, Sold) else "event"
    return _flag(event, f"{found} {name}={event.id}") if found else None


def _found(rules: Rules | None, event: Event) -> str:
    """Return what is to be said of an event, or nothing."""
    if rules is None:
        return "what=programme"
    try:
        if isinstance(event.facts, Sold):
            found = rated_again(rules, event.member, event.facts, event.effects)
        else:
            found = given_again(rules.programme, event)
    except Exception:  # noqa: BLE001 - what no rules can rate stops no audit
        return "what=sale" if isinstance(event.facts, Sold) else f"what={event.kind}"
    return f"what={found.what} found={found.found} expected={found.expected}" if found else ""


def _flag(sale: Event, detail: str) -> Event:
    """Return an entry of the review list about a sale, of the sale's own day."""
    return Event(
        id=derived_id(sale.id, GUARD),
        kind="flagged",
        member="",
        staff=sale.staff,
        store=sale.store,
        till=sale.till,
        programme=sale.programme,
        on=sale.on,
        at_ms=sale.at_ms,
        offset_min=sale.offset_min,
        facts=Flagged(GUARD, sale.member or sale.id, detail),
        effects=(),
        once=(f"flagged:{GUARD}:{sale.id}",),
    )


def _note(opened: OpenCell, flags: list[Event], upto: int) -> None:
    """Book what was found and how far the audit came, in one transaction."""

    def work(core: Connection) -> None:
        if flags:
            cells.book_own(core, opened.cell_id, flags, opened.in_force)
        where = cell.c.cell_id == opened.cell_id
        core.execute(update(cell).where(where).values(audited_seq=upto))

    opened.write(work, JOBS)
