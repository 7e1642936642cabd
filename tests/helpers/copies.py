"""Folders that many tests begin with: made once in a test process, then copied."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path

_made: dict[Hashable, Path] = {}


def copied(what: Hashable, make: Callable[[Path], None], folder: Path) -> None:
    """Fill `folder` as `make` does; what was made once under that name is copied from then on.

    Nothing may be open in what `make` leaves behind, and it must not depend on where it lies.
    """
    if what not in _made:
        first = _home() / str(len(_made))
        make(first)
        _made[what] = first
    shutil.copytree(_made[what], folder, dirs_exist_ok=True)


@cache
def _home() -> Path:
    home = Path(tempfile.mkdtemp(prefix="sikka-copies-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return home
