"""What happened in each raffle, kept in the replica: opened, frozen, drawn."""

import sqlite3

from app.domain.events import Event
from app.domain.facts import RaffleDrawn, RaffleFrozen, RaffleOpened
from app.hub.cell import FeedRow

_KEEP = (
    "INSERT OR IGNORE INTO raffle_step (raffle, step, part, seq, hash, body)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:
    """Keep a raffle's event with its place in the feed; the first of each kind counts."""
    if row.outcome != "booked":
        return
    match event.facts:
        case RaffleOpened(raffle=raffle):
            step, part = "opened", 1
        case RaffleFrozen(raffle=raffle, part=part):
            step = "frozen"
        case RaffleDrawn(raffle=raffle):
            step, part = "drawn", 1
        case _:
            return
    cursor.execute(_KEEP, (raffle, step, part, row.seq, row.hash, row.body))
