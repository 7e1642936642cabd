"""Rows of half-answered surveys, by (member, key of the survey's version)."""

import sqlite3


def write(
    cursor: sqlite3.Cursor, key: tuple[str, str], sealed: str, at_ms: int, oldest_ms: int
) -> None:
    """Keep sealed answers in place of earlier ones; remove rows from before `oldest_ms`."""
    cursor.execute("DELETE FROM half_answered WHERE at_ms < ?", (oldest_ms,))
    cursor.execute(
        "INSERT INTO half_answered (member, survey, sealed, at_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (member, survey) DO UPDATE SET sealed = excluded.sealed,"
        " at_ms = excluded.at_ms",
        (*key, sealed, at_ms),
    )


def read(cursor: sqlite3.Cursor, key: tuple[str, str]) -> str:
    """Return sealed answers, "" when there are none."""
    row = cursor.execute(
        "SELECT sealed FROM half_answered WHERE member = ? AND survey = ?", key
    ).fetchone()
    return str(row[0]) if row else ""


def remove(cursor: sqlite3.Cursor, key: tuple[str, str]) -> None:
    """Forget answers."""
    cursor.execute("DELETE FROM half_answered WHERE member = ? AND survey = ?", key)
