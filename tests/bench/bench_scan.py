"""The camera's path beside bare zxing-cpp on the same frames, with the same settings.

Bare is `read_barcodes` on grey bytes that lie ready. Ours is a frame put into the video sink, what
the GUI thread does with it, and mapping and decoding on the worker. Both alternate within every
round, so that only ratios count. Empty frames are cluttered ones, drawn from seeds.
"""

import argparse
import json
import os
import statistics
from collections.abc import Callable
from time import perf_counter_ns
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEventLoop, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from app.hardware import scanner_camera
from app.hardware.decoder import Picture, decode_frame
from app.hardware.references import protect_singletons
from app.hardware.scanner_camera import DECODE_EVERY_MS, CameraScanner
from tests.helpers.pictures import cluttered, on_frame, qr

EMPTY_FRAMES = 36
ROUNDS = 60
RATIO_LIMIT = 1.1
GUI_LIMIT_MS = 1.0
GIVE_UP_NS = 5_000_000_000


class MeasuredCamera(CameraScanner):
    """A camera that counts the GUI thread's time for each frame."""

    def __init__(self, clock_ms: Callable[[], int]) -> None:
        super().__init__(clock_ms=clock_ms)
        self.gui_ns = 0
        self.done = False

    def _on_frame(self, frame: QVideoFrame) -> None:
        began = perf_counter_ns()
        super()._on_frame(frame)
        self.gui_ns += perf_counter_ns() - began

    def _report(self, run: int, done: Any) -> None:
        began = perf_counter_ns()
        super()._report(run, done)
        self.gui_ns += perf_counter_ns() - began
        self.done = True


class Bench:
    """One camera, the clock that drives it, and what was measured."""

    def __init__(self) -> None:
        self.now_ms = 0
        self.worker_ns = 0
        self.found: list[str] = []
        self.camera = MeasuredCamera(lambda: self.now_ms)
        self.camera.scanned.connect(lambda text, _source: self.found.append(text))
        self.camera.start()
        self._wake = QTimer(interval=1000)
        self._wake.start()
        self._decode = scanner_camera._decode
        scanner_camera._decode = self._timed_decode

    def _timed_decode(self, frame: QVideoFrame, *, items: bool, invert: bool) -> list[str]:
        began = perf_counter_ns()
        texts = self._decode(frame, items=items, invert=invert)
        self.worker_ns = perf_counter_ns() - began
        return texts

    def camera_path(self, frame: QVideoFrame) -> tuple[int, int, int]:
        """Nanoseconds until the result is reported, of the worker, and of the GUI thread."""
        self.now_ms += DECODE_EVERY_MS
        self.camera.gui_ns, self.camera.done = 0, False
        sink = self.camera.sink
        if sink is None:
            raise RuntimeError("The camera is off.")
        began = perf_counter_ns()
        sink.setVideoFrame(frame)
        while not self.camera.done:
            # Sleeping, as an idle station does: a busy loop would take the worker's turn.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if perf_counter_ns() - began > GIVE_UP_NS:
                raise RuntimeError("The camera did not report a frame within five seconds.")
        return perf_counter_ns() - began, self.worker_ns, self.camera.gui_ns

    def bare(self, picture: Picture, *, invert: bool) -> int:
        """Nanoseconds of zxing-cpp alone."""
        began = perf_counter_ns()
        decode_frame(picture, items=False, invert=invert)
        return perf_counter_ns() - began


def frame_of(image: Image.Image) -> QVideoFrame:
    """Make the NV12 frame a camera would send."""
    kind = QVideoFrameFormat.PixelFormat.Format_NV12
    frame = QVideoFrame(QVideoFrameFormat(QSize(*image.size), kind))
    frame.map(QVideoFrame.MapMode.WriteOnly)
    plane, row_bytes = frame.bits(0), frame.bytesPerLine(0)
    grey = image.tobytes()
    if not isinstance(plane, memoryview):
        raise TypeError("A writable frame gives a memoryview.")
    for row in range(image.height):
        line = grey[row * image.width : (row + 1) * image.width]
        plane[row * row_bytes : row * row_bytes + image.width] = line
    frame.unmap()
    return frame


