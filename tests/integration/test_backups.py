"""A hub's backup is one instant of either engine, whole, and goes back only with its key."""

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from app.domain.facts import Erased
from app.hub.backups import (
    Backup,
    BackupError,
    manifest_of,
    next_incarnation,
    prune,
    restore,
    verify,
)
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.hub.store import SqliteStore, Store
from app.hub.trust import HubKey
from app.storage import tables
from app.storage.tables import cell, sealed_key
from tests.helpers.hub_stores import CELL, KEY, NOW, NOW_MS, backup_of, busy_store, restored
from tests.helpers.ledger import event
from tests.helpers.shops import number

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Backup:
    """A backup of a busy store; copy it before changing it."""
    folder = tmp_path_factory.mktemp("busy")
    store = busy_store(folder)
    try:
        return backup_of(store, folder / "backups")
    finally:
        store.close()


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of either kind."""
    store: Store
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "hub.db")
    else:
        store = PostgresStore(request.getfixturevalue("postgres_url"))
    try:
        yield store
    finally:
        store.close()


def copied(made: Backup, folder: Path) -> Path:
    for file in (made.path, manifest_of(made.path)):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder / made.path.name


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with store.read() as core:
        return {
            table.name: sorted((tuple(row) for row in core.execute(select(table))), key=repr)
            for table in tables.tables_of("cell")
        }


def test_a_backup_tells_where_each_cell_stood(made: Backup):
    mark = made.cells[CELL]
    assert mark.last_seq == made.rows["feed"] > 10
    assert verify(made.path) == made


def test_a_backup_is_readable_by_its_owner_alone(made: Backup):
    for file in (made.path, manifest_of(made.path)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_store_comes_back_with_all_its_rows_and_a_higher_incarnation(made: Backup, empty: Store):
    restored(made, empty)
    have = everything(empty)
    assert {name: len(rows) for name, rows in have.items()} == made.rows
    with empty.read() as core:
        incarnation = core.execute(select(cell.c.incarnation)).scalar_one()
    assert incarnation > made.cells[CELL].incarnation


def test_a_backup_of_what_was_restored_holds_the_same(made: Backup, empty: Store, tmp_path: Path):
    restored(made, empty)
    again = backup_of(empty, tmp_path / "again")
    assert again.rows == made.rows
    assert again.cells[CELL].head == made.cells[CELL].head


def test_a_restored_cell_books_on(made: Backup, empty: Store):
    opened = restored(made, empty)
    before = made.cells[CELL].last_seq
    opened.end_day(NOW.date())
    assert opened.rows_after(before, 10)


def test_a_backup_restored_twice_never_gives_the_same_incarnation():
    first = next_incarnation(1, NOW_MS)
    assert next_incarnation(1, NOW_MS + 60_000) > first
    assert first > 1
    assert next_incarnation(first + 5, NOW_MS) == first + 6


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.999])
def test_a_changed_byte_is_found(made: Backup, tmp_path: Path, place: float):
    path = copied(made, tmp_path)
    body = bytearray(path.read_bytes())
    body[int(place * len(body))] ^= 1
    path.write_bytes(body)
    with pytest.raises(BackupError, match="not the one"):
        verify(path)


def test_a_shortened_feed_is_found_though_the_manifest_was_made_to_fit(
    made: Backup, tmp_path: Path
):
    path = copied(made, tmp_path)
    manifest = json.loads(manifest_of(path).read_text())
    manifest["cells"][CELL]["last_seq"] -= 1
    manifest_of(path).write_text(json.dumps(manifest))
    with pytest.raises(BackupError, match="not where"):
        verify(path)


def test_a_backup_without_its_manifest_says_to_copy_both(made: Backup, tmp_path: Path):
    path = copied(made, tmp_path)
    manifest_of(path).unlink()
    with pytest.raises(BackupError, match="both files"):
        verify(path)


def test_another_hubs_key_is_refused_before_anything_is_written(made: Backup, empty: Store):
    with pytest.raises(BackupError, match=r"another hub\.key"):
        restore(made.path, empty, HubKey(bytes(32)), NOW_MS)
    assert not any(everything(empty).values())


def test_a_store_that_holds_something_is_left_alone(made: Backup, empty: Store):
    restored(made, empty)
    before = everything(empty)
    with pytest.raises(BackupError, match="not empty"):
        restore(made.path, empty, KEY, NOW_MS)
    assert everything(empty) == before


def test_an_erased_members_key_does_not_come_back(tmp_path: Path):
    gone, here = number("member asha"), number("member ravi")
    store = busy_store(tmp_path)
    try:
        erased = event("erased", Erased(""), (), NOW.date(), "erased")
        OpenCell(store, CELL).book_own([replace(erased, member=gone)])
        rows = [{"cell_id": CELL, "member": one, "sealed": b"x"} for one in (gone, here)]
        store.run(lambda core: core.execute(delete(sealed_key)))
        store.run(lambda core: core.execute(insert(sealed_key), rows))
        made = backup_of(store, tmp_path / "kept")
    finally:
        store.close()
    into = SqliteStore(tmp_path / "into.db")
    try:
        restored(made, into)
        assert everything(into)["sealed_key"] == [(CELL, here, b"x")]
    finally:
        into.close()


def test_only_the_newest_backups_are_kept(tmp_path: Path):
    store = busy_store(tmp_path)
    try:
        paths = [
            backup_of(store, tmp_path / "kept", NOW + timedelta(days=day)).path for day in range(4)
        ]
    finally:
        store.close()
    prune(tmp_path / "kept", 2)
    left = sorted(one.name for one in (tmp_path / "kept").iterdir())
    assert left == sorted(
        name for path in paths[2:] for name in (path.name, manifest_of(path).name)
    )


def test_what_does_not_read_back_is_not_kept_as_the_days_backup(tmp_path: Path):
    store = busy_store(tmp_path)
    try:
        # A row that the disk gave back otherwise than it was written.
        row = tables.feed.c.seq == 2
        store.run(lambda core: core.execute(tables.feed.update().where(row).values(body=b"{}")))
        with pytest.raises(BackupError, match="row 2"):
            backup_of(store, tmp_path / "backups")
        assert [*(tmp_path / "backups").iterdir()] == []
    finally:
        store.close()
