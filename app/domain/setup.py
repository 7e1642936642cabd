"""Setup checks: what a probe found of one device or service, and how well that is.

A probe only looks; the functions here decide. Each gives a `Check`, whose reason and values a
screen or the command line says in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from app.domain.inscript import is_hindi_typing, to_us_keys
from app.domain.slips import PrinterFault

Device = Literal[
    "scanner", "printer", "display", "hub", "camera", "till", "disk", "backup", "fonts"
]
DEVICES: Final[tuple[Device, ...]] = get_args(Device)
"""What is checked, in the order it is shown."""

State = Literal["good", "look", "bad", "off", "untried"]
"""`look`: it works, but somebody should see to it. `off`: not set up. `untried`: needs a hand."""

TEST_CODE: Final = "YZQM-1234567890"
"""What is scanned to try a scanner: it holds what foreign key layouts type otherwise."""

SKEW_MS: Final = 120_000
"""A clock that is off by more is said to be wrong (SYNC.md 10 puts up with it, people do not)."""
LITTLE_MB: Final = 1_000
LEAST_MB: Final = 200
BACKUP_HOURS: Final = 36
"""A day's backup is made when the day ends; older than this, one is missing."""

_LAYOUTS: Final[dict[str, dict[int, int]]] = {
    "AZERTY": str.maketrans("QMAWZ1234567890-", "A?QZW&é\"'(-è_çà)"),
    "QWERTZ": str.maketrans("YZ-", "ZYß"),
}
"""What a scanner set to a US keyboard types through another, of the letters in the test code."""


@dataclass(frozen=True, slots=True)
class Check:
    """How one thing stands; `reason` is one of its check's, `values` what its sentence names."""

    device: Device
    state: State
    reason: str
    values: Mapping[str, str | int] = field(default_factory=dict)


# ---------------------------------------------------------------- what probes find


@dataclass(frozen=True, slots=True)
class PrinterFound:
    """`address` is empty where slips are files; `answer` is None before a test slip."""

    address: str = ""
    answer: Literal["printed"] | PrinterFault | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class DisplayFound:
    """The setting, how many screens there are, and what a person read of the number shown."""

    mode: Literal["auto", "window", "off"] = "auto"
    screens: int = 1
    shown: str = ""
    read_back: str = ""


@dataclass(frozen=True, slots=True)
class HubFound:
    """`hub` is its address (empty = none); `skew_ms` how far this clock is ahead of the hub's."""

    hub: str = ""
    reached: bool = False
    revoked: bool = False
    other_version: bool = False
    stranger: bool = False
    skew_ms: int = 0
    unsent: int = 0
    version: str = ""


@dataclass(frozen=True, slots=True)
class CameraFound:
    """`wanted` is the setting; `names` are the cameras that are plugged in."""

    wanted: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TillFound:
    """Port and folder as set up; whether somebody listens there and whether it can be used."""

    port: int = 0
    listening: bool = False
    folder: str = ""
    usable: bool = False


@dataclass(frozen=True, slots=True)
class BackupFound:
    """Hours since the last one, None if there is none; `sales` says whether there is any."""

    hours: int | None = None
    rows: int = 0


# ---------------------------------------------------------------- checks


def check_scanner(read: str, *, problem: str = "", ended_by: str = "") -> Check:
    """Judge what the scanner typed for `TEST_CODE`; empty is nothing yet.

    `ended_by` names the key it ends with ("" = not known, as of a camera).
    """
    text = read.strip()
    if problem:
        return Check("scanner", "bad", "problem", {"problem": problem})
    if text == TEST_CODE:
        return Check("scanner", "good", "typed" if ended_by else "good", {"key": ended_by})
    layout = _layout_of(text)
    rules: tuple[tuple[bool, State, str, Mapping[str, str | int]], ...] = (
        (not text, "untried", "untried", {}),
        (text.upper() == TEST_CODE, "look", "capitals", {}),
        (is_hindi_typing(text) and _is_test(to_us_keys(text)), "look", "hindi", {}),
        (bool(layout), "bad", "layout", {"layout": layout}),
        (TEST_CODE in text, "look", "more", {"count": len(text) - len(TEST_CODE)}),
        (text in TEST_CODE, "bad", "part", {"count": len(TEST_CODE) - len(text)}),
        (True, "bad", "other", {"text": text[:40]}),
    )
    _, state, reason, values = next(rule for rule in rules if rule[0])
    return Check("scanner", state, reason, values)


