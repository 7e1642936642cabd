"""An act in a process of its own, killed just before its n-th change of a folder's files.

What counts is what Python is asked to do there: to make, rename, link or delete something, or to
open it for writing.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import app.hub.server  # noqa: F401 - loaded here once, not in every process anew
from app.cli import main
from app.storage.failpoints import die

CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect"}
FAILED = 70


def sikka(*arguments: object) -> None:
    """Do what the command does."""
    sys.argv = ["sikka", *map(str, arguments)]
    main()


def cut_short(act: Callable[[], object], folder: Path, at: int) -> bool:
    """Do it, killed before its change number `at`, from 1; say whether it came that far."""
    child = os.fork()
    if not child:
        _alone(act, folder, at)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    told = folder / "failed.txt"
    assert os.WEXITSTATUS(status) == 0, told.read_text() if told.exists() else "see what it said"
    return False


def _alone(act: Callable[[], object], folder: Path, left: int) -> None:
    inside = os.fsencode(folder)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if _changes(event, arguments) and inside in os.fsencode(arguments[0]):
            left -= 1
            if left == 0:
                die()

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.addaudithook(hook)
    try:
        act()
    except SystemExit as done:
        os._exit(int(done.code or 0))
    except BaseException:  # noqa: BLE001 - nothing of this process goes on
        (folder / "failed.txt").write_text(traceback.format_exc())
        os._exit(FAILED)
    os._exit(0)


def _changes(event: str, arguments: tuple[Any, ...]) -> bool:
    """Say whether an audited event changes, or may change, a file."""
    if not arguments or not isinstance(arguments[0], str | bytes | os.PathLike):
        return False
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES
