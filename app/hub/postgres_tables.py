"""The cells' tables on PostgreSQL: partitioned by cell, and brought up to date when opened.

The same metadata and the same revisions as in cell.db. PostgreSQL has no `user_version`, so a
table of one row keeps it, and whoever makes or changes tables locks that row first. Databases
begin with version 3; on Citus tables stay whole, because it divides them itself.
"""

from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    event,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from app.storage.base import metadata
from app.storage.migrations import migrate
from app.storage.tables import tables_of
from app.storage.writer import TABLES_VERSION, NewerFileError

PARTITIONS: Final = 16
"""Of every table of cells. It cannot be changed later without copying all rows."""

ALREADY_MADE: Final = frozenset({"23505", "42P07"})
"""Another process made the same table, or its row, meanwhile."""

tables_version = Table(
    "tables_version",
    MetaData(),
    Column("file", String(8), primary_key=True),
    Column("version", Integer, nullable=False),
)


def make_tables(engine: Engine) -> None:
    """Make the tables in a new database, or change those of an older version.

    Safe when several processes open one database at once. Raises NewerFileError for one that
    this program cannot know; nothing is changed then.
    """
    with engine.connect() as core:
        known = inspect(core).has_table(tables_version.name)
    if not known:
        # Made and committed by itself: there must be a row before it can be locked.
        try:
            with engine.begin() as core:
                tables_version.create(core)
                core.execute(insert(tables_version).values(file="cell", version=0))
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in ALREADY_MADE:
                raise
    with engine.begin() as core:
        _update(core)


def version_of(core: Connection) -> int:
    """Return the version of a database's tables; 0 = it has none."""
    if not inspect(core).has_table(tables_version.name):
        return 0
    mine = tables_version.c.file == "cell"
    return core.execute(select(tables_version.c.version).where(mine)).scalar() or 0


def _update(core: Connection) -> None:
    mine = tables_version.c.file == "cell"
    version = core.execute(select(tables_version.c.version).where(mine)).scalar_one()
    if version < TABLES_VERSION:
        lock = select(tables_version.c.version).where(mine).with_for_update()
        version = core.execute(lock).scalar_one()
    if version > TABLES_VERSION:
        raise NewerFileError(
            "the database was written by a newer Sikka. Install that version again, or restore"
            " the backup that was made before it."
        )
    if version < TABLES_VERSION:
        core.execution_options(partitions=0 if _is_citus(core) else PARTITIONS)
        if version:
            migrate(core, "cell", version)
        else:
            _create(core)
        core.execute(update(tables_version).where(mine).values(version=TABLES_VERSION))


def _create(core: Connection) -> None:
    # Copies, since how a table is divided is this database's business and not every file's.
    copies = MetaData(naming_convention=metadata.naming_convention)
    for table in tables_of("cell"):
        table.to_metadata(copies)
    copies.create_all(core)


def _is_citus(core: Connection) -> bool:
    found = core.execute(text("SELECT 1 FROM pg_extension WHERE extname = 'citus'"))
    return found.first() is not None


def _parts(table: Table, core: Connection) -> int:
    """Return into how many parts a table is to be made; 0 = it stays whole."""
    first = next(iter(table.primary_key.columns), None)
    by_cell = first is not None and first.name == "cell_id"
    return int(core.get_execution_options().get("partitions", 0)) if by_cell else 0


@event.listens_for(Table, "before_create")
def _divide(table: Table, core: Connection, **_: Any) -> None:
    if _parts(table, core):
        table.dialect_options["postgresql"]["partition_by"] = "HASH (cell_id)"


@event.listens_for(Table, "after_create")
def _make_parts(table: Table, core: Connection, **_: Any) -> None:
    parts = _parts(table, core)
    for part in range(parts):
        core.execute(
            text(
                f"CREATE TABLE {table.name}_{part:02} PARTITION OF {table.name}"
                f" FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})"
            )
        )
