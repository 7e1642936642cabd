"""Two stations at once, merges and returns: nothing is paid twice or comes from nothing."""

from pathlib import Path

import pytest

from app.domain.members import coins_on
from app.domain.return_parts import Asked
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleClaimed, SaleVoided, claim_sale, void_sale
from tests.helpers.rewards import bought, give, rewards_document, second_station
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    Station,
    bill,
    enrol,
    new_station,
    sell,
)


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
