"""How a station stands towards its hub, by its own files alone: for `sikka status`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.domain.programme import money_of
from app.services.conflicts import unseen_conflicts
from app.services.leeway import leeway
from app.services.shop import Shop
from app.services.unsent import count_unsent
from app.storage.station import was_shut_out


@dataclass(frozen=True, slots=True)
class StationStatus:
    """What a station knows without asking anybody.

    `hub` is its address (empty = none). Instants are Unix ms, 0 = never or none. `unsent` counts
    events that did not come back in the feed yet; `exposure_minor` is in minor units. `shut_out`:
    the owner did so, and this station has forgotten its members.
    """

    hub: str
    last_full_contact_ms: int
    unsent: int
    unsent_bills: int
    unsent_returns: int
    unsent_members: int
    unsent_since_ms: int
    conflicts: int
    exposure_minor: int
    shut_out: bool


def station_status(shop: Shop, hub: str) -> StationStatus:
    """Look at a station's files."""
    waiting = {seq: event for own in shop.db.pending.values() for seq, event in own}
    counted = count_unsent(shop, len(waiting))
    shut_out = was_shut_out(shop.db)
    return StationStatus(
        hub=hub,
        last_full_contact_ms=shop.db.synced_ms,
        unsent=len(waiting),
        unsent_bills=counted.bills,
        unsent_returns=counted.returns,
        unsent_members=counted.members,
        unsent_since_ms=min((event.at_ms for event in waiting.values()), default=0),
        conflicts=unseen_conflicts(shop),
        exposure_minor=leeway(shop).exposure_minor if hub and not shut_out else 0,
        shut_out=shut_out,
    )


def status_lines(shop: Shop, found: StationStatus) -> Iterator[str]:
    """Yield it in sentences."""
    if not found.hub:
        yield "This shop is one station: it has no hub, and nothing to send."
        return
    offset_min = shop.moment().offset_min
    contact = found.last_full_contact_ms
    yield f"Hub: {found.hub}"
    yield f"Last full contact: {_said(contact, offset_min) if contact else 'never'}"
    if found.unsent:
        yield (
            f"Not sent yet: {found.unsent} events (bills {found.unsent_bills}, returns"
            f" {found.unsent_returns}, new members {found.unsent_members}), since"
            f" {_said(found.unsent_since_ms, offset_min)}"
        )
    else:
        yield "Everything is sent."
    if found.shut_out:
        yield (
            "The owner shut this station out: it has forgotten its members. To go on, ask for a"
            " code and join in another folder: sikka station join"
        )
    yield f"Turned out otherwise, not looked at: {found.conflicts}"
    worst = money_of(shop.programme).short(found.exposure_minor)
    yield f"At most {worst} could be lost here today."


def _said(at_ms: int, offset_min: int) -> str:
    at = datetime.fromtimestamp(at_ms / 1000, UTC) + timedelta(minutes=offset_min)
    return f"{at:%Y-%m-%d %H:%M}"
