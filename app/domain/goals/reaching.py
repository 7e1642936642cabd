"""Which goals a member has reached, and which no longer: from the state alone (LEDGER.md 5).

An award's key is `goal:<id>|<window>|<amount>`, the amount being what had to be reached. So a
later programme with other targets neither takes nor repeats what was won: an award falls only
when something was taken back and the member has less than its own amount.

How many levels were granted in all is in `state.done`; awards are forgotten once nothing can
come back any more, and what is forgotten is never taken back.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from app.domain.effects import Paid, Progress, Unclaim, Visit
from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.domain.goals.counting import (
    KEPT_AFTER_DAYS,
    Goals,
    Span,
    Stretch,
    window_name,
    window_of,
)
from app.domain.goals.standing import Standing
from app.domain.members import Award, MemberState, times_done, used_gifts, used_up
from app.domain.promises import Goal

_JOINING: Final = (Merged, Unmerged)


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
    touch = _touch(cause)
    touched = _touched(standing, touch, on)
    if not touched:
        return (), ()
    if touch.takes_away:
        lost = _lost(standing, touched)
        if lost:
            return tuple(lost), ()
    return (), tuple(_gained(standing, touched, on))


class _Touch(NamedTuple):
    """What an event's effects say of goals.

    `takes_away` = something that counted is taken back; `all` = anything can have changed.
    `vouchers` are those that live again.
    """

    dates: tuple[date, ...]
    keys: list[str]
    vouchers: set[str]
    takes_away: bool
    all: bool


def _touch(cause: Event) -> _Touch:
    dates: list[date] = []
    keys: list[str] = []
    vouchers: set[str] = set()
    takes_away = every = isinstance(cause.facts, _JOINING)
    for effect in cause.effects:
        if isinstance(effect, Progress):
            keys.append(effect.key)
            takes_away |= effect.amount < 0
        elif isinstance(effect, Visit):
            dates.append(effect.on)
            takes_away |= effect.count < 0
        elif isinstance(effect, Paid):
            dates.append(effect.on)
            takes_away |= effect.amount_minor < 0
        elif isinstance(effect, Unclaim):
            vouchers.add(effect.voucher)
            takes_away = True
    return _Touch(tuple(sorted(set(dates))), keys, vouchers, takes_away, every)


def _touched(standing: Standing, touch: _Touch, on: date) -> list[Span]:
    """Return the windows of goals that an event can have changed, some perhaps twice."""
    goals = standing.goals
    if touch.all:
        return [span for goal in goals.all for span in _all_spans(standing, goal)]
    spans = list(goals.spans_on(touch.dates))
    keys = touch.keys
    if touch.vouchers:
        keys = [*keys, *_unclaimed(standing.state, touch.vouchers)]
    for key in keys:
        named = goals.span_named(key)
        if named:
            spans.append(named)
    for goal in goals.waiting:
        if goal.source == "goals":
            span = goals.span_on(goal, on)
            spans += [span] if span else []
        elif _just_opened(standing, goal, on):
            spans += _all_spans(standing, goal)
    return spans


def _by_goal(spans: Sequence[Span]) -> Iterable[Sequence[Span]]:
    """Return windows by goal, in the order goals come, each window once, earliest first."""
    if len(spans) == 1:
        return (spans,)
    found: dict[str, dict[Stretch, Span]] = {}
    for span in spans:
        found.setdefault(span.goal.id, {})[span.window] = span
    return [[windows[one] for one in sorted(windows)] for windows in found.values()]


def _unclaimed(state: MemberState, vouchers: set[str]) -> list[str]:
    """Return the keys of awards whose used voucher lives again, so that it can be taken back."""
    return [
        award.key
        for award in state.awards
        if award.key.startswith("goal:") and vouchers & {gift.ref for gift in award.gifts}
    ]


def _just_opened(standing: Standing, goal: Goal, on: date) -> bool:
    """Say whether what a goal requires was granted on this very day, and anything may count."""
    not_begun = goal.dates is not None and standing.state.newest < goal.dates[0]
    if not_begun or not standing.open(goal):
        return False
    required = [standing.goals.by_id.get(one) for one in goal.requires]
    granted = [award.on for one in required if one is not None for award in standing.awards(one)]
    return bool(granted) and max(granted) >= on


def _all_spans(standing: Standing, goal: Goal) -> list[Span]:
    """Return every window of a goal that the state knows anything about."""
    state, goals = standing.state, standing.goals
    days = {state.newest, *(day.on for day in state.days)} - {date.min}
    windows = {window for day in days if (window := window_of(goal, day)) is not None}
    spans = [goals.span(goal, window) for window in windows]
    prefix = f"goal:{goal.id}|"
    keys = [*(state.progress or {}), *(award.key for award in state.awards)]
    named = [goals.span_named(key) for key in keys if key.startswith(prefix)]
    return spans + [span for span in named if span is not None]


def _lost(standing: Standing, touched: Sequence[Span]) -> list[Lost]:
    lost: list[Lost] = []
    for spans in _by_goal(touched):
        for span in spans:
            amount = standing.amount_in(span)
            name = window_name(span.window)
            lost += [
                Lost(span.goal, award)
                for award in standing.awards(span.goal)
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


def _gained(standing: Standing, touched: Sequence[Span], on: date) -> Iterable[Gained]:
    begun = _begun(standing, touched)
    for spans in _by_goal(begun) if begun else ():
        goal = spans[0].goal
        held = times_done(standing.state, f"goal:{goal.id}")
        for span in spans:
            reached = levels(goal, standing.amount_in(span) or 0)
            if not reached or span.until < standing.state.newest or not standing.open(goal):
                continue
            if len(reached) <= held and not span.anew:
                continue
            name = window_name(span.window)
            known = standing.awards(goal)
            if span.anew:
                known = [award for award in known if award.key.split("|")[1] == name]
                held = len({award.key for award in known})
            missing = _missing(reached, {_award_amount(award) for award in known}, held)
            held += len(missing)
            for at, needed in missing:
                key = f"goal:{goal.id}|{name}|{needed}"
                yield Gained(goal, at % len(goal.targets) + 1, key, _keep(span, on, standing))


def _begun(standing: Standing, touched: Sequence[Span]) -> list[Span]:
    """Return the windows whose next level may be reached, while there are levels to grant."""
    done = standing.state.done or {}
    begun = []
    for span in touched:
        held = done.get(span.source, 0)
        if span.most is not None and held >= span.most:
            continue
        amount = standing.amount_in(span)
        if (
            amount is not None
            and amount >= span.least
            and _may_be_next(standing, span, held, amount)
        ):
            begun.append(span)
    return begun


def _may_be_next(standing: Standing, span: Span, held: int, amount: int) -> bool:
    """Say whether an amount past the first level may reach one that is not granted yet."""
    if held <= 0:
        return True
    if not span.anew:
        return amount >= _level(span.goal, held)
    window = f"{span.name}|"
    granted = {award.key for award in standing.state.awards if award.key.startswith(window)}
    return len(granted) < len(span.goal.targets)


def _level(goal: Goal, held: int) -> int:
    """Return the amount of the level after `held` ones of a goal that goes on and on."""
    rounds, at = divmod(held, len(goal.targets))
    return rounds * goal.targets[-1] + goal.targets[at]


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


def _keep(span: Span, on: date, standing: Standing) -> date:
    """Return until when an award can be taken back.

    Without an end of the window: until what it was reached with cannot come back any more.
    """
    programme = standing.goals.programme
    ever = on + timedelta(days=programme.return_window_days + KEPT_AFTER_DAYS)
    return span.until if span.until < date.max else ever
