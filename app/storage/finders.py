"""Who a keyed hash (card, phone, old number) belongs to; on the cursor, since scans are hot.

The row names the member whose event gave the card or number, who may have been merged since.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from app.domain.events import Event
from app.domain.facts import CardIssued, Enrolled, Personal, ProfileChanged
from app.storage.keyless import Opener
from app.storage.vault import MacKind

FINDS: Final[tuple[MacKind, ...]] = ("phone", "old_number")
"""The personal values that lead to their member."""

FINDING = frozenset({"enrolled", "profile_changed", "card_issued"})
"""The kinds of events that lead to their member."""


def member_of(cursor: sqlite3.Cursor, mac: str) -> str | None:
    """Return the member with this keyed hash, who may be the alias of another."""
    row = cursor.execute("SELECT member FROM finder WHERE mac = ?", (mac,)).fetchone()
    return row[0] if row else None


def hashes(vault: Opener, event: Event) -> tuple[tuple[MacKind, str], ...]:
    """Return (kind, keyed hash) of what the event lets its member be found by; "" = no more.

    A forgotten member's values do not open, so nothing leads to them.
    """
    match event.facts:
        case Enrolled(personal=personal) | ProfileChanged(personal=personal):
            said = ((kind, _hash(vault, event.member, kind, personal)) for kind in FINDS)
            return tuple((kind, mac) for kind, mac in said if mac is not None)
        case CardIssued(card_mac=mac):
            return (("card", mac),)
        case _:
            return ()


def point(cursor: sqlite3.Cursor, member: str, found: Iterable[tuple[MacKind, str]]) -> None:
    """Let keyed hashes lead to a member: a phone or old number in place of the one before.

    A card stays with whoever was given it first: two tills that are out of touch may give the same
    one, and nobody's card is to lead to somebody who joined later.
    """
    for kind, mac in found:
        if kind == "card":
            cursor.execute(
                "INSERT OR IGNORE INTO finder (mac, member, kind) VALUES (?, ?, ?)",
                (mac, member, kind),
            )
            continue
        cursor.execute("DELETE FROM finder WHERE member = ? AND kind = ?", (member, kind))
        if mac:
            cursor.execute(
                "INSERT OR REPLACE INTO finder (mac, member, kind) VALUES (?, ?, ?)",
                (mac, member, kind),
            )


def drop(cursor: sqlite3.Cursor, member: str) -> None:
    """Forget every way to find a member."""
    cursor.execute("DELETE FROM finder WHERE member = ?", (member,))


def _hash(vault: Opener, member: str, kind: MacKind, personal: Personal) -> str | None:
    """Return the hash of a value, "" when it is cleared or unreadable, None when unchanged."""
    sealed = getattr(personal, kind)
    return None if sealed is None else hash_of(vault, member, kind, sealed)


def hash_of(vault: Opener, member: str, kind: MacKind, sealed: str) -> str:
    """Return the hash of a member's sealed value, "" when it is cleared or unreadable."""
    value = vault.open_all(member, ((kind, sealed),))[0]
    # A phone is kept as "+91 9876543210" and looked for as it is dialled from abroad.
    return vault.mac(kind, value.replace(" ", "") if kind == "phone" else value) if value else ""
