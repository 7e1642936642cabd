"""The number that is given to friends names who sent them, and opens nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.codes import FriendNumber
from app.services import friends
from app.services.erasing import erase
from app.services.friends import friend_offer
from app.services.members import MemberView, identify, merge
from app.services.referrals import FriendBrought, ReferrerUnknown, SelfReferral, refer
from app.services.shop import Shop
from app.storage import vault
from app.storage.vault import Admission
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


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The members whose friend number was made to compare it."""
    members: list[str] = []
    made = friends.friend_number

    def counted(shop: Shop, member: str) -> FriendNumber:
        members.append(member)
        return made(shop, member)

    monkeypatch.setattr(friends, "friend_number", counted)
    return members


def test_few_members_are_looked_at_to_find_who_sent_somebody(chain: Chain, looked_at: list[str]):
    shop = chain.open(chain.folder / "shop").shop
    asha = joined(shop, "Asha Rao", "9876543210").member
    shop.vault.admit(*(Admission(f"{at:032x}", "") for at in range(2_000)))
    offer = friend_offer(shop, asha)
    assert offer is not None
    looked_at.clear()
    ravi = joined(shop, "Ravi", "9812345678").member
    assert refer(shop, "", ravi, offer.number) == FriendBrought(ravi, asha)
    assert len(looked_at) < 5

    with closing(sqlite3.connect(shop.vault.path)) as keys:
        plan = "EXPLAIN QUERY PLAN SELECT member FROM occasion WHERE kind = ? AND day IN (?)"
        (row,) = keys.execute(plan, ("friend", "22222")).fetchall()
    assert "USING COVERING INDEX ix_occasion_kind_day" in row[-1]


def test_an_older_shop_notes_once_how_its_members_are_named(
    chain: Chain, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(vault, "FRIENDS_AT_ONCE", 7)
    shop = chain.open(chain.folder / "shop").shop
    asha = joined(shop, "Asha Rao", "9876543210").member
    ravi = joined(shop, "Ravi", "9812345678").member
    shop.vault.admit(*(Admission(f"{at:032x}", "") for at in range(20)))
    with closing(sqlite3.connect(shop.vault.path)) as keys, keys:
        keys.execute("DELETE FROM occasion WHERE kind IN ('friend', 'friends')")
    offer = friend_offer(shop, asha)
    assert offer is not None
    assert refer(shop, "", ravi, offer.number) == FriendBrought(ravi, asha)
    with closing(sqlite3.connect(shop.vault.path)) as keys:
        noted = "SELECT COUNT(*) FROM occasion WHERE kind = 'friend'"
        assert keys.execute(noted).fetchone() == (22,)
    shop.vault.forget(asha)
    with closing(sqlite3.connect(shop.vault.path)) as keys:
        assert keys.execute(noted).fetchone() == (21,)


def test_a_number_of_a_merged_member_names_who_they_are_now_at_every_station(chain: Chain):
    one, two = chain.open(chain.folder / "shop"), chain.joined("two")
    asha = joined(one.shop, "Asha Rao", "9876543210").member
    double = joined(one.shop, "Asha R", "9876543211").member
    offer = friend_offer(one.shop, double)
    assert offer is not None
    owner = owner_of(one.shop)
    merge(one.shop, owner, owner, asha, double)
    one.pump()
    two.pump()
    ravi = joined(two.shop, "Ravi", "9812345678").member
    assert refer(two.shop, "", ravi, offer.number) == FriendBrought(ravi, asha)
