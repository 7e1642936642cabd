"""Promo codes on bills: once for each member, in all as often as allowed, single ones once."""

from pathlib import Path

import pytest

from app.domain.bill_faults import VoucherUnfit
from app.domain.promos import PromoAlreadyUsed, PromoForMembers, PromoUsedUp
from app.services.promos import PromoBatch, batch_of, read_code
from app.services.sales import SaleOutcome, SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, void_sale
from app.station import Station
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    bill,
    document_of,
    enrol,
    goods,
    new_station,
)

pytestmark = pytest.mark.slow

PROMOS = """
[[promo]]
id = "shared"
title = { en = "Shared" }
kind = "percent"
value = 10
code = "DIWALI26"
limit = 3
members_only = false

[[promo]]
id = "leaflet"
title = { en = "Leaflet" }
kind = "fixed"
value = "20.00"
code = "LEAF"
batch = 3
members_only = false
"""


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=document_of() + PROMOS) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def sell_with(shop: Shop, name: str, code: str, member: str = "") -> SaleOutcome:
    found = read_code(shop, code)
    assert found is not None
    promo, index = found
    other = {"promo": promo.id, "promo_single": index or 0}
    return record_sale(shop, STAFF, bill(shop, name, goods("a", 10_000), member=member, **other))


def taken(outcome: SaleOutcome) -> SaleRecorded:
    assert isinstance(outcome, SaleRecorded), outcome
    return outcome


def test_a_shared_code_takes_off_what_it_says_once_for_each_member(shop: Shop, station: Station):
    asha = enrol(shop)
    assert taken(sell_with(shop, "B-1", "diwali 26", asha)).collect_minor == 9_000
    refused = VoucherUnfit("shared", PromoAlreadyUsed())
    assert sell_with(shop, "B-2", "DIWALI26", asha) == refused
    station.pump()
    assert sell_with(shop, "B-3", "DIWALI26", asha) == refused


def test_c44_the_limit_in_all_counts_members_and_guests(shop: Shop, station: Station):
    """C44: the uses there were are counted when the next is decided, whoever had them."""
    taken(sell_with(shop, "B-1", "DIWALI26", enrol(shop)))
    station.pump()
    taken(sell_with(shop, "B-2", "DIWALI26", enrol(shop, "ravi")))
    third = taken(sell_with(shop, "B-3", "DIWALI26"))
    used_up = VoucherUnfit("shared", PromoUsedUp(3))
    assert sell_with(shop, "B-4", "DIWALI26") == used_up
    assert sell_with(shop, "B-4", "DIWALI26", enrol(shop, "mina")) == used_up
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, third.sale), SaleVoided)
    taken(sell_with(shop, "B-5", "DIWALI26"))


def test_c26_a_single_code_is_good_once(shop: Shop, station: Station):
    """C26: a single-use coupon is used once, by whoever comes first."""
    found = batch_of(shop, "leaflet")
    assert isinstance(found, PromoBatch)
    codes = found.codes
    first = taken(sell_with(shop, "B-1", codes[0], enrol(shop)))
    assert first.collect_minor == 8_000
    used = VoucherUnfit("leaflet", PromoAlreadyUsed())
    assert sell_with(shop, "B-2", codes[0], enrol(shop, "ravi")) == used
    assert sell_with(shop, "B-2", codes[0]) == used
    taken(sell_with(shop, "B-2", codes[1]))
    station.pump()
    assert sell_with(shop, "B-3", codes[1]) == used


def test_a_void_makes_the_code_good_again(shop: Shop, station: Station):
    asha = enrol(shop)
    for name in ("B-1", "B-2"):
        sale = taken(sell_with(shop, name, "DIWALI26", asha))
        station.pump()
        assert isinstance(void_sale(shop, STAFF, SUPERVISOR, sale.sale), SaleVoided)
    station.pump()
    taken(sell_with(shop, "B-3", "DIWALI26", asha))


def test_a_code_for_members_needs_one(tmp_path: Path):
    document = document_of() + PROMOS.replace("members_only = false", "")
    with new_station(tmp_path / "members", document=document) as station:
        outcome = sell_with(station.shop, "B-1", "DIWALI26")
        assert outcome == VoucherUnfit("shared", PromoForMembers())
