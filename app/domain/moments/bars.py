"""The bar that moves: which goal a bill brought forward, and how far."""

from collections.abc import Iterator
from datetime import date

from app.domain.goals.counting import Span, progress_of
from app.domain.goals.standing import Standing
from app.domain.members import MemberState, RecentSale
from app.domain.moments.celebrations import GoalMoved
from app.domain.open_sales import OpenSale
from app.domain.rating import Rules


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
