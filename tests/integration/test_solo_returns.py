"""Goods that come back to one counter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.bill_faults import NoBillNumber
from app.domain.return_parts import Asked, NothingToReturn, TooMuch, WindowOver
from app.services.returns import (
    OtherMember,
    ReceiptNumberUsed,
    ReturnPreview,
    ReturnRecorded,
    preview_return,
    record_return,
)
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.station import Station
from tests.helpers.shops import STAFF, document_of, enrol, goods, later, new_station, sell
from tests.helpers.solo import ask, spendable


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def test_a_return_larger_than_the_sale_or_done_twice_is_refused(station: Station, shop: Shop):
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 10_000, 2), goods("b", 5_000), member=member)
    for pump in (False, True):
        if pump:
            station.pump()
        too_many = ask(shop, "R-1", sale=sale.sale, lines=((0, 3000),))
        assert isinstance(record_return(shop, STAFF, too_many), TooMuch)
        split = ask(shop, "R-1", sale=sale.sale, lines=((0, 1000), (0, 1000), (0, 1)))
        assert isinstance(record_return(shop, STAFF, split), TooMuch)
        no_line = ask(shop, "R-1", sale=sale.sale, lines=((2, 1000),))
        assert isinstance(record_return(shop, STAFF, no_line), TooMuch)
        too_much = ask(shop, "R-1", sale=sale.sale, amount_minor=25_001)
        assert isinstance(record_return(shop, STAFF, too_much), TooMuch)
    whole = ask(shop, "R-1", sale=sale.sale, lines=((0, 2000),))
    assert isinstance(record_return(shop, STAFF, whole), ReturnRecorded)
    assert record_return(shop, STAFF, whole) == AlreadyRecorded(whole.id)
    again = ask(shop, "R-2", sale=sale.sale, lines=((0, 1000),))
    assert isinstance(record_return(shop, STAFF, again), TooMuch)
    station.pump()
    assert isinstance(record_return(shop, STAFF, again), TooMuch)
    used = ask(shop, " r-1", sale=sale.sale, lines=((1, 1000),))
    assert record_return(shop, STAFF, used) == ReceiptNumberUsed(" r-1")


@pytest.mark.parametrize("amount", [-1, -10_000])
def test_a_negative_return_is_refused(shop: Shop, amount: int):
    sale = sell(shop, "B-1", goods("a", 10_000, 2))
    negative = ask(shop, "R-1", sale=sale.sale, amount_minor=amount)
    assert record_return(shop, STAFF, negative) == NothingToReturn()
    units = ask(shop, "R-1", sale=sale.sale, lines=((0, -1000),))
    assert isinstance(record_return(shop, STAFF, units), TooMuch)
    assert record_return(shop, STAFF, ask(shop, "R-1", sale=sale.sale)) == NothingToReturn()
    loose = ask(shop, "R-1", goods=(Asked("a", "a", -1000, 100),))
    assert record_return(shop, STAFF, loose) == NothingToReturn()
    assert record_return(shop, STAFF, ask(shop, " ", sale=sale.sale)) == NoBillNumber()


def test_the_goods_of_another_member_are_refused(shop: Shop):
    member, other = enrol(shop), enrol(shop, "ravi")
    sale = sell(shop, "B-1", goods("a", 10_000), member=member)
    asked = ask(shop, "R-1", sale=sale.sale, member=other, lines=((0, 1000),))
    assert record_return(shop, STAFF, asked) == OtherMember(member)


def test_the_return_window_closes_with_its_last_day(shop: Shop):
    sale = sell(shop, "B-1", goods("a", 10_000))
    asked = ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),))
    later(shop, days=15)
    assert isinstance(preview_return(shop, asked), ReturnPreview)
    later(shop, days=1)
    assert record_return(shop, STAFF, asked) == WindowOver(date(2026, 6, 30))


def test_goods_that_match_no_bill_reverse_nothing(station: Station, shop: Shop):
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 10_000, 2), member=member)
    before = spendable(shop, member)
    asked = ask(shop, "R-1", member=member, goods=(Asked("z", "Z", 1000, 500),))
    recorded = record_return(shop, STAFF, asked)
    assert isinstance(recorded, ReturnRecorded)
    assert (recorded.taken.facts.refund_minor, recorded.taken.facts.coins_taken) == (0, 0)
    station.pump()
    assert spendable(shop, member) == before


def test_a_preview_is_what_is_recorded(shop: Shop):
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 50_000, 2), member=member)
    asked = ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),))
    preview = preview_return(shop, asked)
    recorded = record_return(shop, STAFF, asked)
    assert isinstance(preview, ReturnPreview)
    assert isinstance(recorded, ReturnRecorded)
    assert preview.taken == recorded.taken


def test_coins_already_spent_lower_the_refund_when_the_programme_says_so(tmp_path: Path):
    with new_station(tmp_path, document=document_of("reduce_refund")) as station:
        shop = station.shop
        member = enrol(shop)
        sale = sell(shop, "B-1", goods("a", 500_000), member=member)
        sell(shop, "B-2", 10_000, member=member, coins=100)
        have = spendable(shop, member)
        asked = ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),))
        recorded = record_return(shop, STAFF, asked)
        assert isinstance(recorded, ReturnRecorded)
        facts = recorded.taken.facts
        assert (facts.coins_taken, facts.coins_forgiven) == (have, 125 - have)
        assert facts.cut_minor == (125 - have) * 50
        assert facts.refund_minor == 500_000 - facts.cut_minor
        station.pump()
        assert spendable(shop, member) == shop.state(member).debt == 0


def test_coins_that_had_lapsed_do_not_pay_a_claw_back(tmp_path: Path):
    document = document_of("within_balance").replace("window_days = 15", "window_days = 200")
    with new_station(tmp_path, document=document) as station:
        shop = station.shop
        member = enrol(shop)
        sell(shop, "B-1", goods("old", 500_000), member=member)
        later(shop, days=100)
        sale = sell(shop, "B-2", goods("a", 500_000), member=member)
        later(shop, days=10)  # the first lot is over, the job that removes it has not run
        sell(shop, "B-3", 10_000, member=member, coins=100)
        sell(shop, "B-4", 250_000, member=member)  # the only coins that live
        assert spendable(shop, member) == 50
        record_return(shop, STAFF, ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),)))
        assert (spendable(shop, member), shop.state(member).debt) == (0, 0)
        station.pump()
        assert (spendable(shop, member), shop.state(member).debt) == (0, 0)
