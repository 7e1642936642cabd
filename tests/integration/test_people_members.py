"""Joining, being found, changing, merging: over the real files of a shop."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.bills import Bill, amount_line
from app.domain.codes import UnknownReason, mint_card, mint_voucher
from app.domain.names import BadName
from app.services import cards, members
from app.services.members import Enrolment, MemberView, ProfileChange
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.staff import StaffSaved, set_staff
from app.services.voids import NeedsApproval
from app.station import Station
from app.storage.vault import Admission
from tests.helpers.people import create, joined, opened, owner_of

PHONE = "98765 43210"


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    create(tmp_path)
    with opened(tmp_path) as (station, _, _):
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def seen(shop: Shop, member: str) -> MemberView:
    view = members.open_member(shop, member)
    assert isinstance(view, MemberView)
    return view


def names(shop: Shop, query: str) -> list[str]:
    return [hit.name for hit in members.find(shop, query)]


# ---------------------------------------------------------------- joining


@pytest.mark.parametrize("booked", [False, True])
def test_a_member_joins_with_a_card_and_is_known_by_it_at_once(station, shop, booked):
    asked = Enrolment(PHONE, "आरती शर्मा", "hi", date(1990, 2, 3), consent=True)
    welcome = members.enrol(shop, "", asked)
    assert isinstance(welcome, members.Welcome)
    if booked:
        station.pump()
        assert not shop.db.pending
    view = members.identify(shop, welcome.card_number.lower())
    assert isinstance(view, MemberView)
    assert (view.name, view.initial, view.phone_masked) == ("आरती शर्मा", "आ", "98•••••210")
    assert (view.language, view.birthday, view.marketing) == ("hi", date(1990, 2, 3), False)
    assert view.since == date(2026, 11, 20)
    assert [card.number for card in view.cards] == [welcome.card_number]
    assert (view.coins.spendable, view.worth_minor) == (0, 0)
    assert view.tier.tier.id


@pytest.mark.parametrize("booked", [False, True])
def test_a_phone_belongs_to_one_member(station, shop, booked):
    aarti = joined(shop, "Aarti", PHONE)
    if booked:
        station.pump()
    again = members.enrol(shop, "", Enrolment("+91 98765-43210", "Arti", "en", consent=True))
    assert isinstance(again, members.PhoneTaken)
    assert again.view.member == aarti.member
    assert names(shop, "Arti") == ["Aarti"]


def test_nobody_joins_without_consent(shop):
    asked = Enrolment(PHONE, "Aarti", "en", consent=False)
    assert members.enrol(shop, "", asked) == members.NoConsent()
    assert members.find(shop, "Aarti") == ()


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (Enrolment("12345", "A", "en", consent=True), members.BadPhone("12345")),
        (Enrolment(None, "x" * 61, "en", consent=True), BadName("too long")),
        (Enrolment(None, "", "en", consent=True), BadName("empty")),
        (Enrolment(None, "A\u202eB", "en", consent=True), BadName("control")),
        (
            Enrolment(None, "A", "en", date(2026, 11, 21), consent=True),
            members.BadBirthday(date(2026, 11, 21)),
        ),
        (
            Enrolment(None, "A", "en", date(1899, 1, 1), consent=True),
            members.BadBirthday(date(1899, 1, 1)),
        ),
        (Enrolment(None, "A", "en", consent=True, card="SK123"), cards.CardDamaged()),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(shop, asked, refusal):
    assert members.enrol(shop, "", asked) == refusal
    assert shop.vault.half_enrolled() == ()
    assert shop.db.pending == {}


def test_the_phone_may_be_skipped_and_the_name_with_a_phone(shop):
    assert joined(shop, "Only A Name").phone_masked == ""
    nameless = joined(shop, "", PHONE)
    assert (nameless.name, nameless.initial) == ("", "")


def test_a_printed_blank_card_is_given_once(shop):
    blank = mint_card(b"blank card 16 by", shop.place.cell_hint)
    view = joined(shop, "Aarti", card=blank)
    assert [card.number for card in view.cards] == [blank]
    second = members.enrol(shop, "", Enrolment(None, "B", "en", consent=True, card=blank))
    assert isinstance(second, cards.CardTaken)


def test_an_enrolment_cut_short_is_settled_when_the_shop_opens(tmp_path):
    create(tmp_path)
    with opened(tmp_path) as (_, shop, _):
        whole = joined(shop, "Whole")
        half = shop.mint()
        shop.vault.admit(Admission(half, "Half Done", "9876543210"))
        assert shop.vault.find_name("Half", 5) == [half]
    with opened(tmp_path) as (_, shop, _):
        assert shop.vault.find_name("Half", 5) == []
        assert shop.vault.half_enrolled() == ()
        assert seen(shop, whole.member).name == "Whole"


KILLED = """
import sys
from pathlib import Path
from app.services.members import Enrolment, enrol
from app.station import open_station
shop = open_station(Path(sys.argv[1]), failpoint="enrol.key_kept").shop
enrol(shop, "", Enrolment("9876543210", "Aarti", "en", consent=True))
"""


@pytest.mark.process
def test_a_kill_after_the_key_was_kept_leaves_nobody(tmp_path):
    create(tmp_path)
    dead = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert dead.returncode == -signal.SIGKILL
    with opened(tmp_path) as (_, shop, _):
        assert shop.vault.half_enrolled() == ()
        assert members.find(shop, "Aarti") == ()
        assert joined(shop, "Aarti", "9876543210").name == "Aarti"


# ---------------------------------------------------------------- phones


@pytest.mark.parametrize(
    "typed", ["9876543210", "09876543210", "919876543210", "+91 98765 43210", "९८७६५४३२१०"]
)
def test_indian_mobiles_are_read_as_they_are_typed(shop, typed):
    phone = members.read_phone(shop, typed)
    assert phone == members.Phone("+919876543210", "9876543210")


def test_landlines_and_foreign_numbers_are_numbers(shop):
    assert isinstance(members.read_phone(shop, "011 2345 6789"), members.Phone)
    assert members.read_phone(shop, "+1 202 456 1111") == members.Phone(
        "+12024561111", "2024561111"
    )


@pytest.mark.parametrize("typed", ["", "98765", "12345678901234567", "name", "9876543210 x2", "+"])
def test_what_is_no_number_is_refused(shop, typed):
    assert members.read_phone(shop, typed) == members.BadPhone(typed)


@pytest.mark.parametrize("typed", ["09171234567", "9171234567", "+63 917 123 4567"])
def test_philippine_mobiles(tmp_path, typed):
    create(tmp_path, "philippines-sarisari")
    with opened(tmp_path) as (_, shop, _):
        assert members.read_phone(shop, typed) == members.Phone("+639171234567", "9171234567")


# ---------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Aarti", "आरती शर्मा"),
        ("arti sharma", "आरती शर्मा"),
        ("sharma", "आरती शर्मा"),
        ("लक्ष्मी", "Laxmi Iyer"),
        ("Lakshmi", "Laxmi Iyer"),
        ("Lakhsmi", "Laxmi Iyer"),
        ("Punam", "पूनम"),
        ("Kristina", "Ma. Cristina Santos"),
        ("maria kristina", "Ma. Cristina Santos"),
        ("Jon", "Jhon"),
        ("43210", "Laxmi Iyer"),
        ("9876543210", "Laxmi Iyer"),
        ("098765", "Laxmi Iyer"),
        ("OLD-77 ", "पूनम"),
    ],
)
def test_members_are_found_through_scripts_and_typing_errors(station, shop, query, found):
    joined(shop, "आरती शर्मा")
    joined(shop, "Laxmi Iyer", PHONE)
    joined(shop, "पूनम", old_number="old-77")
    joined(shop, "Ma. Cristina Santos")
    joined(shop, "Jhon")
    station.pump()
    assert names(shop, query)[0] == found


def test_a_match_of_the_first_name_comes_first(shop):
    for name in ("Ram Suresh", "Sureshi", "Suresh Kumar"):
        joined(shop, name)
    assert names(shop, "suresh") == ["Suresh Kumar", "Sureshi", "Ram Suresh"]


def test_three_digits_and_blanks_find_nobody(shop):
    joined(shop, "Laxmi", PHONE)
    assert [members.find(shop, query) for query in ("210", "  ", "x", "@@")] == [()] * 4


# ---------------------------------------------------------------- scans


def test_a_scan_that_is_no_card_says_what_it_is(shop):
    def kind(text: str) -> tuple[str, object]:
        scan = members.identify(shop, text)
        assert isinstance(scan, members.NotACard)
        return scan.kind, scan.reason

    assert kind("upi://pay?pa=shop@bank&pn=Shop") == ("upi", None)
    assert kind("8901030865237") == ("gtin", None)
    assert kind("https://example.org/x") == ("url", None)
    assert kind(mint_voucher(b"voucher 16 bytes", shop.place.cell_hint)) == ("voucher", None)
    assert kind("hello") == ("unknown", UnknownReason.NOT_RECOGNISED)
    assert kind("") == ("unknown", UnknownReason.EMPTY)


def test_every_card_that_is_not_a_members_is_told_apart(shop):
    view = joined(shop, "Aarti")
    own = view.cards[0].number
    blank = mint_card(b"another 16 bytes", shop.place.cell_hint)
    foreign = mint_card(b"another 16 bytes", "22")
    damaged = own[:-1] + ("2" if own[-1] != "2" else "3")
    assert isinstance(members.identify(shop, blank), cards.CardUnknown)
    assert members.identify(shop, foreign) == cards.CardOfAnotherShop("22")
    assert members.identify(shop, damaged) == cards.CardDamaged()
    cards.block_card(shop, "", view.member, "lost")
    blocked = members.identify(shop, own)
    assert blocked == members.CardIsBlocked(view.cards[0].short, "lost", view.member)


def test_the_card_of_an_earlier_system_still_works(shop):
    view = joined(shop, "Aarti", old_number="4006381333931")
    scan = members.identify(shop, "4006381333931")
    assert isinstance(scan, MemberView)
    assert scan.member == view.member


# ---------------------------------------------------------------- cards


def test_a_replaced_card_is_blocked_and_the_member_stays(station, shop):
    view = joined(shop, "Aarti", PHONE)
    assert cards.replace_card(shop, "", "", view.member, "lost") == NeedsApproval()
    assert not any(card.blocked for card in seen(shop, view.member).cards)
    new = cards.replace_card(shop, "", owner_of(shop), view.member, "lost")
    assert isinstance(new, cards.CardIssuedNow)
    assert new.blocked == (view.cards[0].short,)
    station.pump()
    assert isinstance(members.identify(shop, view.cards[0].number), members.CardIsBlocked)
    known = members.identify(shop, new.number)
    assert isinstance(known, MemberView)
    assert known.member == view.member
    assert [card.blocked for card in known.cards] == ["lost", ""]


def test_a_second_card_leaves_the_first_working(shop):
    view = joined(shop, "Aarti")
    second = cards.issue_card(shop, "", view.member)
    assert isinstance(second, cards.CardIssuedNow)
    for number in (view.cards[0].number, second.number):
        assert isinstance(members.identify(shop, number), MemberView)


def test_blocking_names_one_card_or_all_and_then_there_is_nothing_left(shop):
    view = joined(shop, "Aarti")
    first = view.cards[0]
    cards.issue_card(shop, "", view.member)
    assert cards.block_card(shop, "", view.member, "torn", first.number) == cards.CardBlockedNow(
        view.member, (first.short,)
    )
    assert isinstance(cards.block_card(shop, "", view.member, ""), cards.CardBlockedNow)
    assert cards.block_card(shop, "", view.member, "lost") == cards.NothingToBlock()
    assert cards.block_card(shop, "", "f" * 32, "lost") == cards.MemberUnknown()


# ---------------------------------------------------------------- changes


def test_a_profile_changes_and_the_old_phone_and_name_are_forgotten(station, shop):
    view = joined(shop, "Aarti", PHONE, birthday=date(1990, 1, 1))
    change = ProfileChange(name="Meera", phone="8765432109", birthday="", marketing=True)
    assert members.change_profile(shop, "", view.member, change) == NeedsApproval()
    changed = members.change_profile(shop, "", view.member, change, owner_of(shop))
    assert isinstance(changed, MemberView)
    assert (changed.name, changed.phone_masked, changed.birthday) == ("Meera", "87•••••109", None)
    assert changed.marketing
    station.pump()
    assert names(shop, "Aarti") == names(shop, "9876543210") == []
    assert names(shop, "meera") == names(shop, "2109") == ["Meera"]
    assert joined(shop, "Somebody", PHONE).member != view.member


def test_a_change_cannot_take_another_members_phone(shop):
    joined(shop, "Aarti", PHONE)
    other = joined(shop, "Meera", "8765432109")
    taken = members.change_profile(shop, "", other.member, ProfileChange(phone=PHONE))
    assert isinstance(taken, members.PhoneTaken)
    assert taken.view.name == "Aarti"
    assert seen(shop, other.member).phone_masked == "87•••••109"


# ---------------------------------------------------------------- merging


def test_after_a_merge_everything_leads_to_the_survivor(station, shop):
    owner = owner_of(shop)
    keep = joined(shop, "Aarti Sharma")
    gone = joined(shop, "आरती", PHONE, birthday=date(1990, 1, 1), old_number="77")
    lost = gone.cards[0].number
    cards.replace_card(shop, "", owner, gone.member, "lost")
    station.pump()
    merged = members.merge(shop, owner, "", keep.member, gone.member)
    assert isinstance(merged, members.MembersMerged)
    station.pump()
    view = seen(shop, gone.member)
    assert (view.member, view.name, view.phone_masked) == (
        keep.member,
        "Aarti Sharma",
        "98•••••210",
    )
    assert view.birthday == date(1990, 1, 1)
    assert len(view.cards) == 3
    assert all(card.number.startswith("SK") for card in view.cards)
    assert isinstance(members.identify(shop, lost), members.CardIsBlocked)
    for found in (members.identify(shop, view.cards[2].number), members.identify(shop, "77")):
        assert not isinstance(found, MemberView) or found.member == keep.member
    assert [hit.member for hit in members.find(shop, "9876543210")] == [keep.member]
    assert [hit.member for hit in members.find(shop, "Aarti")] == [keep.member]
    assert members.merge(shop, owner, "", keep.member, gone.member) == members.SameMember()


def test_a_merge_needs_a_supervisor_and_two_members(shop):
    owner = owner_of(shop)
    saved = set_staff(shop, owner, "Ravi", "cashier", pin="7391")
    assert isinstance(saved, StaffSaved)
    one, two = joined(shop, "One"), joined(shop, "Two")
    cashier = saved.staff.id
    assert members.merge(shop, cashier, "", one.member, two.member) == NeedsApproval()
    assert members.merge(shop, cashier, cashier, one.member, two.member) == NeedsApproval()
    assert members.merge(shop, cashier, owner, one.member, one.member) == members.SameMember()
    assert members.merge(shop, cashier, owner, one.member, "f" * 32) == cards.MemberUnknown()
    merged = members.merge(shop, cashier, owner, one.member, two.member)
    assert isinstance(merged, members.MembersMerged)


def test_coins_of_both_members_add_up(station, shop):
    owner = owner_of(shop)
    keep, gone = joined(shop, "One"), joined(shop, "Two")
    for at, member in enumerate((keep.member, gone.member, gone.member)):
        bill = Bill(shop.mint(), f"A-{at}", (amount_line(100_000),), member)
        assert isinstance(record_sale(shop, owner, bill), SaleRecorded)
    coins = [seen(shop, view.member).coins.spendable for view in (keep, gone)]
    assert min(coins) > 0
    merged = members.merge(shop, owner, "", keep.member, gone.member)
    assert isinstance(merged, members.MembersMerged)
    station.pump()
    for view in (merged.view, seen(shop, keep.member), seen(shop, gone.member)):
        assert view.coins.spendable == sum(coins)
        assert len(view.recent) == 3
