"""What this station recorded that the hub does not have yet, counted as people would."""

from dataclasses import dataclass
from typing import Final

from app.domain.events import Event
from app.domain.facts import Returned, VoucherClaimed
from app.services.shop import Shop

_WITH_ANOTHER: Final = frozenset(
    {
        "promo_used",
        "card_issued",
        "profile_changed",
        "flagged",
        "seen",
        "preferences_set",
        "help_called",
        "help_answered",
        "day_closed",
    }
)
"""Kinds that go with a sale, a member or a visit, and that nobody counts by themselves."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """How many bills, returns, new members and other acts wait here to be sent."""

    bills: int = 0
    returns: int = 0
    members: int = 0
    others: int = 0


def count_unsent(shop: Shop, events: int) -> Unsent:
    """Say what the last `events` events of this station are; reads memory only.

    What was sent already but did not come back in the feed is not counted.
    """
    waiting = {seq: event for own in list(shop.db.pending.values()) for seq, event in own}
    last = [waiting[seq] for seq in sorted(waiting)[-events:]] if events > 0 else []
    alone = [event.kind for event in last if not _goes_with_another(event)]
    bills, returns, members = (alone.count(kind) for kind in ("sold", "returned", "enrolled"))
    return Unsent(bills, returns, members, len(alone) - bills - returns - members)


def _goes_with_another(event: Event) -> bool:
    claimed_on_bill = isinstance(event.facts, VoucherClaimed) and event.facts.sale != ""
    undone = isinstance(event.facts, Returned) and event.facts.undoes != ""
    return claimed_on_bill or undone or event.kind in _WITH_ANOTHER
