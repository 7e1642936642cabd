"""`sikka hub backup | restore | doctor | rebuild | redrive`: keep the store whole."""

# ruff: noqa: PLC0415 - imports are inside: `sikka` starts fast

import sys
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
                _set_aside(path)
                fresh.rename(path)
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


def _set_aside(path: Path) -> None:
    """Rename a store's file and what belongs to it."""
    when = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    for part in ("", "-wal", "-shm"):
        old = path.with_name(path.name + part)
        if old.exists():
            old.rename(path.with_name(f"{path.name}.replaced-{when}{part}"))


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
