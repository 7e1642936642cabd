"""Backups of a hub's store: one SQLite file of one instant, with a manifest (SYNC.md 10).

The file has the layout of a SqliteStore, whichever engine it was made from. hub.key is no part of
it: whoever finds a backup reads no name. That key is kept apart, and a restore needs it.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from app.domain.chain import CHAIN_START, link
from app.hub.store import Store
from app.hub.trust import HubKey, HubKeyError
from app.storage import audit, base, tables
from app.storage.audit import damage, snapshot, tables_version
from app.storage.tables import cell, cell_secret, feed, sealed_key, station
from app.storage.writer import JOBS, TABLES_VERSION

ROWS_AT_ONCE: Final = 500
FORMAT: Final = "sikka hub backup 1"
DAY: Final = len("hub-20260101")
"""So much of a backup's name says its day (UTC)."""
FIRST_INSTANT_MS: Final = 1_767_225_600_000
"""2026-01-01 00:00 UTC: incarnations of restored cells are the minutes since then."""

T = TypeVar("T")

_ERASED: Final = b'"kind":"erased"'


class BackupError(Exception):
    """A backup is damaged, or cannot be put where it is wanted; the text says what to do."""


@dataclass(frozen=True, slots=True)
class CellMark:
    """Where a cell stood: its last feed number, the hash there (hexadecimal), its incarnation."""

    last_seq: int
    head: str
    incarnation: int


@dataclass(frozen=True, slots=True)
class Backup:
    """What a manifest says of a backup; `rows` counts by table, `cells` goes by cell id."""

    path: Path
    made_at: datetime
    sha256: str
    rows: dict[str, int]
    cells: dict[str, CellMark]


# ---------------------------------------------------------------- making


def backup(core: Connection, folder: Path, now: datetime) -> Backup:
    """Copy the store that `core` sees (one instant) into a new file of a folder, and verify it.

    Raises BackupError when what was written does not read back, OSError when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"hub-{now.astimezone(UTC):%Y%m%dT%H%M%S%f}Z.db"
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        _write_manifest(_written(core, new, path, now))
        made = verify(new)
        # Last: whoever is killed before leaves no file of the day, and it is made again.
        new.rename(path)
        return replace(made, path=path)
    except BaseException:
        for one in (new, path, manifest_of(path)):
            one.unlink(missing_ok=True)
        raise


def _written(core: Connection, new: Path, path: Path, now: datetime) -> Backup:
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        copy = base.core_on(connection)
        connection.execute("BEGIN")
        tables.create(copy, "cell")
        rows = {table.name: _copy(core, copy, table) for table in tables.tables_of("cell")}
        cells = _marks(copy)
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA user_version={TABLES_VERSION}")
        copy.close()
        copy.engine.dispose()
    return Backup(path, now, _hash_of(new), rows, cells)


def _copy(source: Connection, target: Connection, table: Table) -> int:
    count = 0
    names = [column.name for column in table.columns]
    for some in _portions(audit.stream(source, select(table))):
        target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in some])
        count += len(some)
    return count


def _marks(core: Connection) -> dict[str, CellMark]:
    rows = core.execute(select(cell.c.cell_id, cell.c.last_seq, cell.c.head, cell.c.incarnation))
    return {row.cell_id: CellMark(row.last_seq, row.head.hex(), row.incarnation) for row in rows}


def _write_manifest(made: Backup) -> None:
    values = {
        "format": FORMAT,
        "made_at": made.made_at.isoformat(),
        "tables_version": TABLES_VERSION,
        "sha256": made.sha256,
        "rows": made.rows,
        "cells": {one: asdict(mark) for one, mark in made.cells.items()},
        "needs": "hub.key of the hub's data folder, which is kept apart",
    }
    path = manifest_of(made.path)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(values, file, indent=2, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())


def manifest_of(path: Path) -> Path:
    """Return where the manifest of a backup's file is."""
    return path.with_suffix(".json")


def has_one_of(folder: Path, day: date) -> bool:
    """Say whether a folder holds a backup made on a day (UTC)."""
    return any(folder.glob(f"hub-{day:%Y%m%d}T*.db"))


def prune(folder: Path, keep: int) -> None:
    """Delete all but the newest backups of a folder, and what was left half made before them."""
    kept = sorted(folder.glob("hub-*.db"))
    for old in kept[:-keep]:
        old.unlink()
        manifest_of(old).unlink(missing_ok=True)
    for half in (*folder.glob("hub-*.new"), *folder.glob("hub-*.json")):
        # What a killed process left; one of today may be in the making.
        whole = half.with_suffix(".db")
        if kept and not whole.exists() and half.name[:DAY] < kept[-1].name[:DAY]:
            half.unlink()


