"""The store on a real PostgreSQL: made, brought up to date, opened twice, refused, retried."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DBAPIError

from app.hub import postgres_tables
from app.hub.cell import found
from app.hub.postgres import ATTEMPTS, PostgresStore
from app.hub.postgres_tables import PARTITIONS, tables_version
from app.hub.store import SqliteStore, StoreAwayError, StoreUrlError, open_store, read_store
from app.storage import migrations
from app.storage.base import metadata
from app.storage.migrations import migrate
from app.storage.tables import cell, tables_of
from app.storage.writer import TABLES_VERSION, NewerFileError, StorageFullError
from tests.helpers.shops import number

pytestmark = pytest.mark.slow

KINDS = "SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace"
COLUMNS = (
    "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable"
    " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
)
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"


def asked(store: PostgresStore, query: str) -> list[tuple[object, ...]]:
    with store.read() as core:
        return [tuple(row) for row in core.execute(sa.text(query))]


def kinds_in(store: PostgresStore) -> dict[object, object]:
    return {name: kind for name, kind in asked(store, KINDS)}  # noqa: C416 - rows are of any length


def schema(store: PostgresStore) -> list[list[tuple[object, ...]]]:
    return [sorted(asked(store, KINDS)), asked(store, COLUMNS), asked(store, INDEXES)]


def versions(store: PostgresStore) -> list[tuple[object, ...]]:
    return asked(store, "SELECT file, version FROM tables_version")


def test_every_table_of_cells_is_in_sixteen_parts(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        kinds = kinds_in(store)
        assert versions(store) == [("cell", TABLES_VERSION)]
    for table in tables_of("cell"):
        parts = [name for name in kinds if name in {f"{table.name}_{at:02}" for at in range(99)}]
        whole = "everywhere" in table.info
        assert len(parts) == (0 if whole else PARTITIONS), table.name
        assert kinds[table.name] == ("r" if whole else "p")


def test_a_database_that_is_up_to_date_is_not_looked_at_again(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        store.run(lambda core: core.execute(sa.text("DROP TABLE presence")))
    with closing(PostgresStore(postgres_url)) as store:
        assert "presence" not in kinds_in(store)


def test_the_revisions_make_the_tables_of_a_new_database(postgres_server, postgres_url: str):
    """Databases begin with version 3, but every revision runs here, and in parts too."""
    with postgres_server.fresh_database() as grown_url:
        engine = sa.create_engine(grown_url)
        with engine.begin() as core:
            core.execution_options(partitions=PARTITIONS)
            migrate(core, "cell", 0)
            tables_version.create(core)
            core.execute(sa.insert(tables_version).values(file="cell", version=TABLES_VERSION))
        engine.dispose()
        with (
            closing(PostgresStore(grown_url)) as grown,
            closing(PostgresStore(postgres_url)) as new,
        ):
            assert schema(grown) == schema(new)


def test_metadata_and_database_are_the_same(postgres_url: str):
    copies = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in tables_of("cell"):
        table.to_metadata(copies)
    with closing(PostgresStore(postgres_url)) as store, store.read() as core:
        context = MigrationContext.configure(
            core,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or name in copies.tables,
            },
        )
        assert compare_metadata(context, copies) == []


def test_opened_by_many_at_once_it_is_made_once(postgres_url: str):
    barrier = threading.Barrier(6)

    def opened() -> list[tuple[object, ...]]:
        barrier.wait()
        with closing(PostgresStore(postgres_url)) as store:
            return versions(store)

    with ThreadPoolExecutor(6) as pool:
        answers = [one.result() for one in [pool.submit(opened) for _ in range(6)]]
    assert answers == [[("cell", TABLES_VERSION)]] * 6


def later_revision(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A revision past the newest, as a later Sikka may bring."""
    runs = []

    def upgrade() -> None:
        runs.append(1)
        op.add_column("account", sa.Column("stars", sa.Integer(), nullable=True))
        op.create_index(op.f("ix_account_cell_id_stars"), "account", ["cell_id", "stars"])
        op.create_table(
            "wish",
            sa.Column("cell_id", sa.String(length=32), nullable=False),
            sa.Column("member", sa.String(length=32), nullable=False),
            sa.PrimaryKeyConstraint("cell_id", "member", name=op.f("pk_wish")),
        )
        op.execute("INSERT INTO wish (cell_id, member) SELECT cell_id, 'x' FROM cell")

    newer = SimpleNamespace(
        revision=f"cell_{TABLES_VERSION + 1}", module=SimpleNamespace(upgrade=upgrade)
    )
    known = migrations.revisions("cell")
    monkeypatch.setattr(migrations, "revisions", lambda _: [*known, newer])
    monkeypatch.setattr(postgres_tables, "TABLES_VERSION", TABLES_VERSION + 1)
    return runs


