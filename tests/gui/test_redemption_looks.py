"""What holds for every stage of the redemption screen: reachable, readable, whole, translated."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem

from tests.helpers.keys import accessible, items, texts
from tests.helpers.redemption import COFFEE, TEA, Redemption
from tests.helpers.rewards import give

pytestmark = pytest.mark.slow

Open = Callable[..., Redemption]
Role = QAccessible.Role
ACTIONABLE = {Role.Button, Role.CheckBox, Role.EditableText, Role.RadioButton, Role.Link}
SIZES = ((1920, 1080), (1280, 800), (1024, 768), (1080, 1920))
STAGES = ("signin", "ready", "answer", "claimed", "choose", "confirm", "giveback", "approval")


def show(desk: Redemption, stage: str) -> None:
    """Bring a stage on the screen."""
    if stage != "signin":
        desk.sign_in()
        got = desk.chosen(TEA, desk.other)
        desk.chosen(TEA, desk.other)
        desk.chosen(COFFEE)
        desk.news()
        if stage in {"answer", "claimed", "giveback", "approval"}:
            desk.scan(got.number)
        if stage == "claimed":
            desk.act()
            desk.scan(got.number)
        if stage in {"giveback", "approval"}:
            desk.vm.giveBack()
        if stage == "approval":
            desk.act()
        if stage in {"choose", "confirm"}:
            give(desk.shop, desk.member.member, 600)
            desk.scan(got.number)
            desk.vm.seeAll()
            desk.jobs.drain()
        if stage == "confirm":
            possible = [row.possible and bool(row.note) for row in desk.vm.lines.rows]
            desk.vm.choose(possible.index(True))
    desk.window.grabWindow()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("stage", STAGES)
class TestEveryStage:
    def test_every_control_has_a_name_and_room_for_a_finger(
        self, open_redemption: Open, stage: str
    ):
        desk = open_redemption()
        show(desk, stage)
        seen = 0
        for node in accessible(desk.window):
            if node.role() not in ACTIONABLE or node.state().disabled:
                continue
            seen += 1
            box = node.rect()
            name = node.text(QAccessible.Text.Name).strip()
            assert name, f"no name: {node.role()} {box}"
            assert box.height() / 3.78 >= 11.8, f"{name}: {box.height()} px high"
            assert box.width() / 3.78 >= 11.8, f"{name}: {box.width()} px wide"
        assert seen > 4

    @pytest.mark.parametrize("language", ["en", "hi"])
    def test_nothing_is_small_cut_or_outside_at_any_size(
        self, open_redemption: Open, stage: str, language: str
    ):
        desk = open_redemption(language)
        show(desk, stage)
        for width, height in SIZES:
            desk.window.resize(width, height)
            desk.window.grabWindow()
            QCoreApplication.processEvents()
            desk.window.grabWindow()
            _check_texts(desk, width, height)


def _check_texts(desk: Redemption, width: int, height: int) -> None:
    for item in items(desk.window.contentItem()):
        text, font = item.property("text"), item.property("font")
        if not text or font is None or item.property("lineCount") is None:
            continue
        size = item.property("fontInfo").property("pixelSize").toInt()
        where = f"{text!r} at {width}x{height}"
        assert size >= 24, f"{where}: {size} px"
        if not _in_a_list(item):
            box = item.mapRectToScene(item.boundingRect())
            assert min(box.left(), box.top(), width - box.right(), height - box.bottom()) > -2, (
                where
            )
            assert not item.property("truncated"), f"{where} is cut"


def _in_a_list(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.inherits("QQuickListView"):
            return True
        item = item.parentItem()
    return False


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("goodInk", "good"),
        ("badInk", "bad"),
        ("goodTintInk", "goodTint"),
        ("badTintInk", "badTint"),
        ("badTintInk", "card"),
        ("rewardsInk", "rewards"),
        ("rewardsTintInk", "rewardsTint"),
        ("rewardsTintInk", "card"),
        ("coinsTintInk", "coinsTint"),
        ("visitsInk", "visits"),
        ("darkInk", "dark"),
        ("ink", "rewardsTint"),
        ("muted", "rewardsTint"),
        ("muted", "card"),
    ],
)
def test_every_text_can_be_read(qml_engine: QQmlApplicationEngine, ink: str, ground: str):
    qml_engine.loadData(
        b"import QtQuick\nimport Sikka.Style\nQtObject { readonly property QtObject paper: Paper }"
    )
    paper = qml_engine.rootObjects()[0].property("paper")
    assert _contrast(paper.property(ink), paper.property(ground)) >= 4.5


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("stage", STAGES[1:])
def test_the_hindi_screens_hold_no_english(open_redemption: Open, stage: str):
    english = ("Hand over", "Claim", "Waiting", "Back", "Scan", "Give", "What else", "Already")
    desk = open_redemption("hi")
    show(desk, stage)
    for text in texts(desk.window):
        assert not text.startswith(english), text
