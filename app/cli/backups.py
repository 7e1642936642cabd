"""`sikka backup` and `sikka restore`: a shop's or a station's own folder."""

# ruff: noqa: PLC0415 - imports are inside the commands: `sikka` starts fast

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Data, folder_of


def register(sikka: typer.Typer) -> None:
    """Add the commands of this file."""
    sikka.command("backup")(backup)
    sikka.command("restore")(restore)


def backup(
    to: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where it goes (default: backups in the shop's folder)."),
    ] = None,
    data: Data = None,
) -> None:
    """Copy the shop's files into a new folder and verify them, also while the counter runs.

    Whoever has the copy can read members' names and phones: keep it as safe as the shop's folder.
    """
    from app.station.backups import backup as make

    folder = folder_of(data)
    made = make(folder, to or folder / "backups", datetime.now(UTC))
    print(made.path)
    print(f"{len(made.files)} files, {made.journal_rows} rows of the journal; verified.")


def restore(
    path: Annotated[Path, typer.Argument(metavar="BACKUP", help="The folder of a backup.")],
    data: Data = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Set the folder that is there aside.")
    ] = False,
) -> None:
    """Make the shop's folder from a backup; who was erased since stays erased."""
    from app.station.restoring import restore as put_back

    folder = folder_of(data, "shop")
    made, aside = put_back(path, folder, datetime.now(UTC), replace=replace)
    print(f"{folder} is as it was on {made.made_at:%Y-%m-%d %H:%M} UTC.")
    if aside is not None:
        print(f"What was there is in {aside}.")
