"""What a kiosk celebrates of coins and bills: once, and nothing that came in between is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.moments import (
    BadgeWon,
    FirstVisit,
    OwnersNote,
    Seen,
    SinceLastTime,
    coins_to_tell,
    mark_seen,
    moments_of,
)
from app.services.rewards import RewardRedeemed, redeem
from app.services.voids import SaleVoided, undo_sale
from app.station import Station
from tests.helpers.moments import DOCUMENT, buy, give, kinds, marks_of, new_coins, spendable, visit
from tests.helpers.people import joined
from tests.helpers.shops import STAFF, document_of, later, new_station, sell


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path, document=DOCUMENT) as station:
        yield station


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
