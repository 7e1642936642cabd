"""Many writers on a real PostgreSQL, slow commits, and readers that must miss nothing.

Sixteen stations of four cells push through two processes' worth of connections. Some
transactions stop just before COMMIT until the readers have looked again, so what is booked but
not committed is there to be seen, and numbers would be read out of order if they could be.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle

import pytest
import sqlalchemy as sa

from app.domain.chain import CHAIN_START, link
from app.domain.effects import Earn, Effect, Spend
from app.domain.facts import Enrolled, Personal
from app.hub import reports
from app.hub.cell import Acknowledged, Push, found, push, rows_after
from app.hub.postgres import PostgresStore
from app.storage.tables import cell, feed
from app.wire.events import encode
from tests.helpers.cell_bases import heads
from tests.helpers.ledger import event
from tests.helpers.shops import MORNING, number
from tests.helpers.stores import CITUS_URL, SERVERS, store_on

pytestmark = pytest.mark.slow

CELLS = [number(f"cell {at}") for at in range(4)]
STATIONS = 4
MEMBERS = [number(f"member {at}") for at in range(5)]
START = 1_000
PAUSE_EVERY = 5
PAGE = 7
PATIENCE_S = 20
ON = MORNING.date()


def one(name: str, member: str, *effects: Effect) -> bytes:
    facts = Enrolled(Personal(), "en", "1", marketing=False)
    return encode(replace(event("enrolled", facts, effects, ON, name), member=member))


def earn(amount: int) -> Earn:
    return Earn(amount, "t", ON, None, "base", 0, 100, amount, "")


def batch_of(cell_id: str, station: int, turn: int) -> list[bytes]:
    """Two members pass coins on to two others: nothing comes, nothing goes."""
    bodies = []
    for step in range(2):
        name = f"{cell_id} {station} {turn} {step}"
        giver, taker = (MEMBERS[(station + turn + step + at) % len(MEMBERS)] for at in (0, 1))
        amount = 10 + turn % 7
        spent = Spend(amount, number(name))
        bodies += [one(f"{name} a", giver, spent), one(f"{name} b", taker, earn(amount))]
    return bodies


@dataclass
class Watch:
    """What the readers found, and the bell that lets slow commits go on."""

    looks: int = 0
    pauses: int = 0
    done: bool = False
    bell: threading.Condition = field(default_factory=threading.Condition)
    commits: int = 0

    def looked(self) -> None:
        """Tell those who wait that all feeds were read once more."""
        with self.bell:
            self.looks += 1
            self.bell.notify_all()

    def slow_commit(self, _: sa.Connection) -> None:
        """Hold some transactions open until the readers came by twice."""
        with self.bell:
            self.commits += 1
            self.bell.notify_all()
            if self.commits % PAUSE_EVERY == 0 and not self.done:
                self.pauses += 1
                until = self.looks + 2
                assert self.bell.wait_for(lambda: self.looks >= until or self.done, PATIENCE_S)

    def wait_for_commits(self, more: int) -> None:
        """Let others commit between two statements of a reader's one instant."""
        with self.bell:
            until = self.commits + more
            assert self.bell.wait_for(lambda: self.commits >= until or self.done, PATIENCE_S)

    def finished(self) -> None:
        """Nobody writes any more."""
        with self.bell:
            self.done = True
            self.bell.notify_all()


@contextmanager
def slowly(stores: list[PostgresStore], watch: Watch) -> Iterator[None]:
    for store in stores:
        sa.event.listen(store._writing, "commit", watch.slow_commit)
    try:
        yield
    finally:
        for store in stores:
            sa.event.remove(store._writing, "commit", watch.slow_commit)


def write_lane(store: PostgresStore, cell_id: str, station: int, turns: int) -> None:
    """Push a station's lane; every fourth answer is lost, and the batch is sent again."""
    head, first = CHAIN_START, 1
    for turn in range(turns):
        bodies = batch_of(cell_id, station, turn)
        sent = Push(number(f"station {station}"), 1, first, head, tuple(bodies))
        for at, body in enumerate(bodies):
            head = link(head, first + at, body)
        first += len(bodies)
        for _ in range(2 if turn % 4 == 3 else 1):
            answer = store.run(lambda core: push(core, cell_id, sent, lambda _: None))  # noqa: B023
            assert answer == Acknowledged(first - 1, head)