def compare(bench: Bench, image: Image.Image) -> dict[str, float]:
    """Medians in milliseconds for one frame, and their ratio to bare zxing-cpp.

    The camera tries inverted codes on every second frame, so a sample is two frames in a row.
    """
    # A sink ignores a frame that it already shows: two of them in turn.
    frames = (frame_of(image), frame_of(image))
    ready = Picture(memoryview(image.tobytes()), *image.size, "Lum", image.width, 1)
    whole, worker, gui, bare = [], [], [], []
    for number in range(ROUNDS):
        bare_first = number % 2 == 0
        base = [bench.bare(ready, invert=invert) for invert in (False, True)] if bare_first else []
        paths = [bench.camera_path(frame) for frame in frames]
        base = base or [bench.bare(ready, invert=invert) for invert in (False, True)]
        bare.append(sum(base) / 2e6)
        whole.append(sum(path[0] for path in paths) / 2e6)
        worker.append(sum(path[1] for path in paths) / 2e6)
        gui.append(sum(path[2] for path in paths) / 2e6)
    base_ms = statistics.median(bare)
    work = [w + g for w, g in zip(worker, gui, strict=True)]
    return {
        "bare_ms": base_ms,
        "worker_ms": statistics.median(worker),
        "gui_ms": statistics.median(gui),
        "gui_p99_ms": sorted(gui)[int(ROUNDS * 0.99) - 1],
        "until_reported_ms": statistics.median(whole),
        "work_ms": statistics.median(work),
        "work_ratio": statistics.median(w / b for w, b in zip(work, bare, strict=True)),
    }


def measure() -> dict[str, Any]:
    """All figures; the limits beside them are the project's promises."""
    _application = QGuiApplication.instance() or QGuiApplication([])
    bench = Bench()
    empties = [cluttered(seed) for seed in range(EMPTY_FRAMES)]
    frames = {
        "card, near": on_frame(qr("SK7FPRV767T2F9V", 12)),
        "card, far": on_frame(qr("SK7FPRV767T2F9V", 4)),
        "card in clutter": _on_clutter(qr("SK7FPRV767T2F9V", 7)),
        "empty, cluttered": empties[0],
    }
    figures: dict[str, Any] = {name: compare(bench, image) for name, image in frames.items()}
    bench.found.clear()
    for image in empties:
        for items in (False, True):
            bench.camera.items = items
            for _upright_then_inverted in range(2):
                bench.camera_path(frame_of(image))
    bench.camera.stop()
    figures["ratio"] = sum(figures[name]["work_ms"] for name in frames) / sum(
        figures[name]["bare_ms"] for name in frames
    )
    figures["ratio_worst_frame"] = max(figures[name]["work_ratio"] for name in frames)
    figures["ratio_limit"] = RATIO_LIMIT
    figures["gui_ms"] = max(figures[name]["gui_ms"] for name in frames)
    figures["gui_ms_limit"] = GUI_LIMIT_MS
    figures["found_in_empty_frames"] = len(bench.found)
    figures["empty_frames"] = EMPTY_FRAMES
    return figures


def _on_clutter(code: Image.Image) -> Image.Image:
    frame = cluttered(1000)
    frame.paste(code, (600, 300))
    return frame


def main() -> None:
    """Measure and print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args()
    protect_singletons()
    figures = measure()
    if asked.json:
        print(json.dumps(figures))
        return
    columns = (
        "bare_ms",
        "worker_ms",
        "gui_ms",
        "gui_p99_ms",
        "until_reported_ms",
        "work_ratio",
    )
    print(f"{'1280x720 frame':20}" + "".join(f"{column:>19}" for column in columns))
    for name, row in figures.items():
        if isinstance(row, dict):
            print(f"{name:20}" + "".join(f"{row[column]:19.3f}" for column in columns))
    print(f"work / bare zxing-cpp: {figures['ratio']:.3f} (limit {RATIO_LIMIT})")
    print(f"  on the frame where it is worst: {figures['ratio_worst_frame']:.3f}")
    print(f"GUI thread for each frame: {figures['gui_ms']:.3f} ms (limit {GUI_LIMIT_MS})")
    print(f"found in {EMPTY_FRAMES} empty frames: {figures['found_in_empty_frames']} (limit 0)")


if __name__ == "__main__":
    main()
