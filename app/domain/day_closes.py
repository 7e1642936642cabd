"""Closing a till's day: its acts since the last close, added up row by row of the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.day_figures import figures_of
from app.domain.events import Event
from app.domain.facts import DayClosed
from app.domain.figures import NONE, Figures


def key_prefix(store: str, till: str) -> str:
    """Return how the once keys of a till's closes begin."""
    return f"day_close:{store}:{till}:"


def close_key(store: str, till: str, number: int) -> str:
    """Return the once key that guards a till's close with a number."""
    return f"{key_prefix(store, till)}{number}"


@dataclass(slots=True)
class Sums:
    """What the journal's rows past `after` up to `seq` add up to; `hash` is of row `seq`.

    Rows are added in their order. What adds nothing to any figure has no date either.
    """

    after: int
    seq: int
    hash: bytes
    figures: Figures = NONE
    dates: set[date] = field(default_factory=set)
    by_staff: dict[str, Figures] = field(default_factory=dict)

    def add(self, seq: int, row_hash: bytes, event: Event) -> None:
        """Add the next row."""
        self.seq, self.hash = seq, row_hash
        more = figures_of(event)
        if more != NONE:
            self.figures = self.figures.plus(more)
            self.dates.add(event.on)
            self.by_staff[event.staff] = self.by_staff.get(event.staff, NONE).plus(more)

    def closed(self, number: int, approver: str) -> DayClosed:
        """Return the close of these rows; there must be some that add something."""
        return DayClosed(
            number=number,
            after=self.after,
            seq=self.seq,
            hash=self.hash.hex(),
            first_on=min(self.dates),
            last_on=max(self.dates),
            days=len(self.dates),
            figures=self.figures,
            by_staff=tuple(sorted(self.by_staff.items())),
            approver=approver,
        )


def added(rows: Iterable[tuple[int, bytes, Event]], sums: Sums) -> Sums:
    """Add rows (number, hash, event) and return the sums."""
    for row in rows:
        sums.add(*row)
    return sums
