"""What every connection to a shop's files has in common."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.storage.files import Readers, open_writer


def kept_kb(cursor: sqlite3.Cursor) -> int:
    """Return how much of its file a connection keeps in memory at most (negative in SQLite: KB)."""
    return -int(cursor.execute("PRAGMA cache_size").fetchone()[0])


def test_no_connection_keeps_more_of_its_file_in_memory_than_a_kiosk_has_to_spare(tmp_path: Path):
    path = tmp_path / "a.db"
    with closing(open_writer(path)) as writer:
        writer.execute("CREATE TABLE n (n INTEGER PRIMARY KEY)")
        readers = Readers(path)
        try:
            with readers.cursor() as cursor, readers.core() as core:
                by_core = -core.exec_driver_sql("PRAGMA cache_size").scalar_one()
                assert (kept_kb(cursor), by_core) == (512, 512)
        finally:
            readers.close()
        assert kept_kb(writer.cursor()) == 1024
