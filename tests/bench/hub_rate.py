"""Events booked a second over HTTP, beside a plain COPY of all the rows that booking them writes.

One station in each of sixteen cells pushes batches of 200, signed and packed beforehand, as fast
as the hub takes them. It is the rate while all of them push that counts, first with feeds and
accounts filled by the first half of each lane, until the first station has nothing left.

What the COPY is, and why:

- All rows: feed, booked, once_key, account, lane, presence, cell, as one cell's bookings of the
  same batches left them, looked at after each; the other cells' are the same but for the cell. An
  update counts as one new row, of the size it had then. What booking only reads, deletes or locks
  is not asked of the COPY.
- Into the same tables with the same keys, indexes and partitions, of the same server with fsync
  on, filled beforehand with what the hub's tables held then: the rows of each first half.
- One transaction a batch, like the hub, in PostgreSQL's binary format, the quickest there is.
- By two clients at once, one for each core, since the hub has both cores too; their connections
  are open before the clock starts.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.synchronize import Barrier
from time import perf_counter
from uuid import uuid4

import psycopg

from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from tests.bench.hub_server import Hub, Till, in_batches
from tests.bench.lanes import BATCH, Written, batches, copy_seconds, last_seq, plain_url, written

LIMIT = 0.20
TWIN = "7" * 32
"""The cell whose rows are looked at; the hub is not asked for it."""
CLIENTS = 2

Work = list[tuple[Till, list[bytes]]]


def throughput(hub: Hub, plain: str, lane: list[bytes], cells: Sequence[str]) -> dict[str, object]:
    """Push a lane into each of some cells at once; copy what that wrote."""
    work: Work = []
    for cell_id in cells:
        hub.make_cell(cell_id)
        till = hub.station(cell_id)
        work.append((till, in_batches(till, lane)))
    half = len(lane) // BATCH // 2
    _together(_push_all, [(till, pushes[:half]) for till, pushes in work])
    booked = _pushed_a_second([(till, pushes[half:]) for till, pushes in work])
    rows = list(_twin(hub, lane))
    PostgresStore(plain).close()  # makes the tables
    copied_a_second(plain, [_of(cell_id, part) for part in rows[:half] for cell_id in cells])
    copied = copied_a_second(
        plain, [_of(cell_id, part) for part in rows[half:] for cell_id in cells]
    )
    return {
        "events booked a second over HTTP": round(booked),
        "events copied a second": round(copied),
        f"share of COPY (at least {LIMIT})": round(booked / copied, 3),
    }


def _push_all(till: Till, pushes: list[bytes]) -> None:
    for packed in pushes:
        till.push(packed)


def _together(push: Callable[[Till, list[bytes]], None], work: Work) -> None:
    threads = [threading.Thread(target=push, args=one) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _pushed_a_second(work: Work) -> float:
    """Return the events a second that were acknowledged while all stations pushed."""
    acknowledged: list[float] = []
    through = threading.Event()

    def push(till: Till, pushes: list[bytes]) -> None:
        for packed in pushes:
            till.push(packed)
            if through.is_set():
                return
            acknowledged.append(perf_counter())
        through.set()

    start = perf_counter()
    _together(push, work)
    return len(acknowledged) * BATCH / (max(acknowledged) - start)


def _twin(hub: Hub, lane: list[bytes]) -> Iterator[Written]:
    """Book a lane in a cell of its own, without HTTP; yield what each batch wrote."""
    hub.make_cell(TWIN)
    till = hub.station(TWIN)
    twin = OpenCell(hub.store, TWIN)
    for push in batches(lane, till.known.station_id):
        first = last_seq(hub.store, TWIN) + 1
        twin.push(push)
        with hub.store.read() as core:
            yield written(core, TWIN, first, last_seq(hub.store, TWIN))


def _of(cell_id: str, part: Written) -> Written:
    """Return the rows of a batch as those of another cell; the cell's own row is always new."""
    return Written({
        table: [(uuid4().hex if table == "cell" else cell_id, *row[1:]) for row in rows]
        for table, rows in part.rows.items()
    })  # fmt: skip


def copied_a_second(plain: str, parts: list[Written]) -> float:
    """Return the events a second that some clients copy, each its share of the batches."""
    fork = multiprocessing.get_context("fork")
    ready = fork.Barrier(CLIENTS + 1)
    clients = [
        fork.Process(target=_copy, args=(plain, parts[at::CLIENTS], ready)) for at in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    ready.wait()
    start = perf_counter()
    for client in clients:
        client.join()
    return len(parts) * BATCH / (perf_counter() - start)


def _copy(plain: str, parts: list[Written], ready: Barrier) -> None:
    with psycopg.connect(plain_url(plain)) as copier:
        copier.execute("SELECT 1")
        ready.wait()
        for part in parts:
            copy_seconds(copier, part)
