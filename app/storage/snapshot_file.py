"""The file of a snapshot: a replica without names, and laying it over another one in small steps.

Keyed hashes of phones need the members' keys, which whoever makes a snapshot does not have. So
the file says in `said`, in the order of the feed, which sealed values members gave to be found
by; the station that takes it makes the hashes.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from app.domain.members import FOLD_VERSION
from app.storage.base import metadata
from app.storage.files import open_reader
from app.storage.tables import replica_tables
from app.storage.vault import MacKind
from app.storage.writer import TABLES_VERSION, full_disk_told

SUFFIX: Final = f"-{FOLD_VERSION}.{TABLES_VERSION}.sqlite"
"""How the name of a snapshot ends; another version of the program makes other files."""
ROWS_AT_ONCE: Final = 500
BYTES_AT_ONCE: Final = 128 * 1024

_SAID: Final = (
    "CREATE TABLE IF NOT EXISTS said (seq INTEGER NOT NULL, kind TEXT NOT NULL,"
    " member TEXT NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (seq, kind)) WITHOUT ROWID"
)

Value = str | int | bytes | None
Row = tuple[Value, ...]
Key = tuple[Value, ...]


class Said(NamedTuple):
    """A sealed value ("" = cleared) that a feed row gave its member to be found by."""

    seq: int
    kind: MacKind
    member: str
    sealed: str


class Layout(NamedTuple):
    """A table as a snapshot carries it: its columns, those of the key first."""

    name: str
    columns: tuple[str, ...]
    width: int

    @property
    def put(self) -> str:
        """The statement that writes a row over the one with its key."""
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT OR REPLACE INTO {self.name} ({', '.join(self.columns)}) VALUES ({marks})"  # noqa: S608 - own names

    @property
    def delete(self) -> str:
        """The statement that deletes the row with a key."""
        where = " AND ".join(f"{column} = ?" for column in self.columns[: self.width])
        return f"DELETE FROM {self.name} WHERE {where}"  # noqa: S608 - own names

    def rows(self, cursor: sqlite3.Cursor, low: Key, high: Key = (), limit: int = -1) -> list[Row]:
        """Return rows past `low` up to `high` in the order of the key; () is either end."""
        key = ", ".join(self.columns[: self.width])
        marks = ", ".join("?" * self.width)
        where = [f"({key}) {sign} ({marks})" for sign, end in ((">", low), ("<=", high)) if end]
        condition = f" WHERE {' AND '.join(where)}" if where else ""
        query = f"SELECT {', '.join(self.columns)} FROM {self.name}{condition}"  # noqa: S608
        return cursor.execute(f"{query} ORDER BY {key} LIMIT ?", (*low, *high, limit)).fetchall()


def layouts() -> list[Layout]:
    """Return the tables that come with a snapshot: the replica, taken keys, rows of the feed."""
    return [_layout(name) for name in (*replica_tables(), "receipt", "received")]


def _layout(name: str) -> Layout:
    table = metadata.tables[name]
    key = [column.name for column in table.primary_key.columns]
    rest = [column.name for column in table.columns if not column.primary_key]
    return Layout(name, (*key, *rest), len(key))


# ---------------------------------------------------------------- making


def note_said(cursor: sqlite3.Cursor, said: Iterable[Said]) -> None:
    """Note what rows of the feed gave members to be found by; the same again changes nothing."""
    cursor.execute(_SAID)
    cursor.executemany("INSERT OR REPLACE INTO said VALUES (?, ?, ?, ?)", said)


def forget_said(cursor: sqlite3.Cursor) -> None:
    """Forget what erased members gave."""
    cursor.execute(_SAID)
    cursor.execute("DELETE FROM said WHERE member IN (SELECT member FROM erased)")


def copy(source: Path, to: Path) -> None:
    """Write a compact copy of the file as it is now, readable by its owner alone.

    Raises StorageFullError when there is no space for it; nothing of it is left then.
    """
    to.unlink(missing_ok=True)
    try:
        with full_disk_told("a copy does not fit"), closing(open_reader(source)) as connection:
            to.touch(0o600)
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("VACUUM INTO ?", (str(to),))
    except BaseException:
        to.unlink(missing_ok=True)
        raise


# ---------------------------------------------------------------- taking


def said_rows(cursor: sqlite3.Cursor) -> Iterator[Said]:
    """Yield what members gave to be found by, in the order of the feed."""
    rows = cursor.execute("SELECT seq, kind, member, sealed FROM said ORDER BY seq, kind")
    return (Said(*row) for row in rows)


def chunks(cursor: sqlite3.Cursor, table: Layout) -> Iterator[list[Row]]:
    """Yield a table's rows in the order of the key, so many at once as are written in a moment."""
    low: Key = ()
    while rows := table.rows(cursor, low, limit=ROWS_AT_ONCE):
        at = 0
        while at < len(rows):
            size, first = 0, at
            while at < len(rows) and (size < BYTES_AT_ONCE or at == first):
                size += sum(len(value) for value in rows[at] if isinstance(value, str | bytes))
                at += 1
            yield rows[first:at]
        low = rows[-1][: table.width]
