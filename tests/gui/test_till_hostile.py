"""Somebody hostile or hurried at the till: what is pressed at the wrong moment does no harm."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.services import drafts, open_sales
from app.services.cards import blank_card
from app.services.erasing import MemberErased, erase
from app.services.staff import list_staff
from tests.helpers.counter import PINS, Counter
from tests.helpers.display import PIN, Display, give_coins, give_pin
from tests.helpers.keys import press, texts, type_text
from tests.helpers.kiosk import Ticks

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
BUTTER = "8909990018243"


@pytest.fixture
def display(open_counter: Callable[..., Counter]) -> Display:
    """A counter of a supervisor with its display, and a member with a PIN and many coins at it."""
    ticks = Ticks()
    counter = open_counter(display="window", now_ms=ticks)
    counter.sign_in("Ravi")
    shown = Display(counter, ticks)
    counter.member = give_coins(counter, counter.member, 2_000)
    give_pin(counter, counter.member)
    shown.come()
    shown.amount("20000")
    return shown


def spend(display: Display) -> None:
    """Use coins that need the member's PIN, by the key."""
    press(display.counter.window, Key.Key_F4)
    display.settle()
    display.counter.vm.coins.typeCoins("300")
    press(display.counter.window, Key.Key_F12)
    display.settle()
    assert display.counter.vm.memberPin.props.wanted


def used(display: Display) -> int:
    """Return the coins on the bill."""
    display.settle()
    coins: int = display.counter.vm.bill.inputs.coins
    return coins


def sold(counter: Counter) -> int:
    """Return how many sales of bill B-9000 stand."""
    rows = open_sales.todays_sales(counter.shop)
    return sum(row.bill_number == "B-9000" and not row.voided for row in rows)


class TestThePinOfAMember:
    def test_the_key_that_asked_for_it_spends_nothing_while_it_is_held_down(self, display: Display):
        spend(display)
        none = Qt.KeyboardModifier.NoModifier
        for _ in range(3):
            again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_F12, none, "", True)
            QCoreApplication.sendEvent(display.window, again)
        assert used(display) == 0
        assert display.counter.vm.memberPin.props.wanted

    def test_pressed_twice_it_asks_even_a_supervisor_who_is_signed_in(self, display: Display):
        spend(display)
        press(display.window, Key.Key_F12)
        assert used(display) == 0
        approval = display.counter.vm.approval
        assert approval.props.wanted
        approval.typePin(PINS["Ravi"])
        approval.submit()
        assert used(display) == 300

    def test_a_scanner_types_none_of_it(self, display: Display):
        spend(display)
        type_text(display.window, "99999999")
        display.counter.app.station._scanned("9999999999994", "keyboard")
        display.settle()
        assert display.vm.pin.props.count == 0
        type_text(display.window, PIN)
        press(display.window, Key.Key_Return)
        assert used(display) == 300


class TestASupervisorsPin:
    def test_it_is_for_what_was_on_the_screen_when_it_was_typed(self, counter: Counter):
        agreed: list[str] = []
        approval = counter.vm.approval
        approval.ask("Take one coin off", lambda _: agreed.append("one"))
        approval.typePin(PINS["Ravi"])
        approval.submit()
        approval.cancel()
        approval.ask("Take all coins off", lambda _: agreed.append("all"))
        counter.jobs.drain()
        assert agreed == []
        assert approval.props.wanted

    def test_it_does_nothing_behind_a_lock(self, counter: Counter):
        agreed: list[str] = []
        approval = counter.vm.approval
        approval.ask("Take one coin off", agreed.append)
        approval.typePin(PINS["Ravi"])
        approval.submit()
        counter.app.station.lock()
        counter.jobs.drain()
        assert agreed == []


class TestWhileABillIsRecorded:
    def test_a_lock_does_not_bring_it_back(self, counter: Counter):
        counter.vm.bill.typeEntry("1264")
        counter.vm.bill.typeNumber("B-9000")
        counter.vm.record()
        counter.app.station.lock()
        counter.jobs.drain()
        assert sold(counter) == 1
        assert drafts.load_draft(counter.shop) is None
        counter.sign_in()
        assert counter.vm.bill.props.empty

    def test_it_cannot_be_put_on_hold(self, counter: Counter):
        counter.vm.bill.typeEntry("1264")
        counter.vm.bill.typeNumber("B-9000")
        counter.vm.record()
        assert not counter.vm.hold()
        counter.jobs.drain()
        assert sold(counter) == 1
        assert drafts.held(counter.shop) == ()


