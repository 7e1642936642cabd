"""The practice shop in real windows: its banner over everything, and the way in and out."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from app.hardware.scanner_fake import FakeScanner
from app.services.demo import STAFF
from app.station import open_station
from app.station.founding import create_demo
from app.station.screens import Unplugged
from app.ui.fonts import load_fonts
from app.ui.jobs import ManualJobs
from app.ui.scenes.counter import COUNTER
from app.ui.scenes.display import DISPLAY
from app.ui.scenes.training import in_training
from app.ui.viewmodels.training import TrainingInputs, derive_training
from tests.helpers.counter import Counter
from tests.helpers.keys import items, press, texts

pytestmark = pytest.mark.slow

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# No sentence is broken where the banner is narrow.
SAYS = tuple(
    one.replace(" ", "\u00a0")
    for one in ("TRAINING: nothing here counts", "अभ्यास", "PAGSASANAY: walang totoo sa mga ito")
)


def banner(window: QQuickWindow) -> list[QQuickItem]:
    """The banners that can be seen in a window."""
    shown = [one for one in items(window.contentItem()) if one.property("sentences") is not None]
    return [one for one in shown if one.isVisible() and one.height() >= 30]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training") / "demo"
    create_demo(folder, "IN")
    return folder


@pytest.fixture
def copy(demo: Path, tmp_path: Path, qapp: QGuiApplication) -> Path:
    load_fonts(qapp)
    shutil.copytree(demo, tmp_path / "shop")
    return tmp_path / "shop"


@pytest.mark.parametrize("of", [COUNTER, DISPLAY], ids=["counter", "display"])
def test_the_banner_is_over_every_scene(copy: Path, of: Any):
    for name, scene in of.scenes.items():
        with open_station(copy, background=False, exchange=Unplugged()) as station:
            jobs = ManualJobs()
            shown = in_training(of).window(station.shop, jobs, FakeScanner(), "en")
            try:
                window = shown.load()
                jobs.drain()
                scene(station.shop, shown.station, jobs)
                jobs.drain()
                window.grabWindow()
                found = banner(window)
                assert len(found) == 1, name
                assert found[0].y() == pytest.approx(0), name
                said = " ".join(texts(window))
                assert all(one in said for one in SAYS), name
            finally:
                shown.close()


@pytest.fixture
def practice(open_counter: Callable[..., Counter]) -> Counter:
    """A counter in a practice shop, at the sign-in."""
    counter = open_counter()
    counter.shop.place = replace(counter.shop.place, training=True)
    training = counter.app.station.training
    training._inputs = replace(training._inputs, active=True)
    training.refresh()
    return counter


def test_a_real_shop_has_no_banner(counter: Counter):
    counter.window.grabWindow()
    assert not banner(counter.window)


def test_practising_is_offered_where_one_signs_in_and_only_where_it_can_be_done(
    open_counter: Callable[..., Counter],
):
    counter = open_counter()
    went: list[str] = []
    assert not counter.app.station.training.props.canPractise
    counter.app.station.training.offer(lambda: "ready", went.append)
    press(counter.window, Qt.Key.Key_T, modifiers=BOTH)
    assert went == []
    assert counter.app.station.training.props.busy
    counter.jobs.drain()
    assert went == ["training"]


@pytest.mark.parametrize(("answer", "word"), [("in_use", "another window"), (None, "room")])
def test_a_practice_shop_that_cannot_open_says_why(
    open_counter: Callable[..., Counter], answer: Any, word: str, monkeypatch: pytest.MonkeyPatch
):
    counter = open_counter()
    went: list[str] = []
    monkeypatch.setattr("app.ui.mishaps.note", lambda *_: None)

    def ready() -> Any:
        if answer is None:
            raise OSError("no room")
        return answer

    counter.app.station.training.offer(ready, went.append)
    press(counter.window, Qt.Key.Key_T, modifiers=BOTH)
    counter.jobs.drain()
    assert went == []
    assert word in counter.app.station.training.props.message
    assert any(word in one for one in texts(counter.window))


def test_leaving_is_a_key_wherever_one_is(practice: Counter):
    went: list[str] = []
    practice.app.station.training.offer(lambda: "ready", went.append)
    practice.window.grabWindow()
    assert banner(practice.window)
    press(practice.window, Qt.Key.Key_T, modifiers=BOTH)
    assert went == ["shop"]
    practice.sign_in()
    practice.window.grabWindow()
    press(practice.window, Qt.Key.Key_T, modifiers=BOTH)
    assert went == ["shop", "shop"]


def test_beginning_anew_is_a_key_at_the_sign_in(practice: Counter):
    went: list[str] = []
    practice.app.station.training.offer(lambda: "ready", went.append)
    press(practice.window, Qt.Key.Key_N, modifiers=BOTH)
    practice.jobs.drain()
    assert went == ["training"]


def test_one_program_goes_to_practice_to_a_new_one_and_back(demo: Path, tmp_path: Path):
    shutil.copytree(demo, tmp_path / "shop")
    ways = subprocess.run(
        [sys.executable, "-m", "tests.helpers.training_process", str(tmp_path / "shop")],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert ways.stdout.split() == ["shop", "training", "training", "shop"]
    assert "QML" not in ways.stderr


def test_the_practice_pins_are_told_in_practice_alone():
    pins = {one.pin for people in STAFF.values() for one in people}
    told = derive_training(TrainingInputs(active=True, country="PH")).people
    assert all(one.pin in told for one in STAFF["PH"])
    assert not any(pin in derive_training(TrainingInputs()).people for pin in pins)
