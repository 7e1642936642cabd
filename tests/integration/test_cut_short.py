"""Killed in the middle of a backup or a restore: nothing half is ever taken for something whole."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from app.config import SettingsError
from app.hub import backups as hub_backups
from app.hub.store import SqliteStore, read_store
from app.hub.trust import write_hub_key
from app.insight.hub_doctor import examine_store
from app.services.clocks import SetClock
from app.station import backups, open_station
from app.station.examining import examine
from app.station.restoring import restore
from app.storage.files import open_reader
from tests.helpers.cut_short import cut_short, sikka
from tests.helpers.hub_stores import busy_store
from tests.helpers.shops import MORNING, enrol, new_station, sell

pytestmark = [pytest.mark.process, pytest.mark.slow]

NOW = datetime(2026, 6, 16, 20, 0, tzinfo=UTC)
Prepared = Callable[[Path], Callable[[], object]]


def every_cut(tmp_path: Path, base: Path, prepared: Prepared) -> Iterator[Path]:
    """Give a copy of `base` for each change before which an act on it is killed.

    The last one given is that of the act that came to its end.
    """
    for at in count(1):
        folder = tmp_path / f"cut-{at}"
        shutil.copytree(base, folder)
        killed = cut_short(prepared(folder), folder, at)
        yield folder
        shutil.rmtree(folder)
        if not killed:
            assert at > 5
            return


def journal_rows(folder: Path) -> int:
    with closing(open_reader(folder / "station.db")) as file:
        return int(file.execute("SELECT count(*) FROM journal").fetchone()[0])


# ---------------------------------------------------------------- a shop's own folder


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """BASE/shop, and in BASE/backups/sikka-… what it was a sale before."""
    base = tmp_path / "base"
    with new_station(base / "shop") as station:
        sell(station.shop, "B-1", 300_000, member=enrol(station.shop))
    backups.backup(base / "shop", base / "backups", NOW)
    with open_station(base / "shop", SetClock(MORNING), background=False) as station:
        sell(station.shop, "B-2", 300_000)
    return base


def test_a_half_backup_of_a_shop_is_never_taken_for_a_good_one(tmp_path: Path, shop: Path):
    later, then = NOW + timedelta(days=1), NOW + timedelta(days=2)
    ends = []
    for folder in every_cut(
        tmp_path, shop,
        lambda folder: partial(backups.backup, folder / "shop", folder / "backups", later),
    ):  # fmt: skip
        to = folder / "backups"
        found = sorted(to.glob("sikka-*"))
        for one in found:
            backups.verify(one)
        assert backups.has_one_of(to, later) == (len(found) == 2)
        ends.append(len(found))
        backups.backup(folder / "shop", to, then)
        backups.prune(to)
        assert {one.name[:6] for one in to.iterdir()} == {"sikka-"}
    assert set(ends) == {1, 2}


def test_a_half_restore_leaves_the_old_shop_or_the_new_one(tmp_path: Path, shop: Path):
    before = journal_rows(shop / "shop")
    (made,) = (shop / "backups").iterdir()
    rows = []

    def again(folder: Path) -> Callable[[], object]:
        path = folder / "backups" / made.name
        return partial(restore, path, folder / "shop", NOW, replace=True)

    for folder in every_cut(tmp_path, shop, again):
        there = folder / "shop"
        rows.append(journal_rows(there))
        assert [str(one) for one in examine(there).findings] == []
        if rows[-1] < before:
            # The old one is beside it, whole.
            (old,) = [one for one in folder.iterdir() if one.name not in {"shop", "backups"}]
            assert journal_rows(old) == before
        killed = shutil.copytree(folder, tmp_path / "killed")
        open_station(killed / "shop", SetClock(MORNING), background=False).close()
        assert not list(killed.glob(".shop.*.whole")), "opening it finishes what was begun"
        if rows[-1] < before:
            (old,) = killed.glob("shop.replaced-*")
            assert journal_rows(old) == before
        shutil.rmtree(killed)
        restore(folder / "backups" / made.name, there, NOW + timedelta(hours=1), replace=True)
        assert journal_rows(there) == before - 1
        assert not list(folder.glob(".shop.*"))
        asides = [journal_rows(one) for one in folder.glob("shop.replaced-*")]
        assert before in asides, "the old shop is never lost"
    assert rows == sorted(rows, reverse=True)
    assert set(rows) == {before, before - 1}


def test_a_folder_that_only_looks_like_a_restores_is_left_alone(shop: Path):
    kept = shutil.copytree(shop / "shop", shop / ".shop.1.whole")
    open_station(shop / "shop", SetClock(MORNING), background=False).close()
    (made,) = (shop / "backups").iterdir()
    restore(made, shop / "shop", NOW, replace=True)
    assert journal_rows(kept) > 0


def test_a_half_restore_of_a_lost_shop_is_no_shop(tmp_path: Path, shop: Path):
    shutil.rmtree(shop / "shop")
    (made,) = (shop / "backups").iterdir()
    seen = set()
    for folder in every_cut(
        tmp_path, shop,
        lambda folder: partial(
            restore, folder / "backups" / made.name, folder / "shop", NOW, replace=False
        ),
    ):  # fmt: skip
        try:
            seen.add(str(examine(folder / "shop").findings))
        except SettingsError:
            seen.add("none")
            restore(folder / "backups" / made.name, folder / "shop", NOW, replace=False)
            assert not list(folder.glob(".shop.*"))
    assert seen == {"none", "()"}


# ---------------------------------------------------------------- a hub's store


def store_of(folder: Path) -> str:
    return f"sqlite:///{folder / 'hub.db'}"


def feed_rows(folder: Path) -> int:
    """How many rows the feed of a store has in which nothing is wrong."""
    with read_store(store_of(folder)) as core:
        reports = list(examine_store(core))
        assert [str(one) for report in reports for one in report.findings] == []
    with closing(open_reader(folder / "hub.db")) as file:
        return int(file.execute("SELECT count(*) FROM feed").fetchone()[0])


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub's folder with a store that a killed server left, and a backup of it in backups."""
    busy_store(tmp_path / "made").close()
    base = tmp_path / "base"
    base.mkdir()
    shutil.copy(tmp_path / "made" / "shop" / "cell.db", base / "hub.db")
    write_hub_key(base, bytes(range(32)))
    store = SqliteStore(base / "hub.db")
    with store.read() as core:
        hub_backups.backup(core, base / "backups", NOW)
    store.close()
    return base


