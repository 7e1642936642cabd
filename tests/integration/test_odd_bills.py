"""Bills at the edge: goods given away, and more lines than an event can hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.bill_faults import TooManyLines
from app.domain.bills import LINES_MAX
from app.domain.members import visit_days
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from tests.helpers.shops import STAFF, bill, enrol, goods, new_station


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_station(tmp_path / "shop") as station:
        yield station.shop


def test_free_goods_are_a_visit_that_earns_nothing(shop: Shop):
    asha = enrol(shop)
    given = bill(shop, "B-1", goods("SAMPLE", 0), member=asha)
    outcome = record_sale(shop, STAFF, given)
    assert isinstance(outcome, SaleRecorded)
    assert (outcome.total_minor, outcome.coins_earned) == (0, 0)
    assert visit_days(shop.state(asha)) == 1


def test_free_goods_come_back_and_the_visit_goes(shop: Shop):
    asha = enrol(shop)
    given = bill(shop, "B-1", goods("SAMPLE", 0, units=2), member=asha)
    record_sale(shop, STAFF, given)
    back = ReturnAsk(shop.mint(), "R-1", sale=given.id, lines=((0, 2000),))
    assert isinstance(record_return(shop, STAFF, back), ReturnRecorded)
    assert visit_days(shop.state(asha)) == 0


def test_a_bill_of_too_many_lines_is_refused_whole(shop: Shop):
    lines = [goods(f"S{at}", 100) for at in range(LINES_MAX + 1)]
    assert record_sale(shop, STAFF, bill(shop, "B-1", *lines)) == TooManyLines()
    assert isinstance(record_sale(shop, STAFF, bill(shop, "B-1", *lines[1:])), SaleRecorded)
