"""A counter on a computer with two screens, in a process of its own; tells where things stand.

Usage: python -m tests.helpers.two_screens FOLDER CONFIG MODE, where CONFIG describes the screens to
Qt. It prints one JSON object: what was seen before a screen went, after, and when it came back.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

SCREENS = {
    "screens": [
        {"name": "counter", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
        {"name": "customer", "x": 1366, "y": 0, "width": 1280, "height": 800, "dpr": 1},
    ]
}


def main(folder: str, config: str, mode: str) -> None:
    """Open the counter, take the second screen away, and bring it back."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication

    from app.hardware.scanner_fake import FakeScanner
    from app.station import open_station
    from app.ui.application import CounterWindow, new_application
    from app.ui.jobs import ManualJobs

    application = new_application()
    there = list(QGuiApplication.screens())
    with open_station(Path(folder), background=False) as station:
        jobs = ManualJobs()
        counter: Any = CounterWindow(station.shop, jobs, FakeScanner(), "en", display=mode)  # type: ignore[arg-type]
        window = counter.load()
        customer = counter.customer
        customer._screens = lambda: there

        def seen() -> dict[str, object]:
            for _ in range(3):
                jobs.drain()
                QCoreApplication.processEvents()
            display = customer.window
            return {
                "shown": display.isVisible(),
                "full": bool(display.windowState().value & 4),
                "screen": display.screen().name(),
                "at": [display.x(), display.y(), display.width(), display.height()],
                "counter": window.isVisible(),
                "keyboard": QGuiApplication.focusWindow() is window,
            }

        second = there[1]
        found = {"both": seen()}
        there.remove(second)
        application.screenRemoved.emit(second)
        found["one"] = seen()
        there.append(second)
        application.screenAdded.emit(second)
        found["again"] = seen()
        counter.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
