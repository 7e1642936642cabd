"""The tables of station.db and of the cell, in portable types (SYNC.md 13).

Every key of a cell table begins with cell_id, so that a chain can partition by it.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, LargeBinary, String, Table

from app.storage.base import CELL, STATION, metadata

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
    info=STATION,
)

finder = Table(
    "finder",
    metadata,
    Column("mac", String(64), primary_key=True),
    Column("member", ID, nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    info=STATION,
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
    info=STATION,
)

staff = Table(
    "staff",
    metadata,
    Column("staff", ID, primary_key=True),
    Column("name", KEY, nullable=False),
    Column("role", String(12), nullable=False),
    Column("verifier", String(400), nullable=False),
    Column("active", Boolean, nullable=False),
    info=STATION,
)

programme = Table(
    "programme",
    metadata,
    Column("programme", String(64), primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("compiled", LargeBinary, nullable=False),
    info=STATION,
)

# The cell: one row orders everything, the feed is the truth, the rest is its projection.

cell = Table(
    "cell",
    metadata,
    Column("cell_id", ID, primary_key=True),
    Column("last_seq", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("incarnation", Integer, nullable=False),
    Column("day_ended", Date),
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
    info=CELL,
)
