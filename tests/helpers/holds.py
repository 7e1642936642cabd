"""Two stations of one hub that spend the same things, and the cables between them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import copytree

from app.config import read_settings
from app.hub.front import Front
from app.hub.hub import Hub
from app.hub.store import SqliteStore
from app.hub.trust import HubKey
from app.services.clocks import SetClock
from app.services.shop import Shop
from app.station import Station, open_station
from app.sync.authority import HubAuthority
from tests.helpers.exchange import FrontExchange
from tests.helpers.rewards import give, rewards_document
from tests.helpers.shops import MORNING, enrol
from tests.helpers.stations import KEY, chain_of


@dataclass
class Till:
    """An open station of the hub, and the cable between them."""

    station: Station
    cable: FrontExchange
    closed: bool = False

    @property
    def shop(self) -> Shop:
        return self.station.shop

    @property
    def authority(self) -> HubAuthority:
        assert isinstance(self.shop.authority, HubAuthority)
        return self.shop.authority

    def pump(self) -> None:
        self.station.pump()

    def close(self) -> None:
        """Close the station, once."""
        if not self.closed:
            self.closed = True
            self.station.close()


@dataclass
class Tills:
    """Two stations of one shop behind a hub, and a member with 300 coins."""

    folder: Path
    member: str
    clock: SetClock
    hub: Hub
    opened: ExitStack

    def open(self, name: str) -> Till:
        """The station in a folder, open."""
        cable = FrontExchange(Front(self.hub))
        station = open_station(self.folder / name, self.clock, background=False, exchange=cable)
        till = Till(station, cable)
        self.opened.callback(till.close)
        return till

    def pair(self) -> tuple[Till, Till]:
        """Both, open and up to date."""
        first, second = self.open("shop"), self.open("second")
        first.pump()
        second.pump()
        return first, second

    def holds(self) -> list[str]:
        """The state of every hold the hub has."""
        with self.hub.store.read() as core:
            return [row[0] for row in core.exec_driver_sql("SELECT state FROM hold")]

    @property
    def cell_id(self) -> str:
        """The shop's cell."""
        return read_settings(self.folder / "shop").cell_id

    def later(self, **span: float) -> None:
        """Move every clock on."""
        self.clock.at += timedelta(**span)


def made_tills(folder: Path) -> str:
    """Make the closed files of a hub and two stations; return the member's id."""
    members: list[str] = []

    def fill(shop: Shop) -> None:
        members.append(enrol(shop))
        give(shop, members[0], 300)

    with chain_of(folder, fill, rewards_document()) as chain:
        chain.joined("second")
    return members[0]


@contextmanager
def copied_tills(source: Path, member: str, folder: Path) -> Iterator[Tills]:
    """Give a copy of such files with the hub open."""
    copytree(source, folder)
    clock = SetClock(MORNING)
    with ExitStack() as opened:
        hub = Hub(
            SqliteStore(folder / "hub.db"), HubKey(KEY), lambda: int(clock.at.timestamp() * 1000)
        )
        opened.callback(hub.close)
        yield Tills(folder, member, clock, hub, opened)
