"""A cashier in a hurry: keys twice, held down, too early, in the wrong panel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from structlog.testing import capture_logs

from app.services import open_sales, sales
from app.ui.application import fills_screen
from tests.helpers.counter import Counter
from tests.helpers.keys import items, press, texts, type_text

pytestmark = pytest.mark.slow

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
BUTTER = "8909990018243"
NONE = Qt.KeyboardModifier.NoModifier


def key(counter: Counter, which: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    press(counter.window, which, modifiers=modifiers)
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def hold_down(counter: Counter, which: Key) -> None:
    """Press a key and let the keyboard repeat it three times."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for again in (False, True, True, True):
        QCoreApplication.sendEvent(
            counter.window, QKeyEvent(QEvent.Type.KeyPress, which, NONE, "", again)
        )
        counter.jobs.drain()
        QCoreApplication.processEvents()
        counter.jobs.drain()


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    counter.jobs.drain()


def sold(counter: Counter) -> list[open_sales.SaleRow]:
    return [row for row in open_sales.todays_sales(counter.shop) if not row.voided]


class TestTwice:
    def test_a_late_second_f12_keeps_what_was_said_and_the_undo(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "Recorded. 12 coins for Aarti Sharma"
        assert counter.vm.props.canUndo

    def test_a_sale_that_fails_unforeseen_is_logged_and_can_be_tried_again(
        self, counter: Counter, monkeypatch: pytest.MonkeyPatch
    ):
        def broken(*_: object) -> None:
            raise OSError("the disk is gone")

        write(counter, "1264")
        with monkeypatch.context() as patched, capture_logs() as logged:
            patched.setattr(sales, "record_sale", broken)
            key(counter, Key.Key_F12)
        assert not counter.app.station.props.statusGood
        assert "the disk is gone" in str(logged)
        assert counter.vm.bill.props.total == "₹1,264.00"
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "Recorded, without a card."

    def test_f12_held_down_stops_at_the_first_button(self, counter: Counter):
        before = len(sold(counter))
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F4)
        counter.vm.coins.typeCoins("100")  # So few need no PIN.
        hold_down(counter, Key.Key_F12)
        assert counter.vm.bill.props.tender != ""
        assert len(sold(counter)) == before

    def test_a_new_card_is_made_once(self, counter: Counter):
        counter.app.station.lock()
        counter.sign_in("Ravi")  # Who may give one without being asked for a supervisor.
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F12)
        assert len(counter.vm.cards.cards.rows) == 2
        key(counter, Key.Key_F7)
        key(counter, Key.Key_F12)
        assert len(counter.vm.cards.cards.rows) == 3


class TestTheWrongMember:
    def test_leaving_a_new_member_s_card_does_not_bring_the_last_one_back(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "500")
        key(counter, Key.Key_F2)
        write(counter, "9811112222")
        key(counter, Key.Key_Return)
        write(counter, "Rani")
        counter.vm.enrol.setConsent(True)
        key(counter, Key.Key_F12)
        key(counter, Key.Key_Escape)
        assert counter.vm.props.panel == "bill"
        assert counter.vm.member.props.name == "Rani"
        key(counter, Key.Key_F12)
        assert sold(counter)[0].member != counter.member.member

    def test_cards_of_a_removed_member_are_closed(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F2, SHIFT)
        assert counter.vm.props.panel == "bill"

    def test_a_return_goes_on_without_the_removed_member(self, counter: Counter):
        counter.scan(counter.card(counter.other))
        key(counter, Key.Key_F5)
        write(counter, "B-2071")
        key(counter, Key.Key_Return)
        assert "belongs to another member" in counter.vm.returns.props.message
        key(counter, Key.Key_F2, SHIFT)
        assert counter.vm.props.panel == "return"
        assert counter.vm.returns.props.ready

    def test_a_supervisor_s_pin_is_only_for_what_was_asked(self, counter: Counter):
        write(counter, "500")
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F10)
        key(counter, Key.Key_F10)
        key(counter, Key.Key_Down)
        key(counter, Key.Key_F7)
        assert counter.vm.approval.props.wanted
        key(counter, Key.Key_F2)
        assert not counter.vm.approval.props.wanted
        assert "Find or enrol a member" in texts(counter.window)

    def test_the_next_cashier_is_not_asked_for_the_last_one_s_approval(self, counter: Counter):
        write(counter, "500")
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F10)
        key(counter, Key.Key_F10)
        key(counter, Key.Key_Down)
        key(counter, Key.Key_F7)
        counter.app.station.lock()
        counter.jobs.drain()
        counter.sign_in("Ravi")
        assert not counter.vm.approval.props.wanted

    def test_another_card_drops_what_was_asked_for_the_first(self, counter: Counter):
        write(counter, "500")
        key(counter, Key.Key_F12)
        counter.scan(counter.card())
        key(counter, Key.Key_F10)
        key(counter, Key.Key_F10)
        key(counter, Key.Key_Down)
        key(counter, Key.Key_F12)
        assert counter.vm.approval.props.reason.endswith("to Aarti Sharma?")
        counter.scan(counter.card(counter.other))
        assert not counter.vm.approval.props.wanted


