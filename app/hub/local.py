"""A cell in a SQLite file: what one shop without a server runs inside the counter."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from app.domain.events import Event
from app.domain.programme import Programme
from app.domain.rating import Rules
from app.hub import cell, jobs, programmes, refolding
from app.storage import base, failpoints
from app.storage.writer import BOOKING, JOBS, Tx, Writer, make_tables

T = TypeVar("T")


class LocalCell:
    """Owns cell.db: books, serves the feed, runs the day-end jobs."""

    def __init__(self, folder: Path, cell_id: str) -> None:
        self.path = folder / "cell.db"
        self.cell_id = cell_id
        self._writer = Writer(self.path)
        self._writer.run(self._create)
        if self._run(lambda core: refolding.is_stale(core, cell_id), JOBS):
            self.refold()
        self._readers = base.reader_engine(self.path)
        self._versions: list[tuple[date, Rules]] | None = None

    def push(self, batch: cell.Push) -> cell.Acknowledged | cell.SendFrom | cell.Forked:
        """Book a station's batch."""
        answer = self._run(
            lambda core: cell.push(core, self.cell_id, batch, self.rules_on), BOOKING
        )
        failpoints.reach("push.booked")
        return answer

    def book_own(self, events: Sequence[Event]) -> int:
        """Book events of the cell's own: programme, staff."""
        seq = self._run(
            lambda core: cell.book_own(core, self.cell_id, events, self.rules_on), BOOKING
        )
        self._versions = None
        return seq

    def rows_after(self, after: int, limit: int) -> list[cell.FeedRow]:
        """Return feed rows past a number."""
        with self._readers.connect() as core:
            return cell.rows_after(core, self.cell_id, after, limit)

    def last_day_ended(self) -> date | None:
        """Return the business date up to which the jobs ran."""
        with self._readers.connect() as core:
            return jobs.last_day_ended(core, self.cell_id)

    def end_days(self, today: date) -> None:
        """Run the jobs of every business date before `today` that has something due.

        After weeks off, or old receipts, empty days are passed over in one step.
        """
        yesterday = today - timedelta(days=1)
        last = self.last_day_ended() or date.min
        while last < yesterday:
            rules = self.rules_on(today)
            with self._readers.connect() as core:
                due = jobs.next_due(core, self.cell_id, last, rules) or yesterday
            last = min(yesterday, due)
            self.end_day(last)

    def end_day(self, on: date) -> None:
        """Run the day-end jobs of a business date."""
        jobs.end_day(lambda work: self._run(work, JOBS), self.cell_id, on, self.rules_on)

    def programme_of(self, on: date) -> Programme | None:
        """Return the programme in force on a date: the newest published that has begun."""
        rules = self.rules_on(on)
        return rules.programme if rules else None

    def rules_on(self, on: date) -> Rules | None:
        """Return the programme in force on a date, compiled."""
        if self._versions is None:
            self._versions = self._read_versions()
        begun = [rules for start, rules in self._versions if start <= on]
        return begun[-1] if begun else None

    def distrust(self) -> None:
        """Have the accounts made anew from the feed, now or when the cell is opened next."""
        self._run(lambda core: refolding.distrust(core, self.cell_id), JOBS)

    def refold(self) -> None:
        """Make the accounts anew from the feed where they are stale."""
        refolding.refold(lambda step: self._run(step, JOBS), self.cell_id)

    def close(self) -> None:
        """Close the file."""
        self._readers.dispose()
        self._writer.close()

    def _create(self, tx: Tx) -> None:
        make_tables(tx, "cell")
        cell.found(tx.core, self.cell_id)

    def _run(self, work: Callable[[Connection], T], priority: int) -> T:
        return self._writer.run(lambda tx: work(tx.core), priority)

    def _read_versions(self) -> list[tuple[date, Rules]]:
        with self._readers.connect() as core:
            found = programmes.versions(core, self.cell_id)
        return [(one.effective_from or date.min, Rules(one)) for one in found]
