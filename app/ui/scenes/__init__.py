"""The scenes that can be drawn as pictures, station by station."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtQuick import QQuickWindow

from app.hardware.scanner import Scanner
from app.services.shop import Shop
from app.ui.jobs import Jobs, ManualJobs


class PictureError(Exception):
    """The picture cannot be drawn; the text says why and what to do."""


class Shown(Protocol):
    """A window and the root of its view models."""

    @property
    def station(self) -> Any:
        """The root of the view models."""

    def load(self) -> QQuickWindow:
        """Load the window and show it."""

    def close(self) -> None:
        """Take the window down."""


@dataclass(frozen=True, slots=True)
class Scenes:
    """The scenes of one kind of station, by name, and the window they are played in.

    `window` takes shop, jobs, scanner and language; a scene takes the shop, the root of the
    window's view models and the jobs. Some scenes record something.
    """

    window: Callable[[Shop, Jobs, Scanner, str], Shown]
    scenes: Mapping[str, Callable[[Shop, Any, ManualJobs], None]]
