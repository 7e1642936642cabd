"""Rows that an older program could not read are booked by one that can (SYNC.md 4, 14).

The parked row stays as it is, and so does its lane: a new row of the cell's own names it.
"""

from functools import partial
from typing import Final

from sqlalchemy import Connection, select, update

from app.domain.events import Event
from app.hub.booking import Book, RulesOn
from app.hub.open_cell import OpenCell
from app.hub.reading import read_event
from app.storage.tables import feed, parked
from app.storage.writer import JOBS

ROWS_AT_ONCE: Final = 50

_FOR_A_PERSON: Final = ("revoked", "barred:", "broken:")
"""How the reasons begin of rows that a newer program alone does not make good."""


def redrive(opened: OpenCell) -> int:
    """Book every parked row that can be read now; return how many there were.

    Twice changes nothing; what still cannot be booked stays parked.
    """
    count = 0
    for seqs in _portions(_waiting(opened)):
        step = partial(_redrive, cell_id=opened.cell_id, seqs=seqs, rules_on=opened.in_force)
        count += opened.write(step, JOBS)
    return count


def _waiting(opened: OpenCell) -> list[int]:
    query = (
        select(parked.c.seq, parked.c.reason)
        .where(parked.c.cell_id == opened.cell_id, parked.c.resolved_seq.is_(None))
        .order_by(parked.c.seq)
    )
    with opened.store.read() as core:
        rows = core.execute(query).all()
    return [row.seq for row in rows if not row.reason.startswith(_FOR_A_PERSON)]


def _redrive(core: Connection, cell_id: str, seqs: list[int], rules_on: RulesOn) -> int:
    return sum(_book(core, cell_id, seq, rules_on) for seq in seqs)


def _book(core: Connection, cell_id: str, seq: int, rules_on: RulesOn) -> bool:
    """Book one parked row if that is possible now; say whether it is done with."""
    book = Book(core, cell_id, rules_on)
    if not _is_waiting(core, cell_id, seq):
        return False
    where = (feed.c.cell_id == cell_id) & (feed.c.seq == seq)
    body = core.execute(select(feed.c.body).where(where)).scalar_one()
    event = read_event(body)
    if not isinstance(event, Event):
        return False
    if not book.known([event.id]):
        book.add_lane([(body, 0)], "", 0, note=f"of {seq}")
        if any(entry.outcome == "parked" for entry in book.entries):
            return False
        book.write()
    core.execute(
        update(parked)
        .where(parked.c.cell_id == cell_id, parked.c.seq == seq)
        .values(resolved_seq=book.known([event.id])[event.id])
    )
    return True


def _is_waiting(core: Connection, cell_id: str, seq: int) -> bool:
    query = select(parked.c.resolved_seq).where(parked.c.cell_id == cell_id, parked.c.seq == seq)
    return core.execute(query).scalar_one() is None


def _portions(seqs: list[int]) -> list[list[int]]:
    return [seqs[at : at + ROWS_AT_ONCE] for at in range(0, len(seqs), ROWS_AT_ONCE)]
