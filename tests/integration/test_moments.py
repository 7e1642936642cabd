"""What a kiosk celebrates: once, at one kiosk of all, whatever order stations report in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.effects import Earn
from app.domain.facts import Adjusted
from app.domain.members import coins_on
from app.domain.moments import AimBar, NextReward
from app.services.greetings import greet
from app.services.members import merge, unmerge
from app.services.moments import (
    BadgeWon,
    FirstVisit,
    GoalFilled,
    Moment,
    OwnersNote,
    Seen,
    SinceLastTime,
    coins_to_tell,
    mark_seen,
    moments_of,
)
from app.services.rewards import AimChosen, RewardRedeemed, redeem, set_aim
from app.services.shop import Shop
from app.services.voids import SaleVoided, undo_sale
from app.station import Station
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import STAFF, SUPERVISOR, document_of, later, new_station, sell
from tests.helpers.stations import Member, chain_of

DOCUMENT = (
    document_of("allow_negative")
    + """
[[challenge]]
id = "ten-bills"
title = { en = "Ten bills" }
count = "bills"
target = 10

[[badge]]
id = "regular"
title = { en = "Regular" }
count = "bills"
targets = [2, 4]

[[milestone]]
id = "third"
title = { en = "Third bill, {name}" }
note = { en = "Thank you, {name}!" }
count = "bills"
target = 3
prize = { coins = 7 }

[[greeting]]
id = "birthday"
occasion = "birthday"
title = { en = "Happy birthday" }
note = { en = "Your tea is on the house, {name}." }
prize = { coins = 5 }

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "service"
coins = 12

