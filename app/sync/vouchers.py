"""Finder rows of vouchers: so that a number scanned at any station finds its member."""

import sqlite3

from app.domain.effects import Issue
from app.domain.events import Event
from app.storage.vouchers import point_voucher


def project(cursor: sqlite3.Cursor, event: Event, member: str) -> None:
    """Point the numbers of the vouchers an event issued to its living member."""
    for effect in event.effects:
        if isinstance(effect, Issue):
            point_voucher(cursor, effect.number, member)
