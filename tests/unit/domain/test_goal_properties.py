"""What holds of goals whatever is bought and brought back, in any order."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import Condition
from app.domain.facts import Line
from app.domain.fold import blank, fold
from tests.helpers.goals import TEN, Life, bought, goal, returned, shop_with, units
from tests.helpers.ledger import MEMBER
from tests.helpers.programmes import MONDAY, moment

SKUS = ("rice", "dal", "milk")
GOALS = (
    goal("v", "visits", 2, 4, prizes=TEN * 2, window="month"),
    goal("w", "visits", 2, prizes=TEN, window="week", repeat=True),
    goal("u", "units", 3, 6, prizes=TEN * 2, window="month"),
    goal("s", "units", 2, prizes=TEN, when=Condition(skus=frozenset({"milk"}))),
    goal("c", "categories", 2, prizes=TEN, window="week", repeat=True),
    goal("m", "spend", 500, 1500, kind="milestone", prizes=TEN * 2),
    goal("n", "bills", 3, prizes=TEN, when=Condition(minimum_minor=200), window="month"),
    goal("stamp", "visits", 3, prizes=TEN, repeat=True),
    goal("after", "bills", 1, prizes=TEN, requires=("v",)),
    goal("badge", "goals", 1, 3, kind="badge"),
)
SHOP = shop_with(*GOALS, clawback="allow_negative")

baskets = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.lists(st.tuples(st.sampled_from(SKUS), st.integers(1, 3)), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def _lines(content: list[tuple[str, int]]) -> tuple[Line, ...]:
    return tuple(units(sku, count, sku.upper()) for sku, count in content)


def _what_is_held(life: Life) -> tuple[object, ...]:
    state = life.state
    return (sorted(life.awards), state.done, state.progress, life.coins, state.days)


@given(baskets, st.randoms(use_true_random=False))
def test_the_order_of_bills_does_not_change_what_is_held(bills, random):
    lives = []
    for shuffled in (False, True):
        life = Life(SHOP)
        events = [
            bought(life.rules, f"{at}", MONDAY + timedelta(days=day), *_lines(content))
            for at, (day, content) in enumerate(bills)
        ]
        if shuffled:
            random.shuffle(events)
        for one in events:
            life.book(one)
        lives.append(life)
    assert _what_is_held(lives[0]) == _what_is_held(lives[1])


@given(baskets, st.data())
def test_a_return_leaves_what_would_be_held_had_it_never_been_bought(bills, data):
    gone = data.draw(st.sets(st.integers(0, len(bills) - 1)))
    with_returns, never = Life(SHOP), Life(SHOP)
    for at, (day, content) in enumerate(bills):
        with_returns.buy(f"{at}", MONDAY + timedelta(days=day), *_lines(content))
        if at not in gone:
            never.buy(f"{at}", MONDAY + timedelta(days=day), *_lines(content))
    for at in data.draw(st.permutations(sorted(gone))):
        with_returns.give_back(f"{at}")
    assert _what_is_held(with_returns) == _what_is_held(never)


@given(baskets)
def test_giving_everything_back_leaves_no_progress_and_no_award(bills):
    life = Life(SHOP)
    for at, (day, content) in enumerate(bills):
        life.buy(f"{at}", MONDAY + timedelta(days=day), *_lines(content))
    for name in list(life.bills):
        life.give_back(name)
    state = life.state
    assert (state.awards, state.progress, state.done, life.coins) == ((), None, None, 0)


@given(baskets)
def test_a_return_never_adds_to_any_goal(bills):
    rules = Life(SHOP).rules
    for at, (day, content) in enumerate(bills):
        lines = _lines(content)
        on = MONDAY + timedelta(days=day)
        state = fold(blank(MEMBER), bought(rules, f"{at}", on, *lines))
        before = state.progress or {}
        for kept in range(len(lines)):
            state_after = fold(state, returned(rules, "r", on, lines, lines[:kept]))
            for key, one in (state_after.progress or {}).items():
                assert one.amount <= before[key].amount


def test_fifty_goals_that_do_not_apply_add_nothing():
    far = [
        goal(f"g{at}", "units", 5, window="week", when=Condition(skus=frozenset({f"x{at}"})))
        for at in range(50)
    ]
    rules = Life(shop_with(*far)).rules
    assert rules.goals.live(moment()).any_goods == []
    assert bought(rules, "a", MONDAY, units("rice", 1)).effects[2:] == ()
