"""The hub's front: pushing, pulling, epochs, keys, incarnations, each in one transaction."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, select, update

from app.domain.chain import CHAIN_START
from app.domain.effects import Forfeit
from app.domain.events import Event
from app.domain.facts import Erased
from app.hub import stations
from app.hub.hub import Hub, Made
from app.hub.open_cell import OpenCell
from app.hub.store import Store, open_store
from app.hub.trust import is_signed
from app.storage import tables
from app.wire import events
from app.wire.sync import (
    PAGE_ROWS_MAX,
    Acked,
    Epoch,
    EpochAsk,
    Fork,
    Granted,
    HoldAsk,
    Keys,
    Known,
    KnownAsk,
    RefillAsk,
    Refilled,
    Resume,
    Snapshot,
    Standing,
    TakeSnapshot,
    Voided,
    feed_text,
)
from tests.helpers.hub import (
    CELL,
    NOW_MS,
    Desk,
    Till,
    bodies_of,
    enrolled_body,
    fed,
    hub_in,
    make_hub,
    page,
    pushed,
    refused,
    told,
)
from tests.helpers.postgres import PostgresServer
from tests.helpers.shops import number

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def postgres_store(postgres_server: PostgresServer) -> Iterator[Store]:
    with postgres_server.fresh_database() as url:
        store = open_store(url)
        yield store
        store.close()


def emptied(store: Store) -> Store:
    """A store that other tests have used, without a row in it."""

    def work(core: Connection) -> None:
        for table in tables.tables_of("cell"):
            core.execute(delete(table))

    store.run(work)
    return store


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """The same hub on either engine."""
    if request.param == "postgres":
        yield make_hub(emptied(request.getfixturevalue("postgres_store")))
        return
    with hub_in(tmp_path) as made:
        yield made


def snapshot_of(answer: object) -> str:
    """Why a snapshot is to be taken."""
    assert isinstance(answer, TakeSnapshot), answer
    return answer.why


# ---------------------------------------------------------------- pushing


def test_what_is_pushed_comes_back_in_the_feed(desk: Desk):
    till = desk.station()
    done = pushed(till.push(*bodies_of("asha", "ravi")))
    assert isinstance(done, Acked)
    assert (done.last_seq, done.head, done.contact.last_seq) == (2, till.head, 2)
    rows = page(till.feed()).rows
    assert [row.body for row in rows] == bodies_of("asha", "ravi")
    assert not page(till.feed(2, rows[-1].hash)).rows


def test_the_same_push_again_books_nothing_twice(desk: Desk):
    till = desk.station()
    ask = till.rows(*bodies_of("asha", "ravi"))
    first = pushed(till.ask("POST", till.lane, ask))
    assert pushed(till.ask("POST", till.lane, ask)) == first
    assert desk.count() == 2


def test_a_hole_is_answered_with_where_to_go_on(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    head, till.seq = till.head, 5
    assert pushed(till.push(*bodies_of("ravi"))) == Resume(
        1, head, desk.hub.store.run(lambda core: desk.hub.contact(core, CELL))
    )
    assert desk.count() == 1


def test_a_lane_continued_differently_forks_and_goes_on_in_a_new_epoch(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    till.head = bytes(31) + b"\1"
    assert isinstance(pushed(till.push(*bodies_of("ravi"))), Fork)
    till.seq, till.head = 0, CHAIN_START
    base = EpochAsk(1, 0, CHAIN_START)
    lane = f"/v1/cells/{CELL}/lanes/{till.station_id}"
    assert told(till.ask("POST", lane, base), Epoch).epoch == 2
    assert told(till.ask("POST", lane, base), Epoch).epoch == 2, "the first answer may be lost"
    assert isinstance(pushed(till.push(*bodies_of("ravi"))), Fork), "the old epoch is over"
    till.epoch, till.seq, till.head = 2, 0, CHAIN_START
    assert isinstance(pushed(till.push(*bodies_of("asha", "ravi"))), Acked)
    assert [row.outcome for row in page(till.feed()).rows] == ["booked", "duplicate", "booked"]


def test_an_epoch_the_hub_forgot_is_never_given_again(desk: Desk):
    till = desk.station()
    ask = EpochAsk(7, 3, bytes(32))
    lane = f"/v1/cells/{CELL}/lanes/{till.station_id}"
    assert told(till.ask("POST", lane, ask), Epoch).epoch == 8
    now = pushed(till.ask("GET", lane))
    assert isinstance(now, Resume)
    assert (now.last_seq, now.head) == (3, bytes(32))


def test_a_station_of_its_first_day_has_no_lane(desk: Desk):
    till = desk.station()
    assert isinstance(pushed(till.ask("GET", f"/v1/cells/{CELL}/lanes/{till.station_id}")), Fork)


def test_what_nobody_can_read_is_parked_and_acknowledged(desk: Desk):
    till = desk.station()
    assert isinstance(pushed(till.push(b"{}", *bodies_of("asha"), b"\xff")), Acked)
    outcomes = [row.outcome for row in page(till.feed()).rows]
    assert outcomes == ["parked", "booked", "parked"]


@pytest.mark.parametrize(("ahead_s", "remark"), [(301, "clock +301s"), (-4000, "clock -4000s")])
def test_a_clock_far_off_is_remarked(desk: Desk, ahead_s: int, remark: str):
    till = desk.station()
    standing = Standing(NOW_MS + ahead_s * 1000, "0.1.0")
    pushed(till.push(*bodies_of("asha"), standing=standing))
    pushed(till.push(*bodies_of("ravi")))
    assert [row.detail for row in page(till.feed()).rows] == [remark, ""]


def test_presence_is_what_a_station_said_last(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha"), standing=Standing(NOW_MS - 2000, "0.9", unsent=7)))
    (heard,) = desk.hub.store.run(lambda core: stations.heard_of(core, CELL))
    assert (heard.seen_ms, heard.pushed_ms, heard.skew_ms) == (NOW_MS, NOW_MS, -2000)
    assert (heard.unsent, heard.version) == (7, "0.9")
    desk.clock.now_ms += 1000
    till.feed(sent_at_ms=NOW_MS, version="0.9", unsent=7)
    (same,) = desk.hub.store.run(lambda core: stations.heard_of(core, CELL))
    assert same == heard, "a poll without news writes nothing"
    till.feed(sent_at_ms=NOW_MS, version="0.9", unsent=0, watermark="2026-06-14")
    (newer,) = desk.hub.store.run(lambda core: stations.heard_of(core, CELL))
    assert (newer.unsent, newer.seen_ms, newer.pushed_ms) == (0, NOW_MS + 1000, NOW_MS)
    assert str(newer.watermark) == "2026-06-14"


# ---------------------------------------------------------------- pulling


def test_a_page_is_signed_over_its_last_row(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha", "ravi")))
    got = page(till.feed())
    text = feed_text(CELL, 1, 2, got.rows[-1].hash)
    assert till.me is not None
    assert is_signed(till.me.hub_key, got.signature, text)
    assert not is_signed(till.me.hub_key, got.signature, feed_text(CELL, 2, 2, got.rows[-1].hash))


def test_a_page_has_an_end_and_the_next_one_goes_on(desk: Desk):
    till = desk.station()
    names = [f"m{at}" for at in range(PAGE_ROWS_MAX + 3)]
    for at in range(0, len(names), 150):
        pushed(till.push(*bodies_of(*names[at : at + 150])))
    first = page(till.feed())
    assert len(first.rows) == PAGE_ROWS_MAX
    rest = page(till.feed(first.rows[-1].seq, first.rows[-1].hash))
    assert [row.seq for row in rest.rows] == [501, 502, 503]


def test_a_page_of_large_rows_ends_earlier(desk: Desk):
    till = desk.station()
    for name in "abcd":
        pushed(till.push(b"x" * 400_000 + name.encode()))
    assert [row.seq for row in page(till.feed()).rows] == [1, 2]


def test_another_feed_or_incarnation_needs_a_snapshot(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    assert snapshot_of(fed(till.feed(1, bytes(32)).body)) == "differs"
    row = page(till.feed()).rows[0]
    desk.hub.store.run(lambda core: core.execute(update(tables.cell).values(incarnation=5)))
    assert snapshot_of(fed(till.feed(1, row.hash).body)) == "incarnation"


def test_who_has_seen_more_than_there_is_raises_the_incarnation(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    answer = fed(till.feed(7, bytes(32)).body)
    assert snapshot_of(answer) == "incarnation"
    raised = answer.contact.incarnation
    assert raised > 1
    assert fed(till.feed(7, bytes(32)).body).contact.incarnation == raised, "once is enough"
    till.incarnation = raised + 4
    assert pushed(till.push(*bodies_of("ravi"))).contact.incarnation > raised + 4


def test_a_claim_beyond_belief_raises_nothing(desk: Desk):
    till = desk.station()
    till.incarnation = 2**53
    assert fed(till.feed(7, bytes(32)).body).contact.incarnation == 1


def test_an_old_program_may_push_and_not_pull(desk: Desk):
    till = desk.station()
    assert refused(till.feed(version="0.0.9")) == (426, "too_old")
    asked = f"/v1/cells/{CELL}/snapshot?version=0.0.9"
    assert refused(till.ask("GET", asked)) == (426, "too_old")
    old = Standing(NOW_MS, "0.0.9")
    assert isinstance(pushed(till.push(*bodies_of("asha"), standing=old)), Acked)


def test_what_is_booked_can_be_asked(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha", "ravi")))
    ask = KnownAsk((number("enrolled ravi"), number("enrolled nobody")))
    known = told(till.ask("POST", f"/v1/cells/{CELL}/known", ask), Known)
    assert known.seqs == {number("enrolled ravi"): 2}


class OneFile:
    """Snapshots of a hub whose only one lies in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made = Made(path, 1, bytes(32))

    def latest(self, cell: OpenCell) -> Made:
        return self.made

    def path_of(self, cell_id: str, name: str) -> Path | None:
        return self.path if name == self.path.name else None


