"""Streaks on the shop's calendar: visits in unit after unit without a gap (LEDGER.md 18).

Only business dates count, and they were decided when the bill was recorded: no zone and no change
of the clocks can break a streak. Days on which the shop is closed never do, and the unit that is
not over yet never does.

A member's state holds the days of the last 400; of a run that began before those nobody can say
how long it was, so such a run wins nothing more (targets are kept well below, see the programme's
checks).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from app.domain.calendar import add_months, month_end
from app.domain.effects import Visit
from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.members import DAYS_KEPT, Award, MemberState, used_up
from app.domain.promises import ShopCalendar, Streak

AWARDS_KEPT_DAYS = DAYS_KEPT + 40
"""An award must be known as long as its run can be seen to begin where it did."""

Unit = Literal["day", "week", "month"]
_SHORTEST: Final = {"day": 1, "week": 7, "month": 28}
Mark = Literal["kept", "missed", "closed", "unknown"]


class Run(NamedTuple):
    """Units without a gap: the first day of the first, the last day of the last, how many.

    `whole` = it is known where it began. `units` are the first days of those that count.
    """

    units: tuple[date, ...]
    whole: bool

    @property
    def first(self) -> date:
        """The first day of the first unit."""
        return self.units[0]


class StreakStanding(NamedTuple):
    """Where a member stands: units in a row now, the most so far, the next target (None = all).

    `visits` of this unit are made, `until` is its last day.
    """

    current: int
    best: int
    next_target: int | None
    visits: int
    until: date


def is_open(calendar: ShopCalendar, on: date) -> bool:
    """Say whether the shop is open on a date."""
    return on.weekday() not in calendar.closed_weekdays and on not in calendar.closed


def unit_start(unit: Unit, on: date) -> date:
    """Return the first day of the day, ISO week or month of a date."""
    if unit == "week":
        return on - timedelta(days=on.weekday())
    return on if unit == "day" else on.replace(day=1)


def unit_end(unit: Unit, start: date) -> date:
    """Return the last day of a unit that starts on a date."""
    if unit == "week":
        return start + timedelta(days=6)
    return start if unit == "day" else month_end(start)


def _before(unit: Unit, start: date) -> date:
    return add_months(start, -1) if unit == "month" else unit_start(unit, start - timedelta(days=1))


def _after(unit: Unit, start: date) -> date:
    return unit_end(unit, start) + timedelta(days=1)


class Trail:
    """A member's visit days (`days`, rising), looked at unit by unit."""

    __slots__ = ("calendar", "days", "first", "horizon", "last", "streak")

    def __init__(self, calendar: ShopCalendar, streak: Streak, state: MemberState) -> None:
        self.calendar = calendar
        self.streak = streak
        self.days = [day.on for day in state.days if day.visits > 0]
        self.first = self.days[0] if self.days else date.max
        self.last = self.days[-1] if self.days else date.min
        self.horizon = state.before.on

    def visits(self, start: date) -> int:
        """Return the visits made in the unit that starts on a date."""
        at = bisect_left(self.days, start)
        return bisect_right(self.days, unit_end(self.streak.unit, start), at) - at

    def _kept(self, start: date) -> bool:
        """Say whether the last visit a unit asks for is in it."""
        at = bisect_left(self.days, start) + self.streak.visits - 1
        return at < len(self.days) and self.days[at] <= unit_end(self.streak.unit, start)

    def mark(self, start: date) -> Mark:
        """Return whether a unit is kept, missed, passed over, or too long ago to tell."""
        if start <= self.horizon:
            return "unknown"
        if self._kept(start):
            return "kept"
        open_days = sum([1 for day in self._dates(start) if is_open(self.calendar, day)])
        return "closed" if open_days < self.streak.visits else "missed"

    def _mark_back(self, start: date) -> Mark:
        """Return a unit's mark for whoever goes back in time: before the first visit is a gap."""
        if self.horizon == date.min and unit_end(self.streak.unit, start) < self.first:
            return "missed"
        return self.mark(start)

    def last_kept(self, on: date) -> date | None:
        """Return the last unit up to a date's that counts, if no unit since was missed."""
        unit = self.streak.unit
        at = unit_start(unit, on)
        if self.mark(at) != "kept":  # this unit is not over yet
            at = _before(unit, at)
        while (mark := self._mark_back(at)) == "closed":
            at = _before(unit, at)
        return at if mark == "kept" else None

    def run_at(self, on: date) -> Run | None:
        """Return the run that the unit of a date belongs to, or None when that is not kept."""
        unit = self.streak.unit
        start = unit_start(unit, on)
        if self.mark(start) != "kept":
            return None
        earlier: list[date] = []
        at = _before(unit, start)
        while (mark := self._mark_back(at)) in {"kept", "closed"}:
            if mark == "kept":
                earlier.append(at)
            at = _before(unit, at)
        later = [one for one in self._on(start) if one != start]
        return Run((*reversed(earlier), start, *later), mark != "unknown")

    def runs(self) -> Iterator[Run]:
        """Return every run the state knows of, earliest first."""
        seen = date.min
        for day in self.days:
            if day >= seen and (run := self.run_at(day)) is not None:
                yield run
                seen = _after(self.streak.unit, run.units[-1])

    def kept_from(self, first: date, count: int) -> bool | None:
        """Say whether `count` units from one on are kept; None when it is too long ago."""
        if first <= self.horizon:
            return None
        return len(list(self._on(first, count))) >= count

    def _on(self, start: date, count: int | None = None) -> Iterator[date]:
        """Return the kept units from one on, without a gap, at most `count`."""
        at = start
        while at <= self.last and count != 0 and (mark := self.mark(at)) != "missed":
            if mark == "kept":
                yield at
                count = None if count is None else count - 1
            at = _after(self.streak.unit, at)

    def _dates(self, start: date) -> Iterator[date]:
        days = (unit_end(self.streak.unit, start) - start).days + 1
        return (start + timedelta(days=after) for after in range(days))


