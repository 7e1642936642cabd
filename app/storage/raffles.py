"""The events of a raffle, with their places in the feed."""

import sqlite3
from typing import NamedTuple


class StepRow(NamedTuple):
    """One event (`opened`, `frozen`, `drawn`): feed number, chain hash there, the event's bytes."""

    step: str
    part: int
    seq: int
    hash: bytes
    body: bytes


def steps_of(cursor: sqlite3.Cursor, raffle: str) -> list[StepRow]:
    """Return a raffle's events in the order of the feed."""
    rows = cursor.execute(
        "SELECT step, part, seq, hash, body FROM raffle_step WHERE raffle = ? ORDER BY seq",
        (raffle,),
    )
    return [StepRow(*row) for row in rows]


def raffles(cursor: sqlite3.Cursor) -> list[str]:
    """Return the raffles anything is known of, in the order in which they were opened."""
    rows = cursor.execute("SELECT raffle FROM raffle_step GROUP BY raffle ORDER BY min(seq)")
    return [row[0] for row in rows]
