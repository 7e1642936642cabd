"""Cards to print and cut: an A4 PDF with ten cards of bank-card size a page.

Qt shapes the names, so Devanagari comes out right; text and codes are vectors. Needs a
QGuiApplication (the offscreen platform will do).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import fontpkg
from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from app.domain.codes import CardNumber, short_number
from app.hardware.references import protect_singletons
from app.wire.card_qr import QUIET, qr_modules

PAGE_MM = (210.0, 297.0)
CARD_MM = (85.6, 54.0)
COLUMNS, ROWS = 2, 5
PER_PAGE = COLUMNS * ROWS

_MARK_MM = 4.0
_RESOLUTION = 1200
_QR_MM = 40.0
_FINE = 100
"""Text is laid out in hundredths of a millimetre, since sizes of fonts are whole numbers."""
_INK, _SOFT, _AMBER, _MARK = "#2b2118", "#6a5d51", "#f2a71b", "#808080"
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class SheetCard:
    """One card to print; the name may be empty (a blank card to give out later)."""

    number: CardNumber
    name: str


def write_sheet(device: QIODevice, cards: Sequence[SheetCard], shop_name: str) -> int:
    """Write the PDF to an open device and return its number of pages.

    Raises OSError when it cannot be written.
    """
    protect_singletons()
    writer = QPdfWriter(device)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    writer.setTitle(shop_name)
    writer.setCreator("Sikka")
    painter = QPainter()
    if not (device.isWritable() and painter.begin(writer)):
        raise OSError("The card sheet cannot be written: check the folder and the free space.")
    # From here on every length is in millimetres.
    painter.scale(_RESOLUTION / 25.4, _RESOLUTION / 25.4)
    pages = [cards[at : at + PER_PAGE] for at in range(0, len(cards), PER_PAGE)] or [()]
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        draw_page(painter, page, shop_name)
    if not painter.end():
        raise OSError("The card sheet could not be written to its end: check the free space.")
    return len(pages)


def draw_page(painter: QPainter, cards: Sequence[SheetCard], shop_name: str) -> None:
    """Draw up to ten cards and the cut marks; the painter's unit is the millimetre."""
    left = (PAGE_MM[0] - COLUMNS * CARD_MM[0]) / 2
    top = (PAGE_MM[1] - ROWS * CARD_MM[1]) / 2
    for at, card in enumerate(cards):
        row, column = divmod(at, COLUMNS)
        painter.save()
        painter.translate(left + column * CARD_MM[0], top + row * CARD_MM[1])
        _draw_card(painter, card, shop_name)
        painter.restore()
    _draw_marks(painter, left, top)


def _draw_marks(painter: QPainter, left: float, top: float) -> None:
    """Draw where to cut, outside the cards so that nothing of it stays on them."""
    painter.setPen(QPen(QColor(_MARK), 0.1))
    right, bottom = left + COLUMNS * CARD_MM[0], top + ROWS * CARD_MM[1]
    for column in range(COLUMNS + 1):
        x = left + column * CARD_MM[0]
        painter.drawLine(QPointF(x, top - 1 - _MARK_MM), QPointF(x, top - 1))
        painter.drawLine(QPointF(x, bottom + 1), QPointF(x, bottom + 1 + _MARK_MM))
    for row in range(ROWS + 1):
        y = top + row * CARD_MM[1]
        painter.drawLine(QPointF(left - 1 - _MARK_MM, y), QPointF(left - 1, y))
        painter.drawLine(QPointF(right + 1, y), QPointF(right + 1 + _MARK_MM, y))


def _draw_card(painter: QPainter, card: SheetCard, shop_name: str) -> None:
    width, height = CARD_MM
    painter.fillRect(QRectF(0, 0, 2.4, height), QColor(_AMBER))
    left = width - _QR_MM - 2
    _draw_code(painter, card.number, left, 2)
    number = _font("Baloo 2", 4.0, QFont.Weight.DemiBold)
    under = QRectF(left, 43, _QR_MM, 7)
    _write(painter, short_number(card.number), under, number, _INK, Qt.AlignmentFlag.AlignCenter)
    text_left, room = 7.4, left - 7.4
    shop_box, name_box = QRectF(text_left, 5.5, room, 12), QRectF(text_left, 19, room, 26)
    _draw_text(painter, shop_name, shop_box, 3.6, QFont.Weight.Medium, _SOFT)
    _draw_text(painter, card.name, name_box, 5.6, QFont.Weight.Bold, _INK)


def _draw_code(painter: QPainter, number: CardNumber, left: float, top: float) -> None:
    modules = qr_modules(number)
    module = _QR_MM / (len(modules) + 2 * QUIET)
    # Neighbours join in one bar: viewers draw hairlines between separate squares.
    for y, row in enumerate(modules):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                bar = QRectF((start + QUIET) * module, (y + QUIET) * module,
                             (x - start) * module, module * 1.002)  # fmt: skip
                painter.fillRect(bar.translated(left, top), Qt.GlobalColor.black)
                start = None


def _draw_text(
    painter: QPainter, text: str, box: QRectF, size_mm: float, weight: QFont.Weight, colour: str
) -> None:
    """Write text into a box: smaller until it fits, ended by "…" if it never does."""
    for shrink in (1.0, 0.85, 0.7, 0.55):
        font = _font("Noto Sans", size_mm * shrink, weight)
        room = _fine(box)
        needed = QFontMetricsF(font).boundingRect(room, _WRAP, text)
        if needed.width() <= room.width() and needed.height() <= room.height():
            _write(painter, text, box, font, colour, _WRAP)
            return
    font = _font("Noto Sans", size_mm * 0.45, weight)
    width = _fine(box).width()
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    _write(painter, cut, box, font, colour, _WRAP)


def _write(
    painter: QPainter,
    text: str,
    box: QRectF,
    font: QFont,
    colour: str,
    flags: Qt.TextFlag | Qt.AlignmentFlag,
) -> None:
    painter.save()
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setPen(QColor(colour))
    painter.setFont(font)
    painter.drawText(_fine(box), flags, text)
    painter.restore()


def _fine(box: QRectF) -> QRectF:
    return QRectF(box.x() * _FINE, box.y() * _FINE, box.width() * _FINE, box.height() * _FINE)


def _font(family: str, size_mm: float, weight: QFont.Weight) -> QFont:
    load_family(family)
    font = QFont(family)
    font.setPixelSize(round(size_mm * _FINE))
    font.setWeight(weight)
    return font


@cache
def load_family(family: str) -> None:
    """Let Qt know a font of ours; once is enough. Needs a QGuiApplication."""
    if family not in QFontDatabase.families():
        QFontDatabase.addApplicationFont(str(fontpkg.path(family)))
