"""What people complain about in other systems does not happen here (research: C1 to C44).

One test a complaint; those about vouchers, surveys, members and tiers stand with their nouns,
each citing its complaint in its docstring. `test_complaints_cited` knows who cites what.
"""

import threading
from dataclasses import replace

import pytest

from app.domain.bills import BillLine
from app.domain.effects import Earn, Expire, Restore, Reverse, Spend
from app.domain.members import coins_on
from app.services import drafts
from app.services.estimates import estimate
from app.services.open_sales import sales_numbered
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import AlreadyRecorded, SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, void_sale
from app.station import Station, open_station
from app.station.examining import examine
from app.storage.drafts import Draft
from app.wire.events import decode
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    bill,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    programme_in,
    sell,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path):
    with new_station(tmp_path / "shop", document=document_of("within_balance")) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def coins(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).available


def back(shop: Shop, sale: SaleRecorded, *lines: tuple[int, int]) -> ReturnRecorded:
    ask = ReturnAsk(shop.mint(), f"R-{shop.mint()[:16]}", sale.sale, lines)
    outcome = record_return(shop, STAFF, ask)
    assert isinstance(outcome, ReturnRecorded), outcome
    return outcome


def effects(station: Station) -> list[object]:
    rows = station.db.unsent(0, 10_000)
    return [effect for _, body, _ in rows for effect in decode(body).effects]


def test_buying_and_bringing_back_leaves_no_coins(shop: Shop):
    """C1: buy, earn, refund, keep points."""
    member = enrol(shop)
    for at in range(5):
        sale = sell(shop, f"B-{at}", goods("a", 200_000), member=member)
        back(shop, sale, (0, 1000))
    assert coins(shop, member) == 0
    assert shop.state(member).earned == 0


def test_a_return_takes_a_threshold_bonus_when_the_rest_is_below_it(shop: Shop):
    """C2: earned points are never deducted on refund; thresholds with less left."""
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 60_000), goods("b", 50_000), member=member)
    assert sale.coins_earned == 11 + 11 + 25
    back(shop, sale, (1, 1000))
    assert coins(shop, member) == 6 + 25, "600 is no longer doubled, but still a first purchase"


def test_returning_a_bill_paid_with_coins_gives_them_back_and_spends_none(station: Station):
    """C3: refunding a points-paid order charged the points again."""
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-0", goods("a", 500_000), member=member)
    before = coins(shop, member)
    sale = sell(shop, "B-1", goods("b", 10_000), goods("c", 10_000), member=member, coins=50)
    back(shop, sale, (0, 1000))
    back(shop, sale, (1, 1000))
    assert coins(shop, member) == before
    spent = [one for one in effects(station) if isinstance(one, Spend)]
    restored = [one for one in effects(station) if isinstance(one, Restore)]
    assert [one.amount for one in spent] == [50]
    assert sum(one.amount for one in restored) == 50


def test_a_return_does_not_lower_what_the_next_bill_earns(shop: Shop):
    """C4: a refund line reduced the next reward in a mixed basket."""
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 150_000), member=member)
    plain = estimate(
        shop, bill(shop, "x", goods("b", 90_000), member=member), shop.state(member), shop.moment()
    )
    back(shop, sale, (0, 1000))
    now = sell(shop, "B-2", goods("b", 90_000), member=member)
    assert now.coins_earned >= plain.coins == 9


def test_a_partial_return_is_measured_by_its_own_bill(shop: Shop):
    """C5: sales return left points; it goes against the original receipt, in proportion."""
    member = enrol(shop)
    sell(shop, "B-0", goods("z", 30_000), member=member)
    sale = sell(shop, "B-1", goods("a", 25_000, 3), member=member)
    before = coins(shop, member)
    taken = back(shop, sale, (0, 1000)).taken.facts
    assert sale.coins_earned == 7
    assert taken.coins_taken == 7 - 5
    assert coins(shop, member) == before - 2


def test_spent_coins_are_gone_from_their_lot_when_it_expires(station: Station):
    """C6: expired credits drop, old debits stay, balances collapse."""
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 100_000), member=member)
    sell(shop, "B-2", goods("b", 10_000), member=member, coins=30)
    later(shop, days=60)
    station.pump()
    station.end_days()
    sell(shop, "B-3", goods("a", 90_000), member=member)
    held = coins(shop, member)
    later(shop, days=60)
    station.pump()
    station.end_days()
    station.pump()
    state = shop.state(member)
    assert coins(shop, member) == 9
    assert (state.debt, state.overdraft) == (0, 0)
    assert held > 9


