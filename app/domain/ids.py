"""Identifiers: UUIDv7 minted at the station, uuid5 for what follows from another event.

All ids are 32 lower-case hexadecimal characters. Order never comes from them (SYNC.md 11).
"""

from hashlib import sha1


def mint_id(now_ms: int, entropy: bytes) -> str:
    """Return a UUIDv7 (RFC 9562) from Unix milliseconds and at least 10 random bytes."""
    if len(entropy) < 10:
        raise ValueError("mint_id needs at least 10 random bytes")
    random = int.from_bytes(entropy[:10], "big")
    value = (now_ms & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76
    value |= (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & 0x3FFF_FFFF_FFFF_FFFF
    return f"{value:032x}"


def derived_id(parent: str, purpose: str) -> str:
    """Return the uuid5 of an event and a purpose: a job run twice mints the same id."""
    space = bytes.fromhex(parent)
    if len(space) != 16:
        raise ValueError(f"{parent!r} is no id")
    # As uuid.uuid5, without its objects.
    digest = bytearray(sha1(space + purpose.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return digest.hex()
