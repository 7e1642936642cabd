"""The premises of a shop with hub and stations running in processes of their own."""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.clocks import SystemClock
from app.station.launching import Crew, crew_of
from app.station.premises import Premises, premises_of, set_up
from tests.helpers.screen_process import command
from tests.helpers.shops import new_station

PATIENCE_S = 120.0


def new_premises(folder: Path) -> Premises:
    """Premises of a new shop in FOLDER/shop, set up, with nobody in it."""
    new_station(folder / "shop", SystemClock()).close()  # type: ignore[arg-type]
    premises = premises_of(folder / "shop")
    set_up(premises)
    return premises


@contextmanager
def launched(premises: Premises, language: str = "") -> Iterator[Crew]:
    """The hub and the three windows, all open, no practice; they end with the block."""
    crew = crew_of(premises, language, command)
    crew.start()
    try:
        opened = lambda: [one for one in crew.standings() if one.name != "training"]  # noqa: E731
        until(lambda: all(one.state == "open" for one in opened()), crew.standings)
        yield crew
    finally:
        crew.close()


def until(holds: Callable[[], bool], told: Callable[[], object] = lambda: "it never held") -> None:
    """Wait until something holds; fail with what is `told` when it takes too long."""
    deadline = time.monotonic() + PATIENCE_S
    tick = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, told()
        tick.wait(0.05)


def is_alive(pid: int) -> bool:
    """Whether there is such a process, zombies not counted."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def main(shop: str) -> None:
    """Launch the shop's premises, tell the processes' numbers as JSON, wait for the end."""
    asked = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: asked.set())
    with launched(premises_of(Path(shop))) as crew:
        print(json.dumps({**crew.pids(), "launcher": os.getpid()}), flush=True)
        asked.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
