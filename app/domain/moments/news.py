"""What was reached and not shown yet: my goal, badges, the owner's notes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeVar

from app.domain.marks import Marks, mark_of, number_seen
from app.domain.members import Award, MemberState, times_done
from app.domain.moments.celebrations import BadgeWon, GoalFilled, OwnersNote
from app.domain.moments.gains import aim_reward
from app.domain.programme import Programme
from app.domain.promises import Goal
from app.domain.rewards import reward_fault

NEWS_DAYS: Final = 60
"""How long a badge or a note is news: what is older is on the wall, not celebrated."""
BADGES_AT_ONCE: Final = 3
NOTES_AT_ONCE: Final = 2
"""How many are shown in one visit; more would not be a moment."""

_Shown = TypeVar("_Shown", bound=BadgeWon | OwnersNote)


def goal_filled(
    programme: Programme, state: MemberState, seen: Marks | None, on: date, left: int | None
) -> GoalFilled | None:
    """Return that the reward saved for can be had, or None; `left` = its stock, None = endless.

    It fills again only once its price was spent since: so not because a few coins went and came.
    """
    reward = aim_reward(programme, state)
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
    return latest(found, BADGES_AT_ONCE)


def latest(found: Sequence[_Shown], most: int) -> tuple[_Shown, ...]:
    """Return the last `most` of what was found; the very last bears the marks of all others."""
    shown, over = found[-most:], found[:-most]
    if not over:
        return tuple(shown)
    marks = (*shown[-1].marks, *(mark for one in over for mark in one.marks))
    return (*shown[:-1], replace(shown[-1], marks=marks))


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
