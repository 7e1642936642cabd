"""A shop with much to celebrate, and a visit at its kiosk."""

from datetime import date

from app.domain.effects import Earn
from app.domain.facts import Adjusted
from app.domain.members import coins_on
from app.services.moments import Moment, Seen, SinceLastTime, mark_seen, moments_of
from app.services.shop import Shop
from app.station import Station
from tests.helpers.shops import SUPERVISOR, document_of, later, sell

DOCUMENT = (
    document_of("allow_negative")
    + """
[[challenge]]
id = "ten-bills"
title = { en = "Ten bills" }
count = "bills"
target = 10

[[badge]]
id = "regular"
title = { en = "Regular" }
count = "bills"
targets = [2, 4]

[[milestone]]
id = "third"
title = { en = "Third bill, {name}" }
note = { en = "Thank you, {name}!" }
count = "bills"
target = 3
prize = { coins = 7 }

[[greeting]]
id = "birthday"
occasion = "birthday"
title = { en = "Happy birthday" }
note = { en = "Your tea is on the house, {name}." }
prize = { coins = 5 }

[[reward]]
id = "tea"
title = { en = "Tea" }
kind = "service"
coins = 12

[[reward]]
id = "cake"
title = { en = "Cake" }
kind = "service"
coins = 60
"""
)


def kinds(shop: Shop, member: str) -> list[type[Moment]]:
    return [type(one) for one in moments_of(shop, member)]


def marks_of(moments: tuple[Moment, ...]) -> tuple[str, ...]:
    return tuple(mark for one in moments for mark in one.marks)


def visit(shop: Shop, member: str) -> tuple[Moment, ...]:
    """Show everything that is new, and note it as a kiosk does at the end."""
    shown = moments_of(shop, member)
    assert mark_seen(shop, member, marks_of(shown)) == Seen()
    return shown


def new_coins(shop: Shop, member: str) -> SinceLastTime:
    (found,) = [one for one in moments_of(shop, member) if isinstance(one, SinceLastTime)]
    return found


def new_coins_or_none(shop: Shop, member: str) -> SinceLastTime | None:
    return next((one for one in moments_of(shop, member) if isinstance(one, SinceLastTime)), None)


def spendable(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def buy(station: Station, member: str, *amounts: int) -> None:
    for amount in amounts:
        later(station.shop, minutes=7)
        sell(station.shop, f"B-{station.shop.mint()[:12]}", amount, member=member)
        station.pump()


def give(shop: Shop, member: str, coins: int) -> None:
    """Give coins by hand."""
    on = shop.moment().on
    earn = Earn(coins, "", on, date(2027, 1, 31), "goodwill", 0, 100, coins, "")
    event = shop.event("adjusted", Adjusted(coins, "", SUPERVISOR), member=member, effects=(earn,))
    shop.record(lambda _: ((event,), None))
