"""A member's card as a picture: QR code, name and number at 600 dots per inch.

The size is that of a bank card (ISO/IEC 7810 ID-1, 85.6 x 54 mm). Error correction Q lets a
quarter of the code be scratched; a version 1 code then has modules of more than a millimetre,
which every scanner and cheap phone reads.
"""

from functools import cache
from io import BytesIO
from typing import Any

import fontpkg
from PIL import Image, ImageDraw, ImageFont, features

from app.domain.codes import CardNumber, short_number
from app.domain.names import fold_name
from app.wire.card_qr import QUIET, qr_modules

DPI = 600
WIDTH_MM, HEIGHT_MM = 85.6, 54.0

_INK, _SOFT, _AMBER, _PAPER = "#2b2118", "#6a5d51", "#f2a71b", "#ffffff"
_QR_MM = 38.0
_MARGIN_MM = 5.0
_STRIPE_MM = 2.4


def draw_card(number: CardNumber, name: str, shop_name: str) -> bytes:
    """Return the card as PNG, with its resolution; texts too long for it end in "…"."""
    picture = Image.new("RGB", (_px(WIDTH_MM), _px(HEIGHT_MM)), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _px(_STRIPE_MM), picture.height), fill=_AMBER)
    code = _code(number)
    left = picture.width - code.width - _px(2)
    picture.paste(code, (left, _px(2)))
    middle = left + code.width // 2
    number_font = _font("Baloo 2", 4.0, 600)
    draw.text((middle, _px(46)), short_number(number), _INK, number_font, anchor="mm")
    start, room = _px(_STRIPE_MM + _MARGIN_MM), left - _px(_STRIPE_MM + _MARGIN_MM)
    _lines(draw, printable(shop_name), (start, _px(5.5)), room, 3.6, 500, _SOFT, at_most=2)
    _lines(draw, printable(name), (start, _px(20)), room, 5.6, 700, _INK, at_most=3)
    out = BytesIO()
    picture.save(out, "PNG", dpi=(DPI, DPI), optimize=True)
    return out.getvalue()


def printable(text: str) -> str:
    """Return `text` if the font can write it, else its Latin transcription, else nothing.

    Without the shaping library (fribidi missing on the computer) only plain letters are written
    right, so other scripts are transcribed then too.
    """
    if _can_write(text):
        return text
    latin = fold_name(text).title()
    return latin if _can_write(latin) else ""


def _can_write(text: str) -> bool:
    if not features.check("raqm") and any(ord(c) > 0x24F for c in text):
        return False
    font = _font("Noto Sans", 4.0, 400)
    nothing = bytes(font.getmask("\uffff"))
    return all(c in " \u200c\u200d" or bytes(font.getmask(c)) != nothing for c in text)


def _code(number: CardNumber) -> Image.Image:
    modules = qr_modules(number)
    size = len(modules) + 2 * QUIET
    # Whole pixels for every module: a blurred edge costs scanners their contrast.
    scale = _px(_QR_MM + 2) // size
    code = Image.new("1", (size, size), 1)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                code.putpixel((x + QUIET, y + QUIET), 0)
    return code.resize((size * scale, size * scale), Image.Resampling.NEAREST)


def _lines(
    draw: ImageDraw.ImageDraw,
    text: str,
    at: tuple[int, int],
    room: int,
    size_mm: float,
    weight: int,
    colour: str,
    *,
    at_most: int,
) -> None:
    """Write text into `room` pixels: smaller until it fits `at_most` lines, cut if need be."""
    fitting = (
        (size_mm * shrink, lines)
        for shrink in (1.0, 0.85, 0.7, 0.55, 0.45)
        if (lines := _wrapped(text, _font("Noto Sans", size_mm * shrink, weight), room, at_most))
    )
    size_mm, lines = next(fitting, (size_mm * 0.45, []))
    font = _font("Noto Sans", size_mm, weight)
    for row, line in enumerate(lines or _cut(text, font, room, at_most)):
        draw.text((at[0], at[1] + row * _px(size_mm * 1.4)), line, colour, font)


def _wrapped(text: str, font: Any, room: int, at_most: int) -> list[str]:
    """Return the text in lines, or none if they are too many or too wide."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    fits = len(lines) <= at_most and all(font.getlength(line) <= room for line in lines)
    return lines if fits else []


def _cut(text: str, font: Any, room: int, at_most: int) -> list[str]:
    """Return at most so many words or runs of words, each cut to the room with "…"."""
    words = text.split()
    lines = [*words[: at_most - 1], " ".join(words[at_most - 1 :])]
    return [_shortened(line, font, room) for line in lines if line]


def _shortened(line: str, font: Any, room: int) -> str:
    if font.getlength(line) <= room:
        return line
    while line and font.getlength(line + "…") > room:
        line = line[:-1]
    return line + "…"


@cache
def _font(family: str, size_mm: float, weight: int) -> Any:
    font = ImageFont.truetype(str(fontpkg.path(family)), _px(size_mm))
    axes = [
        float(weight if axis["name"] == b"Weight" else axis["default"] or 0)
        for axis in font.get_variation_axes()
    ]
    font.set_variation_by_axes(axes)
    return font


def _px(millimetres: float) -> int:
    return round(millimetres * DPI / 25.4)
