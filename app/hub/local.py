"""A cell in a SQLite file: what one shop without a server runs inside the counter."""

from pathlib import Path

from app.hub import cell
from app.hub.open_cell import OpenCell
from app.hub.store import SqliteStore


class LocalCell(OpenCell):
    """Owns cell.db of a shop's folder; makes the cell if there is none yet."""

    def __init__(self, folder: Path, cell_id: str) -> None:
        store = SqliteStore(folder / "cell.db")
        store.run(lambda core: cell.found(core, cell_id))
        super().__init__(store, cell_id)