class TestTyping:
    def test_after_a_sale_the_next_amount_goes_into_the_amount(self, counter: Counter):
        counter.vm.bill.typeNumber("")
        write(counter, "500")
        key(counter, Key.Key_F12)
        write(counter, "X-1")
        key(counter, Key.Key_F12)
        assert counter.vm.bill.props.number == "X-2"
        write(counter, "300")
        assert counter.vm.bill.props.total == "₹300.00"
        assert counter.vm.bill.props.number == "X-2"

    def test_undo_puts_a_bill_begun_meanwhile_on_hold(self, counter: Counter):
        counter.scan(counter.card())
        write(counter, "1264")
        key(counter, Key.Key_F12)
        write(counter, "77")
        key(counter, Key.Key_F12, SHIFT)
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert counter.vm.props.message == "Undone. Nothing was recorded."
        assert counter.vm.props.detail == "The bill is on hold. F9 brings it back."
        assert counter.vm.held.props.count == "1"
        key(counter, Key.Key_F9)
        assert "₹77" in texts(counter.window)

    def test_f3_and_back_keeps_the_amount(self, counter: Counter):
        write(counter, "1264")
        key(counter, Key.Key_F3)
        assert counter.vm.bill.props.empty
        key(counter, Key.Key_F3)
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert "1264" in texts(counter.window)

    def test_an_item_scanned_while_enrolling_loses_nothing(self, counter: Counter):
        counter.vm.find.typeQuery("Sunita")
        counter.vm.find.enrolNew()
        counter.scan(BUTTER)
        assert counter.vm.props.panel == "enrol"
        assert counter.vm.enrol.props.name == "Sunita"
        assert [row.name for row in counter.vm.bill.lines.rows] == ["Butter 100 g"]

    def test_half_a_packet_is_refused(self, counter: Counter):
        key(counter, Key.Key_F3)
        write(counter, "butter")
        key(counter, Key.Key_Return)
        key(counter, Key.Key_F6)
        write(counter, "2.5")
        key(counter, Key.Key_Return)
        assert "Type a whole number, like 2." in texts(counter.window)
        assert counter.vm.bill.lines.rows[0].quantity == "× 1"


class TestReturnByKeys:
    def sell_two_items(self, counter: Counter) -> None:
        key(counter, Key.Key_F3)
        for name in ("butter", "butter", "moong"):
            write(counter, name)
            key(counter, Key.Key_Return)
        key(counter, Key.Key_F12)

    def test_lines_are_chosen_and_counted(self, counter: Counter):
        self.sell_two_items(counter)
        key(counter, Key.Key_F5)
        write(counter, "B-2072")
        key(counter, Key.Key_Return)
        back = counter.vm.returns.lines
        key(counter, Key.Key_F8)
        key(counter, Key.Key_F8)
        key(counter, Key.Key_Down)
        key(counter, Key.Key_F8)
        key(counter, Key.Key_Up)
        key(counter, Key.Key_F7)
        assert [row.back for row in back.rows] == ["1", "1"]

    def test_scanned_goods_come_back_and_are_not_sold(self, counter: Counter):
        self.sell_two_items(counter)
        key(counter, Key.Key_F5)
        counter.scan(BUTTER)
        assert counter.vm.props.message.startswith("Type the number on the customer's bill")
        write(counter, "B-2072")
        key(counter, Key.Key_Return)
        said = []
        for _ in range(3):
            counter.scan(BUTTER)
            said.append(counter.vm.props.message)
        assert said == ["", "", "No more of this item can come back from this bill."]
        assert [row.back for row in counter.vm.returns.lines.rows] == ["2", "0"]
        assert counter.vm.bill.props.empty
        assert counter.vm.props.panel == "return"

    def test_without_its_number_the_number_is_asked_for(self, counter: Counter):
        self.sell_two_items(counter)
        key(counter, Key.Key_F5)
        write(counter, "B-2072")
        key(counter, Key.Key_Return)
        key(counter, Key.Key_F6)
        key(counter, Key.Key_Tab)
        key(counter, Key.Key_F12)
        assert "Type the number of the return from the till." in texts(counter.window)
        write(counter, "R-1")
        assert counter.vm.returns.props.receipt == "R-1"
        key(counter, Key.Key_F12)
        assert counter.vm.props.panel == "bill"

    def test_a_bill_of_the_member_is_chosen_by_arrows(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F5)
        second = counter.vm.returns.found.rows[1].number
        key(counter, Key.Key_Down)
        key(counter, Key.Key_Return)
        assert counter.vm.returns.props.title == f"Return from bill {second}"

    def test_what_to_choose_is_no_error(self, counter: Counter):
        self.sell_two_items(counter)
        key(counter, Key.Key_F5)
        write(counter, "B-2072")
        key(counter, Key.Key_Return)
        assert counter.vm.returns.props.message == "Choose what comes back."
        assert counter.vm.returns.props.asks


class TestTheWindow:
    @pytest.mark.parametrize(
        ("screen", "fills"),
        [((1366, 728), True), ((1024, 740), True), ((1920, 1040), False), ((800, 800), False)],
    )
    def test_it_fills_a_screen_that_would_cut_it_off(
        self, counter: Counter, screen: tuple[int, int], fills: bool
    ):
        window = counter.window
        assert fills_screen(QSize(1280, 800), window.minimumSize(), QSize(*screen)) is fills

    @pytest.mark.parametrize("language", ["en", "hi", "fil"])
    @pytest.mark.parametrize("panel", ["bill", "return"])
    def test_no_word_is_cut_on_the_smallest_screen(
        self, open_counter: Callable[..., Counter], language: str, panel: str
    ):
        counter = open_counter(language)
        counter.sign_in()
        counter.window.resize(1024, 728)
        counter.scan(counter.card())
        write(counter, "100000000")
        if panel == "return":
            key(counter, Key.Key_F3)
            write(counter, "moong")
            key(counter, Key.Key_Return)
            key(counter, Key.Key_F12)
            counter.scan(counter.card())
            counter.vm.openPanel("return")
            counter.jobs.drain()
            counter.vm.returns.choose(0)
            counter.jobs.drain()
        counter.window.grabWindow()
        cut = [
            item.property("text")
            for item in items(counter.window.contentItem())
            if item.property("truncated")
        ]
        assert cut == []
