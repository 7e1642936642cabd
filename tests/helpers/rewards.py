"""A shop with rewards: coins for members, and a second station at the same cell."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.domain.effects import Earn
from app.domain.facts import Adjusted
from app.domain.members import coins_on
from app.services.rewards import RewardRedeemed, redeem
from app.services.shop import Shop
from app.station import Station, open_station
from app.sync.direct import DirectPort
from app.sync.link import Link
from tests.helpers.shops import STAFF, document_of, make_shop, number

REWARDS = """
[[reward]]
id = "tea"
title = { en = "Tea, 250 g" }
kind = "item"
coins = 50
skus = ["T1"]
valid_days = 10

[[reward]]
id = "off"
title = { en = "50 off" }
kind = "fixed"
value = "50.00"
coins = 40

[[reward]]
id = "last"
title = { en = "The last one" }
kind = "item"
skus = ["L1"]
coins = 30
stock = 1

[[reward]]
id = "monthly"
title = { en = "Once a month" }
kind = "service"
coins = 10
limit = { times = 1, per = "month" }

[[reward]]
id = "golden"
title = { en = "For gold" }
kind = "service"
coins = 10
tiers = ["gold"]

[[reward]]
id = "early"
title = { en = "Opens in July" }
kind = "service"
coins = 10
opens = 2026-07-10
closes = 2026-07-20

[[reward]]
id = "wallet"
title = { en = "50 of credit" }
kind = "credit"
value = "50.00"
coins = 100

[[reward]]
id = "given"
title = { en = "Only given" }
kind = "service"

[[promo]]
id = "leaflet"
title = { en = "Leaflet" }
kind = "percent"
value = 10
code = "LEAF"
batch = 3
"""


def rewards_document() -> str:
    """The test programme with rewards; gold sees them three days earlier."""
    return document_of().replace("grace_days = 15", "grace_days = 15\nearly_days = 3") + REWARDS


def give(shop: Shop, member: str, coins: int, terms: str = "", until: date | None = None) -> None:
    """Give a member coins of a lot."""
    on = shop.moment().on
    effect = Earn(coins, terms, on, until, "given", 0, 100, coins, "")
    facts = Adjusted(coins, "test", STAFF)
    event = shop.event("adjusted", facts, member=member, staff=STAFF, effects=(effect,))
    shop.record(lambda _: ((event,), None))


def spendable(shop: Shop, member: str) -> int:
    """The coins a member can spend today."""
    return coins_on(shop.state(member), shop.moment().on).spendable


def bought(shop: Shop, member: str, reward: str = "tea") -> RewardRedeemed:
    """Redeem a reward that must be had."""
    outcome = redeem(shop, STAFF, member, reward)
    assert isinstance(outcome, RewardRedeemed), outcome
    return outcome


@contextmanager
def second_station(folder: Path, first: Station) -> Iterator[tuple[Shop, Link]]:
    """A second station of the first one's shop, and the link that takes it to the same cell."""
    make_shop(folder, "b")
    with open_station(folder, first.shop.clock, background=False) as station:
        link = Link(
            station.db, station.vault, DirectPort(first.cell, number("b")), number("b"), lambda: 15
        )
        link.pump()
        yield station.shop, link
        link.pump()
