"""What one booking writes: feed rows, the ids and keys that count once, what is parked."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete

from app.domain.chain import link
from app.domain.events import Event
from app.hub import bulk
from app.hub.reading import told
from app.storage.tables import booked, feed, once_key, parked

_FREED = bulk.Among(delete(once_key), once_key.c.key)


class Origin(NamedTuple):
    """The lane and number a row came from (none for the cell's own), and a note on all of it."""

    station_id: str
    epoch: int
    lane_seq: int
    note: str


class Entry(NamedTuple):
    """A row of the feed before it has its number; without an event when nobody can read it."""

    event: Event | None
    body: bytes
    origin: Origin
    outcome: str
    detail: str


def write_feed(
    core: Connection, cell_id: str, last_seq: int, head: bytes, entries: Sequence[Entry]
) -> tuple[int, bytes]:
    """Add rows behind `last_seq`, whose hash is `head`; return the new last number and hash."""
    rows, ids, waiting = [], [], []
    for entry in entries:
        last_seq += 1
        head = link(head, last_seq, entry.body)
        event = entry.event
        origin = entry.origin
        rows.append(
            (
                cell_id,
                last_seq,
                event.id if event else "",
                event.member if event else "",
                event.on if event else date.min,
                origin.station_id,
                origin.epoch,
                origin.lane_seq,
                entry.outcome,
                told(entry.detail, origin.note),
                entry.body,
                head,
            )
        )
        if entry.outcome == "parked":
            waiting.append((cell_id, last_seq, told(entry.detail), None))
        elif event and entry.outcome != "duplicate":
            ids.append((cell_id, event.id, last_seq))
    bulk.add(core, feed, rows)
    bulk.add(core, booked, ids)
    bulk.add(core, parked, waiting)
    return last_seq, head


def write_keys(
    core: Connection,
    cell_id: str,
    entries: Sequence[Entry],
    keys: Mapping[str, str],
    released: Collection[str],
) -> None:
    """Set keys free, and keep those that booked events hold by `keys`."""
    if released:
        _FREED.run(core, cell_id, released)
    new = [
        (cell_id, key, entry.event.id)
        for entry in entries
        if entry.event is not None and entry.outcome == "booked"
        for key in dict.fromkeys(entry.event.once)
        if keys.get(key) == entry.event.id
    ]
    bulk.add(core, once_key, new)
