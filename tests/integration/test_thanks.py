"""What a customer is thanked with: what this very bill brought, whatever a kiosk has told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.moments import NextReward
from app.services.greetings import greet
from app.services.moments import FirstVisit, OwnersNote, SinceLastTime, mark_seen, moments_of
from app.services.shop import Shop
from app.services.thanks import Thanks, thanks_of
from app.station import Station
from tests.helpers.people import joined
from tests.helpers.shops import document_of, later, new_station, sell

DOCUMENT = (
    document_of("allow_negative")
    + """
[[challenge]]
id = "ten-bills"
title = { en = "Ten bills" }
count = "bills"
target = 10

[[greeting]]
id = "birthday"
occasion = "birthday"
title = { en = "Happy birthday, {name}" }
note = { en = "Your tea is on the house, {name}." }
prize = { coins = 5 }

[[reward]]
id = "cake"
title = { en = "Cake" }
kind = "service"
coins = 6000
"""
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path, document=DOCUMENT) as station:
        yield station


def bought(station: Station, member: str, minor: int) -> str:
    """Sell something to a member; return the sale."""
    later(station.shop, minutes=7)
    return sell(station.shop, f"B-{station.shop.mint()[:12]}", minor, member=member).sale


def told(shop: Shop, member: str, sale: str) -> SinceLastTime:
    since = thanks_of(shop, member, sale).since
    assert since is not None
    return since


def test_each_bill_is_told_for_itself(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    first = told(shop, member, bought(station, member, 50_000))
    second = told(shop, member, bought(station, member, 80_000))
    assert (first.bills, second.bills) == (1, 1)
    assert first.before == 0
    assert second.before == first.after
    assert second.after == second.before + second.coins - second.later
    assert second.last is not None
    assert sum(step.granted for step in second.last.steps) == second.coins
    assert second.bar is not None
    assert (second.bar.goal, second.bar.before, second.bar.after) == ("ten-bills", 1, 2)
    assert isinstance(second.next, NextReward)
    assert second.next.missing == 6_000 - second.after


def test_a_kiosk_still_tells_of_a_bill_that_was_thanked_for(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    sale = bought(station, member, 50_000)
    assert told(shop, member, sale).marks == ()
    kinds = [type(one) for one in moments_of(shop, member)]
    assert kinds == [FirstVisit, SinceLastTime]


def test_a_bill_without_coins_brings_none(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    since = told(shop, member, bought(station, member, 100))
    assert since.coins == 0
    assert since.before == since.after


def test_a_special_day_brings_the_owners_note_once(station: Station):
    shop = station.shop
    on = shop.moment().on
    member = joined(shop, "Asha Rao", birthday=on.replace(year=1990)).member
    assert greet(shop, on) == 1
    sale = bought(station, member, 50_000)
    note = thanks_of(shop, member, sale).note
    assert isinstance(note, OwnersNote)
    assert note.text == "Your tea is on the house, Asha Rao."
    assert [gift.amount for gift in note.gifts] == [5]
    mark_seen(shop, member, note.marks)
    assert thanks_of(shop, member, sale).note is None


def test_who_was_shown_a_note_at_the_counter_still_has_a_first_visit_at_a_kiosk(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    mark_seen(shop, member, ("note:greeting:birthday=2026",))
    assert [type(one) for one in moments_of(shop, member)] == [FirstVisit]


def test_nobody_is_thanked_for_nothing(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao").member
    assert thanks_of(shop, "0" * 32, "x") == Thanks()
    assert thanks_of(shop, member, "x") == Thanks()
