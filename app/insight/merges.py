"""Who was made one member lately: what may be undone while everybody remembers."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from app.domain.facts import Merged
from app.insight.member_events import NEWEST, open_tape
from app.services.members import mask
from app.services.shop import Shop

DAYS: Final = 30
"""How far back a merge is offered to be undone; older ones are undone on the command line."""
EVENTS_MAX: Final = 2_000


class RecentMerge(NamedTuple):
    """`source` was merged into the member on a business date; `name`, or else the masked phone."""

    source: str
    name: str
    on: date


def recent_merges(shop: Shop, member: str) -> tuple[RecentMerge, ...]:
    """Return the merges of the last 30 days that still stand, newest first."""
    state = shop.state(member)
    first = shop.moment().on - timedelta(days=DAYS - 1)
    with open_tape(shop) as tape:
        told = tape.newest([state.member], NEWEST, EVENTS_MAX)
    found: dict[str, date] = {}
    for event in (one.event for one in told if one.event.on >= first):
        if isinstance(event.facts, Merged) and event.facts.source in state.aliases:
            found.setdefault(event.facts.source, event.on)
    return tuple(RecentMerge(source, _name(shop, source), on) for source, on in found.items())


def _name(shop: Shop, source: str) -> str:
    name, phone = shop.personal(shop.own_profile(source), "name", "phone")
    return name or mask(phone)
