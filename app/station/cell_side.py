"""What a shop without a hub books into: the cell in its own folder; loaded when first needed."""

from app.config import Settings
from app.hub.local import LocalCell
from app.services.shop import Shop
from app.sync.direct import DirectPort
from app.sync.link import Link
from app.sync.rebuilding import distrust


class CellSide:
    """The cell of one open shop, in the same process."""

    def __init__(self, shop: Shop, settings: Settings) -> None:
        self._shop = shop
        me = settings.station_id
        self.cell = LocalCell(shop.folder, settings.cell_id)
        self.link = Link(shop.db, shop.vault, DirectPort(self.cell, me), me, self._window_days)

    def rebuild(self, *, everything: bool) -> None:
        """Make accounts and replica anew from the feed; neither was read so far."""
        if everything:
            distrust(self._shop.db)
            self.cell.distrust()
            self.cell.refold()
        self.link.refold()

    def close(self) -> None:
        """Close the cell's file."""
        self.cell.close()

    def _window_days(self) -> int:
        programme = self.cell.programme_of(self._shop.clock.now().date())
        return programme.return_window_days if programme else 0
