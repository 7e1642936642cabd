"""Finder rows of vouchers: so that a number scanned at any station finds its member."""

import sqlite3

from app.domain.effects import Issue
from app.domain.events import Event
from app.hub.cell import FeedRow
from app.storage.vouchers import point_voucher


def project(cursor: sqlite3.Cursor, event: Event, row: FeedRow) -> None:  # noqa: ARG001
    """Point the numbers of the vouchers an event issued to its member."""
    for effect in event.effects:
        if isinstance(effect, Issue):
            point_voucher(cursor, effect.number, event.member)
