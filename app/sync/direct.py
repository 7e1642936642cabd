"""The cell in this process: what a shop without a server has in place of a hub (SYNC.md 1)."""

from typing import Final

from app.hub.cell import Acknowledged, Forked, Push, SendFrom
from app.hub.local import LocalCell
from app.wire.sync import (
    Acked,
    Contact,
    Epoch,
    EpochAsk,
    Fed,
    Fork,
    Page,
    Pushed,
    Resume,
    Row,
    Standing,
)

ROWS_MAX: Final = 100

_HERE: Final = Contact(incarnation=1, now_ms=0, last_seq=0)


class JournalForkedError(RuntimeError):
    """The cell knows another journal of this station: one of the files is an old copy."""


class DirectPort:
    """The cell of one station in the same process (see `CellPort`); nothing to sign."""

    def __init__(self, cell: LocalCell, station_id: str) -> None:
        self._cell = cell
        self._station_id = station_id

    def push(
        self,
        epoch: int,
        incarnation: int,  # noqa: ARG002 - a cell in this process has one
        rows: list[tuple[int, bytes, bytes]],
        previous: bytes,
        standing: Standing,  # noqa: ARG002 - nobody asks
        keys: dict[str, bytes],  # noqa: ARG002 - they are in this folder
    ) -> Pushed:
        """Book journal rows."""
        bodies = tuple(body for _, body, _ in rows)
        match self._cell.push(Push(self._station_id, epoch, rows[0][0], previous, bodies)):
            case Acknowledged(last_seq=seq, head=head):
                return Acked(seq, head, _HERE)
            case SendFrom(last_seq=seq, head=head):
                return Resume(seq, head, _HERE)
            case Forked(seq=seq):
                return Fork(seq, _HERE)

    def new_epoch(self, ask: EpochAsk) -> Epoch:
        """Refuse: a shop's own files do not come apart without somebody restoring one of them."""
        raise JournalForkedError(
            f"cell.db knows another journal than station.db has after row {ask.base_seq}: one of"
            " the two is an old copy. Put back both from the same backup."
        )

    def feed(
        self,
        after: int,
        head: bytes,  # noqa: ARG002 - the chain is checked when rows are folded
        incarnation: int,  # noqa: ARG002 - a cell in this process has one
        standing: Standing,  # noqa: ARG002 - nobody asks
        wait_s: int,  # noqa: ARG002 - whoever records also wakes
    ) -> Fed:
        """Return feed rows past `after`."""
        rows = self._cell.rows_after(after, ROWS_MAX)
        return Page(tuple(Row(*row) for row in rows), b"", _HERE)
