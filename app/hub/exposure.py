"""What could be overdrawn because stations spend while the hub cannot be asked, in money.

The bound follows from the programme and the number of stations alone; today's exposure from what
was heard of them. Money is in minor units of the cell's currency (SYNC.md 8).
"""

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, select

from app.domain.offline import HOUR_MS, Amount, bound_minor, money_minor, per_station
from app.hub import programmes
from app.storage.tables import account, hold, presence, station


class Exposure(NamedTuple):
    """The exposure of one cell; its currency has so many `digits` after the point.

    At most `member_bound_minor` for each member and `bound_minor` for all. `at_risk_minor` may
    still be spent offline by stations that were heard of lately, `floor_minor` was and is not
    booked yet, `lost_holds_minor` is held for stations that are silent or shut out, and
    `overdrawn_minor` is what members owe already. `stations` may spend, `silent` of them not
    before they were in contact again.
    """

    currency: str
    digits: int
    stations: int
    silent: int
    member_bound_minor: int
    bound_minor: int
    at_risk_minor: int
    floor_minor: int
    lost_holds_minor: int
    overdrawn_minor: int

    @property
    def today_minor(self) -> int:
        """What is exposed now."""
        return self.at_risk_minor + self.floor_minor + self.lost_holds_minor + self.overdrawn_minor


class _Seen(NamedTuple):
    station_id: str
    seen_ms: int
    spent: Amount


def exposure_of(core: Connection, cell_id: str, now_ms: int) -> Exposure | None:
    """Return the exposure of a cell at an instant (Unix ms); None before it has a programme."""
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    programme = programmes.in_force(core, cell_id, today)
    if programme is None:
        return None
    share = per_station(programme.offline)
    since_ms = now_ms - programme.offline.hours * HOUR_MS
    stations = _stations(core, cell_id)
    able = [one for one in stations if one.seen_ms >= since_ms]
    left = [money_minor(programme, share.less(one.spent)) for one in able]
    spent = [money_minor(programme, one.spent) for one in stations]
    held = _held(core, cell_id, [one.station_id for one in able])
    return Exposure(
        currency=programme.currency,
        digits=programme.currency_digits,
        stations=len(stations),
        silent=len(stations) - len(able),
        member_bound_minor=bound_minor(programme, len(stations)),
        bound_minor=len(stations) * money_minor(programme, share),
        at_risk_minor=sum(left),
        floor_minor=sum(spent),
        lost_holds_minor=money_minor(programme, held),
        overdrawn_minor=money_minor(programme, _overdrawn(core, cell_id)),
    )


def _stations(core: Connection, cell_id: str) -> list[_Seen]:
    """Return the stations that may spend, with what they said they spent without the hub."""
    both = and_(presence.c.cell_id == cell_id, presence.c.station_id == station.c.station_id)
    rows = core.execute(
        select(
            station.c.station_id,
            presence.c.seen_ms,
            presence.c.floor_coins,
            presence.c.floor_credit_minor,
        )
        .join(presence, both)
        .where(station.c.cell_id == cell_id, station.c.revoked_seq.is_(None))
        .order_by(station.c.station_id)
    )
    return [_Seen(name, seen_ms, Amount(*spent)) for name, seen_ms, *spent in rows]


def _held(core: Connection, cell_id: str, well: list[str]) -> Amount:
    """Return what is held for stations other than those that are well."""
    row = core.execute(
        select(func.sum(hold.c.coins), func.sum(hold.c.credit_minor)).where(
            hold.c.cell_id == cell_id, hold.c.state == "held", hold.c.station_id.not_in(well)
        )
    ).one()
    return Amount(int(row[0] or 0), int(row[1] or 0))


def _overdrawn(core: Connection, cell_id: str) -> Amount:
    owed = case((account.c.credit_minor < 0, -account.c.credit_minor), else_=0)
    row = core.execute(
        select(func.sum(account.c.debt), func.sum(owed)).where(account.c.cell_id == cell_id)
    ).one()
    return Amount(int(row[0] or 0), int(row[1] or 0))
