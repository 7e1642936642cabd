"""How far a member is with each goal, from the state alone: sums of progress, days, awards."""

from bisect import bisect_left

from app.domain.goals.counting import (
    ALWAYS,
    Goals,
    Span,
    Stretch,
)
from app.domain.members import Award, MemberState, paid_minor, times_done, visit_days
from app.domain.promises import Goal


class Standing:
    """How far a member is with each goal; the parts of progress are counted once."""

    __slots__ = ("_awards", "_parts", "_sums", "goals", "state")

    def __init__(self, goals: Goals, state: MemberState) -> None:
        self.goals = goals
        self.state = state
        self._parts: dict[str, int] | None = None
        self._awards: dict[str, list[Award]] | None = None
        self._sums: dict[Stretch, dict[str, int]] = {}

    def amount(self, goal: Goal, window: Stretch) -> int | None:
        """Return how much of a goal is done in a window, in the unit of its targets.

        None when days of the window are summed away, so that nobody can tell any more.
        """
        return self.amount_in(self.goals.span(goal, window))

    def amount_in(self, span: Span) -> int | None:
        """Return how much of a goal is done in one of its windows (see `amount`)."""
        match span.how:
            case "days":
                return self._from_days(span.goal, span.window)
            case "parts":
                return self._counted(span.name)
            case "goals":
                return self._challenges_done()
            case "sum":
                pass
        found = (self.state.progress or {}).get(f"{span.name}|")
        amount = found.amount if found else 0
        return amount // 1000 if span.goal.source == "units" else amount

    def awards(self, goal: Goal) -> list[Award]:
        """Return the awards of a goal that can still be taken back."""
        if self._awards is None:
            self._awards = {}
            for award in self.state.awards:
                self._awards.setdefault(award.key.partition("|")[0], []).append(award)
        return self._awards.get(f"goal:{goal.id}", [])

    def open(self, goal: Goal) -> bool:
        """Say whether all that a goal requires is done."""
        return all(self.done(self.goals.by_id.get(one)) for one in goal.requires)

    def done(self, goal: Goal | None) -> bool:
        """Say whether the last level of a goal was granted."""
        return goal is not None and times_done(self.state, f"goal:{goal.id}") >= len(goal.targets)

    def _from_days(self, goal: Goal, window: Stretch) -> int | None:
        state = self.state
        if window == ALWAYS:
            if goal.source == "bills":
                return state.purchases
            return visit_days(state) if goal.source == "visits" else paid_minor(state)
        if window.first <= state.before.on:
            return None
        sums = self._sums.get(window)
        if sums is None:
            sums = self._sums[window] = self._sum_of(window)
        return sums[goal.source]

    def _sum_of(self, window: Stretch) -> dict[str, int]:
        """Return what a member's days of a window come to; several goals share a window."""
        days = self.state.days
        at = bisect_left(days, window.first, key=lambda day: day.on)
        sums = {"visits": 0, "bills": 0, "spend": 0}
        while at < len(days) and days[at].on <= window.last:
            sums["visits"] += days[at].visits > 0
            sums["bills"] += days[at].visits
            sums["spend"] += days[at].paid_minor
            at += 1
        return sums

    def _counted(self, name: str) -> int:
        """Return how many distinct parts (dates, categories) a goal's window has."""
        if self._parts is None:
            self._parts = {}
            for key, one in (self.state.progress or {}).items():
                if one.amount > 0:
                    of = key[: key.index("|", key.index("|") + 1)]
                    self._parts[of] = self._parts.get(of, 0) + 1
        return self._parts.get(name, 0)

    def _challenges_done(self) -> int:
        """Return how many challenges were granted, those the programme dropped since as well."""
        count = 0
        for source, times in (self.state.done or {}).items():
            kind, _, name = source.partition(":")
            goal = self.goals.by_id.get(name)
            if kind == "goal" and (goal is None or goal.kind == "challenge"):
                count += times
        return count
