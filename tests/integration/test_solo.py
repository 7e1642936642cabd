"""One shop without a server: merged members, its calendar, closing and opening it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.facts import Sold
from app.domain.members import paid_minor, visit_days
from app.domain.return_parts import Asked
from app.services.clocks import SetClock
from app.services.open_sales import sale_of, sales_of_member, todays_sales
from app.services.returns import ReturnRecorded, record_return
from app.services.sales import BillNumberUsed, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, void_sale
from app.station import Station, open_station
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    bill,
    document_of,
    enrol,
    goods,
    later,
    make_shop,
    merge,
    new_station,
    programme_in,
    sell,
)
from tests.helpers.solo import ask


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


@pytest.mark.parametrize("one_row_at_a_time", [False, True])
def test_the_survivor_of_a_merge_returns_what_the_other_bought(
    station: Station, shop: Shop, one_row_at_a_time: bool
):
    asha, double = enrol(shop), enrol(shop, "asha again")
    if one_row_at_a_time:
        rows = station.cell.rows_after
        station.cell.rows_after = lambda after, limit: rows(after, 1)  # type: ignore[method-assign]
    first = sell(shop, "B-1", goods("a", 10_000), member=double)
    second = sell(shop, "B-2", goods("b", 10_000), member=double)
    merge(shop, asha, double)
    third = sell(shop, "B-3", goods("c", 10_000), member=double)
    station.pump()
    assert shop.state(double) == shop.state(asha)
    assert (shop.state(asha).purchases, visit_days(shop.state(asha))) == (3, 1)
    assert len(sales_of_member(shop, asha, shop.moment())) == 3
    linked = ask(shop, "R-1", sale=first.sale, member=asha, lines=((0, 1000),))
    assert isinstance(record_return(shop, STAFF, linked), ReturnRecorded)
    loose = ask(shop, "R-2", member=asha, goods=(Asked("b", "b", 1000, 1),))
    recorded = record_return(shop, STAFF, loose)
    assert isinstance(recorded, ReturnRecorded)
    assert [part.sale for part in recorded.taken.facts.parts] == [second.sale]
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, third.sale), SaleVoided)
    station.pump()
    state = shop.state(asha)
    assert (state.purchases, visit_days(state), paid_minor(state), state.earned) == (0, 0, 0, 0)


def test_a_void_after_a_merge_counts_at_once(station: Station, shop: Shop):
    survivor, source = enrol(shop, "asha"), enrol(shop, "ravi")
    sale = sell(shop, "B-1", 200_000, member=source)
    station.pump()
    merge(shop, survivor, source)
    station.pump()
    assert shop.state(survivor).earned == sale.coins_earned
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, sale.sale), SaleVoided)
    before = shop.state(survivor)
    assert (before.earned, before.lots) == (0, ()), "the counter knows before the cell has booked"
    station.pump()
    assert shop.state(survivor).lots == before.lots


def test_a_programme_begins_with_the_shops_day_not_with_utc(tmp_path: Path):
    clock = SetClock(datetime(2026, 6, 15, 20, 0, tzinfo=UTC))  # 01:30 on the 16th, still the 15th
    with new_station(tmp_path, clock) as station:
        shop = station.shop
        plain = shop.programme.id
        text = "effective_from = 2026-06-16\n" + document_of()
        station.publish(text, programme_in(text).id)
        assert shop.programme.id == plain
        later(shop, hours=2, minutes=29)
        assert shop.programme.id == plain
        later(shop, minutes=1)  # 04:00 in India, 22:30 of the 15th in UTC
        assert shop.programme.effective_from == date(2026, 6, 16)
        station.pump()


def test_a_shop_that_was_closed_goes_on_where_it_stopped(tmp_path: Path):
    with new_station(tmp_path) as station:
        member = enrol(station.shop)
        sale = sell(station.shop, "B-1", 50_000, member=member)
        state = station.shop.state(member)
    with open_station(tmp_path, SetClock(MORNING), background=False) as station:
        assert station.shop.state(member) == state
        again = sale_of(station.shop, sale.sale)
        assert again is not None
        assert isinstance(again.sold, Sold)
        assert isinstance(
            record_sale(station.shop, STAFF, bill(station.shop, "B-1", 1)), BillNumberUsed
        )


@pytest.mark.parametrize("name", ["50% off #1?", "दुकान 1", "a&b=c"])
def test_a_shop_may_live_in_a_folder_of_any_name(tmp_path: Path, name: str):
    folder = make_shop(tmp_path / name)
    with new_station(folder) as station:
        sell(station.shop, "B-1", 500)
        station.pump()
        assert len(todays_sales(station.shop)) == 1
    assert (folder / "station.db").exists()
    assert (folder / "cell.db").exists()
