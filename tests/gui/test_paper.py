"""The colours of kiosk and redemption screen: every ink can be read on its grounds."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from tests.helpers.screen_ink import contrast

AA = 4.5
GROUNDS = ("page", "card", "field", "pressed", "track")


@pytest.fixture
def paper(qapp: QGuiApplication, qml_engine: QQmlApplicationEngine) -> QObject:
    qml_engine.loadData(
        b"import QtQuick\nimport Sikka.Style\nQtObject { readonly property QtObject paper: Paper }"
    )
    found = qml_engine.rootObjects()[0].property("paper")
    assert isinstance(found, QObject)
    return found


def _colours(paper: QObject) -> Iterator[str]:
    meta = paper.metaObject()
    for at in range(meta.propertyOffset(), meta.propertyCount()):
        name = str(meta.property(at).name())
        if isinstance(paper.property(name), QColor):
            yield name


def _pairs(paper: QObject) -> Iterator[tuple[str, str]]:
    names = set(_colours(paper))
    inks = {name for name in names if name.endswith("Ink")}
    yield from ((ink, ink.removesuffix("Ink")) for ink in inks if ink.removesuffix("Ink") in names)
    yield from ((ink, ground) for ink in ("ink", "muted") for ground in GROUNDS)
    yield from (
        (ink, ground) for ink in ("ink", "muted") for ground in names if ground.endswith("Tint")
    )
    yield from (
        (ink, ground) for ink in inks if ink.endswith("TintInk") for ground in ("card", "page")
    )


@pytest.mark.parametrize("much", [False, True], ids=["as ever", "high contrast"])
def test_every_text_can_be_read(paper: QObject, much: bool):
    paper.setProperty("highContrast", much)
    pairs = list(_pairs(paper))
    assert len(pairs) > 50
    pale = {}
    for ink, ground in pairs:
        ratio = contrast(QColor(paper.property(ink)), QColor(paper.property(ground)))
        if ratio < AA:
            pale[ink, ground] = round(ratio, 2)
    assert pale == {}


@pytest.mark.parametrize("much", [False, True], ids=["as ever", "high contrast"])
def test_what_can_be_typed_in_and_what_fills_can_be_seen(paper: QObject, much: bool):
    paper.setProperty("highContrast", much)
    kinds = [name.removesuffix("Tint") for name in _colours(paper) if name.endswith("Tint")]
    pairs = [("fieldLine", "card"), ("fieldLine", "page")]
    # Coins are amber: their bars have a darker edge, and the number beside them.
    pairs += [(kind, "card") for kind in kinds if kind != "coins"]
    for one, other in pairs:
        assert contrast(paper.property(one), paper.property(other)) >= 3, (one, other)
