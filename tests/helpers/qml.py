"""A QML engine for tests that keeps every warning it gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQml import QQmlApplicationEngine

QML = Path(__file__).parent.parent.parent / "resources" / "qml"


@contextmanager
def strict_engine() -> Iterator[QQmlApplicationEngine]:
    """Give an engine with Sikka's import path; afterwards delete it and raise on any QML warning.

    The engine dies inside the block's end, so view models made before the block outlive it, as
    they must.

    Raises:
        AssertionError: the engine warned, with each warning's file and line.
    """
    warnings: list[str] = []
    engine = QQmlApplicationEngine()
    engine.setOutputWarningsToStandardError(False)
    engine.warnings.connect(lambda found: warnings.extend(error.toString() for error in found))
    engine.addImportPath(str(QML))
    try:
        yield engine
    finally:
        engine.deleteLater()
        QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete)
    if warnings:
        raise AssertionError("QML warned:\n" + "\n".join(warnings))
