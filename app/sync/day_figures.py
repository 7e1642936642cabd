"""What days add up to and what members are owed, folded from the feed."""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from app.domain.day_figures import Owed, figures_of, hour_of, owed_to
from app.domain.events import Event
from app.domain.facts import Sold
from app.domain.figures import NONE, Figures
from app.domain.members import MemberState
from app.hub.cell import FeedRow
from app.storage.day_figures import Slot, add_figures, add_owed, drop_figures

KEPT_DAYS: Final = 400


class Adding:
    """The figures of one batch of the feed: added up in memory, written once."""

    def __init__(self) -> None:
        self._sums: dict[Slot, Figures] = {}
        self._before: dict[str, Owed] = {}

    def take(self, event: Event, row: FeedRow) -> None:
        """Add an event with the effects it was booked with.

        What lost its once key was done before by another event; only a bill is one all the same.
        """
        figures = figures_of(event, act=row.outcome == "booked" or isinstance(event.facts, Sold))
        if figures != NONE:
            slot = Slot(event.on, event.store, event.till, event.staff, hour_of(event))
            self._sums[slot] = self._sums.get(slot, NONE).plus(figures)

    def loaded(self, state: MemberState) -> None:
        """Note what a member was owed before the batch."""
        self._before[state.member] = owed_to(state)

    def write(self, cursor: sqlite3.Cursor, changed: Iterable[MemberState]) -> None:
        """Write the sums, and what is owed more or less to the members whose rows changed."""
        add_figures(cursor, self._sums)
        coins = credit_minor = 0
        for state in changed:
            before, after = self._before[state.member], owed_to(state)
            coins += after.coins - before.coins
            credit_minor += after.credit_minor - before.credit_minor
        add_owed(cursor, Owed(coins, credit_minor))


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget days nobody asks for any more."""
    drop_figures(cursor, today - timedelta(days=KEPT_DAYS))
