"""Redeeming at a real station: coins spent, limits kept, the last one sold once."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.bill_faults import NotEnoughCoins
from app.domain.effects import TierHold
from app.domain.facts import Threshold
from app.domain.members import credit_on
from app.domain.rewards import LimitReached, NotForCoins, NotOpen, NotYours, OutOfStock
from app.services.rewards import (
    AimChosen,
    RewardRedeemed,
    RewardUnknown,
    my_aim,
    redeem,
    rewards_of,
    set_aim,
    stock_left,
    suggestions,
)
from app.services.sales import AlreadyRecorded
from app.services.shop import Shop
from app.services.vouchers import VoucherVoided, claim_voucher, void_voucher
from app.station import Station
from app.station.examining import examine
from tests.helpers.rewards import (
    bought,
    give,
    rewards_document,
    second_station,
    spendable,
)
from tests.helpers.shops import MORNING, STAFF, SUPERVISOR, enrol, later, new_station, sell

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def make_gold(shop: Shop, member: str) -> None:
    on = shop.moment().on
    hold = TierHold("gold", on, on + timedelta(days=400))
    event = shop.event("tier_reached", Threshold(""), member=member, effects=(hold,))
    shop.record(lambda _: ((event,), None))


def test_coins_become_a_voucher_with_before_and_after(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 120)
    outcome = bought(shop, asha)
    assert (outcome.before, outcome.coins, outcome.after) == (120, 50, 70)
    assert spendable(shop, asha) == 70
    (held,) = shop.state(asha).vouchers
    assert held.number == outcome.number
    assert held.until == MORNING.date() + timedelta(days=10)


def test_c13_only_the_coins_of_the_reward_are_taken(shop: Shop):
    """C13: the member chooses what to spend on; the balance is never drained."""
    asha = enrol(shop)
    give(shop, asha, 1000)
    bought(shop, asha, "off")
    assert spendable(shop, asha) == 960


def test_c24_what_is_checked_is_what_is_deducted(shop: Shop):
    """C24: each redemption reads what the one before left, so coins never pay twice."""
    asha = enrol(shop)
    give(shop, asha, 120)
    outcomes = [redeem(shop, STAFF, asha, "tea") for _ in range(4)]
    assert [type(one) for one in outcomes] == [
        RewardRedeemed, RewardRedeemed, NotEnoughCoins, NotEnoughCoins,
    ]  # fmt: skip
    assert outcomes[2] == NotEnoughCoins(50, 20)
    assert spendable(shop, asha) == 20


def test_a_second_press_redeems_once(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 200)
    press = shop.mint()
    assert isinstance(redeem(shop, STAFF, asha, "tea", press), RewardRedeemed)
    assert redeem(shop, STAFF, asha, "tea", press) == AlreadyRecorded(press)
    assert spendable(shop, asha) == 150


def test_a_limit_holds_for_its_period_and_comes_back_with_the_voucher(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 100)
    first = bought(shop, asha, "monthly")
    assert redeem(shop, STAFF, asha, "monthly") == LimitReached(1, "month")
    assert isinstance(void_voucher(shop, STAFF, SUPERVISOR, first.number), VoucherVoided)
    bought(shop, asha, "monthly")
    later(shop, days=30)
    bought(shop, asha, "monthly")


def test_c44_the_limit_counts_for_a_member_who_came_with_coins(shop: Shop):
    """C44: a member who had coins before the limit was looked at is limited all the same."""
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    for member in (asha, ravi):
        give(shop, member, 500)
        bought(shop, member, "monthly")
        assert isinstance(redeem(shop, STAFF, member, "monthly"), LimitReached)


def test_a_reward_of_a_tier_is_locked_for_the_others(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 100)
    assert redeem(shop, STAFF, asha, "golden") == NotYours(frozenset({"gold"}))
    make_gold(shop, asha)
    bought(shop, asha, "golden")


def test_a_tier_with_early_access_is_let_in_earlier(shop: Shop):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    for member in (asha, ravi):
        give(shop, member, 100)
    make_gold(shop, asha)
    later(shop, days=21)  # 6 July: too early for both
    assert redeem(shop, STAFF, asha, "early") == NotOpen(date(2026, 7, 7), date(2026, 7, 20))
    later(shop, days=1)
    bought(shop, asha, "early")
    assert redeem(shop, STAFF, ravi, "early") == NotOpen(date(2026, 7, 10), date(2026, 7, 20))
    later(shop, days=3)
    bought(shop, ravi, "early")
    later(shop, days=11)
    assert isinstance(redeem(shop, STAFF, ravi, "early"), NotOpen)


def test_what_is_not_for_sale_is_not_sold(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 100)
    assert redeem(shop, STAFF, asha, "given") == NotForCoins()
    assert redeem(shop, STAFF, asha, "gone") == RewardUnknown("gone")
    assert spendable(shop, asha) == 100


def test_store_credit_is_given_at_once(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 100)
    outcome = bought(shop, asha, "wallet")
    assert outcome.given
    state = shop.state(asha)
    assert credit_on(state, shop.moment().on).spendable == 5_000
    assert [held.status for held in state.vouchers] == ["claimed"]


def test_stock_is_free_again_when_a_voucher_is_given_back(shop: Shop, station: Station):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    give(shop, asha, 100)
    give(shop, ravi, 100)
    outcome = bought(shop, asha, "last")
    assert redeem(shop, STAFF, ravi, "last") == OutOfStock()
    assert stock_left(shop) == {"last": 0}
    station.pump()
    void_voucher(shop, STAFF, SUPERVISOR, outcome.number)
    bought(shop, ravi, "last")
    station.pump()
    assert [held.status for held in shop.state(ravi).vouchers] == ["live"]
    assert spendable(shop, asha) == 100


def test_stock_is_free_again_when_a_voucher_runs_out(shop: Shop, station: Station):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    give(shop, asha, 100)
    give(shop, ravi, 100)
    bought(shop, asha, "last")
    station.pump()
    later(shop, days=91)
    station.end_days()
    assert spendable(shop, asha) == 100
    assert [held.status for held in shop.state(asha).vouchers] == ["expired"]
    assert stock_left(shop) == {"last": 1}
    bought(shop, ravi, "last")
    station.pump()
    assert [held.status for held in shop.state(ravi).vouchers] == ["live"]


def test_of_two_stations_that_sell_the_last_one_a_single_one_does(
    tmp_path: Path, shop: Shop, station: Station
):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    give(shop, asha, 100)
    give(shop, ravi, 100)
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        bought(shop, asha, "last")
        lost = bought(other, ravi, "last")
        assert spendable(other, ravi) == 70
        station.pump()
        link.pump()
        station.pump()
        for one in (shop, other):
            assert spendable(one, asha) == 70
            assert spendable(one, ravi) == 100  # the loser's coins are back
            assert [held.status for held in one.state(asha).vouchers] == ["live"]
            assert one.state(ravi).vouchers == ()
            assert stock_left(one) == {"last": 0}
            assert redeem(one, STAFF, ravi, "last") == OutOfStock()
        outcomes = [(row.outcome, row.detail) for row in station.cell.rows_after(0, 1000)]
        assert ("worthless", "taken: stock:last:1") in outcomes
        assert lost.member == ravi


def test_the_loser_is_refunded_once_though_it_gave_the_voucher_back_itself(
    tmp_path: Path, shop: Shop, station: Station
):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    give(shop, asha, 100)
    give(shop, ravi, 100)
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        bought(shop, asha, "last")
        lost = bought(other, ravi, "last")
        void_voucher(other, STAFF, SUPERVISOR, lost.number)
        station.pump()
        link.pump()
        station.pump()
        assert spendable(shop, ravi) == spendable(other, ravi) == 100
        assert stock_left(shop) == stock_left(other) == {"last": 0}


def test_coins_return_to_the_lots_they_came_from(shop: Shop):
    asha = enrol(shop)
    soon, late = MORNING.date() + timedelta(days=20), MORNING.date() + timedelta(days=200)
    give(shop, asha, 30, until=soon)
    give(shop, asha, 100, until=late)
    before = shop.state(asha).lots
    outcome = bought(shop, asha)
    assert shop.state(asha).lots != before
    void_voucher(shop, STAFF, SUPERVISOR, outcome.number)
    assert shop.state(asha).lots == before


def test_saving_for_a_reward_says_how_far(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 20)
    assert my_aim(shop, asha) is None
    outcome = set_aim(shop, STAFF, asha, "tea")
    assert isinstance(outcome, AimChosen)
    aim = my_aim(shop, asha)
    assert aim == outcome.aim
    assert aim is not None
    assert (aim.have, aim.missing, aim.percent, aim.next_bill) == (20, 30, 40, 0)
    sell(shop, "B-1", 60_000, member=asha)
    after = my_aim(shop, asha)
    assert after is not None
    assert after.next_bill == 6
    assert set_aim(shop, STAFF, asha, "golden") == NotYours(frozenset({"gold"}))
    assert set_aim(shop, STAFF, asha, "") == AimChosen(None)
    assert my_aim(shop, asha) is None


def test_what_lapses_comes_first_and_at_most_four(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 60, until=MORNING.date() + timedelta(days=5))
    give(shop, asha, 30)
    bought(shop, asha)
    set_aim(shop, STAFF, asha, "wallet")
    names = [type(one).__name__ for one in suggestions(shop, asha)]
    assert names == ["CoinsLapsing", "VoucherEnding", "Offer", "Towards"]


def test_rewards_are_shown_with_what_stands_in_the_way(shop: Shop):
    asha = enrol(shop)
    give(shop, asha, 41)
    offers = rewards_of(shop, asha)
    by_id = {offer.reward.id: offer for offer in offers}
    assert [offer.reward.id for offer in offers][:4] == ["off", "last", "monthly", "tea"]
    assert "given" not in by_id
    assert by_id["tea"].almost
    assert by_id["tea"].missing == 9
    assert not by_id["wallet"].almost
    assert isinstance(by_id["golden"].fault, NotYours)
    assert isinstance(by_id["early"].fault, NotOpen)


def test_doctor_finds_nothing_wrong_after_stations_met_and_a_voucher_ran_out(
    tmp_path: Path, shop: Shop, station: Station
):
    asha, ravi = enrol(shop), enrol(shop, "ravi")
    give(shop, asha, 300)
    give(shop, ravi, 300)
    station.pump()
    with second_station(tmp_path / "b", station) as (other, link):
        bought(shop, asha, "last")
        lost = bought(other, ravi, "last")
        void_voucher(other, STAFF, SUPERVISOR, lost.number)
        claim_voucher(other, STAFF, bought(other, ravi, "tea").number)
        void_voucher(shop, STAFF, SUPERVISOR, bought(shop, asha, "monthly").number)
        for pump in (station.pump, link.pump, station.pump):
            pump()
        later(shop, days=120)
        station.end_days()
        link.pump()
    assert examine(station.shop.folder).findings == ()
