"""Joining at the kiosk, with a blank card or without, brought by a friend or not."""

import pytest
from PySide6.QtCore import Qt

from app.domain.codes import short_number
from app.domain.member_pins import JOIN_TRIES
from app.services.cards import blank_card, issue_card
from app.services.member_pins import has_pin
from app.services.members import MemberView, find, open_member
from tests.helpers.keys import press, type_text
from tests.helpers.kiosk import KioskStage
from tests.helpers.kiosk_door import PIN, card, scan

pytestmark = pytest.mark.slow
KEY = Qt.Key


class TestJoining:
    def join(self, kiosk: KioskStage, phone: str = "9700011122") -> None:
        kiosk.tap("Join")
        type_text(kiosk.window, phone)
        kiosk.tap("Next")
        kiosk.tap("I agree, join")

    def test_three_taps_and_a_card(self, kiosk: KioskStage):
        self.join(kiosk)
        assert "You are in! This is your card" in kiosk.texts()
        (hit,) = find(kiosk.shop, "9700011122")
        view = open_member(kiosk.shop, hit.member)
        assert isinstance(view, MemberView)
        assert view.cards[-1].short in kiosk.texts()
        assert not view.marketing
        assert "QR code of your card" in kiosk.all_names()

    def test_with_a_blank_card_it_becomes_theirs(self, kiosk: KioskStage):
        number = blank_card(kiosk.shop)
        scan(kiosk, number)
        type_text(kiosk.window, "9700011122")
        kiosk.tap("Next")
        kiosk.tap("I agree, join")
        assert short_number(number) in kiosk.texts()
        kiosk.tap("Finish")
        scan(kiosk, number)
        assert kiosk.vm.props.present

    def test_a_blank_card_shown_late_leaves_what_was_typed(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        scan(kiosk, blank_card(kiosk.shop))
        assert kiosk.vm.join.props.phone == "9700011122"
        assert kiosk.vm.join.props.cardNote

    def test_somebody_was_quicker_with_the_same_card(self, kiosk: KioskStage):
        number = blank_card(kiosk.shop)
        scan(kiosk, number)
        type_text(kiosk.window, "9700011122")
        kiosk.tap("Next")
        issue_card(kiosk.shop, "", kiosk.member.member, number)
        kiosk.tap("I agree, join")
        assert "Somebody else has this card already." in kiosk.texts()
        kiosk.tap("I agree, join")
        assert "You are in! This is your card" in kiosk.texts()
        assert short_number(number) not in kiosk.texts()

    def test_nothing_of_the_card_is_left_for_the_next_one(self, kiosk: KioskStage):
        scan(kiosk, blank_card(kiosk.shop))
        kiosk.vm.finish()
        kiosk.tap("Join")
        assert kiosk.vm.join.props.cardNote == ""

    def test_offers_only_for_who_wants_them(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        kiosk.tap("Next")
        offers = kiosk.vm.join.props.marketingText
        kiosk.tap(f"{offers}. Only if you like. You can join without it.")
        kiosk.tap("I agree, join")
        (hit,) = find(kiosk.shop, "9700011122")
        view = open_member(kiosk.shop, hit.member)
        assert isinstance(view, MemberView)
        assert view.marketing

    def test_nobody_joins_before_agreeing(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        kiosk.tap("Next")
        kiosk.tap("Back")
        assert find(kiosk.shop, "9700011122") == ()

    def test_the_name_comes_after_with_the_kiosks_keyboard(self, kiosk: KioskStage):
        self.join(kiosk)
        kiosk.tap("Next")
        for letter in ("R", "i", "y", "a"):
            kiosk.tap(letter)
        kiosk.tap("OK")
        assert kiosk.vm.props.greeting == "Hello, Riya!"
        assert "Come in with a PIN" in kiosk.texts()

    def test_a_name_in_devanagari(self, kiosk: KioskStage):
        self.join(kiosk)
        kiosk.tap("Next")
        kiosk.tap("Another alphabet: कखग")
        for letter in ("र", "ि", "य"):
            kiosk.tap(letter)
        kiosk.tap("Other letters on the keys")
        kiosk.tap("आ")
        kiosk.tap("OK")
        assert kiosk.vm.props.greeting == "Hello, रियआ!"

    def test_a_pin_straight_away_and_then_the_first_survey(self, kiosk: KioskStage):
        self.join(kiosk)
        kiosk.tap("Next")
        kiosk.tap("Skip")
        kiosk.tap("Choose a PIN")
        for _ in range(2):
            type_text(kiosk.window, PIN)
            press(kiosk.window, KEY.Key_Return)
            kiosk.settle()
        assert "Your PIN is set" in kiosk.texts()
        kiosk.tap("Done")
        (hit,) = find(kiosk.shop, "9700011122")
        assert has_pin(kiosk.shop, hit.member)
        kiosk.tap("Next")
        assert kiosk.vm.props.screen in ("surveys", "home")

    def test_a_phone_that_is_known_tells_nothing(self, kiosk: KioskStage):
        self.join(kiosk, "9876543210")
        shown = kiosk.texts()
        assert "We cannot make a new card with this number here." in shown
        assert "Aarti" not in shown
        assert not kiosk.vm.props.present
        kiosk.tap("Sign in with phone and PIN")
        assert kiosk.vm.props.screen == "signin"

    def test_too_many_numbers_that_are_known(self, kiosk: KioskStage):
        for _ in range(JOIN_TRIES + 1):
            kiosk.vm.finish()
            kiosk.settle()
            self.join(kiosk, "9876543210")
        assert "Too many numbers were typed here. Wait 60 seconds" in kiosk.texts()
        assert "We cannot make a new card" not in kiosk.texts()

    def test_a_friends_card_is_taken_as_the_friend(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        kiosk.tap("A friend sent me")
        scan(kiosk, card(kiosk))
        assert not kiosk.vm.props.present
        kiosk.tap("Next")
        kiosk.tap("I agree, join")
        assert kiosk.vm.props.present
        (hit,) = find(kiosk.shop, "9700011122")
        view = open_member(kiosk.shop, hit.member)
        assert isinstance(view, MemberView)
        assert "referral" in view.state.once

    def test_a_friend_nobody_knows(self, kiosk: KioskStage):
        kiosk.tap("Join")
        type_text(kiosk.window, "9700011122")
        kiosk.tap("A friend sent me")
        type_text(kiosk.window, "9333344444")
        kiosk.tap("Next")
        kiosk.tap("I agree, join")
        assert "We do not know this friend." in kiosk.texts()
