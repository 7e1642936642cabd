"""Vouchers and codes at the till: scanned or typed, on the bill or handed over."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.effects import Earn
from app.domain.facts import Opening
from app.services import promos, rewards, vouchers
from app.services.promos import PromoBatch
from app.services.rewards import RewardRedeemed
from app.services.vouchers import MyVoucher
from tests.helpers.counter import Counter
from tests.helpers.keys import items, press, texts, type_text

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def key(
    counter: Counter,
    which: Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    press(counter.window, which, modifiers=modifiers)
    settle(counter)


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    settle(counter)


def bought(counter: Counter, reward: str) -> MyVoucher:
    """A voucher of the member's for a reward, fresh from their coins."""
    shop, member = counter.shop, counter.member.member
    day = shop.moment().on
    coins = (Earn(1_000, "", day, day + timedelta(days=400), "opening", 0, 100, 1_000, ""),)
    shop.record(
        lambda _: ((shop.event("opening", Opening("x", 1), member=member, effects=coins),), None)
    )
    got = rewards.redeem(shop, "", member, reward)
    assert isinstance(got, RewardRedeemed), got
    return next(one for one in vouchers.vouchers_of(shop, member) if one.fault is None)


def usable(counter: Counter) -> list[str]:
    """The rewards of the member's vouchers that can be used."""
    held = vouchers.vouchers_of(counter.shop, counter.member.member)
    return [one.held.reward for one in held if one.open]


@pytest.fixture
def fifty_off(counter: Counter) -> MyVoucher:
    return bought(counter, "fifty-off")


def with_bill(counter: Counter, amount: str = "1264") -> None:
    write(counter, amount)
    counter.vm.bill.typeNumber("B-9000")


def test_a_scanned_voucher_comes_off_the_bill_and_is_used_with_it(
    counter: Counter, fifty_off: MyVoucher
):
    counter.scan(counter.card())
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    settle(counter)
    assert "Take ₹50 off on the till. Collect ₹1,214." in texts(counter.window)
    assert [row.amount for row in counter.vm.bill.offs.rows] == ["-₹50.00"]
    key(counter, Key.Key_F12)
    assert "Collect ₹1,214." in counter.vm.props.detail
    assert not usable(counter)


def test_a_voucher_brings_its_member_to_the_counter(counter: Counter, fifty_off: MyVoucher):
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    settle(counter)
    assert counter.vm.member.props.name == "Aarti Sharma"
    assert [row.amount for row in counter.vm.bill.offs.rows] == ["-₹50.00"]


def test_a_voucher_of_somebody_else_stays_unused(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card(counter.other))
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    settle(counter)
    assert "belongs to Aarti Sharma" in counter.vm.props.message
    assert [row.title for row in counter.vm.bill.offs.rows] == ["Platinum price"]


def test_the_member_is_changed_and_the_voucher_goes_with_them(
    counter: Counter, fifty_off: MyVoucher
):
    counter.scan(counter.card())
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    counter.scan(counter.card(counter.other))
    settle(counter)
    assert [row.title for row in counter.vm.bill.offs.rows] == ["Platinum price"]


def test_a_bill_that_is_too_small_says_what_is_missing(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card())
    with_bill(counter, "200")
    counter.scan(fifty_off.held.number)
    settle(counter)
    assert counter.vm.bill.props.unfit == "The bill must be at least ₹300 for this voucher."
    assert [row.amount for row in counter.vm.bill.offs.rows] == [""]
    key(counter, Key.Key_F12)
    assert "at least ₹300" in counter.vm.props.message
    counter.vm.bill.typeEntry("300")
    settle(counter)
    assert counter.vm.bill.props.unfit == ""
    key(counter, Key.Key_F12)
    assert "Collect ₹250." in counter.vm.props.detail


def test_a_used_voucher_says_so(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card())
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    key(counter, Key.Key_F12)
    counter.scan(fifty_off.held.number)
    settle(counter)
    assert "was used" in counter.vm.props.message


def test_an_undone_sale_gives_its_voucher_back_to_the_bill(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card())
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    key(counter, Key.Key_F12)
    key(counter, Key.Key_F12, SHIFT)
    assert [row.amount for row in counter.vm.bill.offs.rows] == ["-₹50.00"]
    key(counter, Key.Key_F12)
    assert "Collect ₹1,214." in counter.vm.props.detail


def test_chosen_by_keys_and_taken_off_again(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card())
    with_bill(counter)
    key(counter, Key.Key_F6, SHIFT)
    assert counter.vm.props.panel == "codes"
    key(counter, Key.Key_Down)
    assert "Use on the bill" in texts(counter.window)
    key(counter, Key.Key_F12)
    assert counter.vm.props.panel == "bill"
    assert counter.vm.bill.offs.rows
    key(counter, Key.Key_F6, SHIFT)
    key(counter, Key.Key_Down)
    key(counter, Key.Key_F12)
    assert not counter.vm.bill.offs.rows


