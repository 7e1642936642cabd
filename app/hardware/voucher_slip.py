"""A voucher on a paper slip, as a PDF of the width of a till roll; vectors, shaped by Qt."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.domain.codes import VoucherNumber, short_number
from app.hardware.card_sheet import load_family
from app.hardware.references import protect_singletons
from app.wire.card_qr import QUIET, qr_modules

WIDTH_MM, HEIGHT_MM = 72.0, 120.0
"""What an 80 mm roll prints on; the height leaves room for two lines of the reward's name."""

_RESOLUTION = 1200
_FINE = 100
"""Text is laid out in hundredths of a millimetre, since sizes of fonts are whole numbers."""
_QR_MM = 44.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is on the slip; `mark` says that it is a reprint, `ticket` may be empty."""

    number: VoucherNumber
    shop_name: str
    thing: str
    until: str
    ticket: str
    mark: str


def write_slip(path: Path, slip: Slip) -> None:
    """Write the slip as PDF. Needs a QGuiApplication; raises OSError."""
    protect_singletons()
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path}: cannot be written: {file.errorString()}")
    try:
        writer = QPdfWriter(file)
        writer.setResolution(_RESOLUTION)
        page = QPageSize(QSizeF(WIDTH_MM, HEIGHT_MM), QPageSize.Unit.Millimeter, "slip")
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        writer.setTitle(slip.shop_name)
        writer.setCreator("Sikka")
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(f"{path}: the slip cannot be written: check the free space.")
        painter.scale(_RESOLUTION / 25.4, _RESOLUTION / 25.4)
        draw_slip(painter, slip)
        if not painter.end():
            raise OSError(f"{path}: the slip could not be finished: check the free space.")
    finally:
        file.close()


def draw_slip(painter: QPainter, slip: Slip) -> None:
    """Draw the slip; the painter's unit is the millimetre."""
    _write(painter, slip.shop_name, 3, 9, "Noto Sans", 4.0, QFont.Weight.Medium)
    _write(painter, slip.mark, 12, 8, "Baloo 2", 6.0, QFont.Weight.Bold)
    _write(painter, slip.thing, 21, 18, "Noto Sans", 5.0, QFont.Weight.Bold)
    _draw_code(painter, slip.number, (WIDTH_MM - _QR_MM) / 2, 39)
    _write(painter, short_number(slip.number), 84, 8, "Baloo 2", 5.0, QFont.Weight.DemiBold)
    _write(painter, slip.until, 93, 7, "Noto Sans", 3.8, QFont.Weight.Medium)
    _write(painter, slip.ticket, 101, 16, "Baloo 2", 14.0, QFont.Weight.Bold)


def _draw_code(painter: QPainter, number: VoucherNumber, left: float, top: float) -> None:
    modules = qr_modules(number)
    module = _QR_MM / (len(modules) + 2 * QUIET)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                # A trifle wider than a module: viewers draw hairlines between separate squares.
                square = QRectF((x + QUIET) * module, (y + QUIET) * module,
                                module * 1.01, module * 1.01)  # fmt: skip
                painter.fillRect(square.translated(left, top), Qt.GlobalColor.black)


def _write(
    painter: QPainter,
    text: str,
    top: float,
    height: float,
    family: str,
    size_mm: float,
    weight: QFont.Weight,
) -> None:
    """Write text across the slip, smaller until it fits its height."""
    load_family(family)
    box = QRectF(3 * _FINE, top * _FINE, (WIDTH_MM - 6) * _FINE, height * _FINE)
    painter.save()
    painter.scale(1 / _FINE, 1 / _FINE)
    painter.setPen(QColor(Qt.GlobalColor.black))
    for shrink in (1.0, 0.85, 0.7, 0.55, 0.45):
        font = QFont(family)
        font.setPixelSize(round(size_mm * shrink * _FINE))
        font.setWeight(weight)
        painter.setFont(font)
        needed = painter.boundingRect(box, _WRAP, text)
        if needed.height() <= box.height() and needed.width() <= box.width():
            break
    painter.drawText(box, _WRAP, text)
    painter.restore()
