"""Programme versions of the replica, as they were compiled when they were published."""

import sqlite3
from collections.abc import Iterator


def by_id(cursor: sqlite3.Cursor, programme: str) -> bytes | None:
    """Return a version's bytes (see `rows.unpack_programme`), or None."""
    row = cursor.execute(
        "SELECT compiled FROM programme WHERE programme = ?", (programme,)
    ).fetchone()
    return row[0] if row else None


def newest_first(cursor: sqlite3.Cursor) -> Iterator[tuple[str, bytes]]:
    """Yield (id, bytes) of all versions, the last published first."""
    yield from cursor.execute("SELECT programme, compiled FROM programme ORDER BY position DESC")


def document_of(cursor: sqlite3.Cursor, programme: str) -> str | None:
    """Return the TOML a version was published as, or None."""
    row = cursor.execute(
        "SELECT document FROM programme WHERE programme = ?", (programme,)
    ).fetchone()
    return row[0].decode() if row else None