def test_a_free_thing_is_handed_over_without_a_bill_after_one_more_key(counter: Counter):
    tea = bought(counter, "tea-250")
    counter.scan(tea.held.number)
    settle(counter)
    assert counter.vm.props.panel == "codes"
    assert "Hand over: Assam tea, 250 g, free" in texts(counter.window)
    key(counter, Key.Key_F12)
    assert counter.vm.props.message == "Handed over: Assam tea, 250 g, free."
    assert not usable(counter)


def test_a_free_thing_that_is_on_the_bill_comes_off_it(counter: Counter):
    tea = bought(counter, "tea-250")
    counter.scan(counter.card())
    counter.vm.bill.toggleMode()
    write(counter, "IN124")
    key(counter, Key.Key_Return)
    counter.scan(tea.held.number)
    settle(counter)
    assert counter.vm.props.panel == "bill"
    assert counter.vm.bill.offs.rows[0].title == "Assam tea, 250 g, free"
    assert counter.vm.bill.offs.rows[0].amount.startswith("-₹")


def test_a_single_code_of_a_leaflet_works_once(counter: Counter):
    batch = promos.batch_of(counter.shop, "new-street")
    assert isinstance(batch, PromoBatch)
    counter.scan(counter.card())
    with_bill(counter)
    key(counter, Key.Key_F6, SHIFT)
    write(counter, batch.codes[0].lower())
    key(counter, Key.Key_Return)
    assert counter.vm.props.kind == "bad"
    assert counter.vm.codes.props.message == "This code is for a first purchase only."
    assert not counter.vm.bill.offs.rows


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("NOSUCHCODE", "is no code of this shop"),
        ("DIWALI26", "works from"),
        ("SV22222222222", "could not be read"),
    ],
)
def test_what_cannot_be_used_is_refused_in_place(counter: Counter, typed: str, said: str):
    counter.scan(counter.card())
    with_bill(counter)
    key(counter, Key.Key_F6, SHIFT)
    write(counter, typed)
    key(counter, Key.Key_Return)
    assert counter.vm.props.panel == "codes"
    written = [item for item in items(counter.window.contentItem()) if item.inherits("QQuickText")]
    assert sum(said in item.property("text") for item in written) == 1
    assert not counter.vm.bill.offs.rows
    assert counter.vm.bill.props.total == "₹1,264.00"


def test_a_held_bill_comes_back_with_its_voucher(counter: Counter, fifty_off: MyVoucher):
    counter.scan(counter.card())
    with_bill(counter)
    counter.scan(fifty_off.held.number)
    settle(counter)
    key(counter, Key.Key_F8)
    assert not counter.vm.bill.offs.rows
    key(counter, Key.Key_F9)
    key(counter, Key.Key_F12)
    assert [row.amount for row in counter.vm.bill.offs.rows] == ["-₹50.00"]


def test_a_gift_over_a_spend_is_told_before_and_handed_over_after(counter: Counter):
    counter.scan(counter.card())
    with_bill(counter, "2900")
    assert "₹100 more brings a gift: Soan papdi, 500 g, free" in texts(counter.window)
    counter.vm.bill.typeEntry("3000")
    settle(counter)
    assert "A gift comes with it: Soan papdi, 500 g, free" in texts(counter.window)
    key(counter, Key.Key_F12)
    assert "Hand over the gift: Soan papdi, 500 g, free." in counter.vm.props.detail
    assert usable(counter) == ["soan-papdi"]
    key(counter, Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert counter.vm.props.message == "Handed over: Soan papdi, 500 g, free."
    assert not usable(counter)
    key(counter, Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert counter.vm.props.message == "Handed over: Soan papdi, 500 g, free."


def test_a_gift_that_is_not_handed_over_stays_the_members(counter: Counter):
    counter.scan(counter.card())
    with_bill(counter, "3000")
    key(counter, Key.Key_F12)
    counter.scan(counter.card())
    key(counter, Key.Key_F6, SHIFT)
    assert counter.vm.props.gift == ""
    key(counter, Key.Key_Down)
    assert "Hand over: Soan papdi, 500 g, free" in texts(counter.window)


def test_an_undone_sale_takes_its_gift_with_it(counter: Counter):
    counter.scan(counter.card())
    with_bill(counter, "3000")
    key(counter, Key.Key_F12)
    key(counter, Key.Key_F12, SHIFT)
    assert counter.vm.props.gift == ""
    assert not usable(counter)
