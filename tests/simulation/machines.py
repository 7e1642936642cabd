"""The processes of a run: a hub and stations, started, killed and started again on their files."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from app.config import read_settings
from app.domain.events import Event
from app.hub.front import Front
from app.hub.front import Request as Asked
from app.hub.hub import Hub
from app.hub.store import SqliteStore
from app.hub.trust import HubKey
from app.services.shop import Shop
from app.station import Station
from app.storage.writer import Tx, Writer
from app.sync.authority import HubAuthority
from app.sync.exchange import Answer, UnreachableError
from app.sync.snapshots import Maker
from app.wire.events import decode
from app.wire.sync import Refusal, encode
from tests.simulation.clocks import TrueTime, WallClock
from tests.simulation.faults import PowerCutError
from tests.simulation.network import Line, Network, Request

Random = Callable[[int], bytes]


def copy_file(path: Path, into: Path) -> None:
    """Copy an SQLite file as it is committed, as a backup does."""
    into.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(into)) as target:
        source.backup(target)


def put_back(image: Path, path: Path) -> None:
    """Put a copy in the place of a file nobody has open."""
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(image, path)


def fill_disk(writer: Writer) -> None:
    """Let the file grow no further: the next page it needs does not fit."""

    def work(tx: Tx) -> None:
        count = tx.cursor.execute("PRAGMA page_count").fetchone()[0]
        tx.cursor.execute(f"PRAGMA max_page_count={count}").fetchone()

    writer.run(work)


def free_disk(writer: Writer) -> None:
    """Let the file grow again."""
    writer.run(lambda tx: tx.cursor.execute("PRAGMA max_page_count=1073741823").fetchone())


class HubMachine:
    """The computer the hub runs on; `errors` are what would have been a 500."""

    def __init__(
        self,
        folder: Path,
        secret: bytes,
        true: TrueTime,
        random_bytes: Random,
        counts: Counter[str],
    ) -> None:
        self.path = folder / "hub.db"
        self.key = HubKey(secret)
        self.true = true
        self.counts = counts
        self.errors: list[Exception] = []
        self.behind_max = 10_000
        self._random = random_bytes
        self._front: Front | None = None
        self._store: SqliteStore | None = None

    @property
    def runs(self) -> bool:
        """Whether a process runs."""
        return self._front is not None

    @property
    def hub(self) -> Hub:
        """The running hub."""
        assert self._front is not None
        return self._front.hub

    @property
    def writer(self) -> Writer:
        """The writer of the running hub's file."""
        assert self._store is not None
        return self._store._writer

    def start(self) -> None:
        """Start the process."""
        self._store = SqliteStore(self.path)
        hub = Hub(
            self._store,
            self.key,
            lambda: self.true.now_ms,
            Maker(self.path.parent / "snapshots"),
            random=self._random,
            behind_max=self.behind_max,
        )
        self._front = Front(hub)

    def stop(self) -> None:
        """End the process, as by a power cut: whatever was not committed is gone."""
        if self._store is not None:
            self._store.close()
        self._front = self._store = None

    def rows(self, statement: str, *values: object) -> list[Any]:
        """Rows of the hub's file as it is committed."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(statement, values).fetchall()

    def feed_seq(self, cell_id: str) -> int:
        """The last number of a cell's feed."""
        last: int = self.rows("SELECT last_seq FROM cell WHERE cell_id = ?", cell_id)[0][0]
        return last

    def event_ids(self, cell_id: str) -> list[str]:
        """The ids of all events in a cell's feed, whatever became of them."""
        rows = self.rows("SELECT event_id FROM feed WHERE cell_id = ?", cell_id)
        return [row[0] for row in rows]

    def deliver(self, request: Request) -> Answer:
        """Let the hub answer; a power cut in the middle of it is its own, nobody gets an answer."""
        if self._front is None:
            raise UnreachableError("the hub is down")
        try:
            asked = Asked(request.method, request.path, request.body, request.token)
            reply = self._front.handle(asked)
        except PowerCutError:
            self.counts["hub killed at a failpoint"] += 1
            self.stop()
            raise UnreachableError("the hub died") from None
        except Exception as error:  # noqa: BLE001 - a server answers 500 and goes on
            self.errors.append(error)
            return Answer(500, encode(Refusal("internal", str(error))))
        return Answer(reply.status, reply.file.read_bytes() if reply.file else reply.body)


