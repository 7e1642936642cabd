"""A station's window, or any screen of it as a picture. Qt is loaded here only."""

# ruff: noqa: PLC0415 - imports are inside: a counter loads nothing of a kiosk

import gc
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from app.config import (
    DisplayMode,
    Role,
    Settings,
    SettingsError,
    connects,
    read_environment,
    read_settings,
)
from app.station import Station, open_station
from app.sync.exchange import Answer, Exchange, NotSentError
from app.ui import mishaps

if TYPE_CHECKING:
    from app.services.demo import DemoStaff
    from app.station.premises import Premises

FIRST_PICTURES: Final[dict[Role, tuple[str, tuple[int, int]]]] = {
    "counter": ("counter", (1366, 768)),
    "kiosk": ("kiosk-home", (1920, 1080)),
    "redemption": ("redemption-waiting", (1366, 768)),
}
"""Without a display: the scene that stands for a station's window, and its size in pixels."""

LOGS: Final = "logs"
"""Where in a station's folder it is noted what its screen could not do."""

AFTER_FIRST_PICTURE_S: Final = 1.0
"""When the till is listened to: what that loads would hold up the window."""


def picture_size(scene: str) -> tuple[int, int]:
    """Return the size in pixels a scene is drawn in when nobody says which."""
    if scene.startswith("launcher"):
        return 820, 760
    if scene.startswith("display"):
        return 1280, 800
    if scene.startswith("redemption"):
        return FIRST_PICTURES["redemption"][1]
    return FIRST_PICTURES["kiosk" if scene.startswith("kiosk") else "counter"][1]


class NoPictureError(Exception):
    """The picture cannot be drawn; the text says why and what to do."""


class Unplugged(Exchange):
    """Reaches no hub: what a copy of a station records is no event of the shop's."""

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",  # noqa: ARG002 - nothing is sent
        *,
        token: str = "",  # noqa: ARG002
        timeout_s: float = 10.0,  # noqa: ARG002
    ) -> Answer:
        """Send nothing."""
        raise NotSentError(f"{method} {path}: a copy of a station has no connection")

    def close(self) -> None:
        """Let go of nothing."""


def check_role(folder: Path, role: Role) -> None:
    """Raise SettingsError when a station is not for a role; a counter may show any screen."""
    of = read_settings(folder).role
    if of not in (role, "counter"):
        raise SettingsError(
            f"{folder} joined the shop as a {of}, and cannot be a {role}. Open it: sikka {of}"
            f" --data {folder}"
        )


def open_screen(
    folder: Path,
    role: Role,
    language: str = "",
    started: Callable[[Any, Any], None] = lambda *_: None,
    *,
    windowed: bool = False,
    display: DisplayMode | None = None,
) -> int:
    """Show a station's window until it is closed; return the exit code.

    A kiosk fills the screen unless it is `windowed`. `started` is called as `run_counter` does.
    `display` stands in for what the settings say of a customer's display.
    Raises SettingsError for a role it does not have.
    """
    check_role(folder, role)

    # A launch only makes things that stay; looking for garbage among them takes a tenth of it.
    gc.disable()
    run = _runner(role)
    with open_station(folder) as station, ExitStack() as ended:
        mishaps.keep_in(folder / LOGS / f"{role}.log")
        ended.callback(mishaps.keep_no_more)
        if station.settings.print != "never":
            from app.station.printing import PrintWorker

            printing = PrintWorker(station.shop, station.settings)
            printing.start()
            ended.callback(printing.stop)

        def begun(window: Any, shown: Any) -> None:
            from app.ui.ending import Ending

            ended.callback(Ending().stop)
            if notify := read_environment().notify:
                from app.ui.heartbeat import Heartbeat

                ended.callback(Heartbeat(notify).stop)
            if windowed:
                from app.ui.windowed import put_in_window

                put_in_window(shown)
            if role == "counter":
                window.station.when_made(lambda counter: _furnish(station, counter, ended))
            started(window, shown)

        return run(
            station.shop,
            camera=bool(station.settings.camera),
            language=language,
            started=begun,
            status=station.status,
            **_own_settings(role, station.settings, display),
        )


