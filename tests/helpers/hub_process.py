"""A hub in a process of its own, to be killed, and stations that sell in theirs."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.hub import stations
from app.hub.server import open_hub
from app.services.clocks import SystemClock
from app.station.adopting import adopt
from tests.helpers.shops import enrol, new_station
from tests.helpers.tree import ROOT

ENVIRONMENT = {**os.environ, "PYTHONUNBUFFERED": "1"}


def free_port() -> int:
    """A port nobody listens at now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class HubProcess:
    """The hub of a folder, at an address that stays the same when it is started again.

    Without another `store` it keeps a SQLite file in the folder.
    """

    folder: Path
    store: str = ""
    port: int = field(default_factory=free_port)
    running: "subprocess.Popen[str] | None" = None

    def __post_init__(self) -> None:
        self.store = self.store or f"sqlite:///{self.folder}/hub.db"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def launch(self, failpoint: str = "") -> None:
        """Start it; it may die before it listens."""
        command = [sys.executable, "-m", "app", "hub", "serve", "--store", self.store,
                   "--data", str(self.folder), "--port", str(self.port)]  # fmt: skip
        with (self.folder / "hub.log").open("a") as log:
            self.running = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True,
                env={**ENVIRONMENT, "SIKKA_FAILPOINT": failpoint},
            )  # fmt: skip

    def start(self, failpoint: str = "") -> None:
        """Start it and wait until it listens."""
        self.launch(failpoint)
        assert self.running is not None
        assert self.running.stdout is not None
        said = self.running.stdout.readline()
        assert self.address in said, (self.folder / "hub.log").read_text()[-2000:]

    def died(self, timeout_s: float = 60) -> bool:
        """Wait for its end; say whether it was killed."""
        assert self.running is not None
        self.running.communicate(timeout=timeout_s)
        return self.running.returncode == -signal.SIGKILL

    def kill(self) -> None:
        """Pull the plug."""
        assert self.running is not None
        self.running.kill()
        self.running.communicate(timeout=60)

    def stop(self) -> None:
        """Stop it in order, if it runs."""
        if self.running is not None and self.running.poll() is None:
            self.running.terminate()
            self.running.communicate(timeout=60)


def sell_at(folder: Path, first: int, count: int, failpoint: str = "") -> "subprocess.Popen[str]":
    """Start a counter that sells (see tests.helpers.hub_till)."""
    return helper("hub_till", folder, str(first), str(count), failpoint)


def helper(name: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a program of tests.helpers."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.helpers.{name}", *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip


@contextmanager
def hub_with_tills(folder: Path, *tills: str, document: str) -> Iterator[HubProcess]:
    """A running hub with a shop's cell (FOLDER/1) and further stations that joined it."""
    from app.station.joining import join

    hub = HubProcess(folder)
    with new_station(folder / "1", SystemClock(), document=document) as station:  # type: ignore[arg-type]
        enrol(station.shop)
        enrol(station.shop, "ravi")
        cell_id = station.settings.cell_id
    codes = {}
    opened = open_hub(hub.store, folder)
    try:
        adopt(folder / "1", opened.store, opened.key, hub.address)
        for till in tills:
            made = partial(
                stations.make_code, key=opened.key, cell_id=cell_id, store="main", till=till,
                now_ms=opened.now_ms(), random=opened.random,
            )  # fmt: skip
            codes[till] = opened.store.run(made)
    finally:
        opened.close()
    try:
        hub.start()
        for till in tills:
            join(folder / till, hub.address, codes[till])
        yield hub
    finally:
        hub.stop()
