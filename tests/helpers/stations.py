"""Stations of a hub in one process: a solo shop that was adopted, and others that joined it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.config import Role, read_settings
from app.hub import stations
from app.hub.front import Front, Request
from app.hub.hub import Hub
from app.hub.store import SqliteStore
from app.hub.trust import HubKey
from app.services.clocks import SetClock
from app.services.shop import Shop
from app.station import place_of
from app.station.adopting import adopt
from app.station.joining import join
from app.storage.station import StationDb
from app.storage.station_key import read_station_key
from app.storage.tables import replica_tables
from app.storage.vault import Vault
from app.sync.client import HubClient, Identity
from app.sync.clock import TrustedClock
from app.sync.exchange import Answer, Exchange
from app.sync.hub_link import HubLink
from app.sync.snapshots import Maker
from tests.helpers.shops import MORNING, document_of, new_station

KEY = bytes(range(32))
ADDRESS = "https://hub.example"


class FrontExchange:
    """An exchange without a network: the hub's front in this process."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self.asked: list[str] = []

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        self.asked.append(f"{method} {path.partition('?')[0]}")
        reply = self.front.handle(Request(method, path, body, token))
        return Answer(reply.status, reply.file.read_bytes() if reply.file else reply.body)

    def close(self) -> None:
        pass


class NoHolds:
    """A station that reserves nothing."""

    def flush(self) -> None:
        pass

    def floor_spent(self) -> tuple[int, int]:
        return 0, 0


@dataclass
class Member:
    """An open station of the hub: its files, its shop and its link."""

    folder: Path
    db: StationDb
    vault: Vault
    shop: Shop
    link: HubLink
    asked: list[str]

    def pump(self) -> None:
        self.link.pump()

    def close(self) -> None:
        self.db.close()
        self.vault.close()


@dataclass
class Chain:
    """A hub over one store with the cell of a shop, in a folder of its own."""

    folder: Path
    hub: Hub
    clock: SetClock
    cell_id: str = ""
    opened: list[Member] = field(default_factory=list)

    def close(self) -> None:
        """Close every station that was opened."""
        for one in self.opened:
            one.close()

    def exchange(self, address: str = ADDRESS, ca: str = "") -> Exchange:
        return FrontExchange(Front(self.hub))

    def code(self, till: str = "2", role: Role = "counter") -> str:
        hub = self.hub
        return hub.store.run(
            lambda core: stations.make_code(
                core, hub.key, self.cell_id, "main", till, hub.now_ms(), hub.random, role
            )
        )

    def joined(self, name: str, role: Role = "counter") -> Member:
        """A new station that has just joined, open."""
        folder = self.folder / name
        join(folder, ADDRESS, self.code(name, role), connect=self.exchange)
        return self.open(folder)

    def client(self, folder: Path, exchange: Exchange) -> HubClient:
        """What the station in a folder asks the hub with."""
        settings = read_settings(folder)
        key = bytes.fromhex(settings.hub_key)
        me = Identity(settings.station_id, settings.cell_id, read_station_key(folder), key)
        return HubClient(exchange, me)

    def open(self, folder: Path) -> Member:
        """The station in a folder, open."""
        settings = read_settings(folder)
        db, vault = StationDb(folder, write=True), Vault(folder)
        shop = Shop(folder, place_of(settings), db, vault, self.clock, lambda: None)
        exchange = FrontExchange(Front(self.hub))
        link = HubLink(
            db, vault, self.client(folder, exchange), settings.station_id, lambda: 15,
            TrustedClock(self.clock), NoHolds(),
            lambda: None,
        )  # fmt: skip
        member = Member(folder, db, vault, shop, link, exchange.asked)
        self.opened.append(member)
        return member


@contextmanager
def chain_of(
    folder: Path,
    fill: Callable[[Shop], object] = lambda _: None,
    document: str = "",
    **settings: int,
) -> Iterator[Chain]:
    """A hub with a shop that was solo until now, in FOLDER/shop."""
    clock = SetClock(MORNING)
    with new_station(folder / "shop", clock, document=document or document_of()) as station:
        fill(station.shop)
        station.pump()
    with ExitStack() as stack:
        store = SqliteStore(folder / "hub.db")
        hub = Hub(
            store, HubKey(KEY), lambda: int(clock.at.timestamp() * 1000),
            Maker(folder / "snapshots", behind_rows=0), **settings,  # type: ignore[arg-type]
        )  # fmt: skip
        stack.callback(hub.close)
        chain = Chain(folder, hub, clock)
        chain.cell_id = adopt(folder / "shop", store, hub.key, ADDRESS).cell_id
        stack.callback(chain.close)
        yield chain


Table = list[tuple[object, ...]]


def tables_of(db: StationDb, *more: str) -> dict[str, Table]:
    """Every folded table of a station, row by row; without its own numbers."""
    found: dict[str, Table] = {}
    with db.cursor(None) as cursor:
        for name in (*replica_tables(), *more):
            columns = [row[1] for row in cursor.execute(f"PRAGMA table_info({name})")]
            shown = ", ".join(column for column in columns if column != "own_seq")
            found[name] = sorted(cursor.execute(f"SELECT {shown} FROM {name}"), key=repr)
    return found
