"""A counter is drawn before what can wait is loaded (decisions/0007, 0031)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.shops import enrol, new_station, sell
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.process

OPEN = """
import sys
from app.sync.background import Background
Background.start = lambda self: None  # it loads them beside the first picture
import app.station.screens, app.ui.application
from pathlib import Path
from app.services.clocks import SystemClock
from app.station import Station
Station(Path(sys.argv[1]), SystemClock(), background=True)
heavy = ("sqlalchemy", "alembic", "holidays", "babel", "app.wire.programmes", "app.hub",
         "app.ui.viewmodels.counter", "app.services.dashboard")
print([name for name in heavy if name in sys.modules])
"""


def test_an_open_shop_has_loaded_nothing_that_can_wait(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        sell(station.shop, "B-1", 20_000, member=enrol(station.shop))
        station.pump()
    found = subprocess.run(
        [sys.executable, "-c", OPEN, str(tmp_path / "shop")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"
