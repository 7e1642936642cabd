"""What a chain owes and moves, over all its cells: the one module that reads more than one cell.

Everything else, but a backup, which copies them all, names its cell in every statement (SYNC.md
13); a database of many nodes asks all of them here. Sums stand beside each account's state, so
nothing is folded.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.domain.effects import (
    Earn,
    Effect,
    Expire,
    Forfeit,
    Respend,
    Restore,
    Reverse,
    Spend,
)
from app.domain.events import Event
from app.domain.members import FOLD_VERSION
from app.domain.money import Money
from app.domain.outcomes import worth
from app.domain.programme import money_of
from app.hub import programmes
from app.hub.reading import read_event
from app.storage.tables import account, cell, feed

ROWS_AT_ONCE = 1_000


class Moved(NamedTuple):
    """Coins that came in, were spent and lapsed, each less what was taken back of it."""

    earned: int = 0
    spent: int = 0
    expired: int = 0


class Held(NamedTuple):
    """What the members of a cell hold now.

    `coins` are all, pending ones too; `debt` is what members owe of theirs. `owed_coins` is what
    the shop is liable for: each member's coins less that member's debt, never below nothing;
    `owed_credit_minor` likewise for store credit, in minor units.
    """

    members: int = 0
    coins: int = 0
    debt: int = 0
    owed_coins: int = 0
    owed_credit_minor: int = 0
    earned: int = 0
    spent: int = 0


@dataclass(frozen=True, slots=True)
class CellReport:
    """One cell: what is held, what moved between two days, and what it is worth in money.

    `owed_minor` is the coins' worth by the programme in force, in minor units of `money`
    (both None without a programme). `counted` is no when the accounts are being made anew.
    """

    cell_id: str
    held: Held
    moved: Moved
    money: Money | None
    owed_minor: int | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Every cell in order of its id, and all of them together; money by currency."""

    cells: tuple[CellReport, ...]
    held: Held
    moved: Moved
    owed_minor: Mapping[Money, int]
    owed_credit_minor: Mapping[Money, int]


def cell_ids(core: Connection) -> list[str]:
    """Return every cell of the store, in order."""
    return list(core.scalars(select(cell.c.cell_id).order_by(cell.c.cell_id)))


def last_seqs(core: Connection, wanted: Collection[str]) -> dict[str, int]:
    """Return the last feed number of each of the cells `wanted` that the store has."""
    query = select(cell.c.cell_id, cell.c.last_seq).where(cell.c.cell_id.in_(wanted))
    return {row.cell_id: row.last_seq for row in core.execute(query)}


def report(
    core: Connection, today: date, since: date | None = None, until: date | None = None
) -> Report:
    """Return what every cell holds now, and the coins moved by business dates `since`..`until`.

    Without either day, what moved ever: that is kept with the accounts (lapsed coins are what
    is missing then), while days are added up from the feed. One instant if `core` sees one.
    """
    held = _held(core)
    moved = _moved(core, since, until) if since or until else None
    cells = []
    for one, counted in sorted(_counted(core).items()):
        holds = held.get(one, Held())
        programme = programmes.in_force(core, one, today)
        cells.append(
            CellReport(
                one,
                holds,
                _moved_ever(holds) if moved is None else moved.get(one, Moved()),
                money_of(programme) if programme else None,
                holds.owed_coins * programme.coin_value_minor if programme else None,
                counted,
            )
        )
    return Report(
        tuple(cells),
        Held(*map(sum, zip(*(one.held for one in cells), strict=True))),
        Moved(*map(sum, zip(*(one.moved for one in cells), strict=True))),
        _by_currency(cells, {one.cell_id: one.owed_minor or 0 for one in cells}),
        _by_currency(cells, {one.cell_id: one.held.owed_credit_minor for one in cells}),
    )


def _counted(core: Connection) -> dict[str, bool]:
    rows = core.execute(select(cell.c.cell_id, cell.c.fold_version, cell.c.refolded_seq))
    return {
        row.cell_id: row.fold_version == FOLD_VERSION and row.refolded_seq is None for row in rows
    }


def _held(core: Connection) -> dict[str, Held]:
    columns = account.c
    sums: list[ColumnElement[int]] = [
        # Accounts that were merged or erased are nobody's, and have no coins at all.
        func.count(columns.coins),
        func.sum(columns.coins),
        func.sum(columns.debt),
        func.sum(_above_nothing(columns.coins - columns.debt)),
        func.sum(_above_nothing(columns.credit_minor)),
        func.sum(columns.earned),
        func.sum(columns.spent),
    ]
    query = select(columns.cell_id, *sums).group_by(columns.cell_id)
    # PostgreSQL's sums of big integers are decimals.
    return {row[0]: Held(*(int(one or 0) for one in row[1:])) for row in core.execute(query)}


def _above_nothing(amount: ColumnElement[int]) -> ColumnElement[int]:
    return case((amount > 0, amount), else_=0)


def _moved(core: Connection, since: date | None, until: date | None) -> dict[str, Moved]:
    query = select(feed.c.cell_id, feed.c.outcome, feed.c.body).where(
        feed.c.on_date >= (since or date.min),
        feed.c.on_date <= (until or date.max),
        feed.c.member != "",
        feed.c.outcome.in_(("booked", "worthless")),
    )
    sums: dict[str, Moved] = {}
    for row in core.execute(query, execution_options={"yield_per": ROWS_AT_ONCE}):
        event = read_event(row.body)
        if isinstance(event, Event):
            for effect in worth(event, row.outcome).effects:
                moved = zip(sums.get(row.cell_id, Moved()), _moved_by(effect), strict=True)
                sums[row.cell_id] = Moved(*map(sum, moved))
    return sums


def _moved_by(effect: Effect) -> Moved:
    match effect:
        case Earn(amount=amount):
            return Moved(earned=amount)
        case Reverse(amount=amount):
            return Moved(earned=-amount)
        case Spend(amount=amount) | Respend(amount=amount):
            return Moved(spent=amount)
        case Restore(amount=amount):
            return Moved(spent=-amount)
        case Expire(amount=amount) | Forfeit(coins=amount):
            return Moved(expired=amount)
        case _:
            return Moved()


def _moved_ever(held: Held) -> Moved:
    # Whatever was earned is held, owed, spent or gone.
    gone = held.earned - held.spent - held.coins + held.debt
    return Moved(held.earned, held.spent, gone)


def _by_currency(cells: Sequence[CellReport], amounts: Mapping[str, int]) -> dict[Money, int]:
    found: dict[Money, int] = {}
    for one in cells:
        if one.money is not None:
            found[one.money] = found.get(one.money, 0) + amounts[one.cell_id]
    return found
