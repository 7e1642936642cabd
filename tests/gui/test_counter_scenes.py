"""What holds for every scene of the counter, in every language and size.

In the suite each scene is seen in each language at one size, in turns, and at the density of one
panel that is sold; `pytest --every-size` sees all of them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from app.ui.fonts import load_fonts
from app.ui.scenes.counter import COUNTER
from app.ui.scenes.training import TRAINING
from tests.helpers.hands import Fingers
from tests.helpers.keys import accessible, items, press
from tests.helpers.screen_walk import Ask, in_sight, look, shown
from tests.helpers.staged import Staged, demo_shop, staged

pytestmark = pytest.mark.slow
I18N = Path(__file__).parent.parent.parent / "resources" / "i18n"
LANGUAGES = ("en", "hi", "fil")
SIZES: Final = ((1024, 768), (1366, 768), (1600, 900), (1920, 1080))
# Panels that are sold, with their pixels in a millimetre: 15 and 15.6 inches, 21.5 and 27.
PANELS: Final = (
    ((1024, 768), 3.4),
    ((1366, 768), 3.95),
    ((1920, 1080), 4.03),
    ((1920, 1080), 3.2),
)
_PLAIN: Final = 3.78
_NAME: Final = QAccessible.Text.Name
# Sentences of people and shops, not of the screens, and English everywhere.
_ENGLISH: Final = re.compile(r"[a-z]+(?: [a-z]+){3,}")
# In Filipino coins are counted as in English: 1 coin, 2 coins.
_MISCOUNTED: Final = re.compile(r"(?<![\d.,])(?:1 (?:pang )?coins\b|(?!1 )[\d,]+ (?:pang )?coin\b)")


@pytest.fixture
def demos(
    qapp: QGuiApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder that holds the demo shops, shared by all test processes of a run."""
    load_fonts(qapp)
    base: Path = tmp_path_factory.getbasetemp()
    return (base.parent if hasattr(request.config, "workerinput") else base) / "demos"


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


def _seen(stage: Staged, turn: int, *, everything: bool) -> Iterator[str]:
    engine: Any = qmlEngine(stage.window)
    theme = engine.singletonInstance("Sikka.Style", "Theme")
    for ways in ([(size, _PLAIN) for size in SIZES], list(PANELS)):
        for size, density in ways if everything else [ways[turn % len(ways)]]:
            theme.setProperty("pixelsPerMm", density)
            stage.resize(size)
            ask = Ask(text=16, target=theme.property("target"))
            for fault in [*look(stage.window, ask), *_goes_on_unseen(stage.window)]:
                yield f"{size[0]}x{size[1]} at {density}: {fault}"
    theme.setProperty("pixelsPerMm", _PLAIN)


def _goes_on_unseen(window: QQuickWindow) -> Iterator[str]:
    """Find what scrolls and does not show it: its last row looks cut off."""
    parts = [item for item in items(window.contentItem()) if item.isVisible()]
    bars = [bar for bar in parts if bar.inherits("QQuickScrollBar") and _drawn(bar)]
    for item in parts:
        if not item.inherits("QQuickFlickable") or item.height() < 1:
            continue
        over = item.property("contentHeight") - item.height()
        marked = any(bar.parentItem() in {item, item.parentItem()} for bar in bars)
        if over > 1 and not marked and not _ends_with_a_row(item):
            yield f"goes on unseen: {over:.0f} px of a {item.width():.0f} px wide list"


def _drawn(bar: QQuickItem) -> bool:
    handle: QQuickItem = bar.property("contentItem")
    return bar.height() > 0 and handle.opacity() > 0


def _ends_with_a_row(view: QQuickItem) -> bool:
    """Tell whether no row of a list is cut in two where the list ends."""
    content: QQuickItem = view.property("contentItem")
    end = view.height() + view.property("contentY")
    rows = [(row.y(), row.y() + row.height()) for row in content.childItems() if row.isVisible()]
    return view.inherits("QQuickListView") and not any(
        top + 1 < end < bottom - 1 for top, bottom in rows
    )


