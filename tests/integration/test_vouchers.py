"""Vouchers at the desk: found, handed over once, given back, run out."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.codes import mint_voucher
from app.domain.effects import Grant, Issue
from app.domain.facts import Promised
from app.domain.grants import Giving, grant
from app.domain.members import coins_on
from app.domain.promises import Prize
from app.domain.vouchers import Expired, NotYet, WasVoided
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.services.vouchers import (
    ClaimedBefore,
    ForABill,
    HandedOver,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherView,
    VoucherVoided,
    claim_voucher,
    find_voucher,
    void_voucher,
)
from app.station import Station
from tests.helpers.rewards import bought, give, rewards_document, second_station, spendable
from tests.helpers.shops import (
    MORNING,
    OTHER,
    STAFF,
    SUPERVISOR,
    enrol,
    later,
    merge,
    new_station,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def with_coins(shop: Shop, coins: int = 200) -> str:
    member = enrol(shop)
    give(shop, member, coins)
    return member


def test_a_number_is_found_before_and_after_booking(shop: Shop, station: Station):
    number = bought(shop, with_coins(shop)).number
    typed = f"{number[:5]}-{number[5:10].lower()} {number[10:]}"
    for _ in range(2):
        found = find_voucher(shop, typed)
        assert isinstance(found, VoucherView)
        assert (found.held.reward, found.title, found.fault) == ("tea", {"en": "Tea, 250 g"}, None)
        station.pump()


def test_what_was_handed_over_names_the_goods_to_check(shop: Shop):
    asha = with_coins(shop)
    outcome = claim_voucher(shop, STAFF, bought(shop, asha).number)
    assert isinstance(outcome, HandedOver)
    assert (outcome.member, outcome.title) == (asha, {"en": "Tea, 250 g"})
    assert outcome.goods == ("sku:T1",)


@pytest.mark.parametrize("booked", [False, True])
def test_c27_a_voucher_is_worth_something_once(shop: Shop, station: Station, booked: bool):
    """C27: a stored value cannot be redeemed again, whoever tries, however late."""
    asha = with_coins(shop)
    number = bought(shop, asha).number
    at_ms = shop.moment().at_ms
    assert isinstance(claim_voucher(shop, STAFF, number), HandedOver)
    later(shop, minutes=5)
    if booked:
        station.pump()
    again = claim_voucher(shop, OTHER, number)
    assert again == ClaimedBefore(MORNING.date(), at_ms, STAFF, "main")
    assert void_voucher(shop, STAFF, SUPERVISOR, number) == again
    assert spendable(shop, asha) == 150
    later(shop, days=30)
    assert isinstance(claim_voucher(shop, OTHER, number), ClaimedBefore)


def test_c26_of_claims_at_one_instant_one_wins(shop: Shop, station: Station):
    """C26: check and claim are one transaction, so two threads cannot both be right."""
    number = bought(shop, with_coins(shop)).number
    start = threading.Barrier(4)
    outcomes: list[object] = []

    def claim() -> None:
        start.wait()
        outcomes.append(claim_voucher(shop, STAFF, number))

    threads = [threading.Thread(target=claim) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(type(one).__name__ for one in outcomes) == ["ClaimedBefore"] * 3 + ["HandedOver"]
    station.pump()


def test_c26_of_two_stations_the_first_booked_wins(tmp_path: Path, shop: Shop, station: Station):
    """C26: what two stations did at the same time is decided by the cell, once."""
    asha = with_coins(shop)
    number = bought(shop, asha).number
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        assert isinstance(claim_voucher(shop, STAFF, number), HandedOver)
        assert isinstance(void_voucher(other, OTHER, SUPERVISOR, number), VoucherVoided)
        assert spendable(other, asha) == 200
        station.pump()
        link.pump()
        for one in (shop, other):
            (held,) = one.state(asha).vouchers
            assert held.status == "claimed"
            assert spendable(one, asha) == 150  # what was handed over is not paid back too
        worthless = [row for row in station.cell.rows_after(0, 1000) if row.outcome == "worthless"]
        assert len(worthless) == 1


def test_money_off_belongs_on_a_bill(shop: Shop):
    outcome = claim_voucher(shop, STAFF, bought(shop, with_coins(shop), "off").number)
    assert isinstance(outcome, ForABill)
    assert outcome.benefit.value == 5_000


def test_giving_back_needs_somebody_and_returns_the_coins(shop: Shop, station: Station):
    asha = with_coins(shop)
    number = bought(shop, asha).number
    assert void_voucher(shop, STAFF, "", number) == NeedsApproval()
    assert void_voucher(shop, STAFF, SUPERVISOR, number) == VoucherVoided(
        shop.state(asha).vouchers[0].voucher, asha, 50
    )
    assert spendable(shop, asha) == 200
    assert claim_voucher(shop, STAFF, number) == WasVoided()
    assert void_voucher(shop, STAFF, SUPERVISOR, number) == WasVoided()
    station.pump()
    assert spendable(shop, asha) == 200


def test_a_voucher_that_ran_out_refunds_once(shop: Shop, station: Station):
    asha = with_coins(shop)
    outcome = bought(shop, asha)
    station.pump()
    later(shop, days=10)
    assert isinstance(find_voucher(shop, outcome.number), VoucherView)
    later(shop, days=1)
    assert claim_voucher(shop, STAFF, outcome.number) == Expired(outcome.until)
    assert void_voucher(shop, STAFF, SUPERVISOR, outcome.number) == Expired(outcome.until)
    station.end_days()
    assert spendable(shop, asha) == 200
    later(shop, days=1)
    station.end_days()
    assert spendable(shop, asha) == 200
    assert claim_voucher(shop, STAFF, outcome.number) == Expired(outcome.until)


def test_coins_of_a_lapsed_lot_live_on_for_a_while(shop: Shop, station: Station):
    asha = enrol(shop)
    give(shop, asha, 50, until=MORNING.date() + timedelta(days=3))
    number = bought(shop, asha).number
    later(shop, days=5)
    void_voucher(shop, STAFF, SUPERVISOR, number)
    assert spendable(shop, asha) == 50
    later(shop, days=31)
    assert spendable(shop, asha) == 0


def test_a_granted_voucher_is_found_and_handed_over_like_a_bought_one(shop: Shop, station: Station):
    asha = enrol(shop)
    giving = Giving(shop.moment().on, shop.mint(), shop.place.cell_hint)
    effects = grant(shop.programme, giving, "goal:x|2026-06|1", Prize(reward="given"), None)
    assert isinstance(effects[0], Grant)
    issued = next(one for one in effects if isinstance(one, Issue))
    event = shop.event(
        "granted", Promised("goal:x", "goal:x|2026-06|1", ""), member=asha, effects=effects,
        event_id=giving.event_id,
    )  # fmt: skip
    shop.record(lambda _: ((event,), None))
    station.pump()
    assert isinstance(claim_voucher(shop, STAFF, issued.number), HandedOver)
    assert coins_on(shop.state(asha), shop.moment().on).spendable == 0


def test_a_voucher_goes_with_its_member_into_a_merge(shop: Shop, station: Station):
    asha, ravi = with_coins(shop), enrol(shop, "ravi")
    number = bought(shop, asha).number
    merge(shop, ravi, asha)
    station.pump()
    outcome = claim_voucher(shop, STAFF, number)
    assert isinstance(outcome, HandedOver)
    assert outcome.member == ravi


def test_what_is_no_voucher_of_this_shop_is_said_so(shop: Shop):
    number = bought(shop, with_coins(shop)).number
    assert isinstance(find_voucher(shop, number[:-1]), VoucherDamaged)
    assert isinstance(find_voucher(shop, "SK7FA3KM9PX2C4D"), VoucherDamaged)
    assert isinstance(find_voucher(shop, mint_voucher(b"1" * 16, "K2")), VoucherUnknown)
    assert isinstance(find_voucher(shop, mint_voucher(b"1" * 16, "22")), VoucherOfAnotherShop)


def test_not_before_its_first_day(tmp_path: Path):
    document = rewards_document().replace(
        "valid_days = 10", "valid_days = 10\nstarts_after_days = 2"
    )
    with new_station(tmp_path / "later", document=document) as station:
        number = bought(station.shop, with_coins(station.shop)).number
        first = MORNING.date() + timedelta(days=2)
        assert claim_voucher(station.shop, STAFF, number) == NotYet(first)
        later(station.shop, days=2)
        assert isinstance(claim_voucher(station.shop, STAFF, number), HandedOver)
