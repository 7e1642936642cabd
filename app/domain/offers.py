"""What to point out to a member: the reward saved for, and what is near or about to lapse.

By rule, from the member's own state; nobody is profiled.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.bill_faults import NotEnoughCoins
from app.domain.coins import coins_reach
from app.domain.facts import Line
from app.domain.goals.counting import window_of
from app.domain.goals.standing import Standing
from app.domain.grants import reward_of
from app.domain.members import Held, MemberState, coins_on
from app.domain.promises import Goal, Reward
from app.domain.rating import Rules, rate
from app.domain.rewards import Offer
from app.domain.sales import context_of

SHOWN = 4
COINS_DAYS = 30
"""How long before they lapse coins are pointed out."""
VOUCHER_DAYS = 14
"""How long before it runs out a voucher is pointed out."""
NOON = 12 * 60


class Towards(NamedTuple):
    """How far a member is from a reward that costs `coins`.

    `percent` of them are there, at most 100; `next_bill` is what a bill of the member's usual
    size would add (0 = no bill yet).
    """

    reward: Reward
    coins: int
    have: int
    missing: int
    percent: int
    next_bill: int


class CoinsLapsing(NamedTuple):
    """`coins` can be used until a date and are gone after it."""

    until: date
    coins: int


class GoalNear(NamedTuple):
    """`amount` of a goal's next `target` is done (units of its source), until a date."""

    goal: Goal
    amount: int
    target: int
    percent: int
    until: date | None


class VoucherEnding(NamedTuple):
    """A voucher that can be used for a few days more."""

    held: Held


Suggestion = Towards | Offer | CoinsLapsing | GoalNear | VoucherEnding


def aim_of(rules: Rules, state: MemberState, on: date) -> Towards | None:
    """Return how far a member is from the reward saved for; None without one that is there."""
    reward = reward_of(rules.programme, state.aim) if state.aim else None
    if reward is None or not reward.coins:
        return None
    have = coins_reach(state.lots, state.debt + state.overdraft, on)
    return Towards(
        reward=reward,
        coins=reward.coins,
        have=have,
        missing=max(0, reward.coins - have),
        percent=min(100, have * 100 // reward.coins),
        next_bill=_next_bill(rules, state, on),
    )


def _next_bill(rules: Rules, state: MemberState, on: date) -> int:
    """Return the coins of a bill at noon as large as the middle one of the latest."""
    paid = sorted(sale.paid_minor for sale in state.recent if sale.paid_minor > 0)
    if not paid:
        return 0
    usual = paid[len(paid) // 2]
    context = context_of(rules, state, on, NOON, "")
    return rate(rules, [Line("", "", "", 1000, usual, usual)], context).coins


def for_you(
    rules: Rules, state: MemberState, on: date, offers: Sequence[Offer]
) -> tuple[Suggestion, ...]:
    """Return what to point out on a business date, at most four.

    First what lapses, soonest first; then what is nearest to being reached. `offers` are those
    of `offer_of`.
    """
    dated = sorted(_lapsing(state, on), key=lambda one: one[0])
    near = sorted(_near(rules, state, on, offers), key=lambda one: -one[0])
    return tuple(one for _, one in (*dated, *near))[:SHOWN]


def _lapsing(state: MemberState, on: date) -> Iterator[tuple[date, Suggestion]]:
    for held in state.vouchers:
        if held.status == "live" and on <= held.until <= on + timedelta(days=VOUCHER_DAYS):
            yield held.until, VoucherEnding(held)
            break  # they are kept in the order they run out; one is enough
    for until, coins in coins_on(state, on).expiring:
        if until <= on + timedelta(days=COINS_DAYS):
            yield until, CoinsLapsing(until, coins)
        break


def _near(
    rules: Rules, state: MemberState, on: date, offers: Iterable[Offer]
) -> Iterator[tuple[int, Suggestion]]:
    aim = aim_of(rules, state, on)
    if aim is not None:
        yield aim.percent, aim
    offer = _nearest_reward(state, offers)
    if offer is not None:
        yield offer.percent, offer
    goal = _closest_goal(rules, state, on)
    if goal is not None:
        yield goal.percent, goal


def _nearest_reward(state: MemberState, offers: Iterable[Offer]) -> Offer | None:
    """Return the dearest reward within reach, else the one that fewest coins are missing for."""
    for offer in offers:
        reachable = offer.fault is None or isinstance(offer.fault, NotEnoughCoins)
        if reachable and offer.reward.id != state.aim:
            return offer
    return None


def _closest_goal(rules: Rules, state: MemberState, on: date) -> GoalNear | None:
    standing = Standing(rules.goals, state)
    begun = [near for goal in rules.goals.all if (near := _goal_near(standing, goal, on))]
    return max(begun, key=lambda near: (near.percent, near.goal.id), default=None)


def _goal_near(standing: Standing, goal: Goal, on: date) -> GoalNear | None:
    window = window_of(goal, on)
    if window is None or not standing.open(goal) or (not goal.repeat and standing.done(goal)):
        return None
    amount = standing.amount(goal, window)
    target = next((one for one in goal.targets if amount and amount < one), None)
    if not amount or target is None:
        return None
    until = None if window.last == date.max else window.last
    return GoalNear(goal, amount, target, amount * 100 // target, until)