def test_who_is_far_behind_takes_a_snapshot(tmp_path: Path):
    file = tmp_path / "cell-1.db"
    file.write_bytes(b"replica")
    with hub_in(tmp_path, OneFile(file), behind_max=2) as desk:
        till = desk.station()
        pushed(till.push(*bodies_of("asha", "ravi", "tara")))
        assert snapshot_of(fed(till.feed().body)) == "behind"
        header = told(till.ask("GET", f"/v1/cells/{CELL}/snapshot"), Snapshot)
        assert (header.size_bytes, header.sha256) == (7, sha256(b"replica").digest())
        assert is_signed(desk.hub.key.public, header.signature, feed_text(CELL, 1, 1, bytes(32)))
        reply = till.ask("GET", f"/v1/cells/{CELL}/snapshots/{header.name}")
        assert (reply.status, reply.file) == (200, file)
        gone = till.ask("GET", f"/v1/cells/{CELL}/snapshots/other.db")
        assert refused(gone) == (404, "no_snapshot")


# ---------------------------------------------------------------- members' keys


def keys_in(hub: Hub) -> dict[str, bytes]:
    with hub.store.read() as core:
        rows = core.execute(select(tables.sealed_key.c.member, tables.sealed_key.c.sealed))
        return {row.member: row.sealed for row in rows}


