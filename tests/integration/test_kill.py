"""A counter that dies at any instant loses nothing it had acknowledged and doubles nothing."""

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.domain.facts import Returned, Sold, Voided
from app.services.clocks import SetClock
from app.services.open_sales import sale_of
from app.station import Station, open_station
from app.station.examining import examine
from app.storage import audit, failpoints
from app.wire.events import decode
from tests.helpers.shops import MORNING, enrol, make_shop, new_station, number
from tests.helpers.tree import ROOT

pytestmark = [pytest.mark.process, pytest.mark.slow]
OTHER_POINTS = (
    "adopt.", "enrol.", "epoch.", "erase.", "freeze.", "hold.", "refill.", "refold.", "replica.",
    "resync.", "snapshot.",
)  # fmt: skip
SALE_POINTS = [name for name in failpoints.NAMES if not name.startswith(OTHER_POINTS)]


def shop_in(folder: Path) -> Path:
    make_shop(folder)
    with new_station(folder) as station:
        enrol(station.shop)
        enrol(station.shop, "ravi")
    return folder


def start(folder: Path, first: int, count: int, failpoint: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.till", folder, str(first), str(count), failpoint],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def journalled(folder: Path) -> Counter[tuple[str, str]]:
    """What the journal holds: how often each sale was sold, voided, returned."""
    found: Counter[tuple[str, str]] = Counter()
    with audit.snapshot(folder / "station.db") as core:
        for row in audit.journal_rows(core):
            event = decode(row.body)
            match event.facts:
                case Sold():
                    found["sold", event.id] += 1
                case Voided(sale=sale):
                    found["voided", sale] += 1
                case Returned(parts=parts):
                    found["returned", parts[0].sale] += 1
                case _:
                    pass
    return found


def check(folder: Path, acknowledged: list[tuple[str, str]]) -> None:
    """Reopen: everything acknowledged is there once, booking completes, nothing is wrong."""
    with open_station(folder, SetClock(MORNING), background=False) as station:
        assert not station.db.pending
        found = journalled(folder)
        assert set(found.values()) <= {1}
        missing = [one for one in acknowledged if one not in found]
        assert missing == []
        assert len(found) - len(acknowledged) <= 1, "at most what was on its way at the end"
        check_sums(station, found)
    report = examine(folder)
    assert [str(one) for one in report.findings] == []


def check_sums(station: Station, found: Counter[tuple[str, str]]) -> None:
    kept: Counter[str] = Counter()
    for what, sale_id in found:
        if what == "sold" and ("voided", sale_id) not in found:
            sale = sale_of(station.shop, sale_id)
            assert sale is not None
            kept[sale.member] += 1
    for name in ("asha", "ravi"):
        member = number(f"member {name}")
        assert station.shop.state(member).purchases == kept[member]


def read(out: str) -> list[tuple[str, str]]:
    words = [line.split() for line in out.splitlines()]
    return [(one[0], one[1]) for one in words if len(one) == 2]


def test_an_undisturbed_counter_closes_in_order(tmp_path: Path):
    folder = shop_in(tmp_path)
    out, err = start(folder, 1, 12).communicate(timeout=60)
    assert (err, out.splitlines()[-1]) == ("", "closed")
    check(folder, read(out))


@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize("name", SALE_POINTS)
def test_killed_at_a_failpoint(tmp_path: Path, name: str, times: int):
    folder = shop_in(tmp_path)
    # Booking of many sales may take few passes, so the first is reached by opening alone.
    child = start(folder, 1, 400 if name.startswith("journal") else 3_000, f"{name}:{times}")
    out, err = child.communicate(timeout=60)
    assert err == ""
    assert child.returncode == -signal.SIGKILL, f"{name} was never reached"
    check(folder, read(out))


def test_killed_at_random_moments_over_and_over(tmp_path: Path, rounds: int):
    """One shop for all rounds, so that each reopens what the last one left."""
    dice = random.Random(20261122)
    folder = shop_in(tmp_path)
    acknowledged: list[tuple[str, str]] = []
    for turn in range(rounds):
        child = start(folder, 1 + turn * 5_000, 4_000)
        assert child.stdout is not None
        assert child.stderr is not None
        with child, child.stdout as said, child.stderr as complaints:
            lines = [said.readline() for _ in range(dice.randint(1, 60))]
            child.kill()
            # Not communicate(): it leaves out what was read ahead of the lines.
            rest, err = said.read(), complaints.read()
        assert err == ""
        heard = "".join(lines) + rest
        whole = heard[: heard.rfind("\n") + 1]
        acknowledged += read(whole)
        unsure = 1 + turn  # each round may leave one act that nobody was told of
        with open_station(folder, SetClock(MORNING), background=False):
            found = journalled(folder)
        assert set(found.values()) == {1}
        assert [one for one in acknowledged if one not in found] == []
        assert len(found) <= len(acknowledged) + unsure
    with open_station(folder, SetClock(MORNING), background=False) as station:
        check_sums(station, journalled(folder))
    assert [str(one) for one in examine(folder).findings] == []
