"""Taking a snapshot: the replica of the hub is laid over this station's (SYNC.md 6).

In small steps, row by row where the two differ, so that the counter goes on selling and every
member's row is at any moment either the old or the new one. The journal, drafts, items and what
else is the station's own stay as they are. A marker says that the file is being laid over: who is
killed in the middle finishes before the feed goes on. Keys and search rows come first.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from app.domain.companions import kept_everywhere
from app.domain.events import Event
from app.domain.facts import Returned, Sold
from app.domain.members import FOLD_VERSION
from app.storage import erased, failpoints, finders, snapshot_file
from app.storage.files import open_reader
from app.storage.snapshot_file import Key, Layout, Row, Value
from app.storage.station import StationDb, write_meta
from app.storage.vault import Vault
from app.storage.writer import PULL, TABLES_VERSION, Tx, full_disk_told
from app.sync import member_keys, rebuilding
from app.sync.exchange import OTHER_VERSION, UpdateNeededError
from app.sync.port import HubPort
from app.wire.events import decode
from app.wire.sync import Snapshot

FETCHED: Final = "snapshot.new"
LAYING: Final = "snapshot.db"
MARK: Final = "snapshot"
KEYS_AT_ONCE: Final = 25
EVENTS_AT_ONCE: Final = 1_000
STEP_ROWS: Final = 2 * snapshot_file.ROWS_AT_ONCE
"""Of a table that holds much that the snapshot lacks, so many rows are looked at in one step."""


class SnapshotLostError(RuntimeError):
    """The file that was being laid over is gone."""


class Mark(NamedTuple):
    """What is being laid over: up to which feed row, and which journal row it contains."""

    seq: int
    head: bytes
    own_seq: int
    incarnation: int
    signature: bytes

    def text(self) -> str:
        """Return it as it is kept."""
        parts = (self.seq, self.head.hex(), self.own_seq, self.incarnation, self.signature.hex())
        return " ".join(str(part) for part in parts)


def fetch(db: StationDb, vault: Vault, port: HubPort) -> Snapshot:
    """Fetch the newest snapshot, and the keys of its members; nothing is laid over yet.

    Raises what the port raises, UpdateNeededError when another version of the program made it,
    StorageFullError on a full disk; the replica is as it was then, and the space is free again.
    """
    path = db.path.with_name(FETCHED)
    try:
        with full_disk_told("the members of the hub do not fit"):
            header = port.snapshot(path)
            _complete(path, db, vault, port)
    except BaseException:
        for part in ("", "-journal"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        raise
    vault.note_days()
    return header


def apply(db: StationDb, vault: Vault, header: Snapshot, own_seq: int) -> None:
    """Lay the fetched snapshot over the replica.

    `own_seq` is the last row of the journal that it contains, of which every row up to there
    must be in it; later ones lie over it.
    """
    _begin(db, header, own_seq)
    finish(db, vault)


def is_unfinished(db: StationDb) -> bool:
    """Say whether a killed process was laying a snapshot over: finish it before anything else."""
    return _marked(db) is not None


def finish(db: StationDb, vault: Vault) -> None:
    """Lay over what is marked, from its beginning: what is done already is only compared.

    Raises SnapshotLostError without the file: the replica, half one and half another, is then
    stale, and taken anew with the next contact.
    """
    mark = _marked(db)
    if mark is None:
        return
    path = db.path.with_name(LAYING)
    if not path.exists():
        rebuilding.distrust(db)
        db.writer.run(lambda tx: tx.cursor.execute("DELETE FROM meta WHERE key = ?", (MARK,)), PULL)
        raise SnapshotLostError(
            f"{path} was being laid over the shop's data and is gone. Everything is taken anew"
            " from the hub when it is reached next."
        )
    # What a restored hub has lost lies over the new rows; the old ones contain it.
    lost = _journal(db, mark.own_seq, db.own_seq)
    if lost:
        db.writer.run(lambda _: db.lay_anew(mark.own_seq, [*lost, *_pending(db)]), PULL)
    with closing(open_reader(path)) as connection:
        cursor = connection.cursor()
        for table in snapshot_file.layouts():
            _lay(db, cursor, table, mark.own_seq)
        kept = dict(cursor.execute("SELECT key, value FROM meta").fetchall())
    _end(db, mark, kept)
    path.unlink()
    _forget_erased(db, vault)


# ---------------------------------------------------------------- what only this station knows


def _complete(path: Path, db: StationDb, vault: Vault, port: HubPort) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        cursor = connection.cursor()
        _check_version(cursor)
        after = ""
        while page := port.keys(after).keys:
            after = max(page)
            _take_keys(cursor, vault, db, page)
        _make_finders(cursor, vault)


def _check_version(cursor: sqlite3.Cursor) -> None:
    tables = cursor.execute("PRAGMA user_version").fetchone()[0]
    kept = dict(cursor.execute("SELECT key, value FROM meta").fetchall())
    fold = kept.get("fold_version", str(FOLD_VERSION))
    if (tables, fold) != (TABLES_VERSION, str(FOLD_VERSION)):
        raise UpdateNeededError(OTHER_VERSION)


def _take_keys(
    cursor: sqlite3.Cursor, vault: Vault, db: StationDb, page: Mapping[str, bytes]
) -> None:
    members = sorted(page)
    for at in range(0, len(members), KEYS_AT_ONCE):
        some = {one: page[one] for one in members[at : at + KEYS_AT_ONCE]}
        member_keys.take_all(vault, db, cursor, some)


def _make_finders(cursor: sqlite3.Cursor, vault: Vault) -> None:
    """Add to the fetched file what members are found by; it belongs to nobody else."""
    cursor.execute("BEGIN")
    for said in snapshot_file.said_rows(cursor.connection.cursor()):
        mac = finders.hash_of(vault, said.member, said.kind, said.sealed)
        finders.point(cursor, said.member, [(said.kind, mac)])
    cursor.execute("COMMIT")


def _forget_erased(db: StationDb, vault: Vault) -> None:
    with db.cursor(None) as cursor:
        gone = erased.members(cursor)
    erased.forget(vault, gone)
    db.writer.run(lambda tx: tx.after.append(lambda: erased.clean(tx)), PULL)


# ---------------------------------------------------------------- laying over


def _begin(db: StationDb, header: Snapshot, own_seq: int) -> None:
    """Mark the fetched file as the one to lay over."""
    fetched, path = db.path.with_name(FETCHED), db.path.with_name(LAYING)
    with fetched.open("rb") as file:
        os.fsync(file.fileno())
    fetched.rename(path)
    mark = Mark(header.seq, header.head, own_seq, header.contact.incarnation, header.signature)
    db.writer.run(lambda tx: write_meta(tx.cursor, MARK, mark.text()), PULL)
    failpoints.reach("snapshot.marked")


def _marked(db: StationDb) -> Mark | None:
    with db.cursor(None) as cursor:
        row = cursor.execute("SELECT value FROM meta WHERE key = ?", (MARK,)).fetchone()
    if row is None:
        return None
    seq, head, own_seq, incarnation, signature = row[0].split(" ")
    return Mark(
        int(seq), bytes.fromhex(head), int(own_seq), int(incarnation), bytes.fromhex(signature)
    )


def _pending(db: StationDb) -> list[tuple[int, Event]]:
    return sorted({seq: event for of in db.pending.values() for seq, event in of}.items())


def _journal(db: StationDb, after: int, upto: int) -> list[tuple[int, Event]]:
    found: list[tuple[int, Event]] = []
    while after < upto and (rows := db.unsent(after, min(EVENTS_AT_ONCE, upto - after))):
        found += [(seq, decode(body)) for seq, body, _ in rows]
        after = rows[-1][0]
    return found


def _lay(db: StationDb, source: sqlite3.Cursor, table: Layout, own_seq: int) -> None:
    """Make a table's rows those of the snapshot, a stretch of keys at a time."""
    low: Key = ()
    for found in snapshot_file.chunks(source, table):
        rows = {row[: table.width]: row for row in found}
        if table.name == "member":
            rows = {key: (row[0], own_seq, *row[2:]) for key, row in rows.items()}
        high = max(rows)
        while low != high:
            low = _step(db, table, low, high, rows, own_seq)
    while low := _step(db, table, low, (), {}, own_seq):
        pass


