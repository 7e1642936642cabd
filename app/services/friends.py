"""What a member needs to bring a friend: the code that names them, and what it brings both."""

from dataclasses import dataclass

from app.domain.promises import ReferralTerms
from app.domain.referrals import paid_friends
from app.services.members import MemberView, open_member
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class FriendOffer:
    """What bringing a friend is worth; `card` names the member ("" = no card works).

    `short` is the card for reading aloud, `paid` for how many friends the member was paid this
    month.
    """

    terms: ReferralTerms
    card: str
    short: str
    paid: int


def friend_offer(shop: Shop, member: str) -> FriendOffer | None:
    """Return what a member can offer a friend, or None where nobody is paid for it."""
    terms = shop.programme.referral
    view = open_member(shop, member)
    if terms is None or not isinstance(view, MemberView):
        return None
    working = [card for card in view.cards if not card.blocked]
    card = working[-1] if working else None
    return FriendOffer(
        terms=terms,
        card=card.number if card else "",
        short=card.short if card else "",
        paid=paid_friends(shop.state(member), shop.moment().on),
    )
