"""The member desk: what a supervisor does for a member, by real keys and touch."""

import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtTest import QTest

from app.domain.effects import Earn
from app.domain.facts import Opening
from app.domain.members import coins_on
from app.services import goodwill, member_pins, rewards, vouchers
from app.services.members import MemberView, open_member
from app.services.rewards import RewardRedeemed
from app.services.staff import list_staff
from tests.helpers.counter import PINS, Counter
from tests.helpers.display import Display
from tests.helpers.keys import items, press, texts, type_text
from tests.helpers.kiosk import Ticks

pytestmark = pytest.mark.slow
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PIN = "7392"
PAGE_KEYS = {
    "profile": Key.Key_1,
    "cards": Key.Key_2,
    "pin": Key.Key_3,
    "coins": Key.Key_4,
    "vouchers": Key.Key_5,
    "history": Key.Key_6,
    "joining": Key.Key_7,
    "data": Key.Key_8,
}


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


def tap(counter: Counter, name: str) -> None:
    """Press with a finger what is called so."""
    counter.window.grabWindow()
    for item in items(counter.window.contentItem()):
        called = name in (item.property("text"), item.property("title"))
        if called and item.metaObject().indexOfSignal("clicked()") >= 0 and item.isEnabled():
            middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
            QTest.mouseClick(counter.window, Qt.MouseButton.LeftButton, pos=middle)
            settle(counter)
            return
    raise AssertionError(f"nothing to tap is called {name}")


def desk(counter: Counter, page: str = "profile") -> None:
    """Open a page about Aarti."""
    counter.scan(counter.card())
    key(counter, Key.Key_F11, SHIFT)
    assert counter.vm.props.panel == "desk"
    key(counter, PAGE_KEYS[page], CTRL)
    assert counter.vm.memberDesk.props.page == page


def approve(counter: Counter) -> None:
    """Let Ravi type the PIN, who is a supervisor."""
    assert counter.vm.approval.props.wanted
    write(counter, PINS["Ravi"])
    key(counter, Key.Key_Return)
    assert not counter.vm.approval.props.wanted


def said(counter: Counter) -> str:
    return str(counter.vm.memberDesk.props.message)


def owner(counter: Counter) -> str:
    return next(one.id for one in list_staff(counter.shop) if one.role == "owner")


def as_is(counter: Counter, member: MemberView | None = None) -> MemberView:
    view = open_member(counter.shop, (member or counter.member).member)
    assert isinstance(view, MemberView)
    return view


def coins(counter: Counter) -> int:
    shop = counter.shop
    return coins_on(shop.state(counter.member.member), shop.moment().on).spendable


@pytest.fixture
def ravis(open_counter: Callable[..., Counter]) -> Counter:
    """A counter with Ravi, a supervisor, signed in."""
    opened = open_counter()
    opened.sign_in("Ravi")
    return opened


def test_the_desk_needs_a_member_and_goes_with_them(counter: Counter):
    key(counter, Key.Key_F11, SHIFT)
    assert counter.vm.props.panel == "bill"
    desk(counter)
    assert "Member desk" in texts(counter.window)
    key(counter, Key.Key_F2, SHIFT)
    assert counter.vm.props.panel == "bill"
    desk(counter)
    counter.scan(counter.card(counter.other))
    settle(counter)
    assert counter.vm.props.panel == "bill"


def test_pages_turn_by_keys(ravis: Counter):
    desk(ravis)
    key(ravis, Key.Key_PageUp)
    assert ravis.vm.memberDesk.props.page == "data"
    key(ravis, Key.Key_PageDown)
    assert ravis.vm.memberDesk.props.page == "profile"
    key(ravis, Key.Key_Escape)
    assert ravis.vm.props.panel == "bill"


