"""The hub over an exchange: signs in, signs pushes, checks what comes back (SYNC.md 4, 12)."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar
from urllib.parse import urlencode

from app.sync.exchange import (
    OTHER_VERSION,
    Exchange,
    HubRefusedError,
    RevokedError,
    UnreachableError,
    UpdateNeededError,
)
from app.wire.sync import (
    PAGE_BYTES_MAX,
    BadMessageError,
    Challenge,
    Epoch,
    EpochAsk,
    Fed,
    Held,
    HoldAsk,
    Keys,
    Known,
    KnownAsk,
    Page,
    PushAsk,
    Pushed,
    RefillAsk,
    Refilled,
    Refusal,
    Session,
    SessionAsk,
    Snapshot,
    Standing,
    Voided,
    decode,
    encode,
    feed_text,
    push_text,
    session_text,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

T = TypeVar("T")

TIMEOUT_S: Final = 10.0
FILE_TIMEOUT_S: Final = 120.0
BYTES_PER_S: Final = PAGE_BYTES_MAX / 20


class NotTheHubError(Exception):
    """What answered is not the hub this station was enrolled at; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a station is to its hub: its ids, its key, and the hub's public key (32 bytes)."""

    station_id: str
    cell_id: str
    key: "Ed25519PrivateKey"
    hub_key: bytes


