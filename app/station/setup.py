"""What a setup check looks at: this computer, the printer, the hub, the shop's own folder."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.config import Settings
from app.domain import setup
from app.domain.setup import (
    BackupFound,
    CameraFound,
    Check,
    DisplayFound,
    HubFound,
    PrinterFound,
    TillFound,
)
from app.services import prints
from app.services.shop import Shop
from app.station.backups import newest
from app.storage.secret import VaultDamagedError
from app.sync.exchange import (
    Exchange,
    HubRefusedError,
    RevokedError,
    UnreachableError,
    UpdateNeededError,
)

LOOPBACK: Final = "127.0.0.1"
CONNECT_S: Final = 0.5
CAMERAS: Final = Path("/sys/class/video4linux")


class Probes:
    """Looks at what an open shop works with; nothing is changed but by `print_test`.

    `screens` counts the screens; `exchange` is the way to the hub (None = HTTP). Printer and hub
    may keep the caller waiting for some seconds.
    """

    def __init__(
        self,
        shop: Shop,
        settings: Settings,
        screens: Callable[[], int] = lambda: 0,
        exchange: Exchange | None = None,
    ) -> None:
        self._shop = shop
        self._settings = settings
        self._screens = screens
        self._exchange = exchange

    def checks(self) -> Iterator[Check]:
        """Yield how everything stands that needs nobody's hand; takes seconds without a network."""
        yield setup.check_scanner("")
        yield setup.check_printer(self.printer())
        yield setup.check_display(self.display())
        yield setup.check_hub(self.hub())
        yield setup.check_camera(self.camera())
        yield setup.check_till(self.till())
        yield setup.check_disk(self.free_mb())
        yield setup.check_backup(self.backup())
        yield setup.check_fonts(self.missing_fonts())

    def printer(self) -> PrinterFound:
        """Return which printer is set up, and what waits for it."""
        return PrinterFound(self._settings.printer, None, prints.waiting(self._shop))

    def print_test(self, language: str) -> PrinterFound:
        """Print a test slip."""
        from app.hardware.printer import AddressError, Printed  # noqa: PLC0415 - heavy
        from app.services.slips import trial_slip  # noqa: PLC0415
        from app.station.printing import print_now  # noqa: PLC0415

        slip, address = trial_slip(self._shop, language), self._settings.printer
        try:
            answer = print_now(self._shop.folder, self._settings, slip, "test")
        except AddressError:
            return PrinterFound(address, "address")
        return PrinterFound(address, "printed" if isinstance(answer, Printed) else answer.reason)

    def display(self) -> DisplayFound:
        """Return where the customer's display can be; nobody has looked at it yet."""
        return DisplayFound(self._settings.display, self._screens())

    def hub(self) -> HubFound:
        """Ask the hub, if there is one; a second with a network, some seconds without."""
        from importlib.metadata import version  # noqa: PLC0415 - not for the first picture

        from app.sync.client import HubClient, NotTheHubError  # noqa: PLC0415 - only with a hub
        from app.sync.http import LaterExchange  # noqa: PLC0415

        if not self._settings.hub:
            return HubFound()
        from app.station.hub_side import identity_of  # noqa: PLC0415 - httpx, only with a hub

        known = HubFound(
            self._settings.hub, unsent=len(self._shop.db.pending), version=version("sikka")
        )
        exchange = self._exchange or LaterExchange(self._settings.hub, self._settings.hub_ca)
        try:
            client = HubClient(exchange, identity_of(self._shop.folder, self._settings))
            contact = client.lane().contact
        except (UnreachableError, HubRefusedError, OSError):
            return known
        except RevokedError:
            return replace(known, revoked=True)
        except UpdateNeededError:
            return replace(known, other_version=True)
        except (NotTheHubError, VaultDamagedError):
            return replace(known, stranger=True)
        finally:
            exchange.close()
        skew_ms = time.time_ns() // 1_000_000 - contact.now_ms
        return replace(known, reached=True, revoked=contact.revoked, skew_ms=skew_ms)

    def camera(self) -> CameraFound:
        """Return the cameras the system knows."""
        with suppress(OSError):
            names = sorted({(one / "name").read_text().strip() for one in CAMERAS.iterdir()})
            return CameraFound(self._settings.camera, tuple(names))
        return CameraFound(self._settings.camera)

    def till(self) -> TillFound:
        """Return whether the till's bills can come in."""
        port, folder = self._settings.till_api_port, self._settings.till_folder
        place = Path(folder).expanduser()
        usable = bool(folder) and place.is_dir() and os.access(place, os.R_OK | os.W_OK)
        return TillFound(port, bool(port) and _listens(port), folder, usable)

    def free_mb(self) -> int:
        """Return how much room the shop's disk has, in megabytes."""
        return shutil.disk_usage(self._shop.folder).free // 1_000_000

    def backup(self) -> BackupFound:
        """Return how old the newest backup in the shop's folder is."""
        made_at = newest(self._shop.folder / "backups")
        if made_at is None:
            return BackupFound(None, self._shop.db.head[0])
        age = datetime.now(UTC) - made_at
        return BackupFound(max(0, int(age.total_seconds() // 3600)), self._shop.db.head[0])

    def missing_fonts(self) -> tuple[str, ...]:
        """Return the fonts that are not installed, and what shapes Hindi on slips."""
        from app.hardware.receipt_picture import can_shape  # noqa: PLC0415 - heavy
        from app.ui.fonts import missing_files  # noqa: PLC0415

        return (*missing_files(), *(() if can_shape() else ("raqm",)))


def _listens(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(CONNECT_S)
        return one.connect_ex((LOOPBACK, port)) == 0
