"""The hub as it runs: server processes over PostgreSQL with fsync on, stations over HTTP.

The rate stands beside a plain COPY of the same rows in the same run (see `hub_rate`); the server,
the database and the stations share the machine's cores.
"""

import argparse
import json
import threading
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, select, text

from app.hub import cell
from app.storage import tables
from app.wire import events
from app.wire.sync import Granted, Held, HoldAsk, Refused, decode, encode
from tests.bench.hub_rate import throughput
from tests.bench.hub_server import Hub, in_batches, running_hub
from tests.bench.lanes import sales_lane
from tests.helpers.postgres import DURABLE, PostgresServer, running_postgres

CELLS = [f"{number:032x}" for number in range(1, 17)]
BIG, SMALL = "b" * 32, "5" * 32
MEMBERS = 1_000
"""So many events of the lane enrol a member each; the others are sales."""
QUEUED_AT_ONCE = 150
"""Of the sales one station queued: 200 of them can be more bytes than a push may have."""
ACTIVE = 50
PACE_S = 5.0
"""A cashier's pace: one sale in so many seconds at each station."""
Figures = dict[str, object]


def again(lane: Sequence[bytes], count: int) -> list[bytes]:
    """Return `count` events like those of a lane, each with an id and keys of its own."""
    made: list[bytes] = []
    while len(made) < count:
        for body in lane[: count - len(made)]:
            event = events.decode(body)
            once = tuple(f"{key}:{uuid4().hex}"[:200] for key in event.once)
            made.append(events.encode(replace(event, id=uuid4().hex, once=once)))
    return made


def holding(hub: Hub, lane: list[bytes], asks: int) -> Figures:
    """Ask to spend while 50 stations push a sale each every few seconds."""
    tills = [hub.station(CELLS[at % len(CELLS)]) for at in range(ACTIVE)]
    sales = again(lane[-500:], 10_000)
    stop = threading.Event()

    def cashiers() -> None:
        at = 0
        while not stop.is_set():
            till = tills[at % ACTIVE]
            till.push(till.packed([sales[at % len(sales)]]))
            at += 1
            sleep(PACE_S / ACTIVE)

    thread = threading.Thread(target=cashiers)
    thread.start()
    asker = hub.station(CELLS[0])
    members = [event.member for event in map(events.decode, lane[-500:]) if event.member]
    taken = []
    for at in range(asks):
        ask = encode(HoldAsk(uuid4().hex, members[at % len(members)], coins=1))
        start = perf_counter()
        answer: Any = decode(asker.ask("POST", f"{asker.cell_path}/holds", ask), Held)  # type: ignore[arg-type]
        taken.append((perf_counter() - start) * 1000)
        if not isinstance(answer, Granted | Refused):
            raise SystemExit(f"no answer to a hold: {answer}")
        sleep(0.01)
    stop.set()
    thread.join()
    cuts = quantiles(taken, n=100)
    return {
        f"authorise with {ACTIVE} active stations, ms p50 / p99": [
            round(median(taken), 1), round(cuts[98], 1)
        ]
    }  # fmt: skip


