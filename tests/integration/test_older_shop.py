"""A shop that version 0.1 wrote opens with this one: every coin is there, nothing is wrong."""

import json
import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.members import MemberState, coins_on, paid_minor, visit_days
from app.services.clocks import SetClock
from app.station import StaleShopError, Station, open_station, read_shop
from app.station.examining import examine
from app.storage.writer import TABLES_VERSION, NewerFileError
from app.wire.events import decode
from tests.helpers.shops import sell
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.slow

OLD = ROOT / "tests/data/shop-0.1.tar.xz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with tarfile.open(OLD) as packed:
        packed.extractall(tmp_path, filter="data")
    return tmp_path / "shop-0.1"


@pytest.fixture
def expected(old: Path) -> Any:
    return json.loads((old / "expected.json").read_text("utf-8"))


def opened(folder: Path, **how: Any) -> Station:
    as_of = json.loads((folder / "expected.json").read_text("utf-8"))["as_of"]
    return open_station(folder, SetClock(datetime.fromisoformat(as_of)), background=False, **how)


def numbers(state: MemberState, station: Station) -> dict[str, Any]:
    coins = coins_on(state, station.shop.moment().on)
    return {
        "available": coins.available,
        "pending": coins.pending,
        "debt": coins.debt,
        "earned": state.earned,
        "spent": state.spent,
        "purchases": state.purchases,
        "paid_minor": paid_minor(state),
        "visit_days": visit_days(state),
        "tiers": sorted(hold.tier for hold in state.holds),
    }


def check(folder: Path, expected: dict[str, Any]) -> None:
    with opened(folder) as station:
        shop = station.shop
        assert not station.db.stale
        for member, numbers_then in expected["members"].items():
            assert numbers(shop.state(member), station) == numbers_then
        for alias, survivor in expected["aliases"].items():
            assert shop.state(alias).member == survivor
    assert [str(one) for one in examine(folder).findings] == []


def test_every_coin_is_there_and_nothing_is_wrong(old: Path, expected: dict[str, Any]):
    check(old, expected)
    check(old, expected)


def test_the_counter_goes_on_selling(old: Path, expected: dict[str, Any]):
    asha = next(iter(expected["members"]))
    with opened(old) as station:
        before = station.shop.state(asha).purchases
        sell(station.shop, "N-1", 25_000, member=asha)
        station.pump()
        assert station.shop.state(asha).purchases == before + 1
    assert [str(one) for one in examine(old).findings] == []


def test_every_event_of_an_older_version_is_read(old: Path):
    with closing(sqlite3.connect(old / "station.db")) as db:
        bodies = [row[0] for row in db.execute("SELECT body FROM journal ORDER BY seq")]
    events = [decode(body) for body in bodies]
    assert {"enrolled", "sold", "returned", "voided", "claimed", "merged"} < {
        event.kind for event in events
    }
    assert len(events) == 24


def test_reading_waits_for_the_first_opening(old: Path):
    with pytest.raises(StaleShopError, match="sikka rebuild"), read_shop(old):
        pass
    assert "sikka rebuild" in "\n".join(map(str, examine(old).findings))
    with opened(old):
        pass
    with read_shop(old) as shop:
        assert shop.programme.id


@pytest.mark.parametrize("name", ["station.db", "cell.db", "keys.db"])
def test_a_file_of_a_newer_version_is_left_alone(old: Path, name: str):
    with opened(old):
        pass
    with closing(sqlite3.connect(old / name)) as db:
        db.execute(f"PRAGMA user_version={TABLES_VERSION + 1}")
    before = (old / name).read_bytes()
    with pytest.raises(NewerFileError, match="newer Sikka"), opened(old):
        pass
    assert (old / name).read_bytes() == before


@pytest.mark.process
@pytest.mark.slow
@pytest.mark.parametrize(
    "failpoint", ["refold.step:1", "refold.step:2", "replica.step:1", "replica.step:3",
                  "pull.folded:1", "pull.committed:1"],
)  # fmt: skip
def test_killed_half_way_it_goes_on(old: Path, expected: dict[str, Any], failpoint: str):
    command = [sys.executable, "-m", "tests.helpers.till", str(old), "1", "0", failpoint]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (child.stderr, child.returncode) == ("", -signal.SIGKILL)
    check(old, expected)


def dump(folder: Path) -> list[str]:
    """Everything that is in the shop's files, but for which booking wrote an account last."""
    lines: list[str] = []
    for file in ("station.db", "cell.db", "keys.db"):
        with closing(sqlite3.connect(folder / file)) as db, closing(sqlite3.connect("")) as copy:
            db.backup(copy)
            if file == "cell.db":
                copy.execute("UPDATE account SET last_seq = 0")
            lines += copy.iterdump()
    return sorted(lines)


def test_rebuilding_changes_nothing(old: Path):
    with opened(old):
        pass
    before = dump(old)
    with opened(old, rebuild=True):
        pass
    assert dump(old) == before


def test_rebuilding_mends_rows_that_were_changed(old: Path):
    with opened(old):
        pass
    with closing(sqlite3.connect(old / "station.db", isolation_level=None)) as db:
        db.execute("DELETE FROM finder")
        db.execute("UPDATE member SET state = '{}'")
    with closing(sqlite3.connect(old / "cell.db", isolation_level=None)) as db:
        db.execute("DELETE FROM account WHERE rowid = 1")
        db.execute("UPDATE account SET state = '{}'")
    assert "sikka rebuild" in "\n".join(map(str, examine(old).findings))
    with opened(old, rebuild=True):
        pass
    assert [str(one) for one in examine(old).findings] == []
