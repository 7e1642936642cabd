"""Two memberships of one person become one, and two again (LEDGER.md 25).

Nothing personal moves: the source's cards and values stay sealed under its own key and are shown
with the survivor, so that parting the two leaves each with exactly its own.
"""

from dataclasses import dataclass

from app.domain.events import Event
from app.domain.facts import Merged, Unmerged
from app.services.cards import MemberUnknown
from app.services.members.enrolment import reindex
from app.services.members.views import MemberView, open_member
from app.services.shop import Shop
from app.services.staff import approver_of
from app.services.voids import NeedsApproval
from app.storage.writer import Tx


@dataclass(frozen=True, slots=True)
class MembersMerged:
    """The survivor with both members' coins, visits and cards."""

    view: MemberView


@dataclass(frozen=True, slots=True)
class MembersParted:
    """Both members again, each with what was theirs; what came since is the survivor's."""

    survivor: MemberView
    source: MemberView


@dataclass(frozen=True, slots=True)
class SameMember:
    """Both are one member already."""


@dataclass(frozen=True, slots=True)
class NotMerged:
    """The source was not merged into this member, or another merge came after: undo that first."""


def merge(
    shop: Shop, staff: str, approver: str, survivor: str, source: str
) -> MembersMerged | SameMember | MemberUnknown | NeedsApproval:
    """Make `source` an alias of `survivor`; a supervisor approves.

    Everything that led to the source then leads to the survivor, whose own name and phone
    stay; values the survivor lacks are shown from the source.
    """
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    keep, gone = shop.profile(survivor), shop.profile(source)
    if keep is None or gone is None:
        return MemberUnknown()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], str | SameMember]:
        into, other = shop.state(survivor, tx).member, shop.state(source, tx).member
        if into == other:
            return (), SameMember()
        event = shop.event("merged", Merged(other, answering), member=into, staff=staff)
        return (event,), into

    merged = shop.record(decide)
    if not isinstance(merged, str):
        return merged
    reindex(shop, merged)
    return MembersMerged(_view(shop, merged))


def unmerge(
    shop: Shop, staff: str, approver: str, survivor: str, source: str
) -> MembersParted | NotMerged | MemberUnknown | NeedsApproval:
    """Make `source`, which was merged into `survivor`, a member of its own; a supervisor approves.

    `source` is the member id it had. Coins spent since are missing with the survivor, who then
    owes them.
    """
    answering = approver_of(shop, staff, approver)
    if answering is None:
        return NeedsApproval()
    if shop.profile(survivor) is None:
        return MemberUnknown()

    def decide(tx: Tx) -> tuple[tuple[Event, ...], str | NotMerged]:
        state = shop.state(survivor, tx)
        if source not in state.aliases:
            return (), NotMerged()
        event = shop.event(
            "unmerged", Unmerged(source, answering), member=state.member, staff=staff
        )
        return (event,), state.member

    parted = shop.record(decide)
    if not isinstance(parted, str):
        return parted
    reindex(shop, parted)
    reindex(shop, source)
    return MembersParted(_view(shop, parted), _view(shop, source))


def _view(shop: Shop, member: str) -> MemberView:
    view = open_member(shop, member)
    assert isinstance(view, MemberView), f"member {member} has no profile"
    return view
