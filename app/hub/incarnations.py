"""When a hub was put back from an old copy: its incarnation rises (SYNC.md 10)."""

from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from app.hub.backups import next_incarnation
from app.storage.tables import cell

INCARNATION_MAX: Final = 100_000_000

_LOCKED = select(cell.c.incarnation).where(cell.c.cell_id == bindparam("of_cell")).with_for_update()


def lock(core: Connection, cell_id: str) -> int:
    """Lock the cell's row, as a booking does, and return its incarnation."""
    return int(core.execute(_LOCKED, {"of_cell": cell_id}).scalar_one())


def is_old_copy(core: Connection, cell_id: str, incarnation: int, after: int = 0) -> bool:
    """Tell whether a station has seen more of this cell than there is: it is an old copy."""
    row = core.execute(
        select(cell.c.incarnation, cell.c.last_seq).where(cell.c.cell_id == cell_id)
    ).one()
    if incarnation > INCARNATION_MAX:
        return False
    if incarnation == row.incarnation:
        return bool(after > row.last_seq)
    return bool(incarnation > row.incarnation)


def rise(core: Connection, cell_id: str, now_ms: int, incarnation: int, after: int = 0) -> None:
    """Raise the incarnation above one that a station has seen, if that is still needed."""
    have = lock(core, cell_id)
    if incarnation < have or (incarnation == have and not after):
        return
    if is_old_copy(core, cell_id, incarnation, after):
        raised = next_incarnation(incarnation, now_ms)
        core.execute(update(cell).where(cell.c.cell_id == cell_id).values(incarnation=raised))
