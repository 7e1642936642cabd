"""A member's purchases booked as the cell books them: each event, then what the goals say."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.effects import Effect, Paid, Progress, Visit
from app.domain.events import Event
from app.domain.facts import Adjusted, Line
from app.domain.fold import blank, fold
from app.domain.goals import act_progress, progress_of
from app.domain.members import MemberState
from app.domain.programme import Programme
from app.domain.promises import Goal, Prize
from app.domain.rating import Rules
from app.domain.thresholds import reconcile
from tests.helpers.ledger import MEMBER, event
from tests.helpers.programmes import MONDAY, PROGRAMME, moment

ROUNDS = 20
TEN = (Prize(coins=10),)


def goal(name: str, source: str, *targets: int, **other: object) -> Goal:
    """A challenge with a prize of 10 coins for each target, unless told otherwise."""
    fields = {"kind": "challenge", **other}
    return Goal(id=name, title={"en": name}, source=source, targets=targets, **fields)  # type: ignore[arg-type]


def shop_with(*goals: Goal, **other: object) -> Programme:
    """The plain programme with goals."""
    return replace(PROGRAMME, goals=goals, **other)  # type: ignore[arg-type]


def bought(rules: Rules, name: str, on: date, *lines: Line, minute: int = 720) -> Event:
    """The event of a bill as a station writes it."""
    effects: list[Effect] = [Visit(on, 1), Paid(on, sum(line.net_minor for line in lines))]
    added = progress_of(rules.goals, lines, moment(on, minute))
    return _event(name, on, (*effects, *added))


def returned(
    rules: Rules, name: str, on: date, before: Sequence[Line], after: Sequence[Line] = ()
) -> Event:
    """The event that gives back what of a bill is not kept."""
    context = moment(on)
    sums: dict[tuple[str, date | None], int] = {}
    for sign, lines in ((-1, before), (1, after)):
        for one in progress_of(rules.goals, lines, context):
            key = (one.key, one.keep_until)
            sums[key] = sums.get(key, 0) + sign * one.amount
    money = sum(line.net_minor for line in after) - sum(line.net_minor for line in before)
    effects: list[Effect] = [Paid(on, money)]
    effects += [Progress(key, amount, keep) for (key, keep), amount in sums.items() if amount]
    if not after:
        effects.append(Visit(on, -1))
    return _event(name, on, tuple(effects))


def _event(name: str, on: date, effects: tuple[Effect, ...]) -> Event:
    return event("adjusted", Adjusted(0, "", ""), effects, on, name)


@dataclass
class Life:
    """A member under a programme; `booked` are the verdicts so far, as (kind, key)."""

    programme: Programme
    state: MemberState = field(default_factory=lambda: blank(MEMBER))
    booked: list[tuple[str, str]] = field(default_factory=list)
    bills: dict[str, tuple[date, tuple[Line, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = Rules(self.programme)

    def book(self, cause: Event) -> None:
        """Fold an event and all that follows from it, as the cell does."""
        self.state = fold(self.state, cause)
        for _ in range(ROUNDS):
            verdicts = reconcile(self.rules, self.state, cause, "K2")
            if not verdicts:
                return
            for one in verdicts:
                self.booked.append((one.kind, getattr(one.facts, "key", "")))
                self.state = fold(
                    self.state,
                    replace(cause, id=one.id, kind=one.kind, facts=one.facts, effects=one.effects),
                )
        raise AssertionError("the promises never come to rest")

    def buy(self, name: str, on: date = MONDAY, *lines: Line, minute: int = 720) -> None:
        """Buy something; its name is the bill's."""
        self.bills[name] = (on, lines)
        self.book(bought(self.rules, name, on, *lines, minute=minute))

    def give_back(self, name: str, *kept: Line) -> None:
        """Bring a bill back but for what is kept."""
        on, lines = self.bills[name]
        self.bills[name] = (on, kept)
        self.book(returned(self.rules, f"{name} back {len(kept)}", on, lines, kept))

    def act(self, source: str, on: date = MONDAY, name: str = "") -> None:
        """Answer a survey, rate a product or bring a friend."""
        added = act_progress(self.rules.goals, source, on)  # type: ignore[arg-type]
        self.book(_event(name or f"{source} {on}", on, added))

    @property
    def awards(self) -> list[str]:
        """The keys of the awards in force."""
        return [award.key for award in self.state.awards]

    @property
    def coins(self) -> int:
        """The coins on hand, debts taken off."""
        return sum(lot.amount for lot in self.state.lots) - self.state.debt


def units(sku: str, count: int, category: str = "") -> Line:
    """Whole units of goods at 1.00 each."""
    return Line(sku, sku, category, count * 1000, 100, count * 100)
