"""Joining at a kiosk: known numbers are told of only so often, and nobody else is held up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.member_pins import JOIN_TRIES, STATION_TRY_MS
from app.services.joining import join
from app.services.members import Enrolment, PhoneTaken, Welcome
from app.services.pins import LockedOut
from app.services.referrals import ReferrerUnknown
from app.services.shop import Shop
from tests.helpers.people import create, joined, opened
from tests.helpers.shops import later

KNOWN = "98765 43210"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    create(tmp_path)
    with opened(tmp_path) as (_, shop, _):
        joined(shop, "Asha", KNOWN)
        yield shop


def asked(phone: str, friend: str = "") -> Enrolment:
    return Enrolment(phone=phone, name="", language="en", consent=True, referrer=friend)


def test_a_known_number_is_told_of_only_so_often(shop: Shop):
    for _ in range(JOIN_TRIES):
        assert isinstance(join(shop, asked(KNOWN)), PhoneTaken)
    assert join(shop, asked(KNOWN)) == LockedOut(
        shop.moment().at_ms + STATION_TRY_MS, STATION_TRY_MS // 1000
    )
    # What is not known gets the same answer meanwhile, and makes nobody.
    assert isinstance(join(shop, asked("98111 22233")), LockedOut)
    later(shop, minutes=1)
    assert isinstance(join(shop, asked("98111 22233")), Welcome)
    assert isinstance(join(shop, asked(KNOWN)), PhoneTaken)
    assert isinstance(join(shop, asked(KNOWN)), LockedOut)


def test_a_friend_s_number_tells_no_more(shop: Shop):
    for at in range(JOIN_TRIES):
        outcome = join(shop, asked("98111 22233", f"98111 2224{at}"))
        assert isinstance(outcome, ReferrerUnknown)
    assert isinstance(join(shop, asked("98111 22233", KNOWN)), LockedOut)


def test_many_who_join_one_after_the_other_never_wait(shop: Shop):
    for at in range(3 * JOIN_TRIES):
        assert isinstance(join(shop, asked(f"98222 000{at:02d}")), Welcome)
