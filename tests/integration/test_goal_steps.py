"""What a bill would move is what it moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.bills import Bill, amount_line
from app.services.goals import goals_of, steps_of
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from tests.helpers import people


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _):
        yield shop


@pytest.mark.parametrize("minor", [100, 50_000, 1_000_000])
def test_it_tells_before_recording_what_recording_does(shop: Shop, minor: int):
    member = people.joined(shop, "Aarti", "9876543210").member
    bill = Bill(shop.mint(), "", (amount_line(minor),), member=member)
    told = steps_of(shop, bill)
    before = {bar.id: bar for bar in goals_of(shop, member).bars}
    numbered = Bill(bill.id, "B-1", bill.lines, member=member)
    assert isinstance(record_sale(shop, "", numbered), SaleRecorded)
    after = {bar.id: bar for bar in goals_of(shop, member).bars}
    moved = {one for one in before if before[one].amount != after[one].amount}
    assert {step.before.id for step in told} == moved
    assert all(after[step.after.id].amount == step.after.amount for step in told)
    assert told


def test_a_guests_bill_and_an_empty_one_move_nothing(shop: Shop):
    member = people.joined(shop, "Aarti", "9876543210").member
    assert steps_of(shop, Bill(shop.mint(), "B-1", (amount_line(5_000),))) == ()
    assert steps_of(shop, Bill(shop.mint(), "B-1", (), member=member)) == ()
