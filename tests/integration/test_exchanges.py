"""An exchange is a return and a sale, both or neither."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from app.domain.bills import Bill, BillLine
from app.domain.effects import Withdraw
from app.domain.members import RECENT_KEPT, MemberState, coins_on
from app.services import exchanges, returns, voids
from app.services.estimates import estimate
from app.services.exchanges import BackRefused, BillRefused, ExchangePreview, ExchangeRecorded
from app.services.open_sales import sale_of
from app.services.returns import ReturnAsk, ReturnRecorded
from app.services.sales import AlreadyRecorded, BillNumberUsed, SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, UndoTooLate
from tests.helpers import people
from tests.helpers.shops import later
from tests.helpers.tries import tries

RICE = BillLine("IN101", "Rice", "Staples", 1000, 62_500)
TEA = BillLine("IN124", "Tea", "Beverages", 1000, 11_800)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("shop")
    people.create(folder)
    with people.opened(folder) as (_, shop, _):
        yield shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _):
        yield shop


def bought(shop: Shop, member: str, *lines: BillLine, number: str = "") -> str:
    bill = Bill(shop.mint(), number or shop.mint(), lines, member=member)
    outcome = record_sale(shop, "", bill)
    assert isinstance(outcome, SaleRecorded), outcome
    return outcome.sale


def new_bill(shop: Shop, member: str, *lines: BillLine, **said: object) -> Bill:
    return replace(Bill(shop.mint(), shop.mint(), lines, member=member), **said)  # type: ignore[arg-type]


def kept(state: MemberState) -> tuple[object, ...]:
    """What a member has, whoever they are and whatever their events are called."""
    lots = tuple((lot.terms, lot.expires_on, lot.amount) for lot in state.lots)
    return (lots, state.debt, state.days, state.earned, state.spent, state.purchases, state.caps)


def test_both_are_recorded_at_once_with_one_sum_of_money(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE, TEA)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, member, TEA))
    assert isinstance(done, ExchangeRecorded)
    assert done.collect_minor == 11_800 - 62_500
    left = sale_of(shop, sale)
    assert left is not None
    assert [line.quantity_milli for line in left.kept] == [0, 1000]


@tries(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(st.integers(100, 90_000), min_size=1, max_size=4),
    second=st.lists(st.integers(100, 90_000), min_size=1, max_size=3),
    data=st.data(),
)
def test_it_is_worth_what_a_return_and_a_sale_after_it_are(
    opened: Shop, first: list[int], second: list[int], data: st.DataObject
):
    shop = opened

    def lines(prices: list[int]) -> tuple[BillLine, ...]:
        return tuple(replace_price(at, one) for at, one in enumerate(prices))

    def replace_price(at: int, minor: int) -> BillLine:
        return RICE._replace(sku=f"X{at}", unit_price_minor=minor)

    back = data.draw(st.sets(st.integers(0, len(first) - 1), min_size=1))
    one, other = (people.joined(shop, name).member for name in ("One", "Other"))
    asks = [
        ReturnAsk(
            shop.mint(),
            shop.mint(),
            sale=bought(shop, member, *lines(first)),
            lines=tuple((line, 1000) for line in sorted(back)),
        )
        for member in (one, other)
    ]
    both = exchanges.record_exchange(shop, "", asks[0], new_bill(shop, one, *lines(second)))
    assert isinstance(both, ExchangeRecorded)
    returned = returns.record_return(shop, "", asks[1])
    assert isinstance(returned, ReturnRecorded)
    sold = record_sale(shop, "", new_bill(shop, other, *lines(second)))
    assert isinstance(sold, SaleRecorded)
    assert both.sold.coins_earned == sold.coins_earned
    refund = returned.taken.facts.refund_minor
    assert both.collect_minor == sold.collect_minor - refund
    assert kept(shop.state(one)) == kept(shop.state(other))


def test_coins_that_the_return_gives_back_pay_for_the_new_bill(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    bought(shop, member, RICE._replace(unit_price_minor=2_000_000))
    on = shop.moment().on
    coins = coins_on(shop.state(member), on).spendable
    use = coins - coins % 10
    paid = new_bill(shop, member, RICE, coins=use)
    outcome = record_sale(shop, "", paid)
    assert isinstance(outcome, SaleRecorded), outcome
    have = coins_on(shop.state(member), on).spendable
    ask = ReturnAsk(shop.mint(), "R-1", sale=outcome.sale, lines=((0, 1000),))
    preview = exchanges.preview_exchange(shop, ask)
    assert isinstance(preview, ExchangePreview)
    assert preview.state is not None
    assert coins_on(preview.state, on).spendable > have
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, member, RICE, coins=use))
    assert isinstance(done, ExchangeRecorded)
    assert done.sold.coin_minor == outcome.coin_minor


def test_a_new_bill_that_is_refused_leaves_the_goods_sold(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE, number="B-1")
    before = kept(shop.state(member))
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    used = new_bill(shop, member, TEA, number="B-1")
    refused = exchanges.record_exchange(shop, "", ask, used)
    # The first bill came back whole in the same act, so its number is only free afterwards.
    assert isinstance(refused, BillRefused | ExchangeRecorded)
    if isinstance(refused, BillRefused):
        assert isinstance(refused.why, BillNumberUsed)
        assert kept(shop.state(member)) == before
        assert sale_of(shop, sale).kept[0].quantity_milli == 1000  # type: ignore[union-attr]
    poor = new_bill(shop, member, TEA, coins=10_000)
    refused = exchanges.record_exchange(shop, "", ask, poor)
    if sale_of(shop, sale).kept[0].quantity_milli:  # type: ignore[union-attr]
        assert isinstance(refused, BillRefused)
        assert kept(shop.state(member)) == before


def test_a_return_that_is_refused_leaves_the_new_bill_unsold(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE)
    before = kept(shop.state(member))
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 5000),))
    bill = new_bill(shop, member, TEA)
    assert isinstance(exchanges.record_exchange(shop, "", ask, bill), BackRefused)
    assert kept(shop.state(member)) == before
    assert sale_of(shop, bill.id) is None


def test_a_second_press_does_nothing(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    bill = new_bill(shop, member, TEA)
    assert isinstance(exchanges.record_exchange(shop, "", ask, bill), ExchangeRecorded)
    after = kept(shop.state(member))
    again = exchanges.record_exchange(shop, "", ask, bill)
    assert isinstance(again, BackRefused)
    assert isinstance(again.why, AlreadyRecorded)
    assert kept(shop.state(member)) == after


def as_it_was(shop: Shop, member: str) -> MemberState:
    """All that a member has; of the latest bills those that one more does not push out.

    A gift that came with an undone bill is remembered as withdrawn, as after any undo.
    """
    state = shop.state(member)
    return replace(
        state,
        newest=date.min,
        recent=state.recent[: RECENT_KEPT - 1],
        vouchers=tuple(one for one in state.vouchers if one.status != "returned"),
        notes=tuple(sorted(state.notes)),
        credit=state.credit._replace(notes=tuple(sorted(state.credit.notes))),
    )


@tries(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    earlier=st.lists(st.tuples(st.integers(1_000, 900_000), st.integers(0, 3)), max_size=3),
    first=st.lists(st.integers(100, 90_000), min_size=1, max_size=4),
    second=st.lists(st.integers(100, 900_000), min_size=1, max_size=3),
    data=st.data(),
)
def test_an_undone_exchange_never_was(
    opened: Shop,
    earlier: list[tuple[int, int]],
    first: list[int],
    second: list[int],
    data: st.DataObject,
):
    shop = opened
    member = people.joined(shop, "One").member

    def lines(prices: list[int]) -> tuple[BillLine, ...]:
        return tuple(
            RICE._replace(sku=f"X{at}", unit_price_minor=one) for at, one in enumerate(prices)
        )

    def paying(*goods: BillLine, state: MemberState | None = None) -> Bill:
        """A bill with a share of the coins it could take that is drawn."""
        plain = new_bill(shop, member, *goods)
        now = state or shop.state(member)
        most = estimate(shop, plain, now, shop.moment()).coin_range
        share = data.draw(st.integers(0, 100))
        coins = most.maximum * share // 100 // max(1, most.step) * most.step
        return replace(plain, coins=coins if coins >= most.minimum else 0)

    for minor, days in earlier:
        assert isinstance(record_sale(shop, "", paying(*lines([minor]))), SaleRecorded)
        later(shop, days=days)
    old = record_sale(shop, "", paying(*lines(first)))
    assert isinstance(old, SaleRecorded)
    later(shop, days=data.draw(st.integers(0, 3)))
    if data.draw(st.booleans()):
        assert isinstance(record_sale(shop, "", paying(RICE)), SaleRecorded)
    back = data.draw(st.sets(st.integers(0, len(first) - 1), min_size=1))
    ask = ReturnAsk(
        shop.mint(), shop.mint(), old.sale, tuple((line, 1000) for line in sorted(back))
    )
    # What is forgotten with time is forgotten today.
    bought(shop, member, TEA)
    before, open_before = as_it_was(shop, member), sale_of(shop, old.sale)
    looked = exchanges.preview_exchange(shop, ask)
    assert isinstance(looked, ExchangePreview)
    new = paying(*lines(second), state=looked.state)
    done = exchanges.record_exchange(shop, "", ask, new)
    assert isinstance(done, ExchangeRecorded), done
    has_gifts = any(isinstance(one, Withdraw) for one in done.returned.taken.effects)
    assert done.undo is not None or has_gifts
    if done.undo is not None:
        assert isinstance(exchanges.undo_exchange(shop, "", done), SaleVoided)
        assert as_it_was(shop, member) == before
        assert sale_of(shop, old.sale) == open_before
        assert isinstance(exchanges.undo_exchange(shop, "", done), UndoTooLate)
        # Both numbers are free again.
        again = exchanges.record_exchange(shop, "", ask, replace(new, id=shop.mint()))
        assert isinstance(again, ExchangeRecorded)


def test_after_five_seconds_an_exchange_stands(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, member, TEA))
    assert isinstance(done, ExchangeRecorded)
    assert isinstance(voids.undo_sale(shop, "", done.sold.sale), UndoTooLate)
    after = as_it_was(shop, member)
    later(shop, seconds=5.1)
    assert isinstance(exchanges.undo_exchange(shop, "", done), UndoTooLate)
    assert as_it_was(shop, member) == after


def test_an_exchange_is_undone_by_who_made_it_and_before_the_next_bill(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    sale = bought(shop, member, RICE)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, member, TEA))
    assert isinstance(done, ExchangeRecorded)
    assert isinstance(exchanges.undo_exchange(shop, "somebody", done), UndoTooLate)
    bought(shop, "", TEA)
    assert isinstance(exchanges.undo_exchange(shop, "", done), UndoTooLate)


def test_a_guests_exchange_is_undone_too(shop: Shop):
    sale = bought(shop, "", RICE)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    before = sale_of(shop, sale)
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, "", TEA))
    assert isinstance(done, ExchangeRecorded)
    assert isinstance(exchanges.undo_exchange(shop, "", done), SaleVoided)
    assert sale_of(shop, sale) == before
    assert isinstance(returns.record_return(shop, "", ask), ReturnRecorded)


def test_a_guest_can_exchange_too(shop: Shop):
    sale = bought(shop, "", RICE)
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    done = exchanges.record_exchange(shop, "", ask, new_bill(shop, "", TEA))
    assert isinstance(done, ExchangeRecorded)
    assert done.sold.member == ""
