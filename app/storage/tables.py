"""The tables of every file, in portable types (SYNC.md 13).

Every key of a cell table begins with cell_id, so that a chain can partition by it.
"""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from app.domain.catalogue import NAME_MAX, SKU_MAX
from app.domain.figures import Figures
from app.storage.base import CELL, EVERYWHERE, KEYS, REPLICA, STATION, metadata

ID = String(32)
KEY = String(200)

# station.db: the journal is the truth, everything else is folded from the feed.

meta = Table(
    "meta", metadata, Column("key", KEY, primary_key=True), Column("value", KEY), info=STATION
)

journal = Table(
    "journal",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("event_id", ID, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    info=STATION,
)

receipt = Table(
    "receipt",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("event_id", ID, nullable=False),
    info=STATION,
)

received = Table(
    "received",
    metadata,
    Column(
        "seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    ),
    Column("on_date", Date, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    info=STATION,
)

member = Table(
    "member",
    metadata,
    Column("member", ID, primary_key=True),
    Column("own_seq", BigInteger, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("profile", LargeBinary, nullable=False),
    info=REPLICA,
)

# Who was erased: a copy of keys.db that is put back must not know them again.
erased = Table("erased", metadata, Column("member", ID, primary_key=True), info=REPLICA)

finder = Table(
    "finder",
    metadata,
    Column("mac", String(64), primary_key=True),
    Column("member", ID, nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    info=REPLICA,
)

sale = Table(
    "sale",
    metadata,
    Column("sale", ID, primary_key=True),
    Column("member", ID, nullable=False),
    Column("on_date", Date, nullable=False, index=True),
    Column("bill_number", KEY, nullable=False, index=True),
    Column("last_day", Date, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    Index(None, "member", "on_date"),
    info=REPLICA,
)

staff = Table(
    "staff",
    metadata,
    Column("staff", ID, primary_key=True),
    Column("name", KEY, nullable=False),
    Column("role", String(12), nullable=False),
    Column("verifier", String(400), nullable=False),
    Column("active", Boolean, nullable=False),
    info=REPLICA,
)

programme = Table(
    "programme",
    metadata,
    Column("programme", String(64), primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("compiled", LargeBinary, nullable=False),
    info=REPLICA,
)

flag = Table(
    "flag",
    metadata,
    Column("event_id", ID, primary_key=True),
    Column("guard", String(20), nullable=False),
    Column("member", ID, nullable=False),
    Column("staff", ID, nullable=False),
    Column("subject", KEY, nullable=False),
    Column("detail", KEY, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("status", String(8), nullable=False, index=True),
    Column("decided_by", ID, nullable=False),
    Column("decided_on", Date),
    Column("body", LargeBinary, nullable=False),
    info=REPLICA,
)

tally = Table(
    "tally",
    metadata,
    Column("survey", String(40), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("option", String(40), primary_key=True),
    Column("count", BigInteger, nullable=False),
    info=REPLICA,
    sqlite_with_rowid=False,
)

# What guards count, by business date.
watched = Table(
    "watched",
    metadata,
    Column("what", String(12), primary_key=True),
    Column("subject", String(80), primary_key=True),
    Column("on_date", Date, primary_key=True, index=True),
    Column("amount", BigInteger, nullable=False),
    info=REPLICA,
    sqlite_with_rowid=False,
)

raffle_step = Table(
    "raffle_step",
    metadata,
    Column("raffle", String(40), primary_key=True),
    Column("step", String(8), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    info=REPLICA,
)

standing = Table(
    "standing",
    metadata,
    Column("period", String(8), primary_key=True),
    Column("member", ID, primary_key=True),
    Column("visits", Integer, nullable=False),
    Column("points", BigInteger, nullable=False),
    Column("spend", BigInteger, nullable=False),
    Index(None, "period", "visits"),
    Index(None, "period", "points"),
    Index(None, "period", "spend"),
    Index(None, "member"),
    info=REPLICA,
    sqlite_with_rowid=False,
)

# What waits to be handed over under a number, and what was handed over, by store and date.
pickup = Table(
    "pickup",
    metadata,
    Column("voucher", ID, primary_key=True),
    Column("member", ID, nullable=False),
    Column("store", KEY, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("ticket", Integer, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("waiting", Boolean, nullable=False),
    Index(None, "on_date", "store"),
    info=REPLICA,
)

hand_over = Table(
    "hand_over",
    metadata,
    Column("event_id", ID, primary_key=True),
    Column("voucher", ID, nullable=False),
    Column("member", ID, nullable=False),
    Column("staff", ID, nullable=False),
    Column("store", KEY, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Index(None, "on_date", "store"),
    info=REPLICA,
)

help_call = Table(
    "help_call",
    metadata,
    Column("event_id", ID, primary_key=True),
    Column("store", KEY, nullable=False),
    Column("till", KEY, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("at_ms", BigInteger, nullable=False, index=True),
    Column("answered", Boolean, nullable=False),
    info=REPLICA,
)

# What a day's acts add up to, by who did them in which hour.
day_figures = Table(
    "day_figures",
    metadata,
    Column("on_date", Date, primary_key=True),
    Column("store", KEY, primary_key=True),
    Column("till", KEY, primary_key=True),
    Column("staff", ID, primary_key=True),
    Column("hour", Integer, primary_key=True, autoincrement=False),
    *[Column(name, BigInteger, nullable=False) for name in Figures._fields],
    info=REPLICA,
    sqlite_with_rowid=False,
)

# What the shop owes all members together: one row for coins, one for store credit.
owed = Table(
    "owed",
    metadata,
    Column("what", String(12), primary_key=True),
    Column("amount", BigInteger, nullable=False),
    info=REPLICA,
    sqlite_with_rowid=False,
)

# Surveys left in the middle at this station, sealed with the member's key.
half_answered = Table(
    "half_answered",
    metadata,
    Column("member", ID, primary_key=True),
    Column("survey", KEY, primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False, index=True),
    info=STATION,
)

lock_out = Table(
    "lock_out",
    metadata,
    Column("subject", ID, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    info=STATION,
)

draft = Table(
    "draft",
    metadata,
    Column("id", ID, primary_key=True),
    Column("staff", ID, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    info=STATION,
)

# Bills that the shop's till sent; the member is found out on arrival, so nothing is personal.
basket = Table(
    "basket",
    metadata,
    Column("source", String(60), primary_key=True),
    Column("external_id", KEY, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("member", ID, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", String(8), nullable=False),
    # The sale it became; empty before.
    Column("sale", ID, nullable=False),
    Index(None, "state", "at_ms"),
    info=STATION,
)

# What the receipt printer is to print, as a picture; nothing on it is personal.
print_job = Table(
    "print_job",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("title", KEY, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("picture", LargeBinary, nullable=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("problem", KEY, nullable=False),
    Index(None, "state", "at_ms"),
    info=STATION,
)

# Days this till closed, numbered without a gap; the event in the journal is the proof. The
# journal's rows up to `seq` are counted.
day_close = Table(
    "day_close",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event_id", ID, nullable=False, unique=True),
    Column("on_date", Date, nullable=False, index=True),
    Column("at_ms", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    info=STATION,
)

item = Table(
    "item",
    metadata,
    Column("key", String(SKU_MAX), primary_key=True),
    Column("sku", String(SKU_MAX), nullable=False),
    Column("name", String(NAME_MAX), nullable=False),
    Column("category", String(NAME_MAX), nullable=False),
    Column("gtin", String(14), nullable=False),
    Column("gtin14", String(14), nullable=False, index=True),
    Column("unit", String(4), nullable=False),
    Column("unit_price_minor", BigInteger, nullable=False),
    Column("aliases", String(400), nullable=False),
    info=STATION,
)


# What the hub was asked to reserve for an event of this station that is not booked yet.
own_hold = Table(
    "own_hold",
    metadata,
    Column("hold_id", ID, primary_key=True),
    Column("state", String(8), nullable=False),
    Column("coins", BigInteger, nullable=False),
    Column("credit_minor", BigInteger, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    info=STATION,
)

# What became of own events otherwise than the cashier was told.
conflict = Table(
    "conflict",
    metadata,
    Column("event_id", ID, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("rule", String(20), nullable=False),
    Column("member", ID, nullable=False),
    Column("detail", KEY, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("coins", BigInteger, nullable=False),
    Column("money_minor", BigInteger, nullable=False),
    Column("seen", Boolean, nullable=False, index=True),
    info=STATION,
)

# The hub's own signatures over the feed: with them a restored hub takes its lost rows back.
signed = Table(
    "signed",
    metadata,
    Column(
        "seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    ),
    Column("incarnation", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    info=STATION,
)


@dataclass(frozen=True, slots=True)
class Words:
    """The two tables of an index of words; `owner` is what a search returns."""

    word: Table
    spelling: Table


def _words_of(name: str, file: dict[str, str], owner_length: int) -> Words:
    word = Table(
        f"{name}_word",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("sound", String(80), nullable=False, unique=True),
        Column("backwards", String(80), nullable=False, index=True),
        info=file,
    )
    spelling = Table(
        f"{name}_spelling",
        metadata,
        Column("word", Integer, primary_key=True, autoincrement=False),
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("owner", String(owner_length), primary_key=True, index=True),
        info=file,
        sqlite_with_rowid=False,
    )
    return Words(word, spelling)


item_words = _words_of("item", STATION, SKU_MAX)

# keys.db: what makes personal values readable and findable.

member_key = Table(
    "member_key",
    metadata,
    Column("member", ID, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    info=KEYS,
    sqlite_with_rowid=False,
)

# A member whose key is kept and whose first event may not be: settled when the shop opens.
half_enrolled = Table("half_enrolled", metadata, Column("member", ID, primary_key=True), info=KEYS)

phone_digits = Table(
    "phone_digits",
    metadata,
    Column("member", ID, primary_key=True),
    Column("digits", String(20), nullable=False, index=True),
    Column("backwards", String(20), nullable=False, index=True),
    info=KEYS,
    sqlite_with_rowid=False,
)

# By which few characters a member is looked up: the day of the year (MM-DD) on which they are
# greeted, by what for, and of kind `friend` a part of their friend number.
occasion = Table(
    "occasion",
    metadata,
    Column("member", ID, primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("day", String(5), nullable=False),
    Index(None, "kind", "day"),
    info=KEYS,
    sqlite_with_rowid=False,
)

vault_check = Table("vault_check", metadata, Column("mac", String(64), primary_key=True), info=KEYS)

name_words = _words_of("name", KEYS, 32)

# The cell: one row orders everything, the feed is the truth, the rest is its projection.

cell = Table(
    "cell",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("last_seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("incarnation", Integer, nullable=False),
    Column("day_ended", Date),
    # Which fold made the accounts (none = unknown), and how far it is when it is not through.
    Column("fold_version", Integer),
    Column("refolded_seq", BigInteger),
    # The feed number of the newest programme: whoever keeps rules in memory looks at it.
    Column("programme_seq", BigInteger),
    # Up to here the nightly audit has rated everything again.
    Column("audited_seq", BigInteger),
    info=CELL,
)

lane = Table(
    "lane",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("station_id", ID, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("last_seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    info=CELL,
)

feed = Table(
    "feed",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", ID, nullable=False),
    Column("member", ID, nullable=False),
    Column("on_date", Date, nullable=False),
    Column("station_id", ID, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("lane_seq", BigInteger, nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("detail", KEY, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index(None, "cell_id", "member", "seq"),
    info=CELL,
)

booked = Table(
    "booked",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("event_id", ID, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    info=CELL,
)

once_key = Table(
    "once_key",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("key", KEY, primary_key=True),
    Column("event_id", ID, nullable=False),
    info=CELL,
)

account = Table(
    "account",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("member", ID, primary_key=True),
    Column("last_seq", BigInteger, nullable=False),
    Column("due_on", Date),
    Column("state", LargeBinary, nullable=False),
    # Sums of the state beside it, so that reports over all cells are plain SQL.
    Column("coins", BigInteger),
    Column("debt", BigInteger),
    Column("credit_minor", BigInteger),
    Column("earned", BigInteger),
    Column("spent", BigInteger),
    Index(None, "cell_id", "due_on"),
    info=CELL,
)

cell_programme = Table(
    "cell_programme",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("programme", String(64), primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("document", LargeBinary, nullable=False),
    # As it was read when it was published; rows of version 0.1 have none.
    Column("compiled", LargeBinary),
    info=CELL,
)

# Feed rows without effects that a newer program may be able to read.
parked = Table(
    "parked",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", KEY, nullable=False),
    Column("resolved_seq", BigInteger),
    info=CELL,
)

# What is promised to an event that has not come yet (SYNC.md 8).
hold = Table(
    "hold",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("hold_id", ID, primary_key=True),
    Column("station_id", ID, nullable=False),
    Column("member", ID, nullable=False),
    Column("coins", BigInteger, nullable=False),
    Column("credit_minor", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Index(None, "cell_id", "member"),
    Index(None, "cell_id", "station_id"),
    info=CELL,
)

hold_key = Table(
    "hold_key",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("key", KEY, primary_key=True),
    Column("hold_id", ID, nullable=False),
    Index(None, "cell_id", "hold_id"),
    info=CELL,
)

# What a station said of itself when it was last heard of.
presence = Table(
    "presence",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("station_id", ID, primary_key=True),
    Column("seen_ms", BigInteger, nullable=False),
    Column("pushed_ms", BigInteger, nullable=False),
    Column("watermark", Date),
    Column("skew_ms", BigInteger, nullable=False),
    Column("unsent", BigInteger, nullable=False),
    Column("floor_coins", BigInteger, nullable=False),
    Column("floor_credit_minor", BigInteger, nullable=False),
    Column("version", String(40), nullable=False),
    info=CELL,
)

# Members' keys, sealed with the cell's secret, and that secret, sealed with the hub's own key:
# whoever has the database alone reads no name.
sealed_key = Table(
    "sealed_key",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("member", ID, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    info=CELL,
)

cell_secret = Table(
    "cell_secret",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    info=CELL,
)

# Small, and looked up before the cell is known: copied to every node of a cluster.

station = Table(
    "station",
    metadata,
    Column("station_id", ID, primary_key=True),
    Column("cell_id", ID, nullable=False, index=True),
    Column("store", KEY, nullable=False),
    Column("till", KEY, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("enrolled_ms", BigInteger, nullable=False),
    # The last lane number that is booked; later ones are parked. None = not revoked.
    Column("revoked_seq", BigInteger),
    # What it is; events it never makes are parked. None = a counter, which makes all.
    Column("role", String(12)),
    info=EVERYWHERE,
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("code_mac", String(64), primary_key=True),
    Column("cell_id", ID, nullable=False),
    Column("store", KEY, nullable=False),
    Column("till", KEY, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("used_ms", BigInteger),
    Column("role", String(12)),
    info=EVERYWHERE,
)


def create(core: Connection, file: str) -> None:
    """Create the tables of one file (`station`, `cell`, `keys`) that do not exist yet."""
    metadata.create_all(core, tables=tables_of(file))


def tables_of(file: str) -> list[Table]:
    """Return the tables of one file (`station`, `cell`, `keys`)."""
    return [table for table in metadata.sorted_tables if table.info.get("file") == file]


def replica_tables() -> list[str]:
    """Return the names of the station's tables that are folded from the feed alone."""
    return [table.name for table in metadata.sorted_tables if "folded" in table.info]