def erased_body(name: str) -> bytes:
    enrolled = events.decode(enrolled_body(name))
    event: Event = replace(
        enrolled,
        id=number(f"erased {name}"),
        kind="erased",
        facts=Erased(""),
        effects=(Forfeit(0, 0),),
    )
    return events.encode(event)


def test_sealed_keys_travel_with_the_enrolment(desk: Desk):
    writer, reader = desk.station("a"), desk.station("b")
    asha, ravi = number("member asha"), number("member ravi")
    pushed(writer.push(*bodies_of("asha", "ravi"), keys={asha: b"sealed", ravi: b"other"}))
    assert page(reader.feed()).keys == {asha: b"sealed", ravi: b"other"}
    ordered = told(reader.ask("GET", f"/v1/cells/{CELL}/keys"), Keys).keys
    assert list(ordered) == sorted([asha, ravi])
    past = told(reader.ask("GET", f"/v1/cells/{CELL}/keys?after={min(asha, ravi)}"), Keys)
    assert list(past.keys) == [max(asha, ravi)]


def test_a_key_is_never_replaced_and_goes_with_the_member(desk: Desk):
    till = desk.station()
    asha = number("member asha")
    pushed(till.push(*bodies_of("asha"), keys={asha: b"first"}))
    pushed(till.push(*bodies_of("ravi"), keys={asha: b"second"}))
    assert keys_in(desk.hub) == {asha: b"first"}
    pushed(till.push(erased_body("asha"), keys={asha: b"third"}))
    assert keys_in(desk.hub) == {}
    pushed(till.push(*bodies_of("tara"), keys={asha: b"fourth"}))
    assert keys_in(desk.hub) == {}, "who was erased stays erased"
    assert page(till.feed()).keys == {}


