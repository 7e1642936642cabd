"""Today's figures over a real shop, against a slow count of the day's events."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import effects as fx
from app.domain.events import Event
from app.domain.facts import (
    CashedOut,
    Claimed,
    Enrolled,
    Returned,
    Sold,
    ToppedUp,
    Voided,
    VoucherClaimed,
)
from app.domain.figures import NONE
from app.hub.reports import Report, report
from app.insight import feed
from app.insight.today import Today, today
from app.services.shop import Shop
from app.services.voids import SaleVoided, undo_sale, void_sale
from app.station import open_station
from app.station.examining import examine
from app.storage.base import reader_engine
from tests.helpers.acts import ACTS, act
from tests.helpers.chain import chain_in
from tests.helpers.shops import OTHER, STAFF, enrol, goods, later, new_station, sell
from tests.helpers.whole import Variant
from tests.helpers.whole_shop import WholeShop

pytestmark = pytest.mark.slow


def events_of(shop: Shop) -> list[Event]:
    """What the books say: the feed, then own events that are not in it."""
    booked = [event for _, event in feed.events(shop.folder)]
    known = {event.id for event in booked}
    with shop.db.rows(None) as (_, pending):
        return booked + [event for event in pending if event.id not in known]


def counted(shop: Shop, on: date) -> dict[str, int]:
    """The figures of a date, the slow way: by sale and by kind of effect."""
    events = events_of(shop)
    sold = {one.id: one.facts for one in events if isinstance(one.facts, Sold)}
    day = [one for one in events if one.on == on]
    here = [one for one in day if one.store == shop.store]
    facts = [one.facts for one in here]
    voided = [one for one in facts if isinstance(one, Voided)]
    bills = [one.sale for one in voided if one.sale in sold]
    bought = [one for one in here if isinstance(one.facts, Sold)]
    lines_bought = [one.facts.lines for one in here if isinstance(one.facts, Sold)]
    with_card = [one for one in bought if one.member]
    void_events = [one for one in here if isinstance(one.facts, Voided) and one.facts.sale in sold]

    def total(kind: type, *also: type, within: list[Event] = here) -> int:
        amounts = {fx.Forfeit: "coins", fx.Debit: "amount_minor", fx.DebitRestore: "amount_minor"}
        return sum(
            getattr(effect, amounts.get(type(effect), "amount"))
            for one in within
            for effect in one.effects
            if isinstance(effect, (kind, *also))
        )

    top_ups = {one.id: one.facts for one in events if isinstance(one.facts, ToppedUp)}
    back_in = sum(top_ups[one.sale].paid_minor for one in voided if one.sale in top_ups)
    return {
        "bills": len(bought) - len(bills),
        "member_bills": len(with_card)
        + sum(isinstance(one, Claimed) for one in facts)
        - sum(one.member != "" for one in void_events),
        "taken_minor": sum(line.net_minor for lines in lines_bought for line in lines)
        - sum(line.net_minor for one in bills for line in sold[one].lines),
        "returns": sum(isinstance(one, Returned) for one in facts),
        "refunded_minor": sum(one.refund_minor for one in facts if isinstance(one, Returned)),
        "undos": sum(one.reason == "undo" for one in voided),
        "voids": sum(one.reason == "same_day" for one in voided if one.sale in sold)
        + sum(top_ups[one.sale].paid_minor > 0 for one in voided if one.sale in top_ups),
        "coins_given": total(fx.Earn),
        "coins_back": total(fx.Reverse),
        "coins_used": total(fx.Spend) - total(fx.Restore),
        "coins_expired": total(fx.Expire, fx.Forfeit),
        "expired_everywhere": total(fx.Expire, fx.Forfeit, within=day),
        "credit_in_minor": sum(one.paid_minor for one in facts if isinstance(one, ToppedUp))
        - back_in,
        "credit_used_minor": total(fx.Debit) - total(fx.DebitRestore),
        "credit_out_minor": sum(one.amount_minor for one in facts if isinstance(one, CashedOut)),
        "new_members": sum(isinstance(one, Enrolled) for one in facts),
        "handed_over": sum(isinstance(one, VoucherClaimed) and not one.sale for one in facts),
    }


def shown(found: Today) -> dict[str, int]:
    figures = found.store._asdict()
    figures.pop("gifts")
    return {**figures, "expired_everywhere": found.expired}


def report_of(shop: Shop, on: date) -> Report:
    engine = reader_engine(shop.folder / "cell.db")
    try:
        with engine.connect() as core:
            return report(core, shop.moment().on, on, on)
    finally:
        engine.dispose()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(data=st.data())
def test_the_days_figures_are_what_its_events_add_up_to(data: st.DataObject):
    whole = WholeShop()
    whole.open_shop(Variant())
    try:
        for _ in range(data.draw(st.integers(4, 14))):
            act(whole, data.draw(st.sampled_from(ACTS)), data)
        shop = whole.shop
        dates = {one.on for one in events_of(shop)}
        for on in dates:
            assert shown(today(shop, on)) == counted(shop, on)
        whole.station.pump()
        for on in dates:
            found, booked = today(shop, on), report_of(shop, on)
            assert shown(found) == counted(shop, on)
            everywhere = [one for one in events_of(shop) if one.on == on]
            assert booked.moved.earned == sum(
                effect.amount if isinstance(effect, fx.Earn) else -effect.amount
                for one in everywhere
                for effect in one.effects
                if isinstance(effect, fx.Earn | fx.Reverse)
            )
            assert found.owed is not None
            held = (booked.held.owed_coins, booked.held.owed_credit_minor)
            assert (found.owed.coins, found.owed.credit_minor) == held
            assert found.owed_minor == booked.cells[0].owed_minor
    finally:
        whole.station.close()
        shutil.rmtree(whole.folder)


def test_what_waits_to_be_sent_counts_already(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "B-1", 60_000, member=asha)
        sell(shop, "B-2", 40_000)
        before = today(shop)
        assert (before.store.bills, before.store.taken_minor, before.share_percent) == (
            2, 100_000, 50,
        )  # fmt: skip
        assert before.owed is not None
        assert before.store.coins_given == before.owed.coins > 0
        assert before.owed_minor == before.owed.coins * 50
        assert (before.unsent.bills, before.unsent.members) == (2, 1)
        station.pump()
        after = today(shop)
        assert (after.store, after.owed, after.by_hour) == (
            before.store, before.owed, before.by_hour,
        )  # fmt: skip
        assert after.unsent.bills == 0


def test_tills_and_stores_are_told_apart(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        chain.join("3", store="main")
        first, second, third = chain.shop("1"), chain.shop("2"), chain.shop("3")
        assert (first.store, second.store, third.store) == ("main", "Main", "main")
        sell(first, "B-1", 10_000)
        chain.later(hours=2)
        sell(first, "B-2", 20_000)
        sell(third, "B-3", 40_000)
        sell(second, "B-4", 80_000)
        chain.sync()
        found, other, elsewhere = today(first), today(third), today(second)
        assert (found.till.taken_minor, other.till.taken_minor) == (30_000, 40_000)
        assert found.store == other.store
        assert (found.store.taken_minor, elsewhere.store.taken_minor) == (70_000, 80_000)
        assert [(one.bills, one.taken_minor) for one in found.by_hour] == [
            (1, 10_000), (0, 0), (2, 60_000),
        ]  # fmt: skip
        assert found.by_hour == other.by_hour
        assert [one.figures.taken_minor for one in found.by_staff] == [70_000]


def test_each_cashier_has_their_own_line_and_what_they_took_back(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        mine = sell(shop, "B-1", 10_000)
        assert isinstance(undo_sale(shop, STAFF, mine.sale), SaleVoided)
        again = sell(shop, "B-1", 10_000)
        assert isinstance(void_sale(shop, OTHER, STAFF, again.sale), SaleVoided)
        sell(shop, "B-2", goods("x", 25_000))
        lines = {one.staff: one.figures for one in today(shop).by_staff}
        assert (lines[STAFF].undos, lines[STAFF].bills) == (1, 2)
        assert (lines[OTHER].voids, lines[OTHER].bills) == (1, -1)
        whole = today(shop).store
        assert (whole.bills, whole.taken_minor) == (1, 25_000)


def test_the_hours_follow_the_shops_day_which_begins_at_four(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        later(shop, hours=12)
        sell(shop, "B-1", 10_000)
        later(shop, hours=3)
        sell(shop, "B-2", 10_000)
        assert [(one.hour, one.bills) for one in today(shop).by_hour] == [
            (23, 1), (0, 0), (1, 0), (2, 1),
        ]  # fmt: skip


def test_only_the_days_rows_are_read(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        sell(station.shop, "B-1", 10_000)
        station.pump()
        with station.shop.db.cursor(None) as cursor:
            plan = cursor.execute(
                "EXPLAIN QUERY PLAN SELECT * FROM day_figures WHERE on_date = ?", ("2026-06-15",)
            ).fetchall()
        assert [row[3] for row in plan] == ["SEARCH day_figures USING PRIMARY KEY (on_date=?)"]


def test_a_bill_of_two_tills_is_two_bills_whose_coins_count_once(tmp_path: Path):
    """Both took the money; the number's coins were given to who was booked first."""
    with chain_in(tmp_path) as chain:
        chain.join("3", store="main")
        first, third = chain.shop("1"), chain.shop("3")
        asha = enrol(first)
        chain.sync()
        sell(first, "B-1", 60_000, member=asha)
        sell(third, "B-1", 60_000, member=asha)
        chain.sync()
        found = today(first)
        assert found.store == today(third).store
        assert (found.store.bills, found.store.taken_minor) == (2, 120_000)
        held = sum(lot.amount for lot in first.state(asha).lots)
        assert found.store.coins_given - found.store.coins_back == held > 0


def test_a_station_that_joins_at_noon_knows_the_morning(tmp_path: Path):
    with chain_in(tmp_path) as chain:
        asha = enrol(chain.shop("1"))
        sell(chain.shop("1"), "B-1", 60_000, member=asha)
        chain.sync()
        chain.join("3", store="main")
        chain.sync()
        found, there = today(chain.shop("3")), today(chain.shop("1"))
        assert found.till == NONE
        assert (found.store, found.owed, found.by_hour) == (
            there.store, there.owed, there.by_hour,
        )  # fmt: skip


def test_folding_anew_makes_the_same_days(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        asha = enrol(station.shop)
        sell(station.shop, "B-1", 60_000, member=asha)
        later(station.shop, days=3)
        sell(station.shop, "B-2", 30_000, member=asha)
        station.pump()
        days = [date(2026, 6, 15), date(2026, 6, 18)]
        before = [today(station.shop, on) for on in days]
        clock = station.shop.clock
    with open_station(tmp_path / "shop", clock, background=False, rebuild=True) as again:
        assert [today(again.shop, on) for on in days] == before
    assert examine(tmp_path / "shop").findings == ()
