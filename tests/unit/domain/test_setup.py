"""Setup checks: what is made of what a probe found."""

import pytest

from app.domain.inscript import on_key
from app.domain.setup import (
    BACKUP_HOURS,
    SKEW_MS,
    TEST_CODE,
    BackupFound,
    CameraFound,
    Check,
    DisplayFound,
    HubFound,
    PrinterFound,
    TillFound,
    check_backup,
    check_camera,
    check_disk,
    check_display,
    check_fonts,
    check_hub,
    check_printer,
    check_scanner,
    check_till,
)

HUB = "https://hub.example"


def told(check: Check) -> tuple[str, str]:
    """How it stands and why."""
    return check.state, check.reason


def in_hindi() -> str:
    """The test code as a US scanner types it on a Hindi keyboard; no key of its own, no change."""
    typed = ""
    for one in TEST_CODE:
        try:
            typed += on_key(one)
        except KeyError:
            typed += one
    return typed


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("", ("untried", "untried")),
        (TEST_CODE, ("good", "good")),
        (f" {TEST_CODE}\n", ("good", "good")),
        (TEST_CODE.lower(), ("look", "capitals")),
        (in_hindi(), ("look", "hindi")),
        ("YWA?)&é\"'(-è_çà", ("bad", "layout")),
        ("ZYQMß1234567890", ("bad", "layout")),
        (f"]C1{TEST_CODE}", ("look", "more")),
        (TEST_CODE[:-3], ("bad", "part")),
        ("8901234567890", ("bad", "other")),
    ],
)
def test_scanner(read: str, expected: tuple[str, str]):
    assert told(check_scanner(read)) == expected


def test_a_scanner_tells_the_key_it_ends_with_and_its_trouble():
    assert check_scanner(TEST_CODE, ended_by="Tab").values == {"key": "Tab"}
    assert told(check_scanner(TEST_CODE, ended_by="Enter")) == ("good", "typed")
    assert check_scanner(TEST_CODE, problem="Plug it in.").values == {"problem": "Plug it in."}
    assert check_scanner("ZYQMß1234567890").values == {"layout": "QWERTZ"}
    assert check_scanner(f"{TEST_CODE}xy").values == {"count": 2}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (PrinterFound(), ("off", "files")),
        (PrinterFound("tcp://p"), ("untried", "untried")),
        (PrinterFound("tcp://p", None, 3), ("look", "waiting")),
        (PrinterFound("tcp://p", "printed"), ("good", "printed")),
        (PrinterFound("", "printed"), ("good", "file")),
        (PrinterFound("tcp://p", "no_paper"), ("bad", "fault")),
    ],
)
def test_printer(found: PrinterFound, expected: tuple[str, str]):
    assert told(check_printer(found)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (DisplayFound("off", 2), ("off", "off")),
        (DisplayFound("auto", 0), ("untried", "no_screen")),
        (DisplayFound("auto", 1), ("look", "one_screen")),
        (DisplayFound("window", 1), ("untried", "untried")),
        (DisplayFound("auto", 2), ("untried", "untried")),
        (DisplayFound("auto", 2, "4711", "4711"), ("good", "good")),
        (DisplayFound("auto", 2, "4711", "4712"), ("bad", "wrong")),
    ],
)
def test_display(found: DisplayFound, expected: tuple[str, str]):
    assert told(check_display(found)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (HubFound(), ("off", "none")),
        (HubFound(HUB), ("bad", "away")),
        (HubFound(HUB, reached=True), ("good", "good")),
        (HubFound(HUB, reached=True, unsent=2), ("look", "unsent")),
        (HubFound(HUB, reached=True, skew_ms=SKEW_MS), ("good", "good")),
        (HubFound(HUB, reached=True, skew_ms=-SKEW_MS - 1), ("look", "clock")),
        (HubFound(HUB, reached=True, revoked=True), ("bad", "revoked")),
        (HubFound(HUB, other_version=True), ("bad", "version")),
        (HubFound(HUB, stranger=True), ("bad", "stranger")),
    ],
)
def test_hub(found: HubFound, expected: tuple[str, str]):
    assert told(check_hub(found)) == expected


def test_camera():
    assert told(check_camera(CameraFound())) == ("off", "off")
    assert told(check_camera(CameraFound("front"))) == ("bad", "none")
    assert told(check_camera(CameraFound("front", ("HD cam",)))) == ("good", "good")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (TillFound(), ("off", "off")),
        (TillFound(4711), ("look", "closed")),
        (TillFound(4711, listening=True), ("good", "good")),
        (TillFound(folder="/drop"), ("bad", "folder")),
        (TillFound(folder="/drop", usable=True), ("good", "good")),
        (TillFound(4711, listening=True, folder="/drop"), ("bad", "folder")),
    ],
)
def test_till(found: TillFound, expected: tuple[str, str]):
    assert told(check_till(found)) == expected


def test_disk():
    assert [check_disk(mb).state for mb in (100, 199, 200, 999, 1000)] == [
        "bad", "bad", "look", "look", "good",
    ]  # fmt: skip


def test_backup():
    assert told(check_backup(BackupFound())) == ("off", "none")
    assert told(check_backup(BackupFound(None, 5))) == ("look", "none")
    assert told(check_backup(BackupFound(BACKUP_HOURS, 5))) == ("good", "good")
    assert told(check_backup(BackupFound(BACKUP_HOURS + 1, 5))) == ("look", "old")


def test_fonts():
    assert told(check_fonts(())) == ("good", "good")
    assert check_fonts(("Baloo",)).values == {"fonts": "Baloo"}
