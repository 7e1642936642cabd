"""Moves a station's journal into its cell and the cell's feed into the replica (SYNC.md 4, 6)."""

import threading
from collections.abc import Callable, Sequence
from typing import Final, cast

from app.domain.chain import CHAIN_START
from app.hub.cell import FeedRow
from app.storage import failpoints
from app.storage.station import StationDb, write_meta
from app.storage.vault import Vault
from app.storage.writer import PULL, Tx
from app.sync import rebuilding
from app.sync.exchange import NotSentError
from app.sync.port import CellPort
from app.sync.pull import pull
from app.wire.sync import (
    PUSH_BYTES_MAX,
    PUSH_EVENTS_MAX,
    Acked,
    EpochAsk,
    Fork,
    Page,
    Resume,
    Standing,
    TakeSnapshot,
)

Rows = list[tuple[int, bytes, bytes]]
"""Journal rows: number, body, hash."""

_NOBODY_ASKS: Final = Standing(sent_at_ms=0, version="", watermark=None)


class Link:
    """One station's link to its cell, wherever that is; `HubLink` adds what a network needs.

    `window_days` says how long a sale may be returned.
    """

    def __init__(
        self,
        db: StationDb,
        vault: Vault,
        port: CellPort,
        station_id: str,
        window_days: Callable[[], int],
    ) -> None:
        self.db = db
        self.vault = vault
        self.port = port
        self.station_id = station_id
        self.window_days = window_days
        self.acked = db.own_seq
        self._pumping = threading.Lock()

    def pump(self) -> None:
        """Push and pull until both sides agree; returns when nothing is left to move."""
        with self._pumping:
            while self._push():
                self._pull()
            self._pull()

    def refold(self) -> None:
        """Make the replica anew from the feed; goes on where a killed process stopped."""
        with self._pumping:
            rebuilding.empty(self.db)
            self._pull()
            rebuilding.finish(self.db)

    # ------------------------------------------------------------ pushing

    def _push(self) -> bool:
        """Send some rows; say whether there were any."""
        rows = self._batch()
        if not rows:
            return False
        before, self.db.offered = self.db.offered, max(self.db.offered, rows[-1][0])
        try:
            answer = self.port.push(
                self.db.epoch,
                self.db.incarnation,
                rows,
                self._hash_at(rows[0][0] - 1) or CHAIN_START,
                self._standing(),
                self._keys_for(rows),
            )
        except NotSentError:
            self.db.offered = before
            raise
        failpoints.reach("push.acknowledged")
        self._settle(answer)
        return True

    def _settle(self, answer: Acked | Resume | Fork) -> None:
        """Believe where the cell says the lane is, if its hash is the one of our own row."""
        if isinstance(answer, Fork) or self._hash_at(answer.last_seq) != answer.head:
            self._begin_epoch()
        else:
            self.acked = answer.last_seq

    def _begin_epoch(self) -> None:
        """Go on in a new lane after what is surely in the feed; ids tell what was sent before."""
        base = self._surely_booked()
        answer = self.port.new_epoch(
            EpochAsk(self.db.epoch, base, self._hash_at(base) or CHAIN_START)
        )
        failpoints.reach("epoch.given")

        def note() -> None:
            self.db.epoch, self.db.restored = answer.epoch, False

        keep_meta(self.db, {"epoch": answer.epoch}, drop=("restored",), after=note)
        self.acked = base

    def _batch(self) -> Rows:
        """Return the next rows: 200 at most, or 256 KB, or one that is larger."""
        rows: Rows = []
        size = 0
        for row in self.db.unsent(self.acked, PUSH_EVENTS_MAX):
            size += len(row[1])
            if rows and size > PUSH_BYTES_MAX:
                break
            rows.append(row)
        return rows

    def _hash_at(self, seq: int) -> bytes | None:
        row = self.db.row_at(seq)
        return row[1] if row else None

    # ------------------------------------------------------------ pulling

    def _pull(self) -> None:
        while self._apply(
            self.port.feed(
                self.db.feed_seq, self.db.feed_head, self.db.incarnation, self._standing(), 0
            )
        ):
            pass

    def _apply(self, fed: Page | TakeSnapshot) -> bool:
        """Fold a page; say whether there may be more."""
        if not isinstance(fed, Page):
            raise TypeError(f"a cell in this process has no snapshots ({fed.why})")
        if fed.rows:
            self._fold(fed)
        return bool(fed.rows)

    def _fold(self, page: Page, signature: tuple[int, bytes] | None = None) -> None:
        pull(
            self.db,
            self.vault,
            self.station_id,
            self.db.feed_seq,
            cast("Sequence[FeedRow]", page.rows),  # the same fields, as they travel
            self.window_days(),
            signature,
        )

    # ------------------------------------------------------------ what a network adds

    def _surely_booked(self) -> int:
        """Return the last own row up to which the cell has every one."""
        return self.db.own_seq

    def _standing(self) -> Standing:
        return _NOBODY_ASKS

    def _keys_for(self, rows: Rows) -> dict[str, bytes]:  # noqa: ARG002 - see HubLink
        return {}


def keep_meta(
    db: StationDb,
    values: dict[str, object],
    *,
    drop: tuple[str, ...] = (),
    after: Callable[[], None] = lambda: None,
) -> None:
    """Keep and drop some of the station's own settings in one transaction."""

    def work(tx: Tx) -> None:
        for key, value in values.items():
            write_meta(tx.cursor, key, value)
        for key in drop:
            tx.cursor.execute("DELETE FROM meta WHERE key = ?", (key,))
        tx.after.append(after)

    db.writer.run(work, PULL)
