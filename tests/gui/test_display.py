"""The customer's display: what a customer sees of the counter, and what nobody else may."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.bills import Bill, BillLine
from app.domain.preferences import Preferences
from app.services.catalogue import search
from app.services.greetings import greet
from app.services.preferences import set_preferences
from app.services.sales import SaleRecorded, record_sale
from tests.helpers import people
from tests.helpers.counter import LONG_NAME, Counter
from tests.helpers.display import Display, fresh, give_coins
from tests.helpers.keys import press, texts, type_text
from tests.helpers.kiosk import Ticks

pytestmark = pytest.mark.slow
SHIFT = Qt.KeyboardModifier.ShiftModifier
PHONE = "9876543210"
PRIVATE = ("Aarti", "Sharma", "98•", PHONE, PHONE[-3:])


@pytest.fixture
def display(open_counter: Callable[..., Counter]) -> Display:
    """A counter with Meera signed in, and its display as a window beside it."""
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks)
    counter.sign_in()
    return Display(counter, ticks)


def private_parts(display: Display) -> list[str]:
    """Return what of the member can be found anywhere on the display."""
    found = display.read() + display.known()
    return [part for part in PRIVATE if part in found]


def test_nobody_is_there_and_the_shop_says_what_one_gets(display: Display):
    assert display.screen == "idle"
    assert display.window.isVisible()
    said = display.read()
    assert "Joining is free." in said
    assert len(display.vm.slides.rows) == 3
    assert display.vm.slides.rows[0].title in said


def test_the_offers_turn(display: Display):
    first = display.vm.slides.rows
    display.wait(9)
    assert display.vm.slides.rows != first


def test_a_member_is_greeted_by_first_name_only(display: Display):
    display.come()
    assert display.screen == "bill"
    said = display.read()
    assert "Hello, Aarti!" in said
    assert f"{display.counter.member.coins.spendable} coins" in said
    assert [part for part in PRIVATE if part in said + display.known()] == ["Aarti"]


def test_a_member_is_spoken_to_in_their_own_language(display: Display):
    display.counter.vm.set_member(replace(display.counter.member, language="hi"))
    display.amount("1264")
    assert "नमस्ते, Aarti!" in display.read()
    assert "कुल" in display.read()
    assert "Total" not in display.read()
    assert "कुल" not in texts(display.counter.window), "the cashier's language stays"
    display.counter.vm.removeMember()
    assert "Welcome!" in display.read()


def test_items_and_total_follow_the_counter(display: Display):
    display.come()
    for text in ("atta", "rice"):
        display.counter.vm.bill.add(search(display.counter.shop, text, 1)[0])
    display.settle()
    names = [row.name for row in display.vm.lines.rows]
    said = display.read()
    assert len(names) == 2
    assert all(f"{name}  × 1" in said for name in names)
    assert display.counter.vm.bill.props.total in said
    display.counter.vm.bill.removeLine()
    assert len(display.vm.lines.rows) == 1


def test_what_comes_off_and_what_is_to_pay(display: Display):
    view = give_coins(display.counter, display.counter.member, 100)
    display.come(view)
    display.amount("1264")
    display.counter.vm.bill.use_coins(100)
    said = display.read()
    assert "100 coins" in [row.title for row in display.vm.offs.rows]
    assert "You pay" in said
    assert "₹1,264.00" in said
    assert display.vm.props.collect in said


def test_a_discount_stands_between_the_total_and_what_is_paid(display: Display):
    display.come()
    display.amount("1000")
    display.counter.vm.bill.askDiscount()
    display.counter.vm.bill.typeEntry("100")
    display.counter.vm.bill.enter()
    shown = display.vm.props
    assert (shown.total, shown.collect) == ("₹1,000.00", "₹900.00")
    assert "-₹100.00" in [row.amount for row in display.vm.offs.rows]


def test_a_guest_is_told_how_to_join_and_nothing_is_earned(display: Display):
    display.amount("500")
    assert display.screen == "bill"
    assert "Are you a member?" in display.read()
    assert display.vm.props.earns == ""
    display.record()
    assert display.screen == "thanks"
    assert "Thank you!" in display.read()
    assert not display.vm.thanks.props.hasCoins


def test_f12_thanks_with_coins_total_and_what_is_next(display: Display):
    before = display.counter.member.coins.spendable
    display.come()
    display.amount("1264")
    press(display.counter.window, Qt.Key.Key_F12)
    assert display.screen == "thanks"
    shown, now = display.vm.thanks.props, fresh(display.counter, display.counter.member)
    assert (shown.before, shown.after) == (before, now.coins.spendable)
    assert shown.after > before
    assert 0 < shown.flying <= 8
    said = display.read()
    assert "Thank you, Aarti!" in said
    assert shown.coins in said
    assert shown.next in said
    assert "Your bill: ₹1,264.00" in said


def test_the_end_of_the_motion_is_the_new_total(display: Display, qtbot):
    display.come()
    display.amount("1264")
    display.record()
    after = display.vm.thanks.number(display.vm.thanks.props.after)
    qtbot.waitUntil(lambda: after in texts(display.window), timeout=5_000)


def test_a_touch_has_the_end_on_screen_at_once(display: Display):
    display.come()
    display.amount("1264")
    display.record()
    QTest.mouseClick(display.window, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert display.vm.thanks.number(display.vm.thanks.props.after) in texts(display.window)


def test_a_member_who_wants_no_motion_sees_the_end_at_once(display: Display):
    member = display.counter.member.member
    chosen = Preferences(large_text=True, high_contrast=True, reduced_motion=True)
    set_preferences(display.counter.shop, member, chosen)
    display.come()
    assert display.vm.props.largeText
    assert display.vm.props.highContrast
    display.amount("1264")
    display.record()
    assert display.vm.props.reducedMotion
    assert display.vm.thanks.number(display.vm.thanks.props.after) in texts(display.window)
    display.wait(61)
    assert display.screen == "idle"
    assert not display.vm.props.largeText


def test_undo_puts_the_bill_back_before_the_customer_too(display: Display):
    display.come()
    display.amount("1264")
    display.record()
    press(display.counter.window, Qt.Key.Key_F12, modifiers=SHIFT)
    assert display.screen == "bill"
    assert "₹1,264.00" in display.read()
    assert display.vm.thanks.props.title == ""
    display.record()
    assert display.screen == "thanks"


def test_an_undo_that_is_quicker_than_the_thanks_wins(display: Display):
    display.come()
    display.amount("1264")
    counter = display.counter.vm
    counter.sold.connect(lambda *_: display.counter.jobs.run(int, lambda _: counter.undo()))
    display.record()
    assert display.screen == "bill"
    assert display.vm.thanks.props.title == ""


def test_a_special_day_brings_the_owners_note_once_and_by_first_name(display: Display):
    shop = display.counter.shop
    today = shop.moment().on
    gauri = people.joined(shop, "Gauri Rao", "9811122233", birthday=today.replace(year=1990))
    assert greet(shop, today) >= 1
    display.come(gauri)
    display.amount("1264")
    display.record()
    assert "Happy birthday, Gauri!" in display.read()
    assert "the whole shop wishes you a sweet year" in display.read()
    assert display.vm.thanks.props.noteGift
    assert "Rao" not in display.read() + display.known()
    display.come(gauri)
    display.amount("500", "B-9001")
    display.record()
    assert display.screen == "thanks"
    assert display.vm.thanks.props.noteTitle == ""


def test_a_note_that_nobody_could_see_is_told_the_next_time(display: Display):
    shop = display.counter.shop
    today = shop.moment().on
    gauri = people.joined(shop, "Gauri Rao", "9811122233", birthday=today.replace(year=1990))
    assert greet(shop, today) >= 1
    display.window.hide()  # its screen is unplugged
    display.come(gauri)
    display.amount("1264")
    display.record()
    display.window.show()
    display.come(gauri)
    display.amount("500", "B-9001")
    display.record()
    assert "Happy birthday, Gauri!" in display.read()


@pytest.mark.parametrize(
    ("amount", "label", "sum_"),
    [("700", "You pay", "₹75.00"), ("500", "You get back", "₹125.00"), ("625", "You pay", "₹0.00")],
)
def test_an_exchange_is_one_sum_and_is_thanked_for(
    display: Display, amount: str, label: str, sum_: str
):
    counter = display.counter
    rice = BillLine("IN101", "Basmati rice 5 kg", "Staples", 1000, 62_500)
    bill = Bill(counter.shop.mint(), "A1", (rice,), member=counter.member.member)
    assert isinstance(record_sale(counter.shop, "", bill), SaleRecorded)
    for key, then in (
        (Qt.Key.Key_F5, "A1"),
        (Qt.Key.Key_Return, ""),
        (Qt.Key.Key_F6, "R9"),
        (Qt.Key.Key_F9, amount),
    ):
        press(counter.window, key)
        display.settle()
        type_text(counter.window, then)
        display.settle()
    assert (display.vm.props.collectLabel, display.vm.props.collect) == (label, sum_)
    assert "-₹625.00" in [row.amount for row in display.vm.offs.rows]
    counter.vm.bill.typeNumber("A2")
    press(counter.window, Qt.Key.Key_F12)
    assert display.screen == "thanks"
    assert "Thank you, Aarti!" in display.read()
    assert display.vm.thanks.props.paid == f"{label}: {sum_}"


def test_the_next_bill_ends_the_thanks(display: Display):
    display.come()
    display.amount("1264")
    display.record()
    display.amount("80", "B-9001")
    assert display.screen == "bill"
    assert private_parts(display) == []


def test_after_a_minute_the_offers_are_back(display: Display):
    display.come()
    display.amount("1264")
    display.record()
    display.wait(59)
    assert display.screen == "thanks"
    display.wait(2)
    assert display.screen == "idle"
    assert private_parts(display) == []


@pytest.mark.parametrize("left", ["empty", "goods", "held"])
def test_nothing_is_left_of_a_member_who_left(display: Display, left: str):
    display.come()
    if left != "empty":
        display.amount("1264")
    if left == "held":
        display.counter.vm.hold()
    else:
        display.counter.vm.removeMember()
    assert display.screen == ("bill" if left == "goods" else "idle")
    assert private_parts(display) == []
    assert display.vm.thanks.props == type(display.vm.thanks.props)()


def test_another_members_card_shows_only_them(display: Display):
    display.come()
    display.come(display.counter.other)
    assert f"Hello, {LONG_NAME.split()[0]}!" in display.read()
    assert LONG_NAME not in display.read()
    assert private_parts(display) == []


def test_a_locked_till_shows_a_customer_nothing_of_anybody(display: Display):
    display.come()
    display.amount("1264")
    display.counter.app.station.lock()
    assert display.screen == "idle"
    assert private_parts(display) == []
    display.counter.sign_in()
    assert display.screen == "bill"
    assert "Hello, Aarti!" in display.read()


def test_a_new_member_photographs_the_card(display: Display):
    view = display.counter.member
    display.counter.vm.set_member(view)
    display.settle()
    display.counter.vm.joined.emit(view)
    assert display.screen == "card"
    assert view.cards[-1].short in display.read()
    assert display.vm.props.cardSize > 0
    assert display.vm.modules.rows
    display.counter.vm.bill.add(search(display.counter.shop, "atta", 1)[0])
    assert display.screen == "bill"
    assert not display.vm.modules.rows


def test_the_card_goes_by_a_touch(display: Display):
    display.counter.vm.set_member(display.counter.member)
    display.settle()
    display.counter.vm.joined.emit(display.counter.member)
    display.settle()
    display.tap("Done")
    assert display.screen == "bill"
    assert display.counter.member.cards[-1].short not in display.known()


def test_enrolling_shows_the_card(display: Display):
    enrol = display.counter.vm.enrol
    display.counter.vm.openPanel("find")
    display.counter.vm.find.typeQuery("9000012345")
    display.settle()
    display.counter.vm.find.enrolNew()
    enrol.typeName("Sunita Rao")
    enrol.setConsent(True)
    display.settle()
    enrol.enrol()
    assert display.screen == "card"
    enrol.enrol()
    assert display.screen == "card", "the cashier has gone on"
    assert "Sunita" in display.read()
    assert "9000012345" not in display.read() + display.known()


def test_it_never_takes_the_keyboard(display: Display):
    flag = Qt.WindowType.WindowDoesNotAcceptFocus
    assert display.window.flags() & flag
    display.come()
    display.amount("1264")
    display.record()
    assert display.window.flags() & flag
    assert display.counter.window.isActive()


def test_closing_the_display_leaves_the_counter_alone(display: Display):
    display.window.close()
    display.come()
    display.amount("1264")
    display.record()
    assert display.counter.vm.props.canUndo


def test_closing_the_counter_closes_the_display(display: Display):
    display.counter.window.hide()
    assert not display.window.isVisible()


def test_without_a_place_for_it_there_is_none(open_counter: Callable[..., Counter]):
    counter = open_counter(display="auto")
    counter.sign_in()
    assert counter.app.customer.window is None
