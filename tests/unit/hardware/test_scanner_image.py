"""Codes are found in pictures as people make them, and a bad file says what is wrong."""

import json
import os

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps
from zxingcpp import BarcodeFormat

from app.domain.codes import CardCode, Code, GtinCode, mint_card, mint_voucher
from app.hardware.scanner_image import ImageScanner, UnreadableImage, read_image, scan_lines
from tests.helpers.pictures import barcode, cluttered, on_frame, qr

CARD = mint_card(bytes(range(16)), "7F")
UPI = "upi://pay?pa=kirana@bank&pn=Sharma%20Store&cu=INR"


def saved(image, tmp_path, name="picture.png"):
    image.save(tmp_path / name)
    return tmp_path / name


def codes_in(path) -> list[Code]:
    found = read_image(path)
    assert not isinstance(found, UnreadableImage), found
    return found


def with_noise(image, sigma):
    noise = Image.effect_noise(image.size, sigma)
    return ImageChops.add(image, noise, 1, -128)


def in_shadow(image):
    shade = Image.linear_gradient("L").resize(image.size).point(lambda v: 40 + v * 215 // 255)
    return ImageChops.multiply(image, shade)


WAYS = {
    "as it is": lambda i: i,
    "turned": lambda i: i.rotate(33, fillcolor=170),
    "upside down": lambda i: i.rotate(180),
    "inverted": ImageOps.invert,
    "blurred": lambda i: i.filter(ImageFilter.GaussianBlur(3)),
    "noisy": lambda i: with_noise(i, 60),
    "low contrast": lambda i: i.point(lambda v: 120 + v // 10),
    "in shadow": in_shadow,
    "small": lambda i: i.resize((320, 180)),
    "mirrored": ImageOps.mirror,
    "glare": lambda i: i.point(lambda v: 200 + v * 55 // 255),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_card_is_read_however_the_picture_is(way, tmp_path):
    (code,) = codes_in(saved(WAYS[way](on_frame(qr(CARD, 8))), tmp_path))
    assert isinstance(code, CardCode)
    assert code.number == CARD


@pytest.mark.parametrize("name", ["p.png", "p.jpg", "p.webp", "p.bmp", "p.gif", "p.tiff"])
def test_every_usual_format_is_read(name, tmp_path):
    (code,) = codes_in(saved(on_frame(qr(CARD)), tmp_path, name))
    assert code.kind == "card"


def test_two_codes_in_one_picture_are_both_read(tmp_path):
    found = codes_in(saved(on_frame(qr(CARD), qr(UPI, 4)), tmp_path))
    assert {code.kind for code in found} == {"card", "upi"}


@pytest.mark.parametrize(
    ("digits", "kind", "read"),
    [
        ("8901030865275", BarcodeFormat.EAN13, "8901030865275"),
        ("96385074", BarcodeFormat.EAN8, "96385074"),
        ("036000291452", BarcodeFormat.UPCA, "036000291452"),
        ("https://id.gs1.org/01/09506000134352", BarcodeFormat.QRCode, "09506000134352"),
    ],
)
@pytest.mark.parametrize("turn", [0, 90])
def test_articles_are_read(digits, kind, read, turn, tmp_path):
    picture = on_frame(barcode(digits, kind)).rotate(turn, expand=True)
    (code,) = codes_in(saved(picture, tmp_path))
    assert isinstance(code, GtinCode)
    assert code.gtin.check_ok
    assert code.gtin.gtin14 == read.zfill(14)


def test_transparent_paper_is_white_and_a_turned_photograph_stands_up(tmp_path):
    code = qr(CARD)
    clear = Image.merge("LA", (Image.new("L", code.size), ImageOps.invert(code)))
    assert [c.kind for c in codes_in(saved(clear, tmp_path))] == ["card"]
    exif = Image.Exif()
    exif[0x0112] = 6
    on_frame(barcode("8901030865275", BarcodeFormat.EAN13)).save(tmp_path / "t.jpg", exif=exif)
    assert [c.kind for c in codes_in(tmp_path / "t.jpg")] == ["gtin"]


def test_a_small_code_in_a_large_photograph_is_found(tmp_path):
    photograph = on_frame(qr(CARD, 2), size=(5000, 3000))
    assert [c.kind for c in codes_in(saved(photograph, tmp_path))] == ["card"]


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_found_where_nothing_is(seed, tmp_path):
    assert codes_in(saved(cluttered(seed, (640, 360)), tmp_path)) == []


def broken_files(tmp_path):
    good = saved(on_frame(qr(CARD)), tmp_path).read_bytes()
    contents = {
        "cut.png": good[: len(good) // 2],
        "text.png": b"hello",
        "empty.png": b"",
        "flipped.png": good[:60] + bytes(40) + good[100:],
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    return [*contents, "folder", "missing.png"]


def test_a_file_that_cannot_be_read_says_why(tmp_path):
    for name in broken_files(tmp_path):
        found = read_image(tmp_path / name)
        assert isinstance(found, UnreadableImage), name
        assert found.sentence.startswith(name)
        assert found.sentence.endswith(".")
        assert str(tmp_path) not in found.sentence


def test_a_picture_with_absurdly_many_pixels_is_refused(tmp_path):
    for side in (9500, 14000):
        Image.new("1", (side, side)).save(tmp_path / "huge.png")
        found = read_image(tmp_path / "huge.png")
        assert isinstance(found, UnreadableImage)
        assert "too many pixels" in found.sentence


def test_scan_prints_one_json_line_for_each_picture(tmp_path):
    card = saved(on_frame(qr(CARD)), tmp_path, "card.png")
    hindi = saved(on_frame(qr("नमस्ते")), tmp_path, "hindi.png")
    voucher = saved(on_frame(qr(mint_voucher(bytes(16), "7F"))), tmp_path, "voucher.png")
    empty = saved(on_frame(), tmp_path, "empty.png")
    paths = [card, hindi, voucher, empty, tmp_path / "missing.png"]
    lines = [json.loads(line) for line in scan_lines(paths)]
    assert [line["file"] for line in lines] == [os.fspath(path) for path in paths]
    assert lines[0]["codes"] == [{"text": CARD, "kind": "card", "number": CARD, "cell_hint": "7F"}]
    assert lines[1]["codes"] == [{"text": "नमस्ते", "kind": "unknown", "reason": "not recognised"}]
    assert lines[2]["codes"][0]["kind"] == "voucher"
    assert lines[3] == {"file": os.fspath(empty), "codes": []}
    assert lines[4]["codes"] == []
    assert "is not there" in lines[4]["error"]


def test_the_image_scanner_is_a_scanner(tmp_path):
    scanner, heard = ImageScanner(), []
    scanner.scanned.connect(lambda text, source: heard.append((text, source)))
    scanner.scan(saved(on_frame(qr(CARD)), tmp_path))
    scanner.start()
    scanner.scan(tmp_path / "missing.png")
    assert "is not there" in scanner.problem
    scanner.scan(saved(on_frame(qr(CARD)), tmp_path))
    assert heard == [(CARD, "image")]
    assert scanner.problem == ""
