"""The composition root: files, cell, services and screens of one station are put together here."""

import contextlib
import fcntl
import os
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from app.config import Settings, read_environment, read_settings
from app.services import members
from app.services.shop import Clock, Place, Shop, SystemClock
from app.storage import failpoints
from app.storage.station import StationDb
from app.storage.vault import Vault
from app.storage.writer import StorageFullError
from app.sync.background import Background

if TYPE_CHECKING:
    from app.hub.local import LocalCell
    from app.station.tending import Tending
    from app.sync.link import Link


class ShopInUseError(Exception):
    """Another process owns the shop's files; the text names it."""


class StaleShopError(Exception):
    """The shop must be opened for writing once before it can be read; the text says how."""


class Station:
    """An open shop with everything that keeps it going; close it, or use it in `with`.

    With `background` what is recorded is booked on a thread of its own; without, call `pump`.
    What an older version folded is made anew first, and with `rebuild` in any case.
    """

    def __init__(
        self, folder: Path, clock: Clock, *, background: bool, rebuild: bool = False
    ) -> None:
        self.folder = folder
        self._clock = clock
        self.settings: Settings = read_settings(folder)
        with contextlib.ExitStack() as opened:
            opened.callback(os.close, _own(folder))
            self.db = StationDb(folder, write=True)
            opened.callback(self.db.close)
            self.vault = Vault(folder)
            opened.callback(self.vault.close)
            self._background = Background(self.pump, self.end_days, self._booking_failed)
            self._opening = threading.RLock()
            self._cell: LocalCell | None = None
            self._link: Link | None = None
            self._tending: Tending | None = None
            opened.callback(self._close_cell)
            if self.db.stale or rebuild:
                self._rebuild(everything=rebuild)
            place = place_of(self.settings)
            self.shop = Shop(folder, place, self.db, self.vault, clock, self._background.wake)
            members.mend(self.shop)
            if background:
                self._background.start()
            else:
                self.pump()
            self._opened = opened.pop_all()

    def _booking_failed(self, error: Exception | None) -> None:
        self.shop.trouble = str(error or "")

    @property
    def cell(self) -> "LocalCell":
        """The shop's cell, opened when it is first asked for (decisions/0007)."""
        with self._opening:
            if self._cell is None:
                from app.hub.local import LocalCell  # noqa: PLC0415 - SQLAlchemy

                self._cell = LocalCell(self.folder, self.settings.cell_id)
            return self._cell

    @property
    def link(self) -> "Link":
        """What moves events between the station and the cell."""
        with self._opening:
            if self._link is None:
                from app.sync.direct import DirectPort  # noqa: PLC0415 - SQLAlchemy
                from app.sync.link import Link  # noqa: PLC0415 - SQLAlchemy

                me = self.settings.station_id
                port = DirectPort(self.cell, me)
                self._link = Link(self.db, self.vault, port, me, self._window_days)
            return self._link

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
    def tending(self) -> "Tending":
        """What the station does apart from selling."""
        with self._opening:
            if self._tending is None:
                from app.station.tending import Tending  # noqa: PLC0415 - not for the first picture

                self._tending = Tending(self.shop, self.cell, self.link.pump)
            return self._tending

    def pump(self) -> None:
        """Book and fold everything that was recorded; returns when nothing is left."""
        self.link.pump()
        if self.tending.look():
            self.link.pump()

    def end_days(self, as_of: date | None = None) -> None:
        """Run the day-end jobs of every business date that is over, after days off too.

        With `as_of`, as on the morning of that business date.
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

        On a full disk what is left stays in the journal until the shop opens again.
        """
        with self._opened:
            self._background.stop()
            if self._cell is not None or self.db.pending:
                with contextlib.suppress(StorageFullError):
                    self.link.pump()

    def _rebuild(self, *, everything: bool) -> None:
        """Make accounts and replica anew from the feed; neither was read so far."""
        if everything:
            from app.sync.rebuilding import distrust  # noqa: PLC0415 - SQLAlchemy

            distrust(self.db)
            self.cell.distrust()
            self.cell.refold()
        self.link.refold()

    def _close_cell(self) -> None:
        if self._cell is not None:
            self._cell.close()

    def _window_days(self) -> int:
        """Return how long a sale may be returned; asked for at each batch that is folded."""
        programme = self.cell.programme_of(self._clock.now().date())
        return programme.return_window_days if programme else 0


def place_of(settings: Settings) -> Place:
    """Return which station the settings describe."""
    return Place(
        station_id=settings.station_id,
        cell_id=settings.cell_id,
        cell_hint=settings.cell_hint,
        store=settings.store,
        till=settings.till,
        scale_label=settings.scale_label,
    )


def open_station(
    folder: Path,
    clock: Clock | None = None,
    *,
    background: bool = True,
    failpoint: str = "",
    rebuild: bool = False,
) -> Station:
    """Open a shop for writing; with `rebuild` everything folded is folded again first.

    Raises SettingsError when there is none, ShopInUseError when another process owns it,
    VaultDamagedError when its keys do not fit. A failpoint of the environment is armed too.
    """
    failpoints.arm(failpoint or read_environment().failpoint)
    return Station(folder, clock or SystemClock(), background=background, rebuild=rebuild)


@contextlib.contextmanager
def read_shop(folder: Path, clock: Clock | None = None) -> Iterator[Shop]:
    """Open a shop for reading only, also while a counter is running.

    Raises StaleShopError when another version of Sikka used it last.
    """
    settings = read_settings(folder)
    db = StationDb(folder, write=False)
    if db.stale:
        db.close()
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


def _own(folder: Path) -> int:
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
