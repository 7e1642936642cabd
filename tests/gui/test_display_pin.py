"""A member's PIN: typed on the customer's display, never at the cashier's side."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.domain.bills import Bill, amount_line
from app.domain.effects import Credit
from app.domain.facts import Opening
from app.services.member_pins import PinRight, check_pin, has_pin
from app.services.sales import SaleRecorded, record_sale
from tests.helpers.counter import PINS, Counter
from tests.helpers.display import PIN, Display, give_coins, give_pin
from tests.helpers.keys import press, texts, type_text
from tests.helpers.kiosk import Ticks

pytestmark = pytest.mark.slow
MUCH = 300
LITTLE = 100


@pytest.fixture
def display(open_counter: Callable[..., Counter]) -> Display:
    """A counter with its display, and a member with a PIN and many coins at it."""
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks)
    counter.sign_in()
    return with_coins(Display(counter, ticks))


def with_coins(display: Display, *, pin: bool = True) -> Display:
    """Put the member with a bill at the counter."""
    display.counter.member = give_coins(display.counter, display.counter.member, 2_000)
    if pin:
        give_pin(display.counter, display.counter.member)
    display.come()
    display.amount("20000")
    return display


def spend(display: Display, coins: int) -> None:
    """Let the cashier use so many coins, by keys."""
    window = display.counter.window
    press(window, Qt.Key.Key_F4)
    display.settle()
    display.counter.vm.coins.typeCoins(str(coins))
    display.counter.vm.coins.useThem()
    display.settle()


def used(display: Display) -> int:
    """Return the coins on the bill."""
    coins: int = display.counter.vm.bill.inputs.coins
    return coins


def cashier_sees(display: Display) -> str:
    """Return every text in the cashier's window, and all that its panel for PINs knows."""
    display.settle()
    pin = display.counter.vm.memberPin
    return "\n".join([*texts(display.counter.window), repr(pin.props)])


def waiting(display: Display) -> bool:
    """Say whether the cashier waits for the member."""
    display.settle()
    wanted: bool = display.counter.vm.memberPin.props.wanted
    return wanted


def test_few_coins_need_no_pin(display: Display):
    spend(display, LITTLE)
    assert used(display) == LITTLE
    assert not waiting(display)


def test_many_coins_are_spent_after_the_pin_by_touch(display: Display):
    spend(display, MUCH)
    assert used(display) == 0
    assert display.screen == "pin"
    assert "Your PIN, please" in display.read()
    for digit in PIN:
        display.tap(digit)
    display.tap("OK")
    assert used(display) == MUCH
    assert display.screen == "bill"
    assert display.counter.vm.props.panel == "bill"


def test_bills_on_hold_are_no_way_around_the_pin(display: Display):
    half, vm = 150, display.counter.vm
    for number in ("B-1", "B-2"):
        spend(display, half)
        assert used(display) == half
        vm.bill.typeNumber(number)
        assert vm.hold()
        display.settle()
        display.come()
        display.amount("20000")
    vm.removeMember()
    vm.bill.begin("")
    for _ in range(2):
        vm.openPanel("held")
        display.settle()
        vm.recall()
        display.settle()
        display.record()
    assert waiting(display)
    assert display.counter.shop.state(display.counter.member.member).spent == half
    for digit in PIN:
        display.tap(digit)
    display.tap("OK")
    display.settle()
    assert display.counter.shop.state(display.counter.member.member).spent == 2 * half


def test_or_on_a_keypad(display: Display):
    spend(display, MUCH)
    type_text(display.window, PIN)
    press(display.window, Qt.Key.Key_Enter)
    display.settle()
    assert used(display) == MUCH


def test_the_cashier_sees_dots_and_never_a_digit(display: Display):
    spend(display, MUCH)
    assert "Never ask for it aloud" in cashier_sees(display)
    type_text(display.window, "777")
    assert "●●●" in cashier_sees(display)
    assert "777" not in cashier_sees(display)
    assert "777" not in display.known()
    assert "777" not in display.read()
    assert display.vm.pin.props.count == 3
    press(display.window, Qt.Key.Key_Backspace)
    assert "●●●" not in cashier_sees(display)


