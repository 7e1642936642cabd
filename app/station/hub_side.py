"""What a station of a hub has in place of a cell of its own; loaded after the first picture."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

from app.config import Settings
from app.services.shop import NoProgrammeError, Shop
from app.storage.replica import is_readable
from app.storage.station_key import read_station_key
from app.sync import wiping
from app.sync.authority import HubAuthority
from app.sync.client import HubClient, Identity
from app.sync.clock import TrustedClock
from app.sync.exchange import Exchange
from app.sync.http import LaterExchange
from app.sync.hub_link import HubLink
from app.sync.snapshot_taking import SnapshotLostError, finish
from app.sync.status import SyncStatus
from app.wire.sync import WAIT_S_MAX, Page


class HubSide:
    """The connection of one open station to its hub."""

    def __init__(self, shop: Shop, settings: Settings, exchange: Exchange | None) -> None:
        self._shop = shop
        self._exchange = exchange or LaterExchange(settings.hub, settings.hub_ca)
        self.client = HubClient(self._exchange, identity_of(shop.folder, settings))
        self.link = HubLink(
            shop.db,
            shop.vault,
            self.client,
            settings.station_id,
            self._window_days,
            cast("TrustedClock", shop.clock),
            cast("HubAuthority", shop.authority),
            self._today,
            self._folded,
            shop.replica_changed,
        )

    def follow(self) -> None:
        """Wait for news of the hub, and fold them."""
        self.link.follow(WAIT_S_MAX)

    def status(self) -> SyncStatus:
        """Return how the station stands towards its hub."""
        return self.link.status()

    def rebuild(self, *, everything: bool) -> None:
        """Finish what a killed process began; take the replica anew where nothing can be read.

        That needs the hub, as `everything` does. What an older fold made is read meanwhile, and
        taken anew with the first contact (decisions/0024).
        """
        db = self._shop.db
        with suppress(SnapshotLostError):
            finish(db, self._shop.vault)
        with db.cursor(None) as cursor:
            serves = not db.stale or is_readable(cursor)
        if everything or not serves:
            self.link.take_back()

    def wipe(self) -> None:
        """Forget everything personal: the owner shut this station out."""
        wiping.wipe(self._shop.db, self._shop.vault)

    def hang_up(self) -> None:
        """Let go of the network; who waits for the hub hears that it is away."""
        self.link.closing = True
        self._exchange.close()

    def close(self) -> None:
        """Let go of the network."""
        self._exchange.close()

    def _today(self) -> date | None:
        try:
            return self._shop.moment().on
        except NoProgrammeError:
            return None

    def _window_days(self) -> int:
        try:
            return self._shop.programme.return_window_days
        except NoProgrammeError:
            return 0

    def _folded(self, page: Page) -> None:
        """Have the programme read anew when the hub sent another one."""
        if any(b'"programme_published"' in row.body for row in page.rows):
            self._shop.programme_changed()


def identity_of(folder: Path, settings: Settings) -> Identity:
    """Return who a station is to its hub; raise VaultDamagedError when its key is gone."""
    return Identity(
        settings.station_id,
        settings.cell_id,
        read_station_key(folder),
        bytes.fromhex(settings.hub_key),
    )
