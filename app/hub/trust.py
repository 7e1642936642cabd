"""What a hub signs, seals and recognises: everything is derived from hub.key (SYNC.md 12)."""

import hmac
import os
import re
import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_FILE: Final = "hub.key"
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12

TOKEN_MS: Final = 24 * 3_600_000
CHALLENGE_MS: Final = 60_000
CODE_MS: Final = 24 * 3_600_000

CODE_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 or O, no 1 or I: 32 characters, five bits each."""
CODE_GROUPS: Final = 4
CODE_GROUP: Final = 4

Random = Callable[[int], bytes]
"""So many unguessable bytes."""

_TOKEN = re.compile(r"([0-9a-f]{32})\.([0-9]{1,16})\.([0-9a-f]{64})")
_CHALLENGE = re.compile(r"([0-9]{1,16})\.([0-9a-f]{32})\.([0-9a-f]{64})")


class HubKeyError(Exception):
    """hub.key is missing or damaged; the text says what to do."""


class HubKey:
    """One secret of 32 bytes, and what is derived from it, each for one purpose."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise HubKeyError(f"a hub's key has {KEY_BYTES} bytes, not {len(secret)}")
        self._secret = secret
        self._signing = Ed25519PrivateKey.from_private_bytes(self._derive("feed"))
        self.public: bytes = self._signing.public_key().public_bytes_raw()
        self._tokens = self._derive("session token")
        self._challenges = self._derive("challenge")
        self._codes = self._derive("enrolment code")
        self._sealing = AESGCM(self._derive("cell secret"))

    def sign(self, text: bytes) -> bytes:
        """Return the hub's signature (64 bytes) of a text."""
        return self._signing.sign(text)

    def token(self, station_id: str, expires_ms: int) -> str:
        """Return a station's bearer token: `station.expires.mac`; nothing is stored."""
        return self._sealed_text(self._tokens, f"{station_id}.{expires_ms}")

    def station_of(self, token: str, now_ms: int) -> str:
        """Return whose token it is, or nothing when it is no token of ours or is over."""
        found = _TOKEN.fullmatch(token)
        if not found or not self._is_ours(self._tokens, token):
            return ""
        return found[1] if int(found[2]) > now_ms else ""

    def challenge(self, now_ms: int, random: Random) -> str:
        """Return a text to sign, good for a minute; nothing is stored."""
        noise = random(16).hex()
        return self._sealed_text(self._challenges, f"{now_ms + CHALLENGE_MS}.{noise}")

    def is_challenge(self, nonce: str, now_ms: int) -> bool:
        """Tell whether a challenge is ours and not over."""
        found = _CHALLENGE.fullmatch(nonce)
        return bool(found and self._is_ours(self._challenges, nonce) and int(found[1]) > now_ms)

    def code_mac(self, code: str) -> str:
        """Return what is stored of an enrolment code, however it was typed."""
        typed = "".join(code.upper().replace("-", " ").split())
        return _mac(self._codes, typed)

    def seal_secret(self, cell_id: str, secret: bytes, random: Random) -> bytes:
        """Return a cell's secret as only this hub can open it."""
        nonce = random(NONCE_BYTES)
        return nonce + self._sealing.encrypt(nonce, secret, cell_id.encode())

    def open_secret(self, cell_id: str, sealed: bytes) -> bytes:
        """Return a cell's secret; raise HubKeyError when another hub.key sealed it."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._sealing.decrypt(nonce, rest, cell_id.encode())
        except InvalidTag:
            raise HubKeyError(
                f"{KEY_FILE} is not the one this store was made with. Put the right one back"
                " from the hub's backup."
            ) from None

    def _derive(self, purpose: str) -> bytes:
        info = f"sikka hub 1 {purpose}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self._secret)

    def _sealed_text(self, key: bytes, text: str) -> str:
        return f"{text}.{_mac(key, text)}"

    def _is_ours(self, key: bytes, sealed: str) -> bool:
        text, _, mac = sealed.rpartition(".")
        return hmac.compare_digest(mac, _mac(key, text))


def read_hub_key(folder: Path, *, fresh: bool) -> HubKey:
    """Return the key of a hub's folder; with `fresh` make it if there is none.

    Raises HubKeyError when it is missing or damaged: what it sealed and signed needs that one.
    """
    path = folder / KEY_FILE
    if fresh and not path.exists():
        write_hub_key(folder, secrets.token_bytes(KEY_BYTES))
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        raise HubKeyError(
            f"{KEY_FILE} is missing in {folder}. Stations trust this hub by it; put it back from"
            " the hub's backup."
        ) from None
    if len(secret) != KEY_BYTES:
        raise HubKeyError(
            f"{path} is damaged: it has {len(secret)} bytes and needs {KEY_BYTES}. Put it back"
            " from the hub's backup."
        )
    return HubKey(secret)


def write_hub_key(folder: Path, secret: bytes) -> None:
    """Write a key whole or not at all, readable by its owner alone."""
    new = folder / f"{KEY_FILE}.new"
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    new.rename(folder / KEY_FILE)


def new_code(random: Random) -> str:
    """Return an enrolment code of 80 bits, as `K7QM-2XRT-9ABC-DEFG`."""
    letters = [CODE_LETTERS[one % 32] for one in random(CODE_GROUPS * CODE_GROUP)]
    groups = [letters[at : at + CODE_GROUP] for at in range(0, len(letters), CODE_GROUP)]
    return "-".join("".join(group) for group in groups)


def is_signed(public_key: bytes, signature: bytes, text: bytes) -> bool:
    """Tell whether a text was signed (Ed25519) with the private half of a public key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def station_id_of(public_key: bytes) -> str:
    """Return the id of a station that enrols: from its key, so that a second try is the same."""
    return sha256(b"sikka station 1" + public_key).hexdigest()[:32]


def _mac(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode(), sha256).hexdigest()
