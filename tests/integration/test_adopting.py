"""A solo shop's cell moves into a hub's store whole, once, and the shop goes on selling."""

import stat
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.config import read_settings
from app.hub import adopting, cell
from app.hub.adopting import AdoptionError, CopyDiffersError
from app.hub.hub import Hub
from app.hub.store import SqliteStore, Store, open_store
from app.hub.trust import HubKey
from app.services.clocks import SetClock
from app.services.members import find
from app.station import ShopInUseError, open_station
from app.station.adopting import OLD_CELL, adopt
from app.storage import failpoints
from app.storage.tables import feed, sealed_key
from tests.helpers.people import joined
from tests.helpers.shops import MORNING, new_station, number, sell
from tests.helpers.stations import ADDRESS, KEY, Chain

pytestmark = pytest.mark.slow

CELL = number("cell")


class PowerCutError(Exception):
    """What an armed failpoint does here instead of killing the process."""


@pytest.fixture(autouse=True)
def disarmed() -> Iterator[None]:
    yield
    failpoints.arm("")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A solo shop with a member and sales."""
    folder = tmp_path / "shop"
    with new_station(folder, SetClock(MORNING)) as station:
        member = joined(station.shop, "Asha Rao", "9876543210").member
        for n in range(5):
            sell(station.shop, f"B-{n}", 120_000, member=member)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "hub.db")
    yield opened
    opened.close()


def rows_of(store: Store) -> tuple[int, int]:
    with store.read() as core:
        counts = [
            core.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (feed, sealed_key)
        ]
    return counts[0], counts[1]


def go_on(folder: Path, store: Store) -> None:
    """Sell at the shop as a station of the hub."""
    hub = Hub(store, HubKey(KEY), lambda: int(MORNING.timestamp() * 1000))
    chain = Chain(folder.parent, hub, SetClock(MORNING), CELL)
    station = chain.open(folder)
    member = find(station.shop, "9876543210")[0].member
    before = station.shop.state(member)
    sell(station.shop, "H-1", 120_000, member=member)
    station.pump()
    assert not station.db.pending
    assert station.shop.state(member) != before
    stands = adopting.stands_at(store, CELL)
    assert stands is not None
    assert station.db.feed_seq == stands[0]
    chain.close()


def test_an_adopted_shop_goes_on_as_a_station(shop: Path, store: Store):
    done = adopt(shop, store, HubKey(KEY), ADDRESS)
    assert (done.rows, done.keys) == rows_of(store)
    assert done.keys == 1
    settings = read_settings(shop)
    assert (settings.hub, settings.hub_key) == (ADDRESS, HubKey(KEY).public.hex())
    assert not (shop / "cell.db").exists()
    assert (shop / OLD_CELL).exists()
    assert stat.S_IMODE((shop / "station.key").stat().st_mode) == 0o600
    go_on(shop, store)


def test_a_shop_moves_into_postgresql_too(shop: Path, postgres_url: str):
    with closing(open_store(postgres_url)) as store:
        done = adopt(shop, store, HubKey(KEY), ADDRESS)
        assert (done.rows, done.keys) == rows_of(store)
        go_on(shop, store)


def test_a_cell_moves_only_once(shop: Path, store: Store):
    adopt(shop, store, HubKey(KEY), ADDRESS)
    before = rows_of(store)
    with pytest.raises(AdoptionError, match=r"has the cell of .* already"):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    assert rows_of(store) == before


def test_a_station_of_a_hub_has_no_cell_to_move(shop: Path, store: Store, tmp_path: Path):
    adopt(shop, store, HubKey(KEY), ADDRESS)
    other = SqliteStore(tmp_path / "other.db")
    with pytest.raises(AdoptionError, match="no cell of its own"):
        adopt(shop, other, HubKey(KEY), ADDRESS)
    other.close()


def test_a_store_that_has_another_shops_cell_of_that_id_refuses(shop: Path, store: Store):
    store.run(partial(cell.found, cell_id=CELL))
    with pytest.raises(AdoptionError, match="already"):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    assert (shop / "cell.db").exists()
    assert read_settings(shop).hub == ""


def test_an_open_shop_is_not_moved(shop: Path, store: Store):
    with (
        open_station(shop, SetClock(MORNING), background=False),
        pytest.raises(ShopInUseError, match="open in another program"),
    ):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    assert adopting.stands_at(store, CELL) is None


@pytest.mark.parametrize("step", [1, 2, 4])
def test_a_move_that_was_cut_short_is_seen_by_nobody_and_done_again(
    shop: Path, store: Store, step: int
):
    def cut() -> None:
        raise PowerCutError

    failpoints.arm(f"adopt.step:{step}", cut)
    with pytest.raises(PowerCutError):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    failpoints.arm("")
    assert adopting.stands_at(store, CELL) is None
    with open_station(shop, SetClock(MORNING), background=False) as station:
        sell(station.shop, "S-1", 100_000)
    done = adopt(shop, store, HubKey(KEY), ADDRESS)
    assert (done.rows, done.keys) == rows_of(store)
    go_on(shop, store)


@pytest.mark.parametrize("shown", [False, True])
def test_a_crash_around_the_last_step_leaves_one_truth(
    shop: Path, store: Store, shown: bool, monkeypatch: pytest.MonkeyPatch
):
    show = adopting.show

    def cut(*args: object) -> None:
        if shown:
            show(*args)  # type: ignore[arg-type]
        raise PowerCutError

    monkeypatch.setattr(adopting, "show", cut)
    with pytest.raises(PowerCutError):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    monkeypatch.setattr(adopting, "show", show)
    assert read_settings(shop).hub == ADDRESS
    adopt(shop, store, HubKey(KEY), ADDRESS)
    assert not (shop / "cell.db").exists()
    go_on(shop, store)


def test_a_damaged_feed_is_not_moved(shop: Path, store: Store):
    source = SqliteStore(shop / "cell.db")
    source.run(
        lambda core: core.execute(
            feed.update().where(feed.c.seq == 3).values(body=b'{"changed": "byte"}')
        )
    )
    source.close()
    with pytest.raises(CopyDiffersError, match="damaged at feed row 3"):
        adopt(shop, store, HubKey(KEY), ADDRESS)
    assert adopting.stands_at(store, CELL) is None
    assert read_settings(shop).hub == ""
