"""What waits to be handed over and what was, folded from the feed."""

import sqlite3
from datetime import date, timedelta
from typing import Final

from app.domain.effects import Claim, Unclaim, Withdraw
from app.domain.events import Event
from app.domain.members import MemberState, voucher_of
from app.domain.pickups import handed, ticketed
from app.hub.cell import FeedRow
from app.storage.pickups import drop_pickups, put_handed, put_ticketed, set_waiting

KEPT_DAYS: Final = 7
"""The screens show one day; a station may learn of it some days late."""


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow, state: MemberState | None) -> None:
    """Fold one event of the feed; what lost its once key hands over nothing.

    `state` is the living member's after the event. Whether a voucher waits is read there: a hub
    put back to an old copy may book its claim before it.
    """
    if row.outcome != "booked" or state is None:
        return
    given = ticketed(event)
    if given is not None:
        put_ticketed(cursor, given._replace(waiting=_is_live(state, given.voucher)))
    done = handed(event)
    if done is not None:
        put_handed(cursor, done)
    for effect in event.effects:
        if isinstance(effect, Claim | Withdraw | Unclaim):
            set_waiting(cursor, effect.voucher, waiting=_is_live(state, effect.voucher))


def _is_live(state: MemberState, voucher: str) -> bool:
    held = voucher_of(state, voucher)
    return held is not None and held.status == "live"


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget what no screen shows any more."""
    drop_pickups(cursor, today - timedelta(days=KEPT_DAYS))
