"""The two type families, loaded from their packages."""

import fontpkg
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

TEXT = "Noto Sans"
DISPLAY = "Baloo 2"


def load_fonts(application: QGuiApplication) -> None:
    """Load Noto Sans (text) and Baloo 2 (numbers, headings); make the first the default.

    Raises:
        RuntimeError: a font package is installed but its file cannot be read.
    """
    for family in (TEXT, DISPLAY):
        path = fontpkg.path(family)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"The font file {path} cannot be read. Install Sikka again.")
    font = QFont(TEXT)
    font.setPixelSize(16)
    application.setFont(font)