def drain(hub: Hub, lane: list[bytes], count: int) -> Figures:
    """Push the sales one station queued while it was away, to members enrolled before."""
    cell_id = "d" * 32
    hub.make_cell(cell_id)
    till = hub.station(cell_id)
    for packed in in_batches(till, lane[:MEMBERS]):
        till.push(packed)
    queued = again(lane[MEMBERS:], count)
    pushes = in_batches(till, queued, QUEUED_AT_ONCE)
    before = size_of(hub)
    edges = [len(pushes) * at // 10 for at in range(11)]
    rates = []
    memory = []
    for start, end in pairwise(edges):
        began = perf_counter()
        for packed in pushes[start:end]:
            till.push(packed)
        rates.append(round((end - start) * QUEUED_AT_ONCE / (perf_counter() - began)))
        memory.append(round(hub.memory_mb()))
    return {
        f"{count} events of one station, events a second by tenth": rates,
        "memory of the server, MB by tenth": memory,
        "bytes on disk an event of 6 lines, all rows and indexes": round(
            (size_of(hub) - before) / count
        ),
    }


def pages(hub: Hub, rows: int, members: int) -> Figures:
    """Pull pages of a cell with few rows and of one with many, among many members."""
    for cell_id in (SMALL, BIG):
        hub.make_cell(cell_id)
    seed_feed(hub, SMALL, 1_000)
    seed_feed(hub, BIG, rows)
    seed_accounts(hub, members)
    small, big = hub.station(SMALL), hub.station(BIG)
    cost: dict[str, list[float]] = {SMALL: [], BIG: []}
    for _ in range(60):
        for till, last in ((small, 1_000), (big, rows)):
            cell_id = till.known.cell_id
            after = last - 500
            with hub.store.read() as core:
                of = (tables.feed.c.cell_id == cell_id) & (tables.feed.c.seq == after)
                head = core.execute(select(tables.feed.c.hash).where(of)).scalar_one()
            path = f"{till.cell_path}/feed?after={after}&head={head.hex()}&incarnation=1&wait=0"
            start = perf_counter()
            till.ask("GET", path)
            cost[cell_id].append((perf_counter() - start) * 1000)
    few, many = median(cost[SMALL][10:]), median(cost[BIG][10:])
    return {
        f"a page of the feed, ms, with 1000 and {rows} rows and {members} members": [
            round(few, 2), round(many, 2)
        ],
        "ratio (limit 1.3)": round(many / few, 2),
    }  # fmt: skip


def seed_feed(hub: Hub, cell_id: str, rows: int) -> None:
    """Fill a cell's feed with rows nobody reads the bodies of."""
    statement = text(
        "INSERT INTO feed (cell_id, seq, event_id, member, on_date, station_id, epoch, lane_seq,"
        " outcome, detail, body, hash) SELECT :cell, n, md5(n::text), md5((n % 5000)::text),"
        " '2026-06-01', md5('s'), 1, n, 'booked', '', decode(repeat(md5(n::text), 10), 'hex'),"
        " decode(md5(n::text) || md5(n::text), 'hex')"
        " FROM generate_series(CAST(:first AS int), :rows) AS n"
    )
    last = text("UPDATE cell SET last_seq = :rows WHERE cell_id = :cell")

    def fill(core: Connection) -> None:
        first = cell.lock(core, cell_id) + 1  # the server's own jobs may have booked a row
        core.execute(statement, {"cell": cell_id, "first": first, "rows": rows})
        core.execute(last, {"cell": cell_id, "rows": rows})

    hub.store.run(fill)


def seed_accounts(hub: Hub, members: int) -> None:
    """Spread accounts over cells."""
    statement = text(
        "INSERT INTO account (cell_id, member, last_seq, state) SELECT md5((n % 20)::text),"
        " md5(n::text), 1, decode(repeat(md5(n::text), 4), 'hex')"
        " FROM generate_series(1, :members) AS n"
    )

    def fill(core: Connection) -> None:
        core.execute(statement, {"members": members})
        core.execute(text("ANALYZE"))

    hub.store.run(fill)


def sizes(hub: Hub) -> Figures:
    """Say what an event of 1, 10 and 100 lines costs on the wire and on disk."""
    figures: Figures = {}
    for lines in (1, 10, 100):
        count = 600
        lane = again(sales_lane(60, 10, lines)[10:], count)
        cell_id = f"{lines:032x}".replace("0", "e")
        hub.make_cell(cell_id)
        till = hub.station(cell_id)
        pushes = in_batches(till, lane, 20)
        before = size_of(hub)
        for packed in pushes:
            till.push(packed)
        body = b"".join(pushes)
        figures[f"bytes an event of {lines} lines: sent, deflated, on disk"] = [
            len(body) // count,
            sum(len(zlib.compress(one)) for one in pushes) // count,
            (size_of(hub) - before) // count,
        ]
    return figures


def size_of(hub: Hub) -> int:
    """Return what all tables take on disk, with their indexes."""
    with hub.store.read() as core:
        return int(core.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def measure(server: PostgresServer, *, full: bool) -> Iterator[Figures]:
    """Run everything against one server, yielding what is known."""
    lane = sales_lane(8_000, MEMBERS)
    with server.fresh_database() as url, server.fresh_database() as plain, running_hub(url) as hub:
        yield throughput(hub, plain, lane, CELLS)
        yield holding(hub, lane, 1_000 if full else 300)
        yield sizes(hub)
        yield drain(hub, lane, 100_000 if full else 4_000)
        rows = 1_000_000 if full else 100_000
        yield pages(hub, rows, rows)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--full", action="store_true", help="100,000 events, 1,000,000 rows")
    asked = parser.parse_args()
    figures: Figures = {}
    with running_postgres(DURABLE) as server:
        for found in measure(server, full=asked.full):
            figures |= found
            for what, figure in () if asked.json else found.items():
                print(f"{what}: {figure}", flush=True)
    if asked.json:
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
