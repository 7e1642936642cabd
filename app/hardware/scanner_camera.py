"""A camera that reads QR codes, and the codes on goods when asked to.

Camera -> video sink -> zxing-cpp over the frame's brightness plane on one worker thread. The GUI
thread only hands frames over; QtMultimedia and the decoder are imported at first use.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.hardware.decoder import Picture, decode_frame
from app.hardware.scanner import Scanner

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QVideoFrame, QVideoSink

DECODE_EVERY_MS = 100
REPEAT_AFTER_MS = 3000
_WANTED_PIXELS = 1280 * 720

Channels = Literal["Lum", "BGRA", "ARGB", "RGBA", "ABGR"]


class CameraScanner(Scanner):
    """Reads codes from the default camera, or from whatever frames reach its `sink`.

    Off until `start()`. At most ten frames a second are decoded; frames that come while one is
    being decoded are dropped, but for the latest. A code is reported once while it stays in view
    and again only after three seconds without it. `items` adds the codes on goods to QR.
    """

    _decoded = Signal(int, object)

    def __init__(
        self,
        *,
        items: bool = False,
        clock_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.items = items
        self._clock_ms = clock_ms
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="camera")
        self._latest: QVideoFrame | None = None
        self._busy = False
        self._run = 0
        self._decodes = 0
        self._last_decode_ms = -DECODE_EVERY_MS
        self._seen_ms: dict[str, int] = {}
        self._device_problem = ""
        self._session_parts: list[QObject] = []
        self._sink: QVideoSink | None = None
        self._wake = QTimer(self, singleShot=True)
        self._wake.timeout.connect(self._decode_latest)
        self._decoded.connect(self._report, Qt.ConnectionType.QueuedConnection)

    @property
    def available(self) -> bool:
        """Whether this machine has a camera that can be used; loads QtMultimedia to find out."""
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415
        except ImportError:
            return False
        return bool(QMediaDevices.videoInputs()) and super().available

    @property
    def sink(self) -> "QVideoSink | None":
        """Where frames arrive while the camera is on; a preview may listen to it too."""
        return self._sink

    def start(self) -> None:
        """Switch the camera on; without one, wait until somebody plugs one in."""
        if self.running:
            return
        try:
            from PySide6.QtMultimedia import QMediaDevices, QVideoSink  # noqa: PLC0415
        except ImportError as error:
            self._set_problem(
                self.tr(
                    "Cameras cannot be used on this computer: {reason}. Install what is missing."
                ).format(reason=str(error).rstrip("."))
            )
            return
        super().start()
        self._run += 1
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        devices = QMediaDevices(self)
        devices.videoInputsChanged.connect(self._use_default_camera)
        self._session_parts = [self._sink, devices]
        self._use_default_camera()

    def stop(self) -> None:
        """Switch the camera off; a frame that is still being decoded is thrown away."""
        super().stop()
        self._run += 1
        self._wake.stop()
        self._latest = None
        self._seen_ms.clear()
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._on_frame)
        for part in reversed(self._session_parts):
            part.deleteLater()
        self._session_parts.clear()
        self._sink = None

    def _use_default_camera(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

        for part in self._session_parts[2:]:
            part.deleteLater()
        del self._session_parts[2:]
        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self._device_says(
                self.tr(
                    "No camera was found. Plug one in, or use the keyboard scanner or the number."
                )
            )
            return
        self._device_says("")
        self._open(device)

    def _open(self, device: "QCameraDevice") -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession  # noqa: PLC0415

        camera = QCamera(device, self)
        session = QMediaCaptureSession(self)
        self._session_parts += [camera, session]
        if (best := _best_format(device.videoFormats())) is not None:
            camera.setCameraFormat(best)
        camera.errorOccurred.connect(self._on_camera_error)
        session.setCamera(camera)
        if self._sink is not None:
            session.setVideoSink(self._sink)
        camera.start()

    def _on_camera_error(self, _code: object, text: str) -> None:
        self._device_says(
            self.tr(
                "The camera does not answer ({reason}). Close other programs that use it, or "
                "unplug it and plug it in again."
            ).format(reason=text.rstrip("."))
        )

    def _device_says(self, sentence: str) -> None:
        self._device_problem = sentence
        self._set_problem(sentence)

    def _on_frame(self, frame: "QVideoFrame") -> None:
        self._latest = frame
        self._decode_latest()

    def _decode_latest(self) -> None:
        if self._busy or self._latest is None or not self._latest.isValid():
            return
        now_ms = self._clock_ms()
        wait_ms = self._last_decode_ms + DECODE_EVERY_MS - now_ms
        if wait_ms > 0:
            if not self._wake.isActive():
                self._wake.start(wait_ms)
            return
        frame, self._latest = self._latest, None
        self._last_decode_ms = now_ms
        self._busy = True
        self._decodes += 1
        run, items, invert = self._run, self.items, self._decodes % 2 == 0
        job = self._worker.submit(_decode, frame, items=items, invert=invert)
        job.add_done_callback(lambda done: self._hand_over(run, done))

    def _hand_over(self, run: int, done: "Future[list[str]]") -> None:
        """Bring a result from the worker to the GUI thread, if there is still somebody there."""
        if shiboken6.isValid(self):
            self._decoded.emit(run, done)

    def _report(self, run: int, done: "Future[list[str]]") -> None:
        self._busy = False
        if run != self._run or not self.running:
            return
        if (error := done.exception()) is not None:
            self._set_problem(self.tr("The camera's picture cannot be read: {0}").format(error))
            return
        self._set_problem(self._device_problem)
        now_ms = self._clock_ms()
        for text in done.result():
            seen_ms = self._seen_ms.get(text)
            self._seen_ms[text] = now_ms
            if seen_ms is None or now_ms - seen_ms >= REPEAT_AFTER_MS:
                self.scanned.emit(text, "camera")
        self._seen_ms = {
            text: ms for text, ms in self._seen_ms.items() if now_ms - ms < REPEAT_AFTER_MS
        }
        self._decode_latest()


def _decode(frame: "QVideoFrame", *, items: bool, invert: bool) -> list[str]:
    """Decode on the worker, in place where the first plane allows it.

    The frame is counted by reference and holds its memory while it is mapped, unlike an image
    made from it, which must be copied before it changes threads.
    """
    from PySide6.QtGui import QImage  # noqa: PLC0415
    from PySide6.QtMultimedia import QVideoFrame  # noqa: PLC0415

    layout = _layouts().get(frame.pixelFormat())
    if layout is not None and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            return decode_frame(_plane_of(frame, layout), items=items, invert=invert)
        finally:
            frame.unmap()
    grey = frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return []
    pixels = memoryview(grey.constBits())
    picture = Picture(pixels, grey.width(), grey.height(), "Lum", grey.bytesPerLine(), 1)
    return decode_frame(picture, items=items, invert=invert)


def _plane_of(frame: "QVideoFrame", layout: "tuple[Channels, int, int]") -> Picture:
    channels, pixel_bytes, offset = layout
    plane = memoryview(frame.bits(0))
    if offset:
        # One byte more, so that a view from the offset still holds whole rows.
        plane = memoryview(bytes(plane) + b"\0")[offset:]
    return Picture(
        plane, frame.width(), frame.height(), channels, frame.bytesPerLine(0), pixel_bytes
    )


_LAYOUTS: "dict[object, tuple[Channels, int, int]]" = {}


def _layouts() -> "dict[object, tuple[Channels, int, int]]":
    """Pixel format -> channels, bytes from pixel to pixel, offset of the first, in plane 0."""
    if not _LAYOUTS:
        from PySide6.QtMultimedia import QVideoFrameFormat  # noqa: PLC0415

        kinds: tuple[tuple[str, tuple[Channels, int, int]], ...] = (
            ("NV12 NV21 YUV420P YUV422P YV12 IMC1 IMC2 IMC3 IMC4 Y8", ("Lum", 1, 0)),
            ("YUYV", ("Lum", 2, 0)),
            ("UYVY P010 P016 Y16", ("Lum", 2, 1)),  # the high byte of 16 bits is enough
            ("BGRA8888 BGRA8888_Premultiplied BGRX8888", ("BGRA", 4, 0)),
            ("ARGB8888 ARGB8888_Premultiplied XRGB8888", ("ARGB", 4, 0)),
            ("RGBA8888 RGBX8888", ("RGBA", 4, 0)),
            ("ABGR8888 XBGR8888", ("ABGR", 4, 0)),
        )
        for names, layout in kinds:
            for name in names.split():
                _LAYOUTS[QVideoFrameFormat.PixelFormat[f"Format_{name}"]] = layout
    return _LAYOUTS


def _best_format(formats: "list[QCameraFormat]") -> "QCameraFormat | None":
    """The format nearest to 720p, the fastest of those: more pixels only cost time."""
    return min(
        formats,
        key=lambda f: (
            abs(f.resolution().width() * f.resolution().height() - _WANTED_PIXELS),
            -f.maxFrameRate(),
        ),
        default=None,
    )
