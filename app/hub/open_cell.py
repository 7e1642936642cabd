"""One cell in a store: books, serves the feed, runs the day-end jobs."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from app.domain.events import Event
from app.domain.programme import Programme
from app.domain.rating import Rules
from app.hub import cell, jobs, programmes, refolding
from app.hub.store import Store, StoreAwayError
from app.storage import failpoints
from app.storage.tables import cell as cell_table
from app.storage.writer import BOOKING, JOBS

T = TypeVar("T")

_LOCKED = (
    select(cell_table.c.programme_seq, cell_table.c.fold_version, cell_table.c.refolded_seq)
    .where(cell_table.c.cell_id == bindparam("of_cell"))
    .with_for_update()
)


class OpenCell:
    """A cell that is in the store already (`cell.found` makes one); safe from any thread."""

    def __init__(self, store: Store, cell_id: str) -> None:
        self.store = store
        self.cell_id = cell_id
        if store.run(lambda core: refolding.is_stale(core, cell_id), JOBS):
            self.refold()
        self._versions: tuple[int, list[tuple[date, Rules]]] = (-1, [])

    def write(self, work: Callable[[Connection], T], priority: int = BOOKING) -> T:
        """Run work in one transaction, by the programme as it is in the store then.

        Raises StoreAwayError while another process makes the accounts anew.
        """

        def informed(core: Connection) -> T:
            # Locked, so that nobody publishes another programme before the COMMIT.
            of = core.execute(_LOCKED, {"of_cell": self.cell_id}).first()
            self._refresh(core, of.programme_seq or 0 if of else 0)
            if of and refolding.is_of_another_fold(of.fold_version, of.refolded_seq):
                raise StoreAwayError("the accounts are being made anew; try again soon")
            return work(core)

        return self.store.run(informed, priority)

    def push(self, batch: cell.Push) -> cell.Acknowledged | cell.SendFrom | cell.Forked:
        """Book a station's batch."""
        answer = self.write(lambda core: cell.push(core, self.cell_id, batch, self.in_force))
        failpoints.reach("push.booked")
        return answer

    def book_own(self, events: Sequence[Event]) -> int:
        """Book events of the cell's own; return the feed's last number."""
        return self.write(lambda core: cell.book_own(core, self.cell_id, events, self.in_force))

    def rows_after(self, after: int, limit: int) -> list[cell.FeedRow]:
        """Return feed rows past a number."""
        with self.store.read() as core:
            return cell.rows_after(core, self.cell_id, after, limit)

    def last_day_ended(self) -> date | None:
        """Return the business date up to which the jobs ran."""
        with self.store.read() as core:
            return jobs.last_day_ended(core, self.cell_id)

    def end_days(self, today: date) -> None:
        """Run the jobs of every business date before `today` that has something due.

        After weeks off, or old receipts, empty days are passed over in one step.
        """
        yesterday = today - timedelta(days=1)
        last = self.last_day_ended() or date.min
        while last < yesterday:
            rules = self.rules_on(today)
            with self.store.read() as core:
                due = jobs.next_due(core, self.cell_id, last, rules) or yesterday
            last = min(yesterday, due)
            self.end_day(last)

    def end_day(self, on: date) -> None:
        """Run the day-end jobs of a business date."""
        jobs.end_day(lambda work: self.write(work, JOBS), self.cell_id, on, self.in_force)

    def programme_of(self, on: date) -> Programme | None:
        """Return the programme in force on a date: the newest published that has begun."""
        rules = self.rules_on(on)
        return rules.programme if rules else None

    def rules_on(self, on: date) -> Rules | None:
        """Return the programme in force on a date, compiled."""
        with self.store.read() as core:
            self._refresh(core, programmes.newest_seq(core, self.cell_id))
        return self.in_force(on)

    def distrust(self) -> None:
        """Have the accounts made anew from the feed, now or when the cell is opened next."""
        self.store.run(lambda core: refolding.distrust(core, self.cell_id), JOBS)

    def refold(self) -> None:
        """Make the accounts anew from the feed where they are stale."""
        refolding.refold(lambda step: self.store.run(step, JOBS), self.cell_id)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def in_force(self, on: date) -> Rules | None:
        """Return what `rules_on` does, without a look at the store; in `write` it is up to date."""
        begun = [rules for start, rules in self._versions[1] if start <= on]
        return begun[-1] if begun else None

    def _refresh(self, core: Connection, seq: int) -> None:
        """Read the programmes anew if another one was published, here or by another process."""
        if seq > self._versions[0]:  # a reader on another thread may be behind who books
            found = programmes.versions(core, self.cell_id)
            compiled = [(one.effective_from or date.min, Rules(one)) for one in found]
            self._versions = (seq, compiled)
