"""Two stations at once, merges and returns: nothing is paid twice or comes from nothing."""

from pathlib import Path

import pytest

from app.domain.effects import Earn
from app.domain.facts import Adjusted
from app.domain.members import coins_on
from app.domain.return_parts import Asked, WindowOver
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleClaimed, SaleVoided, claim_sale, void_sale
from app.station import Station
from tests.helpers.rewards import bought, give, rewards_document, second_station
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    bill,
    enrol,
    later,
    merge,
    new_station,
    number,
    programme_in,
    sell,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def test_the_loser_of_a_voucher_does_not_bring_it_back_to_life(station: Station, tmp_path: Path):
    shop = station.shop
    asha = enrol(shop)
    give(shop, asha, 100)
    voucher = bought(shop, asha, "off").voucher
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        sell(shop, "A-1", 10_000, member=asha, vouchers=(voucher,))
        lost = sell(other, "B-1", 10_000, member=asha, vouchers=(voucher,))
        station.pump()
        link.pump()
        link.pump()
        (held,) = other.state(asha).vouchers
        assert held.status == "claimed"
        ask = ReturnAsk(other.mint(), "R-1", sale=lost.sale, lines=((0, 1000),))
        assert isinstance(record_return(other, STAFF, ask), ReturnRecorded)
        link.pump()
        link.pump()
        (held,) = other.state(asha).vouchers
        assert held.status == "claimed", "it was used with the other bill"
        again = record_sale(
            other, STAFF, bill(other, "B-2", 10_000, member=asha, vouchers=(voucher,))
        )
        assert not isinstance(again, SaleRecorded)


def test_a_guest_sale_voided_elsewhere_is_not_credited(station: Station, tmp_path: Path):
    shop = station.shop
    asha = enrol(shop)
    guest = sell(shop, "A-1", 50_000)
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        assert isinstance(void_sale(shop, STAFF, SUPERVISOR, guest.sale), SaleVoided)
        assert isinstance(claim_sale(other, STAFF, SUPERVISOR, guest.sale, asha), SaleClaimed)
        station.pump()
        link.pump()
        link.pump()
        assert coins_on(other.state(asha), other.moment().on).available == 0


def test_goods_without_a_code_match_no_bill_by_amount(shop: Shop):
    asha = enrol(shop)
    sell(shop, "A-1", 100_000, member=asha)
    ask = ReturnAsk(shop.mint(), "R-1", member=asha, goods=(Asked("", "?", 1000, 500),))
    outcome = record_return(shop, STAFF, ask)
    assert isinstance(outcome, ReturnRecorded)
    assert outcome.taken.facts.refund_minor == 0


def answer(shop: Shop, member: str) -> None:
    """Answer a survey that pays 10 coins, as its event does."""
    effect = Earn(10, "", shop.moment().on, None, "survey:x", 0, 100, 10, "")
    facts = Adjusted(10, "survey", STAFF)
    key = f"survey:x:v1:{member}"
    event = shop.event("adjusted", facts, member=member, effects=(effect,), once=(key,))
    shop.record(lambda _: ((event,), None))


def test_who_was_merged_is_not_paid_again_at_a_station_that_does_not_know(
    station: Station, tmp_path: Path
):
    shop = station.shop
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        answer(shop, asha)
        merge(shop, asha, ravi)
        answer(other, ravi)
        station.pump()
        link.pump()
        link.pump()
        assert coins_on(other.state(asha), other.moment().on).available == 10
        answer(other, number("member nobody"))
        link.pump()
        outcomes = [row.outcome for row in station.cell.rows_after(0, 1000)]
        assert outcomes.count("worthless") == 1


def test_awards_of_merged_members_fall_without_stopping_the_booking(tmp_path: Path):
    document = rewards_document() + CHALLENGE
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        asha, ravi = enrol(shop), enrol(shop, "ravi")
        sales = []
        for member in (asha, ravi):
            for visit in range(2):
                sales.append(sell(shop, f"{member[:4]}-{visit}", 10_000, member=member))
                later(shop, days=1)
        station.pump()
        merge(shop, asha, ravi)
        station.pump()
        assert len(shop.state(asha).awards) == 2
        for at, sale in enumerate(sales):
            ask = ReturnAsk(shop.mint(), f"R-{at}", sale=sale.sale, lines=((0, 1000),))
            assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)
            station.pump()
        assert shop.state(asha).awards == ()
        assert coins_on(shop.state(asha), shop.moment().on).spendable == 0
        assert shop.state(asha).debt == 0


CHALLENGE = """
[[challenge]]
id = "two-visits"
title = { en = "Two visits" }
count = "visits"
target = 2
prize = { coins = 5 }
"""


def test_goods_brought_back_at_two_tills_at_once_come_back_once(station: Station, tmp_path: Path):
    shop = station.shop
    asha = enrol(shop)
    give(shop, asha, 100)
    sale = sell(shop, "A-1", 50_000, member=asha, coins=100).sale
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        for one in (shop, other):
            ask = ReturnAsk(one.mint(), f"R-{one.station_id}", sale=sale, lines=((0, 1000),))
            assert isinstance(record_return(one, STAFF, ask), ReturnRecorded)
        station.pump()
        link.pump()
        link.pump()
        state = other.state(asha)
        assert (coins_on(state, other.moment().on).available, state.debt) == (100, 0)
        assert state.purchases == 0


def test_a_longer_return_window_is_for_bills_of_its_own_programme(station: Station):
    shop = station.shop
    asha = enrol(shop)
    sale = sell(shop, "A-1", 50_000, member=asha).sale
    longer = rewards_document().replace("window_days = 15", "window_days = 60")
    station.publish(longer, programme_in(longer).id)
    station.pump()
    assert shop.programme.return_window_days == 60
    later(shop, days=30)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    assert isinstance(record_return(shop, STAFF, ask), WindowOver)
    newer = sell(shop, "A-2", 50_000, member=asha).sale
    later(shop, days=30)
    ask = ReturnAsk(shop.mint(), "R-2", sale=newer, lines=((0, 1000),))
    assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)


def test_a_return_the_cell_refused_can_be_made_again(station: Station, tmp_path: Path):
    shop = station.shop
    asha = enrol(shop)
    first = sell(shop, "A-1", 50_000, member=asha).sale
    second = sell(shop, "A-2", 50_000, member=asha).sale
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        for one, sale in ((shop, first), (other, second)):
            ask = ReturnAsk(one.mint(), "R-1", sale=sale, lines=((0, 1000),))
            assert isinstance(record_return(one, STAFF, ask), ReturnRecorded)
        station.pump()
        link.pump()
        link.pump()
        assert other.state(asha).purchases == 1, "both tills printed one number"
        ask = ReturnAsk(other.mint(), "R-2", sale=second, lines=((0, 1000),))
        assert isinstance(record_return(other, STAFF, ask), ReturnRecorded)
        link.pump()
        assert other.state(asha).purchases == 0
