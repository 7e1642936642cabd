"""What a bill or an act adds to the goals of a programme, and in which window it counts.

Nothing here looks at a member: what is added depends on the bill and its context alone, so two
stations that each see some of the bills still add up to all of them (LEDGER.md 4, 5). What is
reached with the sums is decided by `reaching`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple

from app.domain.calendar import month_end
from app.domain.conditions import Condition, applies, at_time, changes_of_day
from app.domain.effects import Progress
from app.domain.facts import Context, Line
from app.domain.programme import Programme
from app.domain.promises import Goal

Act = Literal["surveys", "reviews", "referrals"]

FROM_DAYS = frozenset({"visits", "bills", "spend"})
ACTS = frozenset({"surveys", "reviews", "referrals"})
ANYTHING = Condition()
KEPT_AFTER_DAYS = 7
"""How long after the return window the sums of a window are kept: offline tills report late."""

_KEYS_KEPT = 256


class Stretch(NamedTuple):
    """Business dates from `first` to `last`, both included; `date.max` = no end."""

    first: date
    last: date


ALWAYS = Stretch(date.min, date.max)


def window_of(goal: Goal, on: date) -> Stretch | None:
    """Return the window of a goal that a date falls into, or None when it does not count then."""
    first, last = goal.dates or (date.min, date.max)
    if not first <= on <= last:
        return None
    start, end = first, last
    match goal.window:
        case "day":
            start = end = on
        case "week":
            start = on - timedelta(days=on.weekday())
            end = start + timedelta(days=6)
        case "month":
            start, end = on.replace(day=1), month_end(on)
        case "year":
            start, end = on.replace(month=1, day=1), on.replace(month=12, day=31)
        case _:
            pass
    return Stretch(max(start, first), min(end, last))


def window_name(window: Stretch) -> str:
    """Return how keys name a window: its last day, or nothing when it has no end."""
    return "" if window.last == date.max else window.last.isoformat()


def kept_until(window: Stretch, programme: Programme) -> date | None:
    """Return until when what counts in a window can still change; None = always."""
    if window.last == date.max:
        return None
    return window.last + timedelta(days=programme.return_window_days + KEPT_AFTER_DAYS)


def tallied(goal: Goal) -> bool:
    """Say whether bills add to sums of the goal's own.

    Visits, bills and spend without a condition need none: a member's days already hold them,
    those before the goal was thought of too.
    """
    if goal.source in {"units", "categories"}:
        return True
    return goal.source in FROM_DAYS and goal.when != ANYTHING


def anew(goal: Goal) -> bool:
    """Say whether a goal starts again from nothing in each of its windows."""
    return goal.repeat and goal.window != "ever"


class Span(NamedTuple):
    """A window of a goal, with what is asked of it after every event.

    `least` is the amount of the first level, `name` what keys of the window begin with, `until`
    the last day something in it can still change (`date.max` = always). Once `most` levels were
    granted there is none left (None = the goal repeats); `source` is what they are counted under.
    With `anew` each window starts again from nothing.
    """

    goal: Goal
    window: Stretch
    least: int
    name: str
    until: date
    how: Literal["goals", "days", "parts", "sum"]
    source: str
    most: int | None
    anew: bool


class _Tally(NamedTuple):
    """A goal that counts at one moment: what its keys begin with, and until when they live."""

    goal: Goal
    prefix: str
    keep_until: date | None


@dataclass(slots=True)
class _Live:
    """The goals that count at one moment: those any goods count for, the others by their goods."""

    any_goods: list[_Tally] = field(default_factory=list)
    by_sku: dict[str, list[_Tally]] = field(default_factory=dict)
    by_category: dict[str, list[_Tally]] = field(default_factory=dict)

    def add(self, tally: _Tally) -> None:
        when = tally.goal.when
        if not when.skus and not when.categories:
            self.any_goods.append(tally)
        for sku in when.skus:
            self.by_sku.setdefault(sku, []).append(tally)
        for category in when.categories:
            self.by_category.setdefault(category, []).append(tally)


class Goals:
    """The goals of one programme, ready to be added to.

    `from_days` are those whose amount is in a member's days, `waiting` those that depend on
    other goals; under `no_challenges` are counted badges and milestones won.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.all = programme.goals
        self.by_id = {goal.id: goal for goal in programme.goals}
        self._tallied = [goal for goal in programme.goals if tallied(goal)]
        self._acts = [goal for goal in programme.goals if goal.source in ACTS]
        self.from_days = [
            goal for goal in self.all if goal.source in FROM_DAYS and not tallied(goal)
        ]
        self.waiting = [goal for goal in self.all if goal.requires or goal.source == "goals"]
        self._asked = {one for goal in self.all for one in goal.requires}
        self.no_challenges = {f"goal:{goal.id}" for goal in self.all if goal.kind != "challenge"}
        self._counts_goals = any(goal.source == "goals" for goal in self.all)
        self._changes = changes_of_day(goal.when for goal in self._tallied)
        self._live: dict[tuple[date, int, str, str, bool], _Live] = {}
        self._spans_on: dict[tuple[date, ...], tuple[Span, ...]] = {}
        self._spans_of: dict[tuple[str, date], Span | None] = {}
        self._named: dict[str, Span | None] = {}

    def live(self, context: Context) -> _Live:
        """Return the goals a bill of that moment, store and tier can add to."""
        part = bisect_right(self._changes, context.minute)
        key = (context.on, part, context.store, context.tier, context.first_purchase)
        found = self._live.get(key)
        if found is None:
            if len(self._live) >= _KEYS_KEPT:
                self._live.clear()
            found = self._live[key] = self._filter(context)
        return found

    def spans_on(self, days: tuple[date, ...]) -> tuple[Span, ...]:
        """Return the windows, on these dates, of goals whose amount is in a member's days."""
        found = self._spans_on.get(days)
        if found is None:
            if len(self._spans_on) >= _KEYS_KEPT:
                self._spans_on.clear()
            windows = [(goal, window_of(goal, on)) for goal in self.from_days for on in days]
            found = tuple(self.span(goal, window) for goal, window in windows if window)
            self._spans_on[days] = found
        return found

    def span_on(self, goal: Goal, on: date) -> Span | None:
        """Return the window of a goal that a date falls into, or None when it does not count."""
        at = (goal.id, on)
        if at not in self._spans_of:
            if len(self._spans_of) >= _KEYS_KEPT:
                self._spans_of.clear()
            window = window_of(goal, on)
            self._spans_of[at] = self.span(goal, window) if window else None
        return self._spans_of[at]

    def span_named(self, key: str) -> Span | None:
        """Return the window a key names, or None when the programme has no such window."""
        if key not in self._named:
            if len(self._named) >= _KEYS_KEPT:
                self._named.clear()
            source, name, _ = key.split("|", 2)
            self._named[key] = self._find(source, name)
        return self._named[key]

    def span(self, goal: Goal, window: Stretch) -> Span:
        """Return a window of a goal with what is asked of it."""
        how: Literal["goals", "days", "parts", "sum"] = "sum"
        if goal.source == "goals":
            how = "goals"
        elif goal.source in FROM_DAYS and not tallied(goal):
            how = "days"
        elif goal.source in {"visits", "categories"}:
            how = "parts"
        name = f"goal:{goal.id}|{window_name(window)}"
        until = kept_until(window, self.programme) or date.max
        most = None if goal.repeat else len(goal.targets)
        least = min(goal.targets, default=0)
        source = f"goal:{goal.id}"
        return Span(goal, window, least, name, until, how, source, most, anew(goal))

    def _find(self, source: str, name: str) -> Span | None:
        goal = self.by_id.get(source.partition(":")[2])
        if goal is None or not source.startswith("goal:"):
            return None
        if not name:
            always = goal.window == "ever" and goal.dates is None
            return self.span(goal, ALWAYS) if always else None
        window = window_of(goal, date.fromisoformat(name))
        return self.span(goal, window) if window and window_name(window) == name else None

    def opens_others(self, source: str, key: str) -> bool:
        """Say whether another goal may depend on one of kind `source` granted under `key`."""
        asked = key.partition("|")[0].partition(":")[2] in self._asked
        return asked or (self._counts_goals and source == "challenge")

    def acts(self, act: Act, on: date) -> list[_Tally]:
        """Return the goals an act without a bill adds to on a date."""
        found = [self._tally(goal, on) for goal in self._acts if goal.source == act]
        return [tally for tally in found if tally is not None]

    def _filter(self, context: Context) -> _Live:
        live = _Live()
        for goal in self._tallied:
            when = goal.when
            if at_time(when, context.minute) and applies(when, context, self.programme.paydays):
                tally = self._tally(goal, context.on)
                if tally is not None:
                    live.add(tally)
        return live

    def _tally(self, goal: Goal, on: date) -> _Tally | None:
        window = window_of(goal, on)
        if window is None:
            return None
        prefix = f"goal:{goal.id}|{window_name(window)}|"
        return _Tally(goal, prefix, kept_until(window, self.programme))


