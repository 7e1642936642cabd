"""What waits to be handed over and what was, folded from the feed."""

import sqlite3
from datetime import date, timedelta
from typing import Final

from app.domain.effects import Claim, Unclaim, Withdraw
from app.domain.events import Event
from app.domain.pickups import handed, ticketed
from app.hub.cell import FeedRow
from app.storage.pickups import drop_pickups, put_handed, put_ticketed, set_waiting

KEPT_DAYS: Final = 7
"""The screens show one day; a station may learn of it some days late."""


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:
    """Fold one event of the feed; what lost its once key hands over nothing."""
    if row.outcome != "booked":
        return
    given = ticketed(event)
    if given is not None:
        put_ticketed(cursor, given)
    done = handed(event)
    if done is not None:
        put_handed(cursor, done)
    for effect in event.effects:
        match effect:
            case Claim(voucher=voucher) | Withdraw(voucher=voucher):
                set_waiting(cursor, voucher, waiting=False)
            case Unclaim(voucher=voucher):
                set_waiting(cursor, voucher, waiting=True)
            case _:
                pass


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget what no screen shows any more."""
    drop_pickups(cursor, today - timedelta(days=KEPT_DAYS))
