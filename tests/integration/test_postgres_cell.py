"""The cell books the same on SQLite and on a real PostgreSQL, whatever it is sent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.chain import CHAIN_START, link
from app.domain.events import Event
from app.domain.facts import Enrolled, Personal
from app.hub.cell import (
    Acknowledged,
    Forked,
    SendFrom,
    book_own,
    rows_after,
)
from app.services.returns import ReturnAsk, record_return
from app.services.voids import claim_sale, undo_sale
from app.storage import tables
from app.wire.events import encode
from tests.helpers.cell_bases import (
    CELL,
    STATION,
    Base,
    heads,
    in_force,
    sqlite_base,
)
from tests.helpers.ledger import event as member_event
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    enrol,
    goods,
    later,
    merge,
    new_station,
    number,
    sell,
)
from tests.helpers.stores import ENGINES, SERVERS, store_on

pytestmark = pytest.mark.slow


@pytest.fixture(params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    with store_on(request.param, tmp_path, request) as store:
        yield Base(store)


@pytest.fixture(params=ENGINES)
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    with store_on(request.param, tmp_path, request) as store:
        yield Base(store)


@pytest.fixture(scope="module")
def lane(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What a station's journal holds after a day of everything."""
    with new_station(tmp_path_factory.mktemp("station")) as station:
        shop = station.shop
        asha, ravi, double = enrol(shop), enrol(shop, "ravi"), enrol(shop, "double")
        first = sell(shop, "B-1", goods("a", 400_000, 2), member=asha)
        sell(shop, "B-2", goods("b", 20_000), member=asha, coins=50)
        guest = sell(shop, "B-3", 45_000)
        claim_sale(shop, STAFF, SUPERVISOR, guest.sale, ravi)
        undone = sell(shop, "B-4", 12_000, member=ravi)
        undo_sale(shop, STAFF, undone.sale)
        sell(shop, "B-4", 13_000, member=double)
        record_return(shop, STAFF, ReturnAsk(shop.mint(), "R-1", first.sale, ((0, 1000),)))
        merge(shop, asha, double)
        later(shop, days=1)
        sell(shop, "B-5", goods("a", 400_000, 2), member=double)
        return [body for _, body, _ in station.db.unsent(0, 1000)]


def booked_in(base: Base, lane: list[bytes], size: int) -> None:
    head = heads(lane)
    for at in range(0, len(lane), size):
        part = lane[at : at + size]
        answer = base.push(part, at + 1, head[at])
        assert answer == Acknowledged(at + len(part), head[at + len(part)])


@pytest.mark.parametrize("size", [1, 3, 200])
def test_both_engines_write_the_same_rows(
    lane: list[bytes], server: Base, tmp_path: Path, size: int
):
    with sqlite_base(tmp_path) as sqlite:
        for base in (sqlite, server):
            booked_in(base, lane, size)
            for days in range(2, 130, 20):
                base.end_day(MORNING.date() + timedelta(days=days))
        assert sqlite.everything() == server.everything()
        kinds = {outcome for outcome, _ in server.outcomes()}
        assert kinds == {"booked"}
        assert len(server.everything()["account"]) == 3


def test_numbers_have_no_holes_and_the_chain_holds(lane: list[bytes], base: Base):
    booked_in(base, lane, 4)
    with base.store.read() as core:
        rows = rows_after(core, CELL, 0, 1000)
        cell = core.execute(sa.select(tables.cell)).one()
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    head = CHAIN_START
    for row in rows:
        head = link(head, row.seq, row.body)
        assert row.hash == head
    assert (cell.last_seq, cell.head) == (len(rows), head)
    assert len(rows) > len(lane), "tiers were reached and lost"


def test_what_is_pushed_twice_is_booked_once(lane: list[bytes], base: Base):
    booked_in(base, lane, 5)
    before = base.everything()
    head = heads(lane)
    assert base.push(lane) == Acknowledged(len(lane), head[-1])
    assert base.push(lane[3:7], 4, head[3]) == Acknowledged(len(lane), head[-1])
    assert base.everything() == before


def test_a_batch_that_was_half_known_adds_only_the_rest(lane: list[bytes], base: Base):
    head = heads(lane)
    base.push(lane[:4])
    assert base.push(lane[2:], 3, head[2]) == Acknowledged(len(lane), head[-1])
    rows = [row for row in base.everything()["feed"] if row[5] == STATION]
    assert len(rows) == len(lane)


