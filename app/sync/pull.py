"""Fold feed rows into the station's replica: the only writer of it (SYNC.md 6, 7)."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.chain import link
from app.domain.guards import DAYS_MAX
from app.domain.members import FOLD_VERSION
from app.hub.cell import FeedRow
from app.storage import erased, failpoints
from app.storage.flags import drop_counts
from app.storage.keyless import Opener
from app.storage.sales import drop_sales
from app.storage.station import StationDb, write_meta
from app.storage.writer import JOBS, PULL, Tx
from app.sync import calls, conflicts, day_figures, leaderboards, pickups
from app.sync.folding import Folding
from app.wire.events import decode

FEED_KEPT_DAYS = 35

PARKED_ON = date.max
"""The date of a row nobody can read: it stays, so that there is no hole in what is kept."""

_SIGNED = "INSERT OR REPLACE INTO signed (seq, incarnation, signature) VALUES (?, ?, ?)"
# From the oldest on, without a hole: what is kept must follow one upon the other.
_FORGET = (
    "DELETE FROM received WHERE seq < (SELECT MIN(seq) FROM received WHERE on_date >= ?"
    " AND on_date < ?)"
)


class FeedBrokenError(RuntimeError):
    """The feed skips a number or its chain does not fit: nothing was applied."""


def pull(
    db: StationDb,
    vault: Opener,
    station_id: str,
    cursor_seq: int,
    rows: Sequence[FeedRow],
    window_days: int,
    signature: tuple[int, bytes] | None = None,
) -> int:
    """Apply feed rows past `cursor_seq` in one transaction; return the new cursor.

    `signature` is the hub's over the last row, with the incarnation it was made in.

    Raises FeedBrokenError when a number is missing or the chain does not fit, and
    UnknownEventError when a row needs a newer program; nothing is applied then.
    """

    def work(tx: Tx) -> int:
        folding = Folding(tx, station_id, vault)
        folding.known_seq = db.refolding
        head = _fold(folding, rows, cursor_seq, db.feed_head)
        folding.write(window_days)
        _note(tx, db, folding, rows[-1].seq, head, signature)
        failpoints.reach("pull.folded")

        def committed() -> None:
            failpoints.reach("pull.committed")
            db.feed_seq, db.feed_head = rows[-1].seq, head
            db.folded(folding.own_seq)
            if folding.erased:
                failpoints.reach("erase.pulled")
                erased.forget(vault, folding.erased)
                erased.clean(tx)

        tx.after.append(committed)
        return rows[-1].seq

    return db.writer.run(work, PULL)


def _fold(folding: Folding, rows: Sequence[FeedRow], seq: int, head: bytes) -> bytes:
    """Check and fold rows that follow number `seq` with hash `head`; return the last hash."""
    kept = []
    for row in rows:
        if row.seq != seq + 1 or link(head, row.seq, row.body) != row.hash:
            raise FeedBrokenError(f"feed row {row.seq} does not follow {seq}")
        seq, head = row.seq, row.hash
        on = PARKED_ON
        if row.outcome == "parked":
            folding.parked(row)
        else:
            event = decode(row.body)
            folding.apply(event, row)
            on = event.on
        if row.seq > folding.known_seq:
            kept.append((row.seq, on.isoformat(), row.body, row.hash))
    folding.cursor.executemany(
        "INSERT INTO received (seq, on_date, body, hash) VALUES (?, ?, ?, ?)", kept
    )
    return head


def _note(
    tx: Tx,
    db: StationDb,
    folding: Folding,
    seq: int,
    head: bytes,
    signature: tuple[int, bytes] | None,
) -> None:
    """Note in the same transaction how far the feed is folded."""
    if signature is not None:
        tx.cursor.execute(_SIGNED, (seq, *signature))
    if not db.feed_seq:
        write_meta(tx.cursor, "fold_version", FOLD_VERSION)
    write_meta(tx.cursor, "feed_seq", seq)
    write_meta(tx.cursor, "feed_head", head.hex())
    if folding.own_seq:
        write_meta(tx.cursor, "own_seq", max(folding.own_seq, db.own_seq))


def tidy(db: StationDb, today: date) -> None:
    """Forget feed rows older than 35 days and sales whose return window is long over."""

    def work(tx: Tx) -> None:
        drop_sales(tx.cursor, today)
        leaderboards.tidy(tx.cursor, today)
        conflicts.tidy(tx.cursor, today)
        pickups.tidy(tx.cursor, today)
        calls.tidy(tx.cursor, today)
        day_figures.tidy(tx.cursor, today)
        drop_counts(tx.cursor, today - timedelta(days=DAYS_MAX))
        old = (today - timedelta(days=FEED_KEPT_DAYS)).isoformat()
        tx.cursor.execute(_FORGET, (old, PARKED_ON.isoformat()))
        tx.cursor.execute(
            "DELETE FROM signed WHERE seq < (SELECT COALESCE(MIN(seq), 0) FROM received)"
        )
        write_meta(tx.cursor, "tidied_on", today)

    db.writer.run(work, JOBS)
