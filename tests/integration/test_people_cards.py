"""Cards as pictures and as a sheet: every code is read back from what is drawn."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QImage, QPainter

from app.domain.codes import CardNumber, mint_card
from app.hardware.card_sheet import PAGE_MM, PER_PAGE, SheetCard, draw_page, write_sheet
from app.services.card_picture import printable
from app.services.cards import card_png

NAMES = ("लक्ष्मी शर्मा", "Ma. Cristina Concepcion de los Santos-Villanueva y Macaraeg", "张伟", "")


def number(seed: int) -> CardNumber:
    return mint_card(bytes([seed] * 16), "7F")


def drawn(name: str, seed: int = 1) -> Image.Image:
    return Image.open(BytesIO(card_png(number(seed), name, "आशा किराना")))


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_of_bank_card_size_and_its_code_is_read(name):
    picture = drawn(name)
    assert picture.size == (2022, 1276)
    assert [round(dpi) for dpi in picture.info["dpi"]] == [600, 600]
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [number(1)]


def test_every_name_that_can_be_written_is_on_the_card():
    pictures = {drawn(name).tobytes() for name in ("", "आरती", "Aarti", "आरती शर्मा")}
    assert len(pictures) == 4


def test_a_script_the_font_lacks_is_transcribed_or_left_out():
    assert printable("आरती") == "आरती"
    assert printable("সুরেশ") == "Suresh"
    assert printable("张伟") == ""


def test_long_texts_stay_beside_the_code():
    plain, long = drawn(""), drawn("W" * 60)
    right = (round(plain.width * 0.53), 0, plain.width, plain.height)
    assert plain.crop(right).tobytes() == long.crop(right).tobytes()


def test_every_code_of_a_page_is_read(qapp):
    cards = [SheetCard(number(at), NAMES[at % len(NAMES)]) for at in range(PER_PAGE)]
    dots_per_mm = 8
    paper = QImage(
        int(PAGE_MM[0]) * dots_per_mm,
        int(PAGE_MM[1]) * dots_per_mm,
        QImage.Format.Format_Grayscale8,
    )
    paper.fill("white")
    painter = QPainter(paper)
    painter.scale(dots_per_mm, dots_per_mm)
    draw_page(painter, cards, "आशा किराना")
    painter.end()
    size = (paper.bytesPerLine(), paper.height())
    picture = Image.frombytes("L", size, bytes(paper.constBits()))
    found = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert sorted(found) == sorted(card.number for card in cards)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (10, 1), (11, 2)])
def test_a_sheet_has_ten_cards_a_page_and_carries_its_fonts(qapp, tmp_path, count, pages):
    path = tmp_path / "cards.pdf"
    cards = [SheetCard(number(at), "आरती") for at in range(count)]
    file = QFile(str(path))
    assert file.open(QIODevice.OpenModeFlag.WriteOnly)
    assert write_sheet(file, cards, "आशा किराना") == pages
    file.close()
    body = path.read_bytes()
    assert body.startswith(b"%PDF-")
    assert body.count(b"/Type /Page\n") == pages
    assert (b"NotoSans" in body) == (count > 0)


def test_a_sheet_that_cannot_be_written_says_so(qapp, tmp_path):
    closed = QFile(str(tmp_path / "missing" / "cards.pdf"))
    with pytest.raises(OSError, match="cannot be written"):
        write_sheet(closed, [SheetCard(number(1), "A")], "Shop")
