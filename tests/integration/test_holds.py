"""Two stations of one hub spend the same things, with the network there and not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import sikka
from app.hub.exposure import Exposure, exposure_of
from app.services.authority import Ask, NeedsNetwork, Permit, SoldOut, SpentElsewhere
from app.services.exchanges import BackRefused, BillRefused, ExchangeRecorded, record_exchange
from app.services.returns import ReturnAsk
from app.services.rewards import RewardRedeemed, redeem
from app.services.sales import AlreadyRecorded, SaleRecorded, record_sale
from app.services.vouchers import ClaimedBefore, HandedOver, claim_voucher, void_voucher
from app.storage import failpoints
from app.sync.authority import HubAuthority
from tests.helpers.holds import Till, Tills, copied_tills, made_tills
from tests.helpers.rewards import bought, spendable
from tests.helpers.shops import STAFF, bill, enrol, sell

pytestmark = pytest.mark.slow
FLOOR = 100
"""What the test programme lets one station spend for a member without the hub."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The closed files of a hub and two stations, and the member's id."""
    folder = tmp_path_factory.mktemp("chain")
    return folder, made_tills(folder)


@pytest.fixture
def tills(made: tuple[Path, str], tmp_path: Path) -> Iterator[Tills]:
    with copied_tills(*made, tmp_path / "chain") as tills:
        yield tills


@pytest.fixture
def pair(tills: Tills) -> tuple[Till, Till]:
    return tills.pair()


def own_rows(till: Till) -> list[tuple[str, int]]:
    with till.shop.db.cursor(None) as cursor:
        return cursor.execute("SELECT state, coins FROM own_hold ORDER BY state").fetchall()


