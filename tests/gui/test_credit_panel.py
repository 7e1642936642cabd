"""Store credit at the till: taken in, used on a bill, paid out, taken back."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.domain.members import credit_on
from app.services import topups
from app.services.topups import CreditToppedUp
from tests.helpers.counter import PINS, Counter
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


def credit(counter: Counter) -> int:
    shop = counter.shop
    return credit_on(shop.state(counter.member.member), shop.moment().on).spendable


def agree(counter: Counter) -> None:
    """Let the supervisor agree that much is spent by a member without a PIN."""
    write(counter, PINS["Ravi"])
    key(counter, Key.Key_F12)


@pytest.fixture
def rich(counter: Counter) -> Counter:
    """The counter with a member who paid ₹500 in."""
    done = topups.top_up(counter.shop, "", counter.member.member, "R-1", 50_000)
    assert isinstance(done, CreditToppedUp)
    counter.scan(counter.card())
    return counter


def test_a_top_up_by_keys_alone(counter: Counter):
    counter.scan(counter.card())
    before = credit(counter)
    key(counter, Key.Key_F5, SHIFT)
    if counter.vm.credit.props.way == "use":
        key(counter, Key.Key_F3)
    write(counter, "300")
    key(counter, Key.Key_Return)
    write(counter, "R77")
    key(counter, Key.Key_Return)
    key(counter, Key.Key_Return)
    assert counter.vm.props.message.startswith("₹300 is in.")
    assert credit(counter) == before + 30_000


def test_the_same_receipt_is_taken_once(rich: Counter):
    key(rich, Key.Key_F5, SHIFT)
    if rich.vm.credit.props.way == "use":
        key(rich, Key.Key_F3)
    for _ in range(2):
        rich.vm.credit.typeAmount("200")
        rich.vm.credit.typeReceipt("R-1")
        key(rich, Key.Key_F12)
    assert "was used for another top-up" in rich.vm.credit.props.message
    assert rich.vm.credit.props.wrong == "receipt"
    rich.vm.credit.typeReceipt("R-2")
    rich.vm.credit.typeCode("NOSUCHOFFER")
    key(rich, Key.Key_F12)
    assert "No offer has the code NOSUCHOFFER" in rich.vm.credit.props.message
    assert rich.vm.credit.props.wrong == "code"
    said = [item for item in items(rich.window.contentItem()) if item.property("error")]
    assert [item.property("label") for item in said if item.property("label")] == [
        "Bonus code (may be left out)"
    ]
    assert credit(rich) == 50_000


def test_credit_comes_off_a_bill_and_back_when_it_is_undone(rich: Counter):
    write(rich, "700")
    rich.vm.bill.typeNumber("B-1")
    key(rich, Key.Key_F5, SHIFT)
    assert "Use on this bill, at most ₹500" in texts(rich.window)
    key(rich, Key.Key_F12)
    agree(rich)
    assert "Take ₹500 off on the till. Collect ₹200." in texts(rich.window)
    key(rich, Key.Key_F12)
    assert "Collect ₹200." in rich.vm.props.detail
    assert credit(rich) < 50_000
    key(rich, Key.Key_F12, SHIFT)
    assert credit(rich) == 50_000
    assert [row.amount for row in rich.vm.bill.offs.rows] == ["-₹500.00"]


def test_a_bill_that_shrinks_takes_less_credit(rich: Counter):
    write(rich, "700")
    key(rich, Key.Key_F5, SHIFT)
    key(rich, Key.Key_F12)
    agree(rich)
    rich.vm.bill.typeEntry("120")
    settle(rich)
    assert "Take ₹120 off on the till. Nothing to collect." in texts(rich.window)
    key(rich, Key.Key_F12)
    assert any("Nothing to collect." in one for one in texts(rich.window))


def test_credit_of_one_member_is_not_used_for_another(rich: Counter):
    write(rich, "700")
    key(rich, Key.Key_F5, SHIFT)
    key(rich, Key.Key_F12)
    agree(rich)
    assert rich.vm.bill.inputs.credit_minor == 50_000
    rich.scan(rich.card(rich.other))
    assert rich.vm.bill.inputs.credit_minor == 0


@pytest.mark.parametrize(
    ("amount", "said"),
    [("0", "This is not an amount"), ("abc", "This is not an amount"), ("600", "at most ₹500")],
)
def test_what_cannot_be_used_is_said_and_not_done(rich: Counter, amount: str, said: str):
    write(rich, "700")
    key(rich, Key.Key_F5, SHIFT)
    rich.vm.credit.typeAmount(amount)
    assert said in rich.vm.credit.props.message
    key(rich, Key.Key_F12)
    assert rich.vm.props.panel == "credit"
    assert rich.vm.bill.inputs.credit_minor == 0


def test_a_top_up_is_taken_back_with_a_supervisors_pin(counter: Counter):
    counter.scan(counter.card())
    counter.vm.openPanel("credit")
    settle(counter)
    if counter.vm.credit.props.way == "use":
        counter.vm.credit.nextWay()
    counter.vm.credit.typeAmount("300")
    counter.vm.credit.typeReceipt("R-9")
    key(counter, Key.Key_F12)
    assert credit(counter) == 30_000
    counter.vm.openPanel("credit")
    settle(counter)
    if counter.vm.credit.props.way == "use":
        key(counter, Key.Key_F3)
    key(counter, Key.Key_F7)
    assert counter.vm.approval.props.wanted
    write(counter, "8351")
    key(counter, Key.Key_Return)
    assert counter.vm.props.message == "The top-up is taken back. Hand back ₹300."
    assert credit(counter) == 0


def test_without_a_member_it_says_who_is_missing(counter: Counter):
    key(counter, Key.Key_F5, SHIFT)
    assert counter.vm.props.message == "First a member, then store credit."
    assert counter.vm.props.panel == "bill"
