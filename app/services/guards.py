"""Watching what this station recorded for what somebody should look at (LEDGER.md 26).

It runs after booking, never while a sale is recorded, and looks at each own event once: a
station that starts again looks at a few of them twice and raises nothing twice.
"""

import threading
from datetime import date, timedelta
from functools import partial
from typing import Final

from app.domain.events import Event
from app.domain.facts import Flagged
from app.domain.guards import Count, Trip, ticks, trips
from app.domain.ids import derived_id
from app.services.shop import Moment, Shop
from app.storage import sales as sale_rows
from app.storage.flags import counted
from app.storage.station import write_meta
from app.storage.writer import Tx
from app.wire.events import decode

EVENTS_AT_ONCE: Final = 500
_SEEN: Final = "watched_seq"


class Watch:
    """What a station has looked at so far; safe to use from any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._seen = -1
        self._looking = threading.Lock()

    def look(self) -> bool:
        """Look at the own events booked since last time; say whether anything was raised."""
        raised = False
        with self._looking:
            if self._seen < 0:
                self._seen = self._kept()
            while self._seen < self._shop.db.own_seq:
                raised = self._step() or raised
        return raised

    def _step(self) -> bool:
        shop = self._shop
        rows = shop.db.unsent(self._seen, EVENTS_AT_ONCE)
        booked = [(seq, body) for seq, body, _ in rows if seq <= shop.db.own_seq]
        if not booked:
            self._seen = shop.db.own_seq  # rows that an older copy of the journal does not have
            return False
        with shop.db.cursor(None) as cursor:
            count = partial(counted, cursor)
            found = [one for _, body in booked for one in self._found(decode(body), count)]
        seen = booked[-1][0]
        # Written with what was raised, else seldom: a sale must not cost a commit more.
        raised = self._raise(found, seen) if found or len(booked) == EVENTS_AT_ONCE else False
        self._seen = seen
        return raised

    def _found(self, event: Event, count: Count) -> list[tuple[Event, Trip]]:
        if not ticks(event):
            return []
        terms = self._shop.rules_of(event.programme).programme.guards
        return [(event, trip) for trip in trips(terms, event, count)]

    def _flag(self, cause: Event, trip: Trip) -> Event:
        return self._shop.event(
            "flagged",
            Flagged(trip.guard, trip.subject, trip.detail),
            staff=cause.staff,
            # One entry for each subject and day, whichever station finds it first.
            once=(_key(trip, cause.on),),
            event_id=derived_id(cause.id, trip.guard),
            moment=Moment(cause.at_ms, cause.offset_min, cause.on, 0),
        )

    def _raise(self, found: list[tuple[Event, Trip]], seen: int) -> bool:
        def decide(tx: Tx) -> tuple[tuple[Event, ...], bool]:
            flags = []
            for cause, trip in found:
                if not _is_known(tx, trip, cause.on):
                    flag = self._flag(cause, trip)
                    sale_rows.keep_key(tx.cursor, flag.once[0], flag.id)
                    flags.append(flag)
            write_meta(tx.cursor, _SEEN, seen)
            return tuple(flags), bool(flags)

        return self._shop.record(decide)

    def _kept(self) -> int:
        with self._shop.db.cursor(None) as cursor:
            row = cursor.execute("SELECT value FROM meta WHERE key = ?", (_SEEN,)).fetchone()
        return int(row[0]) if row else 0


def _key(trip: Trip, on: date) -> str:
    return f"flagged:{trip.guard}:{trip.subject}:{on}"


def _is_known(tx: Tx, trip: Trip, on: date) -> bool:
    """Say whether it was raised already on one of the days that it looked at."""
    days = (on - timedelta(days=back) for back in range(trip.days))
    return any(sale_rows.owner_of_key(tx.cursor, _key(trip, day)) for day in days)
