"""Events booked a second over HTTP, beside a plain COPY of all the rows that booking them writes.

One station in each of sixteen cells pushes batches of 200, signed and packed beforehand, as fast
as the hub takes them. Feeds and accounts are filled first; then, in several rounds, the stations
push until the first has nothing left of its part, and what they pushed is copied straight after.
Rates are medians of the rounds, and so is their ratio: whatever else the machine does, it does to
both.

What the COPY is, and why:

- All rows: feed, booked, once_key, account, lane, presence, cell, as one cell's bookings of the
  same batches left them, looked at after each; the other cells' are the same but for the cell. An
  update counts as one new row, of the size it had then. What booking only reads, deletes or locks
  is not asked of the COPY.
- Into the same tables with the same keys, indexes and partitions, of the same server with fsync
  on, filled before each round with what the hub's tables held then.
- One transaction a batch, like the hub, in PostgreSQL's binary format, the quickest there is.
- By two clients at once, one for each core, since the hub has both cores too; their connections
  are open before the clock starts.
"""

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.synchronize import Barrier
from statistics import median
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
ROUNDS = 5
FILLED = 10
"""So many batches of each lane are pushed before the first round."""

Work = list[tuple[Till, list[bytes]]]


def throughput(hub: Hub, plain: str, lane: list[bytes], cells: Sequence[str]) -> dict[str, object]:
    """Push a lane into each of some cells at once; copy what that wrote."""
    work: Work = []
    for cell_id in cells:
        hub.make_cell(cell_id)
        till = hub.station(cell_id)
        work.append((till, in_batches(till, lane)))
    _together(_push_all, [(till, pushes[:FILLED]) for till, pushes in work])
    rows = list(_twin(hub, lane))
    PostgresStore(plain).close()  # makes the tables
    copied_a_second(plain, _of_each(cells, rows[:FILLED]))
    parts = (len(rows) - FILLED) // ROUNDS
    booked, copied = [], []
    for first in range(FILLED, FILLED + parts * ROUNDS, parts):
        part = slice(first, first + parts)
        booked.append(_pushed_a_second([(till, pushes[part]) for till, pushes in work]))
        copied.append(copied_a_second(plain, _of_each(cells, rows[part])))
    shares = [one / other for one, other in zip(booked, copied, strict=True)]
    return {
        "events booked a second over HTTP": round(median(booked)),
        "events copied a second": round(median(copied)),
        f"share of COPY (at least {LIMIT})": round(median(shares), 3),
        "least and most of the rounds": [round(min(shares), 3), round(max(shares), 3)],
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
            if not through.is_set():
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


def _of_each(cells: Sequence[str], parts: Sequence[Written]) -> list[Written]:
    return [_of(cell_id, part) for part in parts for cell_id in cells]


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
