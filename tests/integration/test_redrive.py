"""What an older program parked is booked by one that can read it: once, and naming the row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.domain.chain import CHAIN_START
from app.domain.facts import Enrolled, Personal
from app.hub.cell import Push
from app.hub.open_cell import OpenCell
from app.hub.redrive import redrive
from app.hub.store import SqliteStore
from app.insight.hub_doctor import examine_cell
from app.storage.tables import booked, feed, lane, parked
from app.wire.events import encode
from tests.helpers.hub_stores import CELL, NOW, busy_store
from tests.helpers.ledger import event
from tests.helpers.shops import number

pytestmark = pytest.mark.slow

STATION = number("b")
KNOWN = encode(event("enrolled", Enrolled(Personal(), "en", "1", marketing=False), (), NOW.date(),
                     "known"))  # fmt: skip
UNKNOWN = KNOWN.replace(b'"kind":"enrolled"', b'"kind":"teleported"')


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenCell]:
    """A cell to which a newer station has pushed what it cannot read, yet."""
    store: SqliteStore = busy_store(tmp_path)
    try:
        yield OpenCell(store, CELL)
    finally:
        store.close()


def park(opened: OpenCell, body: bytes = UNKNOWN) -> int:
    """Push a body that gets parked; return its feed number."""
    opened.push(Push(STATION, 1, 1, CHAIN_START, (body,)))
    with opened.store.read() as core:
        return int(core.execute(select(parked.c.seq)).scalar_one())


def learn(opened: OpenCell, seq: int, body: bytes = KNOWN) -> None:
    """Let the program understand the row, as after an update."""
    statement = update(feed).where(feed.c.seq == seq).values(body=body)
    opened.store.run(lambda core: core.execute(statement))


def resolved(opened: OpenCell) -> int | None:
    with opened.store.read() as core:
        seq: int | None = core.execute(select(parked.c.resolved_seq)).scalar_one()
    return seq


def test_what_still_cannot_be_read_stays_parked(opened: OpenCell):
    seq = park(opened)
    assert redrive(opened) == 0
    assert resolved(opened) is None
    assert len(opened.rows_after(seq, 10)) == 0


def test_what_can_be_read_now_is_booked_once_and_names_its_row(opened: OpenCell):
    seq = park(opened)
    learn(opened, seq)
    assert redrive(opened) == 1
    rows = opened.rows_after(seq, 10)
    assert (rows[0].outcome, rows[0].detail, rows[0].body) == ("booked", f"of {seq}", KNOWN)
    assert (rows[0].station_id, rows[0].lane_seq) == ("", 0)
    assert resolved(opened) == rows[0].seq
    assert redrive(opened) == 0
    assert opened.rows_after(seq, 10) == rows


def test_the_lane_stays_where_it_was(opened: OpenCell):
    query = select(lane.c.last_seq, lane.c.head).where(lane.c.station_id == STATION)
    seq = park(opened)
    learn(opened, seq)
    with opened.store.read() as core:
        before = core.execute(query).one()
    redrive(opened)
    with opened.store.read() as core:
        assert core.execute(query).one() == before


def test_an_event_that_came_by_another_way_meanwhile_is_not_booked_again(opened: OpenCell):
    seq = park(opened)
    learn(opened, seq)
    opened.push(Push(number("c"), 1, 1, CHAIN_START, (KNOWN,)))
    end = opened.rows_after(seq, 10)[-1].seq
    assert redrive(opened) == 1
    with opened.store.read() as core:
        where = (booked.c.cell_id == CELL) & (booked.c.event_id == number("known"))
        assert resolved(opened) == core.execute(select(booked.c.seq).where(where)).scalar_one()
    assert opened.rows_after(end, 10) == []


@pytest.mark.parametrize("reason", ["revoked", "broken: coins below zero"])
def test_what_a_person_must_decide_is_left_alone(opened: OpenCell, reason: str):
    seq = park(opened)
    learn(opened, seq)
    opened.store.run(lambda core: core.execute(update(parked).values(reason=reason)))
    assert redrive(opened) == 0
    assert resolved(opened) is None


def test_the_doctor_finds_nothing_wrong_with_a_row_that_waits(opened: OpenCell):
    park(opened)
    with opened.store.read() as core:
        assert examine_cell(core, CELL).findings == ()


def test_many_rows_are_booked_in_the_order_they_came(opened: OpenCell):
    names = [f"m{at}" for at in range(60)]
    facts = Enrolled(Personal(), "en", "1", marketing=False)
    bodies = {name: encode(event("enrolled", facts, (), NOW.date(), name)) for name in names}
    unknown = tuple(one.replace(b'"enrolled"', b'"teleported"') for one in bodies.values())
    first = opened.rows_after(0, 1000)[-1].seq + 1
    opened.push(Push(STATION, 1, 1, CHAIN_START, unknown))
    for at, body in enumerate(bodies.values()):
        learn(opened, first + at, body)
    assert redrive(opened) == 60
    rows = opened.rows_after(first + 59, 100)
    assert [row.body for row in rows if row.detail.startswith("of ")] == list(bodies.values())
