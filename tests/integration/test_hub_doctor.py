"""`sikka hub doctor` finds nothing in a healthy cell and every single change, on both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from app.domain.chain import CHAIN_START, link
from app.domain.members import MemberState
from app.hub import stations
from app.hub.backups import Backup
from app.hub.cell import Acknowledged, Push
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.hub.store import SqliteStore, Store
from app.insight.hub_doctor import CellReport, examine_store
from app.storage.rows import pack, unpack_state
from app.storage.tables import account, booked, cell, feed, hold, hold_key, lane, once_key, parked
from app.wire.sync import EpochAsk
from tests.helpers.hub import bodies_of
from tests.helpers.hub_stores import CELL, NOW_MS, backup_of, busy_store, hear, restored
from tests.helpers.shops import number

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Backup:
    """A backup of a busy store."""
    folder = tmp_path_factory.mktemp("busy")
    store = busy_store(folder)
    try:
        return backup_of(store, folder / "backups")
    finally:
        store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path, made: Backup) -> Iterator[Store]:
    """A busy store of either kind."""
    opened: Store
    if request.param == "sqlite":
        opened = SqliteStore(tmp_path / "hub.db")
    else:
        opened = PostgresStore(request.getfixturevalue("postgres_url"))
    try:
        restored(made, opened)
        yield opened
    finally:
        opened.close()


def examined(store: Store) -> CellReport:
    with store.read() as core:
        (report,) = examine_store(core)
    return report


def test_a_healthy_cell_is_counted_and_nothing_is_found(store: Store, made: Backup):
    report = examined(store)
    assert report.findings == ()
    assert report.feed_rows == made.rows["feed"]
    assert report.members == made.rows["account"]


class Copied:
    """A station that is put back to old copies of itself, by hand."""

    def __init__(self, store: Store) -> None:
        hear(store, "copied", NOW_MS, None)
        self.cell = OpenCell(store, CELL)
        self.epoch = 1

    def known(self, core: Connection) -> stations.Known:
        found = stations.station_of(core, number("copied"))
        assert found is not None
        return found

    def push(self, after: int, head: bytes, *names: str) -> list[bytes]:
        """Send rows past a number with its hash; return the hash of each."""
        bodies = tuple(bodies_of(*names))
        answer = self.cell.push(Push(number("copied"), self.epoch, after + 1, head, bodies))
        assert isinstance(answer, Acknowledged)
        hashes = []
        for seq, body in enumerate(bodies, after + 1):
            head = link(head, seq, body)
            hashes.append(head)
        return hashes

    def put_back(self, base: int, head: bytes) -> None:
        """Go on after a number in a new epoch."""
        ask = EpochAsk(self.epoch, base, head)
        self.epoch = self.cell.store.run(
            lambda core: stations.new_epoch(core, self.known(core), ask)
        )


def test_a_lane_may_go_on_where_an_older_one_of_its_station_ended(store: Store):
    """Two copies of one station came to the same number with other rows behind them."""
    copied = Copied(store)
    first = copied.push(0, CHAIN_START, "ann", "ben", "cid")
    copied.put_back(1, first[0])
    second = copied.push(1, first[0], "dan", "eve", "flo")
    copied.put_back(3, second[1])
    copied.push(3, second[1], "gil")
    assert examined(store).findings == ()


def put_body(store: Store, seq: int, body: bytes) -> None:
    where = (feed.c.cell_id == CELL) & (feed.c.seq == seq)
    statement = update(feed).where(where).values(body=body)
    store.run(lambda core: core.execute(statement))


def test_any_changed_byte_of_any_body_is_found(store: Store):
    with store.read() as core:
        rows = core.execute(select(feed.c.seq, feed.c.body).order_by(feed.c.seq)).all()
    for seq, body in rows:
        for at in (0, len(body) // 3, len(body) // 2, len(body) - 1):
            broken = bytearray(body)
            broken[at] ^= 1
            put_body(store, seq, bytes(broken))
            found = [one.what for one in examined(store).findings]
            assert any(f"row {seq}" in what for what in found), (seq, at)
            put_body(store, seq, body)
    assert examined(store).findings == ()


def richer(core: Connection) -> None:
    """Give a member one more coin in what is kept, and nowhere else."""
    for member, packed in core.execute(select(account.c.member, account.c.state)).all():
        state: MemberState = unpack_state(packed)
        if state.lots:
            lots = (state.lots[0]._replace(amount=state.lots[0].amount + 1), *state.lots[1:])
            new = pack(
                MemberState(**{
                    **{name: getattr(state, name) for name in MemberState.__slots__}, "lots": lots
                })
            )  # fmt: skip
            core.execute(update(account).where(account.c.member == member).values(state=new))
            return


def a_hold(core: Connection, hold_id: str, **values: Any) -> None:
    row = {
        "cell_id": CELL, "hold_id": hold_id, "station_id": number("a"), "member": "",
        "coins": 1, "credit_minor": 0, "state": "held", "at_ms": 0,
    }  # fmt: skip
    core.execute(insert(hold).values({**row, **values}))


def a_settled_hold(core: Connection) -> None:
    a_hold(core, core.execute(select(booked.c.event_id).limit(1)).scalar_one())


def a_key_of_nobody(core: Connection) -> None:
    core.execute(insert(hold_key).values(cell_id=CELL, key="voucher:1", hold_id="f" * 32))


def a_key_that_is_taken(core: Connection) -> None:
    key = core.execute(select(once_key.c.key).limit(1)).scalar_one()
    a_hold(core, "f" * 32)
    core.execute(insert(hold_key).values(cell_id=CELL, key=key, hold_id="f" * 32))


CHANGES: dict[str, Callable[[Connection], object]] = {
    "differs from the feed": richer,
    "has none": lambda core: core.execute(delete(account)),
    "members the feed does not know": lambda core: core.execute(
        insert(account).values(cell_id=CELL, member="e" * 32, last_seq=1, state=b"")
    ),
    "belongs to another": lambda core: core.execute(update(once_key).values(event_id="e" * 32)),
    "is missing": lambda core: core.execute(delete(once_key)),
    "list of booked events": lambda core: core.execute(delete(booked).where(booked.c.seq == 3)),
    "the end of the feed": lambda core: core.execute(update(cell).values(last_seq=3)),
    "a station's end": lambda core: core.execute(update(lane).values(head=bytes(32))),
    "not in one piece": lambda core: core.execute(
        update(feed).where(feed.c.lane_seq == 3).values(lane_seq=99)
    ),
    "has a hole": lambda core: core.execute(delete(feed).where(feed.c.seq == 4)),
    "no outcome": lambda core: core.execute(
        update(feed).where(feed.c.seq == 4).values(outcome="other")
    ),
    "list of parked rows": lambda core: core.execute(
        insert(parked).values(cell_id=CELL, seq=2, reason="x")
    ),
    "stopped half way": lambda core: core.execute(update(cell).values(refolded_seq=1)),
    "its event is booked": a_settled_hold,
    "for a hold that is over": a_key_of_nobody,
    "reserved that is taken": a_key_that_is_taken,
    "less than nothing": lambda core: a_hold(core, "f" * 32, coins=-1),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_what_was_changed_behind_the_hubs_back_is_named(store: Store, kind: str):
    store.run(CHANGES[kind])
    report = examined(store)
    assert any(kind in one.what for one in report.findings), report.findings
    assert {one.where for one in report.findings} == {f"cell {CELL}"}
    assert all("sikka hub" in one.advice for one in report.findings)
