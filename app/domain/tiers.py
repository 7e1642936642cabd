"""Tiers: up at once, down only when a hold ends (LEDGER.md 17)."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.calendar import add_months, month_end
from app.domain.effects import TierDrop, TierHold
from app.domain.members import MemberState
from app.domain.programme import Programme, Tier


@dataclass(frozen=True, slots=True)
class TierProgress:
    """Where a member stands: `points` in the rolling window, `missing` to `next` (None at top).

    `until` is the last day the current tier is held, None where the points imply it anyway.
    """

    tier: Tier
    points: int
    next: Tier | None
    missing: int
    until: date | None


def status_points(programme: Programme, state: MemberState, on: date) -> int:
    """Return the status points of the rolling window that ends on `on` (inclusive)."""
    start = add_months(on, -programme.status.months)
    return sum(day.status for day in state.days if start < day.on <= on)


def _points_at_most(programme: Programme, state: MemberState, on: date) -> int:
    """Return the most points the window that ends on `on` can have held.

    Days older than 400 are summed away (`MemberState.before`): a hold must not fall with them.
    """
    start = add_months(on, -programme.status.months)
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
    return TierProgress(
        tier=tier,
        points=points,
        next=above,
        missing=max(0, above.threshold - points) if above else 0,
        until=until if by_points < at else None,
    )


def hold_until(tier: Tier, reached_on: date) -> date:
    """Return the last day a tier reached on a date is held, grace included."""
    return month_end(add_months(reached_on, tier.hold_months)) + timedelta(days=tier.grace_days)


def reconcile(
    programme: Programme, state: MemberState, on: date
) -> tuple[TierHold | TierDrop, ...]:
    """Return the holds met and no longer met on `on`; empty when the state is as it should be.

    A hold whose threshold is not met on its own date any more (its goods were returned) goes.
    """
    drops = [
        TierDrop(hold.tier, hold.reached_on)
        for hold in state.holds
        if implied(programme, _points_at_most(programme, state, hold.reached_on))
        < _index(programme, hold.tier)
    ]
    gone = {(drop.tier, drop.reached_on) for drop in drops}
    held = max(
        (
            _index(programme, hold.tier)
            for hold in state.holds
            if (hold.tier, hold.reached_on) not in gone and hold.reached_on <= on <= hold.until
        ),
        default=0,
    )
    now = implied(programme, status_points(programme, state, on))
    if now > held:
        tier = programme.tiers[now]
        return (*drops, TierHold(tier.id, on, hold_until(tier, on)))
    return tuple(drops)
