"""What holds for every screen: reachable by all, large enough, readable, translated, tidy."""

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlApplicationEngine

from app.services.baskets import take_basket
from app.services.clocks import SetClock
from app.station import open_station
from app.ui.fonts import load_fonts
from app.ui.scenes.counter import COUNTER
from app.ui.screenshot import draw
from tests.helpers.baskets import sent
from tests.helpers.counter import NOON, Counter, counter_in
from tests.helpers.keys import accessible, items, texts
from tests.helpers.screen_walk import in_sight

ROOT = Path(__file__).parent.parent.parent
I18N = ROOT / "resources" / "i18n"
QML = ROOT / "resources" / "qml"
LANGUAGES = ("en", "hi", "fil")
Role = QAccessible.Role
ACTIONABLE = {Role.Button, Role.CheckBox, Role.EditableText, Role.RadioButton, Role.Link}
PANELS = ("bill", "find", "coins", "why", "return", "today", "sales", "held", "cards", "baskets",
          "enrol")  # fmt: skip
SIZES = [(1024, 768), (1280, 800), (1600, 900)]


def show(counter: Counter, panel: str) -> None:
    vm = counter.vm
    counter.scan(counter.card())
    vm.bill.typeEntry("1264")
    if panel == "held":
        vm.hold()
    if panel == "baskets":
        take_basket(counter.shop, sent("1", customer={"phone": "9876543210"}))
        take_basket(counter.shop, sent("2", customer={"phone": "1"}))
        vm.baskets.arrived.emit()
        counter.jobs.drain()
    if panel != "enrol":
        vm.openPanel(panel)
    counter.jobs.drain()
    if panel == "find":
        vm.find.typeQuery("aarti")
    if panel == "return":
        vm.returns.choose(0)
    if panel == "enrol":
        vm.find.open()
        vm.find.enrolNew()
    counter.jobs.drain()
    counter.window.grabWindow()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def shown(
    request: pytest.FixtureRequest,
    qapp: QGuiApplication,
    furnished: tuple[Path, tuple[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    """A counter that shows a panel in a language, for tests that only look."""
    load_fonts(qapp)
    template, ids = furnished
    language, panel = request.param
    own = tmp_path_factory.mktemp("shown") / "shop"
    shutil.copytree(template, own)
    with counter_in(own, ids, language) as counter:
        counter.sign_in()
        show(counter, panel)
        yield counter


def every_panel(*languages: str) -> pytest.MarkDecorator:
    """Run the test with each panel shown in each of the languages."""
    every = list(product(languages, PANELS))
    return pytest.mark.parametrize("shown", every, ids="-".join, indirect=True)


class TestAccessibility:
    @every_panel("en")
    def test_every_control_has_a_name_and_room_for_a_finger(self, shown: Counter):
        millimetres = 1 / 3.78
        seen = 0
        for node in accessible(shown.window):
            if node.role() not in ACTIONABLE or node.state().disabled:
                continue
            seen += 1
            box = node.rect()
            assert node.text(QAccessible.Text.Name).strip(), f"no name: {node.role()} {box}"
            name = node.text(QAccessible.Text.Name)
            assert box.height() * millimetres >= 11.8, f"{name}: {box.height()} px high"
            assert box.width() * millimetres >= 11.8, f"{name}: {box.width()} px wide"
        assert seen > 8

    def test_the_sign_in_too(self, open_counter: Callable[..., Counter]):
        counter = open_counter()
        counter.window.grabWindow()
        names = {
            node.text(QAccessible.Text.Name)
            for node in accessible(counter.window)
            if node.role() == Role.Button
        }
        assert {"Meera, cashier", "Asha Rao, owner", "7", "Delete the last digit"} <= names

    @every_panel("en")
    def test_no_text_is_smaller_than_16_pixels(self, shown: Counter):
        for item in items(shown.window.contentItem()):
            font = item.property("font")
            if item.property("text") and font is not None:
                assert font.pixelSize() >= 16, item.property("text")


class TestLayout:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_nothing_leaves_the_window(
        self,
        open_counter: Callable[..., Counter],
        language: str,
        size: tuple[int, int],
    ):
        counter = open_counter(language)
        counter.sign_in()
        counter.window.resize(*size)
        counter.scan(counter.card(counter.other))
        counter.vm.bill.typeEntry("123456789.90")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        counter.window.grabWindow()
        for node in accessible(counter.window):
            if node.role() in ACTIONABLE:
                box = node.rect().translated(-counter.window.x(), -counter.window.y())
                name = node.text(QAccessible.Text.Name)
                assert box.left() >= 0, name
                assert box.top() >= 0, name
                assert box.right() < size[0], name
                assert box.bottom() < size[1], name

    @pytest.mark.parametrize("size", SIZES)
    @every_panel(*LANGUAGES)
    def test_no_control_lies_over_another(self, shown: Counter, size: tuple[int, int]):
        shown.window.resize(*size)
        QCoreApplication.processEvents()
        shown.window.grabWindow()
        found = [
            (node.text(QAccessible.Text.Name), in_sight(node, shown.window))
            for node in accessible(shown.window)
            if node.role() in {Role.Button, Role.EditableText, Role.CheckBox}
        ]
        for (name, box), (other, other_box) in combinations(found, 2):
            covered = box.intersected(other_box)
            nested = covered in (box, other_box)
            assert covered.width() * covered.height() <= 0 or nested, f"{name} / {other}"


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PAIRS = (
    *((ink, ground) for ink in ("ink", "muted", "link") for ground in ("card", "page")),
    *((ink, "field") for ink in ("ink", "muted")),
    *(("ink", ground) for ground in ("selected", "pressed", "indigoTint", "amberTint")),
    *((ink, "indigoTint") for ink in ("indigoTintInk", "muted", "badTintInk", "goodTintInk")),
    *((ink, "selected") for ink in ("muted",)),
    *((ink, "bar") for ink in ("barInk", "barMuted", "goodLight", "badLight")),
    ("indigoInk", "indigo"),
    ("amberInk", "amber"),
    ("amberTintInk", "amberTint"),
    ("amberTintInk", "card"),
    ("badTintInk", "amberTint"),
    ("badTintInk", "card"),
    ("violetTintInk", "violetTint"),
    ("goodTintInk", "goodTint"),
    ("badTintInk", "badTint"),
    ("bad", "card"),
    ("waitingTintInk", "waitingTint"),
)


@pytest.fixture
def theme(qapp: QGuiApplication, qml_engine: QQmlApplicationEngine) -> QObject:
    qml_engine.loadData(
        b"import QtQuick\nimport Sikka.Style\nQtObject { readonly property QtObject theme: Theme }"
    )
    found = qml_engine.rootObjects()[0].property("theme")
    assert isinstance(found, QObject)
    return found


class TestColours:
    @pytest.mark.parametrize(("ink", "ground"), PAIRS)
    def test_text_can_be_read(self, theme: QObject, ink: str, ground: str):
        assert _contrast(theme.property(ink), theme.property(ground)) >= 4.5

    def test_fields_and_bars_can_be_seen(self, theme: QObject):
        for line, ground in (("fieldLine", "card"), ("indigo", "card"), ("violet", "track")):
            assert _contrast(theme.property(line), theme.property(ground)) >= 3

    def test_no_colour_is_written_anywhere_else(self):
        found = [
            f"{path.name}: {match}"
            for path in QML.rglob("*.qml")
            if path.parent.name != "Style"
            for match in re.findall(r'"#[0-9a-fA-F]{3,8}"', path.read_text("utf-8"))
        ]
        assert list(QML.rglob("*.qml"))
        assert found == []


def test_letters_have_no_dark_bar_where_their_contours_overlap(qapp: QGuiApplication):
    load_fonts(qapp)
    font = QFont("Baloo 2")
    font.setPixelSize(18)
    font.setVariableAxis(QFont.Tag("wght"), 500)
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(8, 20, "I")
    painter.end()
    ink = [sum(255 - image.pixelColor(x, y).red() for x in range(24)) for y in range(24)]
    stem = [row for row in ink if row][2:-2]
    assert len(stem) > 6
    assert max(stem) - min(stem) < 40


def _messages(language: str) -> Iterator[tuple[str, list[str], bool]]:
    tree = ET.parse(I18N / f"sikka_{language}.ts")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        done = translation.get("type") is None
        yield source, forms or [translation.text or ""], done


class TestTranslations:
    @pytest.mark.parametrize("language", ["hi", "fil"])
    def test_every_text_is_translated(self, language: str):
        messages = list(_messages(language))
        assert len(messages) > 200
        missing = [source for source, forms, done in messages if not done or not all(forms)]
        assert missing == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_blank_to_fill_is_kept(self, language: str):
        blanks = re.compile(r"\{\w+\}|%\d|F\d{1,2}")
        for source, forms, _ in _messages(language):
            for form in forms:
                assert set(blanks.findall(form)) == set(blanks.findall(source)), form

    def test_filipino_is_neutral_to_number(self):
        # Filipino words have no plural; only the borrowed coin has (test_filipino_counts).
        for _, forms, _ in _messages("fil"):
            assert len({re.sub(r"\bcoins\b", "coin", form) for form in forms}) == 1

    def test_no_text_was_forgotten_in_the_files(self):
        """Texts in the sources that lupdate would add are in the files already."""
        known = {source for source, _, _ in _messages("hi")}
        call = re.compile(r'(?:qsTr|translate)\(\s*(?:"\w+",\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)[,)]')
        used = set()
        for folder, pattern in ((QML, "*.qml"), (ROOT / "app" / "ui", "*.py")):
            for path in folder.rglob(pattern):
                for parts in call.findall(path.read_text("utf-8")):
                    used.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', parts)))
        assert len(used) > 200
        assert used - known == set()

    @every_panel("hi")
    def test_hindi_screens_hold_no_english_sentence(self, shown: Counter):
        english = {source for source, forms, _ in _messages("hi") if source not in forms}
        assert english & set(texts(shown.window)) <= {"Enter", "PIN"}


OTHER_SCENES = [pytest.param(scene, marks=pytest.mark.slow) for scene in [*COUNTER.scenes][1:]]


class TestPictures:
    # The scenes of kiosk and redemption screen are all played in test_big_screens.py.
    @pytest.mark.parametrize(
        "screen", [next(iter(COUNTER.scenes)), "kiosk-home", "redemption-signin", *OTHER_SCENES]
    )
    def test_every_screen_can_be_drawn(
        self,
        qapp: QGuiApplication,
        furnished: tuple[Path, tuple[str, str]],
        tmp_path: Path,
        screen: str,
    ):
        load_fonts(qapp)
        own, out = tmp_path / "shop", tmp_path / f"{screen}.png"
        shutil.copytree(furnished[0], own)
        with open_station(own, SetClock(NOON), background=False) as station:
            draw(station.shop, screen, "hi", 1280, 800, out)
        assert out.stat().st_size > 10_000


def test_view_models_have_a_name_of_their_own_in_qml():
    names = [
        line.split()[1].split("(")[0]
        for path in sorted((ROOT / "app" / "ui").rglob("*.py"))
        for mark, line in pairwise(path.read_text("utf-8").splitlines())
        if mark.startswith("@QmlUncreatable")
    ]
    assert len(names) > 10
    assert len(set(names)) == len(names)
