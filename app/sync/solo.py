"""Push and pull of a shop without a server: the cell is in this process (SYNC.md 1).

The bytes and the code are those of the network transport; only HTTP is missing.
"""

import threading
from typing import Final

from app.domain.chain import CHAIN_START
from app.hub.cell import Acknowledged, Forked, Push, SendFrom
from app.hub.local import LocalCell
from app.storage import failpoints
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.sync import rebuilding
from app.sync.pull import pull

PUSH_EVENTS_MAX: Final = 200
PUSH_BYTES_MAX: Final = 256 * 1024
PULL_ROWS_MAX: Final = 100


class JournalForkedError(RuntimeError):
    """The cell knows another journal of this station: one of the files is an old copy."""


class Link:
    """Moves this station's journal into the cell and the cell's feed into the replica."""

    def __init__(
        self, db: StationDb, vault: Vault, cell: LocalCell, station_id: str, window_days: int
    ) -> None:
        self.db = db
        self.vault = vault
        self.cell = cell
        self.station_id = station_id
        self.window_days = window_days
        self._acked = db.own_seq
        self._acked_hash = b""
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

    def _push(self) -> bool:
        rows = self.db.unsent(self._acked, PUSH_EVENTS_MAX)
        size = 0
        bodies: list[bytes] = []
        for _, body, _ in rows:
            size += len(body)
            if bodies and size > PUSH_BYTES_MAX:
                break
            bodies.append(body)
        if not bodies:
            return False
        previous = self._acked_hash or self._hash_of(self._acked)
        batch = Push(self.station_id, 1, rows[0][0], previous, tuple(bodies))
        answer = self.cell.push(batch)
        sent = rows[len(bodies) - 1]
        match answer:
            case SendFrom(last_seq=last_seq):
                self._acked, self._acked_hash = last_seq, b""
                return True
            case Forked() | Acknowledged() if answer != Acknowledged(sent[0], sent[2]):
                raise JournalForkedError(f"the cell answered {answer} to row {sent[0]}")
            case _:
                pass
        failpoints.reach("push.acknowledged")
        self._acked, self._acked_hash = sent[0], sent[2]
        return True

    def _hash_of(self, seq: int) -> bytes:
        if seq == 0:
            return CHAIN_START
        return self.db.unsent(seq - 1, 1)[0][2]

    def _pull(self) -> None:
        while rows := self.cell.rows_after(self.db.feed_seq, PULL_ROWS_MAX):
            pull(
                self.db,
                self.vault,
                self.station_id,
                self.db.feed_seq,
                rows,
                self.window_days,
            )
