"""What a member can reach and how far it is: challenges, milestones, streaks, the badge wall."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.bill_faults import fault_of
from app.domain.bills import Bill
from app.domain.fold import fold
from app.domain.goals.counting import Stretch, anew, window_name, window_of
from app.domain.goals.reaching import levels
from app.domain.goals.standing import Standing
from app.domain.members import MemberState, times_done
from app.domain.promises import Goal, Prize, Source, Streak
from app.domain.sales import context_of, sell
from app.domain.streaks import StreakStanding, standing
from app.domain.texts import Text
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class GoalBar:
    """One challenge or milestone: `amount` of `target` in the unit of `source`.

    `target` is the next one, or the last when all are reached (`finished`); `until` the last
    day of the window (None = no end), `prize` what the next target gives (None = nothing).
    `times` is how often it was won in full, `locked_by` the titles of what must be done first.
    """

    id: str
    title: Text
    note: Text | None
    source: Source
    amount: int
    target: int
    until: date | None
    prize: Prize | None
    times: int
    finished: bool
    locked_by: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class StreakBar:
    """One streak and how it stands; `prize` is what the next target gives (None = nothing)."""

    streak: Streak
    standing: StreakStanding
    prize: Prize | None


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge on the wall: `level` of `levels` (0 = not yet), and the way to the next."""

    id: str
    title: Text
    source: Source
    level: int
    levels: int
    amount: int
    next_target: int | None
    locked_by: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class GoalsView:
    """All a member can reach on a business date, in the programme's order."""

    member: str
    on: date
    bars: tuple[GoalBar, ...]
    streaks: tuple[StreakBar, ...]
    badges: tuple[Badge, ...]


def goals_of(shop: Shop, member: str, on: date | None = None) -> GoalsView:
    """Return how far a member is with everything that counts on a business date (today)."""
    return goals_in(shop, shop.state(member), on or shop.moment().on)


@dataclass(frozen=True, slots=True)
class GoalStep:
    """How a bill would move a challenge: how it stands now, and how it would afterwards."""

    before: GoalBar
    after: GoalBar


def steps_of(shop: Shop, bill: Bill) -> tuple[GoalStep, ...]:
    """Return the open challenges a bill would move if it were recorded now; none for a guest's."""
    if not bill.member:
        return ()
    rules, moment = shop.rules, shop.moment()
    state = shop.state(bill.member)
    context = context_of(rules, state, moment.on, moment.minute, shop.store)
    bill = replace(bill, number=bill.number or "?")  # What counts towards a goal needs no number.
    if fault_of(bill, rules, state, context) is not None:
        return ()
    sold, effects, _ = sell(rules, bill, "", context, state, shop.place.cell_hint)
    event = shop.event(
        "sold", sold, member=state.member, effects=effects, event_id=bill.id, moment=moment
    )
    before = goals_in(shop, state, moment.on).bars
    after = {bar.id: bar for bar in goals_in(shop, fold(state, event), moment.on).bars}
    return tuple(
        GoalStep(bar, after[bar.id])
        for bar in before
        if not bar.finished and bar.id in after and after[bar.id].amount != bar.amount
    )


def goals_in(shop: Shop, state: MemberState, day: date) -> GoalsView:
    """Return how far a member in a known state is on a business date."""
    programme = shop.programme
    standing_now = Standing(shop.rules.goals, state)
    windows = [(goal, window_of(goal, day)) for goal in programme.goals]
    return GoalsView(
        member=state.member,
        on=day,
        bars=tuple(
            _bar(standing_now, goal, window)
            for goal, window in windows
            if goal.kind != "badge" and window is not None
        ),
        streaks=tuple(
            _streak_bar(one, standing(programme.calendar, one, state, day))
            for one in programme.streaks
        ),
        badges=tuple(
            _badge(standing_now, goal, window)
            for goal, window in windows
            if goal.kind == "badge" and window is not None
        ),
    )


def _bar(found: Standing, goal: Goal, window: Stretch) -> GoalBar:
    amount = found.amount(goal, window) or 0
    done = times_done(found.state, f"goal:{goal.id}")
    won = _won_here(found, goal, window) if anew(goal) else done
    finished = won >= len(goal.targets) and not _goes_on(goal)
    if _goes_on(goal):
        reached = len(levels(goal, amount)) % len(goal.targets)
        amount %= goal.targets[-1]
    else:
        reached = min(won, len(goal.targets) - 1)
    return GoalBar(
        id=goal.id,
        title=goal.title,
        note=goal.note,
        source=goal.source,
        amount=amount,
        target=goal.targets[reached],
        until=None if window.last == date.max else window.last,
        prize=goal.prizes[reached] if goal.prizes and not finished else None,
        times=done // len(goal.targets),
        finished=finished,
        locked_by=_locked_by(found, goal),
    )


def _goes_on(goal: Goal) -> bool:
    """Say whether a goal is a stamp card, which starts again after its last target."""
    return goal.repeat and goal.window == "ever"


def _won_here(found: Standing, goal: Goal, window: Stretch) -> int:
    name = window_name(window)
    return sum(1 for award in found.awards(goal) if award.key.split("|")[1] == name)


def _locked_by(found: Standing, goal: Goal) -> tuple[Text, ...]:
    required = [found.goals.by_id.get(one) for one in goal.requires]
    return tuple(one.title for one in required if one is not None and not found.done(one))


def _streak_bar(streak: Streak, now: StreakStanding) -> StreakBar:
    if now.next_target is None or not streak.prizes:
        return StreakBar(streak, now, None)
    return StreakBar(streak, now, streak.prizes[streak.targets.index(now.next_target)])


def _badge(found: Standing, goal: Goal, window: Stretch) -> Badge:
    level = min(times_done(found.state, f"goal:{goal.id}"), len(goal.targets))
    return Badge(
        id=goal.id,
        title=goal.title,
        source=goal.source,
        level=level,
        levels=len(goal.targets),
        amount=found.amount(goal, window) or 0,
        next_target=goal.targets[level] if level < len(goal.targets) else None,
        locked_by=_locked_by(found, goal),
    )
