"""A slip as a picture of black and white dots, as wide as the paper.

Only a picture prints ₹, ₱ and Devanagari on every receipt printer: their own letters end in `?`.
The same slip gives the same bytes. Words wrap, figures stand at the right edge, nothing is cut
off: a word wider than the paper is broken between letters, never within one and its vowel signs.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Final, NamedTuple, assert_never

import fontpkg
from PIL import Image, ImageDraw, ImageFont, features
from PIL.ImageFont import FreeTypeFont

from app.domain.codes import VoucherNumber, short_number
from app.domain.names import fold_name
from app.domain.slips import Code, Divider, Part, Row, Size, Slip, Words
from app.wire.card_qr import QUIET, qr_modules

MARGIN: Final = 6
"""Dots left white at both edges: printers are seldom set up to the dot."""

_SIZES: Final[dict[Size, int]] = {"small": 21, "plain": 25, "large": 34}
_PLAIN, _BOLD = 500, 750
"""Thinner strokes lose the vowel signs above and below the line on thermal paper."""
_GAP: Final = 16
_LEADING: Final = 4
_INK_FROM: Final = 150
_MODULE: Final = 8
_BAND: Final = 8
_VIRAMA: Final = "\u094d"
_JOINERS: Final = "\u200c\u200d"


class _Line(NamedTuple):
    """Texts on one baseline, each with where its ink begins."""

    texts: tuple[tuple[str, int], ...]
    font: FreeTypeFont
    ascent: int
    height: int


def draw_slip(slip: Slip, dots: int) -> bytes:
    """Return the slip as a PNG of one bit a dot, `dots` wide and as long as it needs."""
    strips = [_band(slip.mark, dots)] if slip.mark else []
    strips += [_strip(part, dots) for part in slip.parts]
    return _saved(_stacked(strips, dots))


def marked(picture: bytes, mark: str) -> bytes:
    """Return a picture with a mark above it: part of it may be on paper already."""
    with Image.open(BytesIO(picture)) as image:
        return _saved(_stacked([_band(mark, image.width), image.convert("1")], image.width))


def can_shape() -> bool:
    """Say whether this computer can write Devanagari (Pillow's raqm finds its libraries)."""
    return bool(features.check("raqm"))


def font_of(size: Size, *, bold: bool = False) -> FreeTypeFont:
    """Return the font of a size of words."""
    return _font(_SIZES[size], _BOLD if bold else _PLAIN)


def wrapped(text: str, font: FreeTypeFont, room: int) -> list[str]:
    """Return the text in lines whose ink is at most `room` dots wide; nothing of it is lost."""
    lines: list[str] = []
    for word in printable(text).split():
        if lines and ink_width(f"{lines[-1]} {word}", font) <= room:
            lines[-1] += f" {word}"
        elif ink_width(word, font) <= room:
            lines.append(word)
        else:
            lines += _broken(word, font, room)
    return lines


def ink_width(text: str, font: FreeTypeFont) -> int:
    """Return how many dots wide a text's ink is."""
    left, _, right, _ = font.getbbox(text, anchor="ls")
    return int(right - left + 1)


def printable(text: str) -> str:
    """Return the text in letters that the font has: others are transcribed, or left out."""
    if all(_has(one) for one in text):
        return text
    latin = fold_name(text).title()
    return "".join(one for one in latin if _has(one)) or "".join(o for o in text if _has(o))


# ---------------------------------------------------------------- parts


def _strip(part: Part, dots: int) -> Image.Image:
    match part:
        case Words():
            return _words(part, dots)
        case Row():
            return _row(part, dots)
        case Divider():
            return _divider(dots)
        case Code():
            return _code(part.number, dots)
        case _:
            assert_never(part)


def _words(words: Words, dots: int) -> Image.Image:
    font = font_of(words.size, bold=words.bold)
    lines = wrapped(words.text, font, dots - 2 * MARGIN)
    return _drawn([_placed(one, font, dots, centred=words.centred) for one in lines], dots)


def _row(row: Row, dots: int) -> Image.Image:
    """Draw label and figure on one line where both fit, the label above where it is long."""
    font = font_of("plain", bold=row.bold)
    room = dots - 2 * MARGIN
    figures = wrapped(row.figure, font, room)
    beside = room - ink_width(figures[0], font) - _GAP if len(figures) == 1 else 0
    if beside < room // 3:
        lines = [_placed(one, font, dots) for one in wrapped(row.label, font, room)]
        return _drawn([*lines, *(_at_right(one, font, dots) for one in figures)], dots)
    *above, last = wrapped(row.label, font, beside) or [""]
    lines = [_placed(one, font, dots) for one in above]
    figure = _at_right(figures[0], font, dots)
    label = _placed(last, font, dots)
    return _drawn([*lines, _joined(label, figure)] if last else [*lines, figure], dots)


def _divider(dots: int) -> Image.Image:
    strip = _blank(dots, 14)
    ImageDraw.Draw(strip).line((MARGIN, 6, dots - MARGIN - 1, 6), fill=0, width=2)
    return strip.convert("1")


def _code(number: VoucherNumber, dots: int) -> Image.Image:
    modules = qr_modules(number)
    side = (len(modules) + 2 * QUIET) * _MODULE
    code = Image.new("1", (len(modules), len(modules)), 1)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                code.putpixel((x, y), 0)
    strip = Image.new("1", (dots, side), 1)
    inner = len(modules) * _MODULE
    # Whole dots for every module: a blurred edge costs scanners their contrast.
    code = code.resize((inner, inner), Image.Resampling.NEAREST)
    strip.paste(code, ((dots - inner) // 2, QUIET * _MODULE))
    written = _words(Words(short_number(number), bold=True, centred=True), dots)
    return _stacked([strip, written], dots)


def _band(mark: str, dots: int) -> Image.Image:
    """Draw a mark white on black, across the paper."""
    text = _words(Words(mark, bold=True, centred=True), dots)
    band = Image.new("1", (dots, text.height + 2 * _BAND), 255)
    band.paste(text, (0, _BAND))
    inverse = band.point([255 - value for value in range(256)])
    return _stacked([inverse, Image.new("1", (dots, _BAND), 1)], dots)


# ---------------------------------------------------------------- lines


def _placed(text: str, font: FreeTypeFont, dots: int, *, centred: bool = False) -> _Line:
    at = (dots - ink_width(text, font)) // 2 if centred else MARGIN
    return _line(text, font, at)


def _at_right(text: str, font: FreeTypeFont, dots: int) -> _Line:
    return _line(text, font, dots - MARGIN - ink_width(text, font))


def _line(text: str, font: FreeTypeFont, at: int) -> _Line:
    """Return a line high enough for its ink, whatever the font says of itself."""
    ascent, descent = font.getmetrics()
    _, top, _, bottom = font.getbbox(text, anchor="ls")
    above, below = max(ascent, -int(top)) + 1, max(descent, int(bottom)) + 1
    return _Line(((text, at),), font, above, above + below + _LEADING)


def _joined(left: _Line, right: _Line) -> _Line:
    above = max(left.ascent, right.ascent)
    below = max(left.height - left.ascent, right.height - right.ascent)
    return _Line((*left.texts, *right.texts), left.font, above, above + below)


def _drawn(lines: Sequence[_Line], dots: int) -> Image.Image:
    strip = _blank(dots, sum(line.height for line in lines))
    draw = ImageDraw.Draw(strip)
    top = 0
    for line in lines:
        for text, at in line.texts:
            left = line.font.getbbox(text, anchor="ls")[0]
            draw.text((at - left, top + line.ascent), text, 0, line.font, anchor="ls")
        top += line.height
    return strip.point([255 if value >= _INK_FROM else 0 for value in range(256)]).convert("1")


def _blank(dots: int, height: int) -> Image.Image:
    return Image.new("L", (dots, max(1, height)), 255)


def _stacked(strips: Sequence[Image.Image], dots: int) -> Image.Image:
    whole = Image.new("1", (dots, max(1, sum(strip.height for strip in strips))), 1)
    top = 0
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height
    return whole


def _saved(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


# ---------------------------------------------------------------- letters


def _broken(word: str, font: FreeTypeFont, room: int) -> list[str]:
    lines = [""]
    for letter in _letters(word):
        if lines[-1] and ink_width(lines[-1] + letter, font) > room:
            lines.append("")
        lines[-1] += letter
    return lines


def _letters(word: str) -> list[str]:
    """Return the word letter by letter, each with its vowel signs and what is joined to it."""
    letters: list[str] = []
    for one in word:
        tied = unicodedata.category(one).startswith("M") or one in _JOINERS
        if letters and (tied or letters[-1][-1] in (_VIRAMA, *_JOINERS)):
            letters[-1] += one
        else:
            letters.append(one)
    return letters


@cache
def _has(one: str) -> bool:
    """Say whether the font writes a character, and this computer shapes it."""
    if one.isspace() or one in _JOINERS:
        return True
    if not can_shape() and one > "\u024f" and one not in "₹₱–—·×…":
        return False
    font = font_of("plain")
    return bytes(font.getmask(one)) != bytes(font.getmask("\uffff"))


@cache
def _font(size: int, weight: int) -> FreeTypeFont:
    engine = ImageFont.Layout.RAQM if can_shape() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(str(fontpkg.path("Noto Sans")), size, layout_engine=engine)
    axes = [
        float(weight if axis["name"] == b"Weight" else axis["default"] or 0)
        for axis in font.get_variation_axes()
    ]
    font.set_variation_by_axes(axes)
    return font
