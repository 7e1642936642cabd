"""Ways in which a till's bill was lost, recorded twice or told wrongly once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
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


def drop(file: Path) -> None:
    """Put a bill into the folder as tills should, and wait until it is taken."""
    file.with_suffix(".part").write_text("bill_number,unit_price,total\n1,20,20\n")
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