def _step(
    db: StationDb, table: Layout, low: Key, high: Key, rows: Mapping[Key, Row], own_seq: int
) -> Key:
    """Make the rows past `low` up to `high` (() = the end) those given, as far as a moment allows.

    Return the key up to which it was done, () at the end.
    """

    def work(tx: Tx) -> Key:
        found = table.rows(tx.cursor, low, high, STEP_ROWS)
        have = {row[: table.width]: row for row in found}
        end = max(have) if len(found) == STEP_ROWS else high
        put = [
            row for key, row in rows.items() if low < key <= (end or high) and have.get(key) != row
        ]
        gone = [key for key in have if key not in rows]
        if table.name == "receipt":
            put = [row for row in put if not _number(tx.cursor, row[1])]
            gone = [key for key in gone if not _stays(tx.cursor, have[key], own_seq)]
        tx.cursor.executemany(table.delete, gone)
        tx.cursor.executemany(table.put, put)
        return end

    done = db.writer.run(work, PULL)
    failpoints.reach("snapshot.step")
    return done


def _number(cursor: sqlite3.Cursor, event_id: Value) -> int:
    """Return an event's number in the journal, 0 if it is not in it."""
    found = cursor.execute("SELECT seq FROM journal WHERE event_id = ?", (event_id,)).fetchone()
    return found[0] if found else 0


