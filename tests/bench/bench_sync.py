"""How soon a sale at one till is seen at another, over HTTP and a real hub (promise: 2 s, p95)."""

import statistics
import tempfile
import time
from pathlib import Path

from app.services.clocks import SystemClock
from app.station import open_station
from tests.helpers.hub_process import hub_with_tills
from tests.helpers.shops import document_of, goods, number, sell

SALES = 60
WAIT_S = 20.0


def main() -> None:
    """Record at one till, wait at the other."""
    with (
        tempfile.TemporaryDirectory() as name,
        hub_with_tills(Path(name), "2", document=document_of()),
        open_station(Path(name) / "1", SystemClock()) as first,
        open_station(Path(name) / "2", SystemClock()) as second,
    ):
        asha = number("member asha")
        _until(lambda: first.status().online and second.status().online)
        taken = []
        for at in range(SALES):
            before = second.shop.state(asha).purchases
            sell(first.shop, f"V-{at}", goods("a", 12_300, 1), member=asha)
            began = time.perf_counter()
            _until(lambda: second.shop.state(asha).purchases > before)  # noqa: B023
            taken.append(1000 * (time.perf_counter() - began))
    taken.sort()
    p50, p95 = statistics.median(taken), taken[int(SALES * 0.95)]
    print(f"  a sale seen at another till: p50 {p50:.0f} ms, p95 {p95:.0f} ms (limit 2000)")


def _until(true: object) -> None:
    end = time.monotonic() + WAIT_S
    while not true():  # type: ignore[operator]
        if time.monotonic() > end:
            raise TimeoutError("the tills never agreed")
        time.sleep(0.002)


if __name__ == "__main__":
    main()