[[reward]]
id = "cake"
title = { en = "Cake" }
kind = "service"
coins = 60
"""
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path, document=DOCUMENT) as station:
        yield station


def kinds(shop: Shop, member: str) -> list[type[Moment]]:
    return [type(one) for one in moments_of(shop, member)]


def marks_of(moments: tuple[Moment, ...]) -> tuple[str, ...]:
    return tuple(mark for one in moments for mark in one.marks)


def visit(shop: Shop, member: str) -> tuple[Moment, ...]:
    """Show everything that is new, and note it as a kiosk does at the end."""
    shown = moments_of(shop, member)
    assert mark_seen(shop, member, marks_of(shown)) == Seen()
    return shown


def new_coins(shop: Shop, member: str) -> SinceLastTime:
    (found,) = [one for one in moments_of(shop, member) if isinstance(one, SinceLastTime)]
    return found


def spendable(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def buy(station: Station, member: str, *amounts: int) -> None:
    for amount in amounts:
        later(station.shop, minutes=7)
        sell(station.shop, f"B-{station.shop.mint()[:12]}", amount, member=member)
        station.pump()


# ---------------------------------------------------------------- first visit, since last time


def test_the_first_visit_is_celebrated_once(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    assert kinds(shop, member) == [FirstVisit]
    visit(shop, member)
    assert kinds(shop, member) == []
    station.pump()
    assert kinds(shop, member) == []
    assert moments_of(shop, "0" * 32) == ()
    assert mark_seen(shop, "0" * 32, ("first=1",)) == Seen()


def test_a_first_visit_after_a_bill_shows_its_coins_too(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    buy(station, member, 40_000)
    first, since = moments_of(shop, member)
    assert isinstance(first, FirstVisit)
    assert isinstance(since, SinceLastTime)
    coins = spendable(shop, member)
    assert (since.before, since.after, since.coins, since.later, since.bills) == (
        0, coins, coins, 0, 1,
    )  # fmt: skip
    visit(shop, member)
    assert kinds(shop, member) == []


def test_several_bills_are_summed_and_the_last_is_told_with_its_reasons(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    buy(station, member, 40_000)
    before = spendable(shop, member)
    visit(shop, member)
    buy(station, member, 30_000)
    later(shop, minutes=7)
    sale = sell(shop, "B-last", 120_000, member=member)
    since = new_coins(shop, member)
    assert (since.before, since.after, since.bills) == (before, spendable(shop, member), 2)
    assert since.coins == since.after - since.before > 0
    assert since.last is not None
    assert (since.last.bill_number, since.last.paid_minor) == ("B-last", 120_000)
    assert since.last.coins == sum(step.granted for step in since.last.steps) == sale.coins_earned
    assert since.last.programme == shop.programme.id
    station.pump()
    assert new_coins(shop, member).last == since.last


def test_more_bills_than_the_latest_few_are_all_counted(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    buy(station, member, *[20_000] * 9)
    since = new_coins(shop, member)
    earned = 9 * 2 + 7
    assert (since.bills, since.coins, since.after) == (9, earned, earned)


def test_coins_without_a_bill_are_new_too_and_those_spent_are_not_shown_again(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    give(shop, member, 30)
    since = new_coins(shop, member)
    assert (since.before, since.after, since.coins, since.bills, since.last) == (0, 30, 30, 0, None)
    visit(shop, member)
    assert isinstance(redeem(shop, STAFF, member, "tea"), RewardRedeemed)
    assert kinds(shop, member) == []
    give(shop, member, 4)
    assert (new_coins(shop, member).before, new_coins(shop, member).after) == (18, 22)


def test_after_a_bill_was_taken_back_only_what_is_really_new_is_celebrated(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    later(shop, minutes=1)
    sale = sell(shop, "B-1", 90_000, member=member)
    visit(shop, member)
    assert isinstance(undo_sale(shop, STAFF, sale.sale), SaleVoided)
    assert kinds(shop, member) == []
    buy(station, member, 20_000)
    since = new_coins(shop, member)
    assert (since.before, since.after, since.coins, since.bills) == (0, 2, 2, 1)


def give(shop: Shop, member: str, coins: int) -> None:
    """Give coins by hand."""
    on = shop.moment().on
    earn = Earn(coins, "", on, date(2027, 1, 31), "goodwill", 0, 100, coins, "")
    event = shop.event("adjusted", Adjusted(coins, "", SUPERVISOR), member=member, effects=(earn,))
    shop.record(lambda _: ((event,), None))


def test_coins_that_came_at_the_kiosk_itself_are_not_told_as_new_the_next_time(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    buy(station, member, 20_000)
    told, shown = coins_to_tell(shop, member), moments_of(shop, member)
    give(shop, member, 25)
    mark_seen(shop, member, (*marks_of(shown), told.mark(25)))
    assert kinds(shop, member) == []
    told = coins_to_tell(shop, member)
    give(shop, member, 5)
    mark_seen(shop, member, (told.mark(5),))
    assert kinds(shop, member) == []
    buy(station, member, 20_000)
    assert (new_coins(shop, member).coins, new_coins(shop, member).bills) == (2, 1)


def test_coins_that_came_from_elsewhere_during_the_visit_are_told_the_next_time(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    visit(shop, member)
    told = coins_to_tell(shop, member)
    give(shop, member, 25)  # at the counter
    give(shop, member, 5)  # a survey, here
    mark_seen(shop, member, (told.mark(5),))
    assert new_coins(shop, member).coins == 25


def test_a_bill_that_came_during_the_visit_is_told_the_next_time(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    shown = moments_of(shop, member)
    buy(station, member, 20_000)
    mark_seen(shop, member, marks_of(shown))
    assert (new_coins(shop, member).coins, new_coins(shop, member).bills) == (2, 1)


def test_who_was_shown_nothing_yet_has_the_first_visit_before_them(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    assert mark_seen(shop, member, ()) == Seen()
    assert kinds(shop, member) == [FirstVisit]


# ---------------------------------------------------------------- the bar, my goal


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


def new_coins_or_none(shop: Shop, member: str) -> SinceLastTime | None:
    return next((one for one in moments_of(shop, member) if isinstance(one, SinceLastTime)), None)


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


# ---------------------------------------------------------------- badges and notes


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


# ---------------------------------------------------------------- two stations, two members


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Member, Member]]:
    """Two stations of one cell."""
    with chain_of(tmp_path, document=DOCUMENT) as chain:
        yield chain.open(chain.folder / "shop"), chain.joined("other")


def meet(*members: Member) -> None:
    for _ in range(2):
        for one in members:
            one.pump()


def test_what_one_kiosk_celebrated_no_other_celebrates_again(two: tuple[Member, Member]):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    for at in range(3):
        later(here.shop, minutes=5)
        sell(here.shop, f"B-{at}", 40_000, member=member)
        meet(here, there)
    shown = moments_of(there.shop, member)
    assert shown == moments_of(here.shop, member)
    assert [type(one) for one in shown] == [FirstVisit, SinceLastTime, BadgeWon, OwnersNote]
    visit(here.shop, member)
    meet(here, there)
    assert moments_of(there.shop, member) == ()


def test_a_visit_writes_one_event_and_a_second_look_none(two: tuple[Member, Member]):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    sell(here.shop, "B-1", 40_000, member=member)
    meet(here, there)
    shown = moments_of(there.shop, member)
    for _ in range(3):
        assert mark_seen(there.shop, member, marks_of(shown)) == Seen()
    events = there.shop.db.pending[member]
    assert [event.kind for _, event in events] == ["seen"]
    assert events[0][1].effects == ()
    before = here.shop.state(member)
    meet(there, here)
    assert spend_of(here.shop.state(member)) == spend_of(before)


def spend_of(state):
    return state.lots, state.earned, state.spent, state.awards, state.progress


def test_a_bill_that_arrives_after_the_celebration_is_told_the_next_time(
    two: tuple[Member, Member],
):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    meet(here, there)
    sell(here.shop, "B-late", 20_000, member=member)
    later(there.shop, minutes=5)
    sell(there.shop, "B-1", 20_000, member=member)
    visit(there.shop, member)
    assert moments_of(there.shop, member) == ()
    meet(here, there)
    since = new_coins(there.shop, member)
    assert (since.coins, since.bills) == (2, 1)


def test_a_merged_member_is_not_shown_the_past_again(two: tuple[Member, Member]):
    here, there = two
    shop = here.shop
    owner = owner_of(shop)
    survivor = joined(shop, "Asha Rao", "9876543210").member
    source = joined(shop, "Asha R", "9123456780").member
    for member in (survivor, source):
        later(shop, minutes=5)
        sell(shop, f"B-{member}", 40_000, member=member)
        visit(shop, member)
    merge(shop, owner, owner, survivor, source)
    meet(here, there)
    for one in (here, there):
        assert FirstVisit not in kinds(one.shop, survivor)
        assert new_coins_or_none(one.shop, source) is None
    later(shop, minutes=5)
    sell(shop, "B-both", 20_000, member=survivor)
    meet(here, there)
    since = new_coins(there.shop, source)
    assert (since.coins, since.bills) == (2, 1)
    visit(there.shop, survivor)
    meet(there, here)
    assert kinds(here.shop, source) == []
    unmerge(shop, owner, owner, survivor, source)
    meet(here, there)
    for member in (survivor, source):
        assert FirstVisit not in kinds(there.shop, member)


# ---------------------------------------------------------------- very much at once


def test_a_member_who_has_much_to_be_shown_is_shown_the_latest_and_never_the_rest(tmp_path: Path):
    many = "".join(
        f"""
[[badge]]
id = "b{at}"
title = {{ en = "Badge {at}" }}
count = "bills"
targets = [{at}]

[[milestone]]
id = "m{at}"
title = {{ en = "Bill {at}" }}
note = {{ en = "Thank you" }}
count = "bills"
target = {at}
prize = {{ coins = 1 }}
"""
        for at in range(1, 7)
    )
    with new_station(tmp_path, document=document_of() + many) as station:
        shop = station.shop
        member = joined(shop, "Asha Rao").member
        for _ in range(6):
            later(shop, days=1)
            buy(station, member, 5_000)
        shown = visit(shop, member)
        badges = [one.badge for one in shown if isinstance(one, BadgeWon)]
        notes = [one.source for one in shown if isinstance(one, OwnersNote)]
        assert badges == ["b4", "b5", "b6"]
        assert notes == ["goal:m5", "goal:m6"]
        assert moments_of(shop, member) == ()