def test_every_expiry_date_is_shown_not_only_the_next(shop: Shop):
    """C7: a dead expiry switch, and one misleading next expiry."""
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 20_000), member=member)
    later(shop, days=40)
    sell(shop, "B-2", goods("a", 30_000), member=member)
    dates = coins_on(shop.state(member), shop.moment().on).expiring
    assert [amount for _, amount in dates] == [2, 3]
    assert dates[0][0] < dates[1][0]


def test_a_retry_adds_nothing(shop: Shop):
    """C8: a retry after a network fault doubled points."""
    member = enrol(shop)
    made = bill(shop, "B-1", goods("a", 20_000), member=member)
    assert isinstance(record_sale(shop, STAFF, made), SaleRecorded)
    assert isinstance(record_sale(shop, STAFF, made), AlreadyRecorded)
    assert shop.state(member).earned == 2


def test_a_sale_without_a_network_carries_everything_it_changed(station: Station):
    """C9: an offline sale loses points, or the wallet is not deducted at sync."""
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 500_000), member=member)
    sell(shop, "B-2", goods("b", 10_000), member=member, coins=40)
    before = shop.state(member)
    station.pump()
    after = shop.state(member)
    assert (after.lots, after.spent, after.earned) == (before.lots, before.spent, before.earned)


def test_one_bill_pressed_in_two_windows_is_one_sale(shop: Shop):
    """C10: duplicate orders from two tabs or a time-out."""
    member = enrol(shop)
    made = bill(shop, "B-1", goods("a", 20_000), member=member)
    outcomes: list[object] = []
    threads = [
        threading.Thread(target=lambda: outcomes.append(record_sale(shop, STAFF, made)))
        for _ in range(4)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(isinstance(one, SaleRecorded) for one in outcomes) == 1
    assert shop.state(member).earned == 2


def test_a_bill_on_hold_gives_nothing_until_it_is_paid(shop: Shop):
    """C11: paying B's order also applied A's open order."""
    first, second = enrol(shop, "asha"), enrol(shop, "ravi")
    open_bill = bill(shop, "B-1", goods("a", 20_000), member=first)
    drafts.hold(shop, STAFF, Draft(open_bill))
    sell(shop, "B-2", goods("a", 20_000), member=second)
    assert (coins(shop, first), coins(shop, second)) == (0, 2)


def test_what_coins_paid_for_earns_nothing(shop: Shop):
    """C12: earning on sales paid with points."""
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 500_000), member=member)
    with_coins = sell(shop, "B-2", goods("a", 20_000), member=member, coins=100)
    assert with_coins.coin_minor == 5_000
    assert with_coins.coins_earned == 15_000 // 10_000


def test_coins_pay_to_the_exact_total(tmp_path):
    """C14: cents always left over; a rounding mismatch blocks redemption."""
    document = document_of().replace("share_percent = 50", "share_percent = 100")
    document = document.replace("minimum = 10", "minimum = 1").replace("step = 5", "step = 1")
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        member = enrol(shop)
        sell(shop, "B-1", goods("a", 500_000), member=member)
        paid = sell(shop, "B-2", goods("a", 3_350), member=member, coins=67)
        assert (paid.collect_minor, paid.coin_minor) == (0, 3_350)


def test_every_coin_of_a_bill_is_derived(shop: Shop):
    """C15: wrong points, because the way they are counted is told nowhere."""
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 120_000), goods("t", 99_900, category="Tobacco"),
                member=member)  # fmt: skip
    assert sum(step.granted for step in sale.steps) == sale.coins_earned
    base = next(step for step in sale.steps if step.rule == "base")
    assert (base.base_minor, base.granted) == (120_000, 12)


def test_amounts_are_whole_numbers_everywhere(station: Station):
    """C16, C17: 268.28000000000003 points, and dust that refuses a coupon."""
    shop = station.shop
    member = enrol(shop)
    sale = sell(shop, "B-1", BillLine("kg", "kg", "", 333, 33_333), member=member)
    back(shop, sale, (0, 111))
    for effect in effects(station):
        for name in type(effect).__slots__:  # type: ignore[attr-defined]
            assert not isinstance(getattr(effect, name), float)


def test_coins_are_not_rounded_like_money():
    """C18: a currency step rounded 1 point to 0."""
    shop = replace(programme_in(document_of()), currency_digits=0)
    assert shop.earn[0].coins == 1


def test_what_the_screen_promised_is_what_is_given(shop: Shop):
    """C19: shown points were rounded, granted ones floored."""
    member = enrol(shop)
    made = bill(shop, "B-1", goods("a", 19_999), member=member)
    shown = estimate(shop, made, shop.state(member), shop.moment())
    given = record_sale(shop, STAFF, made)
    assert isinstance(given, SaleRecorded)
    assert shown.coins == given.coins_earned == 1
    assert shown.next_coin is not None
    assert shown.next_coin.more_minor == 1


