"""One shop without a server: what the counter asks for is what the ledger then says."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

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
from app.domain.facts import Sold
from app.domain.members import coins_on, paid_minor, visit_days
from app.domain.return_parts import Asked, NothingToReturn, TooMuch, WindowOver
from app.services.clocks import SetClock
from app.services.estimates import estimate
from app.services.open_sales import sale_of, sales_numbered, sales_of_member, todays_sales
from app.services.returns import (
    OtherMember,
    ReceiptNumberUsed,
    ReturnAsk,
    ReturnPreview,
    ReturnRecorded,
    preview_return,
    record_return,
)
from app.services.sales import AlreadyRecorded, BillNumberUsed, record_sale
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
from app.station import Station, open_station
from tests.helpers.shops import (
    MORNING,
    OTHER,
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
    number,
    programme_in,
    sell,
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def spendable(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def ask(shop: Shop, receipt: str, **other: object) -> ReturnAsk:
    return ReturnAsk(shop.mint(), receipt, **other)  # type: ignore[arg-type]


# ---------------------------------------------------------------- bills


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


# ---------------------------------------------------------------- undo, void, claim


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


# ---------------------------------------------------------------- returns


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


# ---------------------------------------------------------------- merged members


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


# ---------------------------------------------------------------- the shop's calendar


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


# ---------------------------------------------------------------- open and close


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
