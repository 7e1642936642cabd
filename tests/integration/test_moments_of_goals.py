"""The bar that moves, the aim that fills, badges and the owner's notes: once each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.moments import AimBar, NextReward
from app.services.greetings import greet
from app.services.moments import (
    BadgeWon,
    FirstVisit,
    GoalFilled,
    OwnersNote,
    SinceLastTime,
    moments_of,
)
from app.services.rewards import AimChosen, RewardRedeemed, redeem, set_aim
from app.services.shop import Shop
from app.station import Station
from tests.helpers.moments import DOCUMENT, buy, give, kinds, new_coins, new_coins_or_none, visit
from tests.helpers.people import joined
from tests.helpers.shops import STAFF, later, new_station


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path, document=DOCUMENT) as station:
        yield station


def test_the_bar_that_is_nearest_to_done_moves(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    buy(station, member, 5_000)
    bar = new_coins_or_none(shop, member)
    assert bar is None  # a bill too small for a coin is told with the next one
    buy(station, member, 20_000)
    moved = new_coins(shop, member).bar
    assert moved is not None
    assert (moved.goal, moved.before, moved.after, moved.target) == ("regular", 1, 2, 2)


def test_the_aim_fills_once_and_again_only_after_it_was_taken(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    assert isinstance(set_aim(shop, "", member, "tea"), AimChosen)
    give(shop, member, 10)
    since = new_coins(shop, member)
    assert since.aim == AimBar("tea", {"en": "Tea"}, 12, 0, 10)
    assert since.next == NextReward("aim", "tea", {"en": "Tea"}, 2)
    assert kinds(shop, member) == [SinceLastTime]
    visit(shop, member)
    give(shop, member, 4)
    assert kinds(shop, member) == [SinceLastTime, GoalFilled]
    visit(shop, member)
    assert kinds(shop, member) == []
    assert isinstance(redeem(shop, STAFF, member, "tea"), RewardRedeemed)
    give(shop, member, 11)
    assert kinds(shop, member) == [SinceLastTime, GoalFilled]


def test_without_an_aim_the_cheapest_reward_not_within_reach_comes_next(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    give(shop, member, 20)
    following = new_coins(shop, visit_and_give(shop, member, 5)).next
    assert following == NextReward("reward", "cake", {"en": "Cake"}, 35)
    visit_and_give(shop, member, 50)
    assert new_coins(shop, member).next is None


def visit_and_give(shop: Shop, member: str, coins: int) -> str:
    visit(shop, member)
    give(shop, member, coins)
    return member


def test_each_level_of_a_badge_is_celebrated_once(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    buy(station, member, 5_000, 5_000)
    (badge,) = [one for one in visit(shop, member) if isinstance(one, BadgeWon)]
    assert (badge.badge, badge.level, badge.levels) == ("regular", 1, 2)
    buy(station, member, 5_000)
    assert BadgeWon not in [type(one) for one in visit(shop, member)]
    buy(station, member, 5_000)
    (badge,) = [one for one in visit(shop, member) if isinstance(one, BadgeWon)]
    assert badge.level == 2
    assert moments_of(shop, member) == ()


def test_an_old_badge_is_no_news(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    buy(station, member, 5_000, 5_000)
    later(shop, days=61)
    assert kinds(shop, member) == [FirstVisit]


def test_the_owner_s_note_of_a_milestone_has_the_name_and_the_gift(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    buy(station, member, 5_000, 5_000, 5_000)
    (note,) = [one for one in visit(shop, member) if isinstance(one, OwnersNote)]
    assert (note.source, note.title) == ("goal:third", "Third bill, Asha Rao")
    assert note.text == "Thank you, Asha Rao!"
    assert [(gift.kind, gift.amount) for gift in note.gifts] == [("coins", 7)]
    assert moments_of(shop, member) == ()


def test_a_birthday_note_is_a_box_to_open_once_and_says_no_date(station: Station):
    shop = station.shop
    today = shop.moment().on
    member = joined(shop, "Asha Rao", birthday=today.replace(year=1990)).member
    visit(shop, member)
    assert greet(shop, today) == 1
    *_, note = visit(shop, member)
    assert isinstance(note, OwnersNote)
    assert (note.source, note.title) == ("greeting:birthday", "Happy birthday")
    assert note.text == "Your tea is on the house, Asha Rao."
    assert [(gift.kind, gift.amount) for gift in note.gifts] == [("coins", 5)]
    assert "1990" not in repr(note)
    assert f"{today.day}" not in note.title + note.text
    assert moments_of(shop, member) == ()
