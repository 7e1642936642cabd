"""The welcome gift: once for each member and phone, whoever asks where, erased members too."""

from pathlib import Path

import pytest

from app.insight.history import history
from app.services.erasing import MemberErased, erase
from app.services.flags import FlagClosed, decide, waiting
from app.services.members import ProfileChange, change_profile
from app.services.shop import Shop
from app.services.survey_sentences import flag_sentence
from app.services.welcome import (
    AlreadyWelcomed,
    NoPhone,
    NoWelcome,
    WelcomeClaimed,
    WelcomeGift,
    WelcomeWaits,
    claim_welcome,
    welcome_gift,
)
from app.station import Station
from tests.helpers.people import joined, owner_of
from tests.helpers.rewards import rewards_document, spendable
from tests.helpers.shops import document_of, later, new_station, sell
from tests.helpers.stations import Chain, chain_of

pytestmark = pytest.mark.slow

PHONE, OTHER_PHONE = "98765 43210", "98111 22233"
WELCOME = "\n[welcome]\nprize = { coins = 20 }\n"
GIFT = WelcomeGift(20, "", {})


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=document_of() + WELCOME) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


@pytest.mark.parametrize("booked", [False, True])
def test_a_member_claims_the_gift_once(shop: Shop, station: Station, booked: bool):
    asha = joined(shop, "Asha", PHONE).member
    assert welcome_gift(shop, asha) == GIFT
    done = claim_welcome(shop, asha)
    assert isinstance(done, WelcomeClaimed)
    assert done == WelcomeClaimed(done.event, GIFT)
    if booked:
        station.pump()
    assert spendable(shop, asha) == 20
    assert welcome_gift(shop, asha) is None
    assert claim_welcome(shop, asha) == AlreadyWelcomed()
    assert spendable(shop, asha) == 20
    entry = history(shop, asha, "en", 1)[0]
    assert (entry.title, entry.legs.coins_in) == ("Got the welcome gift", 20)
    assert entry.why == ("20 coins: welcome gift", "Use 20 coins by 30 September 2026")


def test_a_voucher_as_the_gift(tmp_path: Path):
    document = rewards_document() + '\n[welcome]\nprize = { reward = "given" }\n'
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        asha = joined(shop, "Asha", PHONE).member
        assert welcome_gift(shop, asha) == WelcomeGift(0, "given", {"en": "Only given"})
        done = claim_welcome(shop, asha)
        assert isinstance(done, WelcomeClaimed)
        (held,) = shop.state(asha).vouchers
        assert (done.number, done.until) == (held.number, held.until)


def test_without_a_phone_there_is_none(shop: Shop):
    bela = joined(shop, "Bela").member
    assert welcome_gift(shop, bela) is None
    assert claim_welcome(shop, bela) == NoPhone()


