"""SQLAlchemy's side of a file: engines, the one MetaData (ARCHITECTURE.md, storage law)."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine
from sqlalchemy.pool import StaticPool

from app.storage.files import open_reader

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
# Folded from the feed and from nothing else: may be emptied and folded again.
REPLICA = {"file": "station", "folded": "yes"}
CELL = {"file": "cell"}
# Small, and read before a cell is known: on every node of a cluster (SYNC.md 13).
EVERYWHERE = {"file": "cell", "everywhere": "yes"}
KEYS = {"file": "keys"}


class _Lent:
    """A DBAPI connection whose transactions and end are not SQLAlchemy's business."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leave it to the owner."""

    def rollback(self) -> None:
        """Leave it to the owner."""

    def close(self) -> None:
        """Leave it to the owner."""


def core_on(connection: sqlite3.Connection) -> Connection:
    """Return a Core connection on an open one, also in the middle of a transaction.

    Who opened it begins, commits, rolls back and closes.
    """
    engine = create_engine("sqlite://", creator=lambda: _Lent(connection), poolclass=StaticPool)
    return engine.connect()


def reader_engine(path: Path) -> Engine:
    """Return an engine whose connections cannot write; each thread takes its own."""
    return create_engine(
        "sqlite:///reader", creator=lambda: open_reader(path), isolation_level="AUTOCOMMIT"
    )
