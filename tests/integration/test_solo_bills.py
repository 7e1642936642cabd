"""What a bill at one counter must be, and that it is recorded once."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.bill_faults import (
    AmountTooLarge,
    BadLine,
    CoinsNotAllowed,
    NoAmount,
    NoBillNumber,
    NotEnoughCoins,
)
from app.domain.bills import BillLine
from app.domain.members import paid_minor
from app.services.estimates import estimate
from app.services.open_sales import sales_numbered, todays_sales
from app.services.sales import AlreadyRecorded, BillNumberUsed, record_sale
from app.services.shop import Shop
from app.station import Station
from tests.helpers.shops import STAFF, bill, enrol, later, new_station, sell
from tests.helpers.solo import spendable


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


@pytest.mark.parametrize("amount", [0, -1, -(10**12)])
def test_a_bill_without_an_amount_above_zero_is_refused(shop: Shop, amount: int):
    outcome = record_sale(shop, STAFF, bill(shop, "B-1", amount))
    assert outcome == (NoAmount() if amount == 0 else BadLine(1))


def test_a_bill_without_lines_is_refused(shop: Shop):
    assert record_sale(shop, STAFF, bill(shop, "B-1")) == NoAmount()


def test_a_slip_of_the_finger_is_not_a_sale(shop: Shop):
    outcome = record_sale(shop, STAFF, bill(shop, "B-1", 10**12))
    assert outcome == AmountTooLarge(10**12)


@pytest.mark.parametrize(
    "line",
    [
        BillLine("a", "A", "", 0, 100),
        BillLine("a", "A", "", -1000, 100),
        BillLine("a", "A", "", 1000, -1),
        BillLine("a", "A", "", 1000, 100, -1),
        BillLine("a", "A", "", 1000, 100, 101),
        BillLine("a", "A", "", 10**30, 0),
        BillLine("a", "A", "", 1000, 10**30, 10**30 - 100),
    ],
)
def test_a_bad_line_is_named(shop: Shop, line: BillLine):
    assert record_sale(shop, STAFF, bill(shop, "B-1", 500, line)) == BadLine(2)


def test_a_bad_bill_can_be_estimated_while_it_is_typed(shop: Shop):
    member = enrol(shop)
    state, moment = shop.state(member), shop.moment()
    lines = (BillLine("a", "A", "", 1000, 100, 101), BillLine("b", "B", "", -5, 100))
    for typed in (bill(shop, "", *lines, member=member), bill(shop, "", 10**12, coins=-7)):
        assert estimate(shop, typed, state, moment).fault is not None


def test_a_discount_larger_than_the_bill_or_negative_is_refused(shop: Shop):
    assert record_sale(shop, STAFF, bill(shop, "B", 500, discount_minor=501)) == NoAmount()
    assert record_sale(shop, STAFF, bill(shop, "B", 500, discount_minor=-1)) == NoAmount()


@pytest.mark.parametrize("text", ["", "  ", "\t", "B\0", "9" * 61])
def test_a_bill_needs_a_number(shop: Shop, text: str):
    assert record_sale(shop, STAFF, bill(shop, text, 500)) == NoBillNumber()


def test_coins_are_refused_in_words_that_say_how_many_are_right(shop: Shop):
    member = enrol(shop)
    sell(shop, "B-1", 500_000, member=member)  # 50 + 50 doubled + 25 welcome
    assert spendable(shop, member) == 125

    def pay(coins: int, amount: int = 10_000) -> object:
        return record_sale(shop, STAFF, bill(shop, "B-2", amount, member=member, coins=coins))

    assert pay(200) == NotEnoughCoins(200, 125)
    assert pay(5) == CoinsNotAllowed(5, 10, 100, 5)
    assert pay(12) == CoinsNotAllowed(12, 10, 100, 5)
    assert pay(105) == CoinsNotAllowed(105, 10, 100, 5)
    assert pay(-10) == CoinsNotAllowed(-10, 10, 100, 5)
    assert pay(10, amount=100) == CoinsNotAllowed(10, 0, 0, 5)
    assert record_sale(shop, STAFF, bill(shop, "B-3", 10_000, coins=10)) == NotEnoughCoins(10, 0)
    assert spendable(shop, member) == 125


def test_f12_twice_records_one_sale(station: Station, shop: Shop):
    member = enrol(shop)
    once = bill(shop, "B-1", 10_000, member=member)
    record_sale(shop, STAFF, once)
    assert record_sale(shop, STAFF, once) == AlreadyRecorded(once.id)
    station.pump()
    assert record_sale(shop, STAFF, replace(once, number="B-2")) == AlreadyRecorded(once.id)
    station.pump()
    state = shop.state(member)
    assert (state.purchases, paid_minor(state)) == (1, 10_000)


def test_two_presses_at_the_same_instant_record_one_sale(shop: Shop):
    once = bill(shop, "B-1", 10_000, member=enrol(shop))
    start = threading.Barrier(4)
    outcomes: list[object] = []

    def press() -> None:
        start.wait()
        outcomes.append(record_sale(shop, STAFF, once))

    presses = [threading.Thread(target=press) for _ in range(4)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert outcomes.count(AlreadyRecorded(once.id)) == 3
    assert len(todays_sales(shop)) == 1


@pytest.mark.parametrize("again", ["b-1", " B-1 ", "B-1", "  b-1"])
@pytest.mark.parametrize("pumped", [False, True])
def test_a_bill_number_counts_once_however_it_is_typed(
    station: Station, shop: Shop, again: str, pumped: bool
):
    first = sell(shop, "B-1", 12_300)
    if pumped:
        station.pump()
    outcome = record_sale(shop, STAFF, bill(shop, again, 500))
    assert isinstance(outcome, BillNumberUsed)
    assert (outcome.sale, outcome.total_minor) == (first.sale, 12_300)
    assert [sale.sale for sale in sales_numbered(shop, again)] == [first.sale]


def test_bill_numbers_start_again_with_the_financial_year(shop: Shop):
    first = sell(shop, "1", 500)
    later(shop, days=366)
    again = sell(shop, "1", 500)
    assert [one.sale for one in sales_numbered(shop, "1")] == [again.sale, first.sale]
