"""Goods come back and others go, with one key at the end."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.bills import Bill, BillLine
from app.services import drafts
from app.services.members import MemberView, open_member
from app.services.open_sales import sale_of, todays_sales
from app.services.sales import SaleRecorded, record_sale
from tests.helpers.counter import Counter
from tests.helpers.keys import press, texts, type_text

pytestmark = pytest.mark.slow
Key = Qt.Key
RICE = BillLine("IN101", "Basmati rice 5 kg", "Staples", 1000, 62_500)


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def key(counter: Counter, which: Key) -> None:
    press(counter.window, which)
    settle(counter)


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    settle(counter)


@pytest.fixture
def sold(counter: Counter) -> str:
    bill = Bill(counter.shop.mint(), "A1", (RICE,), member=counter.member.member)
    outcome = record_sale(counter.shop, "", bill)
    assert isinstance(outcome, SaleRecorded)
    return outcome.sale


@pytest.fixture
def exchanging(counter: Counter, sold: str) -> Counter:
    """The counter asks for the new goods, by keys alone."""
    key(counter, Key.Key_F5)
    write(counter, "A1")
    key(counter, Key.Key_Return)
    key(counter, Key.Key_F6)
    write(counter, "R9")
    key(counter, Key.Key_F9)
    return counter


def test_new_goods_are_asked_for_and_the_member_is_there(exchanging: Counter):
    assert exchanging.vm.props.panel == "bill"
    assert "₹625 comes back from bill A1. Enter the new goods." in texts(exchanging.window)
    assert exchanging.vm.member.props.name == "Aarti Sharma"


@pytest.mark.parametrize(
    ("amount", "said", "done"),
    [
        ("700", "Exchange: collect ₹75.", "Collect ₹75."),
        ("500", "Exchange: hand back ₹125.", "Hand back ₹125."),
        ("625", "Exchange: nothing to pay.", "Nothing to pay."),
    ],
)
def test_the_money_between_them_is_one_sum(
    exchanging: Counter, sold: str, amount: str, said: str, done: str
):
    write(exchanging, amount)
    assert said in texts(exchanging.window)
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    assert exchanging.vm.props.message == f"Exchange recorded. {done}"
    left = sale_of(exchanging.shop, sold)
    assert left is not None
    assert left.kept[0].quantity_milli == 0
    assert exchanging.vm.bill.props.exchange == ""
    assert exchanging.vm.props.canUndo


def test_esc_leaves_it_and_nothing_has_happened(exchanging: Counter, sold: str):
    write(exchanging, "700")
    key(exchanging, Key.Key_Escape)
    key(exchanging, Key.Key_Escape)
    assert exchanging.vm.bill.props.exchange == ""
    left = sale_of(exchanging.shop, sold)
    assert left is not None
    assert left.kept[0].quantity_milli == 1000


def test_another_member_waits_until_it_is_done(exchanging: Counter):
    exchanging.scan(exchanging.card(exchanging.other))
    assert exchanging.vm.member.props.name == "Aarti Sharma"
    assert "Finish the exchange first" in exchanging.vm.props.message
    key(exchanging, Key.Key_F8)
    assert exchanging.vm.bill.props.exchange != ""


def test_a_used_bill_number_is_refused_and_the_goods_stay_sold(exchanging: Counter, sold: str):
    other = Bill(exchanging.shop.mint(), "C5", (RICE,))
    assert isinstance(record_sale(exchanging.shop, "", other), SaleRecorded)
    write(exchanging, "700")
    exchanging.vm.bill.typeNumber("C5")
    key(exchanging, Key.Key_F12)
    assert exchanging.vm.props.message.startswith("Bill number C5 was used")
    left = sale_of(exchanging.shop, sold)
    assert left is not None
    assert left.kept[0].quantity_milli == 1000
    exchanging.vm.bill.typeNumber("A77")
    key(exchanging, Key.Key_F12)
    assert "Exchange recorded." in exchanging.vm.props.message


def test_without_the_returns_number_it_asks_for_it(counter: Counter, sold: str):
    key(counter, Key.Key_F5)
    write(counter, "A1")
    key(counter, Key.Key_Return)
    key(counter, Key.Key_F6)
    key(counter, Key.Key_F9)
    assert counter.vm.props.panel == "return"
    assert counter.vm.returns.props.message != ""


def test_a_bill_that_was_begun_waits_on_hold(counter: Counter, sold: str):
    write(counter, "99")
    key(counter, Key.Key_F5)
    write(counter, "A1")
    key(counter, Key.Key_Return)
    key(counter, Key.Key_F6)
    write(counter, "R9")
    key(counter, Key.Key_F9)
    assert counter.vm.held.props.count == "1"


def test_the_gift_over_a_spend_comes_with_the_new_bill_too(exchanging: Counter):
    write(exchanging, "3000")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    assert "Hand over the gift: Soan papdi, 500 g, free." in exchanging.vm.props.detail
    exchanging.vm.handOverGift()
    settle(exchanging)
    view = open_member(exchanging.shop, exchanging.member.member)
    assert isinstance(view, MemberView)
    gifts = [one.status for one in view.state.vouchers if one.benefit.kind == "item"]
    assert gifts.count("claimed") == 1


def test_the_thanks_are_for_the_member_as_they_are_afterwards(exchanging: Counter):
    told: list[MemberView] = []
    exchanging.vm.sold.connect(lambda _, view: told.append(view))
    write(exchanging, "2000")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    now = open_member(exchanging.shop, exchanging.member.member)
    assert isinstance(now, MemberView)
    assert [view.coins.spendable for view in told] == [now.coins.spendable]


def test_it_is_undone_by_one_key_and_the_new_goods_are_on_the_screen_again(
    exchanging: Counter, sold: str
):
    before = open_member(exchanging.shop, exchanging.member.member)
    assert isinstance(before, MemberView)
    write(exchanging, "700")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    press(exchanging.window, Key.Key_F12, modifiers=Qt.KeyboardModifier.ShiftModifier)
    settle(exchanging)
    assert exchanging.vm.props.message == "Undone. Nothing was recorded."
    assert "Exchange: collect ₹75." in texts(exchanging.window)
    assert exchanging.vm.member.props.name == "Aarti Sharma"
    after = open_member(exchanging.shop, exchanging.member.member)
    assert isinstance(after, MemberView)
    assert (after.coins, after.state.lots) == (before.coins, before.state.lots)
    left = sale_of(exchanging.shop, sold)
    assert left is not None
    assert left.kept[0].quantity_milli == 1000
    key(exchanging, Key.Key_F12)
    assert exchanging.vm.props.message == "Exchange recorded. Collect ₹75."


def test_after_five_seconds_it_stands(exchanging: Counter):
    write(exchanging, "700")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    exchanging.clock.at += timedelta(seconds=6)
    press(exchanging.window, Key.Key_F12, modifiers=Qt.KeyboardModifier.ShiftModifier)
    settle(exchanging)
    assert exchanging.vm.props.kind == "bad"
    assert exchanging.vm.bill.props.empty


def test_a_second_press_keeps_what_was_said_of_an_exchange(exchanging: Counter):
    write(exchanging, "700")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    said = exchanging.vm.props
    key(exchanging, Key.Key_F12)
    assert exchanging.vm.props == said


def test_half_an_exchange_is_never_kept_as_a_bill(exchanging: Counter):
    write(exchanging, "700")
    exchanging.vm.bill.typeNumber("A2")
    key(exchanging, Key.Key_F12)
    write(exchanging, "80")
    press(exchanging.window, Key.Key_F12, modifiers=Qt.KeyboardModifier.ShiftModifier)
    press(exchanging.window, Key.Key_F12)
    settle(exchanging)
    assert drafts.held(exchanging.shop) == ()
    totals = {row.total_minor: row.voided for row in todays_sales(exchanging.shop)}
    assert (totals[8_000], totals[70_000]) == (False, True)
