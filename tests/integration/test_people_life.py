"""Merging and parting, erasing and exporting, friends and greetings, on a real shop."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.bills import Bill, amount_line
from app.domain.facts import Personal
from app.domain.members import coins_on, times_done
from app.domain.profiles import PERSONAL_FIELDS
from app.insight.member_file import member_file
from app.services import cards, members
from app.services.erasing import MemberErased, erase
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
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.station import Station
from app.station.examining import examine
from tests.helpers.people import create, joined, opened, owner_of

pytestmark = pytest.mark.slow

NAME, PHONE, BORN, OLD = "Vasundhara Quellmorton", "98765 43210", date(1987, 11, 20), "OLDNUM9911"
SECRETS = ("Vasundhara", "Quellmorton", "9876543210", "0123456789", "1987-11-20", OLD)


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


def buy(shop: Shop, member: str, minor: int = 100_000) -> str:
    bill = Bill(shop.mint(), f"A-{shop.mint()[-8:]}", (amount_line(minor),), member)
    outcome = record_sale(shop, "", bill)
    assert isinstance(outcome, SaleRecorded), outcome
    return bill.id


def take_back(shop: Shop, sale: str) -> None:
    ask = ReturnAsk(shop.mint(), "R-1", sale=sale, lines=((0, 1000),))
    assert isinstance(record_return(shop, "", ask), ReturnRecorded)


def coins(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def healthy(folder: Path) -> None:
    assert [str(one) for one in examine(folder).findings] == []


# ---------------------------------------------------------------- merging and parting


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


# ---------------------------------------------------------------- erasing


def traces(folder: Path, *more: str) -> list[tuple[str, str]]:
    return [
        (path.name, text)
        for path in folder.iterdir()
        if path.is_file()
        for text in (*SECRETS, *more)
        if text.encode() in path.read_bytes()
    ]


def test_an_erased_member_is_nowhere_and_the_books_stay_true(station, shop, folder):
    """C41: what search and export know of a member is exactly what erasing takes away."""
    owner = owner_of(shop)
    keep = joined(shop, "Aarti").member
    gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    view = members.open_member(shop, gone)
    assert isinstance(view, members.MemberView)
    card = view.cards[0].number
    buy(shop, gone)
    buy(shop, keep)
    station.pump()
    mac = shop.vault.mac("phone", "+919876543210")
    assert erase(shop, "", "", gone) == NeedsApproval()
    held = sum(lot.amount for lot in shop.state(gone).lots)
    done = erase(shop, owner, "", gone)
    assert done == MemberErased(gone, held, 0)
    for _ in range(2):
        assert isinstance(members.open_member(shop, gone), cards.MemberUnknown)
        assert isinstance(members.identify(shop, card), cards.CardUnknown)
        assert members.find(shop, "quellmorton") == members.find(shop, "9876543210") == ()
        assert member_file(shop, gone) is None
        station.pump()
    assert traces(folder, mac) == []
    assert coins(shop, gone) == 0
    assert erase(shop, owner, "", gone) == MemberErased(gone, 0, 0)
    again = joined(shop, NAME, PHONE, old_number=OLD)
    assert again.member != gone
    station.pump()
    healthy(folder)


def test_erasing_takes_merged_members_along(station, shop, folder):
    owner = owner_of(shop)
    keep = joined(shop, "Aarti").member
    gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    buy(shop, gone)
    members.merge(shop, owner, "", keep, gone)
    station.pump()
    assert isinstance(erase(shop, owner, "", gone), MemberErased)
    station.pump()
    assert shop.vault.known((keep, gone)) == []
    assert members.unmerge(shop, owner, "", keep, gone) == cards.MemberUnknown()
    assert traces(folder) == []
    healthy(folder)


def test_an_old_copy_of_the_keys_forgets_the_erased_before_anything_is_served(folder):
    with opened(folder) as (station, shop, clock):
        owner = owner_of(shop)
        gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
        station.pump()
        at = clock.at
    shutil.copy(folder / "keys.db", folder.parent / "old-keys.db")
    with opened(folder) as (station, shop, _):
        erase(shop, owner, "", gone)
    (folder / "keys.db").unlink()
    shutil.copy(folder.parent / "old-keys.db", folder / "keys.db")
    assert traces(folder) != []
    with opened(folder) as (_, shop, clock):
        assert clock.at == at
        assert shop.vault.known((gone,)) == []
        assert members.find(shop, "quellmorton") == ()
    assert traces(folder) == []
    healthy(folder)


def test_coins_that_reach_an_erased_member_late_are_cleared_away(station, shop, folder):
    owner = owner_of(shop)
    gone = joined(shop, NAME).member
    station.pump()
    erase(shop, owner, "", gone)
    sale = Bill(shop.mint(), "A-late", (amount_line(100_000),), gone)
    assert isinstance(record_sale(shop, owner, sale), SaleRecorded)
    station.pump()
    assert coins(shop, gone) == 0
    healthy(folder)


# ---------------------------------------------------------------- the one list


def test_personal_values_have_one_list():
    """C41: what is sealed, exported and erased cannot differ, since one list says what there is."""
    sealed = {name for name in Personal.__slots__ if not name.endswith("_mac")}
    assert {field.name for field in PERSONAL_FIELDS} == sealed


def test_an_export_says_everything_in_clear(station, shop):
    member = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    buy(shop, member)
    station.pump()
    document = json.loads(member_file(shop, member) or b"")
    person = document["person"]
    assert (person["name"], person["phone"]) == (NAME, "+91 9876543210")
    assert (person["birthday"], person["old_number"]) == ("1987-11-20", OLD)
    assert {field.name for field in PERSONAL_FIELDS} <= person.keys()
    assert document["balances"]["coins"]["spendable"] == coins(shop, member)
    assert [one["kind"] for one in document["events"]][:2] == ["enrolled", "card_issued"]
    assert document["events"][0]["facts"]["personal"]["name"] == NAME
    assert "sold" in {one["kind"] for one in document["events"]}
    assert "_mac" not in json.dumps(document)


# ---------------------------------------------------------------- friends


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


# ---------------------------------------------------------------- greetings


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


KILLED = """
import sys
from pathlib import Path
from app.services.erasing import erase
from app.station import open_station
station = open_station(Path(sys.argv[1]), background=False, failpoint=sys.argv[4])
erase(station.shop, sys.argv[2], "", sys.argv[3])
station.pump()
"""


@pytest.mark.process
@pytest.mark.parametrize("point", ["erase.journalled", "journal.committed", "erase.pulled"])
def test_an_erasing_that_was_cut_short_is_finished_when_the_shop_opens(folder, point):
    with opened(folder) as (station, shop, _):
        owner = owner_of(shop)
        gone = joined(shop, NAME, PHONE, birthday=BORN).member
        station.pump()
    asked = [sys.executable, "-c", KILLED, str(folder), owner, gone, point]
    dead = subprocess.run(asked, check=False)
    assert dead.returncode == -signal.SIGKILL
    with opened(folder) as (station, shop, _):
        assert shop.vault.known((gone,)) == []
        assert isinstance(members.open_member(shop, gone), cards.MemberUnknown)
    assert traces(folder) == []
    healthy(folder)