class StationMachine:
    """A station's computer: its files, its clock, its line to the hub, and the process on it."""

    def __init__(
        self, name: str, folder: Path, true: TrueTime, network: Network, dice: random.Random
    ) -> None:
        self.name = name
        self.folder = folder
        self.wall = WallClock(true)
        self.true = true
        self.line = Line(network, name)
        self.dice = dice
        self.settings = read_settings(folder)
        self.rolled_back = 0
        self.in_contact = False
        self.clock_was_set = False
        self.synced_ms = true.now_ms
        self._process: Process | None = None

    @property
    def runs(self) -> bool:
        """Whether a process runs."""
        return self._process is not None

    @property
    def process(self) -> "Process":
        """The running process."""
        assert self._process is not None, f"station {self.name} does not run"
        return self._process

    @property
    def shop(self) -> Shop:
        """The open shop."""
        return self.process.shop

    def start(self) -> None:
        """Start the process."""
        self.wall.booted_ms = self.true.now_ms
        self.in_contact = False
        self._process = Process(self)

    def stop(self) -> None:
        """End the process, as by a power cut: nothing is written any more."""
        if self._process is not None:
            self._process.drop()
        self._process = None

    def journal(self, after: int = 0) -> list[tuple[int, str]]:
        """Number and id of the journal's rows past a number, as they are on the disk."""
        return self._read("SELECT seq, event_id FROM journal WHERE seq > ? ORDER BY seq", after)

    def events(self, after: int) -> list[Event]:
        """The journal's events past a number."""
        rows = self._read("SELECT body FROM journal WHERE seq > ? ORDER BY seq", after)
        return [decode(row[0]) for row in rows]

    def received(self) -> list[tuple[int, bytes]]:
        """Number and body of the feed's rows that are kept here."""
        return self._read("SELECT seq, body FROM received WHERE seq > ?", 0)

    def _read(self, statement: str, *values: int) -> list[Any]:
        with closing(sqlite3.connect(self.folder / "station.db")) as connection:
            return connection.execute(statement, values).fetchall()

    def save_image(self, into: Path) -> None:
        """Copy the files as they are committed, as an image of the disk holds them."""
        into.mkdir(exist_ok=True)
        for name in ("station.db", "keys.db"):
            copy_file(self.folder / name, into / name)

    def grew_since(self, image: Path) -> bool:
        """Whether the journal has rows that an image of it has not."""
        with closing(sqlite3.connect(image / "station.db")) as connection:
            last = connection.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
        return bool(self.journal(last))

    def put_back(self, image: Path) -> None:
        """Put an older image in the place of the files; the process is down."""
        assert self._process is None
        for name in ("station.db", "keys.db"):
            put_back(image / name, self.folder / name)
        self.rolled_back += 1


class Process:
    """The station's program, put together as a counter puts it together, without its threads."""

    def __init__(self, machine: StationMachine) -> None:
        self.station = Station(
            machine.folder, machine.wall, background=False, exchange=machine.line
        )
        self.shop = self.station.shop
        self.db = self.station.db
        authority = self.shop.authority
        assert isinstance(authority, HubAuthority)
        authority._within = machine.line.within
        self.authority = authority

    def pump(self) -> None:
        """Push and pull; raises UnreachableError when the hub cannot be reached."""
        self.station.pump()

    @property
    def reached_the_hub(self) -> bool:
        """Whether the last push and pull came to its end."""
        return self.station.status().online

    def drop(self) -> None:
        """Let go of the files, writing nothing."""
        self.station.vault._settled.clear()
        self.station._opened.close()
