"""Calls for help and who answered them, folded from the feed."""

import sqlite3
from datetime import date, timedelta
from typing import Final

from app.domain.events import Event
from app.domain.facts import HelpAnswered, HelpCalled
from app.hub.cell import FeedRow
from app.storage.calls import answer, call_of, drop_calls, put_call

KEPT_DAYS: Final = 1


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:
    """Fold one event of the feed."""
    if row.outcome != "booked":
        return
    match event.facts:
        case HelpCalled():
            put_call(cursor, call_of(event))
        case HelpAnswered(call=call):
            answer(cursor, call)
        case _:
            pass


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget calls that no screen shows any more."""
    drop_calls(cursor, today - timedelta(days=KEPT_DAYS))
