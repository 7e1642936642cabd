"""What each member did this week and month, kept beside the member's state."""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.effects import Paid, Status, Visit
from app.domain.events import Event
from app.domain.leaderboards import Sums, month_key, period_sums, periods, week_key
from app.domain.members import MemberState

KEPT_DAYS = 62
_KEEP = (
    "INSERT OR REPLACE INTO standing (period, member, visits, points, spend) VALUES (?, ?, ?, ?, ?)"
)
_DROP = "DELETE FROM standing WHERE period = ? AND member = ?"


def project(cursor: sqlite3.Cursor, event: Event, state: MemberState) -> None:
    """Write the sums of the periods an event touched; `state` has the event in it already."""
    if state.erased:
        cursor.execute("DELETE FROM standing WHERE member = ?", (state.member,))
        return
    for on in {one.on for one in event.effects if isinstance(one, Visit | Status | Paid)}:
        _write(cursor, state.member, period_sums(state, on).items())


def refresh(cursor: sqlite3.Cursor, state: MemberState) -> None:
    """Write all of a member's sums anew: after a merge or its undoing, for both."""
    cursor.execute("DELETE FROM standing WHERE member = ?", (state.member,))
    _write(cursor, state.member, periods(state).items())


def tidy(cursor: sqlite3.Cursor, today: date) -> None:
    """Forget weeks and months that no board shows any more."""
    old = today - timedelta(days=KEPT_DAYS)
    for shape, key in (("____-W__", week_key(old)), ("____-__", month_key(old))):
        cursor.execute("DELETE FROM standing WHERE period LIKE ? AND period < ?", (shape, key))


def _write(cursor: sqlite3.Cursor, member: str, sums: Iterable[tuple[str, Sums]]) -> None:
    for period, one in sums:
        if any(one):
            cursor.execute(_KEEP, (period, member, *one))
        else:
            cursor.execute(_DROP, (period, member))
