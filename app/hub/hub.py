"""A hub: many cells in one store, opened when they are first asked for."""

import secrets
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from sqlalchemy import Connection, bindparam, select

from app.hub import reports
from app.hub.open_cell import OpenCell
from app.hub.store import Store
from app.hub.trust import HubKey, Random
from app.storage.tables import cell
from app.wire.sync import Contact

_STANDS = select(cell.c.incarnation, cell.c.last_seq).where(cell.c.cell_id == bindparam("of_cell"))

BEHIND_MAX: Final = 10_000
"""A station further behind than so many rows takes a snapshot."""


class Made(NamedTuple):
    """A snapshot file: the replica at feed number `seq`, whose hash is `head`.

    Its name says which cell's it is and of what; a file never changes once it has its name.
    """

    path: Path
    seq: int
    head: bytes


class Snapshots(Protocol):
    """Makes snapshot files of cells and keeps the newest."""

    def latest(self, cell: OpenCell) -> Made:
        """Return the newest snapshot of a cell, made now if the one there is is too old."""

    def path_of(self, cell_id: str, name: str) -> Path | None:
        """Return the file of a cell's snapshot by its name, or None when it is gone."""


Booked = Callable[[str, Mapping[str, int]], None]
"""Is told the cell something was booked in, and how many rows by outcome."""


class UnknownCellError(LookupError):
    """The store has no such cell."""


class Hub:
    """The cells of a store, with what signs, tells the time and brings chance."""

    def __init__(
        self,
        store: Store,
        key: HubKey,
        now_ms: Callable[[], int],
        snapshots: Snapshots | None = None,
        *,
        random: Random = secrets.token_bytes,
        behind_max: int = BEHIND_MAX,
        oldest_version: tuple[int, ...] = (0, 1),
    ) -> None:
        """Keep `behind_max` rows and the oldest station version that may still pull."""
        self.store = store
        self.key = key
        self.now_ms = now_ms
        self.snapshots = snapshots
        self.random = random
        self.behind_max = behind_max
        self.oldest_version = oldest_version
        self.on_booked: Booked = lambda _cell_id, _outcomes: None
        self._cells: dict[str, OpenCell] = {}
        self._opening = threading.Lock()

    def cell(self, cell_id: str) -> OpenCell:
        """Return a cell; raise UnknownCellError when the store has none of that id."""
        opened = self._cells.get(cell_id)
        if opened is None:
            with self._opening:
                opened = self._cells.get(cell_id) or self._open(cell_id)
        return opened

    def cell_ids(self) -> list[str]:
        """Return the ids of all cells of the store, in order."""
        with self.store.read() as core:
            return reports.cell_ids(core)

    def contact(self, core: Connection, cell_id: str, *, revoked: bool = False) -> Contact:
        """Return what every answer about a cell carries, as it is in this transaction."""
        row = core.execute(_STANDS, {"of_cell": cell_id}).one()
        return Contact(row.incarnation, self.now_ms(), row.last_seq, revoked)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def _open(self, cell_id: str) -> OpenCell:
        with self.store.read() as core:
            row = core.execute(select(cell.c.cell_id).where(cell.c.cell_id == cell_id)).first()
        if row is None:
            raise UnknownCellError(f"there is no cell {cell_id} in this store")
        self._cells[cell_id] = OpenCell(self.store, cell_id)
        return self._cells[cell_id]
