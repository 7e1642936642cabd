"""Standings of a period, best first; the measure's column has an index of its own."""

import sqlite3
from typing import Final

from app.domain.leaderboards import Measure

_TOP: Final[dict[Measure, str]] = {
    "visits": "SELECT member, visits FROM standing WHERE period = ? AND visits > 0"
    " ORDER BY visits DESC LIMIT ?",
    "points": "SELECT member, points FROM standing WHERE period = ? AND points > 0"
    " ORDER BY points DESC LIMIT ?",
    "spend": "SELECT member, spend FROM standing WHERE period = ? AND spend > 0"
    " ORDER BY spend DESC LIMIT ?",
}
_AHEAD: Final[dict[Measure, str]] = {
    "visits": "SELECT count(*) FROM standing WHERE period = ? AND visits > ?",
    "points": "SELECT count(*) FROM standing WHERE period = ? AND points > ?",
    "spend": "SELECT count(*) FROM standing WHERE period = ? AND spend > ?",
}
_OF: Final[dict[Measure, str]] = {
    "visits": "SELECT visits FROM standing WHERE period = ? AND member = ?",
    "points": "SELECT points FROM standing WHERE period = ? AND member = ?",
    "spend": "SELECT spend FROM standing WHERE period = ? AND member = ?",
}


def top(cursor: sqlite3.Cursor, measure: Measure, period: str, limit: int) -> list[tuple[str, int]]:
    """Return (member, amount) of the best."""
    return cursor.execute(_TOP[measure], (period, limit)).fetchall()


def ahead(cursor: sqlite3.Cursor, measure: Measure, period: str, amount: int) -> int:
    """Return how many members have more than `amount`."""
    row: tuple[int] = cursor.execute(_AHEAD[measure], (period, amount)).fetchone()
    return row[0]


def amount_of(cursor: sqlite3.Cursor, measure: Measure, period: str, member: str) -> int:
    """Return what a member has in a period; 0 without a row."""
    row = cursor.execute(_OF[measure], (period, member)).fetchone()
    return row[0] if row else 0
