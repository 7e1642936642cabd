"""What is noted of a crash: where it happened, and nothing that is a member's."""

import subprocess
import sys

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
