"""Frames through a real video sink: codes are reported once, and decoded off the GUI thread."""

import threading
from collections.abc import Iterator

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaDevices, QVideoFrame, QVideoFrameFormat, QVideoSink
from zxingcpp import BarcodeFormat

from app.domain.codes import mint_card
from app.hardware import scanner_camera
from app.hardware.decoder import decode_frame
from app.hardware.scanner import Scanners
from app.hardware.scanner_camera import CameraScanner
from app.hardware.scanner_fake import FakeScanner
from tests.helpers.pictures import barcode, cluttered, on_frame, qr

CARD = mint_card(bytes(range(16)), "7F")
OTHER = mint_card(bytes(range(1, 17)), "7F")
GTIN = "8901030865275"
UPI = "upi://pay?pa=kirana@bank&pn=Sharma%20Store"
Pixel = QVideoFrameFormat.PixelFormat


def frame_of(image: Image.Image, kind: Pixel = Pixel.Format_NV12) -> QVideoFrame:
    """A camera's frame in one of the layouts cameras send."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(image.width, image.height), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, row_bytes = frame.bits(0), frame.bytesPerLine(0)
    assert isinstance(plane, memoryview)
    grey = image.tobytes()
    step, offset = {Pixel.Format_YUYV: (2, 0), Pixel.Format_UYVY: (2, 1)}.get(kind, (1, 0))
    for row in range(image.height):
        line = grey[row * image.width : (row + 1) * image.width]
        start = row * row_bytes + offset
        plane[start : start + step * image.width : step] = line
    frame.unmap()
    return frame


def rgb_frame(image: Image.Image) -> QVideoFrame:
    data = image.tobytes()
    grey = QImage(data, image.width, image.height, image.width, QImage.Format.Format_Grayscale8)
    return QVideoFrame(grey.convertToFormat(QImage.Format.Format_RGB32))


class Shop:
    """A camera on the counter, with a clock that only moves when told to."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.now_ms = 10_000
        self.heard: list[str] = []
        self.camera = CameraScanner(clock_ms=lambda: self.now_ms)
        self.camera.scanned.connect(lambda text, source: self.heard.append(text))

    @property
    def sink(self) -> QVideoSink:
        assert self.camera.sink is not None
        return self.camera.sink

    def show(self, frame: QVideoFrame | Image.Image, later_ms: int = 100) -> None:
        """Put a frame before the camera and wait until it has been decoded."""
        self.now_ms += later_ms
        self.sink.setVideoFrame(frame if isinstance(frame, QVideoFrame) else frame_of(frame))
        self.qtbot.waitUntil(lambda: not self.camera._busy and self.camera._latest is None)


@pytest.fixture
def shop(qtbot) -> Iterator[Shop]:
    made = Shop(qtbot)
    made.camera.start()
    yield made
    made.camera.stop()


def test_a_machine_without_a_camera_starts_and_says_so(shop):
    assert QMediaDevices.videoInputs() == []
    assert shop.camera.running
    assert not shop.camera.available
    assert shop.camera.problem.startswith("No camera was found.")


def test_the_camera_is_off_until_it_is_started(qtbot):
    camera = CameraScanner()
    assert not camera.running
    assert camera.sink is None
    camera.stop()


def test_a_card_before_the_camera_is_read(shop):
    shop.show(on_frame(qr(CARD)))
    assert shop.heard == [CARD]


@pytest.mark.parametrize(
    "kind",
    [
        Pixel.Format_NV12,
        Pixel.Format_YUV420P,
        Pixel.Format_YUYV,
        Pixel.Format_UYVY,
        Pixel.Format_Y8,
    ],
)
@pytest.mark.parametrize("size", [(1280, 720), (642, 480)])
def test_every_layout_of_a_camera_is_read(shop, kind, size):
    shop.show(frame_of(on_frame(qr(CARD), size=size), kind))
    assert shop.heard == [CARD]


def test_coloured_frames_are_read(shop):
    shop.show(rgb_frame(on_frame(qr(CARD))))
    assert shop.heard == [CARD]