class TestProfile:
    def test_a_cashier_changes_the_name_with_a_supervisor(self, counter: Counter):
        desk(counter)
        write(counter, "Arti Verma")
        key(counter, Key.Key_F12)
        assert "Change what Aarti Sharma told us?" in texts(counter.window)
        assert as_is(counter).name == "Aarti Sharma"
        approve(counter)
        assert said(counter) == "Changed."
        assert as_is(counter).name == "Arti Verma"
        assert counter.vm.member.props.name == "Arti Verma"

    def test_a_supervisor_is_not_asked_again(self, ravis: Counter):
        desk(ravis)
        ravis.vm.memberDesk.profile.chooseLanguage("hi")
        ravis.vm.memberDesk.profile.typeBirthday("30 11 1990")
        key(ravis, Key.Key_F12)
        assert said(ravis) == "Changed."
        view = as_is(ravis)
        assert (view.language, str(view.birthday)) == ("hi", "1990-11-30")

    def test_offers_are_no_longer_wanted(self, ravis: Counter):
        profile = ravis.vm.memberDesk.profile
        desk(ravis)
        wanted = as_is(ravis).marketing
        profile.setMarketing(not wanted)
        key(ravis, Key.Key_F12)
        assert as_is(ravis).marketing is not wanted

    def test_nothing_changed_is_nothing_to_save(self, ravis: Counter):
        desk(ravis)
        assert not ravis.vm.memberDesk.profile.props.canSave
        head = ravis.shop.db.head
        key(ravis, Key.Key_F12)
        assert ravis.shop.db.head == head

    def test_another_members_phone_leads_to_joining_them(self, ravis: Counter):
        desk(ravis)
        ravis.vm.memberDesk.profile.typePhone("9812345678")
        key(ravis, Key.Key_F12)
        assert said(ravis).startswith("This phone belongs to Venkatanarasimharajuvaripeta")
        assert as_is(ravis).phone_masked == "98•••••210"

    def test_a_wrong_phone_says_what_one_looks_like(self, ravis: Counter):
        desk(ravis)
        key(ravis, Key.Key_Return)
        write(ravis, "98123")
        key(ravis, Key.Key_F12)
        assert said(ravis) == "This is not a phone number. Type all 10 digits."
        assert ravis.vm.memberDesk.profile.props.phone == "98123"

    def test_the_phone_is_removed(self, ravis: Counter):
        desk(ravis)
        key(ravis, Key.Key_F6)
        assert ravis.vm.memberDesk.profile.props.phoneHint == "will be removed"
        assert as_is(ravis).phone_masked == "98•••••210"
        key(ravis, Key.Key_F12)
        assert as_is(ravis).phone_masked == ""

    def test_who_had_no_phone_nor_name_is_not_left_without_both(self, ravis: Counter):
        desk(ravis)
        ravis.vm.memberDesk.profile.typeName("")
        key(ravis, Key.Key_F6)
        key(ravis, Key.Key_F12)
        assert said(ravis) == "A member without a phone needs a name or nickname."
        assert as_is(ravis).name == "Aarti Sharma"


class TestCards:
    def test_a_new_card_after_the_supervisors_pin(self, counter: Counter):
        desk(counter, "cards")
        key(counter, Key.Key_F12)
        assert len(as_is(counter).cards) == 1
        approve(counter)
        assert [bool(card.blocked) for card in as_is(counter).cards] == [True, False]

    def test_a_lost_card_is_blocked_at_once(self, counter: Counter):
        desk(counter, "cards")
        key(counter, Key.Key_F7)
        assert all(card.blocked for card in as_is(counter).cards)
        assert "The card is blocked. The coins are safe." in texts(counter.window)


class TestPin:
    def test_without_a_display_it_says_what_to_connect(self, ravis: Counter):
        desk(ravis, "pin")
        assert "Aarti Sharma has no PIN yet." in texts(ravis.window)
        assert any(text.startswith("Connect the customer display") for text in texts(ravis.window))
        assert not ravis.vm.memberDesk.pin.props.canRemove

    def test_a_forgotten_pin_is_removed_with_a_supervisor(self, counter: Counter):
        member_pins.set_member_pin(counter.shop, "", counter.member.member, PIN)
        desk(counter, "pin")
        assert "Aarti Sharma has a PIN." in texts(counter.window)
        key(counter, Key.Key_F7)
        approve(counter)
        assert said(counter) == "The PIN is removed."
        assert not member_pins.has_pin(counter.shop, counter.member.member)
        assert "Aarti Sharma has no PIN yet." in texts(counter.window)

    def test_the_member_chooses_one_on_the_display(self, open_counter: Callable[..., Counter]):
        counter = open_counter(display="window")
        counter.sign_in()
        display = Display(counter, Ticks())
        desk(counter, "pin")
        assert any(text.startswith("The member types it") for text in texts(counter.window))
        key(counter, Key.Key_F12)
        assert "Is it Aarti Sharma, who is to choose a PIN?" in texts(counter.window)
        approve(counter)
        display.settle()
        assert counter.vm.memberPin.props.wanted
        for _ in range(2):
            type_text(display.window, PIN)
            press(display.window, Key.Key_Return)
            display.settle()
        settle(counter)
        assert said(counter) == "The new PIN works from now on."
        assert "Aarti Sharma has a PIN." in texts(counter.window)
        right = member_pins.check_pin(counter.shop, counter.member.member, PIN)
        assert right == member_pins.PinRight()


