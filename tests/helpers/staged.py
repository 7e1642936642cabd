"""Any scene of any station, played in a window over a copy of a demo shop whose clock stands."""

import fcntl
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from app.hardware.scanner_fake import FakeScanner
from app.services.clocks import SetClock
from app.station import open_station
from app.station.founding import create_demo
from app.sync.status import SyncStatus
from app.ui.jobs import ManualJobs
from app.ui.scenes import Scenes
from tests.helpers.keys import items
from tests.helpers.screen_ink import pixels
from tests.helpers.screen_walk import settle

NOW: Final = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Staged:
    """A window in which a scene was played.

    `style` holds its sizes, `station` is the root of its view models; `warnings` are QML's.
    """

    window: QQuickWindow
    style: QObject
    station: Any
    jobs: ManualJobs
    warnings: list[str]

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window a size and let its parts find their places."""
        self.window.resize(*size)
        settle(self.window)

    def lose_the_hub(self) -> None:
        """Let the station find that its hub does not answer."""
        away = SyncStatus(solo=False, online=False, last_contact_ms=int(NOW.timestamp()) * 1_000)
        self.station.reach(lambda: away)
        self.jobs.drain()

    def write(self) -> bool:
        """Put the cursor where the kiosk's keyboard is wanted; False = nowhere."""
        wanted = [item for item in items(self.window.contentItem()) if _wants_keys(item)]
        for field in wanted[:1]:
            field.forceActiveFocus()
        return bool(wanted)

    def picture(self) -> Image.Image:
        """Return what the window shows now."""
        settle(self.window)
        return pixels(self.window.grabWindow())


def _wants_keys(item: QQuickItem) -> bool:
    return item.inherits("QQuickTextInput") and item.property("keys") == "text"


def demo_shop(shared: Path, country: str) -> Path:
    """Return the demo shop of a country, made once for all who share the folder."""
    shared.mkdir(exist_ok=True)
    shop = shared / country
    with (shared / f"{country}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shop.exists():
            create_demo(shop, country, NOW)
    return shop


@contextmanager
def staged(
    demo: Path, station: Scenes, scene: str, language: str, size: tuple[int, int]
) -> Iterator[Staged]:
    """Play a scene without motion, so that what it ends with is there at once."""
    # A cursor that blinks would be in one picture and not in the next.
    QGuiApplication.styleHints().setCursorFlashTime(0)
    with TemporaryDirectory() as place:
        copy = Path(place) / "shop"
        shutil.copytree(demo, copy, ignore=shutil.ignore_patterns("backups"))
        with open_station(copy, SetClock(NOW), background=False) as opened:
            # Ids, and numbers made of them, are the same in each play.
            opened.shop.entropy = random.Random(scene).randbytes
            jobs = ManualJobs()
            shown: Any = station.window(opened.shop, jobs, FakeScanner(), language)
            warnings: list[str] = []
            shown.engine.warnings.connect(lambda all_: warnings.extend(w.toString() for w in all_))
            try:
                window = shown.load()
                window.resize(*size)
                style = shown.engine.singletonInstance("Sikka.Style", "Paper")
                style.setProperty("reducedMotion", True)
                theme = shown.engine.singletonInstance("Sikka.Style", "Theme")
                theme.setProperty("reducedMotion", True)
                jobs.drain()
                station.scenes[scene](opened.shop, shown.station, jobs)
                jobs.drain()
                settle(window)
                yield Staged(window, style, shown.station, jobs, warnings)
            finally:
                shown.close()
