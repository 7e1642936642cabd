"""Ways in which a till's bill was lost, recorded twice or told wrongly once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.config import read_settings
from app.services.baskets import OpenedBasket, open_basket, waiting_baskets
from app.services.clocks import SetClock
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.station.till_side import TillSide
from tests.helpers import people
from tests.helpers.baskets import until


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Shop, SetClock]]:
    people.create(tmp_path / "shop")
    with people.opened(tmp_path / "shop") as (_, shop, clock):
        yield shop, clock


def drop(file: Path, table: str = "bill_number,unit_price,total\n1,20,20\n") -> None:
    """Put a bill into the folder as tills should, and wait until it is taken."""
    file.with_suffix(".part").write_text(table)
    file.with_suffix(".part").rename(file)
    until(lambda: not file.exists())


def test_bill_numbers_that_begin_anew_are_new_bills(
    opened: tuple[Shop, SetClock], tmp_path: Path
) -> None:
    shop, clock = opened
    folder = tmp_path / "till"
    settings = replace(read_settings(shop.folder), till_api_port=0, till_folder=str(folder))
    side = TillSide(shop, settings, lambda: None)
    side.start()
    try:
        for at, day in enumerate((datetime(2027, 3, 30, 6, tzinfo=UTC),
                                  datetime(2027, 4, 2, 6, tzinfo=UTC))):  # fmt: skip
            clock.at = day
            until((folder / "done").exists)
            for _ in range(2):  # the till may write it again: it is the same bill
                drop(folder / f"{at}.csv")
            (waiting,) = waiting_baskets(shop)
            found = open_basket(shop, waiting.ref.source, waiting.ref.external_id)
            assert isinstance(found, OpenedBasket)
            assert found.draft.bill.number == "1"
            assert isinstance(record_sale(shop, "", found.draft.bill), SaleRecorded)
    finally:
        side.close()
    assert not list((folder / "failed").iterdir())


def test_a_bill_that_is_paid_after_the_last_night_of_a_period_is_the_same(
    opened: tuple[Shop, SetClock], tmp_path: Path
) -> None:
    shop, clock = opened
    folder = tmp_path / "till"
    settings = replace(read_settings(shop.folder), till_api_port=0, till_folder=str(folder))
    side = TillSide(shop, settings, lambda: None)
    side.start()
    columns, since = "bill_number,unit_price,total,opened_at,state", "2027-03-31T23:50:00+05:30"
    try:
        until((folder / "done").exists)
        for state, hours in (("open", 0), ("paid", 10)):
            clock.at = datetime(2027, 3, 31, 18, 25, tzinfo=UTC) + timedelta(hours=hours)
            drop(folder / "1.csv", f"{columns}\n1,20,20,{since},{state}\n")
        drop(folder / "2.csv", f"{columns}\n2,20,20,0001-01-01T00:00:00+05:30,open\n")
        assert [(one.number, one.paid) for one in waiting_baskets(shop)] == [
            ("1", True),
            ("2", False),
        ]
    finally:
        side.close()
