"""A shop's folder made anew from a backup; who was erased since stays erased (LEDGER.md 24)."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from glob import escape
from pathlib import Path
from typing import Final

from app.config import read_settings
from app.services.erasing import erase_again
from app.station import open_station, own
from app.station.backups import Backup, verify, write_private
from app.station.replacing import finish, put_in_place
from app.storage.day_closes import carry_closes
from app.storage.files import open_reader

HALF: Final = ".new"
"""How the name of a folder ends that is being made."""
RESTORED: Final = "restored"
"""Noted in station.db until the hub has given a new epoch: nothing is risked offline before."""


class RestoreError(Exception):
    """A backup cannot be put where it is wanted; the text says what to do."""


def restore(
    path: Path, folder: Path, now: datetime, *, replace: bool
) -> tuple[Backup, Path | None]:
    """Make a shop's folder from a backup; return the backup, and where the old folder is now.

    An old folder is set aside with `replace`, else it is left as it is. Raises BackupError when
    the backup is damaged, RestoreError when a folder is there, ShopInUseError when it is open.
    """
    made = verify(path)
    there = folder.exists() and any(folder.iterdir())
    if there and not replace:
        raise RestoreError(
            f"{folder} is there already and is left as it is. Add --replace: it is set aside,"
            " and nothing of it is lost."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    for half in folder.parent.glob(f".{escape(folder.name)}.*{HALF}"):
        shutil.rmtree(half)
    new = folder.with_name(f".{folder.name}.{os.getpid()}{HALF}")
    new.mkdir(mode=0o700)
    try:
        for name in made.files:
            write_private(new / name, (path / name).read_bytes())
        erased = _erased(folder) if there else set()
        _apply(new, erased)
        if there:
            carry_closes(folder / "station.db", new / "station.db")
        aside = _replace(folder, new, now) if there else None
        if aside is None:
            new.rename(folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return made, aside


def _apply(new: Path, erased: set[str]) -> None:
    """Forget in the new folder whom the old one knew as erased, before anybody can open it."""
    if read_settings(new).hub:
        with closing(sqlite3.connect(new / "station.db")) as file, file:
            file.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", (RESTORED,))
            rows = [(member,) for member in erased]
            file.executemany("INSERT OR IGNORE INTO erased (member) VALUES (?)", rows)
    elif erased:
        with open_station(new, background=False) as station:
            erase_again(station.shop, erased)


def _erased(folder: Path) -> set[str]:
    """Return whom an old folder knows as erased, as far as it can still be read."""
    try:
        with closing(open_reader(folder / "station.db")) as old:
            return {row[0] for row in old.execute("SELECT member FROM erased")}
    except sqlite3.DatabaseError:
        return set()


def _replace(folder: Path, new: Path, now: datetime) -> Path:
    """Put the new folder where one is that nobody has open; return where the old one is then."""
    handle = own(folder)
    try:
        finish(folder)
        return put_in_place(new, folder, now)
    finally:
        os.close(handle)
