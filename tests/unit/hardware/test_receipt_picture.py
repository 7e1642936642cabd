"""Slips as pictures: shaped, wrapped, aligned, never clipped, the same every time."""

from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.domain.codes import VoucherNumber
from app.domain.slips import DOTS, Code, Divider, Part, Row, Slip, Words
from app.hardware import receipt_picture
from app.hardware.receipt_picture import (
    MARGIN,
    draw_slip,
    font_of,
    ink_width,
    marked,
    printable,
    wrapped,
)
from tests.helpers.tries import tries

WIDTHS = tuple(DOTS.values())
LONG = "क्षत्रियविश्वविद्यालयप्रतियोगितासम्मेलनपुरस्कारवितरणसमारोह"
HINDI = "अब यह आप ले सकते हैं: श्री लक्ष्मी किराना स्टोर की ख़ास चाय, 250 ग्राम"

words = st.text(
    st.sampled_from("abcMWij₹₱ñé0123456789,.-+ क्षत्रियिीुूृेैोौंँ्रशश्र श्रीहिन्दी"), min_size=1, max_size=60
)
parts = st.one_of(
    st.builds(Words, words, st.sampled_from(["small", "plain", "large"]), st.booleans()),
    st.builds(Row, words, words, st.booleans()),
)


def picture(*found: Part, dots: int = 384, mark: str = "") -> Image.Image:
    image = Image.open(BytesIO(draw_slip(Slip("test", "", mark, found), dots)))
    assert (image.mode, image.width) == ("1", dots)
    return image


def ink_box(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.convert("L").point([255 - value for value in range(256)]).getbbox()
    assert box is not None
    return box


def test_this_computer_shapes_devanagari():
    assert receipt_picture.can_shape()
    font = font_of("plain")
    assert ink_width("क्षि", font) < ink_width("क", font) + ink_width("ष", font) + ink_width(
        "ि", font
    ), "a conjunct is narrower than its letters side by side"


@pytest.mark.parametrize("text", ["हिन्दी", "कूँ र्कीं", "श्रृंखला", "ड्ढ ट्ठ ॐ", "Ñandú ñ Ǘ", "₹₱gjpqy"])
@pytest.mark.parametrize("size", ["small", "plain", "large"])
def test_signs_above_and_below_a_line_are_whole(text, size):
    """The same line with room all round has the same ink."""
    _, top, _, bottom = ink_box(picture(Words(text, size)))
    _, _, _, between = ink_box(picture(Words(text, size), Words(" .", size)))
    image = picture(Words(text, size))
    assert top > 0
    assert bottom < image.height
    assert between >= bottom


@given(st.lists(parts, min_size=1, max_size=4), st.sampled_from(WIDTHS))
@tries(60)
def test_nothing_touches_the_edges(found, dots):
    if not any(
        printable(text).strip() for one in found for text in one[:2] if isinstance(text, str)
    ):
        return
    image = picture(*found, dots=dots).convert("L")
    for box in ((0, 0, MARGIN - 1, image.height), (dots - MARGIN + 1, 0, dots, image.height)):
        assert image.crop(box).getextrema()[0] == 255, "ink in the margin"


@given(words, st.sampled_from(WIDTHS), st.sampled_from(["small", "plain", "large"]), st.booleans())
@tries(150)
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text, dots, size, bold):
    font = font_of(size, bold=bold)
    lines = wrapped(text, font, dots - 2 * MARGIN)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())
    assert all(ink_width(line, font) <= dots - 2 * MARGIN for line in lines)


@pytest.mark.parametrize("dots", WIDTHS)
def test_a_word_wider_than_the_paper_breaks_between_letters(dots):
    lines = wrapped(LONG * 2, font_of("large"), dots - 2 * MARGIN)
    assert len(lines) > 1
    assert "".join(lines) == LONG * 2
    assert not any(line[0] in "्ािीुूेैोौंँ" for line in lines)


@pytest.mark.parametrize("dots", WIDTHS)
@pytest.mark.parametrize("figure", ["₹1.00", "-₹1,00,00,00,00,000.00", "₱999,999,999.99"])
def test_figures_stand_at_the_right_edge(dots, figure):
    _, _, right, _ = ink_box(picture(Row(HINDI, figure), dots=dots))
    assert dots - MARGIN - 2 <= right <= dots - MARGIN + 1


def test_a_long_label_leaves_its_figure_whole():
    alone = picture(Row("", "₹12,34,567.00")).convert("L")
    both = picture(Row(HINDI, "₹12,34,567.00")).convert("L")
    width = ink_width("₹12,34,567.00", font_of("plain"))
    side = (384 - MARGIN - width - 2, 0, 384, 40)
    last = (side[0], both.height - alone.height, 384, both.height - alone.height + 40)
    assert ink_box(alone.crop(side))[2:] == ink_box(both.crop(last))[2:]


@pytest.mark.parametrize("dots", WIDTHS)
def test_a_voucher_is_read_from_the_paper(dots):
    number = VoucherNumber("SVK23456789ACDE")
    image = picture(Words("Tea"), Code(number), Divider(), dots=dots).convert("L")
    (read,) = zxingcpp.read_barcodes(image)
    assert read.text == number


def test_a_mark_stands_white_on_black_across_the_top():
    plain, with_mark = picture(Words("Tea")), picture(Words("Tea"), mark="दोबारा छपा · REPRINT")
    assert with_mark.height > plain.height
    assert with_mark.getpixel((0, 2)) == 0
    later = Image.open(
        BytesIO(marked(draw_slip(Slip("test", "", "", (Words("Tea"),)), 384), "REPRINT"))
    )
    assert later.getpixel((0, 2)) == 0
    bare = later.crop((0, later.height - plain.height, 384, later.height))
    assert bare.tobytes() == plain.tobytes()


def test_the_same_slip_gives_the_same_bytes():
    slip = Slip("test", "", "", (Words(HINDI), Row("Total", "₹5"), Divider()))
    assert draw_slip(slip, 576) == draw_slip(slip, 576)


def test_letters_the_font_does_not_have_are_transcribed_or_left_out():
    assert printable("श्री ₹5 Ñ") == "श्री ₹5 Ñ"
    assert printable("Tea 🎉") == "Tea"
    assert wrapped("🎉", font_of("plain"), 300) == []
    assert picture(Words("🎉")).height > 0


def test_without_the_shaping_library_names_are_written_in_latin(monkeypatch):
    receipt_picture._has.cache_clear()
    monkeypatch.setattr(receipt_picture, "can_shape", lambda: False)
    try:
        assert printable("नमक ₹20").isascii() or "₹" in printable("नमक ₹20")
        assert not any("\u0900" <= one <= "\u097f" for one in printable("नमक ₹20"))
    finally:
        receipt_picture._has.cache_clear()
