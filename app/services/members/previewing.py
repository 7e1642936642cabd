"""What two members would be as one, before anybody makes them one."""

from dataclasses import dataclass

from app.domain.coins import Balance
from app.domain.fold.merging import absorb
from app.domain.members import MemberState, credit_on
from app.domain.vouchers import usable
from app.services.cards import MemberUnknown
from app.services.members.merging import SameMember
from app.services.members.views import MemberView, view_of
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class Holding:
    """A member with what the view leaves out: store credit (minor units), usable vouchers."""

    view: MemberView
    credit: Balance
    vouchers: int


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Both members and the one they would be: the survivor, with the cards of both."""

    survivor: Holding
    source: Holding
    together: Holding
    cards: int


def preview_merge(
    shop: Shop, survivor: str, source: str
) -> MergePreview | SameMember | MemberUnknown:
    """Return what a merge would come to now; nothing is written."""
    keep, gone = shop.profile(survivor), shop.profile(source)
    if keep is None or gone is None:
        return MemberUnknown()
    into, other = shop.state(keep.member), shop.state(gone.member)
    if into.member == other.member:
        return SameMember()
    joined, _ = absorb(into, other)
    here, there = view_of(shop, keep, into), view_of(shop, gone, other)
    working = [card for card in (*here.cards, *there.cards) if not card.blocked]
    return MergePreview(
        survivor=_holding(shop, here, into),
        source=_holding(shop, there, other),
        together=_holding(shop, view_of(shop, keep, joined), joined),
        cards=len(working),
    )


def _holding(shop: Shop, view: MemberView, state: MemberState) -> Holding:
    on = shop.moment().on
    vouchers = sum(1 for held in state.vouchers if usable(held, on) is None)
    return Holding(view, credit_on(state, on), vouchers)