def test_a_bill_taken_from_hold_is_rated_anew(shop: Shop):
    """C25, C30: a suspended sale loses or keeps points; a saved order keeps old ones."""
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 500_000), member=member)
    waiting = bill(shop, "B-2", goods("a", 20_000), member=member, coins=100)
    held = drafts.hold(shop, STAFF, Draft(waiting))
    assert isinstance(held, str)
    sell(shop, "B-3", goods("a", 20_000), member=member, coins=100)
    assert coins(shop, member) == shop.state(member).earned - 100
    again = drafts.recall(shop, held, STAFF)
    assert again is not None
    now = record_sale(shop, STAFF, again.bill)
    left = shop.state(member).earned - 200
    assert isinstance(now, SaleRecorded) == (left >= 0)
    assert coins(shop, member) >= 0


def test_any_member_is_found_on_this_station(shop: Shop):
    """C29: scanning a valid card failed when the member was not loaded yet."""
    members = [enrol(shop, f"m{at}") for at in range(50)]
    assert all(shop.profile(member) is not None for member in members)


def test_a_sale_is_whole_when_it_is_recorded(tmp_path):
    """C31: a recompute that nobody waits for loses points at random."""
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        member = enrol(station.shop)
        sell(station.shop, "B-1", goods("a", 20_000), member=member)
        clock = station.shop.clock
    with open_station(folder, clock, background=False) as again:
        assert again.shop.state(member).earned == 2


def test_the_ledger_has_what_came_in_and_what_went_out(station: Station):
    """C34: history showed net, not earned and spent."""
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 500_000), member=member)
    sell(shop, "B-2", goods("a", 100_000), member=member, coins=100)
    state = shop.state(member)
    earned = sum(one.amount for one in effects(station) if isinstance(one, Earn))
    assert (state.earned, state.spent) == (earned, 100)


def test_a_sale_pays_once_whatever_happens_to_it(station: Station):
    """C35: each status change pays again; completing again never pays."""
    shop = station.shop
    member = enrol(shop)
    sale = sell(shop, "B-1", goods("a", 20_000), member=member)
    assert isinstance(void_sale(shop, STAFF, SUPERVISOR, sale.sale), SaleVoided)
    assert not isinstance(void_sale(shop, STAFF, SUPERVISOR, sale.sale), SaleVoided)
    again = sell(shop, "B-1", goods("a", 20_000), member=member)
    assert again.coins_earned == 2
    assert coins(shop, member) == 2
    earned = [one.amount for one in effects(station) if isinstance(one, Earn)]
    reversed_ = [one.amount for one in effects(station) if isinstance(one, Reverse)]
    assert (sum(earned), sum(reversed_)) == (4, 2)


def test_coins_keep_the_date_they_were_given_with(tmp_path):
    """C42, C33: editing the terms moves nothing that was issued; no field is decoration."""
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        member = enrol(shop)
        sell(shop, "B-1", goods("a", 20_000), member=member)
        before = shop.state(member).lots
        for months, expected in (("12", 2), ('"never"', 3)):
            text = document_of().replace("expiry_months = 3", f"expiry_months = {months}")
            station.publish(text, programme_in(text).id)
            sell(shop, f"B-{months}", goods("a", 20_000), member=member)
            lots = shop.state(member).lots
            assert before[0] in lots
            assert len({lot.expires_on for lot in lots}) == expected


def test_a_doctor_finds_nothing_after_all_that(tmp_path):
    """C24: the discount is given and nothing is deducted: both are one event."""
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        shop = station.shop
        member = enrol(shop)
        sell(shop, "B-1", goods("a", 500_000), member=member)
        sale = sell(shop, "B-2", goods("a", 20_000), member=member, coins=100)
        found = sales_numbered(shop, "B-2")[0]
        assert (found.sold.coin_minor, found.sold.coins) == (sale.coin_minor, 100)
        assert shop.state(member).spent == 100
        later(shop, days=200)
        station.pump()
        station.end_days()
        station.pump()
        assert not [lot for lot in shop.state(member).lots if lot.expires_on is not None]
    assert [str(one) for one in examine(folder).findings] == []


def test_expired_coins_leave_by_an_event_of_their_own(station: Station):
    """C7, C33: expiry happens, and is told."""
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", goods("a", 20_000), member=member)
    later(shop, days=200)
    station.pump()
    station.end_days()
    from app.insight.feed import events

    gone = [
        effect
        for _, event in events(station.folder, shop.moment().on)
        for effect in event.effects
        if isinstance(effect, Expire)
    ]
    assert [one.amount for one in gone] == [2]
