"""What is left out because it could change nothing, held to the plain way of asking it all."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Visit
from app.domain.events import Event
from app.domain.facts import Adjusted
from app.domain.fold import blank, fold
from app.domain.fold.together import Together
from app.domain.goals.counting import window_of
from app.domain.goals.standing import Standing
from app.domain.ids import derived_id
from app.domain.members import Day, MemberState
from app.domain.programme import StatusRule
from app.domain.promises import Prize, ShopCalendar, Streak
from app.domain.rating import Rules
from app.domain.streaks import Trail, changes
from app.domain.thresholds import Verdict, may_go_on, reconcile
from app.domain.tiers import status_points
from app.storage.rows import pack
from tests.helpers.goals import bought, goal, shop_with
from tests.helpers.ledger import MEMBER, event
from tests.helpers.programmes import MONDAY, PROGRAMME, line
from tests.helpers.tries import tries

CALENDAR = ShopCalendar(closed_weekdays=frozenset({6}))
GOALS = (
    goal("week", "visits", 2, window="week", repeat=True, prizes=(Prize(coins=5),)),
    goal("often", "visits", 2, 4, kind="badge"),
    goal("bills", "bills", 3, repeat=True, prizes=(Prize(coins=2),)),
    goal("month", "spend", 5000, window="month", requires=("often",), prizes=(Prize(coins=9),)),
    goal("doer", "goals", 1, 3, kind="badge"),
    goal("shelves", "categories", 2, kind="milestone", prizes=(Prize(coins=1),)),
)
DAYS = st.lists(
    st.tuples(st.integers(0, 420), st.integers(0, 3), st.integers(-9, 90), st.integers(0, 9999)),
    max_size=40, unique_by=lambda day: day[0],
)  # fmt: skip


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def visit(on: date) -> Event:
    return event("adjusted", Adjusted(0, "", ""), (Visit(on, 1),), on, f"visit {on}")


def came(days: list[tuple[int, int, int, int]]) -> MemberState:
    return replace(blank(MEMBER), days=tuple(Day(after(at), *sums) for at, *sums in sorted(days)))


@given(DAYS, st.integers(0, 440), st.integers(1, 12))
def test_status_points_are_the_sum_of_the_window(days, at, months):
    state = came(days)
    programme = replace(PROGRAMME, status=StatusRule(months=months))
    on = after(at)
    first = status_points(programme, came([(n, 0, 1, 0) for n in range(441)]), on)
    counted = [day for day in state.days if on - timedelta(days=first) < day.on <= on]
    assert status_points(programme, state, on) == sum(day.status for day in counted)


@given(DAYS, st.integers(0, 440), st.sampled_from(["ever", "day", "week", "month", "year"]))
def test_what_days_hold_of_a_window_is_the_sum_of_those_in_it(days, at, window):
    state = came(days)
    kinds = [goal(source, source, 1, window=window) for source in ("visits", "spend")]
    standing = Standing(Rules(shop_with(*kinds)).goals, state)
    span = window_of(kinds[0], after(at))
    assert span is not None
    inside = [day for day in state.days if span.first <= day.on <= span.last]
    assert standing.amount(kinds[0], span) == len([day for day in inside if day.visits > 0])
    assert standing.amount(kinds[1], span) == sum(day.paid_minor for day in inside)


@given(
    st.lists(st.integers(0, 90), min_size=1, max_size=30),
    st.sampled_from(["day", "week", "month"]),
    st.integers(1, 3),
    st.integers(1, 5),
)
def test_a_streak_wins_whatever_its_run_reached(numbers, unit, visits, target):
    streak = Streak("s", {"en": "S"}, unit, visits, (target, target + 1))
    state = came([(at, 1, 0, 0) for at in set(numbers)])
    on = after(numbers[0])
    run = Trail(CALENDAR, streak, state).run_at(on)
    long = len(run.units) if run else 0
    _, gained = changes(CALENDAR, streak, state, visit(on))
    assert [one.level for one in gained] == [1] * (long >= target) + [2] * (long > target)


@tries(60)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9), st.booleans()), max_size=14))
def test_no_round_that_is_left_out_would_have_found_anything(bills):
    rules = Rules(shop_with(*GOALS))
    state, on = blank(MEMBER), 0
    for number, (later, hundreds, other) in enumerate(bills):
        on += later
        goods = line(hundreds * 1000, "", "Tea" if other else "Oil")
        cause = bought(rules, f"bill {number}", after(on), goods)
        state = fold(state, cause)
        verdicts: tuple[Verdict, ...] = (Verdict("", "revoked", cause.facts, ()),)
        while may_go_on(rules, verdicts):
            verdicts = reconcile(rules, state, cause, "A")
            for one in verdicts:
                state = fold(state, replace(cause, id=one.id, kind=one.kind, effects=one.effects))
        assert reconcile(rules, state, cause, "A") == ()


@given(st.uuids(), st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_that_follows_is_the_uuid5(parent, purpose):
    assert derived_id(parent.hex, purpose) == uuid.uuid5(parent, purpose).hex


@given(DAYS)
def test_a_state_is_written_as_its_copy_without_days(days):
    state = came(days[:12])
    bare = msgspec.json.encode(replace(state, days=()))
    assert pack(state)[1 : len(bare) + 1] == bare


def test_going_back_forgets_what_was_folded_since():
    together = Together(blank)
    other = "5" * 32
    first, second = visit(after(0)), visit(after(1))
    together.fold(first)
    before = dict(together.states)
    together.mark()
    together.fold(second)
    together.fold(replace(second, member=other))
    assert set(together.since) == {MEMBER, other}
    together.go_back()
    assert together.states == before