class TestTheBill:
    @pytest.mark.parametrize("asked", [Key.Key_F6, Key.Key_F7])
    def test_the_line_that_is_asked_about_can_go(self, counter: Counter, asked: Key):
        counter.scan(BUTTER)
        press(counter.window, asked)
        type_text(counter.window, "3")
        press(counter.window, Key.Key_F7, modifiers=SHIFT)
        assert counter.vm.bill.props.empty
        assert counter.vm.bill.props.entry == ""
        counter.scan(BUTTER)
        assert counter.vm.bill.props.total == "₹60.00"


class TestMuchTooMuch:
    @pytest.mark.parametrize("language", ["en", "hi", "fil"])
    def test_more_coins_than_qt_can_count_are_said(
        self, open_counter: Callable[..., Counter], language: str
    ):
        counter = open_counter(language, display="window")
        counter.sign_in()
        shown = Display(counter)
        shown.come()
        shown.amount("99999999999999")
        assert "999" in counter.vm.bill.props.earns
        shown.read()
        counter.vm.record()
        shown.settle()
        assert counter.vm.props.kind == "bad"
        assert sold(counter) == 0


class TestAMemberWhoIsErased:
    """Another till erases the member who stands at this one."""

    def erase(self, counter: Counter) -> None:
        counter.scan(counter.card())
        counter.vm.bill.typeEntry("1264")
        counter.vm.bill.typeNumber("B-9000")
        staff = {one.name: one.id for one in list_staff(counter.shop)}
        gone = erase(counter.shop, staff["Meera"], staff["Ravi"], counter.member.member)
        assert isinstance(gone, MemberErased)

    def test_the_counter_lets_go_of_them_and_keeps_the_bill(self, counter: Counter):
        self.erase(counter)
        counter.app.station.look()
        counter.jobs.drain()
        assert not counter.vm.member.props.present
        assert counter.vm.props.message == "This member is not known here any more."
        assert "Aarti" not in "\n".join(texts(counter.window))
        assert counter.vm.bill.props.total == "₹1,264.00"

    def test_f12_that_is_quicker_records_a_guests_bill(self, counter: Counter):
        self.erase(counter)
        counter.vm.record()
        counter.jobs.drain()
        assert counter.vm.props.message == "Recorded, without a card."
        assert sold(counter) == 1
        assert counter.shop.state(counter.member.member).lots == ()


NAMES = ("Aarti", "Sharma", "Venkata", "98765", "98123")
KEYS = [
    *(Key(Key.Key_F1 + at) for at in range(12)),
    *(Key.Key_Escape, Key.Key_Return, Key.Key_Tab, Key.Key_Down, Key.Key_Up, Key.Key_Backspace),
]


class Somebody:
    """Presses, scans, types, locks and waits in any order, sooner than the till can answer."""

    def __init__(self, display: Display, seed: int) -> None:
        self.display, self.counter = display, display.counter
        self.chance = Random(seed)

    def act(self) -> None:
        """Do one thing, in either window."""
        counter, chance = self.counter, self.chance
        window = chance.choice([*[counter.window] * 6, self.display.window])
        match chance.choice(["key"] * 10 + ["scan"] * 4 + ["type"] * 3 + ["else"] * 4):
            case "key":
                held = chance.choice([Qt.KeyboardModifier.NoModifier] * 4 + [SHIFT])
                press(window, chance.choice(KEYS), modifiers=held)
            case "scan":
                cards = [counter.card(), counter.card(counter.other), blank_card(counter.shop)]
                counter.scanner.scan(chance.choice([*cards, BUTTER, "9999999999994"]))
            case "type":
                texts = ["1", "300", "20000", "abc", PIN, PINS["Ravi"], "B-2071", "9876543210"]
                type_text(window, chance.choice(texts))
            case _:
                station = counter.app.station
                acts = [station.lock, station.nextLanguage, station.look, counter.vm.removeMember]
                chance.choice([*acts, lambda: self.display.wait(61)])()

    def wait(self) -> None:
        """Let some of what is on its way arrive, or all; sign in at a locked till."""
        if self.chance.random() < 0.4:
            self.display.settle()
        if self.counter.app.desk.staff is None:
            self.counter.jobs.drain()
            self.counter.sign_in(self.chance.choice(list(PINS)))


@pytest.mark.parametrize("seed", [3, 101])
def test_in_any_order_nothing_breaks_and_nobody_is_named_to_nobody(display: Display, seed: int):
    somebody = Somebody(display, seed)
    counter = display.counter
    for _ in range(200):
        somebody.act()
        somebody.wait()
        assert counter.app.station.props.statusGood
        if somebody.chance.random() < 0.3:
            display.settle()
            assert display.vm.pin.props.typing == counter.vm.memberPin.props.wanted
            if display.vm.props.screen == "idle":
                told = display.known() + display.read()
                assert [one for one in NAMES if one in told] == []
