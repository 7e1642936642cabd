"""Merging and parting, friends and greetings, on a real shop."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.members import times_done
from app.services import cards, members
from app.services.greetings import greet, greetings_for
from app.services.members import Enrolment, MembersParted, NotMerged, ProfileChange
from app.services.referrals import (
    AlreadyReferred,
    FriendBrought,
    NotNew,
    ReferrerUnknown,
    SelfReferral,
    refer,
)
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.station import Station
from tests.helpers.people import create, joined, opened, owner_of
from tests.helpers.people_life import BORN, PHONE, buy, coins, healthy, take_back

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path)
    return tmp_path


@pytest.fixture
def station(folder: Path) -> Iterator[Station]:
    with opened(folder) as (station, _, _):
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def two(shop: Shop) -> tuple[str, str]:
    keep = joined(shop, "Aarti Sharma").member
    gone = joined(shop, "आरती", PHONE, birthday=BORN, old_number="77").member
    for member in (keep, gone, gone):
        buy(shop, member)
    return keep, gone


@pytest.mark.parametrize("pumped", [True, False])
def test_a_merge_that_is_undone_leaves_both_as_they_were(station, shop, folder, pumped):
    """C28: a merge is lossless; both cards go on working, before it and after it is undone."""
    owner = owner_of(shop)
    keep, gone = two(shop)
    if pumped:
        station.pump()
    before = [(members.open_member(shop, one), shop.state(one)) for one in (keep, gone)]
    merged = members.merge(shop, owner, "", keep, gone)
    assert isinstance(merged, members.MembersMerged)
    for view, _ in before:
        assert isinstance(view, members.MemberView)
        seen = members.identify(shop, view.cards[0].number)
        assert isinstance(seen, members.MemberView)
        assert (seen.member, seen.coins.spendable) == (keep, merged.view.coins.spendable)
    if pumped:
        station.pump()
        healthy(folder)
    parted = members.unmerge(shop, owner, "", keep, gone)
    assert isinstance(parted, MembersParted)
    station.pump()
    assert [(members.open_member(shop, one), shop.state(one)) for one in (keep, gone)] == before
    for view, _ in before:
        assert isinstance(view, members.MemberView)
        assert members.identify(shop, view.cards[0].number) == view
    assert [hit.member for hit in members.find(shop, "9876543210")] == [gone]
    healthy(folder)


def test_what_came_since_the_merge_stays_with_the_survivor(station, shop, folder):
    owner = owner_of(shop)
    keep, gone = two(shop)
    sale = buy(shop, gone)
    members.merge(shop, owner, "", keep, gone)
    station.pump()
    later = buy(shop, gone)
    take_back(shop, sale)
    station.pump()
    total, theirs = coins(shop, keep), coins(shop, gone)
    assert total == theirs
    healthy(folder)
    assert isinstance(members.unmerge(shop, owner, "", keep, gone), MembersParted)
    station.pump()
    assert coins(shop, keep) + coins(shop, gone) == total
    assert shop.state(keep).purchases + shop.state(gone).purchases == 4
    assert later in {one.sale for one in shop.state(keep).recent}
    healthy(folder)


def test_merges_of_merges_part_from_the_outside_in(station, shop, folder):
    owner = owner_of(shop)
    one, two_, three = (joined(shop, name).member for name in ("One", "Two", "Three"))
    for member in (one, two_, three):
        buy(shop, member)
    held = [coins(shop, member) for member in (one, two_, three)]
    members.merge(shop, owner, "", one, two_)
    members.merge(shop, owner, "", three, one)
    assert len(shop.family(two_)) == 3
    assert members.unmerge(shop, owner, "", three, two_) == NotMerged()
    station.pump()
    healthy(folder)
    assert isinstance(members.unmerge(shop, owner, "", three, one), MembersParted)
    assert isinstance(members.unmerge(shop, owner, "", one, two_), MembersParted)
    station.pump()
    assert [coins(shop, member) for member in (one, two_, three)] == held
    assert members.unmerge(shop, "", "", one, two_) == NeedsApproval()
    healthy(folder)


def test_a_value_shown_from_a_merged_member_can_be_changed(station, shop, folder):
    owner = owner_of(shop)
    keep, gone = two(shop)
    members.merge(shop, owner, "", keep, gone)
    station.pump()
    changed = members.change_profile(shop, owner, keep, ProfileChange(phone="8765432109"))
    assert isinstance(changed, members.MemberView)
    assert changed.phone_masked == "87•••••109"
    station.pump()
    assert members.find(shop, "9876543210") == ()
    assert [hit.member for hit in members.find(shop, "8765432109")] == [keep]
    assert joined(shop, "Somebody", PHONE).member not in {keep, gone}
    station.pump()
    healthy(folder)


def tomorrow(station: Station, days: int = 1) -> None:
    clock = station.shop.clock
    clock.at += timedelta(days=days)  # type: ignore[attr-defined]
    station.pump()
    station.end_days()


def friends(shop: Shop) -> tuple[str, str]:
    referrer = joined(shop, "Aarti", PHONE)
    asked = Enrolment(None, "Friend", "en", consent=True, referrer=referrer.cards[0].short)
    welcome = members.enrol(shop, "", asked)
    assert isinstance(welcome, members.Welcome)
    return referrer.member, welcome.view.member


def test_a_friend_is_paid_for_when_the_first_sale_has_lasted(station, shop, folder):
    """C40: both are paid after the friend's paid sale outlived the return window, and once."""
    terms = shop.programme.referral
    assert terms is not None
    referrer, friend = friends(shop)
    buy(shop, friend)
    tomorrow(station)
    earned = coins(shop, friend)
    tomorrow(station, shop.programme.return_window_days - 1)
    assert (coins(shop, referrer), coins(shop, friend)) == (0, earned)
    for _ in range(2):
        tomorrow(station)
        got = (coins(shop, referrer), coins(shop, friend) - earned)
        assert got == (terms.referrer.coins, terms.friend.coins)
    assert refer(shop, "", friend, PHONE) == AlreadyReferred()
    healthy(folder)


