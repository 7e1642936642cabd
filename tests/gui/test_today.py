"""Today at the counter, by real keys and touches: figures, closed days, closing this one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.domain.slips import Slip
from app.services import day_closes
from app.services.day_closes import list_closes
from app.services.members import identify
from app.services.prints import PrintQueued, PrintStanding
from app.services.writing import DiskFull
from tests.helpers.counter import PINS, Counter
from tests.helpers.keys import accessible, items, press, texts, type_text
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def settle(counter: Counter) -> None:
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()
    QCoreApplication.processEvents()


def key(counter: Counter, which: Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    press(counter.window, which, modifiers=modifiers or Qt.KeyboardModifier.NoModifier)
    settle(counter)


def touch(counter: Counter, name: str) -> None:
    """Press what is written so, as a finger does."""
    counter.window.grabWindow()  # lays out what has just come
    found = [
        item
        for item in items(counter.window.contentItem())
        if item.property("text") == name and item.metaObject().className().startswith("KeyButton")
    ]
    (button,) = found
    middle: QPointF = button.mapToScene(QPointF(button.width() / 2, button.height() / 2))
    QTest.mouseClick(
        counter.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        QPoint(round(middle.x()), round(middle.y())),
    )  # fmt: skip
    settle(counter)


def sold_by(counter: Counter, name: str, *amounts: int) -> None:
    """Sell at the counter's till in the name of one of the staff."""
    counter.app.station.lock()
    counter.sign_in(name)
    for amount in amounts:
        type_text(counter.window, str(amount))
        settle(counter)
        key(counter, Key.Key_F12)


@pytest.fixture
def busy(counter: Counter) -> Counter:
    """A till at which the cashier and the supervisor have sold today; the cashier is there."""
    sold_by(counter, "Ravi", 500)
    counter.clock.at = counter.clock.at.replace(hour=9)
    sold_by(counter, "Meera", 250, 125)
    return counter


def signed_in(counter: Counter, name: str) -> None:
    counter.app.station.lock()
    counter.sign_in(name)
    settle(counter)


def test_a_cashier_sees_the_own_figures_and_no_money_of_others(busy: Counter):
    key(busy, Key.Key_F10)
    seen = texts(busy.window)
    assert "₹375" in seen
    assert "₹2,339" not in seen
    assert not any("500" in text for text in seen)
    assert "What the shop took and others did is shown to a supervisor." in seen
    assert "1 of 5 bills in the store with a card" in seen
    assert "Bills by the hour, in the store" in seen
    assert not busy.vm.today.cashiers.rows
    assert not any("Owed" in text for text in seen)
    key(busy, Key.Key_F3)
    assert busy.vm.props.panel == "today"
    assert "₹2,339" not in texts(busy.window)


def test_a_supervisor_sees_the_till_the_store_everybody_and_what_is_owed(busy: Counter):
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    seen = texts(busy.window)
    assert {"₹2,339", "Taken by the hour, in the store", "Meera", "Ravi", "₹375", "₹500"} <= set(
        seen
    )
    assert "Owed to members" in seen
    assert "This till, today" in seen
    key(busy, Key.Key_F3)
    assert "The whole store, today" in texts(busy.window)
    key(busy, Key.Key_F3)
    assert "This till, today" in texts(busy.window)
    bars = [row.label for row in busy.vm.today.hours.rows]
    assert bars == ["11", "12", "1", "2", "3"]
    spoken = {node.text(QAccessible.Text.Name) for node in accessible(busy.window)}
    assert "12 pm, ₹500" in spoken


def test_figures_that_are_on_the_screen_follow_what_happens(busy: Counter):
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    assert "₹2,339" in texts(busy.window)
    sell(busy.shop, "C-1", 1_000)
    busy.vm.today.look()
    settle(busy)
    assert "₹2,349" in texts(busy.window)


def test_a_panel_left_open_over_night_shows_the_new_day(busy: Counter):
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    assert int(busy.vm.today.tiles.rows[0].value) > 0
    busy.clock.at += timedelta(days=1)
    busy.vm.today.look()
    settle(busy)
    assert busy.vm.today.tiles.rows[0].value == "0"