def progress_of(goals: Goals, lines: Sequence[Line], context: Context) -> tuple[Progress, ...]:
    """Return what a bill of these kept lines adds to the goals of a member.

    `net_minor` and `quantity_milli` of the lines are those that are kept: what a return takes is
    this for the lines before it less this for the lines after. Excluded goods do not count; the
    bill's least amount is compared with what earns. Units are counted in thousandths.
    """
    live = goals.live(context)
    if not (live.any_goods or live.by_sku or live.by_category):
        return ()
    skus, categories = goals.programme.excluded_skus, goals.programme.excluded_categories
    kept = [
        line
        for line in lines
        if (line.quantity_milli or line.net_minor)
        and line.sku not in skus
        and line.category not in categories
    ]
    if not kept:
        return ()
    total = sum([line.net_minor for line in kept])
    added: list[Progress] = []
    for tally in live.any_goods:
        if total >= tally.goal.when.minimum_minor:
            added += _added(tally, kept, context.on)
    for tally, covered in _covered(live, kept):
        if total >= tally.goal.when.minimum_minor:
            added += _added(tally, covered, context.on)
    return tuple(added)


def _covered(live: _Live, kept: Sequence[Line]) -> Iterable[tuple[_Tally, list[Line]]]:
    """Return the lines each narrowed goal counts, every line once."""
    found: dict[str, tuple[_Tally, list[Line]]] = {}
    for line in kept:
        for tallies in (live.by_sku.get(line.sku), live.by_category.get(line.category)):
            for tally in tallies or ():
                covered = found.setdefault(tally.goal.id, (tally, []))[1]
                if not covered or covered[-1] is not line:
                    covered.append(line)
    return found.values()


def _added(tally: _Tally, lines: Sequence[Line], on: date) -> list[Progress]:
    goal, prefix, keep = tally
    match goal.source:
        case "visits":
            return [Progress(prefix + on.isoformat(), 1, keep)]
        case "bills":
            return [Progress(prefix, 1, keep)]
        case "categories":
            names = {line.category for line in lines if line.category}
            return [Progress(prefix + name, 1, keep) for name in sorted(names)]
        case "spend":
            amount = sum([line.net_minor for line in lines])
        case _:
            amount = sum([line.quantity_milli for line in lines])
    return [Progress(prefix, amount, keep)] if amount else []


def act_progress(goals: Goals, source: Act, on: date) -> tuple[Progress, ...]:
    """Return what one survey, product rating or friend brought adds on a business date."""
    return tuple(Progress(tally.prefix, 1, tally.keep_until) for tally in goals.acts(source, on))
