"""What the member desk asks for: a PIN removed, a merge seen before it is done, a file written."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.insight.history import history
from app.insight.member_file import save_member_file, try_saving
from app.insight.merges import DAYS, recent_merges
from app.services import goodwill, member_pins
from app.services.cards import MemberUnknown
from app.services.erasing import erase
from app.services.members import (
    MembersMerged,
    MergePreview,
    SameMember,
    merge,
    preview_merge,
    unmerge,
)
from app.services.pin_removal import PinRemoved, remove_member_pin
from app.services.pins import WrongPin
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.station.examining import examine
from app.storage.member_files import FilesStayError
from tests.helpers.chain import chain_in
from tests.helpers.people import create, joined, opened, owner_of
from tests.helpers.shops import later
from tests.helpers.stations import chain_of

PIN = "4826"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    create(tmp_path)
    with opened(tmp_path) as (_, shop, _):
        yield shop


@pytest.fixture
def owner(shop: Shop) -> str:
    return owner_of(shop)


def test_a_removed_pin_opens_nothing_and_another_can_be_chosen(shop: Shop, owner: str):
    member = joined(shop, "Aarti", "9876543210").member
    member_pins.set_member_pin(shop, "", member, PIN)
    assert remove_member_pin(shop, owner, owner, member) == PinRemoved(member)
    assert not member_pins.has_pin(shop, member)
    assert isinstance(member_pins.check_pin(shop, member, PIN), WrongPin)
    titles = [entry.title for entry in history(shop, member, "en", 5)]
    assert titles[:2] == ["The PIN was removed", "Set a PIN"]
    assert isinstance(member_pins.set_member_pin(shop, "", member, "7392"), member_pins.PinSaved)
    assert member_pins.check_pin(shop, member, "7392") == member_pins.PinRight()


def test_without_a_pin_nothing_is_written(shop: Shop, owner: str):
    member = joined(shop, "Aarti", "9876543210").member
    before = shop.db.head
    assert remove_member_pin(shop, owner, owner, member) == PinRemoved(member)
    assert shop.db.head[0] == before[0]


def test_a_pin_is_removed_by_a_supervisor_only(shop: Shop):
    member = joined(shop, "Aarti", "9876543210").member
    member_pins.set_member_pin(shop, "", member, PIN)
    assert remove_member_pin(shop, "nobody", "", member) == NeedsApproval()
    assert member_pins.has_pin(shop, member)


def test_the_pin_of_who_was_merged_in_goes_too(shop: Shop, owner: str):
    member = joined(shop, "Aarti", "9876543210").member
    other = joined(shop, "Aarti S", "9812345678").member
    member_pins.set_member_pin(shop, "", member, PIN)
    member_pins.set_member_pin(shop, "", other, "7392")
    merge(shop, owner, owner, member, other)
    remove_member_pin(shop, owner, owner, member)
    assert not member_pins.has_pin(shop, member)


def test_a_removed_pin_is_removed_at_the_other_station(tmp_path: Path):
    with chain_of(tmp_path) as chain:
        one, other = chain.open(chain.folder / "shop"), chain.joined("other")
        member = joined(one.shop, "Aarti", "9876543210").member
        member_pins.set_member_pin(one.shop, "", member, PIN)
        for _ in range(2):
            one.pump()
            other.pump()
        assert member_pins.has_pin(other.shop, member)
        by = owner_of(one.shop)
        remove_member_pin(one.shop, by, by, member)
        for _ in range(2):
            one.pump()
            other.pump()
        assert not member_pins.has_pin(other.shop, member)


def test_what_a_merge_shows_is_what_it_does(shop: Shop, owner: str):
    keep, gone = joined(shop, "Aarti", "9876543210"), joined(shop, "Arti", "9812345678")
    goodwill.give_coins(shop, owner, owner, keep.member, 120, "sorry")
    goodwill.give_coins(shop, owner, owner, gone.member, 45, "sorry")
    head = shop.db.head
    seen = preview_merge(shop, keep.member, gone.member)
    assert isinstance(seen, MergePreview)
    assert shop.db.head == head
    assert (seen.survivor.view.coins.spendable, seen.source.view.coins.spendable) == (120, 45)
    assert (seen.together.view.coins.spendable, seen.cards) == (165, 2)
    done = merge(shop, owner, owner, keep.member, gone.member)
    assert isinstance(done, MembersMerged)
    assert done.view.coins == seen.together.view.coins
    assert done.view.tier == seen.together.view.tier
    assert len(done.view.cards) == seen.cards
    assert preview_merge(shop, keep.member, gone.member) == SameMember()
    assert preview_merge(shop, keep.member, "nobody") == MemberUnknown()


def test_merges_of_the_last_days_are_offered_to_be_undone(shop: Shop, owner: str):
    keep, gone = joined(shop, "Aarti", "9876543210"), joined(shop, "Arti", "9812345678")
    assert recent_merges(shop, keep.member) == ()
    merge(shop, owner, owner, keep.member, gone.member)
    (only,) = recent_merges(shop, keep.member)
    assert (only.source, only.name, only.on) == (gone.member, "Arti", shop.moment().on)
    later(shop, days=DAYS)
    assert recent_merges(shop, keep.member) == ()
    later(shop, days=-DAYS)
    unmerge(shop, owner, owner, keep.member, gone.member)
    assert recent_merges(shop, keep.member) == ()


def test_a_members_file_is_the_owners_alone_and_names_nobody(shop: Shop):
    member = joined(shop, "Aarti", "9876543210").member
    path = save_member_file(shop, member)
    assert path is not None
    assert path.parent == shop.folder / "exports"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "aarti" not in path.name.lower()
    assert json.loads(path.read_bytes())["person"]["name"] == "Aarti"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_nothing_is_written_of_who_was_erased(shop: Shop, owner: str):
    member = joined(shop, "Aarti", "9876543210").member
    erase(shop, owner, owner, member)
    assert try_saving(shop, member) == MemberUnknown()
    assert not (shop.folder / "exports").exists()


def test_whoever_is_erased_takes_their_files_along(shop: Shop, owner: str):
    keep, gone = joined(shop, "Aarti", "9876543210").member, joined(shop, "Arti").member
    other = save_member_file(shop, joined(shop, "Ravi").member)
    files = [save_member_file(shop, one) for one in (keep, gone)]
    half = [one.with_name(f".{one.name}.part") for one in files if one is not None]
    for one in half:
        one.write_text("killed while it was written")
    merge(shop, owner, owner, keep, gone)
    erase(shop, owner, "", keep)
    assert list((shop.folder / "exports").iterdir()) == [other]


def test_a_file_goes_when_its_member_is_erased_at_another_till(tmp_path: Path):
    with chain_in(tmp_path) as chain:
        here, there = chain.stations["1"], chain.join("2")
        owner = owner_of(here.shop)
        member = joined(here.shop, "Aarti", "9876543210").member
        chain.sync()
        path = save_member_file(there.shop, member)
        assert path is not None
        other = save_member_file(here.shop, member)
        assert other is not None
        other.with_name(f".{other.name}.part").mkdir()  # nobody can remove it as a file
        with pytest.raises(FilesStayError, match="exports"):
            erase(here.shop, owner, "", member)
        assert not here.vault.known((member,))
        assert not other.exists()
        chain.sync()
        assert not path.exists()


def test_a_file_that_cannot_be_removed_keeps_no_till_from_going_on(tmp_path: Path):
    with chain_in(tmp_path) as chain:
        here, there = chain.stations["1"], chain.join("2")
        owner = owner_of(here.shop)
        member = joined(here.shop, "Aarti", "9876543210").member
        chain.sync()
        path = save_member_file(there.shop, member)
        assert path is not None
        path.unlink()
        path.mkdir()
        erase(here.shop, owner, "", member)
        chain.sync()
        assert not there.vault.known((member,))
        assert there.shop.state(member).erased


def test_the_books_stay_true_after_a_removed_pin(tmp_path: Path):
    create(tmp_path)
    with opened(tmp_path) as (_, shop, _):
        member = joined(shop, "Aarti", "9876543210").member
        by = owner_of(shop)
        member_pins.set_member_pin(shop, "", member, PIN)
        remove_member_pin(shop, by, by, member)
    assert examine(tmp_path).findings == ()
