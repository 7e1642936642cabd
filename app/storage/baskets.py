"""Baskets of the shop's till in station.db; nothing personal is in them."""

import sqlite3
from typing import Final, NamedTuple, get_args

import msgspec

from app.domain.baskets import Basket, State
from app.domain.bills import BasketRef

OPEN_MAX: Final = 500
"""More than a counter shows: a till that nobody minds goes on sending."""
STATES: Final[tuple[State, ...]] = get_args(State)


class SentKey(NamedTuple):
    """An idempotency key as a hash, and the digest of what was sent with it."""

    key: str
    digest: str


class Kept(NamedTuple):
    """What is kept of a basket: `unknown` says that nobody has the card or phone that was sent."""

    basket: Basket
    keys: tuple[SentKey, ...] = ()
    unknown: bool = False


class BasketRow(NamedTuple):
    """A basket as it stands; `sale` is what it became, "" before."""

    digest: str
    at_ms: int
    member: str
    kept: Kept
    state: State
    sale: str


_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Kept)
_COLUMNS: Final = "digest, at_ms, member, body, state, sale"


def body_of(kept: Kept) -> bytes:
    """Return the bytes of what is kept."""
    return _encoder.encode(kept)


def read(cursor: sqlite3.Cursor, source: str, external_id: str) -> BasketRow | None:
    """Return a basket, or None."""
    row = cursor.execute(
        f"SELECT {_COLUMNS} FROM basket WHERE source = ? AND external_id = ?",  # noqa: S608
        (source, external_id),
    ).fetchone()
    return _row(row) if row else None


def read_open(cursor: sqlite3.Cursor, since_ms: int) -> list[BasketRow]:
    """Return the baskets that somebody should look at, oldest first: the newest `OPEN_MAX`."""
    found = cursor.execute(
        f"SELECT {_COLUMNS} FROM basket"  # noqa: S608 - the names are ours
        " WHERE state IN ('waiting', 'cancel') AND at_ms >= ?"
        " ORDER BY at_ms DESC, rowid DESC LIMIT ?",
        (since_ms, OPEN_MAX),
    )
    return [_row(row) for row in reversed(found.fetchall())]


def write(cursor: sqlite3.Cursor, row: BasketRow) -> None:
    """Keep a basket in place of what was known of it."""
    basket = row.kept.basket
    cursor.execute(
        f"INSERT INTO basket (source, external_id, {_COLUMNS})"  # noqa: S608 - as above
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (source, external_id) DO UPDATE SET digest = excluded.digest,"
        " at_ms = excluded.at_ms, member = excluded.member, body = excluded.body,"
        " state = excluded.state, sale = excluded.sale",
        (
            *(basket.source, basket.external_id, row.digest, row.at_ms, row.member),
            *(body_of(row.kept), row.state, row.sale),
        ),
    )


def set_state(
    cursor: sqlite3.Cursor, source: str, external_id: str, before: State, after: State
) -> bool:
    """Change a basket's state; say whether it stood as `before`."""
    done = cursor.execute(
        "UPDATE basket SET state = ? WHERE source = ? AND external_id = ? AND state = ?",
        (after, source, external_id, before),
    )
    return done.rowcount > 0


def used_elsewhere(cursor: sqlite3.Cursor, key: str, since_ms: int, basket: Basket) -> bool:
    """Say whether another basket came with a hashed idempotency key since an instant."""
    states = ", ".join("?" * len(STATES))
    found = cursor.execute(
        f"SELECT 1 FROM basket WHERE state IN ({states}) AND at_ms >= ?"  # noqa: S608
        " AND instr(body, ?) AND (source, external_id) <> (?, ?) LIMIT 1",
        (*STATES, since_ms, key.encode(), basket.source, basket.external_id),
    )
    return found.fetchone() is not None


def prune(cursor: sqlite3.Cursor, before_ms: int) -> None:
    """Forget the baskets that came before an instant."""
    for state in STATES:
        cursor.execute("DELETE FROM basket WHERE state = ? AND at_ms < ?", (state, before_ms))


def sale_of(cursor: sqlite3.Cursor, ref: BasketRef | None) -> str:
    """Return the sale a basket became, or nothing; None is a bill without a basket."""
    if ref is None:
        return ""
    row = cursor.execute(
        "SELECT sale FROM basket WHERE source = ? AND external_id = ?",
        (ref.source, ref.external_id),
    ).fetchone()
    return row[0] if row else ""


def recorded(cursor: sqlite3.Cursor, ref: BasketRef | None, sale: str) -> None:
    """Say what a basket became, in the transaction that writes the sale; None is no basket.

    The version that was recorded counts: one that came a moment before it has come too late.
    """
    if ref is None:
        return
    cursor.execute(
        "UPDATE basket SET state = CASE state WHEN 'voided' THEN 'cancel' ELSE 'recorded' END,"
        " sale = ?, digest = ? WHERE source = ? AND external_id = ?",
        (sale, ref.digest, ref.source, ref.external_id),
    )


def released(cursor: sqlite3.Cursor, sale: str, state: State) -> None:
    """Let go of the basket a sale was made from: the sale counts no more."""
    cursor.execute(
        "UPDATE basket SET state = CASE state WHEN 'cancel' THEN 'voided' ELSE ? END, sale = ''"
        " WHERE sale = ? AND state IN ('recorded', 'cancel')",
        (state, sale),
    )


def _row(row: tuple[str, int, str, bytes, State, str]) -> BasketRow:
    digest, at_ms, member, body, state, sale = row
    return BasketRow(digest, at_ms, member, _decoder.decode(body), state, sale)
