"""The tables of the files, and the two ways in which a file is written to."""

import hashlib
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from app.storage import migrations
from app.storage.base import metadata
from app.storage.migrations import migrate
from app.storage.tables import meta, tables_of
from app.storage.writer import TABLES_VERSION, Writer, make_tables
from tests.helpers.tree import ROOT

DIGESTS = {
    1: "7ee25cc456cd9278",
    2: "94f665eea09a606b",
    3: "bb4176cbadf17eb9",
    4: "98d9041c32c89339",
    5: "7a4940c7bf2bbd1f",
}


def _schema() -> str:
    dialect = sqlite.dialect()
    lines = []
    for table in sorted(metadata.tables.values(), key=lambda one: one.name):
        lines.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda one: str(one.name))
        lines += [str(CreateIndex(one).compile(dialect=dialect)) for one in indexes]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def test_a_change_of_the_tables_raises_their_version():
    assert DIGESTS[TABLES_VERSION] == _schema(), "raise TABLES_VERSION and add a line to DIGESTS"


def schema_of(path: Path) -> dict[str, object]:
    """The columns and the kind of each table, and the statement of each index."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall()
        schema: dict[str, object] = dict(found)
        for _, name, *kind in raw.execute("PRAGMA table_list").fetchall():
            if not name.startswith("sqlite_"):
                schema[name] = (kind, raw.execute(f"PRAGMA table_info({name})").fetchall())
    return schema


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with tarfile.open(ROOT / "tests/data/shop-0.1.tar.xz") as packed:
        packed.extractall(tmp_path, filter="data")
    return tmp_path / "shop-0.1"


@pytest.mark.parametrize("file", ["station", "cell", "keys"])
def test_the_baseline_is_what_version_0_1_made(old: Path, tmp_path: Path, file: str):
    path = tmp_path / "baseline.db"
    with closing(Writer(path)) as writer:
        writer.run(lambda tx: migrate(tx.core, file, 0, upto=1))
    assert schema_of(path) == schema_of(old / f"{file}.db")


@pytest.mark.parametrize("file", ["station", "cell", "keys"])
def test_a_migrated_file_has_the_tables_of_a_new_one(old: Path, tmp_path: Path, file: str):
    new, grown = tmp_path / f"{file}.db", old / f"{file}.db"
    for path in (new, grown):
        with closing(Writer(path)) as writer:
            writer.run(lambda tx: make_tables(tx, file))
            differences = writer.run(lambda tx: compared(tx, file))
        assert differences == []
    assert schema_of(grown) == schema_of(new)


def compared(tx, file: str) -> Any:
    of_file = MetaData(naming_convention=metadata.naming_convention)
    for table in tables_of(file):
        table.to_metadata(of_file)
    context = MigrationContext.configure(tx.core, opts={"compare_type": True})
    return compare_metadata(context, of_file)


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch):
    before = schema_of(old / "cell.db")

    def half_done() -> None:
        op.drop_table("lane")
        raise OSError("no")

    last = migrations.revisions("cell")[-1]
    monkeypatch.setattr(last.module, "upgrade", half_done)
    monkeypatch.setattr(migrations, "revisions", lambda _: [last])
    with closing(Writer(old / "cell.db")) as writer, pytest.raises(OSError, match="no"):
        writer.run(lambda tx: make_tables(tx, "cell"))
    assert schema_of(old / "cell.db") == before


def test_a_file_of_this_version_is_not_looked_at_again(tmp_path: Path):
    path = tmp_path / "station.db"
    for _ in range(2):
        with closing(Writer(path)) as writer:
            writer.run(lambda tx: make_tables(tx, "station"))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (TABLES_VERSION,)
        raw.execute("DROP TABLE draft")
    with closing(Writer(path)) as writer:
        writer.run(lambda tx: make_tables(tx, "station"))
    with closing(sqlite3.connect(path)) as raw:
        names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
    assert "journal" in names
    assert "draft" not in names


def test_a_file_without_a_version_gets_what_it_lacks(tmp_path: Path):
    path = tmp_path / "station.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE meta (key VARCHAR(200) PRIMARY KEY, value VARCHAR(200))")
    with closing(Writer(path)) as writer:
        writer.run(lambda tx: make_tables(tx, "station"))
        held = writer.run(lambda tx: tx.cursor.execute("SELECT count(*) FROM draft").fetchone())
    assert held == (0,)


@pytest.fixture
def writer(tmp_path: Path):
    with closing(Writer(tmp_path / "station.db")) as writer:
        writer.run(lambda tx: make_tables(tx, "station"))
        yield writer


def _core_after_cursor(tx, fail: bool) -> None:
    tx.cursor.execute("INSERT INTO meta (key, value) VALUES ('cursor', '1')")
    tx.core.execute(insert(meta).values(key="core", value="2"))
    assert tx.core.execute(select(meta.c.key).order_by(meta.c.key)).scalars().all() == [
        "core",
        "cursor",
    ]
    if fail:
        raise ValueError("no")


def test_core_and_cursor_write_in_one_transaction(writer: Writer):
    writer.run(lambda tx: _core_after_cursor(tx, False))
    assert _keys(writer) == ["core", "cursor"]


def test_core_and_cursor_are_rolled_back_together(tmp_path: Path, writer: Writer):
    with pytest.raises(ValueError, match="no"):
        writer.run(lambda tx: _core_after_cursor(tx, True))
    assert _keys(writer) == []


def test_core_that_begins_in_the_middle_of_a_first_transaction_ends_nothing(tmp_path: Path):
    path = tmp_path / "fresh.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
    with closing(Writer(path)) as writer:
        with pytest.raises(ValueError, match="no"):
            writer.run(lambda tx: _core_after_cursor(tx, True))
        assert _keys(writer) == []
        writer.run(lambda tx: _core_after_cursor(tx, False))
        assert _keys(writer) == ["core", "cursor"]


def _keys(writer: Writer) -> list[str]:
    rows = writer.run(lambda tx: tx.cursor.execute("SELECT key FROM meta ORDER BY key").fetchall())
    return [row[0] for row in rows]