# ---------------------------------------------------------------- spending and repair


def test_a_hold_is_granted_and_let_go(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    holds = f"/v1/cells/{CELL}/holds"
    ask = HoldAsk(number("spend"), number("member asha"), keys=("voucher:1",))
    granted = told(till.ask("POST", holds, ask), Granted)
    assert granted.contact.last_seq == 1
    told(till.ask("DELETE", f"{holds}/{ask.hold_id}"), Voided)


def refill_of(till: Till) -> RefillAsk:
    got = page(till.feed())
    rows = tuple((row.seq, row.body, row.hash) for row in got.rows)
    return RefillAsk(1, CHAIN_START, rows, got.signature)


def test_a_restored_hub_takes_its_own_signed_rows_back(tmp_path: Path):
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    with hub_in(tmp_path / "old") as lost:
        till = lost.station()
        pushed(till.push(*bodies_of("asha", "ravi")))
        ask = refill_of(till)
    with hub_in(tmp_path / "new") as desk:
        again = desk.station()
        path = f"/v1/cells/{CELL}/refill"
        forged = replace_signature(ask)
        assert refused(again.ask("POST", path, forged)) == (422, "refill")
        assert desk.count() == 0
        assert told(again.ask("POST", path, ask), Refilled).booked == 2
        assert told(again.ask("POST", path, ask), Refilled).booked == 0
        assert desk.count() == 2


def replace_signature(ask: RefillAsk) -> RefillAsk:
    return RefillAsk(ask.incarnation, ask.previous, ask.rows, bytes(64))


# ---------------------------------------------------------------- revocation


def test_rows_past_the_revocation_are_kept_aside(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha")))
    desk.hub.store.run(lambda core: stations.revoke(core, till.station_id, 2))
    done = pushed(till.push(*bodies_of("ravi", "tara")))
    assert done.contact.revoked
    with desk.hub.store.read() as core:
        rows = core.execute(select(tables.feed.c.outcome, tables.feed.c.detail)).all()
        parked = core.execute(select(tables.parked.c.seq, tables.parked.c.reason)).all()
    assert [tuple(row) for row in rows] == [("booked", ""), ("booked", ""), ("parked", "revoked")]
    assert [tuple(row) for row in parked] == [(3, "revoked")]


def test_without_a_number_it_is_the_last_row_that_is_booked(desk: Desk):
    till = desk.station()
    pushed(till.push(*bodies_of("asha", "ravi")))
    known = desk.hub.store.run(lambda core: stations.revoke(core, till.station_id, None))
    assert known is not None
    assert known.revoked_seq == 2