def back_up(folder: Path, now: datetime) -> None:
    store = SqliteStore(folder / "hub.db")
    try:
        with store.read() as core:
            hub_backups.backup(core, folder / "backups", now)
    finally:
        store.close()


def test_a_half_backup_of_a_hub_is_never_taken_for_a_good_one(tmp_path: Path, hub: Path):
    later, then = NOW + timedelta(days=1), NOW + timedelta(days=2)
    ends = []
    for folder in every_cut(tmp_path, hub, lambda folder: partial(back_up, folder, later)):
        to = folder / "backups"
        found = sorted(to.glob("hub-*.db"))
        for one in found:
            hub_backups.verify(one)
        assert hub_backups.has_one_of(to, later.date()) == (len(found) == 2)
        ends.append(len(found))
        back_up(folder, then)
        hub_backups.prune(to, 7)
        assert len([*to.iterdir()]) == 2 * len([*to.glob("hub-*.db")])
    assert set(ends) == {1, 2}


def test_a_half_restore_leaves_the_old_store_or_the_new_one(tmp_path: Path, hub: Path):
    (made,) = (hub / "backups").glob("*.db")
    before = feed_rows(hub)
    marked = set()
    with closing(sqlite3.connect(hub / "hub.db", isolation_level=None)) as file:
        file.execute("UPDATE presence SET version = 'old'")
        old = file.execute("SELECT incarnation FROM cell").fetchone()[0]

    for folder in every_cut(
        tmp_path, hub,
        lambda folder: partial(
            sikka, "hub", "restore", folder / "backups" / made.name, "--store", store_of(folder),
            "--data", folder, "--replace",
        ),
    ):  # fmt: skip
        assert feed_rows(folder) == before
        with closing(open_reader(folder / "hub.db")) as file:
            now = file.execute("SELECT incarnation FROM cell").fetchone()[0]
        marked.add(now > old)
        if now > old:
            (aside,) = (*folder.glob("hub.db.replaced-*"), *folder.glob("hub.db.*.whole"))
            with closing(open_reader(aside)) as file:
                assert file.execute("SELECT incarnation FROM cell").fetchone()[0] == old
        sikka_again(folder, made.name)
        assert feed_rows(folder) == before
    assert marked == {False, True}


def sikka_again(folder: Path, name: str) -> None:
    place = ("--store", store_of(folder), "--data", folder)
    done = cut_short(
        partial(sikka, "hub", "restore", folder / "backups" / name, *place, "--replace"),
        folder, 1_000,
    )  # fmt: skip
    assert not done
