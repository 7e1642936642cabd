"""What an event counts for once the cell has booked it (LEDGER.md 6)."""

from dataclasses import replace

from app.domain.effects import Debit, Spend
from app.domain.events import Event


def worth(event: Event, outcome: str) -> Event:
    """Return the event with the effects it was booked with: a loser's debits only."""
    if outcome == "booked":
        return event
    debits = tuple(effect for effect in event.effects if isinstance(effect, Spend | Debit))
    return replace(event, effects=debits if outcome == "worthless" else (), once=(), releases=())
