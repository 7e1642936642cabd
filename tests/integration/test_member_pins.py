"""Members' PINs and preferences: at every station, never in clear, gone with the member."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from argon2 import extract_parameters

from app.domain.facts import PinSet, PreferencesSet
from app.domain.preferences import Preferences
from app.domain.staff import FIRST_LOCK_MS, TRIES, WeakPin
from app.insight.history import history
from app.insight.member_file import member_file
from app.services.cards import MemberUnknown
from app.services.erasing import MemberErased, erase
from app.services.member_pins import (
    NO_PIN,
    MemberSignedIn,
    PhoneOrPinWrong,
    PinRight,
    PinSaved,
    check_pin,
    has_pin,
    set_member_pin,
    sign_in_member,
)
from app.services.members import BadPhone, merge, unmerge
from app.services.moments import mark_seen
from app.services.pins import LockedOut, WrongPin
from app.services.preferences import PreferencesSaved, preferences_of, set_preferences
from app.services.shop import Shop
from app.station.examining import examine
from tests.helpers.people import create, joined, opened, owner_of
from tests.helpers.shops import later
from tests.helpers.stations import Member, chain_of

PHONE, NOBODY, OTHER = "9876543210", "9811122233", "9123456780"
PIN = "4826"
LARGE = Preferences(large_text=True, read_aloud=True)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    create(tmp_path)
    with opened(tmp_path) as (_, shop, _):
        yield shop


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Member, Member]]:
    """Two stations of one cell."""
    with chain_of(tmp_path) as chain:
        yield chain.open(chain.folder / "shop"), chain.joined("other")


def meet(*members: Member) -> None:
    for _ in range(2):
        for one in members:
            one.pump()


def with_pin(shop: Shop, name: str = "Asha Rao", phone: str = PHONE, pin: str = PIN) -> str:
    member = joined(shop, name, phone).member
    assert set_member_pin(shop, "", member, pin) == PinSaved(member)
    return member


def events_of(shop: Shop, kind: str) -> int:
    own = list(shop.db.pending.values())
    return sum(event.kind == kind for events in own for _, event in events)


# ---------------------------------------------------------------- one station


def test_a_member_signs_in_by_phone_and_pin(shop: Shop):
    member = with_pin(shop)
    signed = sign_in_member(shop, "+91 98765-43210", PIN)
    assert isinstance(signed, MemberSignedIn)
    assert signed.view.member == member
    assert check_pin(shop, member, PIN) == PinRight()
    assert check_pin(shop, member, "4827") == WrongPin(TRIES - 1)
    assert sign_in_member(shop, "call me", PIN) == BadPhone("call me")


def test_nobody_learns_which_numbers_are_known(shop: Shop):
    with_pin(shop)
    joined(shop, "Deepak", OTHER)
    now_ms = shop.moment().at_ms
    answers = []
    for phone in (PHONE, OTHER, NOBODY):
        tries = [sign_in_member(shop, phone, "7391") for _ in range(TRIES + 1)]
        answers.append(tries)
    wrong = [PhoneOrPinWrong(left) for left in (4, 3, 2, 1)]
    locked = LockedOut(now_ms + FIRST_LOCK_MS, FIRST_LOCK_MS // 1000)
    assert answers == [[*wrong, locked, locked]] * 3


def test_a_right_pin_waits_for_the_lock_and_then_opens(shop: Shop):
    member = with_pin(shop)
    for _ in range(TRIES):
        sign_in_member(shop, PHONE, "7391")
    assert isinstance(sign_in_member(shop, PHONE, PIN), LockedOut)
    assert isinstance(check_pin(shop, member, PIN), PinRight)
    later(shop, milliseconds=FIRST_LOCK_MS)
    assert isinstance(sign_in_member(shop, PHONE, PIN), MemberSignedIn)
    assert sign_in_member(shop, PHONE, "7391") == PhoneOrPinWrong(TRIES - 1)


def test_who_goes_through_numbers_locks_the_station(shop: Shop):
    member = with_pin(shop)
    tried = [sign_in_member(shop, f"98111{at:05}", "1990") for at in range(21)]
    assert [isinstance(one, PhoneOrPinWrong) for one in tried] == [True] * 20 + [False]
    assert isinstance(sign_in_member(shop, PHONE, PIN), LockedOut)
    assert isinstance(check_pin(shop, member, PIN), LockedOut)
    later(shop, minutes=1)
    assert isinstance(sign_in_member(shop, PHONE, PIN), MemberSignedIn)
    assert isinstance(sign_in_member(shop, PHONE, "7391"), PhoneOrPinWrong)
    assert isinstance(sign_in_member(shop, PHONE, PIN), LockedOut)


def test_yesterday_s_wrong_tries_are_kept_of_nobody(shop: Shop):
    with_pin(shop)
    for phone in (PHONE, NOBODY):
        sign_in_member(shop, phone, "7391")
    assert len(locks(shop)) == 3
    assert isinstance(sign_in_member(shop, PHONE, PIN), MemberSignedIn)
    assert len(locks(shop)) == 2
    later(shop, days=1)
    sign_in_member(shop, OTHER, "7391")
    assert len(locks(shop)) == 2
    digits = "".join(locks(shop))
    assert not any(phone[-6:] in digits for phone in (PHONE, NOBODY, OTHER))


def locks(shop: Shop) -> list[str]:
    with shop.db.cursor(None) as cursor:
        return [row[0] for row in cursor.execute("SELECT subject FROM lock_out").fetchall()]


def test_a_number_nobody_has_takes_as_much_hashing_as_a_pin(shop: Shop):
    member = with_pin(shop)
    (kept,) = [
        event.facts.verifier
        for _, event in shop.db.pending[member]
        if isinstance(event.facts, PinSet)
    ]
    real = extract_parameters(shop.vault.open(member, "pin", kept))
    assert extract_parameters(NO_PIN) == real


def test_a_pin_that_is_easily_guessed_is_not_set(shop: Shop):
    view = joined(shop, "Asha Rao", PHONE, birthday=date(1990, 11, 3))
    for pin in ("1234", "3210", "0311", "1990", "12", "12ab"):
        assert isinstance(set_member_pin(shop, "", view.member, pin), WeakPin), pin
    assert not has_pin(shop, view.member)
    assert isinstance(check_pin(shop, view.member, "1234"), WrongPin)
    assert set_member_pin(shop, "", "0" * 32, PIN) == MemberUnknown()


def test_a_new_pin_takes_the_place_of_the_old_and_forgives(shop: Shop):
    member = with_pin(shop)
    for _ in range(TRIES):
        check_pin(shop, member, "7391")
        sign_in_member(shop, PHONE, "7391")
    assert set_member_pin(shop, owner_of(shop), member, "5937") == PinSaved(member)
    assert check_pin(shop, member, PIN) == WrongPin(TRIES - 1)
    assert check_pin(shop, member, "5937") == PinRight()
    assert isinstance(sign_in_member(shop, PHONE, "5937"), MemberSignedIn)


def test_neither_the_pin_nor_what_it_is_checked_with_is_readable_in_the_journal(shop: Shop):
    member = with_pin(shop)
    set_preferences(shop, member, LARGE)
    facts = [event.facts for _, event in shop.db.pending[member]]
    (pin,) = [one for one in facts if isinstance(one, PinSet)]
    (chosen,) = [one for one in facts if isinstance(one, PreferencesSet)]
    assert "argon2" not in pin.verifier
    assert "large" not in chosen.preferences
    assert shop.vault.open(member, "pin", pin.verifier).startswith("$argon2id$")
    assert PIN not in shop.vault.open(member, "pin", pin.verifier)


def test_preferences_are_remembered_and_written_only_when_they_change(shop: Shop):
    member = joined(shop, "Asha Rao", PHONE).member
    assert preferences_of(shop, member) == Preferences()
    for _ in range(2):
        assert set_preferences(shop, member, Preferences()) == PreferencesSaved(
            member, Preferences()
        )
    assert events_of(shop, "preferences_set") == 0
    for _ in range(2):
        assert set_preferences(shop, member, LARGE) == PreferencesSaved(member, LARGE)
    assert events_of(shop, "preferences_set") == 1
    assert preferences_of(shop, member) == LARGE
    set_preferences(shop, member, Preferences())
    assert preferences_of(shop, member) == Preferences()
    assert set_preferences(shop, "0" * 32, LARGE) == MemberUnknown()
    assert preferences_of(shop, "0" * 32) == Preferences()


def test_a_member_s_file_says_what_they_chose_and_never_the_verifier(shop: Shop):
    member = with_pin(shop)
    set_preferences(shop, member, LARGE)
    document = member_file(shop, member)
    assert document is not None
    text = document.decode()
    assert '"preferences": "large_text,read_aloud"' in text
    assert '"has_pin": true' in text
    assert "argon2" not in text
    assert [one.kind for one in history(shop, member, "en", 9)][:2] == [
        "preferences_set", "pin_set",
    ]  # fmt: skip


# ---------------------------------------------------------------- two stations


def test_pin_and_preferences_are_in_force_at_the_other_station(two: tuple[Member, Member]):
    here, there = two
    member = with_pin(here.shop)
    set_preferences(here.shop, member, LARGE)
    meet(here, there)
    assert has_pin(there.shop, member)
    assert preferences_of(there.shop, member) == LARGE
    assert isinstance(sign_in_member(there.shop, PHONE, PIN), MemberSignedIn)
    assert isinstance(sign_in_member(there.shop, PHONE, "7391"), PhoneOrPinWrong)


def test_of_two_changes_the_last_in_the_feed_holds_everywhere(two: tuple[Member, Member]):
    here, there = two
    member = with_pin(here.shop)
    meet(here, there)
    set_member_pin(here.shop, "", member, "5937")
    set_member_pin(there.shop, "", member, "6148")
    meet(there, here)
    answers = [[type(check_pin(one.shop, member, pin)) for pin in ("5937", "6148")] for one in two]
    assert answers[0] == answers[1]
    assert sorted(answers[0], key=str) == sorted([PinRight, WrongPin], key=str)


def test_an_erased_member_has_neither_pin_nor_preferences_anywhere(two: tuple[Member, Member]):
    here, there = two
    owner = owner_of(here.shop)
    member = with_pin(here.shop)
    set_preferences(here.shop, member, LARGE)
    meet(here, there)
    assert isinstance(erase(here.shop, owner, owner, member), MemberErased)
    meet(here, there)
    for one in two:
        profile = one.shop.own_profile(member)
        assert (profile.pin, profile.preferences, profile.seen) == ("", "", None)
        assert not has_pin(one.shop, member)
        assert preferences_of(one.shop, member) == Preferences()
        assert set_preferences(one.shop, member, LARGE) == MemberUnknown()
        assert isinstance(sign_in_member(one.shop, PHONE, PIN), PhoneOrPinWrong)


def test_who_takes_in_another_takes_their_pin_and_preferences_too(two: tuple[Member, Member]):
    here, there = two
    owner = owner_of(here.shop)
    source = with_pin(here.shop)
    set_preferences(here.shop, source, LARGE)
    survivor = joined(here.shop, "Asha R", OTHER).member
    assert not has_pin(here.shop, survivor)
    merge(here.shop, owner, owner, survivor, source)
    meet(here, there)
    for one in two:
        for phone in (PHONE, OTHER):
            signed = sign_in_member(one.shop, phone, PIN)
            assert isinstance(signed, MemberSignedIn)
            assert signed.view.member == survivor
        assert preferences_of(one.shop, survivor) == preferences_of(one.shop, source) == LARGE
    unmerge(here.shop, owner, owner, survivor, source)
    meet(here, there)
    assert [has_pin(there.shop, one) for one in (survivor, source)] == [False, True]
    assert preferences_of(there.shop, survivor) == Preferences()


def test_of_two_pins_the_survivor_s_own_holds(shop: Shop):
    owner = owner_of(shop)
    source = with_pin(shop)
    survivor = with_pin(shop, "Asha R", OTHER, "5937")
    merge(shop, owner, owner, survivor, source)
    assert isinstance(sign_in_member(shop, PHONE, PIN), PhoneOrPinWrong)
    assert isinstance(sign_in_member(shop, PHONE, "5937"), MemberSignedIn)
    assert set_member_pin(shop, "", source, "6148") == PinSaved(survivor)
    assert check_pin(shop, source, "6148") == PinRight()


def test_what_a_member_chose_is_the_same_after_the_books_are_folded_anew(tmp_path: Path):
    create(tmp_path)
    with opened(tmp_path) as (station, shop, _):
        member = with_pin(shop)
        set_preferences(shop, member, LARGE)
        mark_seen(shop, member, ("first=1", "coins=0"))
        station.pump()
        profile = shop.own_profile(member)
        assert profile.seen is not None
    assert examine(tmp_path).findings == ()
