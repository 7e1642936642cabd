"""What stations and the hub say to each other (SYNC.md 4-12); MessagePack or JSON of these shapes.

Bodies of events travel as the bytes they were recorded as. Hashes and heads are 32 bytes,
signatures 64 (Ed25519), ids 32 hexadecimal digits, instants Unix milliseconds, money minor units.
"""

from datetime import date
from typing import Annotated, Final, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

JSON: Final = "application/json"
MSGPACK: Final = "application/msgpack"

PUSH_EVENTS_MAX: Final = 200
PUSH_BYTES_MAX: Final = 256 * 1024
"""Bodies of one push; one oversized event travels alone."""
PAGE_ROWS_MAX: Final = 500
PAGE_BYTES_MAX: Final = 1024 * 1024
KNOWN_IDS_MAX: Final = 1_000
REFILL_ROWS_MAX: Final = PAGE_ROWS_MAX
KEYS_MAX: Final = 1_000
ASK_BYTES_MAX: Final = 4 * 1024 * 1024
"""The largest request body the hub reads."""
WAIT_S_MAX: Final = 25

Id = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, Meta(min_length=64, max_length=64)]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Number = Annotated[int, Meta(ge=1, le=2**53)]
Millis = Annotated[int, Meta(ge=0, le=2**53)]
SealedKey = Annotated[bytes, Meta(max_length=100)]
"""A member's key of 32 bytes, sealed; the hub keeps what it cannot read, but no more than that."""
PLAIN: Final = r"^[^\x00]*$"
"""No zero byte: PostgreSQL keeps none in a text."""
Key = Annotated[str, Meta(min_length=1, max_length=200, pattern=PLAIN)]
Version = Annotated[str, Meta(max_length=40, pattern=PLAIN)]


class Message(Struct, frozen=True, forbid_unknown_fields=True):
    """Anything that is said; a field nobody knows is a mistake."""


class Told(Struct, frozen=True):
    """Anything the hub answers; a newer hub may add fields."""


# ---------------------------------------------------------------- what every answer carries


class Contact(Told, frozen=True):
    """The hub as it stands: `now_ms` its clock, `last_seq` the last number of the cell's feed.

    `revoked` tells a station that it was shut out: push what is left, then wipe.
    """

    incarnation: Number
    now_ms: Millis
    last_seq: Count
    revoked: bool = False


class Refusal(Told, frozen=True):
    """Why a request was refused: a word for programs and a sentence for people."""

    code: str
    sentence: str


# ---------------------------------------------------------------- enrolling and signing in


class EnrolAsk(Message, frozen=True):
    """A new station shows its one-time code and the public half of its key pair."""

    code: Annotated[str, Meta(min_length=1, max_length=64)]
    public_key: Hash


class Enrolled(Told, frozen=True):
    """Who the station is, and the cell's secret (for keyed hashes and members' keys).

    `role` is what its code was made for: counter, kiosk or redemption.
    """

    station_id: Id
    cell_id: Id
    store: str
    till: str
    epoch: Number
    secret: Hash
    hub_key: Hash
    contact: Contact
    role: str = "counter"


class Challenge(Told, frozen=True):
    """A text to sign, good for a minute."""

    nonce: str


class SessionAsk(Message, frozen=True):
    """The signed challenge (see `session_text`)."""

    station_id: Id
    nonce: Annotated[str, Meta(max_length=200)]
    signature: Signature


class Session(Told, frozen=True):
    """The bearer token of every further request, and how long it is good."""

    token: str
    expires_ms: Millis


# ---------------------------------------------------------------- lanes


class Standing(Message, frozen=True):
    """What a station says of itself with every push and page.

    `watermark`: nothing of that business date or before is unsent. `unsent` events wait;
    `floor_coins` and `floor_credit_minor` were spent offline since the last full contact.
    """

    sent_at_ms: Millis
    version: Version
    watermark: date | None = None
    unsent: Count = 0
    floor_coins: Count = 0
    floor_credit_minor: Count = 0


