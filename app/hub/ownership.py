"""Which process has a SQLite store, and where its running server takes commands."""

import fcntl
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

ADMIN_FILE: Final = "admin.json"


class StoreInUseError(Exception):
    """Another process has the store; the text says which."""


class Desk(NamedTuple):
    """Where a running server takes admin commands: an address on this machine, and a token.

    `certificate` is the server's, where it speaks TLS.
    """

    url: str
    token: str
    certificate: str


def file_of(store_url: str) -> Path | None:
    """Return the file of a SQLite store, or None for another one."""
    try:
        parts = make_url(store_url)
    except ArgumentError:
        return None
    return Path(parts.database) if parts.drivername == "sqlite" and parts.database else None


class Ownership:
    """A SQLite store's file held for this process until `release`, by a lock beside it."""

    def __init__(self, file: Path) -> None:
        """Take it. Raises StoreInUseError when another process has it."""
        lock = file.with_name(f"{file.name}.lock")
        self._handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = os.read(self._handle, 100).decode(errors="replace").strip()
            os.close(self._handle)
            raise StoreInUseError(
                f"{file} is open in another program (process {owner or 'unknown'})."
                " Stop it first, or wait until it is done."
            ) from None
        os.ftruncate(self._handle, 0)
        os.write(self._handle, str(os.getpid()).encode())

    def release(self) -> None:
        """Let others have it."""
        os.close(self._handle)


def open_desk(folder: Path, desk: Desk) -> None:
    """Note where the running server takes commands, for this user alone."""
    path = folder / ADMIN_FILE
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(desk._asdict(), file)


def close_desk(folder: Path) -> None:
    """Note that nobody takes commands any more."""
    (folder / ADMIN_FILE).unlink(missing_ok=True)


def read_desk(folder: Path) -> Desk | None:
    """Return where the running server takes commands, as far as it is noted."""
    with suppress(FileNotFoundError, ValueError, TypeError):
        return Desk(**json.loads((folder / ADMIN_FILE).read_text(encoding="utf-8")))
    return None
