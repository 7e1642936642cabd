"""What an exchange may spend while two stations of one hub spend the same things."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.services.authority import SpentElsewhere
from app.services.exchanges import (
    BackRefused,
    ExchangeRecorded,
    record_exchange,
    undo_exchange,
)
from app.services.open_sales import todays_sales
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.voids import SaleVoided
from tests.helpers.holds import Till, Tills, copied_tills, made_tills
from tests.helpers.rewards import spendable
from tests.helpers.shops import STAFF, bill, sell

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The closed files of a hub and two stations, and the member's id."""
    folder = tmp_path_factory.mktemp("chain")
    return folder, made_tills(folder)


@pytest.fixture
def tills(made: tuple[Path, str], tmp_path: Path) -> Iterator[Tills]:
    with copied_tills(*made, tmp_path / "chain") as tills:
        yield tills


@pytest.fixture
def pair(tills: Tills) -> tuple[Till, Till]:
    return tills.pair()


@dataclass
class Paid:
    """A member whose coins went into a bill of 600.00, the bill, and the money paid for it."""

    member: str
    sale: str
    money_minor: int


@pytest.fixture
def all_spent(tills: Tills, pair: tuple[Till, Till]) -> Paid:
    first, second = pair
    old = sell(first.shop, "1", 60_000, member=tills.member, coins=300)
    for till in (first, second, first):
        till.pump()
    return Paid(tills.member, old.sale, old.collect_minor)


def swap(till: Till, paid: Paid, coins: int, name: str = "2") -> object:
    shop = till.shop
    ask = ReturnAsk(shop.mint(), f"R-{name}", sale=paid.sale, amount_minor=paid.money_minor)
    new = bill(shop, name, 60_000, member=paid.member, coins=coins)
    return record_exchange(shop, STAFF, ask, new)


def settled(tills: Tills, pair: tuple[Till, Till]) -> None:
    for _ in range(2):
        for till in pair:
            till.pump()
    for till in pair:
        state = till.shop.state(tills.member)
        assert (state.overdraft, state.debt) == (0, 0)
    assert "held" not in tills.holds()


def test_coins_that_only_the_return_gives_back_pay_for_the_new_bill(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, _ = pair
    have = spendable(first.shop, tills.member)
    assert have < 100
    done = swap(first, all_spent, 250)
    assert isinstance(done, ExchangeRecorded), done
    assert "held" in tills.holds()
    settled(tills, pair)


def test_of_what_the_return_gives_back_nothing_is_there_for_others_before(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    assert isinstance(swap(first, all_spent, 250), ExchangeRecorded)
    greedy = bill(second.shop, "1", 60_000, member=tills.member, coins=250)
    assert not isinstance(record_sale(second.shop, STAFF, greedy), SaleRecorded)
    settled(tills, pair)


def test_more_than_comes_back_is_reserved_before_the_bill_is_recorded(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    old = sell(first.shop, "1", 60_000, member=tills.member, coins=200)
    first.pump()
    second.pump()
    # The other station spends what is left, and this one does not know it yet.
    sell(second.shop, "1", 60_000, member=tills.member, coins=100)
    refused = swap(first, Paid(tills.member, old.sale, old.collect_minor), 290)
    assert isinstance(refused, SpentElsewhere)
    assert refused.coins < 290
    done = swap(
        first, Paid(tills.member, old.sale, old.collect_minor), refused.coins - refused.coins % 10
    )
    assert isinstance(done, ExchangeRecorded), done
    settled(tills, pair)


def test_goods_that_came_back_elsewhere_pay_for_nothing_here(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    back = ReturnAsk(
        second.shop.mint(), "R-9", sale=all_spent.sale, amount_minor=all_spent.money_minor
    )
    assert isinstance(record_return(second.shop, STAFF, back), ReturnRecorded)
    second.pump()
    assert isinstance(swap(first, all_spent, 250), BackRefused)
    settled(tills, pair)


def test_a_return_elsewhere_that_comes_later_takes_nothing_from_the_exchange(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    back = ReturnAsk(
        second.shop.mint(), "R-9", sale=all_spent.sale, amount_minor=all_spent.money_minor
    )
    assert isinstance(record_return(second.shop, STAFF, back), ReturnRecorded)
    assert isinstance(swap(first, all_spent, 250), ExchangeRecorded)
    # The other return is sent first, and the key is reserved for this exchange.
    second.pump()
    first.pump()
    settled(tills, pair)


def test_an_undone_exchange_leaves_the_coins_where_they_were(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    before = spendable(first.shop, tills.member)
    done = swap(first, all_spent, 250)
    assert isinstance(done, ExchangeRecorded)
    assert isinstance(undo_exchange(first.shop, STAFF, done), SaleVoided)
    settled(tills, pair)
    assert [spendable(till.shop, tills.member) for till in (first, second)] == [before] * 2


def test_what_the_return_gave_back_was_spent_elsewhere_and_the_exchange_stands(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    done = swap(first, all_spent, 0)
    assert isinstance(done, ExchangeRecorded)
    first.pump()
    second.pump()
    sell(second.shop, "1", 60_000, member=tills.member, coins=290)
    refused = undo_exchange(first.shop, STAFF, done)
    assert isinstance(refused, SpentElsewhere)
    settled(tills, pair)
    assert "1" not in {row.bill_number for row in todays_sales(first.shop) if row.voided}


def test_undoing_a_return_that_never_counted_gives_nothing(
    tills: Tills, pair: tuple[Till, Till], all_spent: Paid
) -> None:
    first, second = pair
    back = ReturnAsk(second.shop.mint(), "R-9", all_spent.sale, amount_minor=all_spent.money_minor)
    assert isinstance(record_return(second.shop, STAFF, back), ReturnRecorded)
    # Without coins on the new bill the hub is not asked, and hears of the other return first.
    done = swap(first, all_spent, 0)
    assert isinstance(done, ExchangeRecorded)
    assert isinstance(undo_exchange(first.shop, STAFF, done), SaleVoided)
    second.pump()
    after = spendable(second.shop, tills.member)
    settled(tills, pair)
    assert [spendable(till.shop, tills.member) for till in pair] == [after] * 2