def read_feeds(store: PostgresStore, watch: Watch) -> dict[str, list[int]]:
    """Page through every feed by `seq > cursor` until all is written; check number and chain."""
    seen: dict[str, list[int]] = {one: [] for one in CELLS}
    chain = dict.fromkeys(CELLS, CHAIN_START)
    while True:
        last_time = watch.done
        grew = False
        for cell_id, numbers in seen.items():
            with store.read() as core:
                page = rows_after(core, cell_id, len(numbers), PAGE)
            for row in page:
                chain[cell_id] = link(chain[cell_id], row.seq, row.body)
                assert row.hash == chain[cell_id], f"broken chain at {row.seq}"
                numbers.append(row.seq)
            assert numbers == list(range(1, len(numbers) + 1)), "a row was missed"
            grew |= bool(page)
        watch.looked()
        if last_time and not grew:
            return seen


def read_sums(store: PostgresStore, watch: Watch) -> Counter[str]:
    """Add up all accounts and all feeds in one instant, again and again."""
    found = Counter(rounds=0)
    counts = sa.select(feed.c.cell_id, sa.func.count(), sa.func.max(feed.c.seq)).group_by(
        feed.c.cell_id
    )
    while not watch.done:
        with store.read() as core:
            whole = reports.report(core, ON)
            rows = {row[0]: (row[1], row[2]) for row in core.execute(counts)}
            watch.wait_for_commits(3)
            last = dict(core.execute(sa.select(cell.c.cell_id, cell.c.last_seq)).all())
        found["rounds"] += 1
        for part in whole.cells:
            found["wrong totals"] += part.held.coins - part.held.debt != START * len(MEMBERS)
            found["holes"] += rows[part.cell_id] != (last[part.cell_id],) * 2
        found["wrong totals"] += whole.held.coins - whole.held.debt != START * len(MEMBERS) * len(
            CELLS
        )
    return found


def begin(store: PostgresStore) -> None:
    opening = [one(f"opening {member}", member, earn(START)) for member in MEMBERS]
    for cell_id in CELLS:
        store.run(lambda core: found(core, cell_id))  # noqa: B023
        sent = Push(number("opening"), 1, 1, CHAIN_START, tuple(opening))
        answer = store.run(lambda core: push(core, cell_id, sent, lambda _: None))  # noqa: B023
        assert answer == Acknowledged(len(opening), heads(opening)[-1])


@pytest.mark.slow
@pytest.mark.parametrize("engine", SERVERS)
def test_sixteen_writers_and_no_row_missed(engine, tmp_path, request, rounds):
    """Long with `--rounds 2000`."""
    watch = Watch()
    with store_on(engine, tmp_path, request) as first:
        assert isinstance(first, PostgresStore)
        url = CITUS_URL if engine == "citus" else request.getfixturevalue("postgres_url")
        with closing(PostgresStore(url)) as second, ThreadPoolExecutor(20) as pool:
            begin(first)
            stores = [first, second]
            with slowly(stores, watch):
                feeds = [pool.submit(read_feeds, store, watch) for store in stores]
                sums = pool.submit(read_sums, second, watch)
                lanes = [(cell_id, station) for station in range(STATIONS) for cell_id in CELLS]
                writers = [
                    pool.submit(write_lane, store, *lane, rounds)
                    for store, lane in zip(cycle(stores), lanes, strict=False)
                ]
                try:
                    for writer in writers:
                        writer.result()
                finally:
                    watch.finished()
            booked = len(MEMBERS) + STATIONS * rounds * 4
            for reader in feeds:
                assert {one: len(seen) for one, seen in reader.result().items()} == dict.fromkeys(
                    CELLS, booked
                )
            found = sums.result()
            with first.read() as core:
                outcomes = set(core.scalars(sa.select(feed.c.outcome)))
                passed_on = reports.report(core, ON).moved.spent
    assert outcomes == {"booked"}
    assert passed_on == len(CELLS) * STATIONS * sum(2 * (10 + at % 7) for at in range(rounds))
    assert (found["wrong totals"], found["holes"]) == (0, 0)
    assert found["rounds"] > 0
    assert watch.pauses >= STATIONS * len(CELLS) * rounds // PAUSE_EVERY
