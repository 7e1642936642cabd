"""What of a log may leave the shop: when something failed and where in the program, no words.

A message of an error may hold what somebody typed, so nothing of a line is kept but what has one
of the shapes below; the rest is counted.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import app

LINES: Final = 2_000
"""So many of a log's last lines are looked at."""

_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_WHEN: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)")
_LEVEL: Final = re.compile(r"\[(debug|info|warning|error|critical) *\]")
_LEVELS: Final = {"debug", "info", "warning", "error", "critical"}
_FRAME: Final = re.compile(r'^\s*File "([^"]+)", line (\d+)')
_ERROR: Final = re.compile(r"^(?:[a-z_]+\.)*([A-Z][A-Za-z]*(?:Error|Exception|Warning))(?::|$)")
_HOME: Final = Path(app.__file__).parent


def safe_lines(lines: Iterable[str], errors: frozenset[str]) -> Iterator[str]:
    """Yield what may be shown of a log's lines; `errors` are the names of errors there are."""
    left_out = 0
    for line in lines:
        kept = _kept(_COLOUR.sub("", line.rstrip("\n")), errors)
        if kept is None:
            left_out += 1
            continue
        if left_out:
            yield f"({left_out} lines left out)"
            left_out = 0
        yield kept
    if left_out:
        yield f"({left_out} lines left out)"


def _kept(line: str, errors: frozenset[str]) -> str | None:
    if line.startswith("{"):
        return _kept_json(line)
    if line.strip() == "Traceback (most recent call last):":
        return line.strip()
    if frame := _FRAME.match(line):
        return f"  {_own_file(frame[1])}:{frame[2]}"
    if error := _ERROR.match(line):
        return error[1] if error[1] in errors else None
    when, level = _WHEN.match(line), _LEVEL.search(line)
    return f"{when[1]} {when[2]} {level[1]}" if when and level else None


def _kept_json(line: str) -> str | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    when, level = _WHEN.match(str(said.get("timestamp", ""))), said.get("level")
    return f"{when[1]} {when[2]} {level}" if when and level in _LEVELS else None


def _own_file(path: str) -> str:
    """Return a file of this program by its place in it; of others not even the name."""
    _, found, rest = path.rpartition("/app/")
    if found and rest and ".." not in rest and (_HOME / rest).is_file():
        return f"app/{rest}"
    return "another program's file"


def known_errors() -> frozenset[str]:
    """Return the names of all errors that are loaded: an error's name is nobody's."""
    found: set[str] = set()
    waiting: list[type[BaseException]] = [BaseException]
    while waiting:
        one = waiting.pop()
        found.add(one.__name__)
        waiting += one.__subclasses__()
    return frozenset(found)
