"""A second press of the same act does nothing, whatever the act is."""

from pathlib import Path

import pytest

from app.domain.members import coins_on, credit_on
from app.services.credit import cash_out, top_up
from app.services.goodwill import give_coins
from app.services.raffles import buy_tickets
from app.services.rewards import redeem
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.staff import list_staff, set_staff
from tests.helpers.shops import STAFF, document_of, enrol, new_station

pytestmark = pytest.mark.slow

MORE = """
[credit]
cash_out = true

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "item"
coins = 20
skus = ["tea"]

[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = "2026-06-01"
closes = "2026-07-31"
draws_on = "2026-08-05"
mechanics = { en = "One ticket, one chance." }
ticket_coins = 10

[[raffle.prize]]
id = "rice"
title = { en = "Rice" }
"""


@pytest.mark.parametrize("act", ["goodwill", "cash_out", "tickets", "redeem"])
def test_it_is_recorded_once(tmp_path: Path, act: str):
    document = document_of().replace("[shop]", "[shop]\nraffles = true", 1) + MORE
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        boss = set_up(shop)
        asha = enrol(shop)
        give_coins(shop, boss, boss, asha, 100, "Late delivery")
        top_up(shop, STAFF, asha, "T-1", 50_000)
        once = shop.mint()
        acts = {
            "goodwill": lambda: give_coins(shop, boss, boss, asha, 10, "Sorry", once),
            "cash_out": lambda: cash_out(shop, boss, boss, asha, 10_000, once),
            "tickets": lambda: buy_tickets(shop, STAFF, asha, "draw", 2, once),
            "redeem": lambda: redeem(shop, STAFF, asha, "tea", once),
        }
        acts[act]()
        before = shop.state(asha)
        for booked in (False, True):
            if booked:
                station.pump()
            assert acts[act]() == AlreadyRecorded(once)
        on = shop.moment().on
        state = shop.state(asha)
        assert coins_on(state, on) == coins_on(before, on)
        assert credit_on(state, on) == credit_on(before, on)
        worth = coins_on(state, on).available, credit_on(state, on).available
        assert worth == {
            "goodwill": (110, 50_000), "cash_out": (100, 40_000), "tickets": (80, 50_000),
            "redeem": (80, 50_000),
        }[act]  # fmt: skip


def set_up(shop: Shop) -> str:
    """Have a supervisor at work; return who it is."""
    set_staff(shop, "", "Ravi", "owner", pin="7391")
    return list_staff(shop)[0].id
