"""A shop's backup is whole, made while the counter runs, and brings nobody back who was erased."""

import shutil
import stat
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.config import read_settings, write_settings
from app.services.clocks import SetClock
from app.services.erasing import MemberErased, erase
from app.services.staff import StaffSaved, set_staff
from app.station import ShopInUseError, Station, open_station
from app.station.backups import Backup, BackupError, backup, newest, prune, verify
from app.station.examining import examine
from app.station.restoring import RestoreError, restore
from app.storage.files import open_reader
from app.storage.vault import Admission
from tests.helpers.command import sikka
from tests.helpers.shops import MORNING, enrol, make_shop, new_station, sell

pytestmark = pytest.mark.slow

NOW = datetime(2026, 6, 16, 20, 0, tzinfo=UTC)


def a_shop(folder: Path) -> Path:
    """A closed shop with a member who has a name, and two sales."""
    with new_station(folder) as station:
        asha = enrol(station.shop)
        station.shop.vault.admit(Admission(asha, "Asha", "9876543210"))
        sell(station.shop, "B-1", 300_000, member=asha)
        sell(station.shop, "B-2", 20_000)
    return folder


def reopened(folder: Path) -> Station:
    return open_station(folder, SetClock(MORNING + timedelta(hours=3)), background=False)


def rows_of(folder: Path, file: str, query: str) -> list[tuple[object, ...]]:
    connection = open_reader(folder / file)
    try:
        return list(connection.execute(query))
    finally:
        connection.close()


def test_what_was_restored_is_a_healthy_shop_that_goes_on(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    made = backup(shop, tmp_path / "to", NOW)
    with reopened(shop) as station:
        sell(station.shop, "B-3", 5_000)
    _, aside = restore(made.path, shop, NOW, replace=True)
    assert examine(shop).findings == ()
    with reopened(shop) as station:
        sell(station.shop, "B-3", 7_000)
        station.pump()
    report = examine(shop)
    assert (report.findings, report.journal_rows) == ((), made.journal_rows + 1)
    assert aside is not None
    assert examine(aside).findings == ()


def test_a_backup_belongs_to_its_owner_alone(tmp_path: Path):
    made = backup(a_shop(tmp_path / "shop"), tmp_path / "to", NOW)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in made.path.iterdir()} == {0o600}
    assert {"station.db", "cell.db", "keys.db", "secret.key", "settings.toml"} == set(made.files)


