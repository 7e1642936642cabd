"""Notes of one examination of a shop's files."""

import sqlite3
from collections.abc import Iterator
from typing import Any


class ScratchPad:
    """Notes of one examination in a private temporary file, so that memory stays flat."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")
        self._db.executescript(
            "CREATE TABLE once (key TEXT PRIMARY KEY, event TEXT) WITHOUT ROWID;"
            "CREATE TABLE receipt (key TEXT PRIMARY KEY, event TEXT) WITHOUT ROWID;"
            "CREATE TABLE finder (mac TEXT PRIMARY KEY, member TEXT, kind TEXT) WITHOUT ROWID;"
            "CREATE TABLE touched (sale TEXT, seq INTEGER, PRIMARY KEY (sale, seq)) WITHOUT ROWID;"
        )

    def holder(self, table: str, key: str) -> str:
        """Return the event that holds a key, or nothing."""
        row = self._db.execute(f"SELECT event FROM {table} WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return row[0] if row else ""

    def put(self, table: str, *values: object) -> None:
        """Keep a row, in place of one of the same key."""
        marks = ", ".join("?" * len(values))
        self._db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)  # noqa: S608

    def put_first(self, table: str, *values: object) -> None:
        """Keep a row, unless there is one of the same key."""
        marks = ", ".join("?" * len(values))
        self._db.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)  # noqa: S608

    def drop(self, table: str, column: str, value: str, kind: str = "") -> None:
        """Drop rows with a value in a column, of one kind if named."""
        also, values = (" AND kind = ?", (value, kind)) if kind else ("", (value,))
        self._db.execute(f"DELETE FROM {table} WHERE {column} = ?{also}", values)  # noqa: S608

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table in the order of its key."""
        return iter(self._db.execute(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608

    def touching(self, sale: str) -> list[int]:
        """Return the feed numbers of what happened to a sale after it was made."""
        rows = self._db.execute("SELECT seq FROM touched WHERE sale = ? ORDER BY seq", (sale,))
        return [row[0] for row in rows]

    def close(self) -> None:
        """Forget everything."""
        self._db.close()
