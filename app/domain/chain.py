"""The hash chain of journals and feeds: a changed, missing or added byte shows (LEDGER.md 3)."""

import hashlib
from typing import Final

CHAIN_START: Final = bytes(32)


def link(previous: bytes, number: int, body: bytes) -> bytes:
    """Return sha256(previous, number as 8 bytes big endian, body)."""
    return hashlib.sha256(previous + number.to_bytes(8, "big") + body).digest()
