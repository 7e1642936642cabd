"""secret.key: the shop's own secret, 32 random bytes that only the shop's files hold."""

import os
import secrets
from pathlib import Path

SECRET_BYTES = 32


class VaultDamagedError(Exception):
    """The keys or the secret are missing or damaged; the text says what to do."""


def read_secret(folder: Path, *, fresh: bool, given: bytes = b"") -> bytes:
    """Return the secret of a shop's folder; with `fresh` make it, or keep `given`, if it has none.

    Raises VaultDamagedError when it is missing or has the wrong length.
    """
    path = folder / "secret.key"
    if fresh and not path.exists():
        _write_secret(path, given or secrets.token_bytes(SECRET_BYTES))
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        raise VaultDamagedError(
            f"secret.key is missing in {folder}. Without it no phone number or card can be "
            "found. Put it back from the shop's backup."
        ) from None
    if len(secret) != SECRET_BYTES:
        raise VaultDamagedError(
            f"secret.key in {folder} is damaged: it has {len(secret)} bytes and needs "
            f"{SECRET_BYTES}. Put it back from the shop's backup."
        )
    return secret


def _write_secret(path: Path, secret: bytes) -> None:
    """Write a secret whole or not at all, readable by its owner alone."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
