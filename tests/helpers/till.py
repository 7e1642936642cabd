"""A counter in a process of its own, to be killed: one line on stdout per acknowledged sale.

Run as `python -m tests.helpers.till FOLDER FIRST COUNT FAILPOINT`. Sales are numbered
B-FIRST upwards; every third is undone and recorded anew, every fifth is followed by a return.
"""

import sys
from pathlib import Path

from app.services.clocks import SystemClock
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, undo_sale
from app.station import open_station
from tests.helpers.shops import STAFF, bill, goods, number


def acknowledge(what: str) -> None:
    """Say what the counter was told is recorded; only then may a customer rely on it."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def trade(shop: Shop, first: int, count: int) -> None:
    """Record sales of two members and of guests."""
    members = [number("member asha"), number("member ravi"), ""]
    for at in range(first, first + count):
        made = bill(shop, f"B-{at}", goods("a", 12_300, 2), member=members[at % 3])
        outcome = record_sale(shop, STAFF, made)
        assert isinstance(outcome, SaleRecorded), outcome
        acknowledge(f"sold {outcome.sale}")
        if at % 3 == 0:
            assert isinstance(undo_sale(shop, STAFF, outcome.sale), SaleVoided)
            acknowledge(f"voided {outcome.sale}")
        elif at % 5 == 0:
            ask = ReturnAsk(shop.mint(), f"R-{at}", outcome.sale, ((0, 1000),))
            assert isinstance(record_return(shop, STAFF, ask), ReturnRecorded)
            acknowledge(f"returned {outcome.sale}")


def main() -> None:
    """Open the shop, trade, close it, and say so."""
    folder, first, count, failpoint = sys.argv[1:5]
    with open_station(Path(folder), SystemClock(), failpoint=failpoint) as station:
        acknowledge("open")
        trade(station.shop, int(first), int(count))
    acknowledge("closed")


if __name__ == "__main__":
    main()
