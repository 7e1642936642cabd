"""What holds for every scene of kiosk, redemption screen and launcher, in every language and size.

In the suite each scene is seen in each language at one size and with one of the ways to read it
more easily, in turns; `make pictures-check` sees all of them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import ImageChops
from PySide6.QtGui import QGuiApplication

from app.ui.fonts import load_fonts
from app.ui.scenes import Scenes
from app.ui.scenes.kiosk import KIOSK
from app.ui.scenes.launcher import LAUNCHER, LAUNCHER_IN_TROUBLE
from app.ui.scenes.redemption import REDEMPTION
from tests.helpers.screen_walk import Ask, look, shown
from tests.helpers.staged import Staged, demo_shop, staged

I18N = Path(__file__).parent.parent.parent / "resources" / "i18n"
LANGUAGES = ("en", "hi", "fil")
SIZES: Final = ((1920, 1080), (1080, 1920), (1280, 800), (1024, 768))
EASIER: Final = ("largeText", "highContrast", "reducedMotion", "lowReach")
EASIER_SIZES: Final = ((1080, 1920), (1280, 800))
# Pixels in a millimetre: panels of 32 and 15.6 inches, one of 23 on end, one of 15.
DENSITIES: Final = {(1920, 1080): (2.7, 5.5), (1080, 1920): (3.8,), (1280, 800): (3.9,)}
STATIONS: Final = {"kiosk": (KIOSK,), "redemption": (REDEMPTION,)}
LAUNCHERS: Final = (LAUNCHER, LAUNCHER_IN_TROUBLE)
# Said in English everywhere, and what is no sentence.
_ENGLISH: Final = re.compile(r"[a-z]+(?: [a-z]+){3,}")
_SHADE: Final = 32  # of 255
_TYPED: Final = "mere coins kab expire honge"  # what the member asks in a scene


@pytest.fixture
def all_sizes(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--every-size"))


@pytest.fixture
def demos(
    qapp: QGuiApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder that holds the demo shops, shared by all test processes of a run."""
    load_fonts(qapp)
    base: Path = tmp_path_factory.getbasetemp()
    return (base.parent if hasattr(request.config, "workerinput") else base) / "demos"


def _scenes(*stations: Scenes) -> Iterator[tuple[int, Scenes, str]]:
    names = ((station, name) for station in stations for name in station.scenes)
    for at, (station, name) in enumerate(names):
        yield at, station, name


def _country(language: str) -> str:
    return "PH" if language == "fil" else "IN"


def _english(language: str) -> set[str]:
    """Return what is always said otherwise in a language."""
    found: set[str] = set()
    kept: set[str] = set()
    for message in ET.parse(I18N / f"sikka_{language}.ts").getroot().iter("message"):
        source, said = message.findtext("source") or "", message.find("translation")
        forms = [] if said is None else [said.text, *(one.text for one in said)]
        (kept if source in forms else found).add(source)
    return found - kept


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("station", STATIONS)
def test_every_scene_is_whole_readable_reachable_and_translated(
    demos: Path, all_sizes: bool, station: str, language: str
):
    demo = demo_shop(demos, _country(language))
    english = _english(language) if language != "en" else set[str]()
    faults = []
    for at, of, scene in _scenes(*STATIONS[station]):
        turn = at + LANGUAGES.index(language)
        sizes = SIZES if all_sizes else (SIZES[turn % len(SIZES)],)
        with staged(demo, of, scene, language, sizes[0]) as stage:
            for size in sizes:
                stage.resize(size)
                faults += _faults(stage, f"{scene} {language} {size[0]}x{size[1]}")
            left = {text for text in shown(stage.window) if text in english}
            faults += [f"{scene}: not said in {language}: {text!r}" for text in left]
            if language == "hi":
                faults += [
                    f"{scene}: English in Hindi: {text!r}"
                    for text in shown(stage.window)
                    if text != _TYPED and _ENGLISH.search(text)
                ]
            if station == "kiosk":
                easier = EASIER if all_sizes else (EASIER[turn % len(EASIER)],)
                for way in easier:
                    faults += _with(stage, way, scene, language, turn, all_sizes)
            faults += [f"{scene}: {warning}" for warning in stage.warnings]
    assert not faults, "\n".join(faults)


def _with(
    stage: Staged, way: str, scene: str, language: str, turn: int, all_sizes: bool
) -> Iterator[str]:
    stage.style.setProperty(way, True)
    for size in EASIER_SIZES if all_sizes else (EASIER_SIZES[turn // 4 % 2],):
        stage.resize(size)
        yield from _faults(stage, f"{scene} {language} {size[0]}x{size[1]} {way}")
    if way != "reducedMotion":
        stage.style.setProperty(way, False)


def _faults(stage: Staged, where: str) -> list[str]:
    ask = Ask(text=24, target=int(18 * stage.style.property("pixelsPerMm")))
    return [f"{where}: {fault}" for fault in look(stage.window, ask)]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_launcher_too(demos: Path, language: str):
    demo = demo_shop(demos, _country(language))
    faults = []
    for _, of, scene in _scenes(*LAUNCHERS):
        with staged(demo, of, scene, language, (820, 680)) as stage:
            for size in ((820, 680), (1280, 800)):
                stage.resize(size)
                found = look(stage.window, Ask(text=16, target=45))
                faults += [f"{scene} {language} {size}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_fingers_have_room_on_panels_of_every_density(demos: Path, all_sizes: bool):
    demo = demo_shop(demos, "IN")
    faults = []
    for at, of, scene in _scenes(KIOSK, REDEMPTION):
        if not all_sizes and at % 4:
            continue
        with staged(demo, of, scene, "hi", (1920, 1080)) as stage:
            for size, densities in DENSITIES.items():
                stage.resize(size)
                for density in densities:
                    stage.style.setProperty("pixelsPerMm", density)
                    faults += _faults(stage, f"{scene} {size} {density} px/mm")
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("station", STATIONS)
def test_a_scene_looks_the_same_each_time_while_the_clock_stands(
    demos: Path, all_sizes: bool, station: str
):
    demo = demo_shop(demos, "IN")
    other = []
    for at, of, scene in _scenes(*STATIONS[station]):
        if not all_sizes and at % 3:
            continue
        pictures = []
        for _ in range(2):
            with staged(demo, of, scene, "hi", (1024, 768)) as stage:
                pictures.append(stage.picture())
        # Qt smooths a letter a shade differently once it keeps it; another letter is far off.
        apart: Any = ImageChops.difference(*pictures).getextrema()
        most = max(high for _, high in apart)
        if most > _SHADE:
            other.append((scene, most))
    assert other == []
