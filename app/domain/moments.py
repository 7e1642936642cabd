"""What a member has not been shown yet, and how a bill moved them forward.

Everything here follows from the member's own state and the marks of what was shown before; a
moment gives nothing, it only shows.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from app.domain.bill_faults import NotEnoughCoins
from app.domain.effects import Gift
from app.domain.facts import Step
from app.domain.goals.counting import Span, progress_of
from app.domain.goals.standing import Standing
from app.domain.grants import reward_of
from app.domain.members import Award, MemberState, RecentSale, coins_on, times_done
from app.domain.open_sales import OpenSale
from app.domain.programme import Programme
from app.domain.promises import Goal, Reward, Source
from app.domain.rating import Rules
from app.domain.rewards import reward_fault
from app.domain.seen_marks import Marks, mark_of, number_seen
from app.domain.texts import Text

NEWS_DAYS: Final = 60
"""How long a badge or a note is news: what is older is on the wall, not celebrated."""
BADGES_AT_ONCE: Final = 3
"""How many badges are celebrated in one visit; more would not be a moment."""


@dataclass(frozen=True, slots=True)
class FirstVisit:
    """The member was never at a kiosk."""

    marks: tuple[str, ...]


class LastBill(NamedTuple):
    """The newest bill that was not shown: `coins` it gave, money paid in minor units, and why.

    `sale` is its event; `steps` say what gave the coins, of the rules of version `programme`
    (both empty when the bill is not known here any more).
    """

    sale: str
    bill_number: str
    on: date
    at_ms: int
    paid_minor: int
    coins: int
    steps: tuple[Step, ...]
    programme: str


class AimBar(NamedTuple):
    """The reward saved for: how many of its `coins` the member had `before` and has `after`."""

    reward: str
    title: Text
    coins: int
    before: int
    after: int


class GoalMoved(NamedTuple):
    """A goal the last bill moved from `before` to `after`, in the unit of its `source`.

    `target` is the level it was on the way to; spend is in minor units.
    """

    goal: str
    title: Text
    source: Source
    before: int
    after: int
    target: int
    until: date | None


class NextReward(NamedTuple):
    """What comes next: so many coins are `missing` for a reward; 0 = it is there to take."""

    kind: Literal["aim", "reward"]
    reward: str
    title: Text
    missing: int


@dataclass(frozen=True, slots=True)
class SinceLastTime:
    """Coins that are new since the last celebration at any kiosk, `bills` bills summed.

    `before` and `after` are coins the member could and can spend; `later` of the new `coins`
    can be used only on a later day, so they are not in `after`.
    """

    before: int
    after: int
    coins: int
    later: int
    bills: int
    last: LastBill | None
    aim: AimBar | None
    bar: GoalMoved | None
    next: NextReward | None
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalFilled:
    """The coins reach for the reward the member saves for, and it can be had today."""

    reward: str
    title: Text
    coins: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadgeWon:
    """A badge at a `level` of `levels`."""

    badge: str
    title: Text
    level: int
    levels: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnersNote:
    """What the owner says, in the member's language and with the name: never an age or a date.

    `source` is the greeting or goal it came with (`greeting:x`, `goal:x`), `gifts` what it gave.
    """

    source: str
    title: str
    text: str
    gifts: tuple[Gift, ...]
    marks: tuple[str, ...]


Moment = FirstVisit | SinceLastTime | GoalFilled | BadgeWon | OwnersNote


# ---------------------------------------------------------------- since last time


def watermarks(state: MemberState) -> tuple[str, ...]:
    """Return the marks of everything the member earned up to now."""
    newest = max((sale.at_ms for sale in state.recent), default=0)
    return (
        mark_of(_of_family("coins", state), state.earned),
        mark_of(_of_family("bills", state), state.purchases),
        mark_of("bill", newest),
    )


def _of_family(name: str, state: MemberState) -> str:
    """Return the name of a sum: sums of other merged members are not to be compared."""
    if not state.aliases:
        return name
    return f"{name}:{zlib.crc32(','.join(sorted(state.aliases)).encode()):08x}"


def unseen_bills(state: MemberState, seen: Marks | None) -> list[RecentSale]:
    """Return the bills among the latest that are newer than the last one shown, newest last."""
    shown = number_seen(seen, "bill") or 0
    return sorted((one for one in state.recent if one.at_ms > shown), key=lambda one: one.at_ms)


class Gain(NamedTuple):
    """Coins and bills since last time."""

    coins: int
    bills: int


def gain(state: MemberState, seen: Marks | None, unseen: Sequence[RecentSale]) -> Gain:
    """Return what was earned since last time.

    The sums tell, also of bills that are not among the latest any more or that another station
    reported late; after a return they can be below what was shown, and then the new bills tell.
    """
    coins, bills = sum(one.coins for one in unseen), len(unseen)
    coins_seen = number_seen(seen, _of_family("coins", state))
    bills_seen = number_seen(seen, _of_family("bills", state))
    if coins_seen is not None:
        coins = max(coins, state.earned - coins_seen)
    if bills_seen is not None:
        bills = max(bills, state.purchases - bills_seen)
    return Gain(coins, bills)


def since_last_time(
    rules: Rules, state: MemberState, seen: Marks | None, on: date, sale: OpenSale | None
) -> SinceLastTime | None:
    """Return what is new since last time, or None; `sale` is the newest unseen bill, if known."""
    unseen = unseen_bills(state, seen)
    gained = gain(state, seen, unseen)
    if gained.coins <= 0:
        return None
    now = coins_on(state, on)
    later = min(gained.coins, now.pending)
    before = max(0, now.spendable - gained.coins + later)
    last = unseen[-1] if unseen else None
    return SinceLastTime(
        before=before,
        after=now.spendable,
        coins=gained.coins,
        later=later,
        bills=gained.bills,
        last=last_bill(last, sale) if last else None,
        aim=_aim_bar(rules.programme, state, before, now.spendable),
        bar=moved_most(rules, state, last, sale) if last else None,
        next=next_reward(rules.programme, state, now.spendable, on),
        marks=watermarks(state),
    )


def last_bill(bill: RecentSale, sale: OpenSale | None) -> LastBill:
    """Return a bill as it is shown."""
    return LastBill(
        sale=bill.sale,
        bill_number=bill.bill_number,
        on=bill.on,
        at_ms=bill.at_ms,
        paid_minor=bill.paid_minor,
        coins=bill.coins,
        steps=sale.sold.steps if sale else (),
        programme=sale.programme if sale else "",
    )


def _aim_bar(programme: Programme, state: MemberState, before: int, after: int) -> AimBar | None:
    reward = _aim(programme, state)
    if reward is None:
        return None
    return AimBar(reward.id, reward.title, reward.coins, before, after)


def _aim(programme: Programme, state: MemberState) -> Reward | None:
    reward = reward_of(programme, state.aim) if state.aim else None
    return reward if reward and reward.coins else None


def next_reward(
    programme: Programme, state: MemberState, coins: int, on: date
) -> NextReward | None:
    """Return the reward saved for, else the cheapest one that coins are still missing for."""
    aim = _aim(programme, state)
    if aim:
        return NextReward("aim", aim.id, aim.title, max(0, aim.coins - coins))
    dearer = [one for one in programme.rewards if one.coins > coins]
    for reward in sorted(dearer, key=lambda one: (one.coins, one.id)):
        if reward_fault(programme, state, reward, on, None) == NotEnoughCoins(reward.coins, coins):
            return NextReward("reward", reward.id, reward.title, reward.coins - coins)
    return None


# ---------------------------------------------------------------- the bar that moves


def moved_most(
    rules: Rules, state: MemberState, bill: RecentSale, sale: OpenSale | None
) -> GoalMoved | None:
    """Return the goal a bill moved that is done or nearest to it; None when it moved none."""
    standing = Standing(rules.goals, state)
    moved = [*_from_days(rules, standing, bill), *_from_lines(rules, standing, sale)]
    bars = [bar for span, by in moved if (bar := _bar(standing, span, by))]
    return max(bars, key=_nearness, default=None)


def _from_days(rules: Rules, standing: Standing, bill: RecentSale) -> Iterator[tuple[Span, int]]:
    """Yield goals that count visits, bills or spend of any goods, and by how much."""
    day = next((one for one in standing.state.days if one.on == bill.on), None)
    if day is None:
        return
    by = {"visits": int(day.visits == 1), "bills": 1, "spend": bill.paid_minor}
    for span in rules.goals.spans_on((bill.on,)):
        yield span, by[span.goal.source]


def _from_lines(
    rules: Rules, standing: Standing, sale: OpenSale | None
) -> Iterator[tuple[Span, int]]:
    """Yield goals that count certain goods or hours, and by how much."""
    if sale is None:
        return
    parts: dict[str, int] = {}
    spans: dict[str, Span] = {}
    kept = standing.state.progress or {}
    for added in progress_of(rules.goals, sale.sold.lines, sale.sold.context):
        span = rules.goals.span_named(added.key)
        held = kept.get(added.key)
        if span is None or held is None:
            continue
        if span.how == "parts":
            by = int(held.amount == added.amount)
        elif span.goal.source == "units":
            by = held.amount // 1000 - (held.amount - added.amount) // 1000
        else:
            by = added.amount
        spans[span.name] = span
        parts[span.name] = parts.get(span.name, 0) + by
    yield from ((span, parts[name]) for name, span in spans.items())


def _bar(standing: Standing, span: Span, by: int) -> GoalMoved | None:
    goal = span.goal
    after = standing.amount_in(span)
    if by <= 0 or after is None or not standing.open(goal):
        return None
    before = max(0, after - by)
    if goal.repeat and goal.window == "ever":
        begun = before // goal.targets[-1] * goal.targets[-1]
        before, after = before - begun, after - begun
    target = next((one for one in goal.targets if before < one), None)
    if target is None:
        return None
    until = None if span.window.last == date.max else span.window.last
    return GoalMoved(goal.id, goal.title, goal.source, before, min(after, target), target, until)


def _nearness(bar: GoalMoved) -> tuple[int, str]:
    return bar.after * 1000 // bar.target, bar.goal


# ---------------------------------------------------------------- my goal, badges, notes


def goal_filled(
    programme: Programme, state: MemberState, seen: Marks | None, on: date, left: int | None
) -> GoalFilled | None:
    """Return that the reward saved for can be had, or None; `left` = its stock, None = endless.

    It fills again only once its price was spent since: so not because a few coins went and came.
    """
    reward = _aim(programme, state)
    if reward is None or reward_fault(programme, state, reward, on, left) is not None:
        return None
    name = f"aim:{reward.id}"
    spent = number_seen(seen, name)
    if spent is not None and state.spent - spent < reward.coins:
        return None
    mark = mark_of(name, state.spent)
    return GoalFilled(reward.id, reward.title, reward.coins, (mark,))


def badges_won(
    programme: Programme, state: MemberState, seen: Marks | None, on: date
) -> tuple[BadgeWon, ...]:
    """Return the badges to celebrate, earliest first.

    Of very many the latest; the last one bears the marks of all, so that none comes back.
    """
    goals = {goal.id: goal for goal in programme.goals if goal.kind == "badge"}
    won: dict[str, tuple[BadgeWon, Award]] = {}
    for award in news(state, on):
        goal = goals.get(_goal_id(award))
        if goal and (mark := _fresh("badge", goal, state, seen)):
            levels = len(goal.targets)
            level = min(times_done(state, f"goal:{goal.id}"), levels)
            won[goal.id] = (BadgeWon(goal.id, goal.title, level, levels, (mark,)), award)
    found = [badge for badge, _ in sorted(won.values(), key=lambda one: (one[1].on, one[0].badge))]
    shown, over = found[-BADGES_AT_ONCE:], found[:-BADGES_AT_ONCE]
    if over:
        last = shown[-1]
        marks = (*last.marks, *(mark for badge in over for mark in badge.marks))
        shown[-1] = BadgeWon(last.badge, last.title, last.level, last.levels, marks)
    return tuple(shown)


class NoteOfGoal(NamedTuple):
    """A goal whose note is news, the award it came with, and the mark of having shown it."""

    goal: Goal
    award: Award
    mark: str


def notes_of_goals(
    programme: Programme, state: MemberState, seen: Marks | None, on: date
) -> tuple[NoteOfGoal, ...]:
    """Return goals reached lately for which the owner wrote a note, earliest first."""
    noted = {goal.id: goal for goal in programme.goals if goal.note and goal.kind != "badge"}
    found: dict[str, NoteOfGoal] = {}
    for award in sorted(news(state, on), key=lambda one: (one.on, one.key)):
        goal = noted.get(_goal_id(award))
        if goal and (mark := _fresh("note:goal", goal, state, seen)):
            found[goal.id] = NoteOfGoal(goal, award, mark)
    return tuple(found.values())


def news(state: MemberState, on: date) -> list[Award]:
    """Return the awards of goals that are still news on a business date."""
    oldest = on - timedelta(days=NEWS_DAYS)
    return [one for one in state.awards if one.on >= oldest and one.key.startswith("goal:")]


def _goal_id(award: Award) -> str:
    return award.key.partition("|")[0].removeprefix("goal:")


def _fresh(kind: str, goal: Goal, state: MemberState, seen: Marks | None) -> str:
    """Return the mark of a goal's latest time, or nothing when that was shown."""
    name, times = f"{kind}:{goal.id}", times_done(state, f"goal:{goal.id}")
    shown = number_seen(seen, name) or 0
    return mark_of(name, times) if times > shown else ""
