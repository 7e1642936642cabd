"""What the camera sees, mirrored as a looking-glass shows it.

The pictures are painted by Qt's own painter: Qt's video output draws nothing where there is no
graphics card.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from app.hardware.scanner import Scanner
from app.ui.ticks import monotonic_ms
from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_MS: Final = 66
"""Fifteen pictures a second look like moving; more only cost time."""


@QmlElement
@QmlUncreatable("built by the kiosk")
class CameraPictures(QObject):
    """Switches a camera on and off and hands out its pictures; without a camera none come.

    `first` says that the camera really sees something, `picture` that there is a new one. A
    camera is a scanner with a `sink`, as `CameraScanner` is.
    """

    first = Signal()
    picture = Signal()

    def __init__(
        self,
        camera: Scanner | None,
        parent: QObject | None = None,
        now_ms: Callable[[], int] = monotonic_ms,
    ) -> None:
        super().__init__(parent)
        self._camera = camera
        self._now_ms = now_ms
        self._shown_ms = -EVERY_MS
        self.image = QImage()

    def start(self) -> None:
        """Switch the camera on."""
        if self._camera is None or self._camera.running:
            return
        self._camera.start()
        sink: Any = getattr(self._camera, "sink", None)
        if sink is not None:
            sink.videoFrameChanged.connect(self._take)

    def stop(self) -> None:
        """Switch the camera off and forget its last picture."""
        if self._camera is not None:
            self._camera.stop()
        self.image = QImage()

    def _take(self, frame: Any) -> None:
        now_ms = self._now_ms()
        if now_ms - self._shown_ms < EVERY_MS:
            return
        self._shown_ms = now_ms
        begins = self.image.isNull()
        self.image = frame.toImage()
        if begins and not self.image.isNull():
            self.first.emit()
        self.picture.emit()


@QmlElement
class CameraPreview(QQuickPaintedItem):
    """Paints the pictures of a camera over its whole size, mirrored, edges cut off."""

    source_changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source: CameraPictures | None = None

    def _get_source(self) -> CameraPictures | None:
        return self._source

    def _set_source(self, source: CameraPictures | None) -> None:
        if source is self._source:
            return
        if self._source is not None:
            self._source.picture.disconnect(self.update)
        self._source = source
        if source is not None:
            source.picture.connect(self.update)
        self.source_changed.emit()

    source = Property(CameraPictures, _get_source, _set_source, notify=source_changed)

    def paint(self, painter: QPainter) -> None:
        """Draw the last picture."""
        image = self._source.image if self._source is not None else QImage()
        if image.isNull():
            return
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(
            QRectF(0, 0, self.width(), self.height()),
            image,
            covered(image.width(), image.height(), self.width(), self.height()),
        )


def covered(width: int, height: int, of_width: float, of_height: float) -> QRectF:
    """Return the middle of a picture that has the proportions of where it is drawn (pixels)."""
    if of_width <= 0 or of_height <= 0:
        return QRectF(0, 0, width, height)
    scale = min(width / of_width, height / of_height)
    w, h = of_width * scale, of_height * scale
    return QRectF((width - w) / 2, (height - h) / 2, w, h)
