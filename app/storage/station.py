"""station.db: the journal of this station and the replica it folds from the feed."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import Connection, select

from app.domain.chain import CHAIN_START, link
from app.domain.events import EVENT_BYTES_MAX, Event
from app.storage import base, catalogue, drafts, failpoints, staff  # noqa: F401 - their tables
from app.storage.tables import journal, meta
from app.storage.writer import Tx, Writer

_APPEND: Final = "INSERT INTO journal (seq, event_id, body, hash) VALUES (?, ?, ?, ?)"


class EventTooLargeError(ValueError):
    """The event is over 512 KB; nothing was recorded."""


class StationDb:
    """One station's file. With `write` it owns the file's writer thread.

    `pending` are own events the replica does not contain yet, by member ("" for guests):
    a screen shows the replica plus these (SYNC.md 7).
    """

    def __init__(self, folder: Path, *, write: bool) -> None:
        self.path = folder / "station.db"
        self._writer = Writer(self.path) if write else None
        if self._writer is not None:
            self._writer.run(_create)
        self._readers = base.reader_engine(self.path)
        self._mine = threading.local()
        self._held: list[Connection] = []
        self.head: tuple[int, bytes] = (0, CHAIN_START)
        self.pending: dict[str, tuple[tuple[int, Event], ...]] = {}
        self.own_seq = 0
        self.feed_seq = 0
        self.feed_head = CHAIN_START
        self._load()

    @property
    def writer(self) -> Writer:
        """The writer; raises when the file was opened for reading only."""
        if self._writer is None:
            raise RuntimeError("this shop was opened for reading only")
        return self._writer

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """Give a connection that cannot write."""
        with self._readers.connect() as connection:
            yield connection

    @contextmanager
    def cursor(self, tx: Tx | None) -> Iterator[sqlite3.Cursor]:
        """Give the transaction's cursor, or one that only reads when there is none.

        Each thread keeps its reading connection: taking one from the pool would cost more
        than the look-up.
        """
        if tx is not None:
            yield tx.cursor
            return
        mine: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if mine is None:
            held = self._readers.connect()
            self._held.append(held)
            mine = cast("sqlite3.Connection", held.connection.dbapi_connection)
            self._mine.connection = mine
        cursor = mine.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def rows(self, tx: Tx | None) -> Iterator[tuple[sqlite3.Cursor, list[Event]]]:
        """Give a cursor, and in order the own events that what it reads does not contain yet.

        Both are of one instant, though booking goes on on another thread: the overlay is taken
        before the rows, and what the rows already contain is left out.
        """
        pending = list(self.pending.values())
        with self.cursor(tx) as cursor:
            own_seq = 0
            if tx is None:
                cursor.execute("BEGIN")
                row = cursor.execute("SELECT value FROM meta WHERE key = 'own_seq'").fetchone()
                own_seq = int(row[0]) if row else 0
            numbered = [one for events in pending for one in events if one[0] > own_seq]
            try:
                yield cursor, [event for _, event in sorted(numbered, key=lambda one: one[0])]
            finally:
                if tx is None:
                    cursor.execute("COMMIT")

    def close(self) -> None:
        """Close readers first, so that the writer's last checkpoint is complete."""
        for held in self._held:
            held.close()
        self._held.clear()
        self._readers.dispose()
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
            self.head = new_head
            self.overlay(seq, event)

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
        with self.reader() as connection:
            rows = connection.execute(
                select(journal.c.seq, journal.c.body, journal.c.hash)
                .where(journal.c.seq > after)
                .order_by(journal.c.seq)
                .limit(limit)
            )
            return [(row.seq, row.body, row.hash) for row in rows]

    def overlay(self, seq: int, event: Event) -> None:
        """Lay an own event over the replica until the feed brings it back."""
        self.pending[event.member] = (*self.pending.get(event.member, ()), (seq, event))

    def _load(self) -> None:
        with self.reader() as connection:
            last = connection.execute(
                select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
            ).first()
            if last:
                self.head = (last.seq, last.hash)
            self.own_seq = int(read_meta(connection, "own_seq") or 0)
            self.feed_seq = int(read_meta(connection, "feed_seq") or 0)
            self.feed_head = bytes.fromhex(read_meta(connection, "feed_head")) or CHAIN_START


def _create(tx: Tx) -> None:
    tables = [one for one in base.metadata.sorted_tables if one.info.get("file") == "station"]
    base.metadata.create_all(tx.core, tables=tables)


def read_meta(connection: Connection, key: str) -> str:
    """Return a value of the station's own settings, or nothing."""
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar() or ""


def write_meta(cursor: sqlite3.Cursor, key: str, value: Any) -> None:
    """Keep one of the station's own settings."""
    cursor.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, str(value)),
    )
