"""Accounts of another fold are made anew from the feed, before anything is booked (LEDGER.md 3).

Short transactions, each of which notes how far it came: whoever is killed in the middle goes on
there the next time, and several processes may do it at once. Nothing is booked meanwhile.
"""

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection, delete, select, update

from app.domain.members import FOLD_VERSION
from app.hub.booking import Book
from app.hub.cell import lock
from app.storage import failpoints
from app.storage.tables import account, cell, feed

ACCOUNTS_AT_ONCE = 1_000
ROWS_AT_ONCE = 200

Run = Callable[[Callable[[Connection], bool]], bool]
"""Runs work in a transaction of its own and returns what it says: whether there is more."""


def is_stale(core: Connection, cell_id: str) -> bool:
    """Say whether another fold made the accounts, or this one did not come to its end."""
    columns = (cell.c.fold_version, cell.c.refolded_seq)
    row = core.execute(select(*columns).where(cell.c.cell_id == cell_id)).first()
    return row is not None and is_of_another_fold(row.fold_version, row.refolded_seq)


def is_of_another_fold(fold_version: int | None, refolded_seq: int | None) -> bool:
    """Say the same of what the cell's row holds."""
    return fold_version != FOLD_VERSION or refolded_seq is not None


def distrust(core: Connection, cell_id: str) -> bool:
    """Note that the accounts are to be made anew; nothing is lost with them."""
    _note(core, cell_id, None, None)
    return False


def refold(run: Run, cell_id: str) -> None:
    """Make the accounts anew where they are stale; returns when all of them are whole."""
    for step in (_empty, _fold):
        while run(partial(step, cell_id=cell_id)):
            failpoints.reach("refold.step")


def _empty(core: Connection, cell_id: str) -> bool:
    """Drop some accounts of another fold."""
    lock(core, cell_id)
    made_by = select(cell.c.fold_version).where(cell.c.cell_id == cell_id)
    if core.execute(made_by).scalar_one() == FOLD_VERSION:
        return False
    mine = account.c.cell_id == cell_id
    some = list(core.scalars(select(account.c.member).where(mine).limit(ACCOUNTS_AT_ONCE)))
    core.execute(delete(account).where(mine, account.c.member.in_(some)))
    if not some:
        _note(core, cell_id, FOLD_VERSION, 0)
    return bool(some)


def _fold(core: Connection, cell_id: str) -> bool:
    """Fold the next rows of the feed."""
    lock(core, cell_id)  # before it is read how far another process came
    where = cell.c.cell_id == cell_id
    done = core.execute(select(cell.c.refolded_seq).where(where)).scalar_one()
    if done is None:
        return False
    rows = core.execute(
        select(feed.c.seq, feed.c.outcome, feed.c.body)
        .where(
            feed.c.cell_id == cell_id,
            feed.c.seq > done,
            feed.c.outcome.in_(("booked", "worthless")),
        )
        .order_by(feed.c.seq)
        .limit(ROWS_AT_ONCE)
    ).all()
    if rows:
        Book(core, cell_id, lambda _: None).refold([tuple(row) for row in rows])
    _note(core, cell_id, FOLD_VERSION, rows[-1].seq if rows else None)
    return bool(rows)


def _note(core: Connection, cell_id: str, fold_version: int | None, seq: int | None) -> None:
    values = {"fold_version": fold_version, "refolded_seq": seq}
    core.execute(update(cell).where(cell.c.cell_id == cell_id).values(values))
