"""A sale that was paid with coins before they lapsed, and reached the cell after the job ran."""

from dataclasses import replace
from pathlib import Path

from app.domain.effects import Expire, Spend
from app.domain.facts import Adjusted
from app.domain.members import coins_on
from app.station.examining import examine
from app.wire.events import decode
from tests.helpers.shops import enrol, later, new_station, sell


def test_a_late_spend_gets_its_coins_back_from_expiry(tmp_path: Path) -> None:
    with new_station(tmp_path) as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "B-1", 1_000_000, member=asha)
        station.pump()
        coins = coins_on(shop.state(asha), shop.moment().on).spendable
        assert coins > 100
        early = shop.moment()
        later(shop, days=120)
        station.end_days()
        assert coins_on(shop.state(asha), shop.moment().on).available == 0
        facts = Adjusted(-100, "A bill that was kept on paper", "")
        spend = shop.event("adjusted", facts, member=asha, moment=early)
        spend = replace(spend, effects=(Spend(100, spend.id),))
        shop.record(lambda _: ((spend,), None))
        station.pump()
        state = shop.state(asha)
        assert (state.overdraft, state.debt) == (0, 0)
        [*_, back, late] = [decode(row.body) for row in station.cell.rows_after(0, 10_000)]
        assert late.id == spend.id
        assert (back.kind, sum(one.amount for one in back.effects if isinstance(one, Expire))) == (
            "expired",
            -100,
        )
        assert sum(lot.amount for lot in state.lapsed) == coins - 100
    assert examine(tmp_path).findings == ()
