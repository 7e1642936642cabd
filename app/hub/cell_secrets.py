"""The secret of each cell, sealed with the hub's own key: for keyed hashes and members' keys."""

from sqlalchemy import Connection, insert, select

from app.hub.trust import HubKey, Random
from app.storage.tables import cell_secret


def secret_of(core: Connection, key: HubKey, cell_id: str) -> bytes | None:
    """Return a cell's secret (32 bytes), or None when the hub has none.

    Raises HubKeyError when another hub.key sealed it.
    """
    row = core.execute(select(cell_secret.c.sealed).where(cell_secret.c.cell_id == cell_id)).first()
    return key.open_secret(cell_id, row.sealed) if row else None


def keep_secret(core: Connection, key: HubKey, cell_id: str, secret: bytes, random: Random) -> None:
    """Keep a cell's secret; it never changes."""
    core.execute(
        insert(cell_secret).values(cell_id=cell_id, sealed=key.seal_secret(cell_id, secret, random))
    )
