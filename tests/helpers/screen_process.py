"""A station's window in a process of its own, without a display.

Usage: python -m tests.helpers.screen_process ROLE FOLDER [LANGUAGE]
It says "Open." when its window is there, as `sikka ROLE` does where there is a display.
"""

import os
import sys
from pathlib import Path

from app.cli import leash
from app.config import Role, read_environment


def command(role: Role, folder: Path, language: str = "") -> list[str]:
    """The command that opens a station's window."""
    return [sys.executable, "-m", __name__, role, str(folder), language]


def main(role: Role, folder: str, language: str = "") -> int:
    """Show the window until the process is asked to end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if read_environment().leashed:
        leash.hold()
    from app.station.screens import open_screen

    return open_screen(Path(folder), role, language, started=lambda *_: print("Open.", flush=True))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))  # type: ignore[arg-type]
