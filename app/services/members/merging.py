"""Two memberships of one person become one."""

from dataclasses import dataclass, fields

from app.domain.codes import CardNumber
from app.domain.events import Event
from app.domain.facts import Merged, Personal, ProfileChanged
from app.domain.fold.merging import absorb
from app.domain.profiles import Profile
from app.services.cards import MemberUnknown, blocked_events, issued_event
from app.services.members.enrolment import reindex
from app.services.members.views import MemberView, view_of
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval

_SEALED = ("name", "phone", "birthday", "old_number")


@dataclass(frozen=True, slots=True)
class MembersMerged:
    """The survivor with both members' coins, visits and cards."""

    view: MemberView


@dataclass(frozen=True, slots=True)
class SameMember:
    """Both are one member already."""


def merge(
    shop: Shop, staff: str, approver: str, survivor: str, source: str
) -> MembersMerged | SameMember | MemberUnknown | NeedsApproval:
    """Make `source` an alias of `survivor`; a supervisor approves.

    Everything that led to the source then leads to the survivor, whose own name and phone
    stay; values the survivor lacks are taken over. What was sealed under the source's key is
    sealed again under the survivor's.
    """
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    keep, gone = shop.profile(survivor), shop.profile(source)
    if keep is None or gone is None:
        return MemberUnknown()
    if keep.member == gone.member:
        return SameMember()
    # Shown at once; the replica has it when the cell has booked the merge.
    state, _ = absorb(shop.state(keep.member), shop.state(gone.member))
    facts = Merged(gone.member, answering)
    events = (
        shop.event("merged", facts, member=keep.member, staff=staff),
        *_cards_over(shop, staff, keep, gone),
        *_person_over(shop, staff, keep, gone),
    )
    shop.record(lambda _: (events, None))
    reindex(shop, keep.member)
    merged = shop.profile(keep.member)
    assert merged is not None
    return MembersMerged(view_of(shop, merged, state))


def _cards_over(shop: Shop, staff: str, keep: Profile, gone: Profile) -> list[Event]:
    numbers = shop.vault.open_all(gone.member, [("card", row.sealed) for row in gone.cards])
    events: list[Event] = []
    for row, number in zip(gone.cards, numbers, strict=True):
        events.append(issued_event(shop, staff, keep.member, CardNumber(number)))
        if row.blocked:
            events += blocked_events(shop, staff, keep.member, [row], row.blocked)
    return events


def _person_over(shop: Shop, staff: str, keep: Profile, gone: Profile) -> list[Event]:
    """Return the change that gives the survivor what it lacks and the source has."""
    kept = {field.name: getattr(keep.personal, field.name) for field in fields(Personal)}
    missing = [name for name in _SEALED if not kept[name] and getattr(gone.personal, name)]
    if not missing:
        return []
    texts = shop.vault.open_all(
        gone.member, [(name, getattr(gone.personal, name)) for name in missing]
    )
    values = {
        name: shop.vault.seal(keep.member, name, text)
        for name, text in zip(missing, texts, strict=True)
    }
    for name, mac in (("phone", "phone_mac"), ("old_number", "old_number_mac")):
        if name in values:
            values[mac] = getattr(gone.personal, mac)
    facts = ProfileChanged(Personal(**values))
    return [shop.event("profile_changed", facts, member=keep.member, staff=staff)]