def test_the_same_events_in_another_lane_are_duplicates(lane: list[bytes], base: Base):
    booked_in(base, lane, 200)
    accounts = base.accounts()
    base.push(lane, station=number("restored"))
    assert base.accounts() == accounts
    again = base.outcomes()[-len(lane) :]
    assert {outcome for outcome, _ in again} == {"duplicate"}
    assert all(detail.startswith("of ") for _, detail in again)


def test_a_hole_is_asked_for(lane: list[bytes], base: Base):
    head = heads(lane)
    assert base.push(lane[2:], 3, head[2]) == SendFrom(0, CHAIN_START)
    base.push(lane[:2])
    before = base.everything()
    assert base.push(lane[4:], 5, head[4]) == SendFrom(2, head[2])
    assert base.everything() == before


def test_another_history_is_a_fork(lane: list[bytes], base: Base):
    head = heads(lane)
    base.push(lane[:4])
    before = base.everything()
    other = [*lane[:3], lane[4]]
    assert base.push(other) == Forked(4)
    assert base.push([lane[5]], 5, link(head[3], 4, lane[4])) == Forked(4)
    assert base.everything() == before


LONG = "9" * 300


def misfits() -> list[bytes]:
    """Authentic bodies that no table can hold or no program can read."""
    enrolled = Enrolled(Personal(), "en", "1", marketing=False)
    good = member_event("enrolled", enrolled, (), MORNING.date(), "x")
    return [
        b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"v":99,"id":"x"}',
        encode(replace(good, id="short")),
        encode(replace(good, id=LONG)),
        encode(replace(good, member=LONG)),
        encode(replace(good, member="a\0b")),
        encode(replace(good, once=(f"receipt:{LONG}",))),
        encode(replace(good, once=("receipt:\0",))),
        encode(replace(good, releases=(LONG,))),
    ]  # fmt: skip


def test_what_cannot_be_booked_is_parked_and_blocks_nothing(lane: list[bytes], base: Base):
    bodies = [lane[0], *misfits(), *lane[1:]]
    assert base.push(bodies) == Acknowledged(len(bodies), heads(bodies)[-1])
    outcomes = base.outcomes()
    parked = [detail for outcome, detail in outcomes if outcome == "parked"]
    assert len(parked) == len(misfits())
    assert all(0 < len(detail) <= 200 for detail in parked)
    assert [outcome for outcome, _ in outcomes].count("booked") >= len(lane)


@pytest.mark.parametrize("bill", ["B" * 60, "B\"7\\\\, {NULL} 'x'"])
def test_of_two_bills_with_one_number_the_second_counts_for_nothing(
    base: Base, tmp_path: Path, bill: str
):
    def bill_of(till: str, *, undone: bool) -> list[bytes]:
        with new_station(tmp_path / till) as station:
            shop = station.shop
            sale = sell(shop, bill, goods("a", 50_000), member=enrol(shop))
            if undone:
                undo_sale(shop, STAFF, sale.sale)
            return [body for _, body, _ in station.db.unsent(0, 1000)]

    first, second = bill_of("one", undone=False), bill_of("two", undone=True)
    base.push(first)
    accounts = base.everything()["account"]
    keys = base.everything()["once_key"]
    base.push(second, station=number("b"))
    assert [outcome for outcome, _ in base.outcomes()][-2] == "worthless"
    kept = [key for key in base.everything()["once_key"] if not key[1].startswith("void")]
    assert kept == keys, "the void of the loser frees nothing"
    assert len(base.everything()["account"]) == len(accounts)


def test_a_job_that_runs_again_changes_nothing(lane: list[bytes], base: Base):
    booked_in(base, lane, 200)
    last = MORNING.date() + timedelta(days=500)
    base.end_day(last)
    before = base.everything()
    base.end_day(last)
    assert base.everything() == before
    assert [row for row in before["account"] if row[3] is not None and row[3] <= last] == []


def test_an_event_of_the_cell_is_booked_once(base: Base):
    one = Event(number("e"), "enrolled", number("m"), "", "", "", "", MORNING.date(), 0, 0,
                Enrolled(Personal(), "en", "1", marketing=False))  # fmt: skip
    for _ in range(2):
        assert base.store.run(lambda core: book_own(core, CELL, [one], in_force)) == 1
