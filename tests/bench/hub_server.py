"""A real hub for benches: the server's own processes over PostgreSQL, and stations made for it."""

import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep, time
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.chain import CHAIN_START, link
from app.hub import cell, stations
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.hub.trust import HubKey, station_id_of, write_hub_key
from app.wire.sync import MSGPACK, Acked, PushAsk, Pushed, Standing, decode, encode, push_text
from tests.bench.lanes import BATCH, published

DAY_MS = 86_400_000


def now_ms() -> int:
    """Return this machine's clock."""
    return int(time() * 1000)


class Till:
    """One station: keeps a connection, signs what it pushes."""

    def __init__(self, port: int, key: HubKey, cell_id: str) -> None:
        self.key = Ed25519PrivateKey.generate()
        public = self.key.public_key().public_bytes_raw()
        self.known = stations.Known(
            station_id_of(public), cell_id, "main", "1", public, 1, now_ms(), None
        )
        self.token = key.token(self.known.station_id, now_ms() + DAY_MS)
        self.cell_path = f"/v1/cells/{cell_id}"
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.seq, self.head = 0, CHAIN_START

    def packed(self, bodies: Sequence[bytes]) -> bytes:
        """Return the next push as bytes, signed; the lane goes on behind it."""
        first, previous = self.seq + 1, self.head
        for body in bodies:
            self.seq += 1
            self.head = link(self.head, self.seq, body)
        known = self.known
        text = push_text(known.cell_id, known.station_id, 1, self.seq, self.head)
        standing = Standing(sent_at_ms=now_ms(), version="0.3")
        return encode(PushAsk(1, first, previous, tuple(bodies), self.key.sign(text), standing))

    def push(self, packed: bytes) -> None:
        """Push, and see that all of it was taken."""
        path = f"{self.cell_path}/lanes/{self.known.station_id}/1"
        answer: Any = decode(self.ask("POST", path, packed), Pushed)  # type: ignore[arg-type]
        if not isinstance(answer, Acked):
            raise SystemExit(f"the hub did not take a push: {answer}")

    def ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        """Send a request; return the answer's body."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": MSGPACK,
                   "Accept": MSGPACK}  # fmt: skip
        self.line.request(method, path, body or None, headers)
        answer = self.line.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status} {content[:300]!r}")
        return content


class Hub:
    """A running server, its store, and its processes."""

    def __init__(
        self, url: str, port: int, key: HubKey, process: "subprocess.Popen[bytes]"
    ) -> None:
        self.url, self.port, self.key, self.process = url, port, key, process
        self.store = PostgresStore(url)

    def make_cell(self, cell_id: str) -> None:
        """Make a cell with the demo programme in force."""
        self.store.run(lambda core: cell.found(core, cell_id))
        OpenCell(self.store, cell_id).book_own([published()])

    def station(self, cell_id: str) -> Till:
        """Return a new station of a cell."""
        till = Till(self.port, self.key, cell_id)
        self.store.run(lambda core: stations.add_station(core, till.known))
        return till

    def memory_mb(self) -> float:
        """Return what all of the server's processes hold in memory."""
        pages = [int(Path(f"/proc/{one}/statm").read_text().split()[1])
                 for one in (self.process.pid, *_children(self.process.pid))]  # fmt: skip
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(one) for one in text.split()]


@contextmanager
def running_hub(url: str, workers: int = 3) -> Iterator[Hub]:
    """Serve a PostgreSQL database with so many processes: on two cores best one more than those.

    Each books one push at a time, so another one works while it waits for the database.
    """
    key = secrets.token_bytes(32)
    PostgresStore(url).close()
    with tempfile.TemporaryDirectory() as name, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        write_hub_key(Path(name), key)
        command = [sys.executable, "-m", "app", "hub", "serve", "--store", url, "--data", name,
                   "--port", str(port), "--workers", str(workers)]  # fmt: skip
        with (Path(name) / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait_for(port, process, Path(name) / "log")
            hub = Hub(url, port, HubKey(key), process)
            yield hub
            hub.store.close()
        finally:
            process.terminate()
            process.wait()


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                sleep(1)  # every worker has its listener by then
                return
        if process.poll() is not None:
            break
        sleep(0.1)
    raise SystemExit(f"the hub did not start:\n{log.read_text()[-2000:]}")


def in_batches(till: Till, bodies: Sequence[bytes], size: int = BATCH) -> list[bytes]:
    """Return the pushes of a lane, signed and packed beforehand."""
    return [till.packed(bodies[at : at + size]) for at in range(0, len(bodies), size)]