class PushAsk(Message, frozen=True):
    """Rows `first_seq` … of a lane, signed over its head after the last (see `push_text`).

    `keys` are the sealed keys of members who are enrolled by one of the bodies.
    """

    incarnation: Number
    first_seq: Number
    previous: Hash
    bodies: Annotated[tuple[bytes, ...], Meta(min_length=1, max_length=PUSH_EVENTS_MAX)]
    signature: Signature
    standing: Standing
    keys: dict[Id, SealedKey] = {}


class Acked(Told, frozen=True, tag="acknowledged"):
    """The cell has the lane up to `last_seq`, whose hash is `head`."""

    last_seq: Count
    head: Hash
    contact: Contact


class Resume(Told, frozen=True, tag="send_from"):
    """There is a hole: the cell has the lane up to `last_seq` only, whose hash is `head`."""

    last_seq: Count
    head: Hash
    contact: Contact


class Fork(Told, frozen=True, tag="forked"):
    """The lane was continued differently from `seq` on, or the epoch is over: ask for a new one."""

    seq: Count
    contact: Contact


Pushed = Acked | Resume | Fork


class EpochAsk(Message, frozen=True):
    """A new epoch after `epoch`, whose lane goes on after row `base_seq` with hash `base_hash`.

    Everything up to there is in the cell already; numbers go on, so a lane number is always the
    journal's number.
    """

    epoch: Number
    base_seq: Count
    base_hash: Hash


class Epoch(Told, frozen=True):
    """The station's epoch from now on."""

    epoch: Number
    contact: Contact


class KnownAsk(Message, frozen=True):
    """Which of these events are booked?"""

    ids: Annotated[tuple[Id, ...], Meta(max_length=KNOWN_IDS_MAX)]


class Known(Told, frozen=True):
    """The feed numbers of those that are, and (outcome, detail) of those not simply booked."""

    seqs: dict[Id, Number]
    contact: Contact
    remarks: dict[Id, tuple[str, str]] = {}


# ---------------------------------------------------------------- the feed


class Row(Struct, frozen=True, array_like=True):
    """One row of the feed."""

    seq: Number
    station_id: str
    epoch: Count
    lane_seq: Count
    outcome: str
    detail: str
    body: bytes
    hash: Hash


class Page(Told, frozen=True, tag="page"):
    """Feed rows in order, signed by the hub over the last of them (see `feed_text`).

    `keys` are the sealed keys of members enrolled in these rows.
    """

    rows: tuple[Row, ...]
    signature: bytes
    contact: Contact
    keys: dict[Id, bytes] = {}


class TakeSnapshot(Told, frozen=True, tag="snapshot"):
    """The station is far behind, of another incarnation, or holds another feed (`why`)."""

    why: Literal["behind", "incarnation", "differs"]
    contact: Contact


Fed = Page | TakeSnapshot


class Snapshot(Told, frozen=True):
    """A file to fetch by `name`: the replica at feed number `seq` with hash `head`.

    `sha256` is the file's; `signature` signs (seq, head) like a page's. `marks` are signatures
    over earlier rows (number, hash), so that what was received can be proved piece by piece.
    """

    name: str
    seq: Count
    head: Hash
    size_bytes: Count
    sha256: Hash
    signature: Signature
    contact: Contact
    marks: tuple[tuple[Number, Signature], ...] = ()


class Keys(Told, frozen=True):
    """Sealed keys of members in the order of their ids, past the one asked for."""

    keys: dict[Id, bytes]
    contact: Contact


