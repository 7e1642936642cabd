"""What is celebrated at one kiosk of all, whatever order stations report in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.members import merge, unmerge
from app.services.moments import (
    BadgeWon,
    FirstVisit,
    OwnersNote,
    Seen,
    SinceLastTime,
    mark_seen,
    moments_of,
)
from tests.helpers.moments import DOCUMENT, kinds, marks_of, new_coins, new_coins_or_none, visit
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import later, sell
from tests.helpers.stations import Member, chain_of


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Member, Member]]:
    """Two stations of one cell."""
    with chain_of(tmp_path, document=DOCUMENT) as chain:
        yield chain.open(chain.folder / "shop"), chain.joined("other")


def meet(*members: Member) -> None:
    for _ in range(2):
        for one in members:
            one.pump()


def test_what_one_kiosk_celebrated_no_other_celebrates_again(two: tuple[Member, Member]):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    for at in range(3):
        later(here.shop, minutes=5)
        sell(here.shop, f"B-{at}", 40_000, member=member)
        meet(here, there)
    shown = moments_of(there.shop, member)
    assert shown == moments_of(here.shop, member)
    assert [type(one) for one in shown] == [FirstVisit, SinceLastTime, BadgeWon, OwnersNote]
    visit(here.shop, member)
    meet(here, there)
    assert moments_of(there.shop, member) == ()


def test_a_visit_writes_one_event_and_a_second_look_none(two: tuple[Member, Member]):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    sell(here.shop, "B-1", 40_000, member=member)
    meet(here, there)
    shown = moments_of(there.shop, member)
    for _ in range(3):
        assert mark_seen(there.shop, member, marks_of(shown)) == Seen()
    events = there.shop.db.pending[member]
    assert [event.kind for _, event in events] == ["seen"]
    assert events[0][1].effects == ()
    before = here.shop.state(member)
    meet(there, here)
    assert spend_of(here.shop.state(member)) == spend_of(before)


def spend_of(state):
    return state.lots, state.earned, state.spent, state.awards, state.progress


def test_a_bill_that_arrives_after_the_celebration_is_told_the_next_time(
    two: tuple[Member, Member],
):
    here, there = two
    member = joined(here.shop, "Asha Rao", "9876543210").member
    meet(here, there)
    sell(here.shop, "B-late", 20_000, member=member)
    later(there.shop, minutes=5)
    sell(there.shop, "B-1", 20_000, member=member)
    visit(there.shop, member)
    assert moments_of(there.shop, member) == ()
    meet(here, there)
    since = new_coins(there.shop, member)
    assert (since.coins, since.bills) == (2, 1)


def test_a_merged_member_is_not_shown_the_past_again(two: tuple[Member, Member]):
    here, there = two
    shop = here.shop
    owner = owner_of(shop)
    survivor = joined(shop, "Asha Rao", "9876543210").member
    source = joined(shop, "Asha R", "9123456780").member
    for member in (survivor, source):
        later(shop, minutes=5)
        sell(shop, f"B-{member}", 40_000, member=member)
        visit(shop, member)
    merge(shop, owner, owner, survivor, source)
    meet(here, there)
    for one in (here, there):
        assert FirstVisit not in kinds(one.shop, survivor)
        assert new_coins_or_none(one.shop, source) is None
    later(shop, minutes=5)
    sell(shop, "B-both", 20_000, member=survivor)
    meet(here, there)
    since = new_coins(there.shop, source)
    assert (since.coins, since.bills) == (2, 1)
    visit(there.shop, survivor)
    meet(there, here)
    assert kinds(here.shop, source) == []
    unmerge(shop, owner, owner, survivor, source)
    meet(here, there)
    for member in (survivor, source):
        assert FirstVisit not in kinds(there.shop, member)
