"""Recording a sale beside a plain sqlite3 script that commits the same rows.

Alternates both in one run, so that only ratios count. `--large` also measures with 200,000
members and 5,000,000 feed rows in the files, `--sustained S` with booking in the background.
"""

import argparse
import gc
import json
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, perf_counter_ns, sleep

from app.config import Settings, write_settings
from app.domain.bills import Bill, BillLine, price
from app.domain.grants import Giving
from app.domain.members import MemberState
from app.domain.profiles import Profile
from app.domain.rating import rate
from app.domain.sales import context_of, promise_effects
from app.services.clocks import SetClock
from app.services.sales import SaleRecorded, record_sale
from app.station import Station, open_station
from app.storage.files import WRITER_PRAGMAS
from app.storage.rows import pack
from app.storage.writer import IDLE_S, WAL_BYTES_MAX
from app.wire.programmes import read_programme
from app.wire.programmes.files import in_force_from

PROGRAMME = Path(__file__).parents[2] / "resources/demo/india-grocery.toml"
LINES = 20
ROUNDS = 12
PER_ROUND = 200
PACE_S = 0.01


def member_id(number: int) -> str:
    """Return the id of a seeded member."""
    return f"{number:032x}"


def open_shop(folder: Path, clock: SetClock, *, background: bool = False) -> Station:
    """Make a shop with the Indian demo programme and open it."""
    folder.mkdir(parents=True)
    write_settings(folder, Settings("a" * 32, "c" * 32, "K2", "main", "1"))
    station = open_station(folder, clock, background=background)
    document = in_force_from(PROGRAMME.read_text(encoding="utf-8"), date(2010, 1, 1))
    programme = read_programme(document, PROGRAMME.name)
    if isinstance(programme, tuple):
        raise SystemExit("\n".join(map(str, programme)))
    station.publish(document, programme.id)
    return station


def seed(station: Station, members: int, feed_rows: int) -> None:
    """Fill the replica with members and the files with feed rows, straight into the tables."""

    def fill_members(cursor: sqlite3.Cursor) -> None:
        cursor.executemany(
            "INSERT INTO member (member, own_seq, state, profile) VALUES (?, 0, ?, ?)",
            (
                (
                    member_id(number),
                    pack(MemberState(member_id(number), earned=1)),
                    pack(Profile(member_id(number), language="en")),
                )
                for number in range(members)
            ),
        )

    def fill_received(cursor: sqlite3.Cursor) -> None:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
            " INSERT INTO received (seq, on_date, body, hash)"
            " SELECT 1000000000 + i, date('2026-01-01', (i % 300) || ' days'),"
            " randomblob(120), randomblob(32) FROM n",
            (feed_rows,),
        )

    station.db.writer.run(lambda tx: fill_members(tx.cursor))
    if feed_rows:
        station.db.writer.run(lambda tx: fill_received(tx.cursor))


def bills(station: Station, members: int, draw: random.Random, start: int) -> Callable[[], Bill]:
    """Return a maker of bills with 20 lines for members drawn at random."""
    number = start

    def make() -> Bill:
        nonlocal number
        number += 1
        lines = tuple(
            BillLine(f"SKU{draw.randrange(3000)}", "Toor dal 1 kg", "pulses", 1000, 4500 + at)
            for at in range(LINES)
        )
        member = member_id(draw.randrange(members))
        return Bill(station.shop.mint(), f"B-{number}", lines, member)

    return make


