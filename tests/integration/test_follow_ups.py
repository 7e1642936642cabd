"""What follows from an event and came back to a hub without it stops nothing (SYNC.md 10)."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.chain import CHAIN_START
from app.domain.rating import Rules
from app.hub.cell import Acknowledged, Push, found, push, rows_after
from app.hub.refill import book_missing
from app.hub.store import SqliteStore
from app.storage.rows import unpack_state
from app.storage.tables import account, cell
from app.wire.events import decode
from tests.helpers.shops import document_of, enrol, goods, new_station, number, programme_in, sell

CELL = number("cell")
RULES = Rules(programme_in(document_of()))


@pytest.fixture
def lane(tmp_path: Path) -> list[bytes]:
    """A member becomes gold with one bill."""
    with new_station(tmp_path / "shop") as station:
        asha = enrol(station.shop)
        sell(station.shop, "B-1", goods("milk", 600_000, 1, "Dairy"), member=asha)
        return [body for _, body, _ in station.db.unsent(0, 100)]


def cell_in(folder: Path, name: str, incarnation: int = 1) -> SqliteStore:
    store = SqliteStore(folder / name)
    store.run(lambda core: found(core, CELL))
    store.run(lambda core: core.execute(sa.update(cell).values(incarnation=incarnation)))
    return store


def pushed(store: SqliteStore, lane: list[bytes]) -> object:
    batch = Push(number("a"), 1, 1, CHAIN_START, tuple(lane))
    return store.run(lambda core: push(core, CELL, batch, lambda _: RULES))


def tiers(store: SqliteStore) -> object:
    with store.read() as core:
        (row,) = core.execute(sa.select(account.c.state)).all()
        return [(hold.tier, hold.until) for hold in unpack_state(row.state).holds]


def test_an_award_that_came_back_before_its_sale_is_given_when_the_sale_comes(
    tmp_path: Path, lane: list[bytes]
):
    first = cell_in(tmp_path, "first.db")
    pushed(first, lane)
    with first.read() as core:
        rows = rows_after(core, CELL, 0, 100)
    followed = [row.body for row in rows if not row.station_id]
    assert [decode(body).kind for body in followed] == ["tier_reached"]

    restored = cell_in(tmp_path, "restored.db", incarnation=2)
    restored.run(lambda core: book_missing(core, CELL, followed, lambda _: RULES))
    assert isinstance(pushed(restored, lane), Acknowledged)
    assert tiers(restored) == tiers(first) != []
    first.close()
    restored.close()
