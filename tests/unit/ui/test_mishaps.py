"""What is noted of a crash: where it happened, and nothing that is a member's."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.ui.mishaps import LONGEST, keep_in, keep_no_more, note

CRASH = """
from app.ui.mishaps import note

def save(phone):
    name = "Sunita Devi"
    raise ValueError("the card could not be kept")

try:
    save("+91 98765 43210")
except ValueError as error:
    note("a job of the kiosk failed", error)
"""


def test_a_traceback_has_the_lines_and_no_values():
    done = subprocess.run(
        [sys.executable, "-c", CRASH], capture_output=True, text=True, check=True, timeout=60
    )
    said = done.stdout + done.stderr
    assert "a job of the kiosk failed" in said
    assert "in save" in said
    assert "ValueError: the card could not be kept" in said
    assert "Sunita" not in said
    assert "98765" not in said


@pytest.mark.expects_log("failed|nobody keeps")
def test_a_file_keeps_where_it_failed_and_nobody_s_name(tmp_path: Path):
    log = tmp_path / "logs" / "counter.log"
    keep_in(log)
    try:
        for _ in range(2):
            try:
                int("Aarti Sharma 9876543210")
            except ValueError as error:
                note("a job of the counter failed", error)
    finally:
        keep_no_more()
    note("nobody keeps this", ValueError("x"))
    text = log.read_text("utf-8")
    assert text.count("a job of the counter failed") == 2
    assert text.count("ValueError\n") == 2
    assert "test_mishaps.py" in text
    assert "Aarti" not in text
    assert "nobody keeps this" not in text


@pytest.mark.expects_log("failed")
def test_a_long_log_makes_room(tmp_path: Path):
    log = tmp_path / "counter.log"
    log.write_text("x" * (LONGEST + 1))
    keep_in(log)
    try:
        note("a job of the counter failed", ValueError("x"))
    finally:
        keep_no_more()
    assert log.stat().st_size < 1_000
    assert (tmp_path / "counter.old.log").stat().st_size == LONGEST + 1


@pytest.mark.expects_log("failed")
def test_a_full_disk_stops_nothing(tmp_path: Path):
    (tmp_path / "file").write_text("")
    keep_in(tmp_path / "file" / "counter.log")
    try:
        note("a job of the counter failed", ValueError("x"))
    finally:
        keep_no_more()