class Plain:
    """The plain script: the same pragmas, rows and checkpoint policy, nothing else."""

    def __init__(self, folder: Path) -> None:
        self.wal = folder / "plain.db-wal"
        self.connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
        for pragma in WRITER_PRAGMAS:
            self.connection.execute(pragma)
        self.connection.executescript(
            "CREATE TABLE journal (seq INTEGER NOT NULL PRIMARY KEY, event_id VARCHAR(32) NOT NULL"
            " UNIQUE, body BLOB NOT NULL, hash BLOB NOT NULL);"
            "CREATE TABLE receipt (key VARCHAR(200) NOT NULL PRIMARY KEY,"
            " event_id VARCHAR(32) NOT NULL);"
        )
        self.cursor = self.connection.cursor()
        self.seq = 0

    def commit(self, row: tuple[str, bytes, bytes], key: str) -> None:
        """Commit one sale's rows."""
        self.seq += 1
        cursor = self.cursor
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO journal VALUES (?, ?, ?, ?)", (self.seq, *row))
        cursor.execute("INSERT INTO receipt VALUES (?, ?)", (key, row[0]))
        cursor.execute("COMMIT")
        if self.wal.stat().st_size > WAL_BYTES_MAX:
            self.idle()

    def idle(self) -> None:
        """Checkpoint, as the writer does when nothing is to be written."""
        self.cursor.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(folder: Path, members: int, feed_rows: int) -> dict[str, float]:
    """Return microseconds: record_sale, rating alone, the plain script."""
    clock = SetClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC))
    with open_shop(folder / f"shop-{members}", clock) as station:
        seed(station, members, feed_rows)
        gc.freeze()  # as the counter does once it is warm
        plain = Plain(folder / f"shop-{members}")
        make = bills(station, members, random.Random(7), 0)
        ours: list[float] = []
        rating: list[float] = []
        raw: list[float] = []
        for round_at in range(ROUNDS):
            batch = [make() for _ in range(PER_ROUND)]
            for bill in batch:
                began = perf_counter_ns()
                outcome = record_sale(station.shop, "staff", bill)
                ours.append((perf_counter_ns() - began) / 1000)
                rating.append(_rating_us(station, bill))
                if not isinstance(outcome, SaleRecorded):
                    raise SystemExit(f"refused: {outcome}")
                _, body, digest = station.db.unsent(station.db.head[0] - 1, 1)[0]
                began = perf_counter_ns()
                plain.commit((bill.id, body, digest), f"receipt:main:1:2026-27:{bill.number}")
                raw.append((perf_counter_ns() - began) / 1000)
            station.pump()
            sleep(2 * IDLE_S)
            plain.idle()
            clock.at += timedelta(minutes=round_at)
        skip = PER_ROUND
        return {
            "record_p50": percentile(ours[skip:], 0.5),
            "record_p99": percentile(ours[skip:], 0.99),
            "rating_p50": percentile(rating[skip:], 0.5),
            "plain_p50": percentile(raw[skip:], 0.5),
            "plain_p99": percentile(raw[skip:], 0.99),
        }


def _rating_us(station: Station, bill: Bill) -> float:
    rules, at = station.shop.rules, station.shop.moment()
    state = station.shop.state(bill.member)
    began = perf_counter_ns()
    context = context_of(rules, state, at.on, at.minute, "main")
    lines = price(bill, rules, context.tier, state).lines
    rate(rules, lines, context)
    promise_effects(rules, lines, context, state, Giving(at.on, bill.id, "K2"))
    return (perf_counter_ns() - began) / 1000


def sustained(folder: Path, seconds: int, members: int) -> dict[str, float]:
    """Record a hundred sales a second for some time with booking in the background."""
    clock = SetClock(datetime(2026, 11, 20, 6, 0, tzinfo=UTC))
    with open_shop(folder / "sustained", clock, background=True) as station:
        seed(station, members, 0)
        make = bills(station, members, random.Random(8), 0)
        took: list[float] = []
        lag: list[int] = []
        ends = perf_counter() + seconds
        while perf_counter() < ends:
            bill = make()
            began = perf_counter_ns()
            record_sale(station.shop, "staff", bill)
            took.append((perf_counter_ns() - began) / 1000)
            lag.append(station.db.head[0] - station.db.own_seq)
            sleep(max(0.0, PACE_S - (perf_counter_ns() - began) / 1e9))
        began_drain = perf_counter()
        station.pump()
        return {
            "sales_per_second": len(took) / seconds,
            "record_p50": percentile(took, 0.5),
            "record_p99": percentile(took, 0.99),
            "lag_median": statistics.median(lag),
            "lag_max": max(lag),
            "drain_s": perf_counter() - began_drain,
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--sustained", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="sikka-bench-") as name:
        folder = Path(name)
        small = measure(folder / "small", 1000, 0)
        figures["1,000 members"] = small
        net = small["record_p50"] - small["rating_p50"]
        figures["p50 ratio (limit 1.5)"] = round(net / small["plain_p50"], 2)
        net = small["record_p99"] - small["rating_p50"]
        figures["p99 ratio (limit 2)"] = round(net / small["plain_p99"], 2)
        if asked.large:
            large = measure(folder / "large", 200_000, 5_000_000)
            figures["200,000 members, 5,000,000 feed rows"] = large
            flat = (large["record_p50"] / large["plain_p50"]) / (
                small["record_p50"] / small["plain_p50"]
            )
            figures["growth (limit 1.3)"] = round(flat, 2)
        if asked.sustained:
            figures[f"sustained {asked.sustained} s"] = sustained(
                folder / "long", asked.sustained, 1000
            )
    if asked.json:
        print(json.dumps(figures))
        return
    for what, figure in figures.items():
        print(f"{what}: {_told(figure)}")


def _told(figure: object) -> str:
    if isinstance(figure, dict):
        return ", ".join(f"{name} {value:.1f}" for name, value in figure.items())
    return str(figure)


if __name__ == "__main__":
    main()
