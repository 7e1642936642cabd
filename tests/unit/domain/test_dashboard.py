"""Which challenges, and which reward to save for, come on the first screen."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill_faults import NotEnoughCoins
from app.domain.dashboard import (
    CHALLENGES_SHOWN,
    URGENT_DAYS,
    Way,
    goal_offered,
    minutes_of,
    shown_first,
)
from app.domain.effects import Benefit
from app.domain.promises import Reward
from app.domain.questions import Question, Survey
from app.domain.rewards import LimitReached, Offer

TODAY = date(2026, 11, 20)
SOON = TODAY + timedelta(days=URGENT_DAYS)
LATER = SOON + timedelta(days=1)

ways = st.lists(
    st.builds(
        Way,
        st.integers(0, 50),
        st.integers(1, 50),
        st.one_of(st.none(), st.dates(TODAY, TODAY + timedelta(days=60))),
    )
)


def test_what_is_begun_and_ends_soon_comes_before_what_is_nearer():
    nearly, ending = Way(9, 10, None), Way(1, 10, SOON)
    assert shown_first([nearly, ending], TODAY) == (1, 0)


def test_what_ends_soon_and_was_not_begun_is_not_urgent():
    assert shown_first([Way(0, 10, SOON), Way(1, 10, None)], TODAY) == (1, 0)


def test_a_day_later_it_is_not_urgent():
    assert shown_first([Way(9, 10, None), Way(1, 10, LATER)], TODAY) == (0, 1)


def test_the_nearest_by_share_comes_first():
    assert shown_first([Way(90, 200, None), Way(1, 2, None)], TODAY) == (1, 0)


def test_of_what_was_not_begun_the_first_to_end_comes_first():
    assert shown_first([Way(0, 3, None), Way(0, 3, LATER)], TODAY) == (1, 0)


@given(ways)
def test_at_most_three_different_ones_are_shown(found: list[Way]):
    shown = shown_first(found, TODAY)
    assert len(shown) == len(set(shown)) == min(CHALLENGES_SHOWN, len(found))


def alike(way: Way) -> tuple[int, date | None]:
    return way.amount * 1000 // way.target, way.until


@given(ways, st.randoms())
def test_the_order_of_the_programme_decides_only_between_equals(found: list[Way], chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert [alike(shuffled[at]) for at in shown_first(shuffled, TODAY)] == [
        alike(found[at]) for at in shown_first(found, TODAY)
    ]


def offer(coins: int, have: int, fault: object = None) -> Offer:
    missing = max(0, coins - have)
    reward = Reward(f"r{coins}", {"en": "R"}, coins, Benefit("fixed", 1, 0, 0, ()))
    short = NotEnoughCoins(coins, have) if missing else None
    return Offer(reward, fault or short, missing, min(100, have * 100 // coins))  # type: ignore[arg-type]


def test_the_reward_with_the_fewest_coins_missing_is_offered_as_a_goal():
    offers = [offer(50, 60), offer(70, 60), offer(200, 60)]
    assert goal_offered(offers) is offers[1]


def test_when_all_are_within_reach_the_dearest_is_offered():
    offers = [offer(50, 60), offer(20, 60)]
    assert goal_offered(offers) is offers[0]


def test_what_is_closed_to_the_member_is_never_offered():
    assert goal_offered([offer(50, 60, LimitReached(1, "ever"))]) is None


def test_a_survey_takes_a_minute_at_least_and_texts_take_longer():
    def of(*kinds: str) -> Survey:
        asked = tuple(Question(str(at), {"en": "?"}, kind) for at, kind in enumerate(kinds))  # type: ignore[arg-type]
        return Survey("s", 1, "survey", {"en": "S"}, asked)

    assert minutes_of(of("one")) == 1
    assert minutes_of(of(*["one"] * 7)) == 2
    assert minutes_of(of(*["text"] * 3)) == 2