def standing(
    calendar: ShopCalendar, streak: Streak, state: MemberState, on: date
) -> StreakStanding:
    """Return how a member's streak stands on a business date."""
    trail = Trail(calendar, streak, state)
    unit = streak.unit
    start = unit_start(unit, on)
    last = trail.last_kept(on)
    run = trail.run_at(last) if last else None
    current = len(run.units) if run else 0
    best = max([current, *(len(one.units) for one in trail.runs())])
    following = next((target for target in streak.targets if target > current), None)
    return StreakStanding(current, best, following, trail.visits(start), unit_end(unit, start))


class StreakGained(NamedTuple):
    """A target of a run that is reached and not granted yet, its level from 1, the grant's key."""

    streak: Streak
    level: int
    key: str
    keep_until: date


class StreakLost(NamedTuple):
    """An award whose own units are not all kept any more."""

    streak: Streak
    award: Award


def changes(
    calendar: ShopCalendar, streak: Streak, state: MemberState, cause: Event
) -> tuple[tuple[StreakLost, ...], tuple[StreakGained, ...]]:
    """Return the awards an event lost and gained; nothing is gained while something is lost."""
    counts = [effect for effect in cause.effects if isinstance(effect, Visit)]
    anything = isinstance(cause.facts, Merged | Unmerged)
    if state.erased or not (counts or anything):
        return (), ()
    takes = anything or any(effect.count < 0 for effect in counts)
    if not takes and _too_short(streak, state):
        return (), ()
    trail = Trail(calendar, streak, state)
    awards = [one for one in state.awards if one.key.startswith(f"streak:{streak.id}|")]
    if takes:
        lost = [
            one
            for one in awards
            if trail.kept_from(*_named(one)) is False and not used_up(state, one)
        ]
        if lost:
            return tuple(StreakLost(streak, award) for award in lost), ()
        runs = list(trail.runs())
    else:
        found = {trail.run_at(effect.on) for effect in counts}
        runs = [run for run in found if run is not None]
    return (), tuple(_gained(streak, runs, awards))


def _too_short(streak: Streak, state: MemberState) -> bool:
    """Say whether the days of a state are too few, or too near each other, for any target."""
    units = streak.targets[0]
    if len(state.days) < units * streak.visits:
        return True
    between = state.days[-1].on - state.days[0].on
    return between.days <= (units - 2) * _SHORTEST[streak.unit]


def _named(award: Award) -> tuple[date, int]:
    _, first, target = award.key.split("|")
    return date.fromisoformat(first), int(target)


def _gained(streak: Streak, runs: list[Run], awards: list[Award]) -> Iterator[StreakGained]:
    """Return what runs have reached and no award stands for.

    An award that began anywhere within a run stands for it: the run may have grown at its
    beginning since, by a bill that arrived late or a day that was closed.
    """
    held = [_named(award) for award in awards]
    for run in runs:
        if not run.whole:
            continue
        within = {target for first, target in held if run.first <= first <= run.units[-1]}
        for level, target in enumerate(streak.targets, 1):
            if target <= len(run.units) and target not in within:
                key = f"streak:{streak.id}|{run.first.isoformat()}|{target}"
                yield StreakGained(streak, level, key, run.first + timedelta(days=AWARDS_KEPT_DAYS))
