"""A restored hub takes its lost rows back from whoever has them, signed by itself, once each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from app.domain.chain import CHAIN_START
from app.domain.events import Event
from app.hub.backups import Backup
from app.hub.cell import FeedRow, Push, found
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.hub.refill import RefillError, book_missing, refill
from app.hub.store import SqliteStore, Store
from app.hub.trust import is_signed
from app.insight.hub_doctor import examine_cell
from app.storage.rows import unpack_state
from app.storage.tables import account, booked, cell_secret, feed, parked
from app.wire.events import UnknownEventError, decode
from app.wire.sync import RefillAsk, feed_text
from tests.helpers.hub import bodies_of
from tests.helpers.hub_stores import CELL, KEY, backup_of, busy_store, restored
from tests.helpers.shops import number

pytestmark = pytest.mark.slow

UNKNOWN = b'{"v":1,"kind":"teleported"}'


class Lost:
    """A store, its backup from the morning, and what its feed had after that."""

    def __init__(self, backup: Backup, rows: list[FeedRow], states: dict[str, bytes]) -> None:
        self.backup = backup
        self.rows = rows
        self.states = states


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Lost:
    """A hub that was backed up empty, and a whole day of its feed."""
    folder = tmp_path_factory.mktemp("lost")
    empty = folder / "empty"
    whole = busy_store(folder / "whole")
    store = SqliteStore(folder / "early.db")
    try:
        early(whole, store)
        morning = backup_of(store, empty)
        opened = OpenCell(whole, CELL)
        opened.push(Push(number("newer"), 1, 1, CHAIN_START, (UNKNOWN,)))
        return Lost(morning, opened.rows_after(0, 1000), states_of(whole))
    finally:
        store.close()
        whole.close()


def early(whole: Store, store: Store) -> None:
    """Let the second store stand where the first one began."""
    store.run(lambda core: found(core, CELL))
    with whole.read() as core:
        secret = core.execute(select(cell_secret)).one()
    store.run(lambda core: core.execute(insert(cell_secret).values(tuple(secret))))


def states_of(store: Store) -> dict[str, bytes]:
    with store.read() as core:
        return {row.member: row.state for row in core.execute(select(account))}


def asked(rows: list[FeedRow], previous: bytes = CHAIN_START, incarnation: int = 1) -> RefillAsk:
    last = rows[-1]
    signature = KEY.sign(feed_text(CELL, incarnation, last.seq, last.hash))
    triples = tuple((row.seq, row.body, row.hash) for row in rows)
    return RefillAsk(incarnation, previous, triples, signature)


def is_ours(text: bytes, signature: bytes) -> bool:
    return is_signed(KEY.public, signature, text)


@pytest.fixture(params=["sqlite", "postgres"])
def hub(request: pytest.FixtureRequest, tmp_path: Path, lost: Lost) -> Iterator[OpenCell]:
    """The hub put back from its morning."""
    store: Store
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "hub.db")
    else:
        store = PostgresStore(request.getfixturevalue("postgres_url"))
    try:
        yield restored(lost.backup, store)
    finally:
        store.close()


def ids_in(rows: list[FeedRow]) -> set[str]:
    return {event.id for row in rows if (event := read(row.body)) is not None}


def read(body: bytes) -> Event | None:
    try:
        return decode(body)
    except UnknownEventError:
        return None


def balances(states: dict[str, bytes]) -> dict[str, tuple[int, int, int]]:
    read = {member: unpack_state(state) for member, state in states.items()}
    return {
        member: (sum(lot.amount for lot in state.lots), state.earned, state.spent)
        for member, state in read.items()
    }


def test_every_lost_event_is_booked_and_the_accounts_are_what_they_were(hub: OpenCell, lost: Lost):
    assert refill(hub, asked(lost.rows), is_ours) > 0
    with hub.store.read() as core:
        have = set(core.execute(select(booked.c.event_id)).scalars())
        assert have == ids_in(lost.rows)
        assert examine_cell(core, CELL).findings == ()
    assert balances(states_of(hub.store)) == balances(lost.states)


def test_the_same_rows_again_change_nothing(hub: OpenCell, lost: Lost):
    refill(hub, asked(lost.rows), is_ours)
    rows = hub.rows_after(0, 1000)
    assert refill(hub, asked(lost.rows), is_ours) == 0
    assert hub.rows_after(0, 1000) == rows


def test_rows_that_overlap_are_booked_once(hub: OpenCell, lost: Lost):
    middle = len(lost.rows) // 2
    refill(hub, asked(lost.rows[: middle + 3]), is_ours)
    refill(hub, asked(lost.rows[middle:], lost.rows[middle - 1].hash), is_ours)
    with hub.store.read() as core:
        found = [row.event_id for row in core.execute(select(feed.c.event_id)) if row.event_id]
    assert sorted(found) == sorted(ids_in(lost.rows))


def test_what_cannot_be_read_is_parked_once(hub: OpenCell, lost: Lost):
    for _ in range(2):
        refill(hub, asked(lost.rows), is_ours)
    with hub.store.read() as core:
        assert len(core.execute(select(parked)).all()) == 1


def test_a_lane_that_comes_after_it_brings_duplicates(hub: OpenCell, lost: Lost):
    refill(hub, asked(lost.rows), is_ours)
    end = hub.rows_after(0, 1000)[-1].seq
    own = [row for row in lost.rows if row.station_id == number("a")]
    hub.push(Push(number("a"), 1, 1, CHAIN_START, tuple(row.body for row in own)))
    assert {row.outcome for row in hub.rows_after(end, 1000)} == {"duplicate"}


def test_nobody_slips_in_what_the_hub_never_signed(hub: OpenCell, lost: Lost):
    good = asked(lost.rows)
    forged = RefillAsk(good.incarnation, good.previous, good.rows, bytes(64))
    other_time = RefillAsk(good.incarnation + 1, good.previous, good.rows, good.signature)
    for ask in (forged, other_time):
        with pytest.raises(RefillError, match="signature"):
            refill(hub, ask, is_ours)
    assert hub.rows_after(0, 1000) == []


@given(st.data())
def test_a_changed_row_is_refused(lost: Lost, data: st.DataObject):
    class Never:
        cell_id = CELL

    rows = list(lost.rows)
    at = data.draw(st.integers(0, len(rows) - 1))
    kind = data.draw(st.sampled_from(["body", "seq", "hash", "missing", "twice"]))
    row = rows[at]
    if kind == "body":
        rows[at] = row._replace(body=row.body + b" ")
    elif kind == "seq":
        rows[at] = row._replace(seq=row.seq + 1)
    elif kind == "hash":
        rows[at] = row._replace(hash=bytes(32))
    elif kind == "missing":
        at = min(max(at, 1), len(rows) - 2)
        del rows[at]
    else:
        rows.insert(at, row)
    with pytest.raises(RefillError):
        refill(Never(), asked(rows), is_ours)  # type: ignore[arg-type]


def test_what_was_parked_and_booked_after_all_is_booked_again(tmp_path: Path):
    """The row that was parked may come back alone, from another station than the later one."""
    (body,) = bodies_of("asha")
    store = SqliteStore(tmp_path / "hub.db")
    try:
        store.run(lambda core: found(core, CELL))

        def again(*without: bytes) -> int:
            return store.run(lambda core: book_missing(core, CELL, [body], lambda _: None, without))

        assert [again(body), again(body), again(), again(), again(body)] == [1, 0, 1, 0, 0]
    finally:
        store.close()
