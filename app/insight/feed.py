"""The cell's feed as reports read it: every booked event, in order, with what it was worth."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from app.domain.events import Event
from app.domain.outcomes import worth
from app.storage.base import reader_engine
from app.storage.tables import booked, cell, feed
from app.wire.events import decode

ROWS_AT_ONCE = 500


class FeedElsewhereError(Exception):
    """The shop's whole feed is at its hub; the text says what can be done here, and what there."""


class Booked(NamedTuple):
    """One event with its number in the feed; its effects are those that count."""

    number: int
    event: Event


def events(folder: Path, until: date | None = None) -> Iterator[Booked]:
    """Yield the booked events of a shop up to a business date, oldest booking first."""
    query = (
        select(feed.c.seq, feed.c.outcome, feed.c.body)
        .where(feed.c.outcome.in_(("booked", "worthless")))
        .order_by(feed.c.cell_id, feed.c.seq)
    )
    if until is not None:
        query = query.where(feed.c.on_date <= until)
    engine = reader_engine(file_of(folder))
    try:
        with engine.connect() as core:
            for row in core.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
                yield Booked(row.seq, worth(decode(row.body), row.outcome))
    finally:
        engine.dispose()


def file_of(folder: Path) -> Path:
    """Return the file that has the whole feed; raise FeedElsewhereError at a station of a hub."""
    path = folder / "cell.db"
    if not path.exists():
        raise FeedElsewhereError(
            f"{folder}: this station belongs to a hub and keeps the last 35 days only, so it"
            " cannot tell that. Here you can export members and the journal, and explain a"
            " member's coins; for what all shops moved, on the hub's computer: sikka hub report"
        )
    return path


def open_day(folder: Path) -> date | None:
    """Return the business date after the last one whose jobs ran; None before the first.

    A station of a hub does not know it: None.
    """
    if not (folder / "cell.db").exists():
        return None
    engine = reader_engine(folder / "cell.db")
    try:
        with engine.connect() as core:
            ended: date | None = core.scalar(select(func.max(cell.c.day_ended)))
    finally:
        engine.dispose()
    return ended + timedelta(days=1) if ended else None


class Archive:
    """Single events of the feed by id, for reports that follow a reference; close it."""

    def __init__(self, folder: Path) -> None:
        self._engine = reader_engine(file_of(folder))

    def event(self, event_id: str) -> Event | None:
        """Return a booked event."""
        query = (
            select(feed.c.body)
            .join(booked, (booked.c.cell_id == feed.c.cell_id) & (booked.c.seq == feed.c.seq))
            .where(booked.c.event_id == event_id)
        )
        with self._engine.connect() as core:
            body = core.scalar(query)
        return decode(body) if body else None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
