"""The composition root: files, cell, services and screens of one station are put together here."""

import contextlib
import fcntl
import os
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from app.config import Settings, read_environment, read_settings
from app.services import members
from app.services.clocks import Clock, SystemClock
from app.services.shop import Place, Shop
from app.station.replacing import finish
from app.storage import failpoints
from app.storage.replica import is_readable
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.storage.writer import StorageFullError
from app.sync.background import Background, Listener
from app.sync.clock import TrustedClock
from app.sync.exchange import Exchange, RevokedError, UnreachableError, UpdateNeededError
from app.sync.status import SyncStatus

if TYPE_CHECKING:
    from app.hub.local import LocalCell
    from app.station.cell_side import CellSide
    from app.station.hub_side import HubSide
    from app.station.tending import Tending
    from app.sync.link import Link


_WAITS = (UnreachableError, RevokedError, UpdateNeededError)
"""What the hub may say, or not say, without a shop staying closed for it."""


class ShopInUseError(Exception):
    """Another process owns the shop's files; the text names it."""


class StaleShopError(Exception):
    """The shop must be opened for writing once before it can be read; the text says how."""


class NoCellHereError(Exception):
    """The station belongs to a hub, and only the hub can do what was asked; the text says how."""


class Station:
    """An open shop with everything that keeps it going; close it, or use it in `with`.

    With `background` what is recorded is booked on a thread of its own; without, call `pump`.
    What an older version folded is made anew first, and with `rebuild` in any case; a station of
    a hub sells on it until the hub is reached (decisions/0024). `exchange` is the way there (None =
    HTTP to the address in its settings).
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        background: bool,
        rebuild: bool = False,
        exchange: Exchange | None = None,
    ) -> None:
        self.folder = folder
        self.settings: Settings = read_settings(folder)
        self._exchange = exchange
        with contextlib.ExitStack() as opened:
            opened.callback(os.close, own(folder))
            finish(folder)
            self.db = StationDb(folder, write=True)
            opened.callback(self.db.close)
            self.vault = Vault(folder)
            opened.callback(self.vault.close)
            self._background = Background(self.pump, self._tend, self._booking_failed)
            self._listener: Listener | None = None
            self._opening = threading.RLock()
            self._side: CellSide | HubSide | None = None
            self._tending: Tending | None = None
            opened.callback(self._close_side)
            wake = self._background.wake
            self.shop = Shop(folder, place_of(self.settings), self.db, self.vault, clock, wake)
            if self.settings.hub:
                from app.sync.authority import HubAuthority  # noqa: PLC0415 - only with a hub

                self.shop.clock = TrustedClock(clock, self.db.synced_ms)
                self.shop.authority = HubAuthority(
                    self.shop, lambda: self.hub.client, self._is_barred
                )
            if self.db.stale or rebuild:
                self.side.rebuild(everything=rebuild)
            members.mend(self.shop)
            if background:
                self._background.start()
                self._listen()
            else:
                self._pump_if_reachable()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def side(self) -> "CellSide | HubSide":
        """Where this station's events go, opened when it is first asked for (decisions/0007)."""
        with self._opening:
            if self._side is None:
                if self.settings.hub:
                    from app.station.hub_side import HubSide  # noqa: PLC0415 - httpx

                    self._side = HubSide(self.shop, self.settings, self._exchange)
                else:
                    from app.station.cell_side import CellSide  # noqa: PLC0415 - SQLAlchemy

                    self._side = CellSide(self.shop, self.settings)
            return self._side

    @property
    def cell(self) -> "LocalCell":
        """The cell of a shop without a hub; raises NoCellHereError with one."""
        if self.settings.hub:
            raise NoCellHereError(
                f"{self.folder}: this station belongs to a hub. Do that on the hub's computer;"
                " see: sikka hub --help"
            )
        return cast("CellSide", self.side).cell

    @property
    def hub(self) -> "HubSide":
        """The connection of a station of a hub."""
        return cast("HubSide", self.side)

    @property
    def link(self) -> "Link":
        """What moves events between the station and its cell."""
        return self.side.link

    @property
    def tending(self) -> "Tending":
        """What the station does apart from selling."""
        with self._opening:
            if self._tending is None:
                from app.station.tending import Tending  # noqa: PLC0415 - not for the first picture

                cell = None if self.settings.hub else self.cell
                self._tending = Tending(self.shop, cell, self.link.pump, self.settings.role)
            return self._tending

    def status(self) -> SyncStatus:
        """Return how the station stands towards its hub, if it has one."""
        if not self.settings.hub:
            return SyncStatus()
        if self._side is None:
            return SyncStatus(
                solo=False, online=False, tried=False, last_contact_ms=self.db.synced_ms
            )
        return self.hub.status()

    def pump(self) -> None:
        """Book and fold everything that was recorded; returns when nothing is left.

        Raises UnreachableError when the hub cannot be reached; nothing is lost then. A station
        that was shut out sends what it has, forgets everybody, and raises RevokedError.
        """
        try:
            self.link.pump()
            if self.tending.look():
                self.link.pump()
        except RevokedError:
            self.hub.wipe()
            raise

    def end_days(self, as_of: date | None = None) -> None:
        """Run the day-end jobs of every business date that is over, after days off too.

        With `as_of`, as on the morning of that business date. A hub ends its days by itself;
        its stations greet and tidy.
        """
        self.tending.end_days(as_of)

    def publish(self, document: str, programme_id: str) -> None:
        """Put a programme version into force for the whole cell.

        Raises ProgrammeCutsError when it takes away what a running raffle promised.
        """
        self.tending.publish(document, programme_id)
        self.pump()

    def close(self) -> None:
        """Book what is left, close every file, give up ownership.

        What cannot be booked now stays in the journal until the shop opens again.
        """
        with self._opened:
            self._background.stop()
            if self._listener is not None:
                self._listener.stop(self.hub.hang_up)
            elif self._side is not None or self.db.pending:
                with contextlib.suppress(StorageFullError, *_WAITS):
                    self.link.pump()

    def _tend(self) -> None:
        self.end_days()
        self.tending.back_up()

    def _listen(self) -> None:
        if self.settings.hub:
            self._listener = Listener(self._follow, self._background.wake)
            self._listener.start()

    def _is_barred(self) -> bool:
        """Say whether nothing may be spent here before an update (SYNC.md 6)."""
        return self.status().needs_update

    def _follow(self) -> None:
        self.hub.follow()

    def _pump_if_reachable(self) -> None:
        with contextlib.suppress(*_WAITS):
            self.pump()

    def _booking_failed(self, error: Exception | None) -> None:
        self.shop.trouble = str(error or "")

    def _close_side(self) -> None:
        if self._side is not None:
            self._side.close()


