"""Home and the badge wall, in a real window over a real shop."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from app.services.dashboard import dashboard_of
from app.services.members.finding import find
from app.services.moments import moments_of
from app.services.rewards import AimChosen, set_aim
from app.services.welcome import WelcomeClaimed, claim_welcome
from app.ui.viewmodels.kiosk.home_shown import (
    BADGES_DRAWN,
    HomeInputs,
    HomeProps,
    derive_challenges,
    derive_home,
)
from tests.helpers.keys import items
from tests.helpers.kiosk import KioskStage
from tests.helpers.people import joined
from tests.helpers.shops import sell

pytestmark = pytest.mark.slow


def home(stage: KioskStage) -> HomeProps:
    """Show home to the member."""
    if not stage.vm.props.present:
        stage.arrive()
    stage.go("home")
    return stage.vm.homeScreen.props  # type: ignore[no-any-return]


def aim_at(stage: KioskStage, reward: str) -> None:
    assert isinstance(set_aim(stage.shop, "", stage.member.member, reward), AimChosen)


def drawn(stage: KioskStage, *properties: str) -> list[QQuickItem]:
    """Every item on the window that has these properties, which tell its QML type."""
    return [
        item
        for item in items(stage.window.contentItem())
        if all(item.property(name) is not None for name in properties)
    ]


class TestWelcomeGift:
    def gift(self, stage: KioskStage) -> str:
        return stage.vm.homeScreen.tips.rows[0].text  # type: ignore[no-any-return]

    def come_home(self, stage: KioskStage) -> None:
        stage.arrive(joined(stage.shop, "Sunita Devi", "9811111111"))
        stage.vm.moments.goOn()
        stage.settle()
        assert stage.vm.props.screen == "home"

    def test_a_gift_left_in_its_moment_waits_on_home_until_it_is_taken(self, kiosk: KioskStage):
        self.come_home(kiosk)
        assert self.gift(kiosk) == "Your welcome gift: 20 coins"
        kiosk.tap("Take it")
        assert self.gift(kiosk) == "It is yours: 20 coins"
        assert kiosk.vm.homeScreen.props.coins == "20"
        assert "Take it" not in kiosk.names()
        kiosk.go("history")
        kiosk.go("home")
        assert "welcome gift" not in kiosk.texts()
        kiosk.vm.finish()
        kiosk.settle()
        (found,) = find(kiosk.shop, "9811111111")
        assert moments_of(kiosk.shop, found.member) == ()

    def test_a_gift_that_waits_says_what_for(self, kiosk: KioskStage):
        for at in range(kiosk.shop.programme.welcome_limit):
            new = joined(kiosk.shop, f"Member {at}", f"98222000{at:02d}")
            assert isinstance(claim_welcome(kiosk.shop, new.member), WelcomeClaimed)
        self.come_home(kiosk)
        kiosk.tap("Take it")
        assert self.gift(kiosk) == (
            "Your gift is kept for you. It is yours after your first purchase, or ask us."
        )
        assert "Take it" not in kiosk.names()


class TestGoal:
    def test_the_ring_goes_to_the_reward_saved_for(self, kiosk: KioskStage):
        aim_at(kiosk, "tea-250")
        shown = home(kiosk)
        found = dashboard_of(kiosk.shop, kiosk.member.member)
        assert found.aim is not None
        assert shown.goalHeading == "My goal"
        assert shown.goalTitle == "Assam tea, 250 g, free"
        assert shown.ring == found.aim.percent / 100
        assert f"{found.aim.missing} more coin" in shown.goalMissing
        assert not shown.goalAction

    def test_a_goal_that_is_full_can_be_taken(self, kiosk: KioskStage):
        aim_at(kiosk, "coffee-sample")
        assert home(kiosk).goalReached
        kiosk.tap("Take it")
        assert kiosk.vm.props.screen == "rewards"

    def test_without_a_goal_one_is_offered(self, kiosk: KioskStage):
        shown = home(kiosk)
        assert shown.goalHeading == "A goal for you?"
        kiosk.tap("Choose my goal")
        assert kiosk.vm.props.screen == "rewards"

    def test_a_goal_chosen_in_this_visit_flies_into_the_ring_once(
        self, kiosk: KioskStage, qtbot: QtBot
    ):
        home(kiosk)
        aim_at(kiosk, "tea-250")
        assert not home(kiosk).goalReached
        qtbot.waitUntil(lambda: not kiosk.vm.homeScreen.props.goalNew, timeout=10_000)
        assert kiosk.vm.homeScreen.props.goalTitle == "Assam tea, 250 g, free"
        assert not home(kiosk).goalNew

    def test_coins_and_their_worth_are_inside(self, kiosk: KioskStage):
        home(kiosk)
        coins = kiosk.member.coins.spendable
        assert f"{coins}\n" in kiosk.texts()
        assert kiosk.shop.programme.coin_value_minor == 50
        assert "worth ₹" in kiosk.texts()


class TestWays:
    def test_at_most_three_bars_with_what_is_missing_in_words(self, kiosk: KioskStage):
        home(kiosk)
        rows = kiosk.vm.homeScreen.challenges.rows
        assert 0 < len(rows) <= 3
        for row in rows:
            assert row.todo in kiosk.texts().replace(f" · {row.until}", "")
            assert 0 <= row.value <= 1
        assert 1 <= len(drawn(kiosk, "todo", "figures")) <= 4

    def test_nothing_to_do_is_said(self, kiosk: KioskStage):
        desk = kiosk.app.desk
        found = replace(dashboard_of(kiosk.shop, kiosk.member.member), challenges=())
        inputs = HomeInputs(found, kiosk.shop.programme, desk.money, "en")
        assert derive_challenges(inputs) == ()
        assert derive_home(inputs).noChallenges

    def test_the_way_to_the_next_tier_is_in_money(self, kiosk: KioskStage):
        shown = home(kiosk)
        assert shown.tierNext.startswith("₹") or not shown.hasNext


class TestBadges:
    def test_as_many_are_drawn_as_are_counted(self, kiosk: KioskStage):
        shown = home(kiosk)
        found = dashboard_of(kiosk.shop, kiosk.member.member).badges
        won = sum(badge.level > 0 for badge in found)
        assert shown.badges == f"Badges · {won} of {len(found)}"
        assert len(kiosk.vm.homeScreen.wall.rows) == len(found)
        assert shown.badgesMore == ""

    def test_of_many_the_last_place_says_how_many_more_there_are(self, kiosk: KioskStage):
        home(kiosk)
        found = dashboard_of(kiosk.shop, kiosk.member.member)
        many = replace(found, badges=found.badges * 5)
        kiosk.vm.homeScreen.take(many)
        kiosk.settle()
        rows, more = kiosk.vm.homeScreen.wall.rows, kiosk.vm.homeScreen.props.badgesMore
        assert len(rows) == BADGES_DRAWN - 1
        assert len(rows) + int(more.removeprefix("+")) == len(many.badges)

    def test_a_missing_one_is_drawn_as_missing(self, kiosk: KioskStage):
        home(kiosk)
        rows = kiosk.vm.homeScreen.wall.rows
        assert [row.won for row in rows] == sorted((row.won for row in rows), reverse=True)
        for row in rows:
            assert row.picture.endswith("-missing") != row.won

    def test_every_badge_has_a_drawing(self, kiosk: KioskStage):
        home(kiosk)
        kiosk.tap(kiosk.vm.homeScreen.props.badges)
        assert kiosk.vm.props.screen == "badges"
        assert "My badges" in kiosk.texts()
        pictures = drawn(kiosk, "picture", "source")
        assert len(pictures) == len(kiosk.vm.badges.wall.rows)
        assert all(picture.implicitWidth() > 0 for picture in pictures)

    def test_the_wall_says_the_way_to_the_next_level(self, kiosk: KioskStage):
        kiosk.arrive()
        kiosk.go("badges")
        for row in kiosk.vm.badges.wall.rows:
            assert row.todo in kiosk.texts()


class TestTiles:
    def test_each_tile_leads_to_its_screen(self, kiosk: KioskStage):
        home(kiosk)
        rows = kiosk.vm.homeScreen.tiles.rows
        assert {"rewards", "friend"} <= {row.screen for row in rows}
        for row in rows:
            kiosk.go("home")
            extra = f". {row.extra}" if row.extra else ""
            kiosk.tap(f"{row.title}. {row.line}{extra}")
            assert kiosk.vm.props.screen == row.screen

    def test_what_the_shop_does_not_have_has_no_tile(self, kiosk: KioskStage):
        home(kiosk)
        assert not kiosk.shop.programme.raffles
        assert "raffle" not in {row.screen for row in kiosk.vm.homeScreen.tiles.rows}


class TestNews:
    def test_a_purchase_at_the_counter_is_seen_and_only_what_changed_is_told(
        self, kiosk: KioskStage
    ):
        before = home(kiosk)
        heard: list[str] = []
        screen = kiosk.vm.homeScreen
        for field in fields(HomeProps):
            signal = getattr(screen, f"{field.name}Changed")
            signal.connect(lambda name=field.name: heard.append(name))
        sell(kiosk.shop, "B-9001", 100_000, member=kiosk.member.member)
        kiosk.vm.beat()
        kiosk.settle()
        after = screen.props
        assert after.coins != before.coins
        differing = {
            field.name
            for field in fields(HomeProps)
            if getattr(before, field.name) != getattr(after, field.name)
        }
        assert set(heard) == differing
        assert "tier" not in differing

    def test_nothing_of_a_member_is_left_after_the_visit(self, kiosk: KioskStage):
        home(kiosk)
        kiosk.vm.finish()
        kiosk.settle()
        screen = kiosk.vm.homeScreen
        assert screen.props == HomeProps()
        for rows in (screen.challenges, screen.wall, screen.tips, screen.tiles):
            assert rows.rows == ()


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800), (1024, 768)])
def test_home_is_whole_at_every_size(
    open_kiosk: Callable[..., KioskStage], size: tuple[int, int], language: str
):
    stage = open_kiosk(language, size=size)
    home(stage)
    for tile in drawn(stage, "extra", "line"):
        assert tile.width() > 0
        assert tile.height() >= 60
    for label in drawn(stage, "truncated"):
        assert not label.property("truncated"), label.property("text")
