"""A station that was shut out forgets what it knows of members (SYNC.md 12).

The replica, the rows of the feed, search rows and keys go from the bytes of the files. The
journal stays, since it is the proof of what was sold; its personal values cannot be read without
the keys. A shop that was on its own before also has backups with keys, and the cell it had then.
"""

import shutil
from typing import Final

from sqlalchemy import delete, select, tuple_

from app.storage import erased
from app.storage.base import metadata
from app.storage.station import SHUT_OUT, StationDb, write_meta
from app.storage.tables import replica_tables
from app.storage.vault import Vault
from app.storage.writer import JOBS, Tx
from app.sync.snapshot_taking import FETCHED, LAYING

ROWS_AT_ONCE: Final = 500
MEMBERS_AT_ONCE: Final = 100
KEPT: Final = frozenset({"staff", "programme"})
"""No member is in them, and the screen that says what happened needs a language."""
BACKUPS: Final = "backups"
OLD_CELL: Final = tuple(f"cell-before-hub.db{part}" for part in ("", "-wal", "-shm"))
OWN: Final = ("received", "draft", "basket", "conflict", "own_hold", "half_answered")


def wipe(db: StationDb, vault: Vault) -> None:
    """Forget everything personal; again after a crash, until nothing is left."""
    db.writer.run(lambda tx: write_meta(tx.cursor, SHUT_OUT, 1), JOBS)
    for name in (*replica_tables(), *OWN):
        if name not in KEPT:
            while db.writer.run(lambda tx: _empty(tx, name), JOBS):  # noqa: B023 - run at once
                pass
    while members := vault.members(MEMBERS_AT_ONCE):
        vault.forget(*members)
    shutil.rmtree(db.path.with_name(BACKUPS), ignore_errors=True)
    for name in (FETCHED, LAYING, *OLD_CELL):
        db.path.with_name(name).unlink(missing_ok=True)
    db.writer.run(lambda tx: tx.after.append(lambda: erased.clean(tx)), JOBS)


def _empty(tx: Tx, name: str) -> bool:
    """Delete some rows of a table, overwritten with zeros; say whether there were any."""
    table = metadata.tables[name]
    key = tuple_(*table.primary_key.columns)
    some = select(*table.primary_key.columns).limit(ROWS_AT_ONCE)
    return tx.core.execute(delete(table).where(key.in_(some))).rowcount > 0
