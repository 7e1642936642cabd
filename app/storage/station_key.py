"""station.key: the private half of a station's Ed25519 key pair, 32 bytes its owner alone reads."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.storage.secret import VaultDamagedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE: Final = "station.key"
KEY_BYTES: Final = 32


def make_station_key(folder: Path) -> bytes:
    """Write a new key into a station's folder; return its public half (32 bytes)."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy

    key = ed25519.Ed25519PrivateKey.generate()
    path = folder / FILE
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
    return key.public_key().public_bytes_raw()


def read_station_key(folder: Path) -> "Ed25519PrivateKey":
    """Return the key of a station's folder; raise VaultDamagedError with what to do."""
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy

    try:
        raw = (folder / FILE).read_bytes()
    except FileNotFoundError:
        raw = b""
    if len(raw) != KEY_BYTES:
        raise VaultDamagedError(
            f"{FILE} in {folder} is missing or damaged. Put it back from the backup, or let the"
            " owner enrol this station anew."
        )
    return ed25519.Ed25519PrivateKey.from_private_bytes(raw)
