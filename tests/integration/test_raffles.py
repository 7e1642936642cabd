"""Tickets of a raffle over real files: bought, come with bills, given for a reward."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.facts import RaffleOpened
from app.domain.members import coins_on
from app.domain.rewards import NotOpen
from app.services.clocks import SetClock
from app.services.raffles import (
    NotNow,
    RaffleIsDrawn,
    RaffleUnknown,
    TooFewCoins,
    TooManyTickets,
    buy_tickets,
    course_of,
    draw,
    held,
)
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.rewards import RewardRedeemed, redeem, rewards_of
from app.station import Station
from app.wire.events import decode
from tests.helpers.raffles import RAFFLE, START, bought, document, owner, rich, to_the_draw
from tests.helpers.shops import (
    STAFF,
    enrol,
    goods,
    later,
    new_station,
    programme_in,
    sell,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", SetClock(START), document=document()) as opened:
        yield opened


def test_the_seed_is_fixed_when_the_programme_is_published(station: Station):
    rows = [decode(row.body) for row in station.cell.rows_after(0, 100)]
    opened = [one for one in rows if isinstance(one.facts, RaffleOpened)]
    assert len(opened) == 1
    station.end_days()
    assert course_of(station.shop, "pasko").opened == opened[0].facts


def test_tickets_are_bought_with_coins(station: Station):
    shop = station.shop
    asha = rich(shop, "asha")
    before = coins_on(shop.state(asha), shop.moment().on).spendable
    done = bought(shop, asha, 3)
    assert done.coins == 6
    assert {one.number for one in held(shop, asha, "pasko")} == set(done.numbers)
    station.pump()
    assert coins_on(shop.state(asha), shop.moment().on).spendable == before - 6
    assert {one.number for one in held(shop, asha, "pasko")} == set(done.numbers)


def test_buying_is_refused_with_its_reason(station: Station):
    shop = station.shop
    asha, poor = rich(shop, "asha"), enrol(shop, "poor")
    assert buy_tickets(shop, STAFF, poor, "pasko", 1) == TooFewCoins(0, 2)
    bought(shop, asha, 18)
    assert buy_tickets(shop, STAFF, asha, "pasko", 3) == TooManyTickets(18, 20)
    assert buy_tickets(shop, STAFF, asha, "none", 3) == RaffleUnknown()
    later(shop, days=40)
    closed = NotNow(date(2026, 11, 20), date(2026, 12, 24))
    assert buy_tickets(shop, STAFF, asha, "pasko", 1) == closed


def test_a_raffle_nobody_can_have_a_ticket_for_is_a_fault():
    text = document(RAFFLE.replace("ticket_coins = 2\nticket_limit = 20\n", ""))
    with pytest.raises(AssertionError, match="nobody can have a ticket"):
        programme_in(text)


GIFT = """
[[gift]]
id = "ticket"
title = { en = "A ticket with every 500" }
per = "500.00"
prize = { raffle = "pasko", tickets = 1 }
"""


def test_tickets_come_for_every_500_on_one_receipt_and_go_with_what_is_returned(tmp_path: Path):
    text = document(RAFFLE + GIFT).replace("window_days = 15", "window_days = 90")
    with new_station(tmp_path / "shop", SetClock(START), document=text) as station:
        shop = station.shop
        asha = enrol(shop, "asha")
        sell(shop, "B-1", 49_900, member=asha)
        sell(shop, "B-2", 49_900, member=asha)
        assert held(shop, asha, "pasko") == ()
        sale = sell(shop, "B-3", goods("a", 60_000), goods("b", 110_000), member=asha)
        assert len(held(shop, asha, "pasko")) == 3
        station.pump()
        before = held(shop, asha, "pasko")
        back = ReturnAsk(shop.mint(), "R-1", sale=sale.sale, lines=((0, 1000),))
        assert isinstance(record_return(shop, STAFF, back), ReturnRecorded)
        assert set(held(shop, asha, "pasko")) < set(before)
        assert len(held(shop, asha, "pasko")) == 2
        to_the_draw(station)
        rest = ReturnAsk(shop.mint(), "R-2", sale=sale.sale, lines=((1, 1000),))
        assert isinstance(record_return(shop, STAFF, rest), ReturnRecorded)
        station.pump()
        assert len(held(shop, asha, "pasko")) == 2
        done = draw(shop, owner(shop), "pasko")
        assert isinstance(done, RaffleIsDrawn)
        assert [winner.member for winner in done.winners] == [asha]


TICKET_REWARD = """
[[reward]]
id = "chance"
title = { en = "Three tickets" }
kind = "tickets"
raffle = "pasko"
value = 3
coins = 10
"""


def test_tickets_for_a_reward_take_part_though_the_shop_sold_before_the_list_was_frozen(
    tmp_path: Path,
):
    text = document(RAFFLE + TICKET_REWARD)
    with new_station(tmp_path / "shop", SetClock(START), document=text) as station:
        shop = station.shop
        member = rich(shop, "asha")
        assert isinstance(redeem(shop, STAFF, member, "chance"), RewardRedeemed)
        station.pump()
        assert isinstance(shop.clock, SetClock)
        shop.clock.at = datetime(2027, 1, 8, 6, 30, tzinfo=UTC)  # shut over the day of the draw
        sell(shop, "late", 10_000, member=member)
        station.pump()
        station.end_days()
        assert len(held(shop, member, "pasko")) == 3


def test_nobody_pays_coins_for_tickets_of_a_raffle_that_is_closed(tmp_path: Path):
    text = document(RAFFLE + TICKET_REWARD)
    with new_station(tmp_path / "shop", SetClock(START), document=text) as station:
        shop = station.shop
        member = rich(shop, "asha")
        shop.clock = SetClock(datetime(2026, 12, 25, 6, 30, tzinfo=UTC))
        refused = redeem(shop, STAFF, member, "chance")
        assert refused == NotOpen(date(2026, 11, 20), date(2026, 12, 24))
        assert all(one.reward.id != "chance" for one in rewards_of(shop, member))
