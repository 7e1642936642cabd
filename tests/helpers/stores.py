"""The stores tests book in: a file, a PostgreSQL of their own, and a Citus cluster if one is given.

`SIKKA_TEST_CITUS_URL` names an empty database on the coordinator of a real cluster (workers
added); everything in it is dropped before each test.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.hub.store import Store, open_store
from app.storage.tables import tables_of
from tests.helpers.tree import ROOT

CITUS_URL = os.environ.get("SIKKA_TEST_CITUS_URL", "")
ENGINES = ["sqlite", "postgresql", *(["citus"] if CITUS_URL else [])]
SERVERS = ENGINES[1:]
CITUS_SQL = ROOT / "packaging/citus.sql"


@contextmanager
def store_on(engine: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Give an empty store of one of ENGINES, closed afterwards."""
    if engine == "sqlite":
        opened = open_store(f"sqlite:///{folder / 'cell.db'}")
    elif engine == "postgresql":
        opened = open_store(request.getfixturevalue("postgres_url"))
    else:
        opened = _citus_store()
    with closing(opened) as store:
        yield store


def _citus_store() -> Store:
    engine = sa.create_engine(CITUS_URL, isolation_level="AUTOCOMMIT")
    with closing(engine.connect()) as core:
        for name in ("tables_version", *(table.name for table in tables_of("cell"))):
            core.execute(sa.text(f"DROP TABLE IF EXISTS {name} CASCADE"))
        store = open_store(CITUS_URL)
        for statement in citus_statements():
            core.execute(sa.text(statement))
    engine.dispose()
    return store


def citus_statements() -> list[str]:
    """Return the statements of packaging/citus.sql."""
    text = re.sub("--.*", "", CITUS_SQL.read_text("utf-8"))
    return [one.strip() for one in text.split(";") if one.strip()]
