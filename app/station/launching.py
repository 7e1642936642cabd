"""A hub and its stations as processes of their own, kept running, and ended with their launcher."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, Literal

from app.config import LEASH, Role
from app.station.premises import LOOPBACK, Premises, port_of

LOOK_S: Final = 0.2
"""How often the processes are looked at."""
STOP_S: Final = 20.0
"""How long a process may take to end in order."""
RESTARTS: Final = 3
"""How often one that fell is started again by itself."""
RESTART_S: Final = 1.0
STEADY_S: Final = 60.0
"""Whoever ran so long may fall as often again."""
BAD_INPUT: Final = 2
"""The exit code of a refusal that another try does not change."""

State = Literal["opening", "open", "closed", "failed"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a process stands; `reason` is what it said last before it fell, in one sentence."""

    name: str
    state: State
    reason: str = ""


class Process:
    """One process that is wanted. It says on standard output when it is ready."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Path,
        restart_s: float = RESTART_S,
        *,
        at_once: bool = True,
    ) -> None:
        """Keep its complaints in the file `log`; wait `restart_s` before it is started again.

        Opened when the crew starts, if `at_once`.
        """
        self.name = name
        self.at_once = at_once
        self.state: State = "closed"
        self.reason = ""
        self._command = command
        self._restart_s = restart_s
        self._log = log
        self._running: subprocess.Popen[bytes] | None = None
        self._began_at = 0.0
        self._fell_at = 0.0
        self._falls = 0

    @property
    def pid(self) -> int:
        """The number of the process, 0 while there is none."""
        return self._running.pid if self._running is not None else 0

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        return Standing(self.name, self.state, self.reason)

    def open(self) -> None:
        """Start it, unless it runs; what fell before is forgotten."""
        if self._running is None:
            self._falls = 0
            self.reason = ""
            self._start()

    def look(self) -> None:
        """See how it stands, and start it again when it fell a moment ago."""
        if self._running is None:
            if self.state == "opening" and time.monotonic() - self._fell_at >= self._restart_s:
                self._start()
            return
        if self._said_something():
            self.state = "open"
        if self._running.poll() is not None:
            self._ended(self._running.returncode)

    def ask_to_end(self) -> None:
        """Ask it to end in order; nothing starts it again."""
        if self._running is not None:
            self._running.terminate()

    def end(self) -> None:
        """Wait until it ended, at most `STOP_S` seconds."""
        self.state = "closed"
        if self._running is None:
            return
        try:
            self._running.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._running.kill()
        self._forget()

    def _start(self) -> None:
        self.state = "opening"
        self._began_at = time.monotonic()
        with self._log.open("wb") as log:
            # A group of its own: Ctrl-C is for the launcher, which ends all in order. Standard
            # input is the leash: it ends with the launcher, however that ends.
            self._running = subprocess.Popen(  # noqa: S603 - this program itself
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                env={**os.environ, LEASH: "1"}, process_group=0,
            )  # fmt: skip
        assert self._running.stdout is not None
        os.set_blocking(self._running.stdout.fileno(), False)

    def _said_something(self) -> bool:
        assert self._running is not None
        assert self._running.stdout is not None
        with suppress(BlockingIOError):
            return bool(os.read(self._running.stdout.fileno(), 4096))
        return False

    def _ended(self, code: int) -> None:
        steady = self.state == "open" and time.monotonic() - self._began_at >= STEADY_S
        self._forget()
        if code == 0:
            self.state = "closed"
            return
        self.reason = _last_words(self._log) or _exit_words(code)
        self._falls = 1 if steady else self._falls + 1
        self._fell_at = time.monotonic()
        again = code != BAD_INPUT and self._falls <= RESTARTS
        self.state = "opening" if again else "failed"

    def _forget(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            for pipe in (running.stdin, running.stdout):
                if pipe is not None:
                    pipe.close()
            running.wait()


class Crew:
    """The processes of a shop on this computer, minded by a thread until `close()`.

    They are started in the order given, and end in the opposite one: the hub is first and last.
    """

    def __init__(self, processes: Sequence[Process]) -> None:
        self._processes = tuple(processes)
        self._asked: SimpleQueue[str | None] = SimpleQueue()
        self._standings = tuple(one.standing for one in processes)
        self._thread = threading.Thread(target=self._mind, name="crew")

    def start(self) -> None:
        """Open all that are to be open from the start."""
        self._standings = tuple(
            Standing(one.name, "opening" if one.at_once else "closed") for one in self._processes
        )
        for one in self._processes:
            if one.at_once:
                self._asked.put(one.name)
        self._thread.start()

    def standings(self) -> tuple[Standing, ...]:
        """Return how each process stands; never waits."""
        return self._standings

    def pids(self) -> Mapping[str, int]:
        """Return the processes' numbers by name, of those that run."""
        return {one.name: one.pid for one in self._processes if one.pid}

    def open(self, name: str) -> None:
        """Have one opened again that was closed or failed; never waits."""
        self._asked.put(name)

    def close(self) -> None:
        """End all in order: the stations together, then the hub that they send to."""
        if self._thread.ident is None:
            return
        self._asked.put(None)
        self._thread.join()

    def _mind(self) -> None:
        try:
            while (name := self._next()) is not None:
                for one in self._processes:
                    if one.name == name:
                        one.open()
                    one.look()
                self._standings = tuple(one.standing for one in self._processes)
        finally:
            self._end()

    def _next(self) -> str | None:
        try:
            return self._asked.get(timeout=LOOK_S)
        except Empty:
            return ""

    def _end(self) -> None:
        hub, stations = self._processes[:1], self._processes[1:]
        for together in (stations, hub):
            for one in together:
                one.ask_to_end()
            for one in together:
                one.end()
        self._standings = tuple(one.standing for one in self._processes)


