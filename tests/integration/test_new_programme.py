"""A new programme version changes what will be earned, never what was (LEDGER.md 2, 14)."""

import pytest

from app.domain.members import coins_on
from app.insight.history import history
from app.services.returns import ReturnAsk, record_return
from tests.helpers.shops import (
    STAFF,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    programme_in,
    sell,
)

pytestmark = pytest.mark.slow

MORE = """
[[challenge]]
id = "twice"
title = {{ en = "{title}" }}
count = "visits"
target = 2
window = "month"
prize = {{ coins = {coins} }}

[[reward]]
id = "off"
title = {{ en = "{title}" }}
coins = {price}
kind = "fixed"
value = "20.00"
minimum = "20.00"
"""
OLD = document_of() + MORE.format(title="As it was", coins=7, price=20)
NEW = document_of().replace("coins = 1\n", "coins = 9\n").replace(
    "coins = 25", "coins = 1"
).replace("expiry_months = 3", "expiry_months = 1").replace(
    'value = "0.50"', 'value = "0.10"'
).replace("[earning]", '[earning]\nexclude_skus = ["rice"]') + MORE.format(
    title="Anew", coins=1, price=90
)


def publish(station, document):
    station.publish(document, programme_in(document).id)


def coins(shop, member):
    balance = coins_on(shop.state(member), shop.moment().on)
    return balance.available + balance.pending - balance.debt


def test_what_was_earned_stays_and_comes_back_exactly(tmp_path):
    with new_station(tmp_path, document=OLD) as station:
        shop = station.shop
        member = enrol(shop)
        rice = goods("rice", 40_000, 2, "Staples")
        sold = sell(shop, "A-1", rice, member=member)
        station.pump()
        # 8 for 800, 8 more on staples, 25 to welcome.
        assert coins(shop, member) == 41
        lots = shop.state(member).lots
        publish(station, NEW)
        assert shop.state(member).lots == lots
        assert station.shop.programme.coin_value_minor == 10

        one = ReturnAsk(shop.mint(), "R-1", sale=sold.sale, lines=((0, 1000),))
        record_return(shop, STAFF, one)
        station.pump()
        # One of two: as the sale was rated, 4 and 4; the welcome stays from 300.
        assert coins(shop, member) == 41 - 8
        rest = ReturnAsk(shop.mint(), "R-2", sale=sold.sale, lines=((0, 1000),))
        record_return(shop, STAFF, rest)
        station.pump()
        assert coins(shop, member) == 0


def test_a_goal_reached_before_keeps_its_prize_and_its_name(tmp_path):
    with new_station(tmp_path, document=OLD) as station:
        shop = station.shop
        member = enrol(shop)
        sell(shop, "A-1", 10_000, member=member)
        later(shop, days=1)
        second = sell(shop, "A-2", 10_000, member=member)
        station.pump()
        before = coins(shop, member)
        assert before == 2 + 7
        publish(station, NEW)
        assert coins(shop, member) == before
        (reached,) = [one for one in history(shop, member, "en", 9) if one.kind == "granted"]
        assert (reached.title, reached.legs.coins_in) == ("Reached: As it was", 7)

        record_return(
            shop, STAFF, ReturnAsk(shop.mint(), "R-1", sale=second.sale, amount_minor=10_000)
        )
        station.pump()
        # The second visit is gone, and with it the seven coins it brought, not the one of today.
        assert coins(shop, member) == 1


def test_new_rates_hold_from_then_on(tmp_path):
    with new_station(tmp_path, document=OLD) as station:
        member = enrol(station.shop)
        assert sell(station.shop, "A-1", 10_000, member=member).coins_earned == 1
        publish(station, NEW)
        assert sell(station.shop, "A-2", 10_000, member=member).coins_earned == 9
