"""keys.db: what makes personal values readable and findable, and what erasing deletes.

Each member has a random 256-bit key; values travel in events as AES-GCM ciphertext under it.
`secret.key` is the shop's own secret for keyed hashes (phone, card, PIN). Nothing here is ever
part of a journal, a snapshot or an archive: without its row a member's history is unreadable.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from app.domain.codes import friend_part
from app.storage.files import Readers
from app.storage.member_files import remove_files
from app.storage.sealing import open_key, seal_key
from app.storage.secret import VaultDamagedError, read_secret
from app.storage.writer import COUNTER, PULL, Tx, Writer, make_tables

NONCE_BYTES = 12
MacKind = Literal[
    "phone", "old_number", "card", "pin", "promo", "raffle", "welcome", "friend", "basket"
]

_KEY: Final = "SELECT key FROM member_key WHERE member = ?"
_NOTED: Final = "SELECT 1 FROM occasion WHERE member = '' AND kind = ?"
_NOTE: Final = "INSERT OR IGNORE INTO occasion (member, kind, day) VALUES ('', ?, '')"
_FRIEND: Final = (
    "INSERT OR IGNORE INTO occasion (member, kind, day)"
    " SELECT member, 'friend', ? FROM member_key WHERE member = ?"
)
FRIENDS_AT_ONCE: Final = 5_000
"""So many rows in one go: an enrolment gets in between."""
_NO_KEYS: Final[Mapping[str, bytes]] = {}


@dataclass(frozen=True, slots=True)
class Admission:
    """A member to make a key for, with the words, digits and days to find the member by."""

    member: str
    name: str
    digits: str = ""
    birthday: date | None = None
    joined_on: date | None = None


class Vault:
    """The open keys.db and secret.key of a shop folder; safe to use from any thread.

    A new one makes its secret, or keeps `secret` (32 bytes), that of a cell it joins. Raises
    VaultDamagedError when keys.db and secret.key do not belong together.
    """

    def __init__(self, folder: Path, *, write: bool = True, secret: bytes = b"") -> None:
        self.path = folder / "keys.db"
        # keys.db comes first, so that a secret alone always means that keys.db was lost.
        if not self.path.exists() and (not write or (folder / "secret.key").exists()):
            raise VaultDamagedError(
                f"keys.db is missing in {folder}. Without it no name or phone can be read. "
                "Put it back from the shop's backup."
            )
        self._settled: set[str] = set()
        self._writer = Writer(self.path) if write else None
        self._readers = Readers(self.path)
        try:
            if self._writer:
                self._writer.run(lambda tx: make_tables(tx, "keys"))
            self._secret = self._matching_secret(folder, secret)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Write what waits, let go of the files."""
        if self._settled:
            self._run(self._write_settled)
        self._readers.close()
        if self._writer:
            self._writer.close()

    # ------------------------------------------------------------ values

    def load_cipher(self) -> None:
        """Load what opens values, before the first one is read."""
        _cipher(bytes(32))

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

    def open_all(
        self, member: str, sealed: Sequence[tuple[str, str]], fresh: Mapping[str, bytes] = _NO_KEYS
    ) -> tuple[str, ...]:
        """Return the texts of (field, sealed value) pairs with one look at the key.

        What does not open is "": a screen shows what can be read. `fresh` are keys by member
        that are not kept yet.
        """
        key = fresh.get(member) or self._key(member)
        return tuple(_opened(key, member, field, value) or "" for field, value in sealed)

    def mac(self, kind: MacKind, text: str) -> str:
        """Return the keyed hash (64 hex digits) by which a value is found without being kept."""
        return hmac.new(self._secret, f"{kind}:{text}".encode(), hashlib.sha256).hexdigest()

    # ------------------------------------------------------------ members

    def admit(self, *admissions: Admission) -> None:
        """Make and commit the members' keys and search rows, marked as half enrolled."""

        def write(tx: Tx) -> None:
            ids = [(one.member,) for one in admissions]
            keys = [(one.member, secrets.token_bytes(32)) for one in admissions]
            tx.cursor.executemany("INSERT INTO member_key (member, key) VALUES (?, ?)", keys)
            tx.cursor.executemany("INSERT INTO half_enrolled (member) VALUES (?)", ids)
            self._put(tx, admissions)
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
        with self._readers.cursor() as cursor:
            rows = cursor.execute("SELECT member FROM half_enrolled").fetchall()
        return tuple(row[0] for row in rows)

    def known(self, members: Iterable[str]) -> list[str]:
        """Return those of the members that have a key."""
        with self._readers.cursor() as cursor:
            return [one for one in members if cursor.execute(_KEY, (one,)).fetchone()]

    def members(self, limit: int) -> list[str]:
        """Return some members that have a key."""
        with self._readers.cursor() as cursor:
            rows = cursor.execute("SELECT member FROM member_key LIMIT ?", (limit,)).fetchall()
        return [row[0] for row in rows]

    def reindex(self, *admissions: Admission) -> None:
        """Replace the search rows of members that have a key."""
        from app.storage.member_search import drop  # noqa: PLC0415 - see files.py

        def write(tx: Tx) -> None:
            for admission in admissions:
                drop(tx.core, admission.member)
            self._put(tx, admissions)

        self._run(write)

    def forget(self, *members: str) -> None:
        """Delete keys and search rows so that no byte of them is left in the files.

        Deleted cells are overwritten (secure_delete); the checkpoint empties the WAL, which
        still held them. Files about the members go first: whoever has a key is forgotten again
        after a crash. Raises FilesStayError when one stays; the keys are gone all the same.
        """
        if not members:
            return
        try:
            remove_files(self.path.parent, members)
        finally:
            self._forget(members)

    def _forget(self, members: Sequence[str]) -> None:
        from app.storage.member_search import drop  # noqa: PLC0415 - see files.py

        def write(tx: Tx) -> None:
            for member in members:
                drop(tx.core, member)
                tx.cursor.execute("DELETE FROM member_key WHERE member = ?", (member,))
                tx.cursor.execute("DELETE FROM half_enrolled WHERE member = ?", (member,))
            tx.after.append(lambda: _empty_wal(tx))

        self._run(write)

    # ------------------------------------------------------------ keys of other stations

    @property
    def secret(self) -> bytes:
        """The shop's secret, which a hub keeps sealed for stations that join."""
        return self._secret

    def sealed_keys(self, members: Iterable[str]) -> dict[str, bytes]:
        """Return the members' keys as they travel, sealed with the shop's secret."""
        keys = {member: self._key(member) for member in members}
        return {member: seal_key(self._secret, member, key) for member, key in keys.items() if key}

    def opened_keys(self, sealed: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the members' keys; what was not sealed with this shop's secret is left out."""
        keys = {one: open_key(self._secret, one, value) for one, value in sealed.items()}
        return {member: key for member, key in keys.items() if key}

    def take_in(self, keys: Mapping[str, bytes], admissions: Sequence[Admission]) -> None:
        """Keep members' keys that were made elsewhere, and replace search rows, in one go."""
        from app.storage.member_search import drop  # noqa: PLC0415 - see files.py

        def write(tx: Tx) -> None:
            kept = "INSERT OR IGNORE INTO member_key (member, key) VALUES (?, ?)"
            tx.cursor.executemany(kept, list(keys.items()))
            for admission in admissions:
                if admission.member not in keys:
                    drop(tx.core, admission.member)
            self._put(tx, admissions, keys)

        if keys or admissions:
            self._run(write, PULL)

    # ------------------------------------------------------------ search

    def find_name(self, query: str, limit: int) -> list[str]:
        """Return the members with a name like `query`, best first, at most `limit`."""
        from app.storage import member_search  # noqa: PLC0415 - see files.py

        with self._readers.core() as core:
            return member_search.by_name(core, query, limit)

    def find_digits(self, digits: str, limit: int) -> list[str]:
        """Return the members whose phone ends or else begins with `digits`."""
        from app.storage import member_search  # noqa: PLC0415 - see files.py

        with self._readers.core() as core:
            return member_search.by_digits(core, digits, limit)

    def find_days(self, kind: str, days: Sequence[str], after: str, limit: int) -> list[str]:
        """Return members (past `after`, by id) whose `birthday` or `joined` day is one of MM-DD."""
        from app.storage import member_search  # noqa: PLC0415 - see files.py

        with self._readers.core() as core:
            return member_search.by_day(core, kind, days, after, limit)

    def has_days(self) -> bool:
        """Say whether the days of all members are noted; an older file has none."""
        with self._readers.cursor() as cursor:
            return cursor.execute(_NOTED, ("noted",)).fetchone() is not None

    def note_days(self) -> None:
        """Note that the days of all members are noted."""
        self._run(lambda tx: tx.cursor.execute(_NOTE, ("noted",)))

    def find_friend(self, part: str) -> list[str]:
        """Return the few members whose friend number has this part (`app.domain.codes.part_of`)."""
        self._note_friends()
        return self.find_days("friend", (part,), "", -1)

    # ------------------------------------------------------------ inside

    def _put(self, tx: Tx, admissions: Sequence[Admission], others: Iterable[str] = ()) -> None:
        """Add the members' search rows; of `others` how the friends they sent name them."""
        from app.storage.member_search import put  # noqa: PLC0415 - see files.py

        put(tx.core, admissions)
        self._put_friends(tx, {*others, *(one.member for one in admissions)})

    def _put_friends(self, tx: Tx, members: Iterable[str]) -> None:
        parts = [(friend_part(bytes.fromhex(self.mac("friend", one))), one) for one in members]
        tx.cursor.executemany(_FRIEND, parts)

    def _note_friends(self) -> None:
        """Note the parts of all members' friend numbers once; an older file has none."""
        with self._readers.cursor() as cursor:
            if cursor.execute(_NOTED, ("friends",)).fetchone():
                return
            members = [one for (one,) in cursor.execute("SELECT member FROM member_key")]
        for at in range(0, len(members), FRIENDS_AT_ONCE):
            page = members[at : at + FRIENDS_AT_ONCE]
            self._run(partial(self._put_friends, members=page))
        self._run(lambda tx: tx.cursor.execute(_NOTE, ("friends",)))

    def _write_settled(self, tx: Tx) -> None:
        done = frozenset(self._settled)
        settled = [(member,) for member in done]
        tx.cursor.executemany("DELETE FROM half_enrolled WHERE member = ?", settled)
        tx.after.append(lambda: self._settled.difference_update(done))

    def _run(self, write: Callable[[Tx], object], priority: int = COUNTER) -> None:
        if self._writer is None:
            raise RuntimeError("the shop is open for reading only")
        self._writer.run(write, priority)

    def _key(self, member: str) -> bytes | None:
        with self._readers.cursor() as cursor:
            row = cursor.execute(_KEY, (member,)).fetchone()
        return row[0] if row else None

    def _matching_secret(self, folder: Path, given: bytes) -> bytes:
        """Return the secret keys.db was made with; a new one for a new keys.db."""
        with self._readers.cursor() as cursor:
            row = cursor.execute("SELECT mac FROM vault_check").fetchone()
        kept = row[0] if row else None
        secret = read_secret(folder, fresh=kept is None and self._writer is not None, given=given)
        mine = hmac.new(secret, b"check", hashlib.sha256).hexdigest()
        if kept is None and self._writer:
            self._run(
                lambda tx: tx.cursor.execute("INSERT INTO vault_check (mac) VALUES (?)", (mine,))
            )
        elif kept is None or not hmac.compare_digest(kept, mine):
            raise VaultDamagedError(
                f"secret.key in {folder} is not the one keys.db was made with. "
                "Put back the secret.key from the same backup as keys.db."
            )
        return secret


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy

    return AESGCM(key)


def _opened(key: bytes | None, member: str, field: str, sealed: str) -> str | None:
    """Return the text, "" without a value or a key, None when the value is another one's."""
    if key is None or not sealed:
        return ""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - not before it is needed

    try:
        raw = base64.b64decode(sealed)
        nonce, ciphertext = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
        text: bytes = _cipher(key).decrypt(nonce, ciphertext, _about(member, field))
        return text.decode()
    except (InvalidTag, ValueError):
        return None


def _about(member: str, field: str) -> bytes:
    return f"{member}:{field}".encode()


def _empty_wal(tx: Tx) -> None:
    busy, _, _ = tx.cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise VaultDamagedError(
            "The member is erased, but another program is reading keys.db, so old bytes may "
            "still be in keys.db-wal. Close other Sikka windows and erase again."
        )
