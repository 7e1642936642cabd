"""Closed days against the journal: what each counted is added up once more from its rows."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.domain.day_closes import Sums, added, key_prefix
from app.domain.events import Event
from app.domain.facts import DayClosed
from app.domain.figures import NONE
from app.insight.findings import Findings
from app.storage import audit
from app.storage.tables import day_close, journal, receipt
from app.wire.events import UnknownEventError, decode

FILE = "station.db"


def check_closes(
    station: Connection, closes: Iterable[tuple[int, Event]], findings: Findings
) -> int:
    """Check the journal's closes (row number, event), in its order; return how many are right.

    Closes that the journal does not have were made before this till was put back to an old copy:
    they are listed, and only their hub has the rows they counted.
    """
    kept = {row.number: row for row in station.execute(select(day_close))}
    own = {event.id for _, event in closes}
    elsewhere = {row.seq for row in kept.values() if row.event_id not in own}
    counted = number = right = 0
    for seq, event in closes:
        facts = event.facts
        assert isinstance(facts, DayClosed)
        before = findings.seen.total()
        where = f"close {facts.number}, journal row {seq}"
        if facts.number <= number or not _follows(station, event, facts.number, kept.keys()):
            findings.add(FILE, "a closed day is out of number", where)
        if facts.after != counted and not (facts.after > counted and facts.after in elsewhere):
            findings.add(FILE, "a closed day does not begin where the one before ended", where)
        if not (facts.after < facts.seq < seq and _adds_up(station, facts)):
            findings.add(FILE, "a closed day is not what its rows add up to", where)
        row = kept.get(facts.number)
        if row is None or row.event_id != event.id or row.seq != facts.seq:
            findings.add(FILE, "the list of closed days differs from the journal", where)
        elif _unlike(row.body, event):
            findings.add(FILE, "a listed closed day was changed", where)
        right += findings.seen.total() == before
        counted, number = max(counted, facts.seq), max(number, facts.number)
    return right


def _follows(station: Connection, event: Event, number: int, kept: Iterable[int]) -> bool:
    """Say whether the number before is known: listed here, or told of by the feed."""
    if number == 1 or number - 1 in kept:
        return True
    key = f"{key_prefix(event.store, event.till)}{number - 1}"
    return station.execute(select(receipt.c.key).where(receipt.c.key == key)).first() is not None


def _adds_up(station: Connection, facts: DayClosed) -> bool:
    query = (
        select(journal.c.seq, journal.c.hash, journal.c.body)
        .where(journal.c.seq > facts.after, journal.c.seq <= facts.seq)
        .order_by(journal.c.seq)
    )
    sums = Sums(facts.after, facts.after, b"")
    try:
        added(((row.seq, row.hash, decode(row.body)) for row in audit.stream(station, query)), sums)
    except UnknownEventError:
        return False
    return sums.figures != NONE and sums.closed(facts.number, facts.approver) == facts


def _unlike(body: bytes, event: Event) -> bool:
    try:
        return decode(body) != event
    except UnknownEventError:
        return True
