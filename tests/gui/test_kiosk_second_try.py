"""Trying it twice at the kiosk, in another visit or faster, gives nothing that once does not."""

import pytest

from app.domain.members import Held
from app.services.moments import moments_of
from app.services.vouchers import cancel_voucher, vouchers_of
from tests.helpers.kiosk import KioskStage
from tests.helpers.people import joined
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow


def take(kiosk: KioskStage, reward: str) -> None:
    """Go to a reward and say twice that it is wanted."""
    kiosk.go("rewards")
    kiosk.vm.rewards.look(reward)
    kiosk.vm.rewards.take()
    kiosk.vm.rewards.confirm()


def come(kiosk: KioskStage) -> None:
    """Show the card, see everything that is new, and be home."""
    kiosk.vm.finish()
    kiosk.arrive()
    while kiosk.vm.props.screen == "moments":
        kiosk.vm.moments.goOn()
        kiosk.settle()


def vouchers_bought(kiosk: KioskStage) -> list[Held]:
    found = vouchers_of(kiosk.shop, kiosk.member.member)
    return [one.held for one in found if one.held.coins and one.held.status == "live"]


def bought(kiosk: KioskStage) -> list[str]:
    return [one.reward for one in vouchers_bought(kiosk)]


class TestPinLimit:
    """The demo shop asks for the PIN from 200 coins on; `fifty-off` is 100."""

    def test_a_card_shown_again_does_not_begin_to_count_anew(self, kiosk: KioskStage):
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        assert bought(kiosk) == ["fifty-off"]
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        assert kiosk.vm.pin.props.step == "none"
        assert bought(kiosk) == ["fifty-off"]

    def test_nor_does_a_kiosk_that_was_opened_again(self, open_kiosk):
        kiosk = open_kiosk()
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        kiosk = open_kiosk()
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        assert kiosk.vm.pin.props.step == "none"

    def test_what_was_given_back_does_not_count(self, kiosk: KioskStage):
        for _ in range(3):
            come(kiosk)
            take(kiosk, "fifty-off")
            kiosk.settle()
            (one,) = vouchers_bought(kiosk)
            cancel_voucher(kiosk.shop, kiosk.member.member, one.number)
        assert not kiosk.vm.pin.props.step

    def test_two_taps_take_one(self, kiosk: KioskStage):
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.vm.rewards.confirm()
        kiosk.vm.rewards.confirm()
        kiosk.settle()
        assert bought(kiosk) == ["fifty-off"]

    def test_another_day_counts_anew(self, kiosk: KioskStage):
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        kiosk.clock.at = kiosk.clock.at.replace(day=21)
        come(kiosk)
        take(kiosk, "fifty-off")
        kiosk.settle()
        assert bought(kiosk) == ["fifty-off", "fifty-off"]


class TestQuiz:
    def test_the_last_answer_stands_too(self, kiosk: KioskStage):
        kiosk.clock.at = kiosk.clock.at.replace(month=11, day=2)
        kiosk.arrive()
        surveys = kiosk.vm.surveys
        kiosk.go("surveys")
        at = [row.title for row in surveys.surveys.rows].index("Diwali quiz")
        surveys.begin(at)
        kiosk.settle()
        for answer in ("dhanteras", "pulled"):
            surveys.choose(answer)
            surveys.goOn()
            kiosk.settle()
        surveys.choose("never")
        kiosk.settle()
        assert surveys.props.feedback
        kiosk.go("home")
        kiosk.go("surveys")
        surveys.begin(at)
        kiosk.settle()
        surveys.choose("last")
        surveys.goOn()
        kiosk.settle()
        assert "2 of 3 right." in kiosk.texts()


def test_answers_before_and_after_a_break_take_their_time_together(kiosk: KioskStage):
    kiosk.arrive()
    surveys = kiosk.vm.surveys
    kiosk.go("surveys")
    at = [row.title for row in surveys.surveys.rows].index("A few quick questions as you join")
    surveys.begin(at)
    kiosk.settle()
    surveys.choose("passing")
    surveys.goOn()
    surveys.choose("spices")
    kiosk.clock.at = kiosk.clock.at.replace(minute=kiosk.clock.at.minute + 1)
    surveys.goOn()
    kiosk.settle()
    kiosk.vm.finish()
    kiosk.arrive()
    kiosk.go("surveys")
    surveys.begin(at)
    kiosk.settle()
    kiosk.tap("No")
    kiosk.tap("Leave this one out")
    assert surveys.props.coins == 10


class TestMoments:
    def test_two_taps_take_the_gift_once_and_say_so(self, kiosk: KioskStage):
        kiosk.arrive(joined(kiosk.shop, "Sunita Devi", "9811111111"))
        kiosk.vm.moments.claim()
        kiosk.vm.moments.claim()
        kiosk.settle()
        shown = kiosk.vm.moments.props
        assert shown.claimed
        assert not shown.refused

    def test_coins_that_came_in_the_visit_are_not_news_at_the_next(self, kiosk: KioskStage):
        come(kiosk)
        kiosk.go("surveys")
        surveys = kiosk.vm.surveys
        at = [row.title for row in surveys.surveys.rows].index("A few quick questions as you join")
        surveys.begin(at)
        kiosk.settle()
        kiosk.clock.at = kiosk.clock.at.replace(minute=kiosk.clock.at.minute + 1)
        for answer in ("passing", "spices"):
            surveys.choose(answer)
            surveys.goOn()
        while surveys.props.step == "question":
            if surveys.choices.rows:
                surveys.choose(surveys.choices.rows[-1].id)
                surveys.goOn()
            else:
                surveys.skip()
            kiosk.settle()
        assert surveys.props.coins == 10
        kiosk.vm.finish()
        kiosk.settle()
        assert moments_of(kiosk.shop, kiosk.member.member) == ()

    def test_a_visit_that_ends_before_its_moments_leaves_them_for_the_next(self, kiosk: KioskStage):
        come(kiosk)
        kiosk.vm.finish()
        kiosk.settle()
        sell(kiosk.shop, "B-9001", 500_000, member=kiosk.member.member)
        kiosk.station.pump()
        head = kiosk.shop.db.head[0]
        kiosk.vm.arrive(kiosk.member.member)
        kiosk.vm.finish()
        kiosk.settle()
        assert kiosk.shop.db.head[0] == head
