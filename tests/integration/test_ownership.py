"""One process writes a shop's files; others read, or are told who has it."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.clocks import SetClock
from app.services.open_sales import sale_of, todays_sales
from app.station import ShopInUseError, Station, open_station, read_shop
from app.storage.secret import VaultDamagedError
from tests.helpers.shops import MORNING, enrol, make_shop, new_station, sell
from tests.helpers.tree import ROOT

OPEN = """
import sys
from pathlib import Path
from app.station import ShopInUseError, open_station, read_shop
from app.services.clocks import SetClock
from tests.helpers.shops import MORNING, number
folder = Path(sys.argv[1])
with read_shop(folder, SetClock(MORNING)) as shop:
    print(shop.state(number("member asha")).purchases)
try:
    open_station(folder)
except ShopInUseError as error:
    print(error)
"""


def closed_shop(folder: Path) -> Path:
    with new_station(make_shop(folder)) as station:
        sell(station.shop, "B-1", 500, member=enrol(station.shop))
    return folder


def again(folder: Path) -> Station:
    return open_station(folder, SetClock(MORNING), background=False)


@pytest.mark.process
def test_a_second_process_is_refused_by_name_and_may_read(tmp_path: Path):
    with new_station(tmp_path) as station:
        member = enrol(station.shop)
        sell(station.shop, "B-1", 500, member=member)
        station.pump()
        sell(station.shop, "B-2", 500, member=member)  # in the journal only
        done = subprocess.run(
            [sys.executable, "-c", OPEN, tmp_path], cwd=ROOT, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        purchases, refusal = done.stdout.splitlines()
        assert purchases == "2"
        assert f"process {os.getpid()}" in refusal
        assert "Close that counter first" in refusal
        assert done.stderr == ""
        sell(station.shop, "B-3", 500, member=member)
    again(tmp_path).close()


def test_a_second_counter_in_this_process_is_refused_too(tmp_path: Path):
    with new_station(tmp_path), pytest.raises(ShopInUseError):
        again(tmp_path)


def test_a_reader_cannot_write(tmp_path: Path):
    folder = closed_shop(tmp_path)
    with read_shop(folder, SetClock(MORNING)) as shop:
        assert len(todays_sales(shop)) == 1
        with pytest.raises(RuntimeError, match="reading only"):
            sell(shop, "B-2", 500)


def test_a_shop_that_could_not_be_opened_can_be_opened_once_it_is_mended(tmp_path: Path):
    folder = closed_shop(tmp_path)
    secret = (folder / "secret.key").read_bytes()
    (folder / "secret.key").write_bytes(bytes(32))
    with pytest.raises(VaultDamagedError):
        again(folder)
    (folder / "secret.key").write_bytes(secret)
    again(folder).close()


def test_a_lock_left_by_a_dead_process_locks_nobody_out(tmp_path: Path):
    folder = closed_shop(tmp_path)
    (folder / "lock").write_text("999999")
    with again(folder) as station:
        sale = sell(station.shop, "B-2", 500)
        assert sale_of(station.shop, sale.sale) is not None


def test_who_only_reads_the_lock_file_changes_nothing(tmp_path: Path):
    folder = closed_shop(tmp_path)
    with (folder / "lock").open() as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        with pytest.raises(ShopInUseError):
            again(folder)
    with again(folder) as station:
        sell(station.shop, "B-2", 500)
