"""What benches of the hub push: a lane of real sales, and the rows a plain script would copy."""

import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple
from uuid import uuid4

import psycopg
from sqlalchemy import Connection, make_url, select
from sqlalchemy.dialects import postgresql

from app.domain.bills import Bill, BillLine
from app.domain.chain import CHAIN_START, link
from app.domain.events import Event
from app.domain.facts import Enrolled, Personal, ProgrammePublished
from app.hub.cell import Push
from app.hub.store import Store
from app.services.clocks import SetClock
from app.services.sales import SaleRecorded, record_sale
from app.storage.tables import account, booked, cell, feed, lane, once_key, presence
from app.storage.writer import Tx
from app.wire.programmes.files import in_force_from
from tests.bench.bench_sale import PROGRAMME, open_shop

START = datetime(2026, 6, 1, 4, 30, tzinfo=UTC)
BATCH = 200
PROGRAMME_ID = "india-grocery"


def _recorded(event: Event, _tx: Tx) -> tuple[tuple[Event, ...], None]:
    return (event,), None


def sales_lane(events: int, members: int, lines: int = 6) -> list[bytes]:
    """Return the journal of a station that enrols members and sells to them for a fortnight."""
    draw = random.Random(5)
    clock = SetClock(START)
    with tempfile.TemporaryDirectory() as name, open_shop(Path(name) / "s", clock) as station:
        shop = station.shop
        ids = [f"{number:032x}" for number in range(members)]
        enrolled = Enrolled(Personal(), "en", "1", marketing=False)
        for member in ids:
            event = shop.event("enrolled", enrolled, member=member)
            shop.record(partial(_recorded, event))
        for number in range(events - members):
            clock.at = START + timedelta(days=14) * number / events
            bought = tuple(
                BillLine(
                    f"SKU{draw.randrange(3000)}",
                    "Toor dal 1 kg",
                    "pulses",
                    1000,
                    draw.randrange(2_000, 20_000),
                )
                for _ in range(lines)
            )
            bill = Bill(shop.mint(), f"B-{number}", bought, draw.choice(ids))
            if not isinstance(record_sale(shop, "5" * 32, bill), SaleRecorded):
                raise SystemExit(f"bill {number} was not taken")
            if number % BATCH == 0:
                station.pump()
        return [body for _, body, _ in station.db.unsent(0, events)]


def published() -> Event:
    """Return the event that puts the Indian demo programme into force."""
    document = in_force_from(PROGRAMME.read_text(encoding="utf-8"), date(2010, 1, 1))
    facts = ProgrammePublished(PROGRAMME_ID, document)
    at_ms = int(START.timestamp() * 1000)
    return Event("f" * 32, "programme_published", "", "", "", "", PROGRAMME_ID, START.date(),
                 at_ms, 330, facts)  # fmt: skip


def batches(bodies_of_lane: list[bytes], station_id: str, size: int = BATCH) -> Iterator[Push]:
    """Yield a lane as it is pushed."""
    head = CHAIN_START
    for at in range(0, len(bodies_of_lane), size):
        bodies = tuple(bodies_of_lane[at : at + size])
        yield Push(station_id, 1, at + 1, head, bodies)
        for seq, body in enumerate(bodies, at + 1):
            head = link(head, seq, body)


class Written(NamedTuple):
    """The rows one batch wrote, by table, as they are now."""

    rows: dict[str, list[tuple[Any, ...]]]


def written(core: Connection, cell_id: str, first: int, last: int) -> Written:
    """Return what booking feed rows `first` to `last` wrote, each account once."""
    of = (feed.c.cell_id == cell_id) & feed.c.seq.between(first, last)
    rows = {"feed": [tuple(row) for row in core.execute(select(feed).where(of))]}
    of = (booked.c.cell_id == cell_id) & booked.c.seq.between(first, last)
    rows["booked"] = [tuple(row) for row in core.execute(select(booked).where(of))]
    ids = {row[1] for row in rows["booked"]}
    of = (once_key.c.cell_id == cell_id) & once_key.c.event_id.in_(ids)
    rows["once_key"] = [tuple(row) for row in core.execute(select(once_key).where(of))]
    members = {row[3] for row in rows["feed"]}
    of = (account.c.cell_id == cell_id) & account.c.member.in_(members)
    # Copied as a row of its own each time it was written, under an id that is free.
    rows["account"] = [
        (row[0], uuid4().hex, *row[2:]) for row in core.execute(select(account).where(of))
    ]
    rows["lane"] = [(cell_id, uuid4().hex, 1, last, bytes(32))]
    rows["presence"] = [(cell_id, uuid4().hex, last, last, None, 0, 0, 0, 0, "0.3")]
    rows["cell"] = [(uuid4().hex, last, bytes(32), 1, None, 1, None, 1, None)]
    return Written(rows)


def last_seq(store: Store, cell_id: str) -> int:
    """Return the last feed number of a cell."""
    with store.read() as core:
        last = select(cell.c.last_seq).where(cell.c.cell_id == cell_id)
        return int(core.execute(last).scalar_one())


def copy_seconds(connection: psycopg.Connection, part: Written) -> float:
    """Return how long a plain script takes to COPY these rows in one transaction."""
    start = perf_counter()
    with connection.transaction(), connection.cursor() as cursor:
        for table, rows in part.rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)") as copy:
                copy.set_types(TYPES[table])
                for row in rows:
                    copy.write_row(row)
    return perf_counter() - start


def plain_url(url: str) -> str:
    """Return the address of a database as psycopg takes it."""
    parts = make_url(url)
    return (
        f"host={parts.query['host']} port={parts.query['port']} user={parts.username}"
        f" dbname={parts.database}"
    )


_NAMES = {"VARCHAR": "varchar", "BIGINT": "int8", "INTEGER": "int4", "DATE": "date",
          "BYTEA": "bytea"}  # fmt: skip
TYPES = {
    table.name: [
        _NAMES[column.type.compile(postgresql.dialect()).partition("(")[0]]
        for column in table.columns
    ]
    for table in (feed, booked, once_key, account, lane, presence, cell)
}
