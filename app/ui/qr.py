"""A QR code as rectangles that QML draws: sharp at every size, without a picture in between."""

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class QrRow:
    """Dark modules side by side: `run` of them from `column` of `row` on, without quiet zone."""

    column: int
    row: int
    run: int


def qr_rows(number: str) -> tuple[int, tuple[QrRow, ...]]:
    """Return how many modules the code of a card or voucher number has each way, and its runs.

    No number, no code: (0, ()).
    """
    from app.wire.card_qr import qr_modules  # noqa: PLC0415 - not before the first card

    if not number:
        return 0, ()
    modules = qr_modules(number)
    runs = []
    for y, row in enumerate(modules):
        x = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                runs.append(QrRow(x, y, length))
            x += length
    return len(modules), tuple(runs)