def test_a_friend_who_takes_the_purchase_back_brings_nothing(station, shop, folder):
    """C40: accounts of one's own that buy and return are worth nothing."""
    referrer, friend = friends(shop)
    sale = buy(shop, friend)
    take_back(shop, sale)
    tomorrow(station, shop.programme.return_window_days + 2)
    assert (coins(shop, referrer), coins(shop, friend)) == (0, 0)
    healthy(folder)


def test_only_so_many_friends_a_month_are_paid_for(station, shop):
    terms = shop.programme.referral
    assert terms is not None
    referrer = joined(shop, "Aarti", PHONE).member
    for at in range(terms.limit + 2):
        friend = joined(shop, f"Friend {at}").member
        assert refer(shop, "", friend, PHONE) == FriendBrought(friend, referrer)
        buy(shop, friend)
    tomorrow(station, shop.programme.return_window_days + 1)
    assert coins(shop, referrer) == terms.limit * terms.referrer.coins


def test_who_cannot_be_brought(station, shop):
    member = joined(shop, "Aarti", PHONE).member
    assert refer(shop, "", member, PHONE) == SelfReferral()
    assert refer(shop, "", member, "8765432109") == ReferrerUnknown("8765432109")
    asked = Enrolment(None, "Friend", "en", consent=True, referrer="8765432109")
    assert members.enrol(shop, "", asked) == ReferrerUnknown("8765432109")
    other = joined(shop, "Meera").member
    buy(shop, other)
    assert refer(shop, "", other, PHONE) == NotNew()
    assert refer(shop, "", "f" * 32, PHONE) == cards.MemberUnknown()


def test_a_friend_who_turns_out_to_be_oneself_brings_nothing(station, shop, folder):
    """C40: a second account of one's own, found and merged, is not paid for."""
    owner = owner_of(shop)
    referrer, friend = friends(shop)
    buy(shop, friend)
    station.pump()
    members.merge(shop, owner, "", referrer, friend)
    station.pump()
    tomorrow(station, shop.programme.return_window_days + 1)
    state = shop.state(referrer)
    assert (state.brought, times_done(state, "referral")) == (None, 0)
    healthy(folder)


def test_a_birthday_is_greeted_once_with_a_note_and_a_gift(station, shop, folder):
    """C39: one greeting a calendar year; nothing twice on the day of joining."""
    member = joined(shop, "Vasu", PHONE, birthday=BORN).member
    today = shop.moment().on
    assert [greet(shop, today) for _ in range(2)] == [1, 0]
    station.pump()
    assert greet(shop, today + timedelta(days=3)) == 0
    gift = next(one for one in shop.programme.greetings if one.id == "birthday").prize
    assert coins(shop, member) == gift.coins
    (note,) = greetings_for(shop, member, today)
    assert note.title == "Happy birthday, Vasu!"
    healthy(folder)


def test_a_changed_birthday_gives_no_second_gift_and_needs_a_supervisor(station, shop):
    """C39: dates are locked."""
    owner = owner_of(shop)
    member = joined(shop, "Vasu", birthday=BORN).member
    today = shop.moment().on
    assert greet(shop, today) == 1
    moved = ProfileChange(birthday=date(1987, 11, 25))
    assert members.change_profile(shop, "", member, moved) == NeedsApproval()
    assert isinstance(members.change_profile(shop, "", member, moved, owner), members.MemberView)
    station.pump()
    assert greet(shop, date(today.year, 11, 25)) == 0
    assert greet(shop, date(today.year + 1, 11, 25)) == 1


def test_missed_years_never_add_up(station, shop):
    """C39: after years off, one anniversary and one birthday, not one for each year."""
    member = joined(shop, "Vasu", birthday=BORN).member
    buy(shop, member)
    greet(shop, shop.moment().on)
    station.pump()
    years_later = datetime(2029, 11, 22, 6, 30, tzinfo=UTC)
    shop.clock.at = years_later
    buy(shop, member)
    assert greet(shop, years_later.date()) == 2
    assert greet(shop, years_later.date()) == 0


def test_the_29th_of_february_and_days_off(station, shop):
    joined(shop, "Leap", birthday=date(2000, 2, 29))
    assert greet(shop, date(2027, 2, 27)) == 0
    assert greet(shop, date(2027, 3, 5)) == 1
    assert greet(shop, date(2028, 2, 28)) == 0
    assert greet(shop, date(2028, 2, 29)) == 1


def test_a_festival_greets_who_came_lately(station, shop):
    comes, stays_away = joined(shop, "Comes").member, joined(shop, "Stays").member
    shop.clock.at = datetime(2026, 10, 20, 6, 30, tzinfo=UTC)
    buy(shop, comes)
    station.pump()
    assert greet(shop, date(2026, 11, 5)) == 1
    station.pump()
    assert "greeting:diwali:2026" in shop.state(comes).once
    assert "greeting:diwali:2026" not in shop.state(stays_away).once


def test_the_day_end_greets(station, shop):
    member = joined(shop, "Vasu", birthday=BORN).member
    station.pump()
    station.end_days()
    assert "greeting:birthday:2026" in shop.state(member).once