def test_a_later_revision_runs_once_whoever_opens(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
):
    with closing(PostgresStore(postgres_url)) as store:
        store.run(lambda core: found(core, number("c")))
    runs = later_revision(monkeypatch)
    with ThreadPoolExecutor(4) as pool:
        for opened in [pool.submit(PostgresStore, postgres_url) for _ in range(4)]:
            opened.result().close()
    assert runs == [1]
    with closing(PostgresStore(postgres_url)) as store:
        assert versions(store) == [("cell", TABLES_VERSION + 1)]
        kinds = kinds_in(store)
        assert (kinds["wish"], kinds["wish_15"], kinds["ix_account_cell_id_stars"]) == (
            "p",
            "r",
            "I",
        )
        assert asked(store, "SELECT member FROM wish") == [("x",)]
        assert asked(store, "SELECT stars FROM account") == []


def test_a_revision_that_fails_changes_nothing(postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    with closing(PostgresStore(postgres_url)) as store:
        before = schema(store)
    later_revision(monkeypatch)
    module: Any = migrations.revisions("cell")[-1].module
    upgrade = module.upgrade

    def half_done() -> None:
        upgrade()
        raise OSError("no")

    module.upgrade = half_done
    with pytest.raises(OSError, match="no"):
        PostgresStore(postgres_url)
    module.upgrade = upgrade
    monkeypatch.undo()
    with closing(PostgresStore(postgres_url)) as store:
        assert schema(store) == before


def test_a_database_of_a_newer_program_is_refused(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        store.run(lambda core: core.execute(sa.update(tables_version).values(version=99)))
    with pytest.raises(NewerFileError, match="newer Sikka"):
        PostgresStore(postgres_url)


def raised(state: str) -> sa.TextClause:
    return sa.text(f"DO $$ BEGIN RAISE EXCEPTION 'as said' USING ERRCODE = '{state}'; END $$")


@pytest.mark.parametrize("state", ["40001", "40P01"])
def test_a_lost_race_is_run_again_and_not_for_ever(postgres_url: str, state: str):
    with closing(PostgresStore(postgres_url)) as store:
        runs: list[int] = []

        def lost(times: int, core: sa.Connection) -> None:
            runs.append(1)
            found(core, number("c"))
            if len(runs) <= times:
                core.execute(raised(state))

        store.run(lambda core: lost(ATTEMPTS - 1, core))
        assert len(runs) == ATTEMPTS
        assert asked(store, "SELECT count(*) FROM cell") == [(1,)]
        runs.clear()
        with pytest.raises(DBAPIError, match="as said"):
            store.run(lambda core: lost(99, core))
        assert len(runs) == ATTEMPTS


def test_two_who_wait_for_each_other_both_come_through(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        names = [number("one"), number("two")]
        for name in names:
            store.run(lambda core: found(core, name))  # noqa: B023
        met = threading.Barrier(2)
        runs = []

        def raise_both(first: str, second: str) -> None:
            def work(core: sa.Connection) -> None:
                runs.append(first)
                for at, name in enumerate((first, second)):
                    more = sa.update(cell).where(cell.c.cell_id == name)
                    core.execute(more.values(last_seq=cell.c.last_seq + 1))
                    if at == 0 and len(runs) <= 2:
                        met.wait()

            store.run(work)

        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(raise_both, *pair) for pair in (names, names[::-1])]
            for one in both:
                one.result()
        assert len(runs) > 2
        assert asked(store, "SELECT DISTINCT last_seq FROM cell") == [(2,)]


def test_a_full_disk_and_a_database_that_is_away_have_names(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        with pytest.raises(StorageFullError, match="disk is full"):
            store.run(lambda core: core.execute(raised("53100")))
        with pytest.raises(StoreAwayError, match="does not answer"):
            store.run(
                lambda core: core.execute(sa.text("SELECT pg_terminate_backend(pg_backend_pid())"))
            )
        assert asked(store, "SELECT 1") == [(1,)]
    nowhere = postgres_url.partition("?")[0] + "?host=/nowhere"
    with pytest.raises(StoreAwayError):
        PostgresStore(nowhere)
    with pytest.raises(StoreAwayError), read_store(nowhere):
        pass


def test_a_reader_sees_one_instant_and_writes_nothing(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        count = sa.select(sa.func.count()).select_from(cell)
        with store.read() as core:
            assert core.scalar(count) == 0
            store.run(lambda core: found(core, number("c")))
            assert core.scalar(count) == 0
        with store.read() as core:
            assert core.scalar(count) == 1
        with pytest.raises(DBAPIError, match="read-only"), store.read() as core:
            core.execute(sa.delete(cell))


def test_a_store_is_opened_by_its_address(postgres_url: str, tmp_path: Path):
    file = f"sqlite:///{tmp_path / 'hub.db'}"
    for url, kind in ((file, SqliteStore), (postgres_url, PostgresStore)):
        with pytest.raises(StoreUrlError), read_store(url):
            pass
        with closing(open_store(url)) as store:
            assert isinstance(store, kind)
            store.run(lambda core: found(core, number("c")))
        with read_store(url) as core:
            assert core.scalar(sa.select(cell.c.cell_id)) == number("c")


@pytest.mark.parametrize(
    "url", ["", "sqlite://", "mysql://u:secret@h/d", "hub.db", "postgresql://"]
)
def test_another_address_is_refused_with_a_sentence(url: str):
    with pytest.raises(StoreUrlError, match="Write sqlite:///PATH") as refused:
        open_store(url)
    assert "secret" not in str(refused.value)
