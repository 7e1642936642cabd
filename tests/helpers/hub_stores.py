"""A hub's store with a shop's busy day in it, on either engine."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from app.hub.backups import Backup, backup, restore
from app.hub.open_cell import OpenCell
from app.hub.store import SqliteStore, Store
from app.hub.trust import HubKey
from app.services.clocks import SetClock
from app.services.returns import ReturnAsk, record_return
from app.storage.rows import unpack_state
from app.storage.tables import account, cell_secret, presence, station
from tests.helpers.shops import MORNING, STAFF, enrol, goods, merge, new_station, number, sell

CELL = number("cell")
KEY = HubKey(bytes(range(32)))
NOW = datetime(2026, 6, 20, 1, 0, tzinfo=UTC)
NOW_MS = int(NOW.timestamp() * 1000)


def busy_store(folder: Path) -> SqliteStore:
    """A store with one cell: sales, coins spent, a return, a merge, the end of a day."""
    clock = SetClock(MORNING)
    with new_station(folder / "shop", clock) as shop_station:
        shop = shop_station.shop
        asha, ravi = enrol(shop), enrol(shop, "ravi")
        first = sell(shop, "B-1", goods("a", 300_000, 2), member=asha)
        shop_station.pump()
        sell(shop, "B-2", goods("b", 20_000), member=asha, coins=50)
        record_return(shop, STAFF, ReturnAsk(shop.mint(), "R-1", first.sale, ((0, 1000),)))
        sell(shop, "B-3", 45_000, member=ravi)
        shop_station.pump()
        merge(shop, asha, ravi)
        clock.at += timedelta(days=1)
        shop_station.end_days()
        sell(shop, "B-4", 9_900, member=asha)
        shop_station.pump()
    store = SqliteStore(folder / "shop" / "cell.db")
    store.run(_seal)
    return store


def _seal(core: Connection) -> None:
    sealed = KEY.seal_secret(CELL, bytes(32), bytes)
    core.execute(insert(cell_secret).values(cell_id=CELL, sealed=sealed))


def backup_of(store: Store, folder: Path, at: datetime = NOW) -> Backup:
    """Back up a store."""
    with store.read() as core:
        return backup(core, folder, at)


def restored(made: Backup, into: Store) -> OpenCell:
    """Restore a backup into a store and open its cell."""
    restore(made.path, into, KEY, NOW_MS)
    return OpenCell(into, CELL)


def hear(
    store: Store, name: str, seen_ms: int, watermark: object, revoked_seq: int | None = None
) -> None:
    """Note a station of the cell and what it last said."""

    def work(core: Connection) -> None:
        core.execute(
            insert(station).values(
                station_id=number(name), cell_id=CELL, store="main", till=name,
                public_key=bytes(32), epoch=1, enrolled_ms=0, revoked_seq=revoked_seq,
            )
        )  # fmt: skip
        core.execute(
            insert(presence).values(
                cell_id=CELL, station_id=number(name), seen_ms=seen_ms, pushed_ms=seen_ms,
                watermark=watermark, skew_ms=0, unsent=0, floor_coins=0, floor_credit_minor=0,
                version="0",
            )
        )  # fmt: skip

    store.run(work)


class Balance(NamedTuple):
    """A member's coins, and those ever earned and spent."""

    coins: int
    earned: int
    spent: int


def balances_of(store: Store) -> dict[str, Balance]:
    """What the accounts of a store hold."""
    with store.read() as core:
        rows = core.execute(select(account.c.member, account.c.state)).all()
    states = {row.member: unpack_state(row.state) for row in rows}
    return {
        member: Balance(sum(lot.amount for lot in one.lots), one.earned, one.spent)
        for member, one in states.items()
    }
