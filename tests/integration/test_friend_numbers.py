"""The number that is given to friends names who sent them, and opens nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.erasing import erase
from app.services.friends import friend_offer
from app.services.members import MemberView, identify, merge
from app.services.referrals import FriendBrought, ReferrerUnknown, SelfReferral, refer
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import document_of
from tests.helpers.stations import Chain, chain_of

pytestmark = pytest.mark.slow

DOCUMENT = document_of() + "\n[referral]\nreferrer = { coins = 50 }\nfriend = { coins = 25 }\n"


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path, document=DOCUMENT) as chain:
        yield chain


def test_it_is_no_card(chain: Chain):
    shop = chain.open(chain.folder / "shop").shop
    asha = joined(shop, "Asha Rao", "9876543210")
    offer = friend_offer(shop, asha.member)
    assert offer is not None
    assert offer.number not in {card.number for card in asha.cards}
    for said in (offer.number, offer.short, offer.number.lower()):
        for typed in (True, False):
            assert not isinstance(identify(shop, said, typed=typed), MemberView)


def test_it_names_who_sent_the_friend_at_every_station(chain: Chain):
    one, two = chain.open(chain.folder / "shop"), chain.joined("two")
    asha = joined(one.shop, "Asha Rao", "9876543210").member
    one.pump()
    two.pump()
    offer = friend_offer(one.shop, asha)
    assert offer is not None
    assert offer == friend_offer(two.shop, asha)
    ravi = joined(two.shop, "Ravi", "9812345678").member
    assert refer(two.shop, "", ravi, offer.short.lower()) == FriendBrought(ravi, asha)
    assert refer(two.shop, "", asha, offer.number) == SelfReferral()


def test_it_names_the_survivor_of_a_merge_and_nobody_who_was_erased(chain: Chain):
    shop = chain.open(chain.folder / "shop").shop
    asha, double = joined(shop, "Asha Rao", "9876543210"), joined(shop, "Asha R", "9876543211")
    ravi, sita = (
        joined(shop, "Ravi", "9812345678").member,
        joined(shop, "Sita", "9812345679").member,
    )
    offer = friend_offer(shop, double.member)
    assert offer is not None
    owner = owner_of(shop)
    merge(shop, owner, owner, asha.member, double.member)
    assert refer(shop, "", ravi, offer.number) == FriendBrought(ravi, asha.member)
    erase(shop, owner, owner, asha.member)
    assert refer(shop, "", sita, offer.number) == ReferrerUnknown(offer.number)
