"""The moments a member is celebrated with, in a real window: once, skippable, the end at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.moments import BadgeWon, FirstVisit, GoalFilled, OwnersNote, SinceLastTime
from app.services.goodwill import CoinsGiven, give_coins
from app.services.members import MemberView, open_member
from app.services.moments import moments_of
from app.services.rewards import set_aim
from app.services.staff import list_staff
from app.ui.viewmodels.kiosk.moments_shown import COINS_FLYING, MomentsProps
from tests.helpers.keys import items
from tests.helpers.kiosk import KioskStage
from tests.helpers.people import joined
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow


def kinds(stage: KioskStage, member: MemberView | None = None) -> list[type]:
    found = moments_of(stage.shop, (member or stage.member).member)
    return [type(moment) for moment in found]


def see_all(stage: KioskStage) -> None:
    """Let the member see everything, and leave."""
    stage.arrive()
    while stage.vm.props.screen == "moments":
        stage.vm.moments.goOn()
        stage.settle()
    stage.vm.finish()
    stage.settle()


def bought(stage: KioskStage, bill: str = "B-9001", paid_minor: int = 500_000) -> None:
    sell(stage.shop, bill, paid_minor, member=stage.member.member)
    stage.station.pump()


def scene(stage: KioskStage) -> QQuickItem:
    """The moment on the window."""
    return next(item for item in items(stage.window.contentItem()) if item.objectName() == "moment")


def touch(stage: KioskStage) -> None:
    """Touch the moment somewhere in its middle, where there is no button."""
    middle = QPoint(stage.window.width() // 2, stage.window.height() // 4)
    QTest.mouseClick(
        stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
    )
    stage.settle()


class TestOrder:
    def test_moments_come_before_home(self, kiosk: KioskStage):
        assert kinds(kiosk)[:2] == [FirstVisit, SinceLastTime]
        kiosk.arrive()
        assert kiosk.vm.props.screen == "moments"
        assert kiosk.vm.moments.props.kind == "first"
        for _ in kinds(kiosk):
            kiosk.vm.moments.goOn()
            kiosk.settle()
        assert kiosk.vm.props.screen == "home"

    def test_who_joined_here_is_celebrated_on_the_way_home(self, kiosk: KioskStage):
        new = joined(kiosk.shop, "Sunita Devi", "9811111111")
        kiosk.vm._kiosk.begin(new.member, joined=True)
        kiosk.settle()
        assert kiosk.vm.props.screen == "card"
        kiosk.tap("My coins")
        assert kiosk.vm.moments.props.kind == "first"

    def test_what_was_shown_never_comes_back(self, kiosk: KioskStage):
        see_all(kiosk)
        assert kinds(kiosk) == []
        kiosk.arrive()
        assert kiosk.vm.props.screen == "home"

    def test_home_within_the_visit_does_not_celebrate_again(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.vm.go("history")
        kiosk.settle()
        kiosk.vm.home()
        kiosk.settle()
        assert kiosk.vm.props.screen == "home"

    def test_what_was_shown_in_a_visit_cut_short_counts_as_shown(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.vm.finish()
        kiosk.settle()
        assert FirstVisit not in kinds(kiosk)

    def test_marks_are_written_once_for_a_visit(self, kiosk: KioskStage):
        kiosk.arrive()
        head = kiosk.shop.db.head[0]
        while kiosk.vm.props.screen == "moments":
            kiosk.vm.moments.goOn()
            kiosk.settle()
        assert kiosk.shop.db.head[0] == head + 1

    def test_what_came_at_the_counter_during_the_visit_is_celebrated_the_next_time(
        self, kiosk: KioskStage
    ):
        new = joined(kiosk.shop, "Sunita Devi", "9811111111")
        kiosk.arrive(new)
        kiosk.tap(f"Take your gift: {kiosk.vm.moments.props.gift}")
        kiosk.vm.moments.goOn()
        kiosk.settle()
        assert kiosk.vm.props.screen == "home"
        owner = next(one.id for one in list_staff(kiosk.shop) if one.role == "owner")
        given = give_coins(kiosk.shop, "", owner, new.member, 30, "a long wait")
        assert isinstance(given, CoinsGiven)
        kiosk.later(1000)
        kiosk.vm.finish()
        kiosk.settle()
        (told,) = moments_of(kiosk.shop, new.member)
        assert isinstance(told, SinceLastTime)
        assert told.coins == 30

    def test_nothing_is_left_on_screen_after_the_visit(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.vm.finish()
        kiosk.settle()
        assert kiosk.vm.moments.props == MomentsProps()


class TestSince:
    def test_the_number_and_the_ring_end_where_the_member_is(self, kiosk: KioskStage):
        see_all(kiosk)
        bought(kiosk)
        kiosk.arrive()
        shown = kiosk.vm.moments.props
        view = open_member(kiosk.shop, kiosk.member.member)
        assert isinstance(view, MemberView)
        assert shown.kind == "since"
        assert shown.after == view.coins.spendable
        assert shown.before < shown.after
        assert 0 < shown.flying <= COINS_FLYING
        assert shown.ringBefore <= shown.ringAfter <= 1
        assert shown.next
        assert "₹5,000" in shown.text
        assert "B-9001" in shown.text

    def test_one_touch_ends_the_motion_and_the_next_goes_on(self, kiosk: KioskStage):
        see_all(kiosk)
        bought(kiosk)
        kiosk.arrive()
        assert scene(kiosk).property("running")
        touch(kiosk)
        assert kiosk.vm.moments.props.kind == "since"
        assert not scene(kiosk).property("running")
        assert kiosk.vm.moments.number(kiosk.vm.moments.props.after) in kiosk.texts()
        at = kiosk.vm.moments.props.at
        touch(kiosk)
        assert kiosk.vm.props.screen == "home" or kiosk.vm.moments.props.at == at + 1

    def test_the_motion_ends_by_itself(self, kiosk: KioskStage, qtbot: QtBot):
        see_all(kiosk)
        bought(kiosk)
        kiosk.arrive()
        qtbot.waitUntil(lambda: not scene(kiosk).property("running"), timeout=10_000)
        assert kiosk.vm.moments.number(kiosk.vm.moments.props.after) in kiosk.texts()

    def test_reduced_motion_has_the_end_at_once(self, kiosk: KioskStage):
        see_all(kiosk)
        bought(kiosk)
        kiosk.vm.access.toggle("reducedMotion")
        kiosk.arrive()
        assert not scene(kiosk).property("running")
        assert kiosk.vm.moments.number(kiosk.vm.moments.props.after) in kiosk.texts()


class TestFirst:
    def test_a_new_member_has_a_name_a_badge_a_bar_and_a_gift(self, kiosk: KioskStage):
        new = joined(kiosk.shop, "Sunita Devi", "9811111111")
        kiosk.arrive(new)
        shown = kiosk.vm.moments.props
        assert shown.kind == "first"
        assert shown.name == "Sunita"
        assert shown.barFigures == "1 / 3"
        assert shown.picture == "member"
        assert "20 coin" in shown.gift

    def test_the_gift_is_claimed_now_and_only_once(self, kiosk: KioskStage):
        new = joined(kiosk.shop, "Sunita Devi", "9811111111")
        kiosk.arrive(new)
        kiosk.tap(f"Take your gift: {kiosk.vm.moments.props.gift}")
        assert kiosk.vm.moments.props.claimed
        kiosk.station.pump()
        view = open_member(kiosk.shop, new.member)
        assert isinstance(view, MemberView)
        assert view.coins.available + view.coins.pending == 20
        assert not any(name.startswith("Take your gift") for name in kiosk.names())
        kiosk.vm.moments.claim()
        kiosk.settle()
        again = open_member(kiosk.shop, new.member)
        assert isinstance(again, MemberView)
        assert again.coins == view.coins


class TestOthers:
    def show(self, stage: KioskStage, moment: object) -> None:
        """Put one moment on screen as if it were found."""
        stage.arrive()
        moments = stage.vm.moments
        moments._found = replace(moments._found, moments=(moment,))
        moments._at = -1
        moments.goOn()
        stage.settle()

    def test_a_full_goal_can_be_taken(self, kiosk: KioskStage):
        set_aim(kiosk.shop, "", kiosk.member.member, "coffee-sample")
        assert GoalFilled in kinds(kiosk)
        kiosk.arrive()
        while kiosk.vm.moments.props.kind != "filled":
            kiosk.vm.moments.goOn()
        touch(kiosk)
        assert "Try instant coffee free" in kiosk.texts()
        kiosk.tap("Take it")
        assert kiosk.vm.props.screen == "rewards"

    def test_a_note_waits_in_a_closed_box_and_has_the_name(self, kiosk: KioskStage):
        note = OwnersNote("greeting:birthday", "Happy birthday, Aarti!", "Dear Aarti", (), ())
        self.show(kiosk, note)
        assert "Tap the box" in kiosk.texts()
        assert "Dear Aarti" not in kiosk.texts()
        kiosk.tap("Open the box")
        touch(kiosk)
        assert "Dear Aarti" in kiosk.texts()
        assert "Happy birthday, Aarti!" in kiosk.texts()

    def test_a_badge_is_shown_with_its_drawing(self, kiosk: KioskStage):
        self.show(kiosk, BadgeWon("regular", {"en": "Familiar face"}, 2, 3, ()))
        assert "Familiar face" in kiosk.texts()
        assert "Level 2 of 3" in kiosk.texts()
        assert kiosk.vm.moments.props.picture == "visits"


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800), (1024, 768)])
def test_every_moment_is_whole_at_every_size(
    open_kiosk: Callable[..., KioskStage], size: tuple[int, int], language: str
):
    stage = open_kiosk(language, size=size)
    stage.vm.access.toggle("reducedMotion")
    set_aim(stage.shop, "", stage.member.member, "coffee-sample")
    stage.arrive()
    seen = set()
    while stage.vm.props.screen == "moments":
        seen.add(stage.vm.moments.props.kind)
        for label in items(stage.window.contentItem()):
            assert not label.property("truncated"), label.property("text")
        stage.vm.moments.goOn()
        stage.settle()
    assert {"first", "since", "filled"} <= seen
