"""From spawning the process to a scanned member on the screen, beside an empty Controls window.

Both are spawned in turn, offscreen and drawn by software, with files in the page cache and
compiled Python kept, as on a till that has been started before. The counter is opened as
`sikka counter` opens it, on a shop made here; a cashier signs in by PIN and scans a card as soon
as the screens take it, and records ten sales some seconds later.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import monotonic_ns
from typing import Any

from app.domain.bills import Bill, amount_line
from app.services.clocks import SetClock
from app.services.sales import SaleRecorded, record_sale
from app.station import open_station
from tests.helpers import people

ROUNDS = 9
RATIO_LIMIT = 2.5
MEMORY_LIMIT = 2.2
GAP_LIMIT_MS = 100
PIN = "4826"
MEMBERS = 200


def furnish(folder: Path) -> str:
    """Make a shop with an owner, members and some weeks of sales; return a card's number."""
    people.create(folder)
    now = datetime.now(UTC)
    clock = SetClock(now - timedelta(days=40))
    with open_station(folder, clock, background=False) as station:
        shop = station.shop
        owner = people.owner_of(shop)
        views = [
            people.joined(shop, f"Aarti Sharma {number}", f"98765{number:05}")
            for number in range(MEMBERS)
        ]
        for day in range(40):
            clock.at = now - timedelta(days=40 - day)
            for at, view in enumerate((views[0], *views[day::40])):
                bill = Bill(shop.mint(), f"F-{day}-{at}", (amount_line(126_400),), view.member)
                if not isinstance(record_sale(shop, owner, bill), SaleRecorded):
                    raise SystemExit("a sale of the bench's shop was refused")
            station.pump()
            station.end_days()
        return views[0].cards[-1].number


def launch(compiled: Path, *arguments: str) -> dict[str, Any]:
    """Spawn a child and return what it tells; `compiled` keeps its bytecode."""
    child = [sys.executable, "-m", "tests.bench.launch_child", arguments[0], str(monotonic_ns())]
    environment = {
        **{name: kept for name, kept in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(compiled),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }
    done = subprocess.run(
        [*child, *arguments[1:]], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"a window did not open:\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, compiled = Path(place) / "shop", Path(place) / "compiled"
        folder.mkdir()
        card = furnish(folder)
        ours_asked = ("counter", str(folder), card, PIN)
        launch(compiled, "empty")
        launch(compiled, *ours_asked)  # the first start of a checkout compiles Python and QML
        rounds = [
            (launch(compiled, "empty"), launch(compiled, *ours_asked)) for _ in range(asked.rounds)
        ]
    empty_ms, ours_ms = (median(pair[side]["ms"] for pair in rounds) for side in (0, 1))
    empty_mb, ours_mb = (median(pair[side]["mb"] for pair in rounds) for side in (0, 1))
    figures = {
        "empty ms": round(empty_ms),
        "counter ms": round(ours_ms),
        "launch ratio": round(ours_ms / empty_ms, 2),
        "gui gap ms": median(ours["gap"] for _, ours in rounds),
        "empty MB": empty_mb,
        "counter MB": ours_mb,
        "memory ratio": round(ours_mb / empty_mb, 2),
    }
    if asked.json:
        print(json.dumps(figures))
        return
    print(f"limits: launch {RATIO_LIMIT}x, gui gap {GAP_LIMIT_MS} ms, memory {MEMORY_LIMIT}x")
    for what, figure in figures.items():
        print(f"{what}: {figure}")
    steps = [ours["steps"] for _, ours in rounds]
    print("  ".join(f"{name} {median(one[name] for one in steps):.0f}" for name in steps[0]))
    print("greatest gap after:", ", ".join(ours["gap_after"] for _, ours in rounds))


if __name__ == "__main__":
    main()
