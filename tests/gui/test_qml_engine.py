"""A QML warning cannot pass unseen."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from tests.helpers.qml import strict_engine


def test_clean_qml_passes(qml_engine: QQmlApplicationEngine):
    qml_engine.loadData(b"import QtQuick\nItem { width: 3 }")
    assert qml_engine.rootObjects()[0].property("width") == 3


def test_a_misspelt_name_fails(qapp: QGuiApplication):
    with pytest.raises(AssertionError, match="coinz is not defined"), strict_engine() as engine:
        engine.loadData(b"import QtQuick\nItem { width: coinz }")


def test_the_application_has_no_widgets(qapp: QGuiApplication):
    assert type(qapp) is QGuiApplication
