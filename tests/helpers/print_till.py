"""A counter that prints, in a process of its own, to be killed: a line for each sale it recorded.

Run as `python -m tests.helpers.print_till FOLDER FIRST COUNT`. It ends when nothing waits for the
printer any more.
"""

import sys
import threading
from pathlib import Path

from app.services import prints
from app.station import open_station
from app.station.printing import PrintWorker
from tests.helpers.shops import sell
from tests.helpers.till import acknowledge


def main(folder: Path, first: int, count: int) -> None:
    """Sell, and wait for the printer."""
    with open_station(folder) as station:
        worker = PrintWorker(station.shop, station.settings)
        worker.start()
        for at in range(first, first + count):
            acknowledge(f"sold {sell(station.shop, f'B-{at}', 5_000).sale}")
        while prints.follow(station.shop) is not None or prints.waiting(station.shop):
            threading.Event().wait(0.02)
        worker.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
