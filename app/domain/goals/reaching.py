"""Which goals a member has reached, and which no longer: from the state alone (LEDGER.md 5).

An award's key is `goal:<id>|<window>|<amount>`, the amount being what had to be reached. So a
later programme with other targets neither takes nor repeats what was won: an award falls only
when something was taken back and the member has less than its own amount.

How many levels were granted in all is in `state.done`; awards are forgotten once nothing can
come back any more, and what is forgotten is never taken back.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.effects import Paid, Progress, Unclaim, Visit
from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.goals.counting import (
    KEPT_AFTER_DAYS,
    Goals,
    Stretch,
    kept_until,
    window_name,
    window_of,
)
from app.domain.goals.standing import ALWAYS, Standing
from app.domain.members import Award, MemberState, times_done, used_gifts, used_up
from app.domain.promises import Goal


class Gained(NamedTuple):
    """A level (from 1) of a goal that is reached and not granted yet, and the grant's key."""

    goal: Goal
    level: int
    key: str
    keep_until: date | None


class Lost(NamedTuple):
    """An award whose amount the member does not have any more."""

    goal: Goal
    award: Award


def changes(
    goals: Goals, state: MemberState, cause: Event, on: date
) -> tuple[tuple[Lost, ...], tuple[Gained, ...]]:
    """Return what is lost and what is gained after `cause` was folded into `state`.

    Only goals and windows that the cause can have changed are looked at. When something is lost
    nothing is gained yet: it is asked again once the loss is folded.
    """
    if not goals.all or state.erased:
        return (), ()
    standing = Standing(goals, state)
    touched = _touched(standing, cause, on)
    if not touched:
        return (), ()
    if takes_away(cause):
        lost = _lost(standing, touched)
        if lost:
            return tuple(lost), ()
    return (), tuple(_gained(standing, touched, on))


def takes_away(cause: Event) -> bool:
    """Say whether an event takes something back that counted."""
    if isinstance(cause.facts, Merged | Unmerged):
        return True
    for effect in cause.effects:
        match effect:
            case Visit():
                less = effect.count < 0
            case Paid():
                less = effect.amount_minor < 0
            case Progress():
                less = effect.amount < 0
            case _:
                less = isinstance(effect, Unclaim)
        if less:
            return True
    return False


class _Touched:
    """Goals, each with windows of it, that an event can have changed."""

    __slots__ = ("windows",)

    def __init__(self) -> None:
        self.windows: dict[str, tuple[Goal, set[Stretch]]] = {}

    def add(self, goal: Goal, windows: Iterable[Stretch | None]) -> None:
        found = {window for window in windows if window is not None}
        if found:
            self.windows.setdefault(goal.id, (goal, set()))[1].update(found)


def _touched(standing: Standing, cause: Event, on: date) -> Collection[tuple[Goal, set[Stretch]]]:
    """Return the goals, with their windows, that an event can have changed."""
    goals = standing.goals
    touched = _Touched()
    if isinstance(cause.facts, Merged | Unmerged):
        for goal in goals.all:
            touched.add(goal, _all_windows(standing, goal))
        return touched.windows.values()
    dates = {effect.on for effect in cause.effects if isinstance(effect, Visit | Paid)}
    for goal in goals.from_days if dates else ():
        touched.add(goal, [window_of(goal, day) for day in dates])
    keys = [effect.key for effect in cause.effects if isinstance(effect, Progress)]
    for key in [*keys, *_unclaimed(standing.state, cause)]:
        found = _named(goals, key)
        if found:
            touched.add(found[0], [found[1]])
    for goal in goals.waiting:
        if goal.source == "goals":
            touched.add(goal, [window_of(goal, on)])
        elif _just_opened(standing, goal, on):
            touched.add(goal, _all_windows(standing, goal))
    return touched.windows.values()


def _unclaimed(state: MemberState, cause: Event) -> list[str]:
    """Return the keys of awards whose used voucher lives again, so that it can be taken back."""
    vouchers = {effect.voucher for effect in cause.effects if isinstance(effect, Unclaim)}
    return [
        award.key
        for award in (state.awards if vouchers else ())
        if award.key.startswith("goal:") and vouchers & {gift.ref for gift in award.gifts}
    ]


def _just_opened(standing: Standing, goal: Goal, on: date) -> bool:
    """Say whether what a goal requires was granted on this very day."""
    required = [standing.goals.by_id.get(one) for one in goal.requires]
    return standing.open(goal) and any(
        award.on >= on for one in required if one is not None for award in standing.awards(one)
    )


def _all_windows(standing: Standing, goal: Goal) -> set[Stretch | None]:
    """Return every window of a goal that the state knows anything about."""
    state = standing.state
    days = [state.newest, *(day.on for day in state.days)]
    windows = {window_of(goal, day) for day in days if day != date.min}
    prefix = f"goal:{goal.id}|"
    for key in [*(state.progress or {}), *(award.key for award in state.awards)]:
        if key.startswith(prefix):
            found = _named(standing.goals, key)
            windows.add(found[1] if found else None)
    return windows


