"""The kiosk among people who tap twice, walk away, show other cards and type what they like."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from app.services.erasing import MemberErased, erase
from app.services.members import MembersMerged, ProfileChange, change_profile, merge
from app.services.rewards import RewardRedeemed, redeem
from app.services.staff import list_staff
from app.services.surveys import open_surveys
from app.services.vouchers import vouchers_of
from app.ui.fonts import load_fonts
from tests.helpers.keys import items
from tests.helpers.kiosk import KioskStage, kiosk_in
from tests.helpers.rewards import give
from tests.helpers.small_disk import fill, small_disk

pytestmark = pytest.mark.slow


def come(kiosk: KioskStage) -> None:
    """Show the card, see everything that is new, and be home."""
    kiosk.vm.finish()
    kiosk.arrive()
    while kiosk.vm.props.screen == "moments":
        kiosk.vm.moments.goOn()
        kiosk.settle()


def staff(kiosk: KioskStage, name: str) -> str:
    return next(one.id for one in list_staff(kiosk.shop) if one.name == name)


def bought(kiosk: KioskStage) -> list[str]:
    found = vouchers_of(kiosk.shop, kiosk.member.member)
    return [one.held.reward for one in found if one.held.coins]


def breaks() -> None:
    raise RuntimeError("a job that nobody foresaw to fail")


class TestSomebodyElseDecidesMeanwhile:
    def test_who_is_erased_during_the_visit_is_not_named_any_more(self, kiosk: KioskStage):
        come(kiosk)
        assert "Aarti" in kiosk.texts()
        gone = erase(kiosk.shop, staff(kiosk, "Meera"), staff(kiosk, "Ravi"), kiosk.member.member)
        assert isinstance(gone, MemberErased)
        kiosk.later(500)
        assert kiosk.vm.props.screen == "attract"
        assert "Aarti" not in kiosk.texts()

    def test_the_own_card_stays_the_own_after_two_were_made_one(self, kiosk: KioskStage):
        come(kiosk)
        meera, ravi = staff(kiosk, "Meera"), staff(kiosk, "Ravi")
        one = merge(kiosk.shop, meera, ravi, kiosk.other.member, kiosk.member.member)
        assert isinstance(one, MembersMerged)
        kiosk.later(500)
        kiosk.scanner.scan(kiosk.member.cards[-1].number)
        kiosk.settle()
        assert not kiosk.vm.props.switching

    def test_another_day_is_looked_at_anew(self, kiosk: KioskStage):
        come(kiosk)
        give(kiosk.shop, kiosk.member.member, 500)
        assert isinstance(redeem(kiosk.shop, "", kiosk.member.member, "fifty-off"), RewardRedeemed)
        kiosk.go("vouchers")
        row = kiosk.vm.vouchers.ready.rows[0]
        kiosk.clock.at = kiosk.clock.at.replace(year=2028)
        kiosk.later(500)
        assert row.id not in [one.id for one in kiosk.vm.vouchers.ready.rows]


class TestTwoTaps:
    def test_opening_the_other_card_twice_opens_it(self, kiosk: KioskStage):
        come(kiosk)
        kiosk.scanner.scan(kiosk.other.cards[-1].number)
        kiosk.settle()
        kiosk.vm.switchMember()
        kiosk.vm.switchMember()
        kiosk.settle()
        assert kiosk.other.name.split()[0] in kiosk.vm.props.greeting

    def test_a_survey_tapped_while_the_list_is_read_anew(self, kiosk: KioskStage):
        come(kiosk)
        kiosk.go("surveys")
        kiosk.vm.surveys.open()
        kiosk.vm.surveys.begin(0)
        kiosk.settle()
        assert kiosk.vm.surveys.props.step == "list"

    def test_what_is_confirmed_is_what_is_on_the_screen(self, kiosk: KioskStage):
        come(kiosk)
        rewards = kiosk.vm.rewards
        give(kiosk.shop, kiosk.member.member, 500)
        kiosk.go("rewards")
        rewards.look("fifty-off")
        rewards.take()
        rewards.confirm()
        rewards.back()
        rewards.back()
        rewards.look("coffee-sample")
        rewards.take()
        kiosk.settle()
        assert rewards.props.step == "confirm"
        assert bought(kiosk) == []


class TestPin:
    def test_closed_while_the_phone_is_checked_it_stays_closed(self, kiosk: KioskStage):
        come(kiosk)
        pin = kiosk.vm.pin
        pin.choose()
        kiosk.settle()
        assert pin.props.step == "phone"
        pin.type("9876543210")
        pin.submit()
        pin.close()
        kiosk.settle()
        assert not pin.props.step


@pytest.mark.expects_log("a job of the kiosk failed")
class TestWhatBreaks:
    def test_what_broke_in_one_visit_is_not_told_in_the_next(self, kiosk: KioskStage):
        come(kiosk)
        kiosk.vm._kiosk.ask(breaks, print)
        kiosk.vm.finish()
        kiosk.arrive(kiosk.other)
        assert not kiosk.vm.props.notice

    def test_nor_for_ever_when_nobody_was_there(self, kiosk: KioskStage):
        kiosk.vm._kiosk.ask(breaks, print)
        kiosk.settle()
        assert kiosk.vm.props.notice
        kiosk.later(60_000)
        assert not kiosk.vm.props.notice

    def test_nobody_waits_at_the_first_screen_as_a_member_nobody_sees(self, kiosk: KioskStage):
        kiosk.vm.arrive(kiosk.member.member)
        kiosk.vm._kiosk.broke.emit(RuntimeError("the card could not be read"))
        kiosk.settle()
        assert kiosk.vm._kiosk.visit is None
        assert kiosk.vm.props.notice


class TestFullDisk:
    @pytest.fixture
    def full(self, qapp, furnished: tuple[Path, tuple[str, str]]):
        load_fonts(qapp)
        template, ids = furnished
        with small_disk("16m") as disk:
            shutil.copytree(template, disk / "shop")
            with kiosk_in(disk / "shop", ids) as kiosk:
                come(kiosk)
                ballast = fill(disk)
                yield kiosk
                ballast.unlink()

    def test_joining_can_be_tried_again(self, full: KioskStage):
        full.vm.finish()
        full.go("join")
        join = full.vm.join
        join.typePhone("9833333333")
        join.goOn()
        full.settle()
        join.agree()
        full.settle()
        assert join.props.message == "Nothing was saved here. Please ask us at the counter."
        assert not full.vm.props.notice
        assert not join.props.busy

    def test_a_name_can_be_tried_again(self, full: KioskStage):
        full.go("join")
        full.vm.join.typeName("Sunita")
        full.vm.join.saveName()
        full.settle()
        assert full.vm.join.props.step == "name"
        assert full.vm.join.props.message == "Nothing was saved here. Please ask us at the counter."
        assert not full.vm.join.props.busy

    def test_a_survey_goes_on_to_its_end(self, full: KioskStage):
        full.go("surveys")
        surveys = full.vm.surveys
        titles = [row.title for row in surveys.surveys.rows]
        surveys.begin(titles.index("A few quick questions as you join"))
        full.settle()
        for _ in open_surveys(full.shop, full.member.member)[0].survey.questions * 3:
            if surveys.props.step != "question":
                break
            if surveys.choices.rows:
                surveys.choose(surveys.choices.rows[0].id)
                surveys.goOn()
            else:
                surveys.skip()
            full.settle()
        assert surveys.props.step == "done"
        assert not full.vm.props.notice


def test_a_name_is_never_markup(kiosk: KioskStage):
    change = ProfileChange(name="<b>Aarti</b>")
    change_profile(kiosk.shop, "", kiosk.member.member, change)
    come(kiosk)

    kiosk.window.grabWindow()
    shown = [
        item
        for item in items(kiosk.window.contentItem())
        if isinstance(item.property("text"), str) and "<b>" in item.property("text")
    ]
    assert shown
    assert all(is_plain(item) for item in shown)


def is_plain(item: QQuickItem) -> bool:
    """Whether a label shows its text as it is, whatever signs are in it."""
    context = qmlContext(item)
    assert context is not None
    told = QQmlExpression(context, item, "textFormat + 0").evaluate()
    return bool(told[0] == 0)


def test_crores_of_coins_fit_into_the_ring_of_a_small_screen(
    open_kiosk: Callable[..., KioskStage],
):
    kiosk = open_kiosk(size=(1024, 768))
    give(kiosk.shop, kiosk.member.member, 12_34_56_789)
    come(kiosk)
    shown = [
        item
        for item in items(kiosk.window.contentItem())
        if item.property("text") == kiosk.vm.homeScreen.props.coins
    ]
    assert shown
    assert not any(item.property("truncated") for item in shown)
