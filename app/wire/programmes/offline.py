"""The `[offline]` table of a programme document: what may be spent without the hub (SYNC.md 8)."""

from typing import Final

from app.domain.promises import OfflineTerms
from app.wire.programmes.table import INTEGER_MAX, Table

MEMBERS: Final = 20
"""So many members may spend at one station before it needs the hub, if nothing else is said."""
HOURS: Final = 24
HOURS_MAX: Final = 14 * 24


def read_offline(root: Table, digits: int, floor_coins: int) -> OfflineTerms:
    """Return what a station may risk; `floor_coins` is what `[coins.pay]` says for a member."""
    table = root.table("offline")
    coins = table.integer("coins_per_member", 0, INTEGER_MAX, floor_coins)
    credit = table.money("credit_per_member", digits, 0, 0)
    terms = OfflineTerms(
        coins_per_member=coins,
        coins_per_station=table.integer("coins_per_station", 0, INTEGER_MAX, coins * MEMBERS),
        credit_per_member_minor=credit,
        credit_per_station_minor=table.money("credit_per_station", digits, 0, credit * MEMBERS),
        hours=table.integer("hours", 0, HOURS_MAX, HOURS),
    )
    if floor_coins and coins != floor_coins:
        table.fault("coins_per_member", f"{floor_coins}, as floor in [coins.pay], or no floor")
    for one, member, station in (
        ("coins_per_station", terms.coins_per_member, terms.coins_per_station),
        ("credit_per_station", terms.credit_per_member_minor, terms.credit_per_station_minor),
    ):
        if one in table and station < member:
            table.fault(one, "at least what one member may spend")
    table.close()
    return terms
