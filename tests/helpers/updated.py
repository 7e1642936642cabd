"""What an update of the program finds in a station's folder: tables, or a fold, of before."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.storage.migrations import migrate
from app.storage.rows import pack, unpack_state
from app.storage.tables import tables_of
from app.storage.writer import Writer

OLD_FOLD = 1


def with_old_tables(folder: Path, version: int = 3) -> None:
    """Give a closed station the file of a program that knew only the tables of a version."""
    sample = folder / "old-tables.db"
    with closing(Writer(sample)) as writer:
        writer.run(lambda tx: migrate(tx.core, "station", 0, upto=version))
    with closing(sqlite3.connect(sample)) as old:
        known = {row[0] for row in old.execute("SELECT name FROM sqlite_master")}
    sample.unlink()
    with closing(sqlite3.connect(folder / "station.db", isolation_level=None)) as db:
        for table in tables_of("station"):
            if table.name not in known:
                db.execute(f"DROP TABLE {table.name}")
        db.execute(f"PRAGMA user_version={version}")


def with_old_fold(folder: Path) -> None:
    """Give a closed station the rows of a program that folded otherwise."""
    with closing(sqlite3.connect(folder / "station.db", isolation_level=None)) as db:
        rows = db.execute("SELECT member, state FROM member").fetchall()
        for member, body in rows:
            dated = pack(replace(unpack_state(body), fold_version=OLD_FOLD))
            db.execute("UPDATE member SET state = ? WHERE member = ?", (dated, member))
        db.execute("UPDATE meta SET value = ? WHERE key = 'fold_version'", (str(OLD_FOLD),))
