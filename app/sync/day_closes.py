"""Closes that this till made before it was put back to an old copy: the feed remembers them."""

import sqlite3

from app.domain.events import Event
from app.domain.facts import DayClosed
from app.hub.cell import FeedRow
from app.storage.day_closes import CloseRow, keep_close


def project(
    cursor: sqlite3.Cursor, event: Event, row: FeedRow, station_id: str, own_seq: int
) -> None:
    """Keep a close of this station that its journal has lost.

    It counted all rows that the old journal and this one share. A lane is booked in its order,
    so these are the own rows that have come back before it; `own_seq` is the last in this batch.
    """
    if isinstance(event.facts, DayClosed) and row.station_id == station_id:
        kept = cursor.execute("SELECT value FROM meta WHERE key = 'own_seq'").fetchone()
        shared = max(own_seq, int(kept[0]) if kept else 0)
        number = event.facts.number
        keep_close(cursor, CloseRow(number, event.id, event.on, event.at_ms, shared, row.body))