def _stays(cursor: sqlite3.Cursor, row: Row, own_seq: int) -> bool:
    """Say whether a key that is not taken in the feed is taken here all the same.

    By an own event that the feed does not have yet, or because the feed tells of no such keys.
    """
    key, event_id = str(row[0]), row[1]
    number = _number(cursor, event_id)
    if not number or number > own_seq:
        return number > 0
    body = cursor.execute("SELECT body FROM journal WHERE seq = ?", (number,)).fetchone()[0]
    return not (isinstance(decode(body).facts, Sold | Returned) or kept_everywhere(key))


def _end(db: StationDb, mark: Mark, kept: Mapping[str, str]) -> None:
    """Note that the replica is whole, and that the feed goes on after the snapshot."""

    def work(tx: Tx) -> None:
        cursor = tx.cursor
        row = cursor.execute("SELECT value FROM meta WHERE key = 'tidied_on'").fetchone()
        tidied_on = max(row[0] if row else "", kept.get("tidied_on", ""))
        for key, value in (
            ("fold_version", FOLD_VERSION),
            ("feed_seq", mark.seq),
            ("feed_head", mark.head.hex()),
            ("own_seq", mark.own_seq),
            ("incarnation", mark.incarnation),
            *([("tidied_on", tidied_on)] if tidied_on else []),
        ):
            write_meta(cursor, key, value)
        cursor.execute("DELETE FROM meta WHERE key IN (?, 'refolding')", (MARK,))
        # A hub put back may go on under one incarnation: what was signed before may be of a feed
        # that is no more, and the snapshot brings signatures of its own.
        cursor.execute("DELETE FROM signed")
        cursor.execute(
            "INSERT INTO signed (seq, incarnation, signature) VALUES (?, ?, ?)",
            (mark.seq, mark.incarnation, mark.signature),
        )
        tx.after.append(committed)

    def committed() -> None:
        failpoints.reach("snapshot.taken")
        db.feed_seq, db.feed_head, db.incarnation = mark.seq, mark.head, mark.incarnation
        db.refolding, db.stale = 0, False
        db.lay_anew(mark.own_seq, [one for one in _pending(db) if one[0] > mark.own_seq])

    db.writer.run(work, PULL)
