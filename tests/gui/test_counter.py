"""The cashier's day at the counter, by real keys in a real window over a real shop."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtTest import QTest

from app.hardware.scanner_keyboard import KeyboardScanner
from app.services import open_sales
from app.services.members import MemberView, open_member
from tests.helpers.counter import LONG_NAME, PINS, Counter
from tests.helpers.keys import items, press, texts, type_text

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def key(counter: Counter, which: Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    press(counter.window, which, modifiers=modifiers or Qt.KeyboardModifier.NoModifier)
    settle(counter)


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    settle(counter)


def coins_of(counter: Counter) -> int:
    view = open_member(counter.shop, counter.member.member)
    assert isinstance(view, MemberView)
    return view.coins.spendable


def sold(counter: Counter) -> list[open_sales.SaleRow]:
    return [row for row in open_sales.todays_sales(counter.shop) if not row.voided]


class TestSignIn:
    def test_name_and_pin_open_the_counter(self, open_counter: Callable[..., Counter]):
        counter = open_counter()
        key(counter, Key.Key_Down)
        key(counter, Key.Key_Down)
        assert counter.app.station.signIn.props.name == "Meera"
        write(counter, PINS["Meera"])
        key(counter, Key.Key_Return)
        assert counter.app.station.props.screen == "counter"
        assert "Meera (cashier)" in texts(counter.window)

    def test_wrong_pins_are_counted_and_then_locked(self, open_counter: Callable[..., Counter]):
        counter = open_counter()
        sign_in = counter.app.station.signIn
        sign_in.choose(1)
        heard = []
        for _ in range(5):
            sign_in.typePin("9999")
            sign_in.submit()
            settle(counter)
            heard.append(sign_in.props.message)
        assert heard[0] == "Wrong PIN. You can try 4 more times."
        assert "1 more time." in heard[3]
        assert heard[4].startswith("Too many wrong PINs. Wait 60 seconds")
        assert sign_in.props.pin == ""
        assert counter.app.station.props.screen == "signin"

    def test_scans_before_the_sign_in_do_nothing(self, open_counter: Callable[..., Counter]):
        counter = open_counter()
        counter.scan(counter.card())
        assert not counter.vm.member.props.present

    def test_the_lock_keeps_a_half_typed_bill(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        counter.app.station.lock()
        settle(counter)
        assert counter.app.station.props.screen == "signin"
        assert "Your bill is kept. Sign in to go on." in texts(counter.window)
        counter.sign_in()
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert counter.vm.member.props.name == "Aarti Sharma"

    def test_an_idle_counter_locks_itself(self, counter: Counter):
        idle = counter.app.station._idle
        assert idle.interval() == counter.shop.programme.lock_minutes * 60_000
        press(counter.window, Key.Key_1, "1")
        assert idle.isActive()
        idle.timeout.emit()
        settle(counter)
        assert counter.app.station.props.screen == "signin"
        assert not idle.isActive()


class TestRecord:
    def test_scan_type_record(self, counter: Counter):
        before = coins_of(counter)
        counter.scan(counter.card())
        write(counter, "1264")
        shown = texts(counter.window)
        assert "Aarti Sharma" in shown
        assert "₹1,264.00" in shown
        assert "Earns 12 coins" in shown
        assert "₹36 more earns 1 more coin" in shown
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "Recorded. 12 coins for Aarti Sharma"
        assert coins_of(counter) == before + 12
        assert not counter.vm.member.props.present
        assert counter.vm.bill.props.empty

    def test_the_total_is_on_the_screen_once(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        assert texts(counter.window).count("₹1,264.00") == 1

    def test_f12_twice_records_once(self, counter: Counter):
        before = len(sold(counter))
        write(counter, "500")
        press(counter.window, Key.Key_F12)
        press(counter.window, Key.Key_F12)
        settle(counter)
        assert len(sold(counter)) == before + 1
        assert counter.vm.props.message == "Recorded, without a card."

    def test_the_next_bill_number_is_proposed(self, counter: Counter):
        assert counter.vm.bill.props.number == "B-2072"
        write(counter, "500")
        key(counter, Key.Key_F12)
        assert counter.vm.bill.props.number == "B-2073"

    def test_without_a_number_the_number_is_asked_for(self, counter: Counter):
        counter.vm.bill.typeNumber("")
        write(counter, "500")
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "Type the bill number that the till printed."
        write(counter, "X-1")
        assert counter.vm.bill.props.number == "X-1"

    def test_a_used_number_is_named_with_its_sale(self, counter: Counter):
        counter.vm.bill.typeNumber("B-2071")
        write(counter, "500")
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == (
            "Bill number B-2071 was used at 11:30 am for ₹1,264. Check the number."
        )

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("", "The bill is empty. Type its amount or scan an item."),
            ("0", "The bill is empty. Type its amount or scan an item."),
            ("-5", "The bill is empty. Type its amount or scan an item."),
            ("1000000000000", "₹10,00,00,00,00,000 is too much for one bill. Check the amount."),
        ],
    )
    def test_amounts_that_cannot_be(self, counter: Counter, typed: str, said: str):
        write(counter, typed)
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == said

    def test_letters_are_no_amount(self, counter: Counter):
        write(counter, "12a")
        assert "This is not an amount. Type digits, like 1264.50." in texts(counter.window)

    def test_undo_brings_the_bill_back(self, counter: Counter):
        before = coins_of(counter)
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F12, SHIFT)
        assert coins_of(counter) == before
        assert counter.vm.props.message == "Undone. Nothing was recorded."
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert counter.vm.member.props.name == "Aarti Sharma"
        key(counter, Key.Key_F12)
        assert coins_of(counter) == before + 12

    def test_undo_after_five_seconds_says_what_to_do(self, counter: Counter):
        write(counter, "500")
        key(counter, Key.Key_F12)
        counter.clock.at += timedelta(seconds=6)
        key(counter, Key.Key_F12, SHIFT)
        assert counter.vm.props.message.startswith("Too late to undo here.")

    def test_why_explains_every_coin(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F1)
        shown = texts(counter.window)
        assert "1 coin for every ₹100" in shown
        assert "1 coin for every full ₹100, counted on ₹1,264" in shown
        assert "+12" in shown
        key(counter, Key.Key_Escape)
        assert counter.vm.props.panel == "bill"


class TestTouch:
    def tap(self, counter: Counter, name: str) -> None:
        counter.window.grabWindow()
        for item in items(counter.window.contentItem()):
            if item.property("text") == name and item.metaObject().indexOfSignal("clicked()") >= 0:
                at = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
                QTest.mouseClick(
                    counter.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
                )
                settle(counter)
                return
        raise AssertionError(f"nothing to tap is called {name}")

    def test_a_sale_without_a_keyboard(self, counter: Counter):
        before = len(sold(counter))
        for name in ("1", "2", "00", ".", "5", "Delete the last digit", "7", "Enter"):
            self.tap(counter, name)
        assert counter.vm.bill.props.entry == "1200.7"
        assert counter.vm.bill.props.total == "₹1,200.70"
        self.tap(counter, "Record sale")
        assert len(sold(counter)) == before + 1

    def test_the_pad_types_into_the_field_in_use(self, counter: Counter):
        self.tap(counter, "Find member")
        for digit in "9876543210":
            self.tap(counter, digit)
        self.tap(counter, "Enter")
        assert counter.vm.member.props.name == "Aarti Sharma"

    def test_a_tapped_line_can_be_counted_up_and_down(self, counter: Counter):
        counter.vm.bill.toggleMode()
        write(counter, "butter")
        key(counter, Key.Key_Return)
        counter.vm.bill.select(0)
        self.tap(counter, "More of Butter 100 g")
        self.tap(counter, "More of Butter 100 g")
        self.tap(counter, "Less of Butter 100 g")
        assert counter.vm.bill.lines.rows[0].quantity == "× 2"


class TestItems:
    def test_search_quantity_discount_remove(self, counter: Counter):
        key(counter, Key.Key_F3)
        write(counter, "butter")
        key(counter, Key.Key_Return)
        write(counter, "moong")
        key(counter, Key.Key_Return)
        assert [row.name for row in counter.vm.bill.lines.rows] == [
            "Butter 100 g",
            "Moong dal, loose",
        ]
        key(counter, Key.Key_F6)
        write(counter, "1.250")
        key(counter, Key.Key_Return)
        assert counter.vm.bill.lines.rows[1].quantity == "1.25 kg"
        assert counter.vm.bill.lines.rows[1].amount == "₹147.50"
        key(counter, Key.Key_F7)
        write(counter, "7.50")
        key(counter, Key.Key_Return)
        assert [row.amount for row in counter.vm.bill.offs.rows] == ["-₹7.50"]
        assert counter.vm.bill.props.total == "₹200.00"
        key(counter, Key.Key_F7, SHIFT)
        assert [row.name for row in counter.vm.bill.lines.rows] == ["Butter 100 g"]

    def test_a_wrong_quantity_is_refused_in_place(self, counter: Counter):
        counter.vm.bill.toggleMode()
        write(counter, "moong")
        key(counter, Key.Key_Return)
        key(counter, Key.Key_F6)
        write(counter, "0")
        key(counter, Key.Key_Return)
        assert "Type a quantity above 0, like 2 or 1.250." in texts(counter.window)
        key(counter, Key.Key_Escape)
        assert counter.vm.bill.lines.rows[0].quantity == "1 kg"

    def test_nothing_found_says_what_to_do(self, counter: Counter):
        key(counter, Key.Key_F3)
        write(counter, "zzzzqq")
        assert any("No item is called “zzzzqq”." in text for text in texts(counter.window))


class TestCoins:
    def test_the_most_is_filled_in_and_the_till_told(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F4)
        assert counter.vm.coins.props.typed == "200"
        write(counter, "100")
        assert "Take ₹50 off on the till. Collect ₹1,214." in texts(counter.window)
        key(counter, Key.Key_F12)
        assert "Take ₹50 off on the till. Collect ₹1,214." in texts(counter.window)
        key(counter, Key.Key_F12)
        assert "Collect ₹1,214." in counter.vm.props.detail

    def test_outside_the_limits_nothing_is_used(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F4)
        write(counter, "15")
        assert "On this bill: 20 to 200, in steps of 10" in counter.vm.coins.props.error
        key(counter, Key.Key_F12)
        assert counter.vm.props.panel == "coins"

    def test_a_smaller_bill_takes_the_coins_off_again(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        counter.vm.openPanel("coins")
        counter.vm.coins.useThem()
        counter.vm.bill.typeEntry("12")
        assert counter.vm.bill.props.tender == ""


class TestHold:
    def test_hold_and_recall(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F8)
        assert counter.vm.bill.props.empty
        assert not counter.vm.member.props.present
        assert counter.vm.held.props.count == "1"
        key(counter, Key.Key_F9)
        assert "Aarti Sharma · B-2072" in texts(counter.window)
        key(counter, Key.Key_F12)
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert counter.vm.member.props.name == "Aarti Sharma"
        assert counter.vm.held.props.count == ""

    def test_a_bill_on_screen_goes_on_hold_when_another_comes_back(self, counter: Counter):
        write(counter, "100")
        key(counter, Key.Key_F8)
        counter.vm.bill.typeEntry("200")
        key(counter, Key.Key_F9)
        key(counter, Key.Key_F12)
        assert counter.vm.bill.props.total == "₹100.00"
        assert counter.vm.held.props.count == "1"

    def test_a_half_typed_bill_survives(self, open_counter: Callable[..., Counter]):
        counter = open_counter()
        counter.sign_in()
        counter.scan(counter.card())
        write(counter, "1264")
        counter.vm.save_draft()
        counter.jobs.drain()
        again = open_counter()
        again.sign_in()
        assert again.vm.bill.props.total == "₹1,264.00"
        assert again.vm.member.props.name == "Aarti Sharma"


class TestLanguage:
    def test_the_switch_changes_everything_at_once(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F1, SHIFT)
        shown = texts(counter.window)
        assert "12 सिक्के मिलेंगे" in shown
        assert "बिक्री दर्ज करें" in shown
        assert "₹1,264.00" in shown
        key(counter, Key.Key_F1, SHIFT)
        assert "Earns 12 coins" in texts(counter.window)

    def test_long_names_and_large_numbers_are_shown(self, counter: Counter):
        counter.scan(counter.card(counter.other))
        write(counter, "123456789.90")
        shown = texts(counter.window)
        assert LONG_NAME in shown
        assert "₹12,34,56,789.90" in shown


class TestScans:
    def test_a_payment_code(self, counter: Counter):
        counter.scan("upi://pay?pa=shop@upi&pn=Shop")
        assert "payment QR code" in counter.vm.props.message

    def test_a_damaged_card(self, counter: Counter):
        number = counter.card()
        counter.scan(number[:-1] + ("2" if number[-1] != "2" else "3"))
        assert counter.vm.props.message.startswith("The card could not be read completely.")

    def test_a_blocked_card(self, counter: Counter):
        number = counter.card()
        counter.scan(number)
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F7)
        assert counter.vm.cards.props.message == "The card is blocked. The coins are safe."
        key(counter, Key.Key_Escape)
        counter.scan(number)
        assert "is blocked" in counter.vm.props.message

    def test_two_scans_in_a_burst_are_answered_in_order(self, counter: Counter):
        counter.scanner.scan(counter.card())
        counter.scanner.scan(counter.card(counter.other))
        settle(counter)
        assert counter.vm.member.props.name == LONG_NAME

    def test_a_wedge_scan_leaves_the_field_as_it_was(self, counter: Counter):
        times = count(step=8)
        hand = [0]
        wedge = KeyboardScanner(clock_ms=lambda: next(times) + hand[0])
        wedge.scanned.connect(counter.vm.scan)
        wedge.start()
        try:
            write(counter, "12")
            hand[0] = 1000
            type_text(counter.window, counter.card())
            press(counter.window, Key.Key_Return)
            settle(counter)
        finally:
            wedge.stop()
        assert counter.vm.member.props.name == "Aarti Sharma"
        assert counter.vm.bill.props.entry == "12"
        assert counter.vm.bill.props.total == "₹12.00"
