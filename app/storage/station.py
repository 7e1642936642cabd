"""station.db: the journal of this station and the replica it folds from the feed."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.domain.chain import CHAIN_START, link
from app.domain.events import EVENT_BYTES_MAX, Event
from app.domain.facts import Merged, Unmerged
from app.domain.members import FOLD_VERSION
from app.storage import failpoints
from app.storage.files import Readers
from app.storage.writer import TABLES_VERSION, Tx, Writer, make_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

_APPEND: Final = "INSERT INTO journal (seq, event_id, body, hash) VALUES (?, ?, ?, ?)"
_UNSENT: Final = "SELECT seq, body, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?"
_AT: Final = "SELECT body, hash FROM journal WHERE seq = ?"
_LAST: Final = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1"

SHUT_OUT: Final = "shut_out"


class EventTooLargeError(ValueError):
    """The event is over 512 KB; nothing was recorded."""


class StationDb:
    """One station's file. With `write` it owns the file's writing connection.

    `stale` says that the replica was made by another fold, or not to its end: it must be folded
    again before anything of the feed is. `refolding` is then how far it once was.
    `pending` are own events the replica does not contain yet, by member ("" for guests):
    a screen shows the replica plus these (SYNC.md 7). `epoch`, `incarnation` and `synced_ms` (the
    last full contact, Unix ms) are those of the hub; `restored`: the file is an old copy or
    stands on another computer, until the hub has given it a new epoch. Rows up to `offered` may
    have reached the hub; what an earlier process recorded is taken to have.
    """

    def __init__(self, folder: Path, *, write: bool) -> None:
        self.path = folder / "station.db"
        self._writer = Writer(self.path) if write else None
        self._readers = Readers(self.path)
        self.head: tuple[int, bytes] = (0, CHAIN_START)
        self.pending: dict[str, tuple[tuple[int, Event], ...]] = {}
        self.own_seq = 0
        self.offered = 0
        self.feed_seq = 0
        self.feed_head = CHAIN_START
        self.refolding = 0
        self.stale = False
        self.epoch = 1
        self.incarnation = 0
        self.synced_ms = 0
        self.restored = False
        try:
            if self._writer is not None:
                self._writer.run(lambda tx: make_tables(tx, "station"))
            self._load()
        except BaseException:
            self.close()
            raise

    @property
    def writer(self) -> Writer:
        """The writer; raises when the file was opened for reading only."""
        if self._writer is None:
            raise RuntimeError("this shop was opened for reading only")
        return self._writer

    @contextmanager
    def reader(self) -> Iterator["Connection"]:
        """Give a connection for Core statements that cannot write."""
        with self._readers.core() as connection:
            yield connection

    @contextmanager
    def cursor(self, tx: Tx | None) -> Iterator[sqlite3.Cursor]:
        """Give the transaction's cursor, or one that only reads when there is none."""
        if tx is not None:
            yield tx.cursor
        else:
            with self._readers.cursor() as cursor:
                yield cursor

    @contextmanager
    def rows(self, tx: Tx | None) -> Iterator[tuple[sqlite3.Cursor, list[Event]]]:
        """Give a cursor, and in order the own events that what it reads does not contain yet.

        Both are of one instant, though booking goes on on another thread: the overlay is taken
        before the rows, and what the rows already contain is left out.
        """
        pending = list(self.pending.values())
        with self.cursor(tx) as cursor:
            own_seq = 0
            opens = tx is None and not cursor.connection.in_transaction
            if opens:
                cursor.execute("BEGIN")
            if tx is None:
                row = cursor.execute("SELECT value FROM meta WHERE key = 'own_seq'").fetchone()
                own_seq = int(row[0]) if row else 0
            numbered = dict(one for events in pending for one in events if one[0] > own_seq)
            try:
                yield cursor, [numbered[seq] for seq in sorted(numbered)]
            finally:
                if opens:
                    cursor.execute("COMMIT")

    def close(self) -> None:
        """Close readers first, so that the writer's last checkpoint is complete."""
        self._readers.close()
        if self._writer is not None:
            self._writer.close()

    def append(self, tx: Tx, event: Event, body: bytes) -> int:
        """Write the event's bytes as the journal's next row in `tx`; return its number.

        Raises EventTooLargeError over 512 KB. The overlay sees the event only after COMMIT.
        """
        if len(body) > EVENT_BYTES_MAX:
            raise EventTooLargeError(f"{len(body)} bytes")
        last, head = tx.head or self.head
        seq = last + 1
        tx.head = seq, link(head, seq, body)
        tx.cursor.execute(_APPEND, (seq, event.id, body, tx.head[1]))
        failpoints.reach("journal.written")
        new_head = tx.head

        def committed() -> None:
            failpoints.reach("journal.committed")
            self.overlay(seq, event)
            # Last: a screen that sees the new head looks at once, and must find the event.
            self.head = new_head

        tx.after.append(committed)
        return seq

    def folded(self, own_seq: int) -> None:
        """Drop overlay events that the replica now contains; on the writer's thread."""
        self.own_seq = max(self.own_seq, own_seq)
        for member, events in list(self.pending.items()):
            if events[0][0] <= self.own_seq:
                left = tuple(one for one in events if one[0] > self.own_seq)
                if left:
                    self.pending[member] = left
                else:
                    del self.pending[member]

    def unsent(self, after: int, limit: int) -> list[tuple[int, bytes, bytes]]:
        """Return (number, body, hash) of journal rows past `after`, in order."""
        with self.cursor(None) as cursor:
            return cursor.execute(_UNSENT, (after, limit)).fetchall()

    def row_at(self, seq: int) -> tuple[bytes, bytes] | None:
        """Return (body, hash) of a journal row; row 0 is the chain's start."""
        if seq == 0:
            return b"", CHAIN_START
        with self.cursor(None) as cursor:
            row: tuple[bytes, bytes] | None = cursor.execute(_AT, (seq,)).fetchone()
        return row

    def lay_anew(self, own_seq: int, events: Iterable[tuple[int, Event]]) -> None:
        """Lay exactly these own events over the replica; on the writer's turn."""
        self.own_seq = own_seq
        self.pending = {}
        for seq, event in events:
            self.overlay(seq, event)

    def overlay(self, seq: int, event: Event) -> None:
        """Lay an own event over the replica until the feed brings it back.

        One that joins or parts two members lies over both.
        """
        members = {event.member}
        if isinstance(event.facts, Merged | Unmerged):
            members.add(event.facts.source)
        for member in members:
            self.pending[member] = (*self.pending.get(member, ()), (seq, event))

    def _load(self) -> None:
        with self.cursor(None) as cursor:
            self.head = cursor.execute(_LAST).fetchone() or self.head
            kept = dict(cursor.execute("SELECT key, value FROM meta").fetchall())
            version = cursor.execute("PRAGMA user_version").fetchone()[0]
        self.own_seq = int(kept.get("own_seq", 0))
        self.offered = self.head[0]
        self.feed_seq = int(kept.get("feed_seq", 0))
        self.feed_head = bytes.fromhex(kept.get("feed_head", "")) or CHAIN_START
        self.refolding = int(kept.get("refolding", 0))
        self.epoch = int(kept.get("epoch", 1))
        self.incarnation = int(kept.get("incarnation", 0))
        self.synced_ms = int(kept.get("synced_ms", 0))
        self.restored = "restored" in kept
        self.stale = is_stale(kept) or version != TABLES_VERSION


def is_stale(kept: dict[str, str]) -> bool:
    """Say by the station's settings whether the replica is another fold's, or not yet whole."""
    other_fold = kept.get("fold_version") != str(FOLD_VERSION) and int(kept.get("feed_seq", 0)) > 0
    return other_fold or "refolding" in kept or "snapshot" in kept


def is_emptied(kept: dict[str, str]) -> bool:
    """Say by the station's settings whether the replica was emptied, and is being filled again."""
    return "refolding" in kept and kept.get("fold_version") == str(FOLD_VERSION)


def read_meta(core: "Connection", key: str) -> str:
    """Return a value of the station's own settings, or nothing."""
    row = core.exec_driver_sql("SELECT value FROM meta WHERE key = ?", (key,)).first()
    return row[0] if row else ""


def was_shut_out(db: StationDb) -> bool:
    """Say whether the owner shut this station out, as far as it heard of it."""
    with db.cursor(None) as cursor:
        asked = cursor.execute("SELECT 1 FROM meta WHERE key = ?", (SHUT_OUT,))
        return asked.fetchone() is not None


def write_meta(cursor: sqlite3.Cursor, key: str, value: Any) -> None:
    """Keep one of the station's own settings."""
    cursor.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, str(value)),
    )
