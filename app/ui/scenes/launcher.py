"""The launcher's scenes: everything runs, or one does not."""

from dataclasses import dataclass
from typing import Any, Final

from app.hardware.scanner import Scanner
from app.services.demo import STAFF
from app.services.shop import Shop
from app.ui.jobs import Jobs, ManualJobs
from app.ui.launcher_window import LauncherWindow
from app.ui.scenes import Scenes
from app.ui.viewmodels.launcher import State

_NO_ROOM: Final = "There is no space left on the disk. Make room, then open the kiosk again."


@dataclass(frozen=True, slots=True)
class _Stands:
    name: str
    state: State = "open"
    reason: str = ""


class _Crew:
    """Processes that stand as a scene says."""

    def __init__(self, *stands: _Stands) -> None:
        self._stands = stands

    def standings(self) -> tuple[_Stands, ...]:
        return self._stands

    def open(self, name: str) -> None:
        """Leave all as it is."""


def _scene(name: str, *stands: _Stands) -> Scenes:
    def window(shop: Shop, _jobs: Jobs, _scanner: Scanner, language: str) -> LauncherWindow:
        programme = shop.programme
        people = STAFF.get(programme.country, ())
        return LauncherWindow(_Crew(*stands), people, language or programme.languages[0])

    return Scenes(window, {name: _as_it_is})


def _as_it_is(_shop: Shop, _launcher: Any, _jobs: ManualJobs) -> None:
    """Change nothing."""


LAUNCHER: Final = _scene(
    "launcher",
    _Stands("hub"),
    _Stands("counter"),
    _Stands("kiosk"),
    _Stands("redemption"),
    _Stands("training", "closed"),
)
LAUNCHER_IN_TROUBLE: Final = _scene(
    "launcher-trouble",
    _Stands("hub"),
    _Stands("counter", "opening", "SIGKILL"),
    _Stands("kiosk", "failed", _NO_ROOM),
    _Stands("redemption", "closed"),
)
