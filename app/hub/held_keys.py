"""The once keys that holds reserve: which of a stock is free, and who was first (SYNC.md 8)."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, select, union_all

from app.domain.companions import stock_key
from app.domain.rating import Rules
from app.storage.tables import booked, feed, hold, hold_key, once_key, station
from app.wire.events import decode
from app.wire.sync import Taken

NUMBERS_AT_ONCE: Final = 1_000
"""How many numbers of a stock are looked up in one statement."""


def stock_of(core: Connection, cell_id: str, hold_id: str, reward: str) -> int:
    """Return the number of the stock that a hold has already."""
    keys = core.execute(
        select(hold_key.c.key).where(hold_key.c.cell_id == cell_id, hold_key.c.hold_id == hold_id)
    ).scalars()
    start = stock_key(reward, 0)[:-1]
    return next((int(key[len(start) :]) for key in keys if key.startswith(start)), 0)


def free_number(
    core: Connection, cell_id: str, reward_id: str, rules: Rules | None
) -> tuple[int, bool]:
    """Return the lowest number that nobody took or reserved, and whether there is none left."""
    rewards = rules.programme.rewards if rules else ()
    reward = next((one for one in rewards if one.id == reward_id), None)
    if not reward_id or (reward is not None and reward.stock is None):
        return 0, False
    limit = reward.stock if reward and reward.stock else 0
    for first in range(1, limit + 1, NUMBERS_AT_ONCE):
        numbers = range(first, min(first + NUMBERS_AT_ONCE, limit + 1))
        keys = {stock_key(reward_id, number): number for number in numbers}
        free = set(keys) - _owned(core, cell_id, keys)
        if free:
            return min(keys[key] for key in free), False
    return 0, True


def _owned(core: Connection, cell_id: str, keys: Collection[str]) -> set[str]:
    """Return those of some keys that an event has or a hold reserved."""
    # By whole keys: a range of text depends on how the database sorts.
    rows = core.execute(
        union_all(
            *(
                select(table.c.key).where(table.c.cell_id == cell_id, table.c.key.in_(keys))
                for table in (once_key, hold_key)
            )
        )
    )
    return set(rows.scalars())


def taken_by(core: Connection, cell_id: str, keys: Collection[str]) -> Taken | None:
    """Return who has one of the keys already, by an event that is booked or by a hold."""
    if not keys:
        return None
    owned = core.execute(
        select(once_key.c.key, once_key.c.event_id).where(
            once_key.c.cell_id == cell_id, once_key.c.key.in_(keys)
        )
    ).first()
    if owned is not None:
        return _by_event(core, cell_id, owned.key, owned.event_id)
    held = core.execute(
        select(hold_key.c.key, hold.c.hold_id, hold.c.at_ms, station.c.store, station.c.till)
        .join(hold, (hold.c.cell_id == cell_id) & (hold.c.hold_id == hold_key.c.hold_id))
        .outerjoin(station, station.c.station_id == hold.c.station_id)
        .where(hold_key.c.cell_id == cell_id, hold_key.c.key.in_(keys))
    ).first()
    if held is None:
        return None
    return Taken(held.key, held.hold_id, held.store or "", held.till or "", "", None, held.at_ms)


def _by_event(core: Connection, cell_id: str, key: str, event_id: str) -> Taken:
    body = core.execute(
        select(feed.c.body)
        .join(booked, (booked.c.cell_id == cell_id) & (booked.c.seq == feed.c.seq))
        .where(feed.c.cell_id == cell_id, booked.c.event_id == event_id)
    ).scalar()
    if body is None:
        return Taken(key, event_id, "", "", "", None, 0)
    event = decode(body)
    closed = event.kind == "voucher_closed"
    return Taken(key, event_id, event.store, event.till, event.staff, event.on, event.at_ms, closed)
