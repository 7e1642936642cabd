"""Tiers: up at once, down only when a hold ends (LEDGER.md 17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import add_months, month_end
from app.domain.effects import TierDrop, TierHold
from app.domain.members import Hold, MemberState
from app.domain.programme import Programme, StatusRule, Tier


@dataclass(frozen=True, slots=True)
class TierProgress:
    """Where a member stands: `points` in the window, `missing` to `next` (None at the top).

    `until` is the last day the current tier is held, None where the points imply it anyway.
    `reach_by` is the last day on which `missing` points are enough, since older ones fall out
    of the window afterwards (None = no points yet, or nothing above). `keep_missing` points by
    `keep_by` keep the current tier when its hold ends (None = it needs nothing).
    """

    tier: Tier
    points: int
    next: Tier | None
    missing: int
    until: date | None
    reach_by: date | None = None
    keep_missing: int = 0
    keep_by: date | None = None


def _before_window(status: StatusRule, on: date) -> date:
    """Return the last day that does not count any more in the window that ends on `on`."""
    if status.calendar_year:
        return date(on.year, 1, 1) - timedelta(days=1)
    return add_months(on, -status.months)


def status_points(programme: Programme, state: MemberState, on: date) -> int:
    """Return the status points of the window that ends on `on` (inclusive)."""
    start = _before_window(programme.status, on)
    points = 0
    for day in reversed(state.days):
        if day.on <= start:
            break
        if day.on <= on:
            points += day.status
    return points


def _points_at_most(programme: Programme, state: MemberState, on: date) -> int:
    """Return the most points the window that ends on `on` can have held.

    Days older than 400 are summed away (`MemberState.before`): a hold must not fall with them.
    """
    start = _before_window(programme.status, on)
    unknown = max(0, state.before.status) if start < state.before.on else 0
    return status_points(programme, state, on) + unknown


def implied(programme: Programme, points: int) -> int:
    """Return the index of the highest tier whose threshold `points` reach."""
    reached = 0
    for at, tier in enumerate(programme.tiers):
        if points >= tier.threshold:
            reached = at
    return reached


def _index(programme: Programme, tier_id: str) -> int:
    return next((at for at, tier in enumerate(programme.tiers) if tier.id == tier_id), 0)


def _held(programme: Programme, state: MemberState, on: date) -> int:
    return max(
        (
            _index(programme, hold.tier)
            for hold in state.holds
            if hold.reached_on <= on <= hold.until
        ),
        default=0,
    )


def tier_on(programme: Programme, state: MemberState, on: date) -> Tier:
    """Return the member's tier on a business date: what is held, or more if points imply it."""
    by_points = implied(programme, status_points(programme, state, on))
    return programme.tiers[
        max(by_points, _held(programme, state, on)) if state.holds else by_points
    ]


def progress(programme: Programme, state: MemberState, on: date) -> TierProgress:
    """Return the member's tier on a business date and the way to the next one."""
    points = status_points(programme, state, on)
    by_points = implied(programme, points)
    at = max(by_points, _held(programme, state, on))
    tier = programme.tiers[at]
    above = programme.tiers[at + 1] if at + 1 < len(programme.tiers) else None
    until = max((hold.until for hold in state.holds if hold.tier == tier.id), default=None)
    keep_missing, keep_by = _to_keep(programme, state, on, tier, until)
    return TierProgress(
        tier=tier,
        points=points,
        next=above,
        missing=max(0, above.threshold - points) if above else 0,
        until=until if by_points < at else None,
        reach_by=_reach_by(programme.status, state, on) if above else None,
        keep_missing=keep_missing,
        keep_by=keep_by,
    )


def _reach_by(status: StatusRule, state: MemberState, on: date) -> date | None:
    """Return the last day on which every point that counts on `on` still counts."""
    if status.calendar_year:
        return date(on.year, 12, 31)
    start = _before_window(status, on)
    oldest = min(
        (day.on for day in state.days if start < day.on <= on and day.status), default=None
    )
    if oldest is None:
        return None
    last = add_months(oldest, status.months) - timedelta(days=1)
    # Months of unequal length: 31 January still counts on the last day of February.
    while _before_window(status, last + timedelta(days=1)) < oldest:
        last += timedelta(days=1)
    return last


def _to_keep(
    programme: Programme, state: MemberState, on: date, tier: Tier, until: date | None
) -> tuple[int, date | None]:
    """Return the points missing when the hold ends on `until`, and the last day to earn them."""
    if until is None or until < on or not tier.threshold:
        return 0, None
    if programme.status.calendar_year:
        last = date((until - timedelta(days=tier.grace_days)).year, 12, 31)
        had = status_points(programme, state, min(on, last)) if on.year >= last.year else 0
    else:
        last = until
        had = status_points(programme, state, until + timedelta(days=1))
    return max(0, tier.threshold - had), last


def hold_until(status: StatusRule, tier: Tier, reached_on: date) -> date:
    """Return the last day a tier reached on a date is held, grace included.

    By the calendar year, that is the end of the next year.
    """
    if status.calendar_year:
        last = date(reached_on.year + 1, 12, 31)
    else:
        last = month_end(add_months(reached_on, tier.hold_months))
    return last + timedelta(days=tier.grace_days)


def reconcile(
    programme: Programme, state: MemberState, on: date
) -> tuple[TierHold | TierDrop, ...]:
    """Return the holds met and no longer met on `on`; empty when the state is as it should be.

    A hold whose threshold is not met on its own date any more (its goods were returned) goes.
    By the calendar year, a tier reached again in a new year is held for another one.
    """
    now = implied(programme, status_points(programme, state, on))
    if not now and not state.holds:
        return ()
    drops = [
        TierDrop(hold.tier, hold.reached_on)
        for hold in state.holds
        if implied(programme, _points_at_most(programme, state, hold.reached_on))
        < _index(programme, hold.tier)
    ]
    gone = {(drop.tier, drop.reached_on) for drop in drops}
    holding = [
        hold
        for hold in state.holds
        if (hold.tier, hold.reached_on) not in gone and hold.reached_on <= on <= hold.until
    ]
    held = max((_index(programme, hold.tier) for hold in holding), default=0)
    tier = programme.tiers[now]
    if now > held or (now and _again(programme, holding, now, on)):
        return (*drops, TierHold(tier.id, on, hold_until(programme.status, tier, on)))
    return tuple(drops)


def _again(programme: Programme, holding: Sequence[Hold], tier: int, on: date) -> bool:
    """Say whether this calendar year's points hold a tier for longer than it is held already."""
    if not programme.status.calendar_year:
        return False
    last = hold_until(programme.status, programme.tiers[tier], on)
    return all(hold.until < last for hold in holding if _index(programme, hold.tier) >= tier)