def test_the_bills_are_one_key_away_and_back(busy: Counter):
    key(busy, Key.Key_F10)
    key(busy, Key.Key_F10)
    assert busy.vm.props.panel == "sales"
    key(busy, Key.Key_Escape)
    assert busy.vm.props.panel == "today"
    key(busy, Key.Key_Escape)
    assert busy.vm.props.panel == "bill"


def test_a_cashier_closes_the_day_with_a_supervisor_s_pin_after_seeing_it(busy: Counter):
    key(busy, Key.Key_F10)
    key(busy, Key.Key_D, CTRL)
    assert busy.vm.approval.props.wanted
    assert not list_closes(busy.shop)
    type_text(busy.window, PINS["Ravi"])
    key(busy, Key.Key_F12)
    seen = texts(busy.window)
    assert "Close the day?" in seen
    assert not list_closes(busy.shop)
    key(busy, Key.Key_F12)
    (close,) = list_closes(busy.shop)
    seen = texts(busy.window)
    assert "Day closed: no. 1" in seen
    assert "The day is closed. It will not change any more." in seen
    assert "REPRINT" not in seen
    assert close.facts.figures.bills == 9
    key(busy, Key.Key_P, CTRL)
    assert "Slips are switched off on this counter." in texts(busy.window)


def closed(counter: Counter) -> None:
    signed_in(counter, "Ravi")
    vm = counter.vm
    vm.openPanel("today")
    settle(counter)
    vm.today.askClose()
    settle(counter)
    vm.today.closeDay()
    settle(counter)
    assert (vm.today.props.view, vm.today.props.reprint) == ("close", "")


def test_what_was_closed_is_said_until_somebody_goes_on(busy: Counter):
    closed(busy)
    said = busy.vm.today.props
    busy.app.station._tick()  # a minute has passed
    settle(busy)
    assert busy.vm.today.props == said


def test_another_language_says_a_closed_day_anew_and_brings_nobody_back_to_it(busy: Counter):
    closed(busy)
    english = busy.vm.today.lines.rows
    busy.app.station.setLanguage("hi")
    settle(busy)
    assert busy.vm.today.props.message == ""
    assert busy.vm.today.lines.rows != english
    busy.app.station.setLanguage("en")
    busy.vm.back()
    settle(busy)
    assert busy.vm.today.props.view == "closes"


def test_another_language_says_the_preview_anew(busy: Counter):
    signed_in(busy, "Ravi")
    busy.vm.openPanel("today")
    settle(busy)
    busy.vm.today.askClose()
    settle(busy)
    english = busy.vm.today.lines.rows
    busy.app.station.setLanguage("hi")
    settle(busy)
    assert busy.vm.today.props.view == "preview"
    assert busy.vm.today.lines.rows != english
    busy.vm.today.closeDay()
    settle(busy)
    assert list_closes(busy.shop)


def test_a_scan_is_answered_while_a_long_close_is_still_being_read(
    busy: Counter, monkeypatch: pytest.MonkeyPatch
):
    """The jobs of a counter run one after the other: a close must not be one long job."""
    monkeypatch.setattr(day_closes, "AT_ONCE", 1)
    signed_in(busy, "Ravi")
    busy.vm.openPanel("today")
    settle(busy)
    today = busy.vm.today
    whole = day_closes.preview_close(busy.shop)
    assert isinstance(whole, day_closes.ClosePreview)
    said: list[tuple[str, str]] = []

    def answered(view: object) -> None:
        said.append((today.props.view, today.props.message))

    today.askClose()
    code = busy.card()
    busy.jobs.run(lambda: identify(busy.shop, code, typed=False), answered)
    settle(busy)
    assert said == [("figures", "Adding up the days…")]
    assert (today.props.view, today.props.message) == ("preview", "")
    today.closeDay()
    settle(busy)
    assert list_closes(busy.shop)[0].facts.figures == whole.facts.figures


