"""The replica folded anew into a private file, so that `doctor` can compare it with the one kept.

With the code that folds in a running shop; nothing of the shop is written.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from app.hub.cell import FeedRow
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.storage.writer import PULL, Tx
from app.sync.folding import Folding
from app.sync.pull import tidy
from app.wire.events import decode


class Scratch:
    """A replica that belongs to nobody: what the feed says and nothing else."""

    def __init__(self, db: StationDb) -> None:
        self._db = db

    @contextmanager
    def reader(self) -> Iterator[Connection]:
        """Give a connection that sees it."""
        with self._db.reader() as core:
            yield core

    def tidy(self, on: date) -> None:
        """Forget what a shop forgets on a day."""
        tidy(self._db, on)

    def fold(self, station_id: str, vault: Vault, rows: Sequence[FeedRow]) -> None:
        """Fold rows of the feed as the station with that id does."""
        events = [(decode(row.body), row) for row in rows if row.outcome != "parked"]

        def work(tx: Tx) -> None:
            folding = Folding(tx, station_id, vault)
            for event, row in events:
                folding.apply(event, row)
            folding.write(window_days=0)

        self._db.writer.run(work, PULL)


@contextmanager
def folded_anew(
    station_id: str, vault: Vault, batches: Iterable[Sequence[FeedRow]]
) -> Iterator[Scratch]:
    """Give a replica made of batches of the feed; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        db = StationDb(Path(folder), write=True)
        try:
            scratch = Scratch(db)
            for rows in batches:
                scratch.fold(station_id, vault, rows)
            yield scratch
        finally:
            db.close()
