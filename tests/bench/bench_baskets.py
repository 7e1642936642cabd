"""From the till's bill leaving it to its lines painted on the counter, over HTTP and as a file.

The real window, files and threads; the till is a process of its own, as it is in a shop, and says
when it sent. A bill counts from before the request, or before the file's first byte, until the
frame with its number was swapped. Every second file is written in place, as careless tills do.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

BILLS = 40
LINES = 12
LIMIT_MS = 300

# perf_counter is one clock for all processes of a computer that runs Linux.
TILL = """
import http.client, json, os, sys
from pathlib import Path
from time import perf_counter
port, token, folder, lines = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
for asked in sys.stdin:
    way, number = asked.split()
    body = json.dumps({
        "source": "bench", "external_id": number, "bill_number": number, "currency": "INR",
        "lines": [{"name": f"Thing {at}", "unit_price_minor": 1000 + at} for at in range(lines)],
        "total_minor": 1000 * lines + lines * (lines - 1) // 2,
    }).encode()
    began = perf_counter()
    if way == "http":
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("POST", "/v1/baskets", body, {
            "Authorization": f"Bearer {token}", "Content-Type": "application/json"})
        assert connection.getresponse().status == 201
        connection.close()
    elif way == "renamed":
        part = folder / ".part"
        part.write_bytes(body)
        part.rename(folder / f"{number}.json")
    else:
        (folder / f"{number}.json").write_bytes(body)
    print(began, flush=True)
"""


def main() -> None:
    """Send bills both ways and print how long each took to be painted."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from app.hardware.scanner_fake import FakeScanner
    from app.station import open_station
    from app.station.till_side import TillSide
    from app.storage.till_token import till_token
    from app.ui.application import CounterWindow, new_application
    from app.ui.jobs import ThreadJobs
    from tests.bench.bench_sale import percentile
    from tests.helpers.counter import PINS, furnish

    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    application = new_application()
    with tempfile.TemporaryDirectory() as name:
        folder, drop = Path(name) / "shop", Path(name) / "till"
        folder.mkdir()
        furnish(folder)
        port = free_port()
        with open_station(folder) as station:
            jobs = ThreadJobs()
            counter = CounterWindow(station.shop, jobs, FakeScanner(), "en")
            window = counter.load()
            vm: Any = counter.station
            heard = vm.counter.baskets
            settings = replace(station.settings, till_api_port=port, till_folder=str(drop))
            side = TillSide(station.shop, settings, heard.arrived.emit, heard.troubled.emit)
            side.start()
            painted: dict[str, float] = {}
            # Drawn on this thread: what was set before a frame began is in it.
            window.frameSwapped.connect(
                lambda: painted.setdefault(vm.counter.bill.number, perf_counter())
            )

            def until(done: Callable[[], object]) -> None:
                while not done():
                    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)

            until(lambda: len(vm.signIn.people.rows))
            vm.signIn.choose([row.name for row in vm.signIn.people.rows].index("Meera"))
            vm.signIn.typePin(PINS["Meera"])
            vm.signIn.submit()
            until(lambda: vm.screen == "counter" and (drop / "failed").exists())
            command = [sys.executable, "-c", TILL, str(port), till_token(folder), str(drop)]
            till = subprocess.Popen(
                [*command, str(LINES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            assert till.stdin is not None
            assert till.stdout is not None
            took: dict[str, list[float]] = {"http": [], "renamed": [], "written": []}
            # Downwards: the number after the last bill's is proposed before the next one comes.
            for at in reversed(range(BILLS * len(took))):
                way, number = list(took)[at % len(took)], f"N-{at}"
                till.stdin.write(f"{way} {number}\n")
                till.stdin.flush()
                until(partial(painted.__contains__, number))
                took[way].append((painted[number] - float(till.stdout.readline())) * 1000)
                vm.counter.record()
                until(lambda: vm.counter.bill.empty)
            till.stdin.close()
            till.wait()
            side.close()
            counter.close()
            jobs.close()
            QCoreApplication.processEvents()
    figures = {"bills each way": BILLS, "limit p95 ms": LIMIT_MS} | {
        f"{way} p{percent} ms": round(percentile(one, percent / 100), 1)
        for way, one in took.items()
        for percent in (50, 95)
    }
    print(json.dumps(figures) if asked.json else figures)


def free_port() -> int:
    """Return a port nobody listens at."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


if __name__ == "__main__":
    main()
