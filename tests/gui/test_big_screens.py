"""What holds for every scene of display, kiosk, redemption screen and launcher, in all sizes.

In the suite each scene is seen in each language at one size, on one panel that is sold, with one of
the ways to read it more easily, while somebody writes, and without the hub, in turns; `make
pictures-check` sees all of them, and `pytest --every-size -k kiosk-home` all of one scene.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

import pytest
from PIL import ImageChops
from PySide6.QtGui import QGuiApplication

from app.ui.fonts import load_fonts
from app.ui.scenes import Scenes
from app.ui.scenes.display import DISPLAY
from app.ui.scenes.kiosk import KIOSK
from app.ui.scenes.launcher import LAUNCHER, LAUNCHER_IN_TROUBLE
from app.ui.scenes.redemption import REDEMPTION
from tests.helpers.screen_walk import Ask, look, shown
from tests.helpers.staged import Staged, demo_shop, staged

I18N = Path(__file__).parent.parent.parent / "resources" / "i18n"
LANGUAGES = ("en", "hi", "fil")
SIZES: Final = ((1920, 1080), (1080, 1920), (1280, 800), (1024, 768))
EASIER: Final = (
    ("largeText",),
    ("highContrast",),
    ("lowReach",),
    ("largeText", "highContrast", "lowReach"),
)
# Panels that are sold, with their pixels in a millimetre: 32 and 15.6 inches, on end 23, 21.5 and
# 15.6, wide ones of 15.4 and 13.3, and those of old tills, 15 and 12.1.
PANELS: Final = (
    ((1920, 1080), 2.7),
    ((1920, 1080), 5.5),
    ((1080, 1920), 3.8),
    ((1080, 1920), 4.03),
    ((1080, 1920), 5.5),
    ((1280, 800), 3.9),
    ((1280, 800), 4.5),
    ((1024, 768), 3.4),
    ((1024, 768), 4.16),
)
SCENES: Final = {name: of for of in (DISPLAY, KIOSK, REDEMPTION) for name in of.scenes}
LAUNCHERS: Final = {name: of for of in (LAUNCHER, LAUNCHER_IN_TROUBLE) for name in of.scenes}
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


def _country(language: str, scene: str = "") -> str:
    # The Indian shop has no raffle.
    return "PH" if language == "fil" or (language == "en" and "raffle" in scene) else "IN"


@cache
def _english(language: str) -> set[str]:
    """Return what is always said otherwise in a language."""
    found: set[str] = set()
    kept: set[str] = set()
    for message in ET.parse(I18N / f"sikka_{language}.ts").getroot().iter("message"):
        source, said = message.findtext("source") or "", message.find("translation")
        forms = [] if said is None else [said.text, *(one.text for one in said)]
        (kept if source in forms else found).add(source)
    return found - kept


Way = TypeVar("Way")


class Walk:
    """A scene seen in one way after the other, and what was wrong with it.

    In the suite each kind of way takes its turn with one; `everything` takes all.
    """

    def __init__(self, stage: Staged, name: str, turn: int, *, everything: bool) -> None:
        self._stage = stage
        self._name = name
        self._turn = turn
        self._everything = everything
        self.faults: list[str] = []

    def some(self, ways: Sequence[Way], pace: int = 1) -> Sequence[Way]:
        """Return all ways, or the one whose turn it is; another one each `pace` turns."""
        return ways if self._everything else (ways[self._turn // pace % len(ways)],)

    def sizes(self, how: str = "", pace: int = 1) -> None:
        """See it on plain panels."""
        for size in self.some(SIZES, pace):
            self._look(size, how)

    def panels(self, how: str = "") -> None:
        """See it on panels of all densities; a finger is as thick on each."""
        plain = self._stage.style.property("pixelsPerMm")
        for size, density in self.some(PANELS):
            self._stage.style.setProperty("pixelsPerMm", density)
            self._look(size, f"{density} px/mm {how}")
        self._stage.style.setProperty("pixelsPerMm", plain)

    def easier(self) -> None:
        """See it as those do who chose to read more easily."""
        for ways in self.some(EASIER):
            for way in ways:
                self._stage.style.setProperty(way, True)
            self.sizes(" and ".join(ways), len(EASIER))
            for way in ways:
                self._stage.style.setProperty(way, False)

    def words(self, language: str) -> None:
        """Look for what is not said in a language."""
        texts = shown(self._stage.window)
        english = _english(language) if language != "en" else set[str]()
        self._note(f"not said in {language}: {text!r}" for text in texts & english)
        if language == "hi":
            foreign = {text for text in texts - {_TYPED} if _ENGLISH.search(text)}
            self._note(f"English in Hindi: {text!r}" for text in foreign)

    def warnings(self) -> None:
        """Take what QML warned of."""
        self._note(self._stage.warnings)

    def _look(self, size: tuple[int, int], how: str) -> None:
        self._stage.resize(size)
        ask = Ask(text=24, target=int(18 * self._stage.style.property("pixelsPerMm")))
        found = look(self._stage.window, ask)
        self._note(f"{size[0]}x{size[1]} {how}: {fault}" for fault in found)

    def _note(self, faults: Iterable[str]) -> None:
        self.faults += [f"{self._name} {fault}" for fault in faults]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_whole_readable_reachable_and_translated(
    demos: Path, all_sizes: bool, scene: str, language: str
):
    of = SCENES[scene]
    turn = list(SCENES).index(scene) + LANGUAGES.index(language)
    demo = demo_shop(demos, _country(language, scene))
    with staged(demo, of, scene, language, SIZES[0]) as stage:
        walk = Walk(stage, f"{scene} {language}", turn, everything=all_sizes)
        walk.sizes()
        walk.words(language)
        walk.panels()
        if of is not REDEMPTION:
            walk.easier()
        if stage.write():
            walk.panels("writing")
        stage.lose_the_hub()
        walk.panels("without the hub")
        walk.warnings()
    assert not walk.faults, "\n".join(walk.faults)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_launcher_too(demos: Path, language: str):
    demo = demo_shop(demos, _country(language))
    faults = []
    for scene, of in LAUNCHERS.items():
        with staged(demo, of, scene, language, (820, 760)) as stage:
            for size in ((820, 760), (1280, 800)):
                stage.resize(size)
                found = look(stage.window, Ask(text=16, target=45))
                faults += [f"{scene} {language} {size}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("of", [DISPLAY, KIOSK, REDEMPTION], ids=["display", "kiosk", "redemption"])
def test_a_scene_looks_the_same_each_time_while_the_clock_stands(
    demos: Path, all_sizes: bool, of: Scenes, monkeypatch: pytest.MonkeyPatch
):
    demo = demo_shop(demos, "IN")
    other = []
    for scene in list(of.scenes)[:: 1 if all_sizes else 3]:
        pictures = []
        for _ in range(2):
            monkeypatch.setattr("secrets.token_bytes", Random(1).randbytes)  # a code is chance
            with staged(demo, of, scene, "hi", SIZES[0]) as stage:
                # Drawn in parts, letters have other edges there; a new size is drawn at once.
                stage.resize((1024, 768))
                pictures.append(stage.picture())
        # Qt smooths a letter a shade differently once it keeps it; another letter is far off.
        apart: Any = ImageChops.difference(*pictures).getextrema()
        most = max(high for _, high in apart)
        if most > _SHADE:
            other.append((scene, most))
    assert other == []