class HubClient:
    """The cell of one station behind a hub (see `HubPort`); safe from any thread."""

    def __init__(self, exchange: Exchange, identity: Identity) -> None:
        self._exchange = exchange
        self._me = identity
        self._token = ""

    def push(
        self,
        epoch: int,
        incarnation: int,
        rows: list[tuple[int, bytes, bytes]],
        previous: bytes,
        standing: Standing,
        keys: dict[str, bytes],
    ) -> Pushed:
        """Send journal rows (number, body, hash), signed over the last one's hash."""
        me = self._me
        last_seq, _, head = rows[-1]
        ask = PushAsk(
            incarnation=incarnation,
            first_seq=rows[0][0],
            previous=previous,
            bodies=tuple(body for _, body, _ in rows),
            signature=me.key.sign(push_text(me.cell_id, me.station_id, epoch, last_seq, head)),
            standing=standing,
            keys=keys,
        )
        body = encode(ask)
        timeout_s = TIMEOUT_S + len(body) / BYTES_PER_S
        return self._ask("POST", f"{self._lane}/{epoch}", Pushed, body, timeout_s)  # type: ignore[arg-type]

    def lane(self) -> Pushed:
        """Return up to where the hub has this station's lane."""
        return self._ask("GET", self._lane, Pushed)  # type: ignore[arg-type]

    def new_epoch(self, ask: EpochAsk) -> Epoch:
        """Ask for a new epoch."""
        return self._ask("POST", self._lane, Epoch, encode(ask))

    def feed(
        self, after: int, head: bytes, incarnation: int, standing: Standing, wait_s: int
    ) -> Fed:
        """Return feed rows past `after`, whose last is signed by the hub."""
        asked = {
            "after": after,
            "head": head.hex(),
            "incarnation": incarnation,
            "wait": wait_s,
            "sent_at_ms": standing.sent_at_ms,
            "version": standing.version,
            "watermark": standing.watermark or "",
            "unsent": standing.unsent,
            "floor_coins": standing.floor_coins,
            "floor_credit_minor": standing.floor_credit_minor,
        }
        path = f"{self._cell}/feed?{urlencode(asked)}"
        fed: Fed = self._ask("GET", path, Fed, timeout_s=TIMEOUT_S + wait_s)  # type: ignore[arg-type]
        if isinstance(fed, Page) and fed.rows:
            last = fed.rows[-1]
            self._check(fed.contact.incarnation, last.seq, last.hash, fed.signature)
        return fed

    def known(self, ids: tuple[str, ...]) -> Known:
        """Return which events are booked, and where."""
        return self._ask("POST", f"{self._cell}/known", Known, encode(KnownAsk(ids)))

    def refill(
        self,
        incarnation: int,
        previous: bytes,
        rows: tuple[tuple[int, bytes, bytes], ...],
        signature: bytes,
        parked: tuple[int, ...],
        keys: dict[str, bytes],
    ) -> Refilled:
        """Give a restored hub feed rows that it has lost."""
        body = encode(RefillAsk(incarnation, previous, rows, signature, keys, parked))
        timeout_s = TIMEOUT_S + len(body) / BYTES_PER_S
        return self._ask("POST", f"{self._cell}/refill", Refilled, body, timeout_s)

    def snapshot(self, into: Path) -> Snapshot:
        """Fetch the newest snapshot into a file; raise NotTheHubError if it is another's.

        Raises UpdateNeededError, without fetching it, when another version of the program made it.
        """
        from app.storage.snapshot_file import SUFFIX  # noqa: PLC0415 - SQLAlchemy

        header = self._ask("GET", f"{self._cell}/snapshot", Snapshot, timeout_s=FILE_TIMEOUT_S)
        self._check(header.contact.incarnation, header.seq, header.head, header.signature)
        if not header.name.endswith(SUFFIX):
            raise UpdateNeededError(OTHER_VERSION)
        timeout_s = FILE_TIMEOUT_S + header.size_bytes / BYTES_PER_S
        body = self._send("GET", f"{self._cell}/snapshots/{header.name}", b"", timeout_s)
        if hashlib.sha256(body).digest() != header.sha256:
            raise UnreachableError("the snapshot arrived damaged")
        into.write_bytes(body)
        return header

    def keys(self, after: str) -> Keys:
        """Return sealed keys of members past a member id."""
        return self._ask("GET", f"{self._cell}/keys?{urlencode({'after': after})}", Keys)

    def hold(self, ask: HoldAsk, timeout_s: float) -> Held:
        """Ask whether something may be spent."""
        body = encode(ask)
        return self._ask("POST", f"{self._cell}/holds", Held, body, timeout_s)  # type: ignore[arg-type]

    def void_hold(self, hold_id: str) -> Voided:
        """Let go of what was reserved."""
        return self._ask("DELETE", f"{self._cell}/holds/{hold_id}", Voided)

    def close(self) -> None:
        """Let go of connections."""
        self._exchange.close()

    # ------------------------------------------------------------ inside

    @property
    def _cell(self) -> str:
        return f"/v1/cells/{self._me.cell_id}"

    @property
    def _lane(self) -> str:
        return f"{self._cell}/lanes/{self._me.station_id}"

    def _ask(
        self,
        method: str,
        path: str,
        shape: type[T],
        body: bytes = b"",
        timeout_s: float = TIMEOUT_S,
    ) -> T:
        return _read(self._send(method, path, body, timeout_s), shape)

    def _send(self, method: str, path: str, body: bytes, timeout_s: float) -> bytes:
        """Send with a token, signing in first where there is none or it is over."""
        token = self._token or self._sign_in(timeout_s)
        answer = self._exchange.send(method, path, body, token=token, timeout_s=timeout_s)
        if answer.status == 401:
            token = self._sign_in(timeout_s)
            answer = self._exchange.send(method, path, body, token=token, timeout_s=timeout_s)
        if answer.status != 200:
            _refuse(answer.status, answer.body)
        return answer.body

    def _sign_in(self, timeout_s: float) -> str:
        me = self._me
        answer = self._exchange.send("GET", "/v1/challenge", timeout_s=timeout_s)
        if answer.status != 200:
            _refuse(answer.status, answer.body)
        nonce = _read(answer.body, Challenge).nonce
        signed = me.key.sign(session_text(me.station_id, nonce))
        body = encode(SessionAsk(me.station_id, nonce, signed))
        answer = self._exchange.send("POST", "/v1/sessions", body, timeout_s=timeout_s)
        if answer.status != 200:
            _refuse(answer.status, answer.body)
        self._token = _read(answer.body, Session).token
        return self._token

    def _check(self, incarnation: int, seq: int, head: bytes, signature: bytes) -> None:
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy

        key = ed25519.Ed25519PublicKey.from_public_bytes(self._me.hub_key)
        try:
            key.verify(signature, feed_text(self._me.cell_id, incarnation, seq, head))
        except InvalidSignature:
            raise NotTheHubError(
                "What answered is not the hub this station was enrolled at. Nothing was taken"
                " from it; check the address in settings.toml."
            ) from None


def _read(body: bytes, shape: type[T]) -> T:
    try:
        return decode(body, shape)
    except BadMessageError as error:
        # Somebody else answered, a hotel's log-in page for one: nobody knows what was heard.
        raise UnreachableError(f"the answer cannot be read: {error}") from error


def _refuse(status: int, body: bytes) -> NoReturn:
    try:
        said = decode(body, Refusal)
    except BadMessageError:
        raise UnreachableError(f"answer {status}, not by a hub") from None
    if status >= 500 or status == 429:
        raise UnreachableError(said.sentence)
    if said.code == "revoked":
        raise RevokedError(said.sentence)
    if status == 426:
        raise UpdateNeededError(said.sentence)
    raise HubRefusedError(status, said.code, said.sentence)
