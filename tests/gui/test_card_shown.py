"""A member's card on the counter's screen: it can be photographed, and stands in the middle."""

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.fonts import load_fonts
from app.ui.scenes.counter import COUNTER
from tests.helpers.keys import accessible, items
from tests.helpers.screen_walk import settle
from tests.helpers.staged import Staged, demo_shop, staged

pytestmark = pytest.mark.slow


def _box(stage: Staged, role: QAccessible.Role) -> QRect:
    return next(node.rect() for node in accessible(stage.window) if node.role() == role)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_a_card_can_be_photographed_from_the_screen(
    qapp: QGuiApplication,
    qtbot: QtBot,
    tmp_path: Path,
    size: tuple[int, int],
):
    load_fonts(qapp)
    demo = demo_shop(tmp_path / "demos", "IN")
    with staged(demo, COUNTER, "cards", "en", size) as stage:
        counter = stage.station.counter
        counter.cards.showCard()
        stage.jobs.drain()
        # Qt reads a picture by and by.
        qtbot.waitUntil(lambda: len(zxingcpp.read_barcodes(stage.picture())) == 1)
        (found,) = zxingcpp.read_barcodes(stage.picture())
        number = counter.member.view.cards[-1].number
        assert found.text in {number, number.replace("-", "")}
        panel = _box(stage, QAccessible.Role.Graphic)
        keys = [
            node.rect()
            for node in accessible(stage.window)
            if node.text(QAccessible.Text.Name) in {"Block", "New card"}
        ]
        middle = (min(key.left() for key in keys) + max(key.right() for key in keys)) / 2
        assert abs(panel.center().x() - middle) <= 2


def test_the_pad_forgets_the_name_that_was_typed(qapp: QGuiApplication, tmp_path: Path):
    load_fonts(qapp)
    with staged(demo_shop(tmp_path / "demos", "IN"), COUNTER, "find", "en", (1366, 768)) as stage:
        enrol = stage.station.counter.enrol
        stage.station.counter.find.typeQuery("9812300099")
        stage.jobs.drain()
        stage.station.counter.find.enrolNew()
        stage.jobs.drain()
        enrol.typeName("Sunita Devi")
        enrol.setConsent(True)
        settle(stage.window)
        assert _on_the_pad(stage) == ["Sunita Devi"]
        enrol.enrol()
        stage.jobs.drain()
        settle(stage.window)
        assert stage.station.counter.member.props.name == "Sunita Devi"
        assert _on_the_pad(stage) == []


def _on_the_pad(stage: Staged) -> list[str]:
    """Return what is shown large above the pad's keys."""
    edge = 0.75 * stage.window.width()
    written = [item for item in items(stage.window.contentItem()) if item.inherits("QQuickText")]
    return [
        item.property("text")
        for item in written
        if item.mapToScene(QPointF()).x() > edge and item.property("text") == "Sunita Devi"
    ]
