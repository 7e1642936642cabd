"""The replica is folded anew from the feed: after an update that folds otherwise, or by hand.

It is emptied and filled in short transactions, each of which notes how far it came: whoever is
killed in the middle goes on there when the shop opens next. The journal, the taken bill numbers
and the rows of the feed that are kept here stay as they are. Nothing may be read meanwhile.
"""

from typing import Final

from sqlalchemy import delete, select, tuple_

from app.domain.chain import CHAIN_START
from app.domain.members import FOLD_VERSION
from app.storage import failpoints
from app.storage.base import metadata
from app.storage.station import StationDb, is_emptied, write_meta
from app.storage.tables import replica_tables
from app.storage.writer import PULL, Tx

ROWS_AT_ONCE: Final = 1_000


def distrust(db: StationDb) -> None:
    """Note that the replica is to be emptied, and how far the feed was once received."""

    def work(tx: Tx) -> None:
        upto = max(db.refolding, db.feed_seq)
        write_meta(tx.cursor, "refolding", upto)
        write_meta(tx.cursor, "fold_version", 0)

        def committed() -> None:
            db.refolding, db.stale = upto, True

        tx.after.append(committed)

    db.writer.run(work, PULL)


def empty(db: StationDb) -> None:
    """Empty the replica, unless that was done and filling it has begun."""
    if not db.writer.run(_is_emptied, PULL):
        distrust(db)
        for name in replica_tables():
            while db.writer.run(lambda tx: _empty(tx, name), PULL):  # noqa: B023 - run at once
                failpoints.reach("replica.step")
        db.writer.run(lambda tx: _begin(tx, db), PULL)


def finish(db: StationDb) -> None:
    """Note that the replica is whole."""

    def work(tx: Tx) -> None:
        tx.cursor.execute("DELETE FROM meta WHERE key = 'refolding'")
        write_meta(tx.cursor, "fold_version", FOLD_VERSION)

        def committed() -> None:
            db.refolding, db.stale = 0, False

        tx.after.append(committed)

    db.writer.run(work, PULL)


def _is_emptied(tx: Tx) -> bool:
    return is_emptied(dict(tx.cursor.execute("SELECT key, value FROM meta").fetchall()))


def _empty(tx: Tx, name: str) -> bool:
    """Delete some rows of a table; say whether there were any."""
    table = metadata.tables[name]
    key = tuple_(*table.primary_key.columns)
    some = select(*table.primary_key.columns).limit(ROWS_AT_ONCE)
    return tx.core.execute(delete(table).where(key.in_(some))).rowcount > 0


def _begin(tx: Tx, db: StationDb) -> None:
    for key, value in (("feed_seq", 0), ("feed_head", ""), ("fold_version", FOLD_VERSION)):
        write_meta(tx.cursor, key, value)

    def committed() -> None:
        db.feed_seq, db.feed_head = 0, CHAIN_START

    tx.after.append(committed)
