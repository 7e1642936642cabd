"""The two type families, loaded from their packages.

The files are named here: asking every installed package which fonts it has takes 40 ms.
"""

from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from struct import unpack_from

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
        path = _place(package, name)
        if not path.is_file() or _add(path) < 0:
            raise RuntimeError(f"The font file {path} cannot be read. Install Sikka again.")
    font = QFont(TEXT)
    font.setPixelSize(16)
    application.setFont(font)


def missing_files() -> tuple[str, ...]:
    """Return the font files that are not where their packages put them."""
    return tuple(name for one, name in _FILES.items() if not _place(one, name).is_file())


def _place(package: str, name: str) -> Path:
    spec = find_spec(package)
    return Path(spec.origin if spec and spec.origin else package).parent / "files" / name


def _add(path: Path) -> int:
    if path.name != _FILES["fontpkg_baloo_2"]:
        return QFontDatabase.addApplicationFont(str(path))
    return QFontDatabase.addApplicationFontFromData(with_overlaps_marked(path.read_bytes()))


def with_overlaps_marked(font: bytes) -> bytes:
    """Return a TrueType font whose glyphs all say that their contours may overlap.

    Baloo 2 varies its weight with overlapping contours but does not say so, and FreeType then
    draws the overlap darker: a bar through I, l and 1, so that "I-lock" reads "Ɨ-lock". The flag is
    OVERLAP_SIMPLE, bit 6 of a simple glyph's first flag (OpenType 1.9, table glyf).
    """
    marked = bytearray(font)
    tables = {
        bytes(marked[at : at + 4]): unpack_from(">I", marked, at + 8)[0]
        for at in range(12, 12 + 16 * unpack_from(">H", marked, 4)[0], 16)
    }
    glyphs = unpack_from(">H", marked, tables[b"maxp"] + 4)[0]
    long_offsets = unpack_from(">h", marked, tables[b"head"] + 50)[0]
    kind, unit = ("I", 1) if long_offsets else ("H", 2)
    offsets = unpack_from(f">{glyphs + 1}{kind}", marked, tables[b"loca"])
    for start, end in pairwise(offsets):
        glyph = tables[b"glyf"] + start * unit
        contours = unpack_from(">h", marked, glyph)[0] if start < end else 0
        if contours > 0:
            instructions = glyph + 10 + 2 * contours
            marked[instructions + 2 + unpack_from(">H", marked, instructions)[0]] |= 0x40
    return bytes(marked)
