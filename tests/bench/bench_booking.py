"""Booking batches of 200 sales beside a plain COPY of all the rows that it writes.

Both on the same PostgreSQL with fsync on, one client each, one after the other in one run, so
that only the ratio counts. Without HTTP: that is `bench_hub`.
"""

import argparse
import cProfile
import json
import pstats
from collections.abc import Iterator
from statistics import median
from time import perf_counter

import psycopg

from app.hub import cell
from app.hub.memory import settle_memory
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from tests.bench.lanes import (
    BATCH,
    batches,
    copy_seconds,
    last_seq,
    plain_url,
    published,
    sales_lane,
    written,
)
from tests.helpers.postgres import DURABLE, PostgresServer, running_postgres

CELLS = 4
LIMIT = 0.20


def cell_ids(count: int) -> list[str]:
    """Return ids of cells."""
    return [f"{number:032x}" for number in range(1, count + 1)]


def opened(store: PostgresStore, count: int) -> Iterator[OpenCell]:
    """Yield new cells with the demo programme in force."""
    for cell_id in cell_ids(count):
        store.run(lambda core, cell_id=cell_id: cell.found(core, cell_id))  # type: ignore[misc]
        made = OpenCell(store, cell_id)
        made.book_own([published()])
        yield made


def measure(server: PostgresServer, lane: list[bytes], *, profile: bool) -> dict[str, object]:
    """Book the second half of a lane in each cell, then copy what that wrote."""
    with server.fresh_database() as url, server.fresh_database() as plain:
        store = PostgresStore(url)
        PostgresStore(plain).close()
        cells = list(opened(store, CELLS))
        pushes = list(batches(lane, "a" * 32))
        half = len(pushes) // 2
        for push in pushes[:half]:
            for one in cells:
                one.push(push)
        profiler = cProfile.Profile()
        taken: list[tuple[float, float]] = []
        rows = 0
        with psycopg.connect(plain_url(plain)) as copier:
            for push in pushes[half:]:
                for one in cells:
                    first = last_seq(store, one.cell_id) + 1
                    if profile:
                        profiler.enable()
                    start = perf_counter()
                    one.push(push)
                    seconds = perf_counter() - start
                    profiler.disable()
                    with store.read() as core:
                        part = written(core, one.cell_id, first, last_seq(store, one.cell_id))
                    taken.append((seconds, copy_seconds(copier, part)))
                    rows += sum(map(len, part.rows.values()))
        store.close()
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)
    events = sum(len(push.bodies) for push in pushes[half:]) * CELLS
    booking, copying = (sum(seconds) for seconds in zip(*taken, strict=True))
    return {
        "events booked a second": round(events / booking),
        "events copied a second": round(events / copying),
        "rows an event": round(rows / events, 1),
        f"share of COPY (at least {LIMIT})": round(copying / booking, 3),
        "the same by the medians": round(
            median(copied for _, copied in taken) / median(booked for booked, _ in taken), 3
        ),
    }


def main() -> None:
    """Print the rates and their ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--events", type=int, default=4_000)
    asked = parser.parse_args()
    lane = sales_lane(asked.events, asked.events // 8)
    with running_postgres(DURABLE) as server:
        measure(server, lane[: 4 * BATCH], profile=False)  # warm
        settle_memory()  # as a server does
        figures = measure(server, lane, profile=asked.profile)
    if asked.json:
        print(json.dumps(figures))
        return
    for what, figure in figures.items():
        print(f"{what}: {figure}")


if __name__ == "__main__":
    main()
