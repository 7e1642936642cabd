"""Qt calls without number do not wear Python's singletons out."""

import subprocess
import sys

import pytest

# Without protection None dies, and the interpreter with it, within some thousand calls.
MANY_CALLS = """
from app.hardware.references import protect_singletons
protect_singletons()
protect_singletons()
from PySide6.QtCore import QObject, QTimer
timer, thing = QTimer(), QObject()
for _ in range(100_000):
    timer.stop()
    thing.objectNameChanged.emit("")
print("alive")
"""


@pytest.mark.process
def test_many_qt_calls_leave_the_interpreter_alive():
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("alive\n", "", 0)