def test_the_keyboard_is_the_members_while_a_pin_is_typed(display: Display):
    assert QGuiApplication.focusWindow() is display.counter.window
    spend(display, MUCH)
    assert not display.window.flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert QGuiApplication.focusWindow() is display.window
    type_text(display.window, PIN)
    press(display.window, Qt.Key.Key_Return)
    display.settle()
    assert QGuiApplication.focusWindow() is display.counter.window
    assert display.window.flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_wrong_pin_is_told_on_both_sides_and_tried_again(display: Display):
    spend(display, MUCH)
    type_text(display.window, "1379")
    press(display.window, Qt.Key.Key_Return)
    assert "Wrong PIN" in cashier_sees(display)
    assert "Wrong PIN" in display.read()
    assert used(display) == 0
    type_text(display.window, PIN)
    press(display.window, Qt.Key.Key_Return)
    display.settle()
    assert used(display) == MUCH


def test_too_many_wrong_ones_lock_and_a_supervisor_can_agree(display: Display):
    spend(display, MUCH)
    for _ in range(6):
        type_text(display.window, "1379")
        press(display.window, Qt.Key.Key_Return)
        display.settle()
    assert "Too many wrong PINs" in cashier_sees(display)
    press(display.window, Qt.Key.Key_F12)
    display.settle()
    assert display.screen == "bill"
    approval = display.counter.vm.approval
    assert "of Aarti Sharma worth ₹150" in approval.props.reason
    approval.typePin(PINS["Ravi"])
    approval.submit()
    display.settle()
    assert used(display) == MUCH


@pytest.mark.parametrize("clicked", [True, False], ids=["in their window", "anywhere"])
def test_the_cashier_can_stop_it(display: Display, clicked: bool):
    spend(display, MUCH)
    if clicked:
        display.counter.window.requestActivate()
        QCoreApplication.processEvents()
    press(display.counter.window if clicked else display.window, Qt.Key.Key_Escape)
    display.settle()
    assert not waiting(display)
    assert display.screen == "bill"
    assert used(display) == 0
    assert display.counter.vm.props.panel == "coins"


def test_so_can_the_member(display: Display):
    spend(display, MUCH)
    display.tap("Not now")
    assert not waiting(display)
    assert "gave no PIN. Nothing was used." in display.counter.vm.props.message
    assert used(display) == 0


def test_nobody_types_and_it_is_over_after_a_minute(display: Display):
    spend(display, MUCH)
    display.wait(59)
    assert waiting(display)
    display.wait(2)
    assert not waiting(display)
    assert used(display) == 0


def test_the_members_card_goes_and_the_question_with_it(display: Display):
    spend(display, MUCH)
    display.come(display.counter.other)
    assert not waiting(display)
    assert display.screen == "bill"
    assert used(display) == 0


def test_a_right_pin_for_somebody_who_left_meanwhile_pays_for_nobody(display: Display):
    spend(display, MUCH)
    type_text(display.window, PIN)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(display.window, key)
    display.counter.vm.removeMember()
    display.settle()
    assert used(display) == 0
    assert display.screen == "bill"


def test_proven_once_is_enough_while_the_member_is_there(display: Display):
    spend(display, MUCH)
    type_text(display.window, PIN)
    press(display.window, Qt.Key.Key_Return)
    display.settle()
    spend(display, MUCH + 50)
    assert used(display) == MUCH + 50
    display.counter.vm.removeMember()
    display.come()
    spend(display, MUCH)
    assert waiting(display)


def test_many_small_spends_of_a_day_ask_too(display: Display):
    counter = display.counter
    bill = Bill(
        counter.shop.mint(),
        "B-8999",
        (amount_line(1_000_000),),
        member=counter.member.member,
        coins=150,
    )
    owner = counter.app.desk.staff_id
    assert isinstance(record_sale(counter.shop, owner, bill), SaleRecorded)
    display.come()
    spend(display, LITTLE)
    assert waiting(display)


def test_a_locked_till_asks_for_nothing(display: Display):
    spend(display, MUCH)
    display.counter.app.station.lock()
    assert display.screen == "idle"
    assert not waiting(display)


