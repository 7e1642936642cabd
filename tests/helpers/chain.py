"""A hub with a real shop's cell, and stations that joined it: no network between, real files."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.domain.members import MemberState
from app.hub import stations
from app.hub.front import Front
from app.hub.hub import Hub
from app.hub.store import SqliteStore
from app.hub.trust import HubKey
from app.services.clocks import SetClock
from app.services.shop import Shop
from app.station import Station
from app.station.adopting import adopt
from app.station.joining import join
from app.storage.rows import unpack_state
from app.storage.tables import account
from app.sync.snapshots import Maker
from tests.helpers.exchange import FrontExchange
from tests.helpers.shops import MORNING, document_of, new_station

KEY = HubKey(bytes(range(32)))
ADDRESS = "https://hub.example"


@dataclass
class Chain:
    """One hub, its stations by till ("1" is the shop it began with), and the time everywhere."""

    folder: Path
    clock: SetClock
    hub: Hub
    cell_id: str
    settings: dict[str, Any]
    stations: dict[str, Station] = field(default_factory=dict)
    wires: dict[str, FrontExchange] = field(default_factory=dict)

    @property
    def front(self) -> Front:
        return Front(self.hub)

    def shop(self, till: str) -> Shop:
        return self.stations[till].shop

    def open(self, till: str) -> Station:
        """Open a station's folder, with a wire of its own to the hub."""
        wire = self.wires.setdefault(till, FrontExchange(self.front))
        station = Station(self.folder / till, self.clock, background=False, exchange=wire)
        self.stations[till] = station
        return station

    def close(self, till: str) -> None:
        self.stations.pop(till).close()

    def join(self, till: str, store: str = "Main") -> Station:
        """Let a new station join."""
        hub = self.hub
        code = hub.store.run(
            lambda core: stations.make_code(
                core, hub.key, self.cell_id, store, till, hub.now_ms(), hub.random
            )
        )
        join(self.folder / till, ADDRESS, code, connect=lambda _a, _c: FrontExchange(self.front))
        return self.open(till)

    def states(self, till: str = "") -> dict[str, MemberState]:
        """Every member's state at a station, or by the hub."""
        rows: Iterable[Any]
        if till:
            with self.stations[till].db.cursor(None) as cursor:
                rows = cursor.execute("SELECT member, state FROM member").fetchall()
        else:
            with self.hub.store.read() as core:
                rows = core.execute(sa.select(account.c.member, account.c.state)).fetchall()
        return {row[0]: unpack_state(row[1]) for row in rows}

    def hub_incarnation(self) -> int:
        """How often the hub was put back, and one."""
        with self.hub.store.read() as core:
            return self.hub.contact(core, self.cell_id).incarnation

    def copy_hub(self, name: str) -> None:
        """Copy the hub's store as it stands."""
        with sqlite3.connect(self.folder / "hub.db") as there:
            with sqlite3.connect(self.folder / name) as here:
                there.backup(here)
            here.close()
        there.close()

    def put_hub_back(self, name: str) -> None:
        """Put a copy in the hub's place, as somebody does who knows no better."""
        self.hub.close()
        for file in self.folder.glob("hub.db*"):
            file.unlink()
        shutil.copy(self.folder / name, self.folder / "hub.db")
        self._serve()

    def _serve(self) -> None:
        store = SqliteStore(self.folder / "hub.db")
        now_ms = lambda: int(self.clock.at.timestamp() * 1000)  # noqa: E731
        self.hub = Hub(store, KEY, now_ms, Maker(self.folder / "snapshots", 2), **self.settings)
        for wire in self.wires.values():
            wire.front = self.front

    def later(self, **delta: float) -> None:
        """Let time pass everywhere."""
        self.clock.at += timedelta(**delta)

    def sync(self, *tills: str) -> None:
        """Let stations push and pull until all of them know everything."""
        for _ in range(2):
            for till in tills or tuple(self.stations):
                self.stations[till].pump()


@contextmanager
def chain_in(folder: Path, *tills: str, document: str = "", **settings: Any) -> Iterator[Chain]:
    """A hub and open stations: till 1, and those named."""
    clock = SetClock(MORNING)
    with new_station(folder / "1", clock, document=document or document_of()) as first:
        cell_id = first.settings.cell_id
    store = SqliteStore(folder / "hub.db")
    adopt(folder / "1", store, KEY, ADDRESS)
    chain = Chain(folder, clock, Hub(store, KEY, lambda: 0), cell_id, dict(settings))
    store.close()
    chain._serve()
    try:
        chain.open("1")
        for till in tills:
            chain.join(till)
        yield chain
    finally:
        for till in list(chain.stations):
            chain.close(till)
        chain.hub.close()
