"""Bills of the till on the counter: on the empty screen at once, else in a list."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.domain.till_troubles import TillTrouble
from app.services.baskets import take_basket
from tests.helpers.baskets import of_amount, sent
from tests.helpers.counter import Counter
from tests.helpers.keys import accessible
from tests.helpers.screen_walk import settle, shown

pytestmark = pytest.mark.slow


def send(counter: Counter, external_id: str = "1", **said: Any) -> None:
    """The till sends a bill, on a thread of its own."""
    amount = said.pop("amount", None)
    bill = sent(external_id, **said) if amount is None else of_amount(amount, external_id, **said)
    arrived = counter.vm.baskets.arrived  # as the station has it before it listens to the till

    def post() -> None:
        take_basket(counter.shop, bill)
        arrived.emit()

    thread = threading.Thread(target=post)
    thread.start()
    thread.join()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def press(counter: Counter, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(counter.window, key, modifier)
    QCoreApplication.processEvents()
    counter.jobs.drain()


def touch(counter: Counter, name: str) -> None:
    """Touch the button of this name in the middle."""
    settle(counter.window)
    node = next(
        one
        for one in accessible(counter.window)
        if one.role() == QAccessible.Role.Button and one.text(QAccessible.Text.Name) == name
    )
    corner = counter.window.position()
    at = node.rect().center() - corner
    QTest.mouseClick(counter.window, Qt.MouseButton.LeftButton, pos=at)
    QCoreApplication.processEvents()
    counter.jobs.drain()


def total(counter: Counter) -> str:
    return str(counter.vm.bill.props.total)


def lines(counter: Counter) -> list[str]:
    return [row.name for row in counter.vm.bill.lines.rows]


def test_a_bill_goes_on_the_empty_screen_and_is_recorded_once(counter: Counter) -> None:
    send(counter, customer={"phone": "9876543210"})
    assert lines(counter) == ["Atta 5 kg", "Tomatoes"]
    assert counter.vm.bill.props.number == "A-1"
    assert total(counter) == "₹545.00"
    assert counter.vm.member.view.member == counter.member.member
    assert counter.vm.baskets.props.strip == ""
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.props.kind == "good"
    assert counter.vm.bill.props.empty
    assert counter.vm.baskets.bills.rows == ()
    press(counter, Qt.Key.Key_F12, shift=True)
    assert total(counter) == "₹545.00"
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.props.kind == "good"


def test_a_bill_waits_while_another_is_on_the_screen(counter: Counter) -> None:
    counter.vm.bill.typeEntry("120")
    send(counter, "1")
    send(counter, "2", customer={"phone": "9876543210"})
    assert total(counter) == "₹120.00"
    assert counter.vm.baskets.props.strip == "2 bills from the till"
    assert "2 bills from the till" in shown(counter.window)
    press(counter, Qt.Key.Key_F9, shift=True)
    assert counter.vm.props.panel == "baskets"
    assert [row.title for row in counter.vm.baskets.bills.rows] == [
        "A-1 · Customer without a card",
        "A-2 · Aarti",
    ]
    press(counter, Qt.Key.Key_Down)
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.props.panel == "bill"
    assert counter.vm.bill.props.number == "A-2"
    assert counter.vm.member.view.member == counter.member.member
    assert [row.amount for row in counter.vm.held.bills.rows] == ["₹120"]
    assert counter.vm.baskets.props.strip == "1 bill from the till"


def test_goods_by_weight_that_the_catalogue_does_not_know_have_a_price_and_no_unit(
    counter: Counter,
) -> None:
    send(counter)
    tomatoes = counter.vm.bill.lines.rows[1]
    assert (tomatoes.quantity, tomatoes.detail) == ("1.25", "₹40 · ₹5 off")


def test_an_amount_without_a_name_is_called_goods(counter: Counter) -> None:
    send(counter, lines=[{"unit_price_minor": 12_650}], total_minor=12_650)
    assert lines(counter) == ["Goods"]


def test_however_many_the_till_sends_a_scan_waits_for_one_look(counter: Counter) -> None:
    for number in range(40):
        take_basket(counter.shop, of_amount(10_000, str(number)))
        counter.vm.baskets.arrived.emit()
    assert len(counter.jobs._waiting) == 1
    counter.scan(counter.card())
    assert counter.vm.member.view.member == counter.member.member
    QCoreApplication.processEvents()
    counter.jobs.drain()
    assert len(counter.vm.baskets.bills.rows) == 39
    send(counter, "another")
    assert len(counter.vm.baskets.bills.rows) == 40


def test_the_member_at_the_counter_stays(counter: Counter) -> None:
    counter.scan(counter.card(counter.other))
    send(counter, customer={"phone": "9876543210"})
    assert lines(counter) == ["Atta 5 kg", "Tomatoes"]
    assert counter.vm.member.view.member == counter.other.member
    assert counter.vm.props.message.startswith("For the till, this bill is Aarti Sharma's.")


def test_a_number_the_till_does_not_say_is_proposed_as_ever(counter: Counter) -> None:
    counter.vm.bill.typeNumber("B-77")
    send(counter, bill_number="")
    assert counter.vm.bill.props.number == "B-77"


def test_a_customer_nobody_knows_is_said(counter: Counter) -> None:
    send(counter, customer={"phone": "9123456789"})
    assert "not a member here" in counter.vm.props.message


def test_a_changed_bill_is_taken_over_with_what_the_member_uses(counter: Counter) -> None:
    send(counter, customer={"phone": "9876543210"})
    counter.vm.bill.use_coins(counter.vm.bill.inputs.estimate.coin_range.minimum)
    coins = counter.vm.bill.inputs.coins
    assert coins
    send(counter, amount=60_000, customer={"phone": "9876543210"})
    assert total(counter) == "₹600.00"
    assert counter.vm.bill.inputs.coins == coins
    assert counter.vm.props.message == "The till changed this bill. It is now ₹600."
    assert counter.vm.baskets.props.strip == ""


def test_a_changed_bill_leaves_what_is_open_open(counter: Counter) -> None:
    send(counter)
    counter.vm.openPanel("find")
    send(counter, amount=60_000)
    assert counter.vm.props.panel == "find"
    assert total(counter) == "₹600.00"


def test_nothing_goes_on_the_screen_behind_a_panel(counter: Counter) -> None:
    counter.vm.openPanel("find")
    send(counter)
    assert counter.vm.props.panel == "find"
    assert counter.vm.bill.props.empty
    assert counter.vm.baskets.props.strip == "1 bill from the till"


def test_what_the_cashier_changed_stays_and_the_tills_waits(counter: Counter) -> None:
    send(counter)
    counter.vm.bill.removeLine()
    send(counter, amount=60_000)
    assert lines(counter) == ["Atta 5 kg"]
    assert "Yours stays" in counter.vm.props.message
    (waiting,) = counter.vm.baskets.bills.rows
    assert waiting.detail.endswith("· changed at the till")
    counter.vm.openPanel("baskets")
    counter.vm.baskets.take()
    counter.jobs.drain()
    assert total(counter) == "₹600.00"
    assert counter.vm.held.bills.rows == ()


def test_a_bill_without_its_items_waits_again(counter: Counter) -> None:
    send(counter)
    counter.vm.bill.removeLine()
    counter.vm.bill.removeLine()
    counter.jobs.drain()
    assert counter.vm.baskets.props.strip == "1 bill from the till"


def test_a_bill_on_hold_waits_in_one_place_only(counter: Counter) -> None:
    send(counter)
    press(counter, Qt.Key.Key_F8)
    assert counter.vm.baskets.bills.rows == ()
    counter.vm.openPanel("held")
    counter.jobs.drain()
    counter.vm.recall()
    counter.jobs.drain()
    assert counter.vm.bill.props.number == "A-1"
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.props.kind == "good"


def test_a_till_that_cancels_is_told_to_the_cashier(counter: Counter) -> None:
    send(counter)
    send(counter, state="voided")
    assert "The till cancelled this bill" in counter.vm.props.message
    assert total(counter) == "₹545.00"
    counter.vm.bill.removeLine()
    counter.vm.bill.removeLine()
    send(counter, "2")
    press(counter, Qt.Key.Key_F12)
    send(counter, "2", state="voided")
    assert counter.vm.props.message == ("The till cancelled bill A-2, which is recorded here.")
    assert counter.vm.baskets.bills.rows[0].detail.endswith("· cancelled at the till")
    press(counter, Qt.Key.Key_F9, shift=True)
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.baskets.bills.rows == ()


def test_thrown_away_it_is_gone(counter: Counter) -> None:
    counter.vm.bill.typeEntry("120")
    send(counter)
    press(counter, Qt.Key.Key_F9, shift=True)
    press(counter, Qt.Key.Key_F7)
    assert counter.vm.baskets.bills.rows == ()
    assert counter.vm.baskets.props.nothing == "No bill from the till waits."


def test_nothing_goes_on_the_screen_of_nobody(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    send(counter)
    assert counter.vm.bill.props.empty
    counter.sign_in()
    assert counter.vm.bill.props.empty
    assert counter.vm.baskets.props.strip == "1 bill from the till"


def test_a_bill_survives_the_end_of_the_counter(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    counter.sign_in()
    send(counter)
    counter.vm.save_draft()
    counter.jobs.drain()
    counter = open_counter()
    counter.sign_in()
    assert counter.vm.bill.props.number == "A-1"
    assert counter.vm.baskets.bills.rows == ()
    press(counter, Qt.Key.Key_F12)
    assert counter.vm.props.kind == "good"
    send(counter)
    assert counter.vm.baskets.bills.rows == ()


def test_ten_at_once_leave_one_on_the_screen_and_lose_none(counter: Counter) -> None:
    for at in range(10):
        take_basket(counter.shop, sent(str(at)))
        counter.vm.baskets.arrived.emit()
    QCoreApplication.processEvents()
    counter.jobs.drain()
    assert counter.vm.bill.props.number == "A-0"
    assert counter.vm.baskets.props.strip == "9 bills from the till"


def test_what_keeps_the_till_from_sending_is_said(counter: Counter) -> None:
    counter.vm.baskets.troubled.emit((TillTrouble("port", "4711"),))
    assert counter.vm.baskets.props.strip.startswith("The till cannot send its bills.")
    press(counter, Qt.Key.Key_F9, shift=True)
    assert any("uses number 4711" in text for text in shown(counter.window))
    counter.app.station.setLanguage("hi")
    counter.jobs.drain()
    assert any("4711" in text and "प्रोग्राम" in text for text in shown(counter.window))
    counter.vm.baskets.troubled.emit(())
    assert counter.vm.baskets.props.strip == ""


def test_the_list_opens_by_key_when_nothing_waits_and_by_touch_when_something_does(
    counter: Counter,
) -> None:
    press(counter, Qt.Key.Key_F9, shift=True)
    assert counter.vm.props.panel == "baskets"
    assert "No bill from the till waits." in shown(counter.window)
    press(counter, Qt.Key.Key_Escape)
    counter.vm.bill.typeEntry("120")
    send(counter)
    touch(counter, "Show")
    assert counter.vm.props.panel == "baskets"
    touch(counter, "Take this bill")
    assert counter.vm.bill.props.number == "A-1"
