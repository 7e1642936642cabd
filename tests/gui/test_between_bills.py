"""Keys and scans that come while a bill goes or another comes; what a lock leaves on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.bills import Bill, amount_line
from app.services import drafts, open_sales
from app.services.baskets import take_basket
from app.services.sales import SaleRecorded, record_sale
from app.storage import drafts as rows
from app.storage.writer import StorageFullError
from tests.helpers.baskets import sent
from tests.helpers.counter import Counter
from tests.helpers.display import Display, give_coins, give_pin
from tests.helpers.keys import press, texts, type_text
from tests.helpers.kiosk import Ticks

pytestmark = pytest.mark.slow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BUTTER = "8909990018243"


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def key(counter: Counter, which: Key) -> None:
    press(counter.window, which)
    settle(counter)


def shown(counter: Counter) -> str:
    """What stands in the large field."""
    QCoreApplication.processEvents()
    focus = counter.window.activeFocusItem()
    assert focus is not None
    return str(focus.property("text"))


class TestTypedWhileRecording:
    @pytest.fixture
    def recording(self, counter: Counter) -> Counter:
        """F12 was pressed on a bill of 1264.00, and nothing is recorded yet."""
        type_text(counter.window, "1264")
        settle(counter)
        press(counter.window, Key.Key_F12)
        return counter

    def test_it_is_the_next_bill(self, recording: Counter):
        type_text(recording.window, "80")
        settle(recording)
        assert recording.vm.props.message == "Recorded, without a card."
        assert open_sales.todays_sales(recording.shop)[0].total_minor == 126_400
        assert recording.vm.bill.props.total == "₹80.00"
        type_text(recording.window, "5")
        settle(recording)
        assert recording.vm.bill.props.total == "₹805.00"

    def test_it_can_be_corrected(self, recording: Counter):
        type_text(recording.window, "89")
        press(recording.window, Key.Key_Backspace)
        type_text(recording.window, "0")
        settle(recording)
        assert recording.vm.bill.props.total == "₹80.00"

    def test_nor_is_it_the_number_of_the_old_bill(self, counter: Counter):
        type_text(counter.window, "1264")
        key(counter, Key.Key_Return)
        number = counter.vm.bill.props.number
        press(counter.window, Key.Key_F12)
        press(counter.window, Key.Key_End)
        type_text(counter.window, "80")
        settle(counter)
        assert open_sales.todays_sales(counter.shop)[0].bill_number == number
        assert counter.vm.bill.props.total == "₹80.00"

    def test_a_refused_bill_stays_as_it_was(self, counter: Counter):
        used = Bill(counter.shop.mint(), "C5", (amount_line(100),))
        assert isinstance(record_sale(counter.shop, "", used), SaleRecorded)
        type_text(counter.window, "1264")
        settle(counter)
        counter.vm.bill.typeNumber("C5")
        press(counter.window, Key.Key_F12)
        type_text(counter.window, "80")
        settle(counter)
        assert "C5" in counter.vm.props.message
        assert counter.vm.bill.props.total == "₹1,264.00"
        assert counter.vm.bill.props.entry == "1264"
        counter.vm.bill.entryWanted.emit()
        assert shown(counter) == "1264"
        counter.vm.bill.typeNumber("C6")
        key(counter, Key.Key_F12)
        recorded = {row.bill_number: row for row in open_sales.todays_sales(counter.shop)}
        assert recorded["C6"].total_minor == 126_400


class TestScannedWhileABillComes:
    def lines(self, counter: Counter) -> list[tuple[str, str]]:
        settle(counter)
        return [(row.name, row.quantity) for row in counter.vm.bill.lines.rows]

    @pytest.mark.parametrize("kept", ["butter", "other"])
    def test_it_comes_on_top_of_the_held_bill(self, counter: Counter, kept: str):
        if kept == "butter":
            counter.scan(BUTTER)
        else:
            type_text(counter.window, "rice")
            key(counter, Key.Key_Return)
        before = self.lines(counter)
        key(counter, Key.Key_F8)
        key(counter, Key.Key_F9)
        counter.vm.recall()
        counter.scanner.scan(BUTTER)
        after = self.lines(counter)
        butter = next(row for row in after if "utter" in row[0])
        if kept == "butter":
            assert after == [(before[0][0], "× 2")]
        else:
            assert after == [*before, butter]

    def test_and_a_card_is_the_held_bills(self, counter: Counter):
        counter.scan(BUTTER)
        key(counter, Key.Key_F8)
        counter.vm.recall()
        counter.scanner.scan(counter.card())
        assert len(self.lines(counter)) == 1
        assert counter.vm.member.props.name == "Aarti Sharma"

    def test_it_comes_on_top_of_the_tills_bill(self, counter: Counter):
        counter.vm.bill.typeEntry("99")
        take_basket(counter.shop, sent("1"))
        counter.vm.baskets.load()
        settle(counter)
        counter.vm.openPanel("baskets")
        counter.vm.baskets.take()
        counter.scanner.scan(BUTTER)
        names = [name for name, _ in self.lines(counter)]
        assert names[:2] == ["Atta 5 kg", "Tomatoes"]
        assert len(names) == 3

    def test_it_comes_on_top_of_the_bill_a_lock_kept(self, counter: Counter):
        counter.scan(BUTTER)
        counter.app.station.lock()
        settle(counter)
        counter.sign_in()
        counter.scan(BUTTER)
        assert [quantity for _, quantity in self.lines(counter)] == ["× 2"]


class TestABillThatComesLate:
    """Undone, recalled or interrupted, it comes when something else is on the screen."""

    @pytest.fixture
    def undoing(self, counter: Counter) -> Counter:
        """Shift+F12 was pressed with the next bill begun, and nothing is undone yet."""
        type_text(counter.window, "1264")
        key(counter, Key.Key_F12)
        type_text(counter.window, "80")
        settle(counter)
        press(counter.window, Key.Key_F12, modifiers=Qt.KeyboardModifier.ShiftModifier)
        return counter

    def kept(self, counter: Counter) -> list[int]:
        """What the bills on hold come to."""
        settle(counter)
        return [one.total_minor for one in drafts.held(counter.shop)]

    def test_it_waits_on_hold_while_another_is_recorded(self, undoing: Counter):
        press(undoing.window, Key.Key_F12)
        assert self.kept(undoing) == [126_400]
        rows = open_sales.todays_sales(undoing.shop)
        # Both of one instant: which comes first is chance.
        assert {(row.total_minor, row.voided) for row in rows[:2]} == {
            (8_000, False), (126_400, True),
        }  # fmt: skip
        assert undoing.vm.bill.props.empty
        key(undoing, Key.Key_F9)
        key(undoing, Key.Key_F12)
        assert undoing.vm.bill.props.total == "₹1,264.00"

    def test_it_adds_nothing_to_one_that_is_refused(self, undoing: Counter):
        undoing.vm.bill.typeNumber("B-2071")
        press(undoing.window, Key.Key_F12)
        assert self.kept(undoing) == [126_400]
        assert "B-2071" in undoing.vm.props.message
        assert undoing.vm.bill.props.total == "₹80.00"

    def test_a_lock_that_is_quicker_loses_neither(self, undoing: Counter):
        undoing.app.station.lock()
        assert self.kept(undoing) == [8_000]
        assert undoing.vm.props.message == ""
        undoing.sign_in("Asha Rao")
        assert undoing.vm.bill.props.total == "₹1,264.00"

    def test_nor_does_the_interrupted_bill_of_a_start(self, counter: Counter):
        scan = Bill(counter.shop.mint(), "C9", (amount_line(50_000),))
        drafts.save_draft(counter.shop, "", drafts.Draft(scan))
        counter.vm.open()
        type_text(counter.window, "80")
        press(counter.window, Key.Key_F12)
        settle(counter)
        assert self.kept(counter) == [50_000]
        assert counter.vm.bill.props.empty

    def test_nor_one_that_is_typed_before_a_held_one_comes(self, counter: Counter):
        type_text(counter.window, "500")
        key(counter, Key.Key_F8)
        counter.vm.recall()
        counter.vm.bill.typeEntry("80")
        assert self.kept(counter) == [50_000]
        assert counter.vm.bill.props.total == "₹80.00"
        assert counter.vm.props.message == "The bill is on hold. F9 brings it back."

    def test_nor_one_that_is_held_while_the_disk_is_full(
        self, counter: Counter, monkeypatch: pytest.MonkeyPatch
    ):
        def full(*_: object) -> None:
            raise StorageFullError("no room")

        with monkeypatch.context() as disk:
            disk.setattr(rows, "write", full)
            disk.setattr(rows, "remove", full)
            for amount in ("500", "80"):
                type_text(counter.window, amount)
                press(counter.window, Key.Key_F8)
                settle(counter)
                counter.vm.save_draft()  # as it does when the typing pauses: the screen is empty
                settle(counter)
                assert counter.vm.props.message.startswith("The disk is full")
                counter.vm._keeper.stop()
            key(counter, Key.Key_F9)
            assert counter.vm.props.message.startswith("The disk is full")
            assert self.kept(counter) == []
        key(counter, Key.Key_Escape)
        key(counter, Key.Key_F9)
        assert sorted(self.kept(counter)) == [8_000, 50_000]
        assert {row.amount for row in counter.vm.held.bills.rows} == {"₹500", "₹80"}


class TestWhatIsSaid:
    @pytest.fixture
    def said(self, counter: Counter) -> Counter:
        """A sale of Aarti's was told."""
        counter.scan(counter.card())
        type_text(counter.window, "1264")
        key(counter, Key.Key_F12)
        assert "Aarti" in counter.vm.props.message
        return counter

    def test_it_does_not_outlive_a_lock(self, said: Counter):
        said.app.station.lock()
        assert "Aarti" not in repr(said.vm.props)
        said.sign_in("Asha Rao")
        assert "Aarti" not in "\n".join(texts(said.window))
        assert said.vm.props.message == ""

    def test_nor_is_it_said_when_the_answer_comes_after_the_lock(self, counter: Counter):
        counter.scan(counter.card())
        type_text(counter.window, "1264")
        press(counter.window, Key.Key_F12)
        counter.app.station.lock()
        settle(counter)
        assert open_sales.todays_sales(counter.shop)[0].total_minor == 126_400
        assert "Aarti" not in repr(counter.vm.props)
        counter.sign_in("Asha Rao")
        assert counter.vm.props.message == ""

    def test_it_does_not_outlive_a_change_of_language(self, said: Counter):
        said.app.station.setLanguage("hi")
        assert said.vm.props.message == ""
        assert not any("Recorded" in text for text in texts(said.window))

    def test_it_stays_when_a_minute_is_over(self, said: Counter):
        before = said.vm.props
        said.vm.refresh()
        assert said.vm.props == before

    def test_what_the_return_desk_refused_is_not_said_in_the_old_language(self, counter: Counter):
        bill = Bill(counter.shop.mint(), "A1", (amount_line(5_000),))
        assert isinstance(record_sale(counter.shop, "", bill), SaleRecorded)
        key(counter, Key.Key_F5)
        type_text(counter.window, "A1")
        key(counter, Key.Key_Return)
        counter.vm.returns.takeAll()
        counter.vm.returns.record()
        settle(counter)
        assert "number of the return" in counter.vm.returns.props.message
        counter.app.station.setLanguage("hi")
        settle(counter)
        assert "number of the return" not in counter.vm.returns.props.message


def test_the_till_is_locked_by_its_key_while_a_member_types_a_pin(
    open_counter: Callable[..., Counter],
):
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks)
    counter.sign_in()
    counter.member = give_coins(counter, counter.member, 2_000)
    give_pin(counter, counter.member)
    display = Display(counter, ticks)
    display.come()
    display.amount("20000")
    counter.vm.openPanel("coins")
    counter.vm.coins.typeCoins("300")
    counter.vm.coins.useThem()
    assert display.screen == "pin"
    type_text(display.window, "59")
    press(display.window, Key.Key_L, modifiers=CONTROL)
    display.settle()
    assert counter.app.station.props.screen == "signin"
    assert display.screen == "idle"
    assert not counter.vm.memberPin.props.wanted
    assert counter.vm.bill.inputs.coins == 0
    assert "Aarti" not in repr(counter.vm.props)
