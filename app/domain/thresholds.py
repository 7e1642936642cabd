"""Which promises a member's state keeps, and which it does not keep any more (LEDGER.md 5).

Thresholds are not facts: a station runs this to predict and celebrate, the cell runs it after
each booking and books the difference as events of its own.
"""

from datetime import date
from typing import NamedTuple

from app.domain.effects import Effect, TierDrop
from app.domain.events import Event, Kind
from app.domain.facts import Facts, Threshold
from app.domain.ids import derived_id
from app.domain.members import MemberState, newest_day
from app.domain.rating import Rules
from app.domain.tiers import reconcile as reconcile_tiers


class Verdict(NamedTuple):
    """A promise found kept or broken: the event to book for it, whose id follows from its cause."""

    id: str
    kind: Kind
    facts: Facts
    effects: tuple[Effect, ...]


def reconcile(
    rules: Rules,
    state: MemberState,
    cause: Event,
    cell_hint: str,  # noqa: ARG001
) -> tuple[Verdict, ...]:
    """Return what changes after `cause` was folded into `state`; nothing when all is as it is.

    Booking one verdict may bring the next (a badge for challenges done), so it is asked again
    until nothing is left.
    """
    on = max(cause.on, newest_day(state))
    return _tier_verdicts(rules, state, cause, on)


def _tier_verdicts(rules: Rules, state: MemberState, cause: Event, on: date) -> tuple[Verdict, ...]:
    verdicts = []
    for effect in reconcile_tiers(rules.programme, state, on):
        purpose = f"{type(effect).__name__}:{effect.tier}:{effect.reached_on}"
        kind: Kind = "tier_lost" if isinstance(effect, TierDrop) else "tier_reached"
        verdicts.append(
            Verdict(derived_id(cause.id, purpose), kind, Threshold(cause.id), (effect,))
        )
    return tuple(verdicts)
