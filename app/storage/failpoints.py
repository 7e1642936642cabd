"""Named places where a test pulls the plug; in a shop they do nothing.

The composition root arms one from the environment; the process then dies there as by a power
cut (SIGKILL), the n-th time it comes by. A simulation of many stations in one process arms it
with an act of its own, which raises instead.
"""

import os
import signal
from collections.abc import Callable

NAMES = (
    "adopt.step",
    "journal.written",
    "journal.committed",
    "feed.written",
    "push.booked",
    "push.acknowledged",
    "refill.sent",
    "resync.pushed",
    "epoch.given",
    "pull.folded",
    "pull.committed",
    "enrol.key_kept",
    "erase.pulled",
    "erase.journalled",
    "refold.step",
    "freeze.step",
    "hold.asking",
    "hold.answered",
    "hold.kept",
    "replica.step",
    "snapshot.made",
    "snapshot.marked",
    "snapshot.step",
    "snapshot.taken",
)


def die() -> None:
    """Die as by a power cut: nothing is closed, nothing is written."""
    os.kill(os.getpid(), signal.SIGKILL)


_armed = ""
_left = 0
_act: Callable[[], None] = die


def arm(spec: str, act: Callable[[], None] = die) -> None:
    """Arm `name` or `name:n` (the n-th pass, from 1); an empty text disarms."""
    global _act, _armed, _left
    name, _, times = spec.partition(":")
    if name and name not in NAMES:
        raise ValueError(f"no failpoint is called {name}; there are {', '.join(NAMES)}")
    _act, _armed, _left = act, name, int(times or 1)


def reach(name: str) -> None:
    """Die here if this point is armed."""
    global _left  # noqa: PLW0603
    if name == _armed:
        _left -= 1
        if _left == 0:
            _act()
