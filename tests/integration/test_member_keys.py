"""Whom one station enrols is found by name, phone and card at every other, until erased."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.services.erasing import MemberErased, erase
from app.services.members import (
    MemberView,
    ProfileChange,
    change_profile,
    find,
    identify,
    merge,
    unmerge,
)
from app.services.shop import Shop
from app.storage import failpoints, sealing
from app.storage.tables import sealed_key
from app.sync import member_keys
from tests.helpers.people import joined, owner_of
from tests.helpers.stations import Chain, Member, chain_of

pytestmark = pytest.mark.slow

PHONE = "9876543210"


class PowerCutError(Exception):
    """What an armed failpoint does here instead of killing the process."""


def cut() -> None:
    raise PowerCutError


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path) as chain:
        yield chain
    failpoints.arm("")


@pytest.fixture
def two(chain: Chain) -> tuple[Member, Member]:
    """Two stations of one cell."""
    return chain.open(chain.folder / "shop"), chain.joined("other")


def found(shop: Shop, text: str) -> list[str]:
    return [hit.member for hit in find(shop, text)]


def meet(*members: Member) -> None:
    for _ in range(2):
        for one in members:
            one.pump()


def test_a_member_is_found_at_the_other_station_by_everything(two: tuple[Member, Member]):
    here, there = two
    view = joined(here.shop, "Asha Rao", PHONE, birthday=date(1990, 11, 3), old_number="M-77")
    here.pump()
    assert found(there.shop, "asha") == []
    there.pump()
    for text in ("asha rao", PHONE, PHONE[-5:], "M-77", view.cards[0].number):
        assert found(there.shop, text) == [view.member], text
    seen = identify(there.shop, view.cards[0].number)
    assert isinstance(seen, MemberView)
    assert (seen.name, seen.birthday) == ("Asha Rao", date(1990, 11, 3))
    assert there.vault.find_days("birthday", ["11-03"], "", 5) == [view.member]
    assert there.vault.find_days("joined", [f"{view.since:%m-%d}"], "", 5) == [view.member]


def test_what_a_member_changes_elsewhere_is_searched_here(two: tuple[Member, Member]):
    here, there = two
    owner = owner_of(here.shop)
    member = joined(here.shop, "Asha Rao", PHONE).member
    meet(here, there)
    change_profile(
        there.shop, owner, member, ProfileChange(name="Deepak Menon", phone="9123456780")
    )
    meet(there, here)
    for shop in (here.shop, there.shop):
        assert found(shop, "deepak") == found(shop, "9123456780") == [member]
        assert found(shop, "asha rao") == found(shop, PHONE) == []


def test_the_last_of_two_changes_in_the_feed_is_searched_everywhere(two: tuple[Member, Member]):
    here, there = two
    owner = owner_of(here.shop)
    member = joined(here.shop, "Asha Rao", PHONE).member
    meet(here, there)
    change_profile(here.shop, owner, member, ProfileChange(name="Deepak"))
    change_profile(there.shop, owner, member, ProfileChange(name="Bina Bose"))
    meet(there, here)
    assert [found(one.shop, "deepak") for one in two] == [[member], [member]]
    assert [found(one.shop, "bina") for one in two] == [[], []]


def test_merging_and_parting_elsewhere_changes_what_is_searched_here(two: tuple[Member, Member]):
    here, there = two
    owner = owner_of(here.shop)
    nameless = joined(here.shop, "", PHONE).member
    named = joined(here.shop, "Asha Rao", None).member
    meet(here, there)
    merge(here.shop, owner, owner, nameless, named)
    meet(here, there)
    assert there.vault.find_name("asha", 5) == here.vault.find_name("asha", 5)
    assert nameless in there.vault.find_name("asha", 5)
    unmerge(here.shop, owner, owner, nameless, named)
    meet(here, there)
    assert there.vault.find_name("asha", 5) == here.vault.find_name("asha", 5) == [named]


def sealed_at(chain: Chain) -> dict[str, bytes]:
    with chain.hub.store.read() as core:
        rows = core.execute(select(sealed_key.c.member, sealed_key.c.sealed))
        return {row.member: row.sealed for row in rows}


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("keys.db*")))


def test_erasing_at_one_station_forgets_at_all_and_at_the_hub(
    chain: Chain, two: tuple[Member, Member]
):
    here, there = two
    owner = owner_of(here.shop)
    view = joined(here.shop, "Asha Rao", PHONE)
    meet(here, there)
    sealed = sealed_at(chain)[view.member]
    key = sealing.open_key(here.vault.secret, view.member, sealed)
    assert key is not None
    assert key in bytes_of(here.folder)
    assert key in bytes_of(there.folder)
    assert isinstance(erase(there.shop, owner, owner, view.member), MemberErased)
    meet(there, here)
    assert sealed_at(chain) == {}
    for one in two:
        assert one.vault.known([view.member]) == []
        assert found(one.shop, "asha") == found(one.shop, PHONE) == []
        assert found(one.shop, view.cards[0].number) == []
        one.close()
        assert key not in bytes_of(one.folder)
    newcomer = chain.joined("third")
    assert newcomer.vault.known([view.member]) == []
    assert found(newcomer.shop, view.cards[0].number) == []


@pytest.mark.parametrize("place", ["pull.folded", "pull.committed"])
def test_a_crash_between_keys_and_replica_changes_nothing(
    chain: Chain, two: tuple[Member, Member], place: str
):
    here, there = two
    owner = owner_of(here.shop)
    member = joined(here.shop, "Asha Rao", PHONE).member
    change_profile(here.shop, owner, member, ProfileChange(name="Deepak Menon"))
    here.pump()
    failpoints.arm(place, cut)
    with pytest.raises(PowerCutError):
        there.pump()
    failpoints.arm("")
    there.close()
    again = chain.open(there.folder)
    again.pump()
    assert found(again.shop, "deepak") == found(again.shop, PHONE) == [member]
    assert found(again.shop, "asha") == []
    assert again.vault.half_enrolled() == ()


def test_ones_own_members_are_not_written_to_the_keys_again(two: tuple[Member, Member]):
    here, _ = two
    for name in ("Asha Rao", "Ravi", "Meena"):
        joined(here.shop, name)
    with closing(sqlite3.connect(here.folder / "keys.db")) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()
        here.pump()
        assert connection.execute("PRAGMA data_version").fetchone() == before


def test_who_was_erased_is_not_taken_in_from_a_page_or_a_list_of_all_keys(
    chain: Chain, two: tuple[Member, Member]
):
    """Also when the erasing of this station has not reached the hub yet."""
    here, there = two
    owner = owner_of(here.shop)
    asha, ravi = (joined(here.shop, name).member for name in ("Asha Rao", "Ravi"))
    meet(here, there)
    keys = sealed_at(chain)
    erase(there.shop, owner, owner, asha)
    with there.db.cursor(None) as replica:
        member_keys.take_all(there.vault, there.db, replica, keys)
    assert there.vault.known([asha, ravi]) == [ravi]
    assert found(there.shop, "ravi") == [ravi]


def test_a_key_sealed_with_another_secret_or_for_another_member_does_not_open():
    secret, key = bytes(32), bytes(range(32))
    sealed = sealing.seal_key(secret, "asha", key)
    assert sealing.open_key(secret, "asha", sealed) == key
    assert sealing.open_key(secret, "ravi", sealed) is None
    assert sealing.open_key(b"1" * 32, "asha", sealed) is None
    assert sealing.open_key(secret, "asha", sealed[:-1]) is None
    assert sealing.open_key(secret, "asha", b"") is None
    assert key not in sealed
