"""What a cashier can say to a member: true, and the most urgent first."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.effects import Earn
from app.domain.facts import Opening
from app.domain.money import Money
from app.services import rewards
from app.services.greetings import greet
from app.services.hints import (
    AimNear,
    AimReached,
    CoinsLapse,
    SpecialDay,
    SurveyOpen,
    VoucherWaits,
    hints_of,
)
from app.services.rewards import AimChosen, RewardRedeemed
from app.services.shop import Shop
from app.ui.hint_sentences import hint_words
from tests.helpers import people

BORN = date(1988, 11, 20)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _):
        yield shop


def given(shop: Shop, member: str, coins: int, days: int = 400) -> None:
    """Give a member coins that live so many days."""
    day = shop.moment().on
    earn = Earn(coins, "", day, day + timedelta(days=days), "opening", 0, 100, coins, "")
    event = shop.event("opening", Opening("x", 1), member=member, effects=(earn,))
    shop.record(lambda _: ((event,), None))


def kinds(shop: Shop, member: str) -> list[type]:
    return [type(one) for one in hints_of(shop, member)]


def test_a_new_member_is_asked_what_they_think_and_nothing_is_invented(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    assert set(kinds(shop, member)) <= {SurveyOpen}


def test_the_way_to_the_reward_saved_for_is_said_until_it_is_there(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    given(shop, member, 225)
    assert isinstance(rewards.set_aim(shop, "", member, "tea-250"), AimChosen)
    near = next(one for one in hints_of(shop, member) if isinstance(one, AimNear))
    assert near.missing == 35
    words = hint_words(near, shop.programme, Money("INR"), shop.moment().on, "en")
    assert words == "35 more coin(s), then it is yours: Assam tea, 250 g, free."
    given(shop, member, 35)
    assert kinds(shop, member)[0] is AimReached
    assert AimNear not in kinds(shop, member)


def test_coins_that_lapse_soon_come_before_what_they_could_buy(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    rewards.set_aim(shop, "", member, "tea-250")
    given(shop, member, 50, days=10)
    assert kinds(shop, member)[:2] == [CoinsLapse, AimNear]


def test_coins_that_live_long_are_no_reason_to_hurry(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    given(shop, member, 50, days=200)
    assert CoinsLapse not in kinds(shop, member)


def test_a_voucher_waits_until_it_is_used(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    given(shop, member, 500)
    assert VoucherWaits not in kinds(shop, member)
    assert isinstance(rewards.redeem(shop, "", member, "fifty-off"), RewardRedeemed)
    assert VoucherWaits in kinds(shop, member)


def test_a_special_day_comes_first_and_says_neither_age_nor_date(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210", birthday=BORN).member
    given(shop, member, 50, days=3)
    greet(shop, shop.moment().on)
    first = hints_of(shop, member)[0]
    assert isinstance(first, SpecialDay)
    assert not any(character.isdigit() for character in first.title)
