"""`sikka hub backup | restore | doctor | rebuild | redrive` as somebody types them."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import update

from app.hub.store import SqliteStore
from app.hub.trust import write_hub_key
from app.storage.tables import account, feed
from tests.helpers.command import sikka
from tests.helpers.hub_process import HubProcess
from tests.helpers.hub_stores import busy_store

pytestmark = pytest.mark.slow


@pytest.fixture
def store(tmp_path: Path) -> tuple[str, ...]:
    """A closed store in a hub's folder, with the hub.key that sealed its secrets."""
    busy_store(tmp_path / "made").close()
    folder = tmp_path / "hub"
    folder.mkdir()
    shutil.copy(tmp_path / "made" / "shop" / "cell.db", folder / "hub.db")
    write_hub_key(folder, bytes(range(32)))
    return "--store", f"sqlite:///{folder / 'hub.db'}"


def saved(store: tuple[str, ...]) -> str:
    done = sikka("hub", "backup", *store)
    assert done.code == 0, done.err
    assert "hub.key is not in it" in done.out
    return done.out.splitlines()[0]


def test_a_backup_goes_back_in_place_of_a_damaged_store(store: tuple[str, ...], tmp_path: Path):
    path = saved(store)
    opened = SqliteStore(tmp_path / "hub" / "hub.db")
    opened.run(lambda core: core.execute(update(feed).where(feed.c.seq == 3).values(body=b"{}")))
    opened.close()
    sick = sikka("hub", "doctor", *store)
    assert (sick.code, "row 3" in sick.err, "sikka hub restore" in sick.err) == (1, True, True)
    refused = sikka("hub", "restore", path, *store)
    assert (refused.code, "not empty" in refused.err) == (1, True)
    done = sikka("hub", "restore", path, *store, "--replace")
    assert done.code == 0, done.err
    assert sikka("hub", "doctor", *store).code == 0
    assert len(list((tmp_path / "hub").glob("hub.db.replaced-*"))) == 1


def test_a_restore_without_the_right_key_touches_nothing(store: tuple[str, ...], tmp_path: Path):
    path = saved(store)
    (tmp_path / "hub" / "hub.key").unlink()
    missing = sikka("hub", "restore", path, *store, "--replace")
    assert (missing.code, "hub.key is missing" in missing.err) == (1, True)
    write_hub_key(tmp_path / "hub", bytes(32))
    other = sikka("hub", "restore", path, *store, "--replace")
    assert (other.code, "another hub.key" in other.err) == (1, True)
    assert "12 rows" in sikka("hub", "doctor", *store).out
    assert not list((tmp_path / "hub").glob("hub.db.*e*"))


def test_accounts_that_were_changed_are_folded_again(store: tuple[str, ...], tmp_path: Path):
    opened = SqliteStore(tmp_path / "hub" / "hub.db")
    opened.run(lambda core: core.execute(update(account).values(due_on=None)))
    opened.close()
    sick = sikka("hub", "doctor", *store)
    assert (sick.code, "sikka hub rebuild" in sick.err) == (1, True)
    assert sikka("hub", "rebuild", *store).code == 0
    assert sikka("hub", "doctor", *store).code == 0


@pytest.mark.process
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_nothing_is_folded_again_while_a_server_runs(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
):
    hub = HubProcess(
        tmp_path, request.getfixturevalue("postgres_url") if kind == "postgres" else ""
    )
    rebuild = ("hub", "rebuild", "--store", hub.store, "--data", tmp_path)
    hub.start()
    try:
        refused = sikka(*rebuild)
        assert (refused.code, "Stop it first" in refused.err) == (1, True), refused.err
    finally:
        hub.kill()
    assert (tmp_path / "admin.json").exists(), "what a killed server leaves is no server"
    assert sikka(*rebuild).code == 0


def test_redriving_says_how_much_there_was(store: tuple[str, ...]):
    done = sikka("hub", "redrive", *store)
    assert (done.code, "0 rows" in done.out) == (0, True), done.err
