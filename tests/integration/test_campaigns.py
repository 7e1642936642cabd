"""The season calendar, measured from real sales."""

from pathlib import Path

import pytest

from app.insight.campaigns import seasons
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.voids import SaleVoided, void_sale
from tests.helpers.command import sikka
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    sell,
)

pytestmark = pytest.mark.slow

MEASURES = {"bills": 3, "visits": 2, "spend": "1000.00", "members": 2, "new_members": 2}


def document() -> str:
    tagged = document_of().replace('id = "welcome"', 'id = "welcome"\ncampaign = "bills"', 1)
    for measure, target in MEASURES.items():
        value = f'"{target}"' if isinstance(target, str) else target
        tagged += f"""
[[campaign]]
id = "{measure.replace("_", "-")}"
title = {{ en = "By {measure}" }}
dates = ["2026-06-15", "2026-06-20"]
goal = {{ measure = "{measure}", target = {value} }}
budget_coins = 30
"""
    return tagged


def test_goals_are_measured_in_the_dates_of_the_campaign(tmp_path: Path):
    with new_station(tmp_path / "shop", document=document()) as station:
        shop = station.shop
        asha, bina = enrol(shop, "asha"), enrol(shop, "bina")
        sell(shop, "B-1", 40_000, member=asha)
        sell(shop, "B-2", 10_000, member=asha)
        back = sell(shop, "B-3", goods("a", 30_000), member=bina)
        gone = sell(shop, "B-4", 70_000)
        sell(shop, "B-5", 50_000)
        assert isinstance(void_sale(shop, STAFF, SUPERVISOR, gone.sale), SaleVoided)
        station.pump()
        found = {one.campaign.measure: one for one in seasons(shop)}
        reached = {measure: one.reached for measure, one in found.items()}
        assert reached == {
            "bills": 4,
            "visits": 2,
            "spend": 130_000,
            "members": 2,
            "new_members": 2,
        }
        assert found["bills"].parts == (("earn", "welcome"),)
        assert (found["bills"].coins, found["bills"].over) == (50, 20)
        assert found["spend"].parts == ()
        assert found["spend"].coins == 0
        ask = ReturnAsk(shop.mint(), "R-1", sale=back.sale, lines=((0, 1000),))
        assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)
        later(shop, days=10)
        sell(shop, "B-6", 90_000, member=bina)
        station.pump()
        found = {one.campaign.measure: one for one in seasons(shop)}
        assert found["bills"].reached == 3
        assert found["members"].reached == 1
        assert found["spend"].reached == 100_000
        assert found["bills"].state == "over"


def test_the_command_shows_the_calendar(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder, document=document()) as station:
        sell(station.shop, "B-1", 40_000, member=enrol(station.shop))
    done = sikka("campaigns", "--data", folder)
    assert done.code == 0, done.err
    assert "2026-06-15 to 2026-06-20  By bills" in done.out
    assert "bills: 1 of 3 (33 %)" in done.out
    assert "spend: ₹400 of ₹1,000 (40 %)" in done.out
    assert "coins given: 25 of 30" in done.out