def _named(goals: Goals, key: str) -> tuple[Goal, Stretch] | None:
    """Return the goal and window a key names, or None when the programme has no such window."""
    source, name, _ = key.split("|", 2)
    goal = goals.by_id.get(source.partition(":")[2])
    if goal is None or not source.startswith("goal:"):
        return None
    if not name:
        return (goal, ALWAYS) if goal.window == "ever" and goal.dates is None else None
    window = window_of(goal, date.fromisoformat(name))
    return (goal, window) if window and window_name(window) == name else None


def _lost(standing: Standing, touched: Collection[tuple[Goal, set[Stretch]]]) -> list[Lost]:
    lost: list[Lost] = []
    for goal, windows in touched:
        for window in windows:
            amount = standing.amount(goal, window)
            name = window_name(window)
            lost += [
                Lost(goal, award)
                for award in standing.awards(goal)
                if amount is not None and award.key.split("|")[1] == name
                if _award_amount(award) > amount and not used_up(standing.state, award)
            ]
    fallen = [one for one in lost if not used_gifts(standing.state, one.award)]
    return lost + _following(standing, fallen)


def _following(standing: Standing, lost: list[Lost]) -> list[Lost]:
    """Return the awards of goals that required one that is lost, and of those that required them.

    A goal that is still done without what is lost takes nothing with it.
    """
    gone: dict[str, int] = {}
    for one in lost:
        gone[one.goal.id] = gone.get(one.goal.id, 0) + 1
    broken = {one.goal.id for one in lost if _undone(standing, one.goal, gone[one.goal.id])}
    following: list[Lost] = []
    seen = {one.award.key for one in lost}
    grown = True
    while grown:
        grown = False
        for goal in standing.goals.waiting:
            if goal.id not in broken and broken & set(goal.requires):
                broken.add(goal.id)
                more = [
                    one
                    for one in standing.awards(goal)
                    if one.key not in seen and not used_up(standing.state, one)
                ]
                following += [Lost(goal, award) for award in more]
                seen.update(award.key for award in more)
                grown = True
    return following


def _undone(standing: Standing, goal: Goal, less: int) -> bool:
    return times_done(standing.state, f"goal:{goal.id}") - less < len(goal.targets)


def _award_amount(award: Award) -> int:
    return int(award.key.rpartition("|")[2])


def _gained(
    standing: Standing, touched: Collection[tuple[Goal, set[Stretch]]], on: date
) -> Iterable[Gained]:
    for goal, windows in touched:
        held = times_done(standing.state, f"goal:{goal.id}")
        for window in sorted(windows):
            if not standing.alive(window):
                continue
            amount = standing.amount(goal, window)
            reached = levels(goal, amount) if amount is not None else []
            if not reached or not standing.open(goal):
                continue
            known = standing.awards(goal)
            if anew(goal):
                name = window_name(window)
                known = [award for award in known if award.key.split("|")[1] == name]
                held = len({award.key for award in known})
            missing = _missing(reached, {_award_amount(award) for award in known}, held)
            held += len(missing)
            for at, needed in missing:
                key = f"goal:{goal.id}|{window_name(window)}|{needed}"
                yield Gained(goal, at % len(goal.targets) + 1, key, _keep(window, on, standing))


def anew(goal: Goal) -> bool:
    """Say whether a goal starts again from nothing in each of its windows."""
    return goal.repeat and goal.window != "ever"


def levels(goal: Goal, amount: int) -> list[int]:
    """Return the amounts of all levels reached with `amount`, rising.

    A goal that repeats without a window goes on from its last target: 10, 20, 30.
    """
    if not goal.repeat or goal.window != "ever":
        return [target for target in goal.targets if target <= amount]
    last = goal.targets[-1]
    rounds = amount // last
    whole = [turn * last + target for turn in range(rounds) for target in goal.targets]
    return whole + [rounds * last + one for one in goal.targets if rounds * last + one <= amount]


def _missing(reached: list[int], known: set[int], held: int) -> list[tuple[int, int]]:
    """Return index and amount of the levels to grant: as many as are short of those held.

    Forgotten awards are the lowest, so the highest that are not known are the missing ones.
    """
    short = len(reached) - held
    if short <= 0:
        return []
    open_ones = [(at, needed) for at, needed in enumerate(reached) if needed not in known]
    return open_ones[-short:]


def _keep(window: Stretch, on: date, standing: Standing) -> date:
    """Return until when an award can be taken back.

    Without an end of the window: until what it was reached with cannot come back any more.
    """
    programme = standing.goals.programme
    until = kept_until(window, programme)
    return until or on + timedelta(days=programme.return_window_days + KEPT_AFTER_DAYS)
