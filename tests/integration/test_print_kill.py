"""A counter killed while it prints: every bill has its slip, none more than twice."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import read_settings, write_settings
from app.station import read_shop
from tests.helpers.kills import KILLED
from tests.helpers.printers import loopback
from tests.helpers.shops import new_station
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.slow


def till(folder: Path, first: int, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.print_till", str(folder), str(first), str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("bills", [1, 4])
def test_a_kill_in_the_middle_of_a_slip_loses_none(tmp_path: Path, bills: int):
    folder = tmp_path / "shop"
    with new_station(folder):
        pass
    # A printer that never says it is done keeps the counter waiting for it, slip in hand.
    with loopback(done=None) as printer:
        settings = read_settings(folder)
        write_settings(folder, replace(settings, print="always", printer=printer.address))
        killed = till(folder, 1, bills)
        printer.wait_for(1)
        killed.kill()
        out, err = killed.communicate(timeout=60)
        assert (killed.returncode, err) == (KILLED, "")
        sold = [line.split()[1] for line in out.splitlines()]
        printer.done = 0
        after = till(folder, 101, 1)
        out, err = after.communicate(timeout=120)
        assert (after.returncode, err) == (0, "")
        sold += [line.split()[1] for line in out.splitlines()]
        slips = printer.whole
    with read_shop(folder) as shop, shop.db.cursor(None) as cursor:
        jobs = dict(cursor.execute("SELECT id, state FROM print_job").fetchall())
        recorded = {row[0] for row in cursor.execute("SELECT event_id FROM receipt")}
    assert set(sold) <= recorded, "nothing acknowledged is lost"
    assert set(jobs) == recorded, "every bill has its slip, and nothing else has"
    assert set(jobs.values()) == {"printed"}
    assert len(slips) == len(jobs) + 1, "only the one in hand came twice"
    assert len(slips[1]) > len(slips[0]), "and says so in a band above"