def place_of(settings: Settings) -> Place:
    """Return which station the settings describe."""
    return Place(
        station_id=settings.station_id,
        cell_id=settings.cell_id,
        cell_hint=settings.cell_hint,
        store=settings.store,
        till=settings.till,
        scale_label=settings.scale_label,
        training=settings.training,
    )


def open_station(
    folder: Path,
    clock: Clock | None = None,
    *,
    background: bool = True,
    failpoint: str = "",
    rebuild: bool = False,
    exchange: Exchange | None = None,
) -> Station:
    """Open a shop for writing; with `rebuild` everything folded is folded again first.

    Raises SettingsError when there is none, ShopInUseError when another process owns it,
    VaultDamagedError when its keys do not fit. A failpoint of the environment is armed too.
    """
    failpoints.arm(failpoint or read_environment().failpoint)
    return Station(
        folder, clock or SystemClock(), background=background, rebuild=rebuild, exchange=exchange
    )


@contextlib.contextmanager
def read_shop(folder: Path, clock: Clock | None = None) -> Iterator[Shop]:
    """Open a shop for reading only, also while a counter is running.

    Raises StaleShopError when another version of Sikka used it last.
    """
    settings = read_settings(folder)
    db = StationDb(folder, write=False)
    if db.stale and not (settings.hub and _is_readable(db)):
        db.close()
        if settings.hub:
            raise StaleShopError(
                f"{folder}: this station waits for its hub. Leave its screen open until the hub"
                " was reached."
            )
        raise StaleShopError(
            f"{folder}: another version of Sikka used this shop last. Open its counter once, or"
            " run: sikka rebuild"
        )
    vault = Vault(folder, write=False)
    try:
        yield Shop(folder, place_of(settings), db, vault, clock or SystemClock(), lambda: None)
    finally:
        vault.close()
        db.close()


def _is_readable(db: StationDb) -> bool:
    with db.cursor(None) as cursor:
        return is_readable(cursor)


def own(folder: Path) -> int:
    """Take a folder for this process; return a handle to close. Raises ShopInUseError."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.read(handle, 100).decode(errors="replace").strip()
        os.close(handle)
        raise ShopInUseError(
            f"{folder}: this shop is open in another program (process {owner or 'unknown'})."
            " Close that counter first, or use a command that only reads."
        ) from None
    os.ftruncate(handle, 0)
    os.write(handle, str(os.getpid()).encode())
    return handle
