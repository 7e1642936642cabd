"""Sales undone, voided and claimed at one counter."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.members import paid_minor
from app.services.clocks import SetClock
from app.services.open_sales import sale_of, sales_numbered, sales_of_member, todays_sales
from app.services.returns import record_return
from app.services.shop import Shop
from app.services.voids import (
    AlreadyVoided,
    ClaimTooLate,
    HasReturns,
    NeedsApproval,
    NotAGuestSale,
    NotToday,
    SaleClaimed,
    SaleUnknown,
    SaleVoided,
    UndoTooLate,
    claim_sale,
    undo_sale,
    void_sale,
)
from app.station import Station
from tests.helpers.shops import (
    OTHER,
    STAFF,
    SUPERVISOR,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    number,
    programme_in,
    sell,
)
from tests.helpers.solo import ask, spendable


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def test_undo_takes_back_everything_and_frees_the_number(station: Station, shop: Shop):
    member = enrol(shop)
    before = shop.state(member)
    sale = sell(shop, "B-1", 500_000, member=member)
    later(shop, seconds=4.9)
    assert isinstance(undo_sale(shop, STAFF, sale.sale), SaleVoided)
    assert undo_sale(shop, STAFF, sale.sale) == UndoTooLate()
    assert shop.state(member) == before
    sell(shop, "B-1", 400, member=member)
    station.pump()
    assert (shop.state(member).purchases, paid_minor(shop.state(member))) == (1, 400)


def test_undo_is_for_five_seconds_for_the_same_staff_and_the_last_sale(shop: Shop):
    first = sell(shop, "B-1", 500)
    assert undo_sale(shop, OTHER, first.sale) == UndoTooLate()
    second = sell(shop, "B-2", 500)
    assert undo_sale(shop, STAFF, first.sale) == UndoTooLate()
    later(shop, seconds=5.1)
    assert undo_sale(shop, STAFF, second.sale) == UndoTooLate()


def test_undo_works_across_the_end_of_the_day(tmp_path: Path):
    almost_four = SetClock(datetime(2026, 6, 15, 22, 29, 58, tzinfo=UTC))
    with new_station(tmp_path, almost_four) as station:
        sale = sell(station.shop, "B-1", 500)
        later(station.shop, seconds=4)
        assert isinstance(undo_sale(station.shop, STAFF, sale.sale), SaleVoided)


def test_a_void_needs_a_supervisor_the_same_day_and_a_whole_sale(station: Station, shop: Shop):
    sale = sell(shop, "B-1", goods("a", 500, 2))
    assert void_sale(shop, STAFF, "", sale.sale) == NeedsApproval()
    assert void_sale(shop, STAFF, SUPERVISOR, number("nothing")) == SaleUnknown()
    record_return(shop, STAFF, ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),)))
    assert void_sale(shop, STAFF, SUPERVISOR, sale.sale) == HasReturns()
    station.pump()
    assert void_sale(shop, STAFF, SUPERVISOR, sale.sale) == HasReturns()
    other = sell(shop, "B-2", 500)
    later(shop, days=1)
    assert void_sale(shop, STAFF, SUPERVISOR, other.sale) == NotToday()


@pytest.mark.parametrize("pumped", [False, True])
def test_a_voided_sale_is_voided_once_and_never_returned(
    station: Station, shop: Shop, pumped: bool
):
    sale = sell(shop, "B-1", goods("a", 500))
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, sale.sale), SaleVoided)
    if pumped:
        station.pump()
    assert void_sale(shop, STAFF, SUPERVISOR, sale.sale) == AlreadyVoided()
    lines = ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),))
    assert record_return(shop, STAFF, lines) == AlreadyVoided()
    assert claim_sale(shop, STAFF, SUPERVISOR, sale.sale, enrol(shop)) == AlreadyVoided()


def test_a_freed_number_stays_taken_by_the_bill_that_took_it(station: Station, shop: Shop):
    """The feed tells of the void later than the counter gave the number away again."""
    first = sell(shop, "B-1", 500)
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, first.sale), SaleVoided)
    second = sell(shop, "B-1", 700)
    with_rows = station.cell.rows_after
    station.cell.rows_after = (  # type: ignore[method-assign]
        lambda after, limit: with_rows(after, min(limit, 1))
    )
    seen: list[str] = []
    station.db.folded = _watching(station, seen, lambda: _holder(shop))  # type: ignore[method-assign]
    station.pump()
    assert set(seen) == {second.sale}


def test_a_number_freed_at_the_counter_stays_free_while_the_sale_is_booked(
    station: Station, shop: Shop
):
    first = sell(shop, "B-1", 500)
    booked = station.cell.push

    def push(batch):
        answer = booked(batch)
        if sale_of(shop, first.sale).voided is False:  # type: ignore[union-attr]
            assert isinstance(undo_sale(shop, STAFF, first.sale), SaleVoided)
        return answer

    station.cell.push = push  # type: ignore[method-assign]
    seen: list[str] = []
    station.db.folded = _watching(station, seen, lambda: _holder(shop))  # type: ignore[method-assign]
    station.pump()
    assert set(seen) == {""}


def _holder(shop: Shop) -> str:
    with shop.db.cursor(None) as cursor:
        row = cursor.execute("SELECT event_id FROM receipt WHERE key LIKE 'receipt:%'").fetchone()
    return row[0] if row else ""


def _watching(station: Station, seen: list[Any], look: Callable[[], Any]):
    """Look at the shop from another thread at the instant between COMMIT and the overlay."""
    folded = station.db.folded

    def watch(own_seq: int) -> None:
        reader = threading.Thread(target=lambda: seen.append(look()))
        reader.start()
        reader.join()
        folded(own_seq)

    return watch


def test_a_reader_never_sees_a_sale_twice_or_not_at_all(station: Station, shop: Shop):
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 20_000, 3), member=member)
    record_return(shop, STAFF, ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),)))
    seen: list[object] = []

    def look() -> object:
        [today] = todays_sales(shop)
        [numbered] = sales_numbered(shop, "B-1")
        current = sale_of(shop, sale.sale)
        assert current is not None
        [of_member] = sales_of_member(shop, member, shop.moment())
        kept = {one.kept for one in (numbered, current, of_member)}
        return shop.state(member), kept, today.returned

    expected = look()
    station.db.folded = _watching(station, seen, look)  # type: ignore[method-assign]
    station.pump()
    assert len(seen) >= 1
    assert all(one == expected for one in [*seen, look()])


def test_a_guest_sale_is_claimed_once_in_time_by_a_supervisor(station: Station, shop: Shop):
    member, other = enrol(shop), enrol(shop, "ravi")
    sale = sell(shop, "B-1", 50_000)
    assert claim_sale(shop, STAFF, "", sale.sale, member) == NeedsApproval()
    claimed = claim_sale(shop, STAFF, SUPERVISOR, sale.sale, member)
    assert isinstance(claimed, SaleClaimed)
    assert claimed.coins == 30
    assert claim_sale(shop, STAFF, SUPERVISOR, sale.sale, other) == NotAGuestSale()
    station.pump()
    assert claim_sale(shop, STAFF, SUPERVISOR, sale.sale, other) == NotAGuestSale()
    assert (spendable(shop, member), spendable(shop, other)) == (30, 0)
    late = sell(shop, "B-2", 50_000)
    later(shop, days=2)
    assert claim_sale(shop, STAFF, SUPERVISOR, late.sale, member) == ClaimTooLate(24 * 60)


def test_a_claimed_sale_is_returned_by_the_programme_that_rated_it(station: Station, shop: Shop):
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 10_000, 3))
    richer = document_of().replace("coins = 1\n", "coins = 5\n")
    station.publish(richer, programme_in(richer).id)
    claim_sale(shop, STAFF, SUPERVISOR, sale.sale, member)
    station.pump()
    before = spendable(shop, member)
    record_return(shop, STAFF, ask(shop, "R-1", sale=sale.sale, lines=((0, 1000),)))
    assert before - spendable(shop, member) == 1 + 25  # under 300.00 the welcome goes, too
