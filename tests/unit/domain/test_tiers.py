"""Tiers: up at once, down only when the hold ends or its purchases were returned."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Effect, Spend, Status, TierDrop, TierHold, Visit
from app.domain.facts import Threshold
from app.domain.fold import blank, fold
from app.domain.members import MemberState
from app.domain.programme import Programme, StatusRule, Tier
from app.domain.tiers import hold_until, progress, reconcile, status_points, tier_on
from tests.helpers.ledger import MEMBER, event
from tests.helpers.programmes import PROGRAMME

START = date(2026, 1, 10)
SILVER, GOLD = PROGRAMME.tiers
GOLD = replace(GOLD, hold_months=12, grace_days=15)
PLATINUM = Tier("platinum", {"en": "Platinum"}, 3000, 12, 15)
SHOP = replace(PROGRAMME, tiers=(SILVER, GOLD, PLATINUM))
YEARLY = replace(SHOP, status=StatusRule(calendar_year=True))


def after(state: MemberState, on: date, *effects: Effect) -> MemberState:
    return fold(state, event("tier_reached", Threshold(""), effects, on, f"{on}{effects}"))


def buy(state: MemberState, on: date, points: int, shop: Programme = SHOP) -> MemberState:
    """Buy, and let the cell book what that changes."""
    return evaluate(after(state, on, Visit(on, 1), Status(on, points)), on, shop)


def evaluate(state: MemberState, on: date, shop: Programme = SHOP) -> MemberState:
    """Drop what is over, as the day-end job does, and hold what the points imply by then."""
    over = [TierDrop(hold.tier, hold.reached_on) for hold in state.holds if hold.until < on]
    state = after(state, on, *over)
    state = after(state, on, *reconcile(shop, state, on))
    assert reconcile(shop, state, on) == (), "one pass settles it"
    return state


def test_a_threshold_lifts_at_once_and_the_hold_keeps_it():
    state = buy(blank(MEMBER), START, 999)
    assert progress(SHOP, state, START).tier.id == "silver"
    assert progress(SHOP, state, START).missing == 1
    state = buy(state, START, 1)
    [hold] = state.holds
    assert (hold.tier, hold.until) == ("gold", date(2027, 2, 15))
    assert progress(SHOP, state, hold.until).tier.id == "gold"
    assert progress(SHOP, state, hold.until).until == hold.until
    assert progress(SHOP, state, hold.until + timedelta(days=1)).tier.id == "silver"


def test_the_tier_goes_with_the_goods_that_brought_it():
    state = buy(blank(MEMBER), START, 3500)
    state = after(state, START, Status(START, -600))
    assert set(reconcile(SHOP, state, START)) == {
        TierDrop("platinum", START),
        TierHold("gold", START, hold_until(SHOP.status, GOLD, START)),
    }
    state = after(state, START, Status(START, -2900))
    assert reconcile(SHOP, state, START) == (TierDrop("platinum", START),)


def test_a_hold_outlives_the_days_that_a_row_can_keep():
    """Days older than 400 are summed away; a hold of twelve months must not fall with them."""
    state = buy(blank(MEMBER), START, 600)
    reached = START + timedelta(days=360)
    state = buy(state, reached, 600)
    assert progress(SHOP, state, reached).tier.id == "gold"
    for week in range(1, 50):
        on = reached + timedelta(weeks=week)
        state = buy(state, on, 1)
        assert [hold.tier for hold in state.holds] == ["gold"], f"week {week}"
        assert progress(SHOP, state, on).tier.id == "gold"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 900)), max_size=12))
def test_a_tier_is_never_below_what_the_points_imply(buys):
    state, on = blank(MEMBER), START
    for days, points in buys:
        on += timedelta(days=days)
        state = buy(state, on, points)
        seen = progress(SHOP, state, on)
        assert seen.points == status_points(SHOP, state, on)
        assert seen.tier.threshold <= seen.points
        assert seen.next is None or seen.missing == seen.next.threshold - seen.points > 0


@pytest.mark.parametrize("shop", [SHOP, YEARLY], ids=["rolling", "calendar year"])
@pytest.mark.parametrize(
    ("points", "tier"),
    [(0, "silver"), (1, "silver"), (999, "silver"), (1000, "gold"), (2999, "gold"),
     (3000, "platinum"), (3001, "platinum")],
)  # fmt: skip
def test_c22_a_tier_begins_exactly_at_its_threshold(
    shop: Programme, points: int, tier: str
) -> None:
    """C22: wrong tier, often from the first purchase; at 0, threshold - 1 and threshold."""
    state = buy(blank(MEMBER), START, points, shop)
    assert tier_on(shop, state, START).id == tier
    assert progress(shop, state, START).tier.id == tier
    assert tier_on(shop, blank(MEMBER), START).id == "silver"


def test_c21_spending_coins_never_lowers_a_tier() -> None:
    """C21: a level by balance instead of by what was earned."""
    state = buy(blank(MEMBER), START, 1000)
    state = evaluate(after(state, START, Spend(10_000, "s")), START)
    assert tier_on(SHOP, state, START).id == "gold"
    assert progress(SHOP, state, START).points == 1000


def test_by_the_calendar_year_points_start_anew_and_the_tier_stays_to_the_next_years_end() -> None:
    state = buy(blank(MEMBER), date(2026, 12, 31), 1000, YEARLY)
    [hold] = state.holds
    assert hold.until == date(2028, 1, 15), "to the end of 2027, and 15 days of grace"
    new_year = date(2027, 1, 1)
    state = evaluate(state, new_year, YEARLY)
    seen = progress(YEARLY, state, new_year)
    assert (seen.tier.id, seen.points, seen.until) == ("gold", 0, hold.until)
    assert (seen.keep_missing, seen.keep_by) == (1000, date(2027, 12, 31))
    over = hold.until + timedelta(days=1)
    assert tier_on(YEARLY, evaluate(state, over, YEARLY), over).id == "silver"


def test_a_tier_reached_again_in_a_new_year_is_held_for_another() -> None:
    state = buy(blank(MEMBER), START, 1000, YEARLY)
    state = buy(state, date(2027, 5, 1), 999, YEARLY)
    assert [hold.until for hold in state.holds] == [date(2028, 1, 15)]
    assert progress(YEARLY, state, date(2027, 5, 1)).keep_missing == 1
    state = buy(state, date(2027, 11, 1), 1, YEARLY)
    assert max(hold.until for hold in state.holds) == date(2029, 1, 15)
    assert len(buy(state, date(2027, 12, 1), 500, YEARLY).holds) == len(state.holds), "once a year"
    later = date(2028, 6, 1)
    assert tier_on(YEARLY, evaluate(state, later, YEARLY), later).id == "gold"


def test_the_second_year_goes_with_the_goods_that_brought_it() -> None:
    again = date(2027, 5, 1)
    state = buy(blank(MEMBER), START, 1000, YEARLY)
    state = buy(state, again, 1000, YEARLY)
    state = evaluate(after(state, again, Status(again, -1)), again, YEARLY)
    assert [hold.until for hold in state.holds] == [date(2028, 1, 15)]


def test_what_is_missing_says_by_when() -> None:
    """Rolling: the last day all points of today still count; after it the oldest fall out."""
    state = buy(blank(MEMBER), START, 400)
    state = buy(state, START + timedelta(days=30), 200)
    seen = progress(SHOP, state, START + timedelta(days=40))
    assert (seen.missing, seen.reach_by) == (400, date(2027, 1, 9))
    assert (seen.keep_missing, seen.keep_by) == (0, None), "the first tier needs nothing"
    assert status_points(SHOP, state, date(2027, 1, 9)) == 600
    assert status_points(SHOP, state, date(2027, 1, 10)) == 200


def test_keeping_a_tier_takes_what_its_evaluation_will_miss() -> None:
    state = buy(blank(MEMBER), START, 1000)
    seen = progress(SHOP, state, START)
    assert (seen.keep_missing, seen.keep_by) == (1000, date(2027, 2, 15))
    assert seen.keep_by is not None
    state = buy(state, seen.keep_by, 999)
    morning = seen.keep_by + timedelta(days=1)
    assert tier_on(SHOP, evaluate(state, morning), morning).id == "silver"
    state = buy(state, seen.keep_by, 1)
    assert tier_on(SHOP, evaluate(state, morning), morning).id == "gold"


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(1, 12), st.integers(0, 360))
def test_no_point_is_lost_up_to_the_day_that_is_named(oldest: date, months: int, days: int) -> None:
    shop = replace(SHOP, status=StatusRule(months=months))
    state = buy(blank(MEMBER), oldest, 7, shop)
    on = oldest + timedelta(days=days)
    seen = progress(shop, state, on)
    if seen.points:
        assert seen.reach_by is not None
        assert status_points(shop, state, seen.reach_by) == 7
        assert status_points(shop, state, seen.reach_by + timedelta(days=1)) == 0
