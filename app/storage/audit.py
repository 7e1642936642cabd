"""What `sikka doctor` reads: both files as they stand at one instant, and sums made by SQL alone.

Nothing here uses the fold, so that what agrees with it was counted twice by different means.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from sqlalchemy import Connection, Select, case, func, select, text

from app.storage import base
from app.storage.tables import (
    account,
    booked,
    cell,
    feed,
    finder,
    journal,
    lane,
    member,
    member_key,
    meta,
    once_key,
    receipt,
    received,
    sale,
)

ROWS: Final = 500

# An effect is an array: its name, then its fields in order (see domain.events).
_SQLITE_EFFECTS: Final = """
WITH effect AS (
  SELECT f.member AS member, f.seq AS seq, e.key AS place, json_extract(e.value, '$[0]') AS kind,
    json_extract(e.value, '$[1]') AS first, json_extract(e.value, '$[2]') AS second
  FROM feed f, json_each(
    CASE WHEN json_valid(CAST(f.body AS TEXT)) THEN CAST(f.body AS TEXT) ELSE '{}' END, '$.effects'
  ) e
  WHERE f.cell_id = :cell_id AND f.member <> ''
    AND (f.outcome = 'booked' OR (f.outcome = 'worthless'
      AND json_extract(e.value, '$[0]') IN ('spend', 'debit')))
),
"""
# Type json, not jsonb, which refuses a zero byte in a text.
_POSTGRES_EFFECTS: Final = """
WITH effect AS (
  SELECT f.member AS member, f.seq AS seq, e.place AS place, e.value->>0 AS kind,
    e.value->>1 AS first, e.value->>2 AS second
  FROM feed f, json_array_elements(convert_from(f.body, 'UTF8')::json->'effects')
    WITH ORDINALITY AS e(value, place)
  WHERE f.cell_id = :cell_id AND f.member <> ''
    AND (f.outcome = 'booked' OR (f.outcome = 'worthless'
      AND e.value->>0 IN ('spend', 'debit')))
),
"""
_NUMBER: Final = {"sqlite": "{}", "postgresql": "CAST({} AS BIGINT)"}
_SUMS: Final = """
forfeited AS (SELECT member, MAX(seq) AS seq FROM effect WHERE kind = 'forfeit' GROUP BY member),
newest AS (
  SELECT member, kind, seq,
    ROW_NUMBER() OVER (PARTITION BY first ORDER BY seq DESC, place DESC) AS back,
    MAX(CASE WHEN kind = 'withdraw' THEN 1 ELSE 0 END) OVER (PARTITION BY first) AS gone
  FROM effect WHERE kind IN ('issue', 'claim', 'unclaim', 'withdraw')
),
live AS (
  SELECT n.member AS member, COUNT(*) AS vouchers
  FROM newest n LEFT JOIN forfeited f ON f.member = n.member
  WHERE n.back = 1 AND n.gone = 0 AND n.kind IN ('issue', 'unclaim') AND n.seq > COALESCE(f.seq, 0)
  GROUP BY n.member
)
SELECT effect.member,
  CAST(SUM(CASE kind WHEN 'earn' THEN {first} WHEN 'reverse' THEN -{first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'spend' THEN {first} WHEN 'restore' THEN -{first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'expire' THEN {first} WHEN 'forfeit' THEN {first} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'visit' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'status' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'paid' THEN {second} ELSE 0 END) AS BIGINT),
  CAST(SUM(CASE kind WHEN 'credit' THEN {first} WHEN 'debit_restore' THEN {first}
    WHEN 'credit_reverse' THEN -{first} WHEN 'debit' THEN -{first}
    WHEN 'credit_expire' THEN -{first} WHEN 'forfeit' THEN -{second} ELSE 0 END) AS BIGINT),
  COALESCE(MAX(live.vouchers), 0)
FROM effect LEFT JOIN live ON live.member = effect.member
GROUP BY effect.member ORDER BY effect.member
"""


class Sums(NamedTuple):
    """One member id's effects added up: coins, purchases, status points, money paid, store credit.

    Coins that were forfeited count as expired; `vouchers` are those still good.
    """

    earned: int = 0
    spent: int = 0
    expired: int = 0
    purchases: int = 0
    status: int = 0
    paid_minor: int = 0
    credit_minor: int = 0
    vouchers: int = 0


class Booked(NamedTuple):
    """A feed row with everything the cell noted beside the body."""

    seq: int
    event_id: str
    member: str
    on_date: Any
    station_id: str
    epoch: int
    lane_seq: int
    outcome: str
    body: bytes
    hash: bytes


@contextmanager
def snapshot(path: Path) -> Iterator[Connection]:
    """Give a connection that cannot write and sees the file as it is now, whoever writes on."""
    engine = base.reader_engine(path)
    try:
        with engine.connect() as core:
            core.exec_driver_sql("BEGIN")
            core.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
            yield core
            core.exec_driver_sql("ROLLBACK")
    finally:
        engine.dispose()


def cursor(core: Connection) -> sqlite3.Cursor:
    """Return a DBAPI cursor of the same instant."""
    return cast("sqlite3.Cursor", core.connection.cursor())


def damage(core: Connection) -> list[str]:
    """Return what SQLite itself says is wrong with the file, at most ten lines."""
    lines = [str(row[0]) for row in core.exec_driver_sql("PRAGMA quick_check(10)")]
    return [] if lines == ["ok"] else lines


def tables_version(core: Connection) -> int:
    """Return which version of the tables the file has."""
    return int(core.exec_driver_sql("PRAGMA user_version").scalar_one())


def kept_meta(core: Connection) -> dict[str, str]:
    """Return the station's own settings."""
    rows = core.execute(select(meta.c.key, meta.c.value))
    return {row.key: row.value for row in rows}


def stream(core: Connection, query: Select[Any]) -> Iterator[Any]:
    """Yield the rows of a query without holding them all."""
    yield from core.execution_options(yield_per=ROWS).execute(query)


def journal_rows(core: Connection) -> Iterator[Any]:
    """Yield (seq, event_id, body, hash) of the journal in order."""
    columns = (journal.c.seq, journal.c.event_id, journal.c.body, journal.c.hash)
    return stream(core, select(*columns).order_by(journal.c.seq))


def feed_rows(core: Connection, cell_id: str) -> Iterator[Booked]:
    """Yield the feed in order."""
    query = _feed(cell_id).order_by(feed.c.seq)
    return (Booked(*row) for row in stream(core, query))


def member_rows(
    core: Connection, cell_id: str, members: tuple[str, ...] | None = None
) -> Iterator[Booked]:
    """Yield the feed of all members, one after another; with `members`, theirs as it came."""
    query = _feed(cell_id).where(feed.c.member != "", feed.c.outcome.in_(("booked", "worthless")))
    if members is None:
        query = query.order_by(feed.c.member, feed.c.seq)
    else:
        query = query.where(feed.c.member.in_(members)).order_by(feed.c.seq)
    return (Booked(*row) for row in stream(core, query))


def feed_row(core: Connection, cell_id: str, event_id: str) -> Booked | None:
    """Return the row of a booked event."""
    where = (booked.c.cell_id == cell_id) & (booked.c.event_id == event_id)
    seq = core.execute(select(booked.c.seq).where(where)).scalar()
    row = core.execute(_feed(cell_id).where(feed.c.seq == seq)).first()
    return Booked(*row) if row else None


def feed_rows_at(core: Connection, cell_id: str, seqs: list[int]) -> list[Booked]:
    """Return some rows of the feed, in order."""
    query = _feed(cell_id).where(feed.c.seq.in_(seqs)).order_by(feed.c.seq)
    return [Booked(*row) for row in core.execute(query)]


def _feed(cell_id: str) -> Select[Any]:
    return select(*[feed.c[name] for name in Booked._fields]).where(feed.c.cell_id == cell_id)


def sums(core: Connection, cell_id: str) -> Iterator[tuple[str, Sums]]:
    """Yield (member, sums over the member's effects), by SQL alone."""
    engine = core.dialect.name
    effects = _POSTGRES_EFFECTS if engine == "postgresql" else _SQLITE_EFFECTS
    number = _NUMBER[engine]
    statement = effects + _SUMS.format(first=number.format("first"), second=number.format("second"))
    rows = core.execution_options(yield_per=ROWS).execute(text(statement), {"cell_id": cell_id})
    return ((row[0], Sums(*row[1:])) for row in rows)


def cell_head(core: Connection, cell_id: str) -> Any:
    """Return (last_seq, head, day_ended) of the cell, or None."""
    columns = (cell.c.last_seq, cell.c.head, cell.c.day_ended)
    return core.execute(select(*columns).where(cell.c.cell_id == cell_id)).first()


def lanes(core: Connection, cell_id: str) -> list[Any]:
    """Return (station_id, epoch, last_seq, head) of every lane."""
    columns = (lane.c.station_id, lane.c.epoch, lane.c.last_seq, lane.c.head)
    return list(core.execute(select(*columns).where(lane.c.cell_id == cell_id)))


def strays(core: Connection, cell_id: str) -> list[str]:
    """Return event ids where the list of booked events and the feed differ, at most ten."""
    is_booked = feed.c.outcome.in_(("booked", "worthless"))
    mine = case((is_booked, feed.c.event_id), else_="")
    on = (feed.c.cell_id == booked.c.cell_id) & (feed.c.seq == booked.c.seq)
    wrong = (
        select(booked.c.event_id)
        .outerjoin(feed, on)
        .where(booked.c.cell_id == cell_id, mine.is_distinct_from(booked.c.event_id))
    )
    on = (booked.c.cell_id == feed.c.cell_id) & (booked.c.event_id == feed.c.event_id)
    missing = (
        select(feed.c.event_id)
        .outerjoin(booked, on)
        .where(feed.c.cell_id == cell_id, is_booked, booked.c.seq.is_distinct_from(feed.c.seq))
    )
    return [row[0] for query in (wrong, missing) for row in core.execute(query.limit(10))]


def account_of(core: Connection, cell_id: str, member: str) -> Any:
    """Return (due_on, state) of a member's account in the cell, or None."""
    where = (account.c.cell_id == cell_id) & (account.c.member == member)
    return core.execute(select(account.c.due_on, account.c.state).where(where)).first()


def count_accounts(core: Connection, cell_id: str) -> int:
    """Return how many accounts the cell keeps."""
    query = select(func.count()).select_from(account).where(account.c.cell_id == cell_id)
    return core.execute(query).scalar_one()


def replica_of(core: Connection, member_id: str) -> Any:
    """Return (state, profile) of a member in the replica, or None."""
    columns = (member.c.state, member.c.profile)
    return core.execute(select(*columns).where(member.c.member == member_id)).first()


def count_replica(core: Connection) -> int:
    """Return how many members the replica keeps."""
    return core.execute(select(func.count()).select_from(member)).scalar_one()


def has_key(core: Connection, member_id: str) -> bool:
    """Say whether keys.db holds a member's key."""
    query = select(member_key.c.member).where(member_key.c.member == member_id)
    return core.execute(query).first() is not None


def open_sales(core: Connection) -> Iterator[Any]:
    """Yield (sale, member, on_date, bill_number, body) of the replica's sales."""
    columns = (sale.c.sale, sale.c.member, sale.c.on_date, sale.c.bill_number, sale.c.body)
    return stream(core, select(*columns).order_by(sale.c.sale))


def count_sales(core: Connection, since: date) -> int:
    """Return how many sales of a date and later the replica keeps."""
    return core.execute(
        select(func.count()).select_from(sale).where(sale.c.on_date >= since)
    ).scalar_one()


def received_rows(core: Connection) -> Iterator[Any]:
    """Yield (seq, body, hash) of the feed rows the station keeps, in order."""
    columns = (received.c.seq, received.c.body, received.c.hash)
    return stream(core, select(*columns).order_by(received.c.seq))


def receipts(core: Connection) -> Iterator[tuple[Any, ...]]:
    """Yield (key, event_id) of the bill numbers taken here, in order."""
    query = select(receipt.c.key, receipt.c.event_id).order_by(receipt.c.key)
    return (tuple(row) for row in stream(core, query))


def finders(core: Connection) -> Iterator[tuple[Any, ...]]:
    """Yield (mac, member, kind) of the keyed hashes members are found by, in order."""
    query = select(finder.c.mac, finder.c.member, finder.c.kind).order_by(finder.c.mac)
    return (tuple(row) for row in stream(core, query))


def journal_length(core: Connection) -> int:
    """Return the number of the journal's last row."""
    return core.execute(select(func.max(journal.c.seq))).scalar() or 0


def kept_keys(core: Connection, cell_id: str) -> Iterator[tuple[Any, ...]]:
    """Yield (key, event_id) of the cell's once keys in order."""
    query = select(once_key.c.key, once_key.c.event_id).where(once_key.c.cell_id == cell_id)
    # The order of the bytes, whatever language the database sorts by.
    binary = "C" if core.dialect.name == "postgresql" else "BINARY"
    return (tuple(row) for row in stream(core, query.order_by(once_key.c.key.collate(binary))))


class Scratch:
    """Notes of one examination in a private temporary file, so that memory stays flat."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")
        self._db.executescript(
            "CREATE TABLE once (key TEXT PRIMARY KEY, event TEXT) WITHOUT ROWID;"
            "CREATE TABLE receipt (key TEXT PRIMARY KEY, event TEXT) WITHOUT ROWID;"
            "CREATE TABLE finder (mac TEXT PRIMARY KEY, member TEXT, kind TEXT) WITHOUT ROWID;"
            "CREATE TABLE touched (sale TEXT, seq INTEGER, PRIMARY KEY (sale, seq)) WITHOUT ROWID;"
        )

    def holder(self, table: str, key: str) -> str:
        """Return the event that holds a key, or nothing."""
        row = self._db.execute(f"SELECT event FROM {table} WHERE key = ?", (key,)).fetchone()  # noqa: S608
        return row[0] if row else ""

    def put(self, table: str, *values: object) -> None:
        """Keep a row, in place of one of the same key."""
        marks = ", ".join("?" * len(values))
        self._db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)  # noqa: S608

    def drop(self, table: str, column: str, value: str, kind: str = "") -> None:
        """Drop rows with a value in a column, of one kind if named."""
        also, values = (" AND kind = ?", (value, kind)) if kind else ("", (value,))
        self._db.execute(f"DELETE FROM {table} WHERE {column} = ?{also}", values)  # noqa: S608

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a table in the order of its key."""
        return iter(self._db.execute(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608

    def touching(self, sale: str) -> list[int]:
        """Return the feed numbers of what happened to a sale after it was made."""
        rows = self._db.execute("SELECT seq FROM touched WHERE sale = ? ORDER BY seq", (sale,))
        return [row[0] for row in rows]

    def close(self) -> None:
        """Forget everything."""
        self._db.close()