def test_going_back_while_a_close_is_being_read_shows_no_preview(
    busy: Counter, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(day_closes, "AT_ONCE", 1)
    signed_in(busy, "Ravi")
    busy.vm.openPanel("today")
    settle(busy)
    today = busy.vm.today
    today.askClose()
    busy.jobs.run(lambda: None, lambda _: busy.vm.back())
    settle(busy)
    busy.vm.openPanel("today")
    settle(busy)
    assert (today.props.view, today.props.message) == ("figures", "")


def test_going_back_from_the_preview_closes_nothing(busy: Counter):
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    key(busy, Key.Key_D, CTRL)
    assert "Close the day?" in texts(busy.window)
    key(busy, Key.Key_Escape)
    assert busy.vm.today.props.view == "figures"
    key(busy, Key.Key_F12)
    assert not list_closes(busy.shop)


def test_closing_twice_says_that_it_is_closed(busy: Counter):
    signed_in(busy, "Ravi")
    for _ in range(2):
        key(busy, Key.Key_F10)
        key(busy, Key.Key_D, CTRL)
        key(busy, Key.Key_F12)
        key(busy, Key.Key_Escape)
        key(busy, Key.Key_Escape)
        key(busy, Key.Key_Escape)
    assert len(list_closes(busy.shop)) == 1
    key(busy, Key.Key_F10)
    key(busy, Key.Key_D, CTRL)
    wanted = "The day is closed already (no. 1); nothing happened since."
    assert wanted in texts(busy.window)


def test_with_fingers_alone_from_the_bill_to_a_closed_day_its_list_and_its_table(busy: Counter):
    signed_in(busy, "Ravi")
    touch(busy, "Today")
    touch(busy, "Close the day")
    touch(busy, "Close the day")
    assert len(list_closes(busy.shop)) == 1
    touch(busy, "Closed days")
    assert busy.vm.today.props.view == "closes"
    touch(busy, "Save as CSV")
    (table,) = (busy.shop.folder / "exports").iterdir()
    assert f"Saved: {table}" in texts(busy.window)
    touch(busy, "Show")
    assert "REPRINT" in texts(busy.window)
    touch(busy, "Back")
    touch(busy, "Back")
    touch(busy, "Back")
    assert busy.vm.props.panel == "bill"


def test_a_cashier_needs_a_pin_to_see_closed_days(busy: Counter):
    key(busy, Key.Key_F10)
    key(busy, Key.Key_F9)
    assert busy.vm.approval.props.wanted
    key(busy, Key.Key_Escape)
    assert busy.vm.today.props.view == "figures"
    key(busy, Key.Key_F9)
    type_text(busy.window, PINS["Ravi"])
    key(busy, Key.Key_F12)
    assert "No day was closed yet." in texts(busy.window)


def test_a_full_disk_is_said_and_nothing_is_closed(busy: Counter, monkeypatch: pytest.MonkeyPatch):
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    key(busy, Key.Key_D, CTRL)
    monkeypatch.setattr(day_closes, "close_day", lambda *_: DiskFull())
    key(busy, Key.Key_F12)
    assert any("The disk is full; the day is not closed." in text for text in texts(busy.window))
    assert busy.vm.today.props.view == "figures"


def test_a_scanned_card_leads_back_to_the_bill(busy: Counter):
    key(busy, Key.Key_F10)
    busy.scan(busy.card())
    assert busy.vm.props.panel == "bill"
    assert busy.vm.member.props.name == "Aarti Sharma"


def test_the_slip_follows_a_close_and_a_later_one_says_reprint(busy: Counter):
    put = Put()
    busy.shop.printing = put
    signed_in(busy, "Ravi")
    key(busy, Key.Key_F10)
    key(busy, Key.Key_D, CTRL)
    key(busy, Key.Key_F12)
    assert [(slip.title, slip.mark) for slip in put.slips] == [("Day closed: no. 1", "")]
    key(busy, Key.Key_P, CTRL)
    assert [slip.mark for slip in put.slips] == ["", "REPRINT"]
    assert put.slips[0].parts == put.slips[1].parts
    said = "The slip of Day closed: no. 1 is being printed again."
    assert said in texts(busy.window)


class Put:
    """A printer's queue that keeps what it is given."""

    to_files = False

    def __init__(self) -> None:
        self.slips: list[Slip] = []

    def put(self, slip: Slip) -> PrintQueued:
        self.slips.append(slip)
        return PrintQueued(slip.title, to_files=False)

    def again(self, event_id: str) -> PrintQueued:
        raise AssertionError(f"the slip of {event_id} was not asked for")

    def standing(self) -> PrintStanding:
        return PrintStanding()