def open_counter(
    folder: Path,
    language: str = "",
    started: Callable[[Any, Any], None] = lambda *_: None,
    *,
    training: bool = False,
    anew: bool = False,
    display: DisplayMode | None = None,
) -> int:
    """Show a shop's counter, or its practice shop's, until its window is closed.

    From either one can go to the other; `anew` begins practice anew. Returns the exit code;
    raises as `open_screen` and `training.go_practise` do.
    """
    from app.station.moving import Moves

    check_role(folder, "counter")
    place = folder
    if training:
        from app.station.training import go_practise

        place = go_practise(folder, anew=anew)
    while True:
        moves = Moves(folder)

        def begun(window: Any, shown: Any, moves: Moves = moves) -> None:
            moves.join(window, shown)
            started(window, shown)

        code = open_screen(place, "counter", language, begun, display=display)
        if moves.next is None:
            return code
        place = moves.place()


def _own_settings(role: Role, settings: Settings, display: DisplayMode | None) -> dict[str, Any]:
    """Return what only the window of one role is told."""
    if role == "kiosk":
        return {"screen_mm": settings.screen_mm}
    if role == "counter":
        mode = display or settings.display
        return {"display": mode, "display_card": settings.display_card}
    return {}


def screen_sizes() -> list[str]:
    """Return the sizes of this session's screens; none where there is no display."""
    if not read_environment().has_display:
        return []
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    application = running if isinstance(running, QGuiApplication) else QGuiApplication([])
    return [f"{one.size().width()}x{one.size().height()}" for one in application.screens()]


def _furnish(station: Station, counter: Any, ended: ExitStack) -> None:
    """Give a counter what it does with the computer it runs on."""
    _offer_setup(station, counter)
    if connects(station.settings):
        from app.station.till_side import TillSide

        heard = counter.baskets
        till = TillSide(station.shop, station.settings, heard.arrived.emit, heard.troubled.emit)
        till.start(AFTER_FIRST_PICTURE_S)
        ended.callback(till.close)


def _offer_setup(station: Station, counter: Any) -> None:
    """Let a supervisor look at everything in the window, and save a file for support."""
    from PySide6.QtGui import QGuiApplication

    from app.station.setup import Probes

    def save() -> Path:
        from datetime import datetime

        from app.station.support import name_of, save_bundle

        now = datetime.now().astimezone()
        # Examining a long journal would keep scans waiting: sikka support-bundle does that.
        out = station.folder / "support" / name_of(now)
        return save_bundle(station.folder, out, now, sizes, doctor=False)

    sizes = screen_sizes()
    probes = Probes(station.shop, station.settings, lambda: len(QGuiApplication.screens()))
    counter.setup.offer(probes, save)


def _runner(role: Role) -> Callable[..., int]:
    """Return what shows the window of a role."""
    if role == "kiosk":
        from app.ui.kiosk_window import run_kiosk

        return run_kiosk
    if role == "redemption":
        from app.ui.redemption_window import run_redemption

        return run_redemption
    from app.ui.application import run_counter

    return run_counter


def open_launcher(premises: "Premises", people: "Sequence[DemoStaff]", language: str = "") -> int:
    """Show the launcher of premises that are set up, with its hub and stations in processes.

    `people` are told as those who may sign in. When the launcher's window is closed, all end;
    returns the exit code.
    """
    from app.station.launching import crew_of

    crew = crew_of(premises, language)
    # First of all: they load what they need while this process loads Qt.
    crew.start()
    try:
        from app.ui.launcher_window import run_launcher

        return run_launcher(crew, people, language)
    finally:
        crew.close()


def draw_screen(
    folder: Path | None, screen: str, language: str, size: tuple[int, int], out: Path
) -> None:
    """Draw a screen of a copy of the shop, since a scene may record something.

    Without a folder it is a demo shop, of the Philippines for Filipino. Raises NoPictureError.
    """
    # Before Qt starts: a picture needs no display, and gets none.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.ui.scenes import PictureError
    from app.ui.screenshot import draw

    with TemporaryDirectory() as place:
        copy = Path(place) / "shop"
        if folder is None:
            from app.station.founding import create_demo

            create_demo(copy, "PH" if language == "fil" else "IN")
        else:
            read_settings(folder)
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("backups", "training*"))
        with open_station(copy, background=False, exchange=Unplugged()) as station:
            try:
                draw(station.shop, screen, language, *size, out)
            except PictureError as error:
                raise NoPictureError(str(error)) from error
