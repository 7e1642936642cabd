"""The counter on a screen, or any of its screens as a picture. Qt is loaded here only."""

import gc
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.config import read_settings
from app.station import open_station

COUNTER_SIZE = (1366, 768)


class NoPictureError(Exception):
    """The picture cannot be drawn; the text says why and what to do."""


def open_counter(
    folder: Path, language: str = "", started: Callable[[Any, Any], None] = lambda *_: None
) -> int:
    """Show a shop's counter until its window is closed; return the exit code.

    `started` is called as `run_counter` does.
    """
    # A launch only makes things that stay; looking for garbage among them takes a tenth of it.
    gc.disable()
    from app.ui.application import run_counter  # noqa: PLC0415 - Qt

    with open_station(folder) as station:
        camera = bool(station.settings.camera)
        return run_counter(
            station.shop,
            camera=camera,
            language=language,
            started=started,
            status=station.status,
        )


def draw_screen(
    folder: Path | None, screen: str, language: str, size: tuple[int, int], out: Path
) -> None:
    """Draw a screen of a copy of the shop, since a scene may record something.

    Without a folder it is a demo shop, of the Philippines for Filipino. Raises NoPictureError.
    """
    # Before Qt starts: a picture needs no display, and gets none.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.ui.screenshot import PictureError, draw  # noqa: PLC0415 - Qt

    with TemporaryDirectory() as place:
        copy = Path(place) / "shop"
        if folder is None:
            from app.station.founding import create_demo  # noqa: PLC0415 - only for this

            create_demo(copy, "PH" if language == "fil" else "IN")
        else:
            read_settings(folder)
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("backups"))
        with open_station(copy, background=False) as station:
            try:
                draw(station.shop, screen, language, *size, out)
            except PictureError as error:
                raise NoPictureError(str(error)) from error
