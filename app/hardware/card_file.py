"""A card sheet as a file, also from a program that shows no window."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QGuiApplication

from app.domain.codes import CardNumber
from app.hardware.card_sheet import SheetCard, write_sheet


def write_sheet_file(path: Path, cards: Sequence[tuple[CardNumber, str]], shop_name: str) -> int:
    """Write the PDF of (number, name) cards; return its number of pages. Raises OSError."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path}: cannot be written: {file.errorString()}")
    try:
        return write_sheet(file, [SheetCard(number, name) for number, name in cards], shop_name)
    finally:
        file.close()
        del application