class TestCoins:
    def test_given_with_a_reason_the_member_reads(self, counter: Counter):
        before = coins(counter)
        desk(counter, "coins")
        write(counter, "50")
        key(counter, Key.Key_Return)
        write(counter, "The rice was wet")
        key(counter, Key.Key_F12)
        assert "Give Aarti Sharma 50 coins?" in texts(counter.window)
        assert coins(counter) == before
        approve(counter)
        assert coins(counter) == before + 50
        assert said(counter).startswith("50 coins given.")
        assert counter.vm.member.props.coins == counter.app.desk.money.number(before + 50)
        key(counter, PAGE_KEYS["history"], CTRL)
        assert any("The rice was wet" in text for text in texts(counter.window))

    def test_a_second_press_gives_nothing_more(self, ravis: Counter):
        before = coins(ravis)
        desk(ravis, "coins")
        write(ravis, "50")
        key(ravis, Key.Key_Return)
        write(ravis, "wet")
        press(ravis.window, Key.Key_F12)
        press(ravis.window, Key.Key_F12)
        settle(ravis)
        key(ravis, Key.Key_F12)
        assert coins(ravis) == before + 50

    def test_no_more_is_taken_than_there_is(self, ravis: Counter):
        have = coins(ravis)
        desk(ravis, "coins")
        write(ravis, str(have + 1))
        key(ravis, Key.Key_Return)
        write(ravis, "a slip")
        key(ravis, Key.Key_F7)
        assert said(ravis).endswith(f"the member has {ravis.app.desk.money.number(have)}.")
        assert coins(ravis) == have

    def test_without_a_reason_there_is_nothing_to_press(self, ravis: Counter):
        desk(ravis, "coins")
        write(ravis, "50")
        key(ravis, Key.Key_F12)
        assert not ravis.vm.memberDesk.goodwill.props.canGive


def test_a_voucher_is_cancelled_and_its_coins_come_back(ravis: Counter):
    shop, member = ravis.shop, ravis.member.member
    day = shop.moment().on
    got = (Earn(1_000, "", day, day + timedelta(days=400), "opening", 0, 100, 1_000, ""),)
    shop.record(
        lambda _: ((shop.event("opening", Opening("x", 1), member=member, effects=got),), None)
    )
    assert isinstance(rewards.redeem(shop, "", member, "tea-250"), RewardRedeemed)
    spent = coins(ravis)
    desk(ravis, "vouchers")
    key(ravis, Key.Key_Down)
    assert "Assam tea, 250 g, free" in texts(ravis.window)
    key(ravis, Key.Key_F7)
    assert said(ravis).startswith("Cancelled.")
    assert coins(ravis) > spent
    assert not [one for one in vouchers.vouchers_of(shop, member) if one.open]
    key(ravis, Key.Key_F7)
    assert said(ravis).startswith("Cancelled.")


def test_history_says_why(ravis: Counter):
    desk(ravis, "history")
    rows = ravis.vm.memberDesk.history.rows.rows
    at = next(i for i, row in enumerate(rows) if row.title.startswith("Bought for"))
    for _ in range(at + 1):
        key(ravis, Key.Key_Down)
    assert ravis.vm.memberDesk.history.props.chosen == at
    assert "coin" in ravis.vm.memberDesk.history.props.why


