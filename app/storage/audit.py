"""What `sikka doctor` reads: both files as they stand at one instant."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from sqlalchemy import Connection, Select, case, func, select

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
