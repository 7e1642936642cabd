"""till-token: what the shop's till shows to be let in; only the owner of the folder reads it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

TOKEN_FILE: Final = "till-token"  # noqa: S105 - a file's name
TOKEN_BYTES: Final = 32


def till_token(folder: Path) -> str:
    """Return the token of a shop's folder; it is made when it is first asked for."""
    path = folder / TOKEN_FILE
    with suppress(FileNotFoundError):
        return path.read_text("ascii").strip()
    new = _written(folder)
    # Two that ask at once must be told the same: only one of them makes it.
    with suppress(FileExistsError):
        path.hardlink_to(new)
    new.unlink()
    return path.read_text("ascii").strip()


def renew_till_token(folder: Path) -> str:
    """Make a new token in place of the old one, which opens nothing from now on."""
    new = _written(folder)
    token = new.read_text("ascii").strip()
    new.rename(folder / TOKEN_FILE)
    return token


def _written(folder: Path) -> Path:
    """Return a new file with a new token, readable by its owner alone."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    new = folder / f"{TOKEN_FILE}-{secrets.token_hex(8)}.new"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(token + "\n")
        file.flush()
        os.fsync(file.fileno())
    return new
