"""What a station can prove to be the hub's feed: a restored hub takes it back (SYNC.md 10)."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from app.domain.chain import CHAIN_START
from app.storage.station import StationDb
from app.storage.writer import PULL
from app.sync.pull import PARKED_ON
from app.wire.sync import REFILL_ROWS_MAX

_KEEP: Final = "INSERT OR REPLACE INTO signed (seq, incarnation, signature) VALUES (?, ?, ?)"
_SIGNED: Final = "SELECT seq, incarnation, signature FROM signed ORDER BY seq"
_ROWS: Final = (
    "SELECT seq, body, hash, on_date FROM received WHERE seq > ? AND seq <= ? ORDER BY seq"
)
_BEFORE: Final = "SELECT hash FROM received WHERE seq = ?"


class Stretch(NamedTuple):
    """Rows (number, body, hash) without a hole; `previous` is the hash before the first.

    `parked` are the numbers of those that had no effects.
    """

    incarnation: int
    previous: bytes
    rows: tuple[tuple[int, bytes, bytes], ...]
    signature: bytes
    parked: tuple[int, ...]


def keep_marks(db: StationDb, incarnation: int, marks: Sequence[tuple[int, bytes]]) -> None:
    """Keep the hub's signatures over rows that came with a snapshot."""
    rows = [(seq, incarnation, signature) for seq, signature in marks]
    db.writer.run(lambda tx: tx.cursor.executemany(_KEEP, rows), PULL)


def signed_stretches(db: StationDb) -> Iterator[Stretch]:
    """Yield what can be proved to be the hub's own, oldest first.

    The first stretch that is kept begins after a row whose hash is kept too.
    """
    with db.cursor(None) as cursor:
        signed = cursor.execute(_SIGNED).fetchall()
    last = 0
    for seq, incarnation, signature in signed:
        with db.cursor(None) as cursor:
            stretch = _stretch(cursor, last, seq, incarnation, signature)
        last = seq
        if stretch is not None:
            yield stretch


def _stretch(
    cursor: sqlite3.Cursor, after: int, upto: int, incarnation: int, signature: bytes
) -> Stretch | None:
    found = cursor.execute(_ROWS, (after, upto)).fetchall()
    before = cursor.execute(_BEFORE, (after,)).fetchone() if after else (CHAIN_START,)
    whole = [row[0] for row in found] == list(range(after + 1, upto + 1))
    if not (whole and before and 0 < len(found) <= REFILL_ROWS_MAX):
        return None
    rows = tuple((seq, body, kept) for seq, body, kept, _ in found)
    parked = tuple(seq for seq, _, _, on in found if on == PARKED_ON.isoformat())
    return Stretch(incarnation, before[0], rows, signature, parked)
