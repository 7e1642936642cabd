"""Snapshots: the replica of a cell as a file, so that a station that is far behind can catch up.

The hub's process keeps one replica per cell beside its store, brought up to date when somebody
asks, by the code that folds at stations. It belongs to no station and has no member's key.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from app.domain.chain import CHAIN_START
from app.domain.events import Event
from app.domain.facts import Enrolled, ProfileChanged
from app.hub.cell import FeedRow
from app.hub.hub import Made
from app.hub.open_cell import OpenCell
from app.hub.store import StoreAwayError
from app.storage import failpoints, snapshot_file
from app.storage.finders import FINDS
from app.storage.keyless import NoKeys
from app.storage.snapshot_file import SUFFIX, Said
from app.storage.station import StationDb
from app.storage.writer import PULL, full_disk_told
from app.sync.pull import pull, tidy
from app.wire.events import decode

ROWS_AT_ONCE: Final = 500
BEHIND_ROWS: Final = 1_000
KEPT_FILES: Final = 2
"""The newest, and the one that somebody may be fetching."""


class Maker:
    """Makes snapshots in a folder of its own, one at a time, also among several processes.

    Everything is in the names of the files, so any process finds what another one made. A file
    that lacks at most `behind_rows` rows is good enough: fewer than the hub lets a station be
    behind before it sends one.
    """

    def __init__(self, folder: Path, behind_rows: int = BEHIND_ROWS) -> None:
        self._folder = folder
        self._behind_rows = behind_rows

    def latest(self, cell: OpenCell) -> Made:
        """Return a snapshot of the cell that is up to date, or nearly so.

        Raises StoreAwayError while another one is made: who asks comes again, and does not keep
        a thread from those who spend. Raises StorageFullError on a full disk.
        """
        folder = self._folder / cell.cell_id
        with full_disk_told("no snapshot can be made"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = _files(folder)
        if not (made and self._is_good(made[-1], cell)):
            with full_disk_told("no snapshot can be made"), _alone(self._folder):
                _make(folder, cell)
                made = _files(folder)[-KEPT_FILES:]
                for old in {*folder.glob("*.sqlite")} - {one.path for one in made}:
                    old.unlink()
        return made[-1]

    def path_of(self, cell_id: str, name: str) -> Path | None:
        """Return the file of a cell's snapshot by its name, or None when it is gone."""
        files = _files(self._folder / cell_id)
        return next((one.path for one in files if one.path.name == name), None)

    def _is_good(self, made: Made, cell: OpenCell) -> bool:
        rows = cell.rows_after(made.seq, self._behind_rows + 1)
        return len(rows) <= self._behind_rows and _has(cell, made.seq, made.head)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """See that nobody else, in this process or another, makes a snapshot here meanwhile."""
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreAwayError("a snapshot is being made; ask again soon") from None
        yield


def _files(folder: Path) -> list[Made]:
    """Return the snapshots that are there, the oldest first."""
    paths = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
    return [_named(path) for path in paths]


def _named(path: Path) -> Made:
    seq, head = path.name.removesuffix(SUFFIX).split("-")
    return Made(path, int(seq), bytes.fromhex(head))


def _has(cell: OpenCell, seq: int, head: bytes) -> bool:
    """Say whether the cell's feed has a row with that hash; a restored hub may have lost it."""
    if not seq:
        return head == CHAIN_START
    rows = cell.rows_after(seq - 1, 1)
    return bool(rows) and rows[0].hash == head


def _make(folder: Path, cell: OpenCell) -> None:
    shadow = folder / "replica"
    shadow.mkdir(mode=0o700, exist_ok=True)
    db = StationDb(shadow, write=True)
    try:
        if db.stale or not _has(cell, db.feed_seq, db.feed_head):
            db.close()
            shutil.rmtree(shadow)
            shadow.mkdir(mode=0o700)
            db = StationDb(shadow, write=True)
        _catch_up(db, cell)
        new = folder / "new"
        snapshot_file.copy(db.path, new)
        name = f"{db.feed_seq}-{db.feed_head.hex()}{SUFFIX}"
    finally:
        db.close()
    failpoints.reach("snapshot.made")
    new.rename(folder / name)


def _catch_up(db: StationDb, cell: OpenCell) -> None:
    """Fold the cell's feed from where the replica is; forget what is over."""
    no_keys = NoKeys()
    while rows := cell.rows_after(db.feed_seq, ROWS_AT_ONCE):
        events = [(row, decode(row.body)) for row in rows if row.outcome in {"booked", "worthless"}]
        said = [one for row, event in events for one in _said(row, event)]
        # First, so that after a crash between the two the same rows are noted again.
        db.writer.run(lambda tx: snapshot_file.note_said(tx.cursor, said), PULL)  # noqa: B023
        on = max((event.on for _, event in events), default=None)
        programme = cell.programme_of(on) if on else None
        window_days = programme.return_window_days if programme else 0
        pull(db, no_keys, "", db.feed_seq, rows, window_days)
    db.writer.run(lambda tx: snapshot_file.forget_said(tx.cursor), PULL)
    ended = cell.last_day_ended()
    if ended is not None:
        tidy(db, ended + timedelta(days=1))


def _said(row: FeedRow, event: Event) -> list[Said]:
    if not isinstance(event.facts, Enrolled | ProfileChanged):
        return []
    values = ((kind, getattr(event.facts.personal, kind)) for kind in FINDS)
    return [Said(row.seq, kind, event.member, value) for kind, value in values if value is not None]
