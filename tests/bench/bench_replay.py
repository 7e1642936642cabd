"""A file of real receipts through the counter's use cases: does a receipt cost the same to the end?

Takes the file given, else the development data beside the checkout; without either it writes
one with a seed. Booking and day-end jobs are part of the cost.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from app.services.clocks import SetClock
from app.services.replay import Pace, replay
from app.wire import sales_csv
from app.wire.sales_csv import BadReceipt, Receipt
from tests.bench.bench_sale import open_shop

DATA = Path(__file__).parents[3] / "shared" / "data"


def written(folder: Path, receipts: int = 6000) -> Path:
    """Write receipts of half a year with a seed: 20 lines, 800 members, a tenth returned."""
    draw = random.Random(11)
    path = folder / "sales.csv"
    start = datetime(2026, 1, 1, 9, 0)  # noqa: DTZ001 - shop-local, as the format says
    rows = ["receipt,kind,occurred_at,member,sku,name,quantity,unit_price"]
    for number in range(receipts):
        kind = "return" if number % 10 == 9 else "sale"
        at = start + timedelta(minutes=40 * number)
        member = f"M{draw.randrange(800)}"
        rows += [
            f"R{number},{kind},{at.isoformat()},{member},S{draw.randrange(500)},Thing,"
            f"{draw.randrange(1, 4)},{draw.randrange(100, 9000) / 100:.2f}"
            for _ in range(1 if kind == "return" else 20)
        ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def main() -> None:
    """Replay and print the mean cost of a receipt in each tenth."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    clock = SetClock(datetime.now(UTC))
    marks: list[float] = []
    lines: list[int] = []
    with tempfile.TemporaryDirectory() as name, open_shop(Path(name) / "s", clock) as station:
        file = asked.file or next(DATA.glob("*.csv.xz"), None) or written(Path(name))
        first = sales_csv.outline(file)
        if first.start is not None:
            clock.at = datetime.combine(first.start, time(12), UTC)

        def timed() -> Iterator[Receipt | BadReceipt]:
            for receipt in sales_csv.receipts(file, 2, first.torn):
                marks.append(perf_counter())
                lines.append(len(receipt.lines) if isinstance(receipt, Receipt) else 1)
                yield receipt

        pace = Pace(clock, station.pump, station.end_days)
        tally = replay(station.shop, pace, timed(), enrol=True)
        marks.append(perf_counter())
    count = len(marks) - 1
    edges = [count * at // 10 for at in range(11)]
    tenths = list(pairwise(edges))
    cost = [(marks[end] - marks[start]) / (end - start) * 1e6 for start, end in tenths]
    figures = {
        "file": file.name,
        "receipts": tally.receipts,
        "seconds": round(marks[-1] - marks[0], 1),
        "microseconds a receipt, by tenth": [round(one) for one in cost],
        "lines a receipt, by tenth": [
            round(sum(lines[start:end]) / (end - start), 1) for start, end in tenths
        ],
        "last tenth over first (limit 1.3)": round(cost[-1] / cost[0], 2),
    }
    if asked.json:
        print(json.dumps(figures))
        return
    for what, figure in figures.items():
        print(f"{what}: {figure}")


if __name__ == "__main__":
    main()
