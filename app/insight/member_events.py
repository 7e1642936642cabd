"""One member's events in the order of the feed: from the cell's file, else from the replica.

A station without the cell's file holds the feed of the last 35 days only.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.outcomes import worth
from app.services.shop import Shop
from app.storage.files import open_reader
from app.wire.events import decode

_FEED = (
    "SELECT seq, outcome, body FROM feed WHERE cell_id = ? AND member = ?"
    " AND outcome IN ('booked', 'worthless') AND seq < ? ORDER BY seq DESC LIMIT ?"
)
_RECEIVED = (
    "SELECT seq, 'booked', body FROM received WHERE instr(body, ?) AND instr(body, ?)"
    " AND on_date < '9999-12-31' AND seq < ? ORDER BY seq DESC LIMIT ?"
)
_MERGES = (
    "SELECT body FROM feed WHERE cell_id = ? AND member = ? AND outcome = 'booked'"
    ' AND (instr(body, \'"kind":"merged"\') OR instr(body, \'"kind":"unmerged"\'))'
    " ORDER BY seq"
)
_ONE = (
    "SELECT f.seq, f.outcome, f.body FROM booked b JOIN feed f"
    " ON f.cell_id = b.cell_id AND f.seq = b.seq WHERE b.cell_id = ? AND b.event_id = ?"
)
_OF_CAUSE = (
    "SELECT seq, outcome, body FROM feed WHERE cell_id = ? AND member = ? AND seq > ?"
    " AND outcome IN ('booked', 'worthless') AND instr(body, ?) ORDER BY seq"
)
NEWEST = 1 << 62


class Told(NamedTuple):
    """An event with its number in the feed (0 = not booked yet); its effects are those that count.

    `counted` is False for one that found its once key taken.
    """

    number: int
    event: Event
    counted: bool = True


class Tape:
    """Reads events of one shop, whichever of its files has them."""

    def __init__(self, shop: Shop, cell: sqlite3.Connection | None) -> None:
        self._shop = shop
        self._cell = cell
        self._cell_id = shop.place.cell_id

    def newest(self, members: Iterable[str], before: int, limit: int) -> list[Told]:
        """Return events posted to any of the ids, newest first, with numbers below `before`."""
        found: dict[str, Told] = {}
        for member in members:
            if before == NEWEST:
                for _, event in self._shop.db.pending.get(member, ()):
                    found[event.id] = Told(0, event)
            for told in self._rows(member, before, limit):
                found[told.event.id] = told
        order = sorted(found.values(), key=lambda told: (told.number or NEWEST, told.event.at_ms))
        return order[::-1][:limit]

    def _rows(self, member: str, before: int, limit: int) -> Iterator[Told]:
        if self._cell is not None:
            yield from map(_told, self._cell.execute(_FEED, (self._cell_id, member, before, limit)))
            return
        marks = f'"member":"{member}"'.encode(), b'"kind":'
        with self._shop.db.cursor(None) as cursor:
            yield from map(_told, cursor.execute(_RECEIVED, (*marks, before, limit)).fetchall())

    def merges(self, member: str) -> list[Merged | Unmerged]:
        """Return what joined and parted memberships, in order; only the cell's file knows all."""
        if self._cell is None:
            return []
        facts = [
            decode(row[0]).facts for row in self._cell.execute(_MERGES, (self._cell_id, member))
        ]
        return [one for one in facts if isinstance(one, Merged | Unmerged)]

    def event(self, event_id: str) -> Told | None:
        """Return an event by its id, booked or still waiting."""
        if self._cell is not None:
            row = self._cell.execute(_ONE, (self._cell_id, event_id)).fetchone()
            if row is not None:
                return _told(row)
        for events in self._shop.db.pending.values():
            for _, event in events:
                if event.id == event_id:
                    return Told(0, event)
        if self._cell is None:
            with self._shop.db.cursor(None) as cursor:
                mark = f'"id":"{event_id}"'.encode()
                row = cursor.execute(_RECEIVED, (mark, b'"kind":', NEWEST, 1)).fetchone()
                return _told(row) if row else None
        return None

    def naming(self, told: Told) -> list[Told]:
        """Return later events of the same member whose facts name this one."""
        if self._cell is None or not told.number or not told.event.member:
            return []
        mark = f'"{told.event.id}"'.encode()
        asked = (self._cell_id, told.event.member, told.number, mark)
        return [_told(row) for row in self._cell.execute(_OF_CAUSE, asked)]


def _told(row: tuple[int, str, bytes]) -> Told:
    number, outcome, body = row
    return Told(number, worth(decode(body), outcome), outcome == "booked")


@contextmanager
def open_tape(shop: Shop) -> Iterator[Tape]:
    """Give what reads the shop's events; reads only."""
    path = shop.folder / "cell.db"
    if not path.exists():
        yield Tape(shop, None)
        return
    with closing(open_reader(path)) as cell:
        yield Tape(shop, cell)


def ids_of(tape: Tape, member: str) -> list[str]:
    """Return the ids under which a member's events were posted: the own, and those merged in."""
    ids, fresh = [member], [member]
    while fresh:
        for facts in tape.merges(fresh.pop()):
            if isinstance(facts, Merged) and facts.source not in ids:
                ids.append(facts.source)
                fresh.append(facts.source)
            elif isinstance(facts, Unmerged) and facts.source in ids:
                ids.remove(facts.source)
    return ids


def whole_life(tape: Tape, member: str) -> list[Told]:
    """Return every event of a member and of those that were ever merged in, oldest first."""
    ids, fresh = {member}, [member]
    while fresh:
        for facts in tape.merges(fresh.pop()):
            if facts.source not in ids:
                ids.add(facts.source)
                fresh.append(facts.source)
    return tape.newest(sorted(ids), NEWEST, NEWEST)[::-1]