class TestJoining:
    def test_seen_before_it_is_done_and_undone(self, counter: Counter):
        shop, by = counter.shop, owner(counter)
        goodwill.give_coins(shop, by, by, counter.other.member, 45, "sorry")
        mine = coins(counter)
        theirs = as_is(counter, counter.other).coins.spendable
        desk(counter, "joining")
        counter.scan(counter.card(counter.other))
        settle(counter)
        assert counter.vm.props.panel == "desk"
        sums = {row.what: row for row in counter.vm.memberDesk.joining.sums.rows}
        number = counter.app.desk.money.number
        assert sums["Coins"].together == number(mine + theirs)
        assert sums["Cards"].together == "2"
        assert coins(counter) == mine
        key(counter, Key.Key_F12)
        approve(counter)
        assert coins(counter) == mine + theirs
        assert counter.vm.member.props.coins == number(mine + theirs)
        key(counter, Key.Key_F7)
        approve(counter)
        assert coins(counter) == mine
        assert said(counter) == "Two members again, each with what was theirs."

    def test_another_card_at_the_members_cards_leads_here(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        counter.scan(counter.card())
        settle(counter)
        assert counter.vm.props.panel == "cards"
        counter.scan(counter.card(counter.other))
        settle(counter)
        assert counter.vm.props.panel == "desk"
        assert counter.vm.memberDesk.joining.props.canJoin

    def test_found_by_name_and_left_again(self, ravis: Counter):
        desk(ravis, "joining")
        write(ravis, "98123")
        key(ravis, Key.Key_Return)
        assert ravis.vm.memberDesk.joining.props.canJoin
        key(ravis, Key.Key_Escape)
        assert ravis.vm.props.panel == "desk"
        assert not ravis.vm.memberDesk.joining.props.canJoin
        key(ravis, Key.Key_Escape)
        assert ravis.vm.props.panel == "bill"

    def test_the_member_is_not_offered_to_themself(self, ravis: Counter):
        desk(ravis, "joining")
        write(ravis, "98765")
        assert not ravis.vm.memberDesk.joining.hits.rows


class TestOwnData:
    def test_the_file_says_where_it_is(self, counter: Counter):
        desk(counter, "data")
        key(counter, Key.Key_F12)
        assert not (counter.shop.folder / "exports").exists()
        approve(counter)
        path = Path(counter.vm.memberDesk.ownData.props.saved)
        assert json.loads(path.read_bytes())["person"]["name"] == "Aarti Sharma"
        assert str(path) in texts(counter.window)

    def test_erased_in_two_steps(self, counter: Counter):
        desk(counter, "data")
        key(counter, Key.Key_F12, SHIFT)
        assert not counter.vm.approval.props.wanted
        key(counter, Key.Key_F7)
        assert "This will be gone:" in texts(counter.window)
        key(counter, Key.Key_Escape)
        assert counter.vm.props.panel == "desk"
        key(counter, Key.Key_F7)
        key(counter, Key.Key_F12, SHIFT)
        assert as_is(counter).name == "Aarti Sharma"
        approve(counter)
        assert not isinstance(open_member(counter.shop, counter.member.member), MemberView)
        assert counter.vm.props.panel == "bill"
        assert not counter.vm.member.props.present
        assert counter.vm.props.message.startswith("The member is erased.")

    def test_no_file_is_left_of_who_was_erased(self, ravis: Counter):
        desk(ravis, "data")
        key(ravis, Key.Key_F12)
        path = Path(ravis.vm.memberDesk.ownData.props.saved)
        assert path.exists()
        key(ravis, Key.Key_F7)
        key(ravis, Key.Key_F12, SHIFT)
        assert not isinstance(open_member(ravis.shop, ravis.member.member), MemberView)
        assert not path.exists()

    def test_a_cashiers_own_pin_is_not_enough(self, counter: Counter):
        desk(counter, "data")
        key(counter, Key.Key_F7)
        key(counter, Key.Key_F12, SHIFT)
        write(counter, PINS["Meera"])
        key(counter, Key.Key_Return)
        assert any("Meera may not approve this." in text for text in texts(counter.window))
        assert as_is(counter).name == "Aarti Sharma"


def test_by_touch_alone(ravis: Counter):
    ravis.scan(ravis.card())
    tap(ravis, "Desk")
    tap(ravis, "Data")
    tap(ravis, "Erase …")
    tap(ravis, "Erase for good")
    assert ravis.vm.props.message.startswith("The member is erased.")


@pytest.mark.parametrize("language", ["hi", "fil"])
def test_every_page_in_the_shops_languages(open_counter: Callable[..., Counter], language: str):
    counter = open_counter(language)
    counter.sign_in("Ravi")
    english = ("Write", "Remove", "Give", "Take", "Save", "Erase", "Same", "Choose", "Connect")
    for page in PAGE_KEYS:
        desk(counter, page)
        shown = texts(counter.window)
        assert not [text for text in shown if text.startswith(english)], page


def test_nothing_personal_is_logged(ravis: Counter, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        for page in PAGE_KEYS:
            desk(ravis, page)
        key(ravis, Key.Key_F12)
    assert "Aarti" not in caplog.text
    assert "9876543210" not in caplog.text