def test_a_layout_that_cannot_be_read_in_place_is_read_as_an_image(shop, monkeypatch):
    monkeypatch.setattr(scanner_camera, "_LAYOUTS", {None: ("Lum", 1, 0)})
    shop.show(rgb_frame(on_frame(qr(CARD))))
    assert shop.heard == [CARD]


def test_two_codes_in_view_are_both_reported(shop):
    shop.show(on_frame(qr(CARD), qr(UPI, 5)))
    assert set(shop.heard) == {CARD, UPI}


def test_a_code_that_stays_in_view_is_reported_once(shop):
    for _ in range(50):
        shop.show(on_frame(qr(CARD), size=(320, 240)))
    assert shop.heard == [CARD]
    shop.show(on_frame(qr(OTHER), size=(320, 240)))
    assert shop.heard == [CARD, OTHER]
    shop.show(on_frame(qr(CARD), size=(320, 240)), later_ms=2800)
    assert shop.heard == [CARD, OTHER]
    shop.show(on_frame(qr(CARD), size=(320, 240)), later_ms=3000)
    assert shop.heard == [CARD, OTHER, CARD]


def test_a_phone_in_dark_mode_is_read_within_two_frames(shop):
    dark = ImageOps.invert(on_frame(qr(CARD)))
    shop.show(dark)
    shop.show(dark)
    assert shop.heard == [CARD]


def test_goods_are_read_only_when_asked_for(shop):
    goods = on_frame(barcode(GTIN, BarcodeFormat.EAN13))
    shop.show(goods)
    assert shop.heard == []
    shop.camera.items = True
    shop.show(goods)
    assert shop.heard == [GTIN]


def test_at_most_ten_frames_a_second_are_decoded_and_the_latest_wins(shop):
    shop.show(on_frame(qr(CARD)))
    for code in (OTHER, UPI, "last"):
        shop.now_ms += 30
        shop.sink.setVideoFrame(frame_of(on_frame(qr(code))))
    assert shop.heard == [CARD]
    shop.now_ms += 10
    shop.qtbot.waitUntil(lambda: shop.heard != [CARD])
    assert shop.heard == [CARD, "last"]
    assert shop.camera._decodes == 2


def test_decoding_happens_off_the_gui_thread(shop, monkeypatch):
    threads = []

    def watched(picture, **options):
        threads.append(threading.current_thread())
        return decode_frame(picture, **options)

    monkeypatch.setattr(scanner_camera, "decode_frame", watched)
    shop.show(on_frame(qr(CARD)))
    assert threads
    assert threading.main_thread() not in threads


def test_a_frame_decoded_too_late_is_thrown_away(shop):
    shop.sink.setVideoFrame(frame_of(on_frame(qr(CARD))))
    shop.camera.stop()
    shop.qtbot.waitUntil(lambda: not shop.camera._busy)
    assert shop.heard == []
    shop.camera.start()
    shop.show(on_frame(qr(OTHER)))
    assert shop.heard == [OTHER]


def test_a_decoder_that_fails_is_reported_and_tried_again(shop, monkeypatch):
    def fails(picture, **options):
        raise ValueError("odd stride")

    before = shop.camera.problem
    monkeypatch.setattr(scanner_camera, "decode_frame", fails)
    shop.show(on_frame(qr(CARD)))
    assert shop.camera.problem == "The camera's picture cannot be read: odd stride"
    monkeypatch.setattr(scanner_camera, "decode_frame", decode_frame)
    shop.show(on_frame(qr(CARD)))
    assert shop.heard == [CARD]
    assert shop.camera.problem == before


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_found_in_an_empty_frame(shop, seed):
    shop.camera.items = True
    for _upright_then_inverted in range(2):
        shop.show(cluttered(seed, (640, 360)))
    assert shop.camera._decodes == 2
    assert shop.heard == []


def test_several_scanners_are_one(qtbot):
    fake, camera = FakeScanner(), CameraScanner()
    both, heard = Scanners([fake, camera]), []
    both.scanned.connect(lambda text, source: heard.append((text, source)))
    fake.scan("before the start")
    both.start()
    fake.scan(CARD)
    assert heard == [(CARD, "fake")]
    assert both.available
    assert both.problem == camera.problem != ""
    both.stop()
    fake.scan(OTHER)
    assert len(heard) == 1
