"""keys.db: what makes personal values readable and findable, and what erasing deletes.

Each member has a random 256-bit key; values travel in events as AES-GCM ciphertext under it.
`secret.key` is the shop's own secret for keyed hashes (phone, card, PIN). Nothing here is ever
part of a journal, a snapshot or an archive: without its row a member's history is unreadable.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Column, Connection, LargeBinary, String, Table, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.names import sounds
from app.storage import words
from app.storage.base import KEYS, metadata, reader_engine
from app.storage.secret import VaultDamagedError, read_secret
from app.storage.writer import Tx, Writer

NONCE_BYTES = 12
MacKind = Literal["phone", "old_number", "card", "pin"]

member_key = Table(
    "member_key",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("key", LargeBinary, nullable=False),
    info=KEYS,
    sqlite_with_rowid=False,
)

# A member whose key is kept and whose first event may not be: settled when the shop opens.
half_enrolled = Table(
    "half_enrolled", metadata, Column("member", String(32), primary_key=True), info=KEYS
)

phone_digits = Table(
    "phone_digits",
    metadata,
    Column("member", String(32), primary_key=True),
    Column("digits", String(20), nullable=False, index=True),
    Column("backwards", String(20), nullable=False, index=True),
    info=KEYS,
    sqlite_with_rowid=False,
)

vault_check = Table("vault_check", metadata, Column("mac", String(64), primary_key=True), info=KEYS)

name_words = words.words_of("name", KEYS, 32)

_KEY_OF = select(member_key.c.key).where(member_key.c.member == bindparam("member"))


@dataclass(frozen=True, slots=True)
class Admission:
    """A member to make a key for, with the words and digits to find the member by."""

    member: str
    name: str
    digits: str = ""


class Vault:
    """The open keys.db and secret.key of a shop folder; safe to use from any thread.

    Raises VaultDamagedError when keys.db and secret.key do not belong together.
    """

    def __init__(self, folder: Path, *, write: bool = True) -> None:
        self.path = folder / "keys.db"
        # keys.db comes first, so that a secret alone always means that keys.db was lost.
        if not self.path.exists() and (not write or (folder / "secret.key").exists()):
            raise VaultDamagedError(
                f"keys.db is missing in {folder}. Without it no name or phone can be read. "
                "Put it back from the shop's backup."
            )
        self._settled: set[str] = set()
        self._writer = Writer(self.path) if write else None
        self._readers = reader_engine(self.path)
        try:
            if self._writer:
                self._writer.run(_create)
            self._secret = self._matching_secret(folder)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Write what waits, let go of the files."""
        if self._settled:
            self._run(self._write_settled)
        self._readers.dispose()
        if self._writer:
            self._writer.close()

    # ------------------------------------------------------------ values

    def seal(self, member: str, field: str, text: str) -> str:
        """Return `text` as base64 ciphertext under the member's key; "" stays "".

        Raises VaultDamagedError when the member has no key.
        """
        if not text:
            return ""
        key = self._key(member)
        if key is None:
            raise VaultDamagedError(
                "A member's key is missing from keys.db; restore keys.db from its backup."
            )
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = _cipher(key).encrypt(nonce, text.encode(), _about(member, field))
        return base64.b64encode(nonce + sealed).decode()

    def open(self, member: str, field: str, sealed: str) -> str:
        """Return the text of a sealed value, "" for an empty one or a forgotten member.

        Raises VaultDamagedError when the value was not sealed for this member and field.
        """
        text = _opened(self._key(member), member, field, sealed)
        if text is None:
            raise VaultDamagedError(
                f"The stored {field} of a member does not fit its key; run `sikka doctor`."
            )
        return text

    def open_all(self, member: str, sealed: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return the texts of (field, sealed value) pairs with one look at the key.

        What does not open is "": a screen shows what can be read.
        """
        key = self._key(member)
        return tuple(_opened(key, member, field, value) or "" for field, value in sealed)

    def mac(self, kind: MacKind, text: str) -> str:
        """Return the keyed hash (64 hex digits) by which a value is found without being kept."""
        return hmac.new(self._secret, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()

    # ------------------------------------------------------------ members

    def admit(self, *admissions: Admission) -> None:
        """Make and commit the members' keys and search rows, marked as half enrolled."""

        def write(tx: Tx) -> None:
            ids = [{"member": one.member} for one in admissions]
            keys = [row | {"key": secrets.token_bytes(32)} for row in ids]
            tx.core.execute(insert(member_key), keys)
            tx.core.execute(insert(half_enrolled), ids)
            _index(tx.core, admissions)
            self._write_settled(tx)

        if admissions:
            self._run(write)

    def settle(self, *members: str) -> None:
        """Note that the members' first events are committed.

        Written with the next admission or at the end: after a crash the marks are looked at anew.
        """
        self._settled.update(members)

    def half_enrolled(self) -> tuple[str, ...]:
        """Return the members whose enrolment was cut short after the key was kept."""
        with self._read() as core:
            return tuple(core.scalars(select(half_enrolled.c.member)))

    def reindex(self, admission: Admission) -> None:
        """Replace the search rows of a member that has a key."""

        def write(tx: Tx) -> None:
            _drop_search_rows(tx.core, admission.member)
            _index(tx.core, (admission,))

        self._run(write)

    def forget(self, *members: str) -> None:
        """Delete keys and search rows so that no byte of them is left in the files.

        Deleted cells are overwritten (secure_delete); the checkpoint empties the WAL, which
        still held them.
        """

        def write(tx: Tx) -> None:
            for member in members:
                _drop_search_rows(tx.core, member)
                tx.core.execute(delete(member_key).where(member_key.c.member == member))
                tx.core.execute(delete(half_enrolled).where(half_enrolled.c.member == member))
            tx.after.append(lambda: _empty_wal(tx))

        if members:
            self._run(write)

    # ------------------------------------------------------------ search

    def find_name(self, query: str, limit: int) -> list[str]:
        """Return the members with a name like `query`, best first, at most `limit`."""
        with self._read() as core:
            return words.find(core, name_words, sounds(query), limit)

    def find_digits(self, digits: str, limit: int) -> list[str]:
        """Return the members whose phone ends or else begins with `digits`."""
        of = phone_digits.c
        found: dict[str, None] = {}
        with self._read() as core:
            for column, begin in ((of.backwards, digits[::-1]), (of.digits, digits)):
                rows = select(of.member).where(column >= begin, column < begin + ":")
                found |= dict.fromkeys(core.scalars(rows.order_by(column).limit(limit)))
        return list(found)[:limit]

    # ------------------------------------------------------------ inside

    def _write_settled(self, tx: Tx) -> None:
        done = frozenset(self._settled)
        tx.core.execute(delete(half_enrolled).where(half_enrolled.c.member.in_(done)))
        tx.after.append(lambda: self._settled.difference_update(done))

    def _run(self, write: Any) -> None:
        if self._writer is None:
            raise RuntimeError("the shop is open for reading only")
        self._writer.run(write)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._readers.connect() as core:
            yield core

    def _key(self, member: str) -> bytes | None:
        with self._read() as core:
            key: bytes | None = core.scalar(_KEY_OF, {"member": member})
            return key

    def _matching_secret(self, folder: Path) -> bytes:
        """Return the secret keys.db was made with; a new one for a new keys.db."""
        with self._read() as core:
            kept = core.scalar(select(vault_check.c.mac))
        secret = read_secret(folder, fresh=kept is None and self._writer is not None)
        mine = hmac.new(secret, b"check", hashlib.sha256).hexdigest()
        if kept is None and self._writer:
            self._run(lambda tx: tx.core.execute(insert(vault_check).values(mac=mine)))
        elif kept is None or not hmac.compare_digest(kept, mine):
            raise VaultDamagedError(
                f"secret.key in {folder} is not the one keys.db was made with. "
                "Put back the secret.key from the same backup as keys.db."
            )
        return secret


def _create(tx: Tx) -> None:
    tables = [one for one in metadata.sorted_tables if one.info.get("file") == KEYS["file"]]
    metadata.create_all(tx.core, tables=tables)


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy

    return AESGCM(key)


def _opened(key: bytes | None, member: str, field: str, sealed: str) -> str | None:
    """Return the text, "" without a value or a key, None when the value is another one's."""
    if key is None or not sealed:
        return ""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - not before it is needed

    raw = base64.b64decode(sealed)
    nonce, ciphertext = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    try:
        text: bytes = _cipher(key).decrypt(nonce, ciphertext, _about(member, field))
    except (InvalidTag, ValueError):
        return None
    return text.decode()


def _about(member: str, field: str) -> bytes:
    return f"{member}:{field}".encode()


def _index(core: Connection, admissions: Sequence[Admission]) -> None:
    words.put(core, name_words, {one.member: sounds(one.name) for one in admissions})
    phones = [
        {"member": one.member, "digits": one.digits, "backwards": one.digits[::-1]}
        for one in admissions
        if one.digits
    ]
    if phones:
        core.execute(insert(phone_digits), phones)


def _drop_search_rows(core: Connection, member: str) -> None:
    words.drop(core, name_words, member)
    core.execute(delete(phone_digits).where(phone_digits.c.member == member))


def _empty_wal(tx: Tx) -> None:
    busy, _, _ = tx.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise VaultDamagedError(
            "The member is erased, but another program is reading keys.db, so old bytes may "
            "still be in keys.db-wal. Close other Sikka windows and erase again."
        )
