"""Taking a member's PIN away: somebody forgot it and there is no screen to choose another on."""

from dataclasses import dataclass

from app.domain.events import Event
from app.domain.facts import PinSet
from app.domain.staff import LockOut
from app.services.cards import MemberUnknown
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.services.writing import DiskFull, write_outcome
from app.storage.staff import write_lock
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class PinRemoved:
    """The member has no PIN, at any station once they have met."""

    member: str


RemovePinOutcome = PinRemoved | NeedsApproval | MemberUnknown | DiskFull


def remove_member_pin(shop: Shop, staff: str, approver: str, member: str) -> RemovePinOutcome:
    """Remove a member's PIN and those of who was merged into them; a supervisor approves.

    Wrong tries before are forgiven. Nothing is written for a member without one.
    """
    if approver_of(shop, staff, approver) is None:
        return NeedsApproval()
    profile = shop.profile(member)
    if profile is None:
        return MemberUnknown()
    owner = profile.member

    def decide(tx: Tx) -> tuple[tuple[Event, ...], PinRemoved]:
        # One who was merged in would lend the survivor theirs.
        family = shop.family(owner, tx)
        having = [one for one in family if shop.own_profile(one).pin]
        write_lock(tx.cursor, owner, LockOut())
        events = (shop.event("pin_set", PinSet(""), member=one, staff=staff) for one in having)
        return tuple(events), PinRemoved(owner)

    return write_outcome(shop, decide)
