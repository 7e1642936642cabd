"""Closed days of this till, in station.db; nothing here changes or removes one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from app.storage.files import open_reader

_COLUMNS: Final = "number, event_id, on_date, at_ms, seq, body"


class CloseRow(NamedTuple):
    """One close. `body` is its event's bytes; the journal's rows up to `seq` are counted."""

    number: int
    event_id: str
    on: date
    at_ms: int
    seq: int
    body: bytes


def keep_close(cursor: sqlite3.Cursor, row: CloseRow) -> None:
    """Keep a close; one with its number that is here already stays as it is."""
    cursor.execute(
        f"INSERT OR IGNORE INTO day_close ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
        row._replace(on=row.on.isoformat()),  # type: ignore[arg-type]
    )


def closes(cursor: sqlite3.Cursor, limit: int = -1) -> list[CloseRow]:
    """Return the closes, newest first."""
    return _read(cursor, "ORDER BY number DESC LIMIT ?", limit)


def close_numbered(cursor: sqlite3.Cursor, number: int) -> CloseRow | None:
    """Return the close with a number, or None."""
    rows = _read(cursor, "WHERE number = ?", number)
    return rows[0] if rows else None


def counted_upto(cursor: sqlite3.Cursor) -> int:
    """Return the journal's last row that a close has counted; 0 before the first."""
    found: int = cursor.execute("SELECT COALESCE(MAX(seq), 0) FROM day_close").fetchone()[0]
    return found


def last_number(cursor: sqlite3.Cursor, prefix: str) -> int:
    """Return the highest number ever given to a close whose once key begins with `prefix`.

    Also of closes that only the feed told of: keys are kept at every station.
    """
    own: int = cursor.execute("SELECT COALESCE(MAX(number), 0) FROM day_close").fetchone()[0]
    keys = cursor.execute(
        "SELECT key FROM receipt WHERE key >= ? AND key < ?", (prefix, prefix + chr(0x10FFFF))
    )
    told = [key[len(prefix) :] for (key,) in keys]
    return max([own, *(int(one) for one in told if one.isdecimal())])


def _read(cursor: sqlite3.Cursor, where: str, value: int) -> list[CloseRow]:
    rows = cursor.execute(f"SELECT {_COLUMNS} FROM day_close {where}", (value,))  # noqa: S608
    return [CloseRow(*row)._replace(on=date.fromisoformat(row[2])) for row in rows]


def journal_rows(
    cursor: sqlite3.Cursor, after: int, upto: int
) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the journal's rows past `after` up to `upto` in order: number, body, hash."""
    yield from cursor.execute(
        "SELECT seq, body, hash FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq", (after, upto)
    )


def carry_closes(old: Path, new: Path) -> None:
    """Give a station.db that was put back the closes that only the file it replaces has.

    They counted every row of the journal that both share, so all that are in it. An old file that
    cannot be read has nothing to give.
    """
    try:
        with closing(open_reader(old)) as lost:
            found = closes(lost.cursor())
    except sqlite3.DatabaseError:
        return
    with closing(sqlite3.connect(new)) as file, file:
        cursor = file.cursor()
        rows = cursor.execute("SELECT COALESCE(MAX(seq), 0) FROM journal").fetchone()[0]
        for row in found:
            keep_close(cursor, row._replace(seq=rows))
