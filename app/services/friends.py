"""What a member needs to bring a friend: the number that names them, and what it brings both.

It is another number than the card's, since it is made to be given away: it opens nothing, and it
follows from the shop's secret and the member, so that nothing has to be kept.
"""

from dataclasses import dataclass

from app.domain.codes import FriendNumber, cell_hint, mint_friend, part_of, short_number
from app.domain.promises import ReferralTerms
from app.domain.referrals import paid_friends
from app.services.shop import Shop


@dataclass(frozen=True, slots=True)
class FriendOffer:
    """What bringing a friend is worth; `number` names the member, and `short` is it to read aloud.

    `paid` is for how many friends the member was paid this month.
    """

    terms: ReferralTerms
    number: str
    short: str
    paid: int


def friend_offer(shop: Shop, member: str) -> FriendOffer | None:
    """Return what a member can offer a friend, or None where nobody is paid for it."""
    terms, profile = shop.programme.referral, shop.profile(member)
    if terms is None or profile is None:
        return None
    number = friend_number(shop, profile.member)
    paid = paid_friends(shop.state(profile.member), shop.moment().on)
    return FriendOffer(terms, number, short_number(number), paid)


def friend_number(shop: Shop, member: str) -> FriendNumber:
    """Return the number by which a friend names a member, the same at every station."""
    secret = bytes.fromhex(shop.vault.mac("friend", member))
    return mint_friend(secret, cell_hint(shop.place.cell_id))


def who_sent(shop: Shop, number: FriendNumber) -> str | None:
    """Return the member a friend number names, who may have been merged into another since.

    Never on the GUI thread: the first time, an older shop notes where to look for each member.
    """
    found = shop.vault.find_friend(part_of(number))
    return next((one for one in found if friend_number(shop, one) == number), None)
