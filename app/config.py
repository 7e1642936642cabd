"""Settings: environment and the shop's settings.toml are read here and nowhere else."""

import json
import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, Literal, get_args

SETTINGS_FILE = "settings.toml"

Role = Literal["counter", "kiosk", "redemption"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""What a station's screen may be."""

PrintMode = Literal["always", "ask", "never"]
PRINT_MODES: Final[tuple[PrintMode, ...]] = get_args(PrintMode)
"""Whether slips are printed by themselves, when somebody asks for one, or not at all."""

DisplayMode = Literal["auto", "window", "off"]
DISPLAY_MODES: Final[tuple[DisplayMode, ...]] = get_args(DisplayMode)
"""Whether a counter has a display for the customer: on a second screen if there is one, else also
as a window beside it, or not at all."""

PAPERS_MM: Final = (58, 80)
"""Widths of paper rolls."""

LEASH: Final = "SIKKA_LEASH"
"""Set for a process that is to end when its standard input does."""

_INVISIBLE = {"offscreen", "minimal"}


class SettingsError(Exception):
    """settings.toml is missing, unreadable or lacks a value; the text says what and where."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One station's settings, from DIR/settings.toml.

    `cell_hint` are the two characters the cell's cards carry; `scale_label` is the layout of
    weight or price labels (empty = none); `camera` names the camera to scan with (empty = off).
    `hub` is the address of the shop's hub (empty = the cell is in this folder), `hub_key` its
    public key in hexadecimal digits, `hub_ca` a file with the certificate to trust (empty = those
    the computer trusts). `role` is what its screen shows. `screen_mm` is how wide a kiosk's panel
    is in millimetres, for panels that lie about it (0 = as the panel says). `printer` is where
    slips are printed (see `hardware.printer`; empty = as PDF files in the shop's folder) on a roll
    of `paper_mm`; `print` says when. At `till_api_port` of this computer the shop's till may
    post its bills (0 = off), into `till_folder` it may drop them as files (empty = off).
    `display` says whether a counter has a display for the customer, `display_card` whether that
    shows a blank card to photograph while nobody is there. In a `training` shop nothing counts (see
    `station.training`).
    """

    station_id: str
    cell_id: str
    cell_hint: str
    store: str
    till: str
    scale_label: str = ""
    camera: str = ""
    hub: str = ""
    hub_key: str = ""
    hub_ca: str = ""
    role: Role = "counter"
    screen_mm: int = 0
    printer: str = ""
    paper_mm: Literal[58, 80] = 80
    print: PrintMode = "ask"
    till_api_port: int = 0
    till_folder: str = ""
    display: DisplayMode = "auto"
    display_card: bool = True
    training: bool = False


@dataclass(frozen=True, slots=True)
class Environment:
    """What the process environment says: where shops live, a screen, an armed failpoint.

    A process that is `leashed` ends when whoever started it does; `notify` is where systemd
    listens (empty = nowhere).
    """

    data_home: Path
    has_display: bool
    failpoint: str
    leashed: bool = False
    notify: str = ""


def connects(settings: Settings) -> bool:
    """Say whether the shop's till sends its bills to this station."""
    return bool(settings.till_api_port or settings.till_folder)


def read_environment() -> Environment:
    """Return the environment's settings."""
    home = os.environ.get("SIKKA_HOME")
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    display = platform or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return Environment(
        data_home=Path(home) if home else _default_home(),
        has_display=bool(display) and platform not in _INVISIBLE,
        failpoint=os.environ.get("SIKKA_FAILPOINT", ""),
        leashed=bool(os.environ.get(LEASH)),
        notify=os.environ.get("NOTIFY_SOCKET", ""),
    )


def _default_home() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when SIKKA_HOME is set

    return user_data_path("sikka", appauthor=False)


def read_settings(folder: Path) -> Settings:
    """Return the settings of a shop's folder; raise SettingsError with what to do."""
    path = folder / SETTINGS_FILE
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = Settings(**values)
    except FileNotFoundError:
        raise SettingsError(
            f"{folder}: no shop here ({SETTINGS_FILE} is missing). Make one: sikka shop create"
        ) from None
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(f"{path}: {error}. Restore the file from a backup.") from error
    if settings.role not in ROLES:
        raise SettingsError(f'{path}: role is "{settings.role}". Write one of: {", ".join(ROLES)}.')
    if settings.print not in PRINT_MODES:
        modes = ", ".join(PRINT_MODES)
        raise SettingsError(f'{path}: print is "{settings.print}". Write one of: {modes}.')
    if settings.paper_mm not in PAPERS_MM:
        raise SettingsError(f"{path}: paper_mm is {settings.paper_mm}. Write 58 or 80.")
    if settings.display not in DISPLAY_MODES:
        modes = ", ".join(DISPLAY_MODES)
        raise SettingsError(f'{path}: display is "{settings.display}". Write one of: {modes}.')
    if not isinstance(settings.display_card, bool):
        raise SettingsError(
            f'{path}: display_card is "{settings.display_card}". Write true or false.'
        )
    return settings


def write_settings(folder: Path, settings: Settings) -> None:
    """Write a shop's settings; a JSON text is a TOML one too, quotation marks and all."""
    lines = [
        f"{one.name} = {json.dumps(getattr(settings, one.name), ensure_ascii=False)}"
        for one in fields(Settings)
        if getattr(settings, one.name) != one.default
    ]
    (folder / SETTINGS_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
