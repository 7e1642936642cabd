"""`sikka hub backup | restore | doctor | rebuild | redrive`: keep the store whole."""

# ruff: noqa: PLC0415 - imports are inside: `sikka` starts fast

import os
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.hub.places import (
    Data,
    Store,
    expect,
    expect_stopped,
    folder_of,
    owned_hub,
    perform,
    told,
)
from app.cli.options import refuse

if TYPE_CHECKING:
    from app.hub.trust import HubKey


def register(hub: typer.Typer) -> None:
    """Add the commands."""
    for command in (backup, restore, doctor, rebuild, redrive):
        hub.command(command.__name__)(command)


def backup(
    store: Store,
    to: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where it goes (default: backups in the hub's folder)."),
    ] = None,
    data: Data = None,
) -> None:
    """Copy the whole store into one file and verify it, also while the hub runs.

    hub.key is no part of it: keep that file apart, and safe. A restore needs both.
    """
    from app.hub.backups import BackupError
    from app.hub.backups import backup as make
    from app.hub.store import read_store

    folder = folder_of(store, data)
    with told():
        try:
            with read_store(store) as core:
                made = make(core, to or folder / "backups", datetime.now(UTC))
        except BackupError as error:
            refuse(str(error), 1)
    print(made.path)
    print(
        f"Cells: {len(made.cells)}, rows of the feed: {made.rows['feed']}; verified."
        f" hub.key is not in it: keep a copy of {folder / 'hub.key'} in another place."
    )


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup; its .json lies beside.")],
    store: Store,
    replace: Annotated[
        bool, typer.Option("--replace", help="Set a store that is there aside; nothing is lost.")
    ] = False,
    data: Data = None,
) -> None:
    """Put a backup into an empty store, with the hub.key it was made with. Stop the hub first.

    Stations then bring what was booked since.
    """
    from app.hub.backups import BackupError
    from app.hub.backups import restore as put_back
    from app.hub.ownership import Ownership, file_of
    from app.hub.store import open_store
    from app.hub.trust import read_hub_key

    folder = folder_of(store, data)
    with told():
        key: HubKey = read_hub_key(folder, fresh=False)
        path = file_of(store)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        ownership = Ownership(path) if path is not None else None
        fresh = path.with_name(f"{path.name}.new") if path is not None and replace else None
        try:
            _drop(fresh)
            into = open_store(f"sqlite:///{fresh}" if fresh is not None else store)
            try:
                made = put_back(file, into, key, int(datetime.now(UTC).timestamp() * 1000))
            finally:
                into.close()
            if path is not None and fresh is not None:
                _put_in_place(fresh, path)
        except BackupError as error:
            refuse(str(error), 1)
        finally:
            _drop(fresh)
            if ownership is not None:
                ownership.release()
    print(f"Cells: {len(made.cells)}, as they were on {made.made_at:%Y-%m-%d %H:%M} UTC.")
    print("Start the hub: stations bring what was booked since, by themselves.")


def _drop(file: Path | None) -> None:
    """Delete what a restore that was stopped half way left behind."""
    if file is not None:
        for part in ("", "-wal", "-shm"):
            file.with_name(file.name + part).unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Exchange the new store's file for the one that is there, which is set aside."""
    from app.storage.files import exchange

    if not path.exists():
        fresh.rename(path)
        return
    aside = f"{path.name}.replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    # What a killed process left beside it goes into it, as far as it can still be read.
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for part in ("-wal", "-shm"):
        beside = path.with_name(path.name + part)
        if beside.exists():
            beside.rename(path.with_name(aside + part))
    # No longer called new: from here on this name may hold the old store.
    whole = fresh.rename(path.with_name(f"{path.name}.{os.getpid()}.whole"))
    if exchange(whole, path):
        whole.rename(path.with_name(aside))
    else:
        # For a moment neither is in its place; both are whole.
        path.rename(path.with_name(aside))
        whole.rename(path)


def doctor(store: Store) -> None:
    """Read every cell again and count it by other means; changes nothing, the hub may run."""
    from app.hub.store import read_store
    from app.insight.hub_doctor import examine_store

    wrong = False
    with told(), read_store(store) as core:
        for report in examine_store(core):
            for finding in report.findings:
                print(finding, file=sys.stderr)
            wrong = wrong or bool(report.findings)
            print(f"Cell {report.cell_id}: {report.feed_rows} rows, {report.members} members.")
    if wrong:
        sys.exit(1)
    print("Everything agrees.")


def rebuild(store: Store, data: Data = None) -> None:
    """Fold every account again from the feed, which stays as it is. Stop the hub first."""
    expect(store)
    expect_stopped(store, data)
    with told(), owned_hub(store, data) as hub:
        for cell_id in hub.cell_ids():
            cell = hub.cell(cell_id)
            cell.distrust()
            cell.refold()
            print(f"Cell {cell_id}: every account folded again.")


def redrive(store: Store, data: Data = None) -> None:
    """Book what an older program could not read; twice changes nothing."""
    for cell_id, count in perform(store, data, "redrive", {}).items():
        print(f"Cell {cell_id}: {count} rows booked that were kept aside.")
