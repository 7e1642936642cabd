"""Backups of a shop's own folder: a folder of verified copies, made also while the counter runs.

All files are of one instant as far as they speak of each other: the cell never knows more of the
journal than is there, the replica never more of the feed, and every member has a key.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any, Final

from app.config import SETTINGS_FILE, read_settings
from app.domain.chain import CHAIN_START, link
from app.storage.files import open_reader

FORMAT: Final = "sikka backup 1"
MANIFEST: Final = "manifest.json"
KEPT: Final = 7
DAY: Final = len("sikka-20260101")
"""So much of a backup's name says its day (UTC)."""
ATTEMPTS: Final = 200
"""How often an instant is looked for at which the files agree; each try takes a millisecond."""

_NAME: Final = "sikka-%Y%m%dT%H%M%S%fZ"
_DATABASES: Final = ("station.db", "cell.db", "keys.db")
_FILES: Final = ("secret.key", "station.key", SETTINGS_FILE)


class BackupError(Exception):
    """A backup cannot be made, or what was made is damaged; the text says what and what to do."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup: its folder, its instant, rows of the journal, each file's SHA-256."""

    path: Path
    made_at: datetime
    journal_rows: int
    files: dict[str, str]


def backup(folder: Path, to: Path, now: datetime) -> Backup:
    """Copy a shop's files into a new folder of `to` and verify them.

    Raises SettingsError when there is no shop, BackupError when the copy is not whole, OSError or
    sqlite3.Error when it cannot be written. What was half made is gone then.
    """
    read_settings(folder)
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = to / f"sikka-{now.astimezone(UTC):%Y%m%dT%H%M%S%f}Z"
    new = to / f".{path.name}.new"
    new.mkdir(mode=0o700)
    try:
        _copy_databases(folder, new)
        for name in _FILES:
            if (folder / name).exists():
                write_private(new / name, (folder / name).read_bytes())
        _write_manifest(new, now)
        verify(new)
        new.rename(path)
    except BaseException:
        shutil.rmtree(new)
        raise
    return verify(path)


def prune(to: Path, keep: int = KEPT) -> None:
    """Delete all but the newest backups of a folder, and what was left half made before them."""
    kept = _all(to)
    for old in kept[:-keep]:
        shutil.rmtree(old)
    for half in to.glob(".sikka-*.new"):
        # What a killed process left; one of today may be in the making.
        if kept and half.name[1 : 1 + DAY] < kept[-1].name[:DAY]:
            shutil.rmtree(half)


def has_one_of(to: Path, now: datetime) -> bool:
    """Say whether there is a backup of the day (UTC) of an instant."""
    return any(to.glob(f"sikka-{now.astimezone(UTC):%Y%m%d}T*"))


def newest(to: Path) -> datetime | None:
    """Return the instant of the newest backup in a folder, None without one."""
    kept = _all(to)
    return _made_at(kept[-1]) if kept else None


def _all(to: Path) -> list[Path]:
    """Return a folder's backups, the oldest first; a copy under another name is its owner's."""
    return sorted(one for one in to.glob("sikka-*") if _made_at(one) and (one / MANIFEST).exists())


def _made_at(path: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    return None


# ---------------------------------------------------------------- copying


def _copy_databases(folder: Path, new: Path) -> None:
    names = [name for name in _DATABASES if (folder / name).exists()]
    for _ in range(ATTEMPTS):
        with ExitStack() as stack:
            # The keys last: whoever is in the journal has one.
            open_files = {
                name: stack.enter_context(closing(_instant(folder / name))) for name in names
            }
            if _agree(open_files):
                for name, source in open_files.items():
                    _copy(source, new / name)
                return
    raise BackupError(f"{folder} is too busy for a backup now. Try again.")


def _instant(path: Path) -> sqlite3.Connection:
    """Return a connection that sees the file as it is now, whoever writes on."""
    connection = open_reader(path)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


def _agree(files: Mapping[str, sqlite3.Connection]) -> bool:
    """Say whether cell and station are of one instant, as far as they know of each other."""
    station, cell = files["station.db"], files.get("cell.db")
    if cell is None:
        return True
    journal = station.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    folded = station.execute("SELECT value FROM meta WHERE key = 'feed_seq'").fetchone()
    booked = cell.execute("SELECT coalesce(max(last_seq), 0) FROM lane").fetchone()[0]
    feed = cell.execute("SELECT coalesce(max(last_seq), 0) FROM cell").fetchone()[0]
    return bool(booked <= journal and int(folded[0] if folded else 0) <= feed)


def _copy(source: sqlite3.Connection, path: Path) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        source.backup(copy)
        # One file, with nothing beside it.
        copy.execute("PRAGMA journal_mode=DELETE").fetchone()


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner reads."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _write_manifest(new: Path, now: datetime) -> None:
    files = {one.name: _hash_of(one) for one in sorted(new.iterdir())}
    values = {"format": FORMAT, "made_at": now.isoformat(), "files": files}
    write_private(new / MANIFEST, json.dumps(values, indent=2, sort_keys=True).encode())


# ---------------------------------------------------------------- verifying


def verify(path: Path) -> Backup:
    """Read a whole backup again; raise BackupError naming what is wrong with it."""
    values = _manifest(path)
    files: dict[str, str] = values["files"]
    for name in ("station.db", "keys.db", "secret.key", SETTINGS_FILE):
        if name not in files:
            raise BackupError(f"{path}: {name} is not in this backup.")
    for name, kept in files.items():
        if not (path / name).is_file() or _hash_of(path / name) != kept:
            raise BackupError(f"{path}: {name} is not the file the backup was made with.")
    with ExitStack() as stack:
        names: list[str] = [name for name in _DATABASES if name in files]
        open_files = {name: stack.enter_context(closing(_instant(path / name))) for name in names}
        for name, one in open_files.items():
            if one.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise BackupError(f"{path}: SQLite finds {name} damaged.")
        rows = _chained(path, open_files["station.db"], "journal")
        if "cell.db" in open_files:
            _chained(path, open_files["cell.db"], "feed")
        if not _agree(open_files):
            raise BackupError(f"{path}: the files are not of one instant.")
    return Backup(path, datetime.fromisoformat(values["made_at"]), rows, files)


def _chained(path: Path, file: sqlite3.Connection, table: str) -> int:
    """Follow the chain of a journal or a feed; return how many rows it has."""
    head, count = CHAIN_START, 0
    rows: Iterator[tuple[int, bytes, bytes]] = file.execute(
        f"SELECT seq, body, hash FROM {table} ORDER BY seq"  # noqa: S608 - one of two names
    )
    for seq, body, kept in rows:
        count += 1
        head = link(head, count, body)
        if (seq, kept) != (count, head):
            raise BackupError(f"{path}: row {count} of the {table} is damaged.")
    return count


def _manifest(path: Path) -> dict[str, Any]:
    try:
        values: dict[str, Any] = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        known = values["format"] == FORMAT and isinstance(values["files"], dict)
        datetime.fromisoformat(values["made_at"])
    except FileNotFoundError:
        raise BackupError(f"{path} is no backup: {MANIFEST} is missing in it.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{path / MANIFEST} cannot be read: {error!r}.") from error
    if not known:
        raise BackupError(f"{path} was not made by this program; install the one that made it.")
    return values


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return file_digest(file, "sha256").hexdigest()