@pytest.mark.parametrize("shown", ["window", "off", "closed"])
def test_without_pin_or_display_a_supervisor_agrees(
    open_counter: Callable[..., Counter], shown: str
):
    ticks = Ticks()
    counter = open_counter(display="off" if shown == "off" else "window", now_ms=ticks)
    counter.sign_in()
    display = Display(counter, ticks)
    with_coins(display, pin=shown != "window")
    if shown == "closed":
        display.window.close()
    spend(display, MUCH)
    assert counter.vm.approval.props.wanted
    assert not waiting(display)
    counter.vm.approval.typePin(PINS["Ravi"])
    counter.vm.approval.submit()
    display.settle()
    assert used(display) == MUCH


# ---------------------------------------------------------------- a new PIN


def choose(display: Display) -> list[str]:
    """Let the member choose a PIN; the list fills with how it ended."""
    ends: list[str] = []
    counter = display.counter
    counter.vm.memberPin.choose(counter.member, counter.app.desk.staff_id, ends.append)
    display.settle()
    return ends


def enter(display: Display, pin: str) -> None:
    """Type a PIN on the display."""
    type_text(display.window, pin)
    press(display.window, Qt.Key.Key_Return)
    display.settle()


def test_a_new_pin_is_typed_twice(display: Display):
    ends = choose(display)
    assert "chooses a PIN" in cashier_sees(display)
    enter(display, "8317")
    assert "Type it once more" in display.read()
    assert "once more" in cashier_sees(display)
    enter(display, "8317")
    assert ends == ["saved"]
    assert "Your PIN is set" in display.read()
    member = display.counter.member.member
    assert isinstance(check_pin(display.counter.shop, member, "8317"), PinRight)
    display.wait(6)
    assert display.screen == "bill"


def test_two_different_ones_and_a_weak_one_are_chosen_anew(display: Display):
    ends = choose(display)
    enter(display, "8317")
    enter(display, "8318")
    assert "two different PINs" in display.read()
    enter(display, "1234")
    enter(display, "1234")
    assert "easy to guess" in display.read()
    assert ends == []
    display.tap("Not now")
    assert ends == ["cancelled"]


def test_without_a_display_nobody_chooses_a_pin(open_counter: Callable[..., Counter]):
    counter = open_counter()
    counter.sign_in()
    ends: list[str] = []
    counter.vm.memberPin.choose(counter.member, counter.app.desk.staff_id, ends.append)
    assert ends == ["failed"]
    assert not has_pin(counter.shop, counter.member.member)


# ---------------------------------------------------------------- store credit


def test_store_credit_counts_as_the_coins_it_is_worth(display: Display):
    counter = display.counter
    minor = MUCH * counter.shop.programme.coin_value_minor
    day = counter.shop.moment().on
    paid_in = (Credit(minor, "", day, None, "opening", 0),)
    view = counter.member
    counter.shop.record(
        lambda _: (
            (counter.shop.event("opening", Opening("x", 2), member=view.member, effects=paid_in),),
            None,
        )
    )
    display.come()
    counter.vm.openPanel("credit")
    counter.vm.credit.typeAmount(str(minor // 100))
    counter.vm.credit.act()
    assert waiting(display)
    assert counter.vm.bill.inputs.credit_minor == 0
    display.tap("Not now")
    counter.vm.back()
    spend(display, LITTLE)
    assert used(display) == LITTLE
    counter.vm.openPanel("credit")
    counter.vm.credit.typeAmount(str(minor // 100 // 2))
    counter.vm.credit.act()
    assert waiting(display), "coins and credit of one bill count together"
    enter(display, PIN)
    assert counter.vm.bill.inputs.credit_minor == minor // 2


def test_who_signs_in_after_a_lock_asks_for_the_pin_anew(display: Display):
    spend(display, MUCH)
    type_text(display.window, PIN)
    press(display.window, Qt.Key.Key_Return)
    display.settle()
    assert used(display) == MUCH
    display.counter.app.station.lock()
    display.counter.sign_in("Ravi")
    display.settle()
    spend(display, MUCH + 50)
    assert waiting(display)
    assert used(display) == MUCH
