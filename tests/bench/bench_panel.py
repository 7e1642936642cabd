"""From a scanned text to the member's panel on the screen: the real window, thread and files."""

import argparse
import json
import os
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

SCANS = 60
LIMIT_MS = 50


def main() -> None:
    """Scan two members in turn and print how long each took to be painted."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from app.hardware.scanner_fake import FakeScanner
    from app.services.members import MemberView, open_member
    from app.station import open_station
    from app.ui.application import CounterWindow, new_application
    from app.ui.jobs import ThreadJobs
    from tests.bench.bench_sale import percentile
    from tests.helpers.counter import PINS, furnish

    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    application = new_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = furnish(folder)
        with open_station(folder) as station:
            jobs, scanner = ThreadJobs(), FakeScanner()
            scanner.start()
            counter = CounterWindow(station.shop, jobs, scanner, "en")
            window = counter.load()
            frames = [0]
            window.frameSwapped.connect(lambda: frames.__setitem__(0, frames[0] + 1))

            def until(done: object) -> None:
                while not done():  # type: ignore[operator]
                    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)

            vm: Any = counter.station
            sign_in = vm.signIn
            until(lambda: len(sign_in.people.rows))
            sign_in.choose([row.name for row in sign_in.people.rows].index("Meera"))
            sign_in.typePin(PINS["Meera"])
            sign_in.submit()
            until(lambda: vm.screen == "counter")
            views = [view for view in (open_member(station.shop, one) for one in ids)
                     if isinstance(view, MemberView)]  # fmt: skip
            took = []
            for at in range(SCANS):
                view = views[at % 2]
                began = perf_counter()
                scanner.scan(view.cards[-1].number)
                until(lambda view=view: vm.counter.member.name == view.name)
                painted = frames[0]
                until(lambda painted=painted: frames[0] > painted)
                took.append((perf_counter() - began) * 1000)
            counter.close()
            jobs.close()
            QCoreApplication.processEvents()
    figures = {"scans": SCANS, "p50 ms": round(percentile(took, 0.5), 1),
               "p95 ms": round(percentile(took, 0.95), 1), "limit p95 ms": LIMIT_MS}  # fmt: skip
    print(json.dumps(figures) if asked.json else figures)


if __name__ == "__main__":
    main()
