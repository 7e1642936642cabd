"""Tiers: up at once, down only when the hold ends or its purchases were returned."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Effect, Status, TierDrop, TierHold, Visit
from app.domain.facts import Threshold
from app.domain.fold import blank, fold
from app.domain.members import MemberState
from app.domain.programme import Tier
from app.domain.tiers import hold_until, progress, reconcile, status_points
from tests.helpers.ledger import MEMBER, event
from tests.helpers.programmes import PROGRAMME

START = date(2026, 1, 10)
SILVER, GOLD = PROGRAMME.tiers
GOLD = replace(GOLD, hold_months=12, grace_days=15)
PLATINUM = Tier("platinum", {"en": "Platinum"}, 3000, 12, 15)
SHOP = replace(PROGRAMME, tiers=(SILVER, GOLD, PLATINUM))


def after(state: MemberState, on: date, *effects: Effect) -> MemberState:
    return fold(state, event("tier_reached", Threshold(""), effects, on, f"{on}{effects}"))


def buy(state: MemberState, on: date, points: int) -> MemberState:
    """Buy, and let the cell book what that changes."""
    state = after(state, on, Visit(on, 1), Status(on, points))
    found = reconcile(SHOP, state, on)
    state = after(state, on, *found)
    assert reconcile(SHOP, state, on) == (), "one pass settles it"
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
        TierHold("gold", START, hold_until(GOLD, START)),
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
