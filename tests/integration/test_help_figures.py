"""The figures in the answers of the kiosk's help are those of the member's other screens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.insight.help_figures import figures_of
from app.services.dashboard import dashboard_of
from app.services.rewards import RewardRedeemed, redeem
from app.services.vouchers import vouchers_of
from app.station import Station
from tests.helpers.people import joined
from tests.helpers.shops import document_of, later, new_station, sell

pytestmark = pytest.mark.slow

REWARD = """
[[reward]]
id = "{name}"
title = {{ en = "{name}" }}
kind = "service"
coins = 12
valid_days = {days}
starts_after_days = {starts}
"""
DOCUMENT = document_of() + "".join(
    REWARD.format(name=name, days=days, starts=starts)
    for name, days, starts in (("tea", 3, 0), ("cake", 30, 0), ("pan", 30, 5))
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path, document=DOCUMENT) as station:
        yield station


def test_vouchers_that_can_be_used_today_are_counted(station: Station):
    shop = station.shop
    member = joined(shop, "Asha Rao", "9876543210").member
    sell(shop, "B-1", 900_000, member=member)
    station.pump()
    for reward in ("tea", "cake", "pan"):
        assert isinstance(redeem(shop, "", member, reward), RewardRedeemed)
    station.pump()
    # The tea's last day is over, and nobody has ended the day yet.
    for days, title, count in ((0, "tea", 2), (4, "cake", 1), (2, "cake", 2)):
        later(shop, minutes=days * 24 * 60)
        told = figures_of(shop, member, "en")
        assert (told["voucher_title"], told["vouchers"]) == (title, count)
        assert told["vouchers"] == dashboard_of(shop, member).vouchers
        assert told["vouchers"] == sum(one.fault is None for one in vouchers_of(shop, member))
