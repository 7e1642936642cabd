"""Who was erased: noted beside the replica, so that no old copy of keys.db knows them again."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

from app.storage.keyless import Opener
from app.storage.member_files import FilesStayError
from app.storage.secret import VaultDamagedError
from app.storage.writer import Tx


def note(cursor: sqlite3.Cursor, member: str) -> None:
    """Note that a member was erased."""
    cursor.execute("INSERT OR IGNORE INTO erased (member) VALUES (?)", (member,))


def members(cursor: sqlite3.Cursor) -> list[str]:
    """Return all members that were erased."""
    return [row[0] for row in cursor.execute("SELECT member FROM erased")]


def among(cursor: sqlite3.Cursor, found: Iterable[str]) -> list[str]:
    """Return those of some members who were erased."""
    query = "SELECT 1 FROM erased WHERE member = ?"
    return [one for one in found if cursor.execute(query, (one,)).fetchone()]


def clean(tx: Tx) -> None:
    """Empty the side file, which still held the keyed hashes; after COMMIT, if nobody reads."""
    tx.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def forget(vault: Opener, found: Iterable[str]) -> None:
    """Delete what keys.db still holds of members, if it holds anything.

    Where another program reads keys.db just then, its old bytes go when the shop is closed. A
    file about a member that cannot be removed keeps nobody from folding on.
    """
    known = vault.known(found)
    if known:
        with suppress(VaultDamagedError, FilesStayError):
            vault.forget(*known)
