"""Members' keys on their way between stations: sealed with the shop's secret.

The hub keeps and forwards them as they are. It never needs one in clear, and whoever has its
database alone reads no name.
"""

import secrets
from functools import lru_cache
from typing import Any, Final

NONCE_BYTES: Final = 12
_LABEL: Final = b"member keys"


def seal_key(secret: bytes, member: str, key: bytes) -> bytes:
    """Return a member's key sealed with the shop's secret; it opens for this member only."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed: bytes = _cipher(secret).encrypt(nonce, key, member.encode())
    return nonce + sealed


def open_key(secret: bytes, member: str, sealed: bytes) -> bytes | None:
    """Return the key, or None when it was not sealed for this member with this secret."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - heavy, and seldom needed

    try:
        key: bytes = _cipher(secret).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], member.encode()
        )
    except (InvalidTag, ValueError):
        return None
    return key


@lru_cache(maxsize=4)
def _cipher(secret: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return AESGCM(HKDF(SHA256(), 32, salt=None, info=_LABEL).derive(secret))
