"""What every route is made of: its shape, the call it gets, and how it refuses."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from app.hub.hub import Hub, UnknownCellError
from app.hub.open_cell import OpenCell
from app.hub.stations import Known, station_of
from app.wire.sync import ASK_BYTES_MAX, Refusal

STRANGER_BYTES_MAX: Final = 4096


class RefusedError(Exception):
    """The request is refused: an HTTP status, a word for programs, a sentence for people."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.refusal = Refusal(code, sentence)


class FileAnswer(NamedTuple):
    """An answer that is the bytes of a file."""

    path: Path


class Waiting(NamedTuple):
    """An answer that has nothing new: who can, waits for the cell and asks once more."""

    answer: Any
    cell_id: str
    after: int
    wait_s: int


@dataclass(frozen=True, slots=True)
class Call:
    """One request: the hub, the path's names, the decoded body or query, and whose token it is."""

    hub: Hub
    names: dict[str, str]
    ask: Any
    station_id: str

    @property
    def cell_id(self) -> str:
        """The cell of the path."""
        return self.names["cell"]

    def opened(self) -> OpenCell:
        """Return the path's cell; raise RefusedError when there is none."""
        try:
            return self.hub.cell(self.cell_id)
        except UnknownCellError:
            raise _of_another_cell() from None

    def admit(self, core: Connection, *, revoked_too: bool = False) -> Known:
        """Return the station that asks; raise RefusedError when it may not, here."""
        known = station_of(core, self.station_id)
        if known is None:
            raise RefusedError(
                401, "unknown", "The hub does not know this station. Enrol it again."
            )
        if self.names.get("station", known.station_id) != known.station_id:
            raise RefusedError(403, "other_station", "A station may only ask for its own lane.")
        if self.names.get("cell", known.cell_id) != known.cell_id:
            raise _of_another_cell()
        if known.revoked and not revoked_too:
            raise RefusedError(
                403, "revoked", "This station was shut out. Ask the owner to enrol it again."
            )
        return known


def _of_another_cell() -> RefusedError:
    return RefusedError(403, "other_cell", "This station belongs to another cell.")


@dataclass(frozen=True, slots=True)
class Route:
    """One thing that may be asked; `{cell}` in the path is an id, `{name}` a file's name.

    `asks` is the shape of the body (or of the query where the method is GET), None for none;
    `tells` the shapes of the answer, none for a file.
    """

    method: str
    path: str
    answer: Callable[[Call], Any]
    asks: Any
    tells: tuple[Any, ...]
    summary: str
    needs_token: bool = True

    @property
    def bytes_max(self) -> int:
        """The longest body: a stranger is not listened to for long."""
        return ASK_BYTES_MAX if self.needs_token else STRANGER_BYTES_MAX
