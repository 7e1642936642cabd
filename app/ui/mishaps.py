"""What nobody foresaw, noted where the program's output goes: how it came about, and nobody's data.

Tracebacks with the values of variables would print names, phones and PINs of members.
"""

import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

LONGEST: Final = 1_000_000
"""A log of more bytes makes room for a new one; the one before is kept."""

_file: list[Path] = []
"""Where notes are kept too, so that they can be looked up later; nowhere at first."""


def keep_in(file: Path) -> None:
    """Keep notes in a file from now on."""
    _file[:] = [file]


def keep_no_more() -> None:
    """Keep notes in no file any more."""
    _file.clear()


def note(what: str, error: Exception) -> None:
    """Write what failed, with the lines of code that led there, never the values in them."""
    import structlog  # noqa: PLC0415 - longer than the first picture takes, and seldom needed

    if not structlog.is_configured():
        structlog.configure(
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
                structlog.dev.ConsoleRenderer(
                    colors=sys.stdout.isatty(),
                    exception_formatter=structlog.dev.plain_traceback,
                ),
            ]
        )
    structlog.get_logger().error(what, exc_info=error)
    for file in _file:
        # A full disk must not stop what goes on in spite of the mishap.
        with suppress(OSError):
            _keep(file, what, error)


def _keep(file: Path, what: str, error: Exception) -> None:
    """Add what failed and where in the program; not what the error said, which may name people."""
    frames = traceback.extract_tb(error.__traceback__)
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > LONGEST:
        file.replace(file.with_suffix(".old.log"))
    with file.open("a", encoding="utf-8") as out:
        out.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} [error] {what}\n")
        for one in frames:
            out.write(f'  File "{one.filename}", line {one.lineno}, in {one.name}\n')
        out.write(f"{type(error).__name__}\n")
