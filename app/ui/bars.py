"""A Code 128 as bars that QML draws: what scanners that read no QR code are tried with."""

from functools import cache
from itertools import groupby
from typing import Any

from app.ui.qr import QrRow


@cache
def bars_of(text: str) -> tuple[int, tuple[QrRow, ...]]:
    """Return how many modules wide the code is without quiet zone, and its dark runs."""
    import zxingcpp  # noqa: PLC0415 - heavy, and seldom needed

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    image: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    rows: Any = memoryview(image).tolist()
    width = len(rows[0])
    runs, at = [], 0
    for dark, group in groupby(value == 0 for value in rows[0]):
        length = len(list(group))
        if dark:
            runs.append(QrRow(at, 0, length))
        at += length
    return width, tuple(runs)
