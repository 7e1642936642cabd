"""Engines, pragmas and the one MetaData (ARCHITECTURE.md, storage law)."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, MetaData, create_engine, event
from sqlalchemy.pool import StaticPool

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

STATION = {"file": "station"}
CELL = {"file": "cell"}
KEYS = {"file": "keys"}

# Checkpoints happen on the writer's connection only (SYNC.md 2), so never by themselves.
WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA wal_autocheckpoint=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
)


def writer_engine(path: Path) -> Engine:
    """Return the engine of a file's single writing connection; it is used on one thread."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"check_same_thread": False, "timeout": 5},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)

    return engine


_READ_ONLY = {"mode": "ro", "uri": "true"}


def reader_engine(path: Path) -> Engine:
    """Return an engine whose connections cannot write; each thread takes its own."""
    engine = create_engine(
        URL.create("sqlite", database=f"file:{quote(str(path))}", query=_READ_ONLY),
        isolation_level="AUTOCOMMIT",
        connect_args={"check_same_thread": False, "timeout": 5},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    return engine


def create_tables(engine: Engine, file: str) -> None:
    """Create the tables of one file (`station`, `cell`, `keys`) that do not exist yet."""
    tables = [table for table in metadata.sorted_tables if table.info.get("file") == file]
    with engine.connect() as connection:
        metadata.create_all(connection, tables=tables)