def test_backups_made_while_the_counter_sells_are_all_whole(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        asha = enrol(station.shop)
        done = threading.Event()

        def sell_on() -> None:
            for at in range(60):
                sell(station.shop, f"B-{at}", 1_000 + at, member=asha)
                station.pump()
            done.set()

        seller = threading.Thread(target=sell_on)
        seller.start()
        made: list[Backup] = []
        while not done.is_set() and len(made) < 8:
            then = NOW + timedelta(seconds=len(made))
            made.append(backup(tmp_path / "shop", tmp_path / "to", then))
        seller.join()
    for at, one in enumerate(made):
        restore(one.path, tmp_path / f"again {at}", NOW, replace=False)
        assert examine(tmp_path / f"again {at}").findings == ()


@pytest.mark.parametrize("name", ["station.db", "cell.db", "keys.db", "secret.key"])
def test_a_changed_byte_is_found(tmp_path: Path, name: str):
    made = backup(a_shop(tmp_path / "shop"), tmp_path / "to", NOW)
    body = bytearray((made.path / name).read_bytes())
    body[len(body) // 2] ^= 1
    (made.path / name).write_bytes(body)
    with pytest.raises(BackupError, match=name):
        verify(made.path)
    with pytest.raises(BackupError, match=name):
        restore(made.path, tmp_path / "again", NOW, replace=False)
    assert not (tmp_path / "again").exists()


def test_a_damaged_shop_gives_no_backup_and_leaves_nothing_behind(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    with reopened(shop) as station:
        station.db.writer.run(
            lambda tx: tx.cursor.execute("UPDATE journal SET body = x'00' WHERE seq = 2")
        )
    with pytest.raises(BackupError, match="row 2 of the journal"):
        backup(shop, tmp_path / "to", NOW)
    assert list((tmp_path / "to").iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    made = backup(shop, tmp_path / "to", NOW)
    before = (shop / "station.db").read_bytes()
    with pytest.raises(RestoreError, match="--replace"):
        restore(made.path, shop, NOW, replace=False)
    assert (shop / "station.db").read_bytes() == before


def test_an_open_shop_is_not_replaced(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    made = backup(shop, tmp_path / "to", NOW)
    with reopened(shop), pytest.raises(ShopInUseError):
        restore(made.path, shop, NOW, replace=True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["shop", "to"]


def test_who_was_erased_after_the_backup_stays_erased(tmp_path: Path):
    folder = make_shop(tmp_path / "shop")
    with new_station(folder) as station:
        owner = set_staff(station.shop, "", "Meena", "owner", pin="2580")
        assert isinstance(owner, StaffSaved)
        asha, ravi = enrol(station.shop), enrol(station.shop, "ravi")
        station.shop.vault.admit(Admission(asha, "Asha"), Admission(ravi, "Ravi"))
        station.pump()
    made = backup(folder, tmp_path / "to", NOW)
    with reopened(folder) as station:
        assert isinstance(erase(station.shop, owner.staff.id, owner.staff.id, asha), MemberErased)
    restore(made.path, folder, NOW, replace=True)
    assert rows_of(folder, "keys.db", "SELECT member FROM member_key") == [(ravi,)]
    with reopened(folder) as station:
        assert station.shop.state(asha).erased
        assert station.shop.vault.find_name("Asha", 5) == []
    assert examine(folder).findings == ()


def test_a_restored_station_of_a_hub_says_so_until_the_hub_knows(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    write_settings(shop, replace(read_settings(shop), hub="https://hub.example"))
    (shop / "cell.db").unlink()
    made = backup(shop, tmp_path / "to", NOW)
    restore(made.path, tmp_path / "again", NOW, replace=False)
    query = "SELECT value FROM meta WHERE key = 'restored'"
    assert rows_of(tmp_path / "again", "station.db", query) == [("1",)]
    assert rows_of(shop, "station.db", query) == []


def test_a_shop_of_its_own_is_backed_up_once_a_day_and_a_week_is_kept(tmp_path: Path):
    clock = SetClock(MORNING)
    with new_station(tmp_path / "shop", clock) as station:
        for _ in range(9):
            station.tending.back_up()
            station.tending.back_up()
            clock.at += timedelta(days=1)
    names = sorted(one.name[:14] for one in (tmp_path / "shop" / "backups").iterdir())
    assert names == [f"sikka-202606{day}" for day in range(17, 24)]


def test_a_backup_that_cannot_be_made_is_told_and_tried_again(tmp_path: Path):
    clock = SetClock(MORNING)
    with new_station(tmp_path / "shop", clock) as station:
        (tmp_path / "shop" / "backups").write_text("in the way")
        for _ in range(2):
            with pytest.raises(BackupError, match="sikka backup --to"):
                station.tending.back_up()
        (tmp_path / "shop" / "backups").unlink()
        clock.at += timedelta(hours=2)
        station.tending.back_up()
        assert len(list((tmp_path / "shop" / "backups").iterdir())) == 1


def test_only_the_newest_are_kept(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    made = [backup(shop, tmp_path / "to", NOW + timedelta(days=day)).path for day in range(3)]
    prune(tmp_path / "to", 2)
    assert sorted((tmp_path / "to").iterdir()) == made[1:]


def test_what_somebody_put_beside_them_is_left_alone(tmp_path: Path):
    shop, to = a_shop(tmp_path / "shop"), tmp_path / "to"
    first = backup(shop, to, NOW).path
    copies = [
        Path(shutil.copytree(first, to / name))
        for name in (f"{first.name}-before-the-update", "sikka-to-keep")
    ]
    later = backup(shop, to, NOW + timedelta(days=1)).path
    assert newest(to) == NOW + timedelta(days=1)
    prune(to, 1)
    assert sorted(to.iterdir()) == sorted([*copies, later])


def test_the_command_line_backs_up_and_restores(tmp_path: Path):
    shop = a_shop(tmp_path / "shop")
    saved = sikka("backup", "--data", shop, "--to", tmp_path / "to")
    assert saved.code == 0, saved.err
    path = saved.out.splitlines()[0]
    refused = sikka("restore", path, "--data", shop)
    assert (refused.code, "--replace" in refused.err) == (1, True)
    done = sikka("restore", path, "--data", shop, "--replace")
    assert done.code == 0, done.err
    assert sikka("doctor", "--data", shop).code == 0
