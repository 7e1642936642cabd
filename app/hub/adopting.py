"""A solo shop's cell moves into a hub's store, whole or not at all.

Rows are copied in short transactions, and nobody sees any of them until the cell's own row
comes last; what a killed copy left is removed by the next one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_

from app.domain.chain import CHAIN_START, link
from app.hub import cell_secrets, stations
from app.hub.store import Store
from app.hub.trust import HubKey, Random
from app.storage import failpoints
from app.storage.base import CELL, metadata
from app.storage.tables import cell, cell_secret, feed, sealed_key

ROWS_AT_ONCE: Final = 500
NOT_COPIED: Final = frozenset({cell.name, cell_secret.name, sealed_key.name})


class AdoptionError(Exception):
    """The cell cannot move; the text says why and what to do. The store shows nothing of it."""


class CopyDiffersError(AdoptionError):
    """What arrived is not what was sent: one of the files is damaged."""


def stands_at(store: Store, cell_id: str) -> tuple[int, bytes] | None:
    """Return the last number and the hash of a cell's feed, None when the store has no such."""
    with store.read() as core:
        row = core.execute(select(cell.c.last_seq, cell.c.head).where(cell.c.cell_id == cell_id))
        found = row.first()
    return (found.last_seq, found.head) if found else None


def incarnation_of(store: Store, cell_id: str) -> int:
    """Return the incarnation of a cell that the store has."""
    with store.read() as core:
        query = select(cell.c.incarnation).where(cell.c.cell_id == cell_id)
        return int(core.execute(query).scalar_one())


def copy_cell(source: Store, target: Store, cell_id: str) -> int:
    """Copy everything of a cell but its own row; return the number of its feed rows.

    Raises CopyDiffersError when a feed row does not fit its chain, or one is missing then.
    """
    for table in _tables():
        target.run(lambda core: _remove(core, table, cell_id))  # noqa: B023 - run at once
        for rows in _chunks(source, table, cell_id):
            target.run(lambda core: core.execute(insert(table), rows))  # noqa: B023
            failpoints.reach("adopt.step")
    _verify(source, target, cell_id)
    return _count(target, feed, cell_id)


def keep_keys(target: Store, cell_id: str, keys: Iterable[Mapping[str, bytes]]) -> int:
    """Keep members' sealed keys, some at a time; return how many."""
    target.run(lambda core: _remove(core, sealed_key, cell_id))
    count = 0
    for some in keys:
        rows = [
            {"cell_id": cell_id, "member": member, "sealed": sealed}
            for member, sealed in some.items()
        ]
        if rows:
            target.run(lambda core: core.execute(insert(sealed_key), rows))  # noqa: B023
        count += len(rows)
    return count


def show(
    source: Store,
    target: Store,
    cell_id: str,
    key: HubKey,
    secret: bytes,
    station: stations.Known,
    random: Random,
) -> None:
    """Let the cell be seen, with its secret and its station, in one transaction."""
    with source.read() as core:
        row = core.execute(select(cell).where(cell.c.cell_id == cell_id)).one()._asdict()

    def work(core: Connection) -> None:
        core.execute(delete(cell_secret).where(cell_secret.c.cell_id == cell_id))
        cell_secrets.keep_secret(core, key, cell_id, secret, random)
        stations.add_station(core, station)
        core.execute(insert(cell).values(**row))

    target.run(work)


def _tables() -> list[Table]:
    return [
        table
        for table in metadata.sorted_tables
        if table.info == CELL and table.name not in NOT_COPIED
    ]


def _remove(core: Connection, table: Table, cell_id: str) -> None:
    core.execute(delete(table).where(table.c.cell_id == cell_id))


def _count(store: Store, table: Table, cell_id: str) -> int:
    query = select(func.count()).select_from(table).where(table.c.cell_id == cell_id)
    with store.read() as core:
        return int(core.execute(query).scalar_one())


def _chunks(source: Store, table: Table, cell_id: str) -> Iterator[list[dict[str, Any]]]:
    """Yield a cell's rows of a table in the order of the key, each time from one instant."""
    key = [column for column in table.primary_key.columns if column.name != "cell_id"]
    last: Sequence[Any] = ()
    while True:
        query = select(table).where(table.c.cell_id == cell_id)
        if last:
            query = query.where(tuple_(*key) > tuple_(*last))
        with source.read() as core:
            rows = core.execute(query.order_by(*key).limit(ROWS_AT_ONCE)).mappings().all()
        if not rows:
            return
        yield [dict(row) for row in rows]
        last = [rows[-1][column.name] for column in key]


def _verify(source: Store, target: Store, cell_id: str) -> None:
    """Check that every row arrived, and the feed's chain from its first row to the head."""
    for table in _tables():
        sent, arrived = (_count(store, table, cell_id) for store in (source, target))
        if sent != arrived:
            raise CopyDiffersError(
                f"{arrived} of {sent} rows of {table.name} arrived; is the shop open elsewhere?"
            )
    stands = stands_at(source, cell_id)
    seq, head = 0, CHAIN_START
    for rows in _chunks(target, feed, cell_id):
        for row in rows:
            seq, head = seq + 1, link(head, seq + 1, row["body"])
            if (row["seq"], row["hash"]) != (seq, head):
                raise CopyDiffersError(
                    f"cell.db is damaged at feed row {seq}. Run: sikka doctor --data DIR"
                )
    if stands != (seq, head):
        raise CopyDiffersError("cell.db is damaged at its end. Run: sikka doctor --data DIR")
