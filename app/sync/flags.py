"""The review list, the guards' counts and the polls' tallies, folded from the feed.

A doubted survey is an entry of its own: the `answered` event is the flag, and what decides it
names that event. So no second event can be lost between them.
"""

import sqlite3

from app.domain.events import Event
from app.domain.facts import Answered, FlagDecided, Flagged
from app.domain.guards import ticks
from app.domain.polls import marks
from app.hub.cell import FeedRow
from app.storage.flags import (
    add_counts,
    add_marks,
    decide_flag,
    flag_by_id,
    flag_of,
    put_flag,
)
from app.wire.events import decode


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:
    """Fold one event of the feed; what lost its once key leaves no trace here."""
    if row.outcome != "booked":
        return
    match event.facts:
        case Flagged() | Answered():
            _raised(cursor, event, row)
        case FlagDecided() as decided:
            _decided(cursor, event, decided)
        case _:
            add_counts(cursor, ticks(event))


def _raised(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:
    flag = flag_of(event, row.body)
    if flag is not None:
        put_flag(cursor, flag)
    elif isinstance(event.facts, Answered):
        _count(cursor, event.facts)


def _decided(cursor: sqlite3.Cursor, event: Event, decided: FlagDecided) -> None:
    flag = flag_by_id(cursor, decided.flag)
    decide_flag(cursor, decided.flag, decided.decision, decided.approver, event.on)
    if flag is not None and flag.body and decided.decision == "approved":
        answered = decode(flag.body).facts
        if isinstance(answered, Answered):
            _count(cursor, answered)


def _count(cursor: sqlite3.Cursor, answered: Answered) -> None:
    add_marks(cursor, answered.survey, answered.version, marks(answered.answers))
