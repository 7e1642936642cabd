"""How far a member is with each goal, from the state alone: sums of progress, days, awards."""

from app.domain.goals.counting import (
    ALWAYS,
    Goals,
    Span,
    Stretch,
)
from app.domain.members import Award, MemberState, paid_minor, times_done, visit_days
from app.domain.promises import Goal


class Standing:
    """How far a member is with each goal; the days of a window are summed once."""

    __slots__ = ("_awards", "_sums", "goals", "state")

    def __init__(self, goals: Goals, state: MemberState) -> None:
        self.goals = goals
        self.state = state
        self._awards: dict[str, list[Award]] | None = None
        self._sums: dict[Stretch, dict[str, int]] = {}

    def amount(self, goal: Goal, window: Stretch) -> int | None:
        """Return how much of a goal is done in a window, in the unit of its targets.

        None when days of the window are summed away, so that nobody can tell any more.
        """
        return self.amount_in(self.goals.span(goal, window))

    def amount_in(self, span: Span) -> int | None:
        """Return how much of a goal is done in one of its windows (see `amount`)."""
        how = span.how
        if how == "days":
            sums = self._sums.get(span.window) or self._from_days(span.window)
            return sums[span.goal.source] if sums else None
        if how == "parts":
            return self._counted(span.name)
        if how == "goals":
            return self._challenges_done()
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
        if not goal.requires:
            return True
        return all(self.done(self.goals.by_id.get(one)) for one in goal.requires)

    def done(self, goal: Goal | None) -> bool:
        """Say whether the last level of a goal was granted."""
        return goal is not None and times_done(self.state, f"goal:{goal.id}") >= len(goal.targets)

    def _from_days(self, window: Stretch) -> dict[str, int] | None:
        if window.first <= self.state.before.on and window != ALWAYS:
            return None
        sums = self._sums[window] = self._sum_of(window)
        return sums

    def _sum_of(self, window: Stretch) -> dict[str, int]:
        """Return what a member's days of a window come to; several goals share a window."""
        state = self.state
        first, last = window
        if window == ALWAYS:
            return {
                "visits": visit_days(state), "bills": state.purchases, "spend": paid_minor(state)
            }  # fmt: skip
        visits = bills = spend = 0
        for on, visited, _, paid in reversed(state.days):
            if on < first:
                break
            if on <= last:
                visits += visited > 0
                bills += visited
                spend += paid
        return {"visits": visits, "bills": bills, "spend": spend}

    def _counted(self, name: str) -> int:
        """Return how many distinct parts (dates, categories) a goal's window has."""
        prefix = f"{name}|"
        progress = self.state.progress or {}
        return sum([one.amount > 0 for key, one in progress.items() if key.startswith(prefix)])

    def _challenges_done(self) -> int:
        """Return how many challenges were granted, those the programme dropped since as well."""
        other = self.goals.no_challenges
        done = self.state.done or {}
        return sum([
            times
            for source, times in done.items()
            if source.startswith("goal:") and source not in other
        ])  # fmt: skip