def test_two_stations_claim_one_voucher_and_the_second_sees_who_and_when(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    voucher = bought(first.shop, tills.member)
    first.pump()
    second.pump()
    assert isinstance(claim_voucher(first.shop, STAFF, voucher.number), HandedOver)
    tills.later(seconds=30)
    # The first claim is not sent yet: the hub knows of the hold only.
    told = claim_voucher(second.shop, STAFF, voucher.number)
    assert isinstance(told, ClaimedBefore)
    assert (told.on, told.store) == (first.shop.moment().on, "main")
    first.pump()
    told = claim_voucher(second.shop, STAFF, voucher.number)
    assert isinstance(told, ClaimedBefore)
    assert (told.staff, told.at_ms) == (STAFF, first.shop.moment().at_ms - 30_000)


def test_a_voucher_that_is_given_back_elsewhere_cannot_be_claimed(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    voucher = bought(first.shop, tills.member)
    first.pump()
    second.pump()
    void_voucher(first.shop, STAFF, STAFF, voucher.number)
    assert isinstance(claim_voucher(second.shop, STAFF, voucher.number), ClaimedBefore)


def test_the_last_of_a_stock_goes_once_and_the_other_member_keeps_the_coins(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    assert isinstance(redeem(first.shop, STAFF, tills.member, "last"), RewardRedeemed)
    assert redeem(second.shop, STAFF, tills.member, "last") == SoldOut("last")
    first.pump()
    second.pump()
    assert spendable(second.shop, tills.member) == 270


def test_the_same_coins_are_spent_at_one_of_two_stations(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    sell(first.shop, "1", 40_000, member=tills.member, coins=200)
    again = bill(second.shop, "1", 40_000, member=tills.member, coins=200)
    assert record_sale(second.shop, STAFF, again) == SpentElsewhere(100, 0)
    sell(second.shop, "1", 40_000, member=tills.member, coins=100)
    first.pump()
    second.pump()
    first.pump()
    states = [till.shop.state(tills.member) for till in pair]
    assert [state.overdraft for state in states] == [0, 0]
    assert tills.holds() == ["refused"]


def test_what_the_use_case_refuses_after_all_is_let_go(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    sell(first.shop, "1", 40_000)
    used = bill(first.shop, "1", 40_000, member=tills.member, coins=200)
    assert not isinstance(record_sale(first.shop, STAFF, used), SaleRecorded)
    first.pump()
    assert tills.holds() == ["void"]
    sell(first.shop, "2", 40_000, member=tills.member, coins=200)


def test_a_second_press_asks_for_nothing_more(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    event = first.shop.mint()
    assert isinstance(redeem(first.shop, STAFF, tills.member, "tea", event), RewardRedeemed)
    first.pump()
    asked = len(first.cable.asked)
    assert not isinstance(redeem(first.shop, STAFF, tills.member, "tea", event), SpentElsewhere)
    assert len(first.cable.asked) == asked


def test_nothing_is_kept_here_once_all_is_settled(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    sell(first.shop, "1", 40_000, member=tills.member, coins=200)
    assert own_rows(first) == [("asking", 200)]
    first.pump()
    first.pump()
    assert own_rows(first) == []
    assert tills.holds() == []


def test_without_the_hub_a_member_may_spend_the_floor_and_no_more(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    first.cable.cut = True
    sell(first.shop, "1", 40_000, member=tills.member, coins=60)
    more = bill(first.shop, "2", 40_000, member=tills.member, coins=60)
    assert record_sale(first.shop, STAFF, more) == NeedsNetwork(40, 0)
    sell(first.shop, "2", 40_000, member=tills.member, coins=40)
    assert first.authority.floor_spent() == (FLOOR, 0)
    first.cable.cut = False
    first.pump()
    first.pump()
    assert first.authority.floor_spent() == (0, 0)
    assert own_rows(first) == []
    assert set(tills.holds()) <= {"void"}


def test_a_second_press_lets_go_of_nothing_that_was_spent(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    first.cable.cut = True
    once = bill(first.shop, "1", 40_000, member=tills.member, coins=60)
    assert isinstance(record_sale(first.shop, STAFF, once), SaleRecorded)
    assert isinstance(record_sale(first.shop, STAFF, once), AlreadyRecorded)
    assert first.authority.floor_spent() == (60, 0)
    more = bill(first.shop, "2", 40_000, member=tills.member, coins=60)
    assert record_sale(first.shop, STAFF, more) == NeedsNetwork(40, 0)


def test_an_exchange_spends_the_floor_only_when_it_is_recorded(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    shop = first.shop
    old = sell(shop, "1", 40_000, member=tills.member)
    first.cable.cut = True
    ask = ReturnAsk(shop.mint(), "R-1", sale=old.sale, amount_minor=40_000)
    used = bill(shop, "1", 50_000, member=tills.member, coins=60)
    assert isinstance(record_exchange(shop, STAFF, ask, used), BillRefused)
    assert first.authority.floor_spent() == (0, 0)
    new = bill(shop, "2", 50_000, member=tills.member, coins=60)
    assert isinstance(record_exchange(shop, STAFF, ask, new), ExchangeRecorded)
    assert isinstance(record_exchange(shop, STAFF, ask, new), BackRefused)
    assert first.authority.floor_spent() == (60, 0)


def test_what_was_spent_without_the_hub_survives_a_restart(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    first.cable.cut = True
    sell(first.shop, "1", 40_000, member=tills.member, coins=60)
    authority = HubAuthority(first.shop, lambda: first.station.hub.client)
    assert authority.floor_spent() == (60, 0)
    ask = Ask(first.shop.mint(), tills.member, coins=41)
    assert authority.authorise(ask) == NeedsNetwork(40, 0)


def test_a_day_after_the_last_contact_nothing_is_spent_and_earning_goes_on(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    first.cable.cut = True
    tills.later(hours=24, seconds=1)
    paid = bill(first.shop, "1", 40_000, member=tills.member, coins=10)
    assert record_sale(first.shop, STAFF, paid) == NeedsNetwork(0, 0)
    assert sell(first.shop, "1", 40_000, member=tills.member).coins_earned > 0


def test_coins_earned_offline_are_not_spent_offline(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    first.cable.cut = True
    newcomer = enrol(first.shop, "new")
    sell(first.shop, "1", 100_000, member=newcomer)
    assert spendable(first.shop, newcomer) > 10
    paid = bill(first.shop, "2", 40_000, member=newcomer, coins=10)
    assert record_sale(first.shop, STAFF, paid) == NeedsNetwork(0, 0)


def test_a_voucher_others_may_know_waits_for_the_hub(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    voucher = bought(first.shop, tills.member)
    first.pump()
    first.cable.cut = True
    assert claim_voucher(first.shop, STAFF, voucher.number) == NeedsNetwork(100, 0, only_hub=True)


def test_a_voucher_issued_here_and_never_sent_is_claimed_without_the_hub(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    first.cable.cut = True
    voucher = bought(first.shop, tills.member)
    assert isinstance(claim_voucher(first.shop, STAFF, voucher.number), HandedOver)
    first.cable.cut = False
    first.pump()
    second.pump()
    assert isinstance(claim_voucher(second.shop, STAFF, voucher.number), ClaimedBefore)


def test_limited_stock_waits_for_the_hub(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    first.cable.cut = True
    refused = redeem(first.shop, STAFF, tills.member, "last")
    assert refused == NeedsNetwork(FLOOR, 0, only_hub=True)


def test_an_answer_that_was_lost_reserves_nothing_for_ever(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    first.cable.deaf = True
    paid = bill(first.shop, "1", 100_000, member=tills.member, coins=200)
    assert record_sale(first.shop, STAFF, paid) == NeedsNetwork(FLOOR, 0)
    assert tills.holds() == ["held"]
    first.cable.deaf = False
    first.pump()
    assert tills.holds() == ["void"]
    sell(second.shop, "1", 100_000, member=tills.member, coins=300)


def test_a_station_that_dies_before_it_records_lets_go_when_it_opens(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair

    class DeadError(Exception):
        pass

    def die() -> None:
        raise DeadError

    failpoints.arm("hold.answered", die)
    with pytest.raises(DeadError):
        sell(first.shop, "1", 40_000, member=tills.member, coins=200)
    failpoints.arm("")
    assert tills.holds() == ["held"]
    first.close()
    again = tills.open("shop")
    again.pump()
    assert tills.holds() == ["void"]
    assert own_rows(again) == []
    sell(second.shop, "1", 40_000, member=tills.member, coins=200)


def test_a_station_that_dies_after_it_recorded_keeps_what_it_spent(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, _ = pair
    sell(first.shop, "1", 40_000, member=tills.member, coins=200)
    authority = HubAuthority(first.shop, lambda: first.station.hub.client)
    authority.flush()
    assert tills.holds() == ["held"]
    first.pump()
    assert tills.holds() == []


def test_the_hub_permits_again_once_it_is_back(tills: Tills, pair: tuple[Till, Till]) -> None:
    first, _ = pair
    first.cable.cut = True
    ask = Ask(first.shop.mint(), tills.member, coins=200)
    assert isinstance(first.authority.authorise(ask), NeedsNetwork)
    first.cable.cut = False
    ask = Ask(first.shop.mint(), tills.member, coins=200)
    assert first.authority.authorise(ask) == Permit()


def exposure_now(tills: Tills) -> Exposure:
    with tills.hub.store.read() as core:
        seen = exposure_of(core, tills.cell_id, tills.hub.now_ms())
    assert seen is not None
    return seen


@pytest.mark.usefixtures("pair")
def test_the_bound_is_every_stations_share_in_money(tills: Tills) -> None:
    seen = exposure_now(tills)
    assert (seen.stations, seen.silent) == (2, 0)
    assert seen.member_bound_minor == 2 * FLOOR * 50
    assert seen.bound_minor == 2 * 20 * FLOOR * 50
    assert seen.today_minor == seen.at_risk_minor == seen.bound_minor


def test_a_silent_station_risks_nothing_but_what_it_holds(
    tills: Tills, pair: tuple[Till, Till]
) -> None:
    first, second = pair
    ask = Ask(first.shop.mint(), tills.member, coins=200)
    assert first.authority.authorise(ask) == Permit()
    assert exposure_now(tills).lost_holds_minor == 0
    tills.later(hours=25)
    second.pump()
    seen = exposure_now(tills)
    assert (seen.silent, seen.lost_holds_minor) == (1, 200 * 50)
    assert seen.at_risk_minor == 20 * FLOOR * 50


def test_the_command_tells_the_exposure_in_money(tills: Tills, pair: tuple[Till, Till]) -> None:
    pair[0].pump()
    told = CliRunner().invoke(
        sikka, ["hub", "exposure", "--store", f"sqlite:///{tills.folder / 'hub.db'}"]
    )
    assert told.exit_code == 0, told.output
    assert "2 stations: a member can overdraw at most ₹100.00" in told.output
    assert "owed by members already: ₹0.00" in told.output