def _untranslated(stage: Staged, language: str) -> Iterator[str]:
    texts = shown(stage.window)
    if language != "en":
        yield from (f"not said in {language}: {text!r}" for text in texts & _english(language))
    if language == "hi":
        yield from (f"English in Hindi: {text!r}" for text in texts if _ENGLISH.search(text))
    if language == "fil":
        yield from (f"counted wrongly: {text!r}" for text in texts if _MISCOUNTED.search(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", COUNTER.scenes)
def test_every_scene_is_whole_readable_reachable_and_translated(
    demos: Path, request: pytest.FixtureRequest, scene: str, language: str
):
    turn = list(COUNTER.scenes).index(scene) + LANGUAGES.index(language)
    demo = demo_shop(demos, "PH" if language == "fil" else "IN")
    with staged(demo, COUNTER, scene, language, SIZES[0]) as stage:
        everything = bool(request.config.getoption("--every-size"))
        faults = [*_seen(stage, turn, everything=everything), *_untranslated(stage, language)]
        faults += stage.warnings
    assert not faults, "\n".join(f"{scene} {language} {fault}" for fault in faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pad_of_letters_too(demos: Path, request: pytest.FixtureRequest, language: str):
    with staged(demo_shop(demos, "IN"), COUNTER, "codes", language, SIZES[0]) as stage:
        Fingers(stage.window, stage.jobs.drain).do(_in(language, "Letters"))
        everything = bool(request.config.getoption("--every-size"))
        turn = LANGUAGES.index(language)
        faults = [*_seen(stage, turn, everything=everything), *_untranslated(stage, language)]
        faults += stage.warnings
    assert not faults, "\n".join(faults)


def _in(language: str, source: str) -> str:
    for message in ET.parse(I18N / f"sikka_{language}.ts").getroot().iter("message"):
        if message.findtext("source") == source:
            return message.findtext("translation") or source
    return source


def test_what_was_scanned_last_stays_in_sight_when_the_bill_has_little_room(demos: Path):
    # Under the banner of training; what the bill earns is told after the item was scanned.
    with staged(demo_shop(demos, "IN"), TRAINING, "training", "hi", (1366, 768)) as stage:
        last = next(
            node for node in accessible(stage.window) if node.text(_NAME).startswith("Butter")
        )
        assert in_sight(last, stage.window).height() == last.rect().height()


def test_no_screen_names_a_store_that_nobody_named(demos: Path):
    with staged(demo_shop(demos, "IN"), COUNTER, "counter", "en", (1366, 768)) as stage:
        assert "main" not in shown(stage.window)


def test_an_exchange_and_a_gift_end_well_in_their_pictures(demos: Path):
    for scene in ("exchanged", "gift"):
        with staged(demo_shop(demos, "IN"), COUNTER, scene, "en", (1366, 768)) as stage:
            assert stage.station.counter.props.kind == "good", scene


def test_buttons_beside_each_other_stand_in_one_line(demos: Path):
    with staged(demo_shop(demos, "IN"), COUNTER, "gift", "en", (1366, 768)) as stage:
        tops = {
            node.text(_NAME).split(":")[0]: node.rect().top() for node in accessible(stage.window)
        }
        assert tops["Gift given"] == tops["Undo"]


@pytest.mark.parametrize("size", SIZES)
def test_no_tile_of_the_day_stands_alone_under_others(demos: Path, size: tuple[int, int]):
    with staged(demo_shop(demos, "PH"), COUNTER, "counter-today", "fil", size) as stage:
        rows: dict[tuple[float, float], int] = {}
        for item in items(stage.window.contentItem()):
            if isinstance(item.property("detail"), str) and item.property("kind") is not None:
                place = (item.parentItem().mapToScene(QPointF()).y(), item.y())
                rows[place] = rows.get(place, 0) + 1
        grids = [
            [count for (grid, _), count in rows.items() if grid == one]
            for one in {grid for grid, _ in rows}
        ]
        assert grids
        assert all(min(counts) > 1 for counts in grids if len(counts) > 1), grids


_UP: Final = 30
"""Pixels: what is less far above stands in the same row."""


def _round_by_tab(window: QQuickWindow) -> list[tuple[float, str]]:
    """Return the height and name of everything that Tab goes to, until it comes round."""
    seen: list[tuple[float, str]] = []
    for _ in range(60):
        press(window, Qt.Key.Key_Tab)
        item: QQuickItem | None = window.activeFocusItem()
        assert item is not None
        node = QAccessible.queryAccessibleInterface(item)
        here = (item.mapToScene(QPointF(0, item.height() / 2)).y(), node.text(_NAME))
        if seen and here[1] == seen[0][1]:
            return seen
        seen.append(here)
    raise AssertionError(f"Tab never comes round: {seen}")


@pytest.mark.parametrize(
    "scene", ["guest", "enrol", "codes", "credit", "coins", "find", "return", "counter-today"]
)
def test_tab_comes_by_every_field_from_top_to_bottom(demos: Path, scene: str):
    with staged(demo_shop(demos, "IN"), COUNTER, scene, "en", (1366, 768)) as stage:
        round_ = _round_by_tab(stage.window)
        fields = {
            node.text(_NAME)
            for node in accessible(stage.window)
            if node.role() == QAccessible.Role.EditableText and not node.state().disabled
        }
        assert fields <= {name for _, name in round_}
        upwards = [
            (one[1], other[1])
            for one, other in zip(round_, round_[1:] + round_[:1], strict=True)
            if other[0] < one[0] - _UP
        ]
        assert len(upwards) <= 1, (upwards, round_)