def _layout_of(text: str) -> str:
    """Return the foreign layout that made this of the test code, "" if none did."""
    typed = ((name, TEST_CODE.translate(keys)) for name, keys in _LAYOUTS.items())
    return next((name for name, made in typed if made.upper() == text.upper()), "")


def _is_test(text: str | None) -> bool:
    return text is not None and text.upper() == TEST_CODE


def check_printer(found: PrinterFound) -> Check:
    """Judge the slip printer."""
    match found.answer:
        case "printed":
            return Check("printer", "good", "printed" if found.address else "file")
        case None if not found.address:
            return Check("printer", "off", "files")
        case None if found.waiting:
            return Check("printer", "look", "waiting", {"count": found.waiting})
        case None:
            return Check("printer", "untried", "untried", {"address": found.address})
        case fault:
            return Check("printer", "bad", "fault", {"fault": fault})


def check_display(found: DisplayFound) -> Check:
    """Judge the customer's display."""
    if found.mode == "off":
        return Check("display", "off", "off")
    if not found.screens:
        return Check("display", "untried", "no_screen")
    if found.screens < 2 and found.mode == "auto":
        return Check("display", "look", "one_screen")
    if not found.read_back:
        return Check("display", "untried", "untried", {"screens": found.screens})
    if found.read_back.strip() == found.shown:
        return Check("display", "good", "good")
    return Check("display", "bad", "wrong")


def check_hub(found: HubFound) -> Check:
    """Judge the way to the hub."""
    if not found.hub:
        return Check("hub", "off", "none")
    minutes = round(found.skew_ms / 60_000)
    rules: tuple[tuple[bool, State, str], ...] = (
        (found.revoked, "bad", "revoked"),
        (found.other_version, "bad", "version"),
        (found.stranger, "bad", "stranger"),
        (not found.reached, "bad", "away"),
        (abs(found.skew_ms) > SKEW_MS, "look", "clock"),
        (found.unsent > 0, "look", "unsent"),
        (True, "good", "good"),
    )
    _, state, reason = next(rule for rule in rules if rule[0])
    values: dict[str, str | int] = {"hub": found.hub, "version": found.version}
    return Check("hub", state, reason, {**values, "unsent": found.unsent, "minutes": minutes})


def check_camera(found: CameraFound) -> Check:
    """Judge the camera."""
    if not found.wanted:
        return Check("camera", "off", "off", {"count": len(found.names)})
    if not found.names:
        return Check("camera", "bad", "none")
    return Check("camera", "good", "good", {"name": found.names[0]})


def check_till(found: TillFound) -> Check:
    """Judge how the till's bills reach this computer."""
    if not found.port and not found.folder:
        return Check("till", "off", "off")
    if found.folder and not found.usable:
        return Check("till", "bad", "folder", {"folder": found.folder})
    if found.port and not found.listening:
        return Check("till", "look", "closed", {"port": found.port})
    return Check("till", "good", "good")


def check_disk(free_mb: int) -> Check:
    """Judge how much room is left, in megabytes."""
    state: State = "bad" if free_mb < LEAST_MB else "look" if free_mb < LITTLE_MB else "good"
    reason = "good" if state == "good" else "little"
    return Check("disk", state, reason, {"free": free_mb, "gigabytes": free_mb // 1_000})


def check_backup(found: BackupFound) -> Check:
    """Judge the age of the newest backup."""
    if found.hours is None:
        return Check("backup", "look" if found.rows else "off", "none")
    values: dict[str, str | int] = {"hours": found.hours, "days": found.hours // 24}
    if found.hours > BACKUP_HOURS:
        return Check("backup", "look", "old", values)
    return Check("backup", "good", "good", values)


def check_fonts(missing: tuple[str, ...]) -> Check:
    """Judge whether every script can be shown."""
    if missing:
        return Check("fonts", "bad", "missing", {"fonts": ", ".join(missing)})
    return Check("fonts", "good", "good")
