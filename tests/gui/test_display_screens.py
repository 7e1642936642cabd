"""Where the customer's display stands: on the second screen, and without it nowhere in the way."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from app.config import DISPLAY_MODES, Settings, SettingsError, read_settings, write_settings
from app.ui.customer_display import beside, second_screen
from tests.helpers.two_screens import SCREENS

AT_THE_SECOND = [1366, 0, 1280, 800]


def on_two_screens(furnished: tuple[Path, tuple[str, str]], tmp_path: Path, mode: str) -> Any:
    """Return what a counter of its own process saw."""
    shop, config = tmp_path / "shop", tmp_path / "screens.json"
    shutil.copytree(furnished[0], shop)
    config.write_text(json.dumps(SCREENS), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.two_screens", str(shop), str(config), mode],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QUICK_BACKEND": "software"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.process
def test_it_fills_the_second_screen_and_goes_with_it(
    furnished: tuple[Path, tuple[str, str]], tmp_path: Path
):
    seen = on_two_screens(furnished, tmp_path, "auto")
    assert seen["both"]["shown"]
    assert seen["both"]["full"]
    assert seen["both"]["screen"] == "customer"
    assert seen["both"]["at"] == AT_THE_SECOND
    assert seen["both"]["keyboard"], "the counter keeps the keyboard"
    assert not seen["one"]["shown"], "never over the counter"
    assert seen["one"]["counter"]
    assert seen["again"] == seen["both"]


@pytest.mark.slow
@pytest.mark.process
def test_as_a_window_it_goes_beside_the_counter_when_the_screen_goes(
    furnished: tuple[Path, tuple[str, str]], tmp_path: Path
):
    seen = on_two_screens(furnished, tmp_path, "window")
    assert seen["both"]["at"] == AT_THE_SECOND
    assert seen["one"]["shown"]
    assert not seen["one"]["full"]
    assert seen["one"]["screen"] == "counter"
    assert seen["again"]["full"]


def test_one_screen_is_the_counters(qapp: QGuiApplication):
    (only,) = QGuiApplication.screens()
    assert second_screen([only], only) is None
    assert second_screen([only], None) is only


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        (QRect(0, 0, 1920, 1040), QRect(896, 440, 1024, 600)),
        (QRect(0, 40, 800, 560), QRect(0, 40, 800, 560)),
    ],
)
def test_beside_it_is_as_large_as_there_is_room(screen: QRect, window: QRect):
    assert beside(screen) == window


def test_a_shop_says_whether_it_has_one(tmp_path: Path):
    own = Settings("a" * 32, "b" * 32, "cd", "main", "1")
    for mode in DISPLAY_MODES:
        write_settings(tmp_path, replace(own, display=mode))
        assert read_settings(tmp_path).display == mode
    write_settings(tmp_path, replace(own, display="sideways"))  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="auto, window, off"):
        read_settings(tmp_path)


CLOSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app.station import open_station
from app.ui.application import run_counter

def started(counter, window):
    assert counter.customer.window.isVisible()
    QTimer.singleShot(300, window.close)

with open_station(Path(sys.argv[1]), background=False) as station:
    sys.exit(run_counter(station.shop, started=started, display="window"))
"""


@pytest.mark.slow
@pytest.mark.process
def test_the_program_ends_when_the_counter_is_closed(
    furnished: tuple[Path, tuple[str, str]], tmp_path: Path
):
    shop = tmp_path / "shop"
    shutil.copytree(furnished[0], shop)
    done = subprocess.run(
        [sys.executable, "-c", CLOSED, str(shop)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
    )
    assert (done.returncode, done.stderr) == (0, "")
