"""Surveys, quizzes and polls at the kiosk, by taps in a real window."""

from collections.abc import Callable

import pytest

from app.services.surveys import open_surveys
from tests.helpers.kiosk import KioskStage

pytestmark = pytest.mark.slow


def listed(kiosk: KioskStage) -> list[str]:
    return [row.title for row in kiosk.vm.surveys.surveys.rows]


def begin(kiosk: KioskStage, title: str) -> None:
    kiosk.go("surveys")
    name = next(one for one in kiosk.names() if one.startswith(title))
    kiosk.tap(name)


class TestASurvey:
    def test_is_answered_with_taps_and_pays_at_once(self, kiosk: KioskStage):
        kiosk.arrive()
        before = kiosk.shop.state(kiosk.member.member).earned
        begin(kiosk, "A few quick questions")
        assert "Question 1 of" in kiosk.texts()
        kiosk.tap("Somebody told me")
        kiosk.tap("Atta, rice and dal")
        kiosk.tap("Spices and oil")
        kiosk.tap("Next")
        kiosk.clock.at = kiosk.clock.at.replace(minute=kiosk.clock.at.minute + 1)
        kiosk.tap("No")
        kiosk.tap("Leave this one out")
        assert "Thank you!" in kiosk.texts()
        assert kiosk.vm.surveys.props.coins == 10
        kiosk.station.pump()
        assert kiosk.shop.state(kiosk.member.member).earned == before + 10

    def test_goes_back_without_losing_an_answer(self, kiosk: KioskStage):
        kiosk.arrive()
        begin(kiosk, "A few quick questions")
        kiosk.tap("I was passing by")
        kiosk.tap("Back")
        chosen = [row.label for row in kiosk.vm.surveys.choices.rows if row.chosen]
        assert chosen == ["I was passing by"]

    def test_is_gone_on_with_after_the_visit_broke_off(self, open_kiosk: Callable[..., KioskStage]):
        kiosk = open_kiosk()
        kiosk.arrive()
        begin(kiosk, "A few quick questions")
        kiosk.tap("I was passing by")
        kiosk = open_kiosk()
        kiosk.arrive()
        kiosk.go("surveys")
        assert "Go on where you were" in kiosk.texts()
        begin(kiosk, "A few quick questions")
        assert "What do you mostly buy here?" in kiosk.texts()

    def test_half_answered_is_not_shown_to_the_next_member(self, kiosk: KioskStage):
        kiosk.arrive()
        begin(kiosk, "A few quick questions")
        kiosk.tap("I was passing by")
        kiosk.vm.finish()
        kiosk.arrive(kiosk.other)
        kiosk.go("surveys")
        assert "Go on where you were" not in kiosk.texts()
        begin(kiosk, "A few quick questions")
        assert "How did you first hear of us?" in kiosk.texts()
        assert not [row for row in kiosk.vm.surveys.choices.rows if row.chosen]

    def test_answered_too_fast_says_that_the_coins_come_later(self, kiosk: KioskStage):
        kiosk.arrive()
        begin(kiosk, "A few quick questions")
        kiosk.tap("I was passing by")
        kiosk.tap("Spices and oil")
        kiosk.tap("Next")
        kiosk.tap("No")
        kiosk.tap("Leave this one out")
        assert "We read your answers first; 10 coins come to you then." in kiosk.texts()

    def test_is_not_asked_twice(self, kiosk: KioskStage):
        kiosk.arrive()
        begin(kiosk, "What should our new shelf hold?")
        kiosk.tap("Fresh namkeen")
        kiosk.go("surveys")
        assert "What should our new shelf hold?" not in listed(kiosk)


class TestAPoll:
    def test_shows_what_everybody_said(self, kiosk: KioskStage):
        kiosk.arrive(kiosk.other)
        begin(kiosk, "What should our new shelf hold?")
        kiosk.tap("Things for pooja")
        kiosk.vm.finish()
        kiosk.arrive()
        begin(kiosk, "What should our new shelf hold?")
        kiosk.tap("Fresh namkeen")
        said = kiosk.texts()
        assert "Fresh namkeen (your answer)" in said
        assert said.count("50 %") == 2


class TestAQuiz:
    def quiz(self, kiosk: KioskStage) -> None:
        kiosk.clock.at = kiosk.clock.at.replace(month=11, day=2)
        kiosk.arrive()
        begin(kiosk, "Diwali quiz")

    def test_says_what_was_right_and_pays_for_it(self, kiosk: KioskStage):
        self.quiz(kiosk)
        kiosk.tap("Dhanteras")
        assert "That is right!" in kiosk.texts()
        kiosk.tap("Next")
        kiosk.tap("Fine vermicelli")
        assert "Not quite. It is: Sugar and flour pulled again and again" in kiosk.texts()
        kiosk.tap("Next")
        kiosk.tap("Near the end")
        kiosk.tap("Done")
        assert "2 of 3 right." in kiosk.texts()
        assert kiosk.vm.surveys.props.coins == 8

    def test_takes_no_second_answer_once_the_right_one_is_shown(self, kiosk: KioskStage):
        self.quiz(kiosk)
        kiosk.tap("Bhai Dooj")
        kiosk.tap("Dhanteras")
        assert [row.chosen for row in kiosk.vm.surveys.choices.rows] == [True, False, False]
        assert "Back" not in kiosk.names()

    def test_left_and_begun_again_asks_what_was_not_answered(self, kiosk: KioskStage):
        self.quiz(kiosk)
        kiosk.tap("Bhai Dooj")
        kiosk.tap("Later")
        begin(kiosk, "Diwali quiz")
        assert "What gives soan papdi its threads?" in kiosk.texts()


def test_nothing_to_answer_is_said(kiosk: KioskStage):
    kiosk.arrive()
    for _ in range(len(open_surveys(kiosk.shop, kiosk.member.member))):
        kiosk.go("surveys")
        if kiosk.vm.surveys.props.step == "list" and listed(kiosk):
            kiosk.vm.surveys.begin(0)
            kiosk.jobs.drain()
        while kiosk.vm.surveys.props.step == "question":
            rows = kiosk.vm.surveys.choices.rows
            if rows:
                kiosk.vm.surveys.choose(rows[0].id)
                kiosk.vm.surveys.goOn()
            else:
                kiosk.vm.surveys.skip()
            kiosk.jobs.drain()
    kiosk.go("surveys")
    assert "Nothing to answer just now" in kiosk.texts()