def this_program(*arguments: str) -> Sequence[str]:
    """Return the command that runs Sikka with these arguments."""
    return (sys.executable, "-m", "app", *arguments)


def screen_command(role: Role, folder: Path, language: str) -> Sequence[str]:
    """Return the command that opens the screen of a station, in a window beside the others.

    The counter's customers get a window of their own too, on one screen as on two.
    """
    window = ("--display", "window") if role == "counter" else ("--window",)
    spoken = ("--lang", language) if language else ()
    return this_program(role, "--data", str(folder), *window, *spoken)


def crew_of(
    premises: Premises,
    language: str = "",
    screen: Callable[[Role, Path, str], Sequence[str]] = screen_command,
) -> Crew:
    """Return the hub and the stations of premises that are set up, not started yet.

    `screen` gives the command for a station by its role, its folder and the language.
    """
    logs = premises.hub / "logs"
    logs.mkdir(exist_ok=True)
    serve = this_program(
        *("hub", "serve", "--store", premises.store, "--data", str(premises.hub)),
        *("--host", LOOPBACK, "--port", str(port_of(premises))),
    )
    commands: dict[str, Sequence[str]] = {"hub": serve}
    for role, folder in premises.stations.items():
        commands[role] = screen(role, folder, language)
    spoken = ("--lang", language) if language else ()
    practice = this_program(
        *("counter", "--training", "--data", str(premises.counter)),
        *("--display", "window", *spoken),
    )
    return Crew(
        [
            *(Process(name, args, logs / f"{name}.log") for name, args in commands.items()),
            Process("training", practice, logs / "training.log", at_once=False),
        ]
    )


def _last_words(log: Path) -> str:
    """Return the last sentence of a log, of lines for people or for machines (JSON)."""
    lines = log.read_text("utf-8", errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    try:
        said = json.loads(last)
    except ValueError:
        return last
    return "" if isinstance(said, dict) else last


def _exit_words(code: int) -> str:
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {abs(code)}"
