"""A hub put back from its backup gets everything again from its stations, and nothing twice."""

from pathlib import Path

import pytest
from sqlalchemy import select

from app.hub.backups import backup, restore
from app.hub.hub import Hub
from app.hub.store import SqliteStore
from app.insight.hub_doctor import examine_cell
from app.services.shop import Shop
from app.storage.tables import account, booked
from tests.helpers.hub_stores import NOW, NOW_MS, balances_of
from tests.helpers.shops import enrol, sell
from tests.helpers.stations import Chain, chain_of

pytestmark = pytest.mark.slow


def a_first_sale(shop: Shop) -> None:
    sell(shop, "A-1", 50_000, member=enrol(shop))


def put_back(chain: Chain, path: Path) -> Hub:
    """Restore a backup into a new store and let the chain go on with it."""
    store = SqliteStore(chain.folder / "again.db")
    restore(path, store, chain.hub.key, NOW_MS)
    chain.hub.close()
    chain.hub = Hub(store, chain.hub.key, chain.hub.now_ms, chain.hub.snapshots)
    return chain.hub


def ids_of(hub: Hub) -> set[str]:
    with hub.store.read() as core:
        return set(core.execute(select(booked.c.event_id)).scalars())


def test_what_was_booked_after_the_backup_comes_back_from_the_stations(tmp_path: Path):
    with chain_of(tmp_path, a_first_sale) as chain:
        first, second = chain.joined("first"), chain.joined("second")
        with chain.hub.store.read() as core:
            made = backup(core, tmp_path / "kept", NOW)
        ravi = enrol(first.shop, "ravi")
        for at in range(5):
            sell(first.shop, f"F-{at}", 30_000, member=ravi)
            sell(second.shop, f"S-{at}", 40_000)
        for one in (first, second, first):
            one.pump()
        had, held = ids_of(chain.hub), balances_of(chain.hub.store)
        hub = put_back(chain, made.path)
        assert ids_of(hub) < had
        chain.opened.clear()
        for one in (first, second):
            one.close()
        again = [chain.open(chain.folder / name) for name in ("first", "second")]
        sell(again[0].shop, "F-9", 10_000, member=ravi)
        for one in (*again, *again):
            one.pump()
        assert had < ids_of(hub)
        with hub.store.read() as core:
            assert examine_cell(core, chain.cell_id).findings == ()
            assert len(core.execute(select(account)).all()) == len(held)
        earned = {one: sums.earned for one, sums in balances_of(hub.store).items()}
        assert earned[ravi] >= held[ravi].earned
        assert {one.db.feed_head for one in again} == {again[0].db.feed_head}
        assert again[0].db.incarnation > made.cells[chain.cell_id].incarnation
