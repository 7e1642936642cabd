"""A counter of a hub's shop in a process of its own, to be killed: a line for each recorded sale.

Run as `python -m tests.helpers.hub_till FOLDER FIRST COUNT FAILPOINT`. Every third bill is paid
with coins, as far as the hub or the floor allows; at the end it waits until all is sent.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.services.authority import NeedsNetwork, SpentElsewhere
from app.services.clocks import SystemClock
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.station import open_station
from app.sync.exchange import UnreachableError
from tests.helpers.shops import STAFF, bill, goods, number
from tests.helpers.till import acknowledge


def trade(shop: Shop, first: int, count: int) -> Iterator[str]:
    """Record sales of two members and of guests; yield the id of each that was recorded."""
    members = [number("member asha"), number("member ravi"), ""]
    for at in range(first, first + count):
        made = bill(shop, f"B-{at}", goods("a", 123_000, 2), member=members[at % 3])
        if at % 3 == 0:
            made = replace(made, coins=10)
        outcome = record_sale(shop, STAFF, made)
        if isinstance(outcome, SpentElsewhere | NeedsNetwork):
            outcome = record_sale(shop, STAFF, replace(made, coins=0, id=shop.mint()))
        if isinstance(outcome, SaleRecorded):
            yield outcome.sale


def main() -> None:
    """Open the station, trade, send what can be sent, close it, and say so."""
    folder, first, count, failpoint = sys.argv[1:5]
    with open_station(Path(folder), SystemClock(), failpoint=failpoint) as station:
        acknowledge("open")
        for sale in trade(station.shop, int(first), int(count)):
            acknowledge(f"sold {sale}")
        acknowledge("traded")
        with suppress(UnreachableError):
            station.pump()
    acknowledge("closed")


if __name__ == "__main__":
    main()
