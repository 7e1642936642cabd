"""The two type families, loaded from their packages.

The files are named here: asking every installed package which fonts it has takes 40 ms.
"""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

TEXT = "Noto Sans"
DISPLAY = "Baloo 2"
_FILES = {
    "fontpkg_noto_sans": "NotoSans[wdth,wght].ttf",
    "fontpkg_baloo_2": "Baloo2[wght].ttf",
}


def load_fonts(application: QGuiApplication) -> None:
    """Load Noto Sans (text) and Baloo 2 (numbers, headings); make the first the default.

    Raises:
        RuntimeError: a font package is missing or its file cannot be read.
    """
    for package, name in _FILES.items():
        spec = find_spec(package)
        path = Path(spec.origin if spec and spec.origin else package).parent / "files" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"The font file {path} cannot be read. Install Sikka again.")
    font = QFont(TEXT)
    font.setPixelSize(16)
    application.setFont(font)