# ---------------------------------------------------------------- verifying


def verify(path: Path) -> Backup:
    """Read a whole backup again; return what it holds. Raises BackupError naming what is wrong."""
    made = _manifest(path)
    if not path.exists() or _hash_of(path) != made.sha256:
        raise BackupError(f"{path}: the file is not the one its manifest was made for.")
    with snapshot(path) as core:
        if damage(core) or tables_version(core) != TABLES_VERSION:
            raise BackupError(f"{path}: SQLite cannot read the file, or another Sikka made it.")
        for table in tables.tables_of("cell"):
            count = core.execute(select(func.count()).select_from(table)).scalar_one()
            if count != made.rows.get(table.name):
                raise BackupError(f"{path}: the table {table.name} has {count} rows.")
        if _marks(core) != made.cells:
            raise BackupError(f"{path}: the cells are not where the manifest says.")
        for cell_id, mark in made.cells.items():
            _check_chain(core, path, cell_id, mark)
    return made


def _check_chain(core: Connection, path: Path, cell_id: str, mark: CellMark) -> None:
    head, count = CHAIN_START, 0
    for row in audit.feed_rows(core, cell_id):
        count += 1
        head = link(head, count, row.body)
        if row.seq != count or row.hash != head:
            raise BackupError(f"{path}: row {count} of the feed of cell {cell_id} is damaged.")
    if (count, head.hex()) != (mark.last_seq, mark.head):
        raise BackupError(f"{path}: the feed of cell {cell_id} ends at {count}.")


def _manifest(path: Path) -> Backup:
    try:
        values = json.loads(manifest_of(path).read_text(encoding="utf-8"))
        return Backup(
            path,
            datetime.fromisoformat(values["made_at"]),
            values["sha256"],
            values["rows"],
            {one: CellMark(**mark) for one, mark in values["cells"].items()},
        )
    except FileNotFoundError:
        raise BackupError(f"{manifest_of(path)} is missing: copy both files of a backup.") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(f"{manifest_of(path)} cannot be read: {error!r}.") from error


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return file_digest(file, "sha256").hexdigest()


# ---------------------------------------------------------------- restoring


def restore(path: Path, into: Store, key: HubKey, now_ms: int) -> Backup:
    """Put a backup into an empty store, whole or not at all; return what it holds.

    Every cell gets a higher incarnation, so that stations bring what was lost; keys of members who
    were erased do not come back. Raises BackupError when the backup is damaged, the store is not
    empty, or `key` is not the hub.key that sealed the secrets in it.
    """
    made = verify(path)
    with snapshot(path) as core:
        _check_key(core, path, key)
        into.run(lambda target: _fill(core, target, now_ms), JOBS)
    return made


def _check_key(core: Connection, path: Path, key: HubKey) -> None:
    for row in core.execute(select(cell_secret.c.cell_id, cell_secret.c.sealed)):
        try:
            key.open_secret(row.cell_id, row.sealed)
        except HubKeyError as error:
            raise BackupError(f"{path} was made with another hub.key. {error}") from error


def _fill(core: Connection, target: Connection, now_ms: int) -> None:
    for table in (cell, station):
        if target.execute(select(table).limit(1)).first() is not None:
            raise BackupError(
                "The store is not empty, and a restore overwrites nothing. Name an empty database,"
                " or move the old file away first."
            )
    for table in tables.tables_of("cell"):
        _copy(core, target, table)
    for cell_id, mark in _marks(core).items():
        raised = next_incarnation(mark.incarnation, now_ms)
        target.execute(update(cell).where(cell.c.cell_id == cell_id).values(incarnation=raised))
        for some in _portions(_erased(core, cell_id)):
            target.execute(
                delete(sealed_key).where(
                    sealed_key.c.cell_id == cell_id, sealed_key.c.member.in_(some)
                )
            )


def next_incarnation(incarnation: int, now_ms: int) -> int:
    """Return a number no restore before gave, also when one backup is restored a second time."""
    return max(incarnation + 1, (now_ms - FIRST_INSTANT_MS) // 60_000)


def _erased(core: Connection, cell_id: str) -> Iterator[str]:
    """Yield the members whom the feed says were erased."""
    query = select(feed.c.member, feed.c.body).where(
        feed.c.cell_id == cell_id, feed.c.member != "", feed.c.outcome == "booked"
    )
    return (row.member for row in audit.stream(core, query) if _ERASED in row.body)


def _portions(values: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(values)
    while some := list(islice(rest, ROWS_AT_ONCE)):
        yield some
