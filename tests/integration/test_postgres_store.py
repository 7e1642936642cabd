"""The store on a real PostgreSQL: made, brought up to date, opened twice, refused, retried."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

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
from app.hub.store import SqliteStore, StoreAwayError, StoreUrlError, open_store
from app.storage import migrations
from app.storage.base import metadata
from app.storage.migrations import migrate
from app.storage.tables import cell, tables_of
from app.storage.writer import TABLES_VERSION, NewerFileError, StorageFullError
from tests.helpers.shops import number

KINDS = "SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace"
COLUMNS = (
    "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable"
    " FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
)
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"


def asked(store: PostgresStore, query: str) -> list[tuple[object, ...]]:
    with store.read() as core:
        return [tuple(row) for row in core.execute(sa.text(query))]


def schema(store: PostgresStore) -> list[list[tuple[object, ...]]]:
    return [sorted(asked(store, KINDS)), asked(store, COLUMNS), asked(store, INDEXES)]


def versions(store: PostgresStore) -> list[tuple[object, ...]]:
    return asked(store, "SELECT file, version FROM tables_version")


def test_every_table_of_cells_is_in_sixteen_parts(postgres_url: str):
    with closing(PostgresStore(postgres_url)) as store:
        kinds = dict(asked(store, KINDS))
        assert versions(store) == [("cell", TABLES_VERSION)]
    for table in tables_of("cell"):
        parts = [name for name in kinds if name in {f"{table.name}_{at:02}" for at in range(99)}]
        whole = "everywhere" in table.info
        assert len(parts) == (0 if whole else PARTITIONS), table.name
        assert kinds[table.name] == ("r" if whole else "p")


def test_a_database_that_is_up_to_date_is_not_looked_at_again(postgres_url: str):
    for _ in range(2):
        with closing(PostgresStore(postgres_url)) as store:
            before = schema(store)
            store.run(lambda core: core.execute(sa.text("DROP TABLE presence")))
            store.run(lambda core: core.execute(sa.text("CREATE TABLE presence (a int)")))
    with closing(PostgresStore(postgres_url)) as store:
        assert ("presence", "r") in asked(store, KINDS)
        assert schema(store) != before or versions(store) == [("cell", TABLES_VERSION)]


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
