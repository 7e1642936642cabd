"""Members, cards and the supervisor at the counter, by real keys over a real shop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt

from app.services import open_sales
from app.services.members import MemberView, open_member
from tests.helpers.counter import PINS, Counter
from tests.helpers.keys import press, texts, type_text
from tests.helpers.people import joined

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(counter: Counter, which: Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    press(counter.window, which, modifiers=modifiers or Qt.KeyboardModifier.NoModifier)
    counter.jobs.drain()
    QCoreApplication.processEvents()
    counter.jobs.drain()


def write(counter: Counter, text: str) -> None:
    type_text(counter.window, text)
    counter.jobs.drain()


class TestFind:
    @pytest.mark.parametrize("typed", ["9876543210", "43210", "arti sharma", "Aarti"])
    def test_by_phone_or_name(self, counter: Counter, typed: str):
        key(counter, Key.Key_F2)
        write(counter, typed)
        assert "Aarti Sharma" in texts(counter.window)

    def test_a_whole_phone_number_and_enter_open_the_member(self, counter: Counter):
        key(counter, Key.Key_F2)
        write(counter, "9876543210")
        key(counter, Key.Key_Return)
        assert counter.vm.props.panel == "bill"
        assert counter.vm.member.props.name == "Aarti Sharma"

    def test_names_are_found_across_scripts(self, counter: Counter):
        key(counter, Key.Key_F2)
        write(counter, "aarti varma")
        assert counter.vm.find.hits.rows[0].name == "आरती वर्मा"

    def test_arrow_keys_choose(self, counter: Counter):
        key(counter, Key.Key_F2)
        write(counter, "aarti")
        second = counter.vm.find.hits.rows[1].name
        key(counter, Key.Key_Down)
        key(counter, Key.Key_Return)
        assert counter.vm.member.props.name == second

    def test_half_a_number_is_not_enrolled(self, counter: Counter):
        key(counter, Key.Key_F2)
        write(counter, "98111")
        key(counter, Key.Key_Return)
        assert "This is not a phone number. Type all 10 digits." in texts(counter.window)
        assert counter.vm.props.panel == "find"


class TestEnrol:
    def test_from_ten_digits_to_the_card(self, counter: Counter):
        key(counter, Key.Key_F2)
        write(counter, "9811112222")
        key(counter, Key.Key_Return)
        assert counter.vm.props.panel == "enrol"
        write(counter, "Sunita")
        key(counter, Key.Key_F12)
        assert "Ask if the customer agrees. If so, tick the box." in texts(counter.window)
        key(counter, Key.Key_Return)
        key(counter, Key.Key_Space)
        assert counter.vm.enrol.props.consent
        key(counter, Key.Key_F12)
        assert "Sunita is a member now." in texts(counter.window)
        assert counter.vm.enrol.props.picture.startswith("data:image/png;base64,")
        key(counter, Key.Key_F12)
        assert counter.vm.member.props.name == "Sunita"
        assert counter.vm.props.message == "Welcome, Sunita!"

    def test_by_enter_alone_with_the_consent_in_sight(self, counter: Counter):
        counter.window.resize(1024, 768)
        key(counter, Key.Key_F2)
        write(counter, "9811112222")
        key(counter, Key.Key_Return)
        write(counter, "Sunita")
        key(counter, Key.Key_Return)
        texts(counter.window)
        tick = counter.window.activeFocusItem()
        panel = tick.parentItem().parentItem().parentItem()  # what the form scrolls in
        at = tick.mapToItem(panel, QPointF(0, 0)).y()
        assert 0 <= at <= panel.height() - tick.height()
        key(counter, Key.Key_Return)
        assert "Ask if the customer agrees. If so, tick the box." in texts(counter.window)
        key(counter, Key.Key_Space)
        key(counter, Key.Key_Return)
        assert "Sunita is a member now." in texts(counter.window)

    def test_the_phone_may_be_left_out(self, counter: Counter):
        counter.vm.openPanel("find")
        write(counter, "Gopal")
        key(counter, Key.Key_F12)
        assert counter.vm.enrol.props.name == "Gopal"
        counter.vm.enrol.setConsent(True)
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F12)
        assert counter.vm.member.props.name == "Gopal"

    def test_a_member_without_a_name_is_spoken_to_all_the_same(self, counter: Counter):
        nameless = joined(counter.shop, "", "9811112222")
        counter.vm.set_member(nameless)
        counter.vm.bill.typeEntry("1264")
        assert counter.vm.member.props.name == "Member without a name"
        assert counter.vm.bill.props.aloud == "Say: “37 coins for you today.”"
        counter.vm.openPanel("return")
        counter.jobs.drain()
        assert nameless.phone_masked in counter.vm.returns.props.hint

    def test_consent_is_read_in_the_members_language(self, counter: Counter):
        counter.vm.openPanel("find")
        counter.vm.find.enrolNew()
        english = counter.vm.enrol.props.consentText
        counter.vm.enrol.chooseLanguage("hi")
        assert counter.vm.enrol.props.consentText != english

    def test_a_birthday_is_read_or_refused(self, counter: Counter):
        counter.vm.openPanel("find")
        counter.vm.find.enrolNew()
        counter.vm.enrol.typeBirthday("31 02 1990")
        assert counter.vm.enrol.props.birthdayError
        counter.vm.enrol.typeBirthday("28/02/1990")
        assert not counter.vm.enrol.props.birthdayError


class TestReturn:
    def test_by_amount_with_every_coin(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F5)
        numbers = [row.number for row in counter.vm.returns.found.rows]
        counter.vm.returns.choose(numbers.index("B-2071"))
        counter.jobs.drain()
        assert "Coins taken back" in texts(counter.window)
        write(counter, "64")
        assert counter.vm.returns.props.handBack == "₹64.00"
        assert "No coins change" in texts(counter.window)
        write(counter, "")
        counter.vm.returns.typeAmount("1264")
        counter.jobs.drain()
        assert counter.vm.returns.props.handBack == "₹1,264.00"
        key(counter, Key.Key_F12)
        assert "Type the number of the return from the till." in texts(counter.window)
        counter.vm.returns.typeReceipt("R-1")
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "Return recorded. Hand back ₹1,264."
        assert "Coins taken back: 12" in counter.vm.props.detail

    def test_by_lines_of_a_bill_of_items(self, counter: Counter):
        counter.vm.bill.toggleMode()
        for name in ("butter", "moong"):
            counter.vm.bill.typeEntry(name)
            counter.jobs.drain()
            counter.vm.bill.enter()
            counter.jobs.drain()
        counter.vm.bill.typeNumber("B-9")
        key(counter, Key.Key_F12)
        key(counter, Key.Key_F5)
        write(counter, "B-9")
        key(counter, Key.Key_Return)
        assert "Return from bill B-9" in texts(counter.window)
        counter.vm.returns.step(0, 1)
        counter.jobs.drain()
        assert counter.vm.returns.props.handBack == "₹60.00"
        counter.vm.returns.step(0, -1)
        counter.jobs.drain()
        assert "Choose what comes back." in texts(counter.window)
        key(counter, Key.Key_F6)
        assert counter.vm.returns.props.handBack == "₹178.00"

    def test_more_than_was_sold_is_refused(self, counter: Counter):
        counter.vm.openPanel("return")
        counter.vm.returns.typeNumber("B-2071")
        counter.vm.returns.search()
        counter.jobs.drain()
        counter.vm.returns.typeAmount("5000")
        counter.jobs.drain()
        assert "Only ₹1,264 of this bill can come back." in texts(counter.window)
        assert not counter.vm.returns.props.ready

    def test_the_window_is_over(self, counter: Counter):
        counter.vm.openPanel("return")
        counter.vm.returns.typeNumber("B-2031")
        counter.vm.returns.search()
        counter.jobs.drain()
        assert any("could be returned until" in text for text in texts(counter.window))

    def test_an_unknown_number(self, counter: Counter):
        counter.vm.openPanel("return")
        write(counter, "B-0")
        key(counter, Key.Key_F12)
        assert "No bill B-0 on this counter. Check the printed bill." in texts(counter.window)


class TestSupervisor:
    def choose(self, counter: Counter, number: str) -> None:
        key(counter, Key.Key_F10)
        key(counter, Key.Key_F10)
        rows = [row.number for row in counter.vm.todaysSales.sales.rows]
        counter.vm.todaysSales.choose(rows.index(number))

    def test_a_void_asks_for_the_pin_in_place(self, counter: Counter):
        self.choose(counter, "B-2071")
        key(counter, Key.Key_F7)
        assert "Void bill B-2071 of ₹1,264?" in texts(counter.window)
        write(counter, PINS["Meera"])
        key(counter, Key.Key_Return)
        assert any("Meera may not approve this." in text for text in texts(counter.window))
        write(counter, PINS["Ravi"])
        key(counter, Key.Key_Return)
        assert counter.vm.props.message == "Bill B-2071 is void. Hand back ₹1,264."
        voided = {row.bill_number for row in open_sales.todays_sales(counter.shop) if row.voided}
        assert voided == {"B-2071"}

    def test_escape_leaves_the_sale_alone(self, counter: Counter):
        self.choose(counter, "B-2071")
        key(counter, Key.Key_F7)
        key(counter, Key.Key_Escape)
        assert counter.vm.props.panel == "sales"
        assert not any(row.voided for row in open_sales.todays_sales(counter.shop))

    def test_a_forgotten_card_is_added(self, counter: Counter):
        self.choose(counter, "B-2070")
        assert not counter.vm.todaysSales.props.canClaim
        counter.scan(counter.card())
        assert counter.vm.todaysSales.props.claim == "Add to Aarti Sharma"
        key(counter, Key.Key_F12)
        write(counter, PINS["Ravi"])
        key(counter, Key.Key_F12)
        assert counter.vm.props.message == "2 coins of bill B-2070 for Aarti Sharma"
        assert counter.vm.member.props.coins == "202"


class TestCards:
    def test_replace(self, counter: Counter):
        old = counter.card()
        counter.scan(old)
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F12)
        assert counter.vm.approval.props.reason == "Give a new card and block the old one?"
        write(counter, PINS["Ravi"])
        key(counter, Key.Key_F12)
        assert counter.vm.cards.props.message.startswith("The new card is SK")
        counter.vm.back()
        counter.vm.removeMember()
        counter.scan(old)
        assert "is blocked" in counter.vm.props.message
        view = open_member(counter.shop, counter.member.member)
        assert isinstance(view, MemberView)
        counter.scan(counter.card(view))
        assert counter.vm.member.props.name == "Aarti Sharma"

    def test_a_lost_card_is_blocked_at_once_and_a_new_one_takes_a_supervisor(
        self, counter: Counter
    ):
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F7)
        assert counter.vm.cards.props.message == "The card is blocked. The coins are safe."
        key(counter, Key.Key_F12)
        assert counter.vm.approval.props.wanted, "to block the old one is no way around it"
        key(counter, Key.Key_Escape)
        view = open_member(counter.shop, counter.member.member)
        assert isinstance(view, MemberView)
        assert [bool(card.blocked) for card in view.cards] == [True]
        assert counter.vm.cards.props.canReplace

    def test_an_approval_is_for_the_member_it_was_asked_for(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F12)
        counter.vm.cards.open(counter.other)
        write(counter, PINS["Ravi"])
        key(counter, Key.Key_F12)
        for member in (counter.member.member, counter.other.member):
            view = open_member(counter.shop, member)
            assert isinstance(view, MemberView)
            assert not any(card.blocked for card in view.cards)

    @pytest.mark.parametrize("act", ["blockCard", "replaceCard"])
    def test_the_next_member_stays_though_the_last_one_s_card_is_still_being_changed(
        self, counter: Counter, act: str
    ):
        counter.app.station.lock()
        counter.sign_in("Ravi")
        counter.scan(counter.card())
        counter.vm.openPanel("cards")
        getattr(counter.vm.cards, act)()
        counter.vm.back()
        counter.scan(counter.card(counter.other))
        assert counter.vm.member.view.member == counter.other.member
        assert counter.vm.bill.inputs.member == counter.other.member

    def test_a_new_card_is_shown_to_nobody_else(self, counter: Counter):
        counter.app.station.lock()
        counter.sign_in("Ravi")
        counter.scan(counter.card())
        counter.vm.openPanel("cards")
        counter.vm.cards.replaceCard()
        counter.vm.cards.open(counter.other)
        counter.jobs.drain()
        assert counter.vm.cards.props.message == ""
        assert counter.vm.cards.props.picture == ""
        assert counter.vm.cards.props.name == counter.other.name

    def test_print_writes_a_sheet(
        self, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setenv("HOME", str(tmp_path))
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F10)
        (sheet,) = tmp_path.rglob("sikka-*.pdf")
        assert sheet.read_bytes().startswith(b"%PDF")
        assert counter.vm.cards.props.message == f"The card is ready to print: {sheet}"

    def test_a_sheet_that_cannot_be_written_is_said(
        self, counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        (tmp_path / "Documents").write_text("in the way")
        monkeypatch.setenv("HOME", str(tmp_path))
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        key(counter, Key.Key_F10)
        assert counter.vm.cards.props.message.startswith("The card could not be saved")

    def test_merge_two_members(self, counter: Counter):
        counter.scan(counter.card())
        key(counter, Key.Key_F11)
        counter.scan(counter.card(counter.other))
        key(counter, Key.Key_F12)
        write(counter, PINS["Ravi"])
        key(counter, Key.Key_F12)
        assert counter.vm.memberDesk.props.message == "Done: one member with all coins and cards."
        counter.scan(counter.card(counter.other))
        assert counter.vm.member.props.name == "Aarti Sharma"
