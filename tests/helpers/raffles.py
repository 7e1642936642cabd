"""A shop with a raffle, its tickets, and the way to the draw."""

from datetime import UTC, datetime

from app.domain.effects import Revoke
from app.domain.facts import Adjusted
from app.domain.grants import Giving, grant
from app.domain.promises import Prize
from app.domain.raffles import raffle_keep_until
from app.services.clocks import SetClock
from app.services.raffles import (
    TicketsSold,
    buy_tickets,
)
from app.services.shop import Shop
from app.services.staff import StaffSaved, set_staff
from app.station import Station
from tests.helpers.shops import (
    STAFF,
    document_of,
    enrol,
    sell,
)

START = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
RAFFLE = """
[[raffle]]
id = "pasko"
title = { en = "Christmas draw" }
opens = 2026-11-20
closes = 2026-12-24
draws_on = 2027-01-06
permit = "DTI-1"
mechanics = { en = "Two coins a ticket." }
ticket_coins = 2
ticket_limit = 20
claim_days = 60
coins_for_part = 7

[[raffle.prize]]
id = "rice"
title = { en = "Sack of rice" }
count = 2

[[raffle.prize]]
id = "ham"
title = { en = "Ham" }
"""


def document(raffle: str = RAFFLE) -> str:
    return document_of().replace("[shop]", "[shop]\nraffles = true", 1) + raffle


def owner(shop: Shop) -> str:
    saved = set_staff(shop, "", "Nena Cruz", "owner", pin="4826")
    assert isinstance(saved, StaffSaved)
    return saved.staff.id


def rich(shop: Shop, name: str) -> str:
    """A member with 50 coins and more."""
    member = enrol(shop, name)
    sell(shop, f"B-{name}", 400_000, member=member)
    return member


def bought(shop: Shop, member: str, count: int) -> TicketsSold:
    done = buy_tickets(shop, STAFF, member, "pasko", count)
    assert isinstance(done, TicketsSold), done
    return done


def give(shop: Shop, member: str, key: str, tickets: int) -> None:
    """Grant tickets as a promise of the programme does."""
    giving = Giving(shop.moment().on, shop.mint(), shop.place.cell_hint)
    prize = Prize(raffle="pasko", tickets=tickets)
    keep = raffle_keep_until(shop.programme, "pasko")
    effects = grant(shop.programme, giving, key, prize, keep)
    event = shop.event("adjusted", Adjusted(0, "test", ""), member=member, effects=effects)
    shop.record(lambda _: ((event,), None))


def take(shop: Shop, member: str, key: str) -> None:
    """Take a grant back, as a return does."""
    event = shop.event("adjusted", Adjusted(0, "test", ""), member=member, effects=(Revoke(key),))
    shop.record(lambda _: ((event,), None))


def to_the_draw(station: Station) -> None:
    station.pump()
    clock = station.shop.clock
    assert isinstance(clock, SetClock)
    clock.at = datetime(2027, 1, 6, 6, 30, tzinfo=UTC)
    station.end_days()