class RefillAsk(Message, frozen=True):
    """Feed rows (number, body, hash) that a restored hub has lost, in order, without a hole.

    `previous` is the hash before the first. `signature` is the hub's own over the last of them,
    made in `incarnation`: so nobody can slip in what the hub never booked. `keys` are the sealed
    keys, as far as the station has them, of members who are enrolled by one of the rows. `parked`
    are the numbers of rows that had no effects and get none.
    """

    incarnation: Number
    previous: Hash
    rows: Annotated[
        tuple[tuple[Number, bytes, Hash], ...], Meta(min_length=1, max_length=REFILL_ROWS_MAX)
    ]
    signature: Signature
    keys: Annotated[dict[Id, SealedKey], Meta(max_length=REFILL_ROWS_MAX)] = {}
    parked: Annotated[tuple[Number, ...], Meta(max_length=REFILL_ROWS_MAX)] = ()


class Refilled(Told, frozen=True):
    """How many of the rows were new to the hub."""

    booked: Count
    contact: Contact


# ---------------------------------------------------------------- spending


class HoldAsk(Message, frozen=True):
    """May this be spent? The hold's id is the id of the event that will spend it.

    `keys` are once keys it will take (a voucher's), `stock` a reward of which one is wanted.
    `coins_back` and `credit_back_minor` come to the member in the same act, before it spends.
    """

    hold_id: Id
    member: Annotated[str, Meta(max_length=32, pattern=PLAIN)] = ""
    coins: Count = 0
    credit_minor: Count = 0
    keys: Annotated[tuple[Key, ...], Meta(max_length=20)] = ()
    stock: Annotated[str, Meta(max_length=60, pattern=PLAIN)] = ""
    coins_back: Count = 0
    credit_back_minor: Count = 0


class Granted(Told, frozen=True, tag="granted"):
    """It is reserved until the event comes or the hold is voided; `stock_number` counts from 1."""

    stock_number: Count
    contact: Contact


class Taken(Told, frozen=True):
    """A key somebody else has: which event, where, when and by whom, as far as it is known.

    `closed` says that a voucher was given back or ran out, and was not used.
    """

    key: str
    event_id: str
    store: str
    till: str
    staff: str
    on: date | None
    at_ms: Millis
    closed: bool = False


class Refused(Told, frozen=True, tag="refused"):
    """It is not there: what is available now, the key that is taken, or no stock left."""

    coins: int
    credit_minor: int
    taken: Taken | None
    sold_out: bool
    contact: Contact


Held = Granted | Refused


class Voided(Told, frozen=True):
    """The hold is no more, or its event was booked already."""

    contact: Contact


# ---------------------------------------------------------------- what is signed


def session_text(station_id: str, nonce: str) -> bytes:
    """Return what a station signs to sign in."""
    return f"sikka session 1\n{station_id}\n{nonce}".encode()


def push_text(cell_id: str, station_id: str, epoch: int, last_seq: int, head: bytes) -> bytes:
    """Return what a station signs of a push: the head binds every row up to it."""
    return f"sikka push 1\n{cell_id}\n{station_id}\n{epoch}\n{last_seq}\n{head.hex()}".encode()


def feed_text(cell_id: str, incarnation: int, seq: int, head: bytes) -> bytes:
    """Return what the hub signs of its feed."""
    return f"sikka feed 1\n{cell_id}\n{incarnation}\n{seq}\n{head.hex()}".encode()


# ---------------------------------------------------------------- bytes

T = TypeVar("T")

_to_json = msgspec.json.Encoder()
_to_msgpack = msgspec.msgpack.Encoder()


class BadMessageError(ValueError):
    """The bytes are no such message; the text says where and why."""


def encode(message: object, media_type: str = MSGPACK) -> bytes:
    """Return a message's bytes."""
    return (_to_json if media_type == JSON else _to_msgpack).encode(message)


def decode(body: bytes, shape: type[T], media_type: str = MSGPACK) -> T:
    """Return the message of some bytes; raise BadMessageError."""
    read = msgspec.json.decode if media_type == JSON else msgspec.msgpack.decode
    try:
        return read(body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessageError(str(error)) from error