def test_a_programme_without_one(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        asha = joined(station.shop, "Asha", PHONE).member
        assert welcome_gift(station.shop, asha) is None
        assert claim_welcome(station.shop, asha) == NoWelcome()


def test_another_phone_is_no_second_gift(shop: Shop, station: Station):
    asha = joined(shop, "Asha", PHONE).member
    claim_welcome(shop, asha)
    change_profile(shop, "", asha, ProfileChange(phone=OTHER_PHONE))
    assert claim_welcome(shop, asha) == AlreadyWelcomed()
    station.pump()
    # The number she gave up had the gift, whoever has it now.
    bela = joined(shop, "Bela", PHONE).member
    assert claim_welcome(shop, bela) == AlreadyWelcomed()


@pytest.mark.parametrize("booked", [False, True])
def test_erased_and_joined_again_is_no_second_gift(shop: Shop, station: Station, booked: bool):
    owner = owner_of(shop)
    asha = joined(shop, "Asha", PHONE).member
    claim_welcome(shop, asha)
    assert isinstance(erase(shop, owner, owner, asha), MemberErased)
    if booked:
        station.pump()
    later(shop, days=40)
    again = joined(shop, "Asha", PHONE).member
    assert again != asha
    assert welcome_gift(shop, again) is None
    assert claim_welcome(shop, again) == AlreadyWelcomed()
    assert isinstance(claim_welcome(shop, joined(shop, "Bela", OTHER_PHONE).member), WelcomeClaimed)


# ---------------------------------------------------------------- numbers nobody vouches for


@pytest.fixture
def wary(tmp_path: Path):
    document = document_of() + WELCOME + "kiosk_limit = 2\n"
    with new_station(tmp_path / "wary", document=document) as opened:
        yield opened


def strangers(shop: Shop, count: int) -> list[str]:
    phones = (f"98111 2223{at}" for at in range(count))
    return [joined(shop, f"Member {at}", phone).member for at, phone in enumerate(phones)]


def test_gifts_beyond_the_limit_of_a_day_wait_in_the_review_list(wary: Station):
    shop = wary.shop
    one, two, three, four = strangers(shop, 4)
    for member in (one, two):
        assert isinstance(claim_welcome(shop, member), WelcomeClaimed)
    for _ in range(2):
        assert claim_welcome(shop, three) == WelcomeWaits()
    wary.pump()
    assert claim_welcome(shop, three) == WelcomeWaits()
    assert claim_welcome(shop, four) == WelcomeWaits()
    assert spendable(shop, three) == 0
    found = {flag.subject: flag for flag in waiting(shop)}
    assert {flag.guard for flag in found.values()} == {"welcome"}
    assert sorted(found) == sorted((three, four))
    assert flag_sentence(shop, found[three]) == (
        "Member 2: a welcome gift waits: 2 given at this kiosk today (at most 2)."
    )


@pytest.mark.parametrize("booked", [False, True])
def test_a_gift_that_waits_is_claimed_once_it_was_approved(wary: Station, booked: bool):
    shop, owner = wary.shop, owner_of(wary.shop)
    *given, three, four = strangers(shop, 4)
    for member in (*given, three, four):
        claim_welcome(shop, member)
    for flag in waiting(shop):
        done = decide(shop, owner, flag.id, approve=flag.subject == three)
        assert isinstance(done, FlagClosed)
    if booked:
        wary.pump()
    assert isinstance(claim_welcome(shop, three), WelcomeClaimed)
    assert claim_welcome(shop, three) == AlreadyWelcomed()
    assert claim_welcome(shop, four) == WelcomeWaits()


def test_who_buys_something_is_no_stranger(wary: Station):
    shop = wary.shop
    *given, three = strangers(shop, 3)
    sell(shop, "B-1", 20_000, member=three)
    for member in given:
        claim_welcome(shop, member)
    assert isinstance(claim_welcome(shop, three), WelcomeClaimed)


def test_each_day_has_its_own_gifts(wary: Station):
    shop = wary.shop
    one, two, three = strangers(shop, 3)
    for member in (one, two):
        claim_welcome(shop, member)
    later(shop, days=1)
    assert isinstance(claim_welcome(shop, three), WelcomeClaimed)


def test_without_a_limit_everybody_has_it_at_once(tmp_path: Path):
    document = document_of() + WELCOME + "kiosk_limit = 0\n"
    with new_station(tmp_path / "trusting", document=document) as station:
        for member in strangers(station.shop, 4):
            assert isinstance(claim_welcome(station.shop, member), WelcomeClaimed)


# ---------------------------------------------------------------- over a hub


@pytest.fixture
def chain(tmp_path: Path):
    with chain_of(tmp_path, document=document_of() + WELCOME) as made:
        yield made


def test_a_phone_welcomed_at_one_kiosk_is_known_at_the_others(chain: Chain):
    first, second = chain.joined("2"), chain.joined("3")
    owner = owner_of(first.shop)
    asha = joined(first.shop, "Asha", PHONE).member
    claim_welcome(first.shop, asha)
    assert isinstance(erase(first.shop, owner, owner, asha), MemberErased)
    for one in (first, second, first, second):
        one.pump()
    late = chain.joined("4")
    late.pump()
    for station in (second, late):
        again = joined(station.shop, "Asha", PHONE).member
        assert claim_welcome(station.shop, again) == AlreadyWelcomed()
        erase(station.shop, owner, owner, again)
        station.pump()


def test_a_kiosk_s_gift_that_waits_is_approved_at_the_counter(tmp_path: Path):
    document = document_of() + WELCOME + "kiosk_limit = 1\n"
    with chain_of(tmp_path / "wary", document=document) as chain:
        kiosk, counter = chain.joined("2", "kiosk"), chain.joined("3")
        owner = owner_of(counter.shop)
        given, waits = strangers(kiosk.shop, 2)
        assert isinstance(claim_welcome(kiosk.shop, given), WelcomeClaimed)
        assert claim_welcome(kiosk.shop, waits) == WelcomeWaits()
        for one in (kiosk, counter):
            one.pump()
        (flag,) = waiting(counter.shop)
        assert (flag.guard, flag.subject) == ("welcome", waits)
        assert isinstance(decide(counter.shop, owner, flag.id, approve=True), FlagClosed)
        for one in (counter, kiosk):
            one.pump()
        assert isinstance(claim_welcome(kiosk.shop, waits), WelcomeClaimed)
        for one in (kiosk, counter):
            one.pump()
        assert [spendable(counter.shop, one) for one in (given, waits)] == [20, 20]


def test_of_two_kiosks_out_of_touch_one_gift_counts(chain: Chain):
    first, second = chain.joined("2"), chain.joined("3")
    one = joined(first.shop, "Asha", PHONE).member
    two = joined(second.shop, "Asha again", PHONE).member
    assert isinstance(claim_welcome(first.shop, one), WelcomeClaimed)
    assert isinstance(claim_welcome(second.shop, two), WelcomeClaimed)
    for station in (first, second, first, second):
        station.pump()
    for station in (first, second):
        assert (spendable(station.shop, one), spendable(station.shop, two)) == (20, 0)
        assert welcome_gift(station.shop, two) is None
