"""A shop whose hub and stations are all on this computer, as the demo's are."""

import os
import secrets
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from app.config import ROLES, SETTINGS_FILE, Role, Settings, read_settings, write_settings
from app.station import ShopInUseError, own
from app.sync.exchange import Answer, Exchange

if TYPE_CHECKING:
    from app.hub.front import Front
    from app.hub.hub import Hub

LOOPBACK: Final = "127.0.0.1"
JOINING: Final[tuple[Role, ...]] = ("kiosk", "redemption")
"""The stations beside the counter, which is the shop's own folder."""


class PremisesOpenError(Exception):
    """The premises' screens are open already; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Premises:
    """The folders of one shop's stations, and of its hub."""

    counter: Path
    kiosk: Path
    redemption: Path
    hub: Path

    @property
    def store(self) -> str:
        """The address of the hub's store."""
        return f"sqlite:///{self.hub / 'hub.db'}"

    @property
    def stations(self) -> dict[Role, Path]:
        """The stations' folders by what each one is."""
        return {"counter": self.counter, "kiosk": self.kiosk, "redemption": self.redemption}


def premises_of(shop: Path) -> Premises:
    """Return the folders of a shop's premises: they lie beside its own, which is the counter's."""
    beside = {name: shop.with_name(f"{shop.name}-{name}") for name in (*JOINING, "hub")}
    return Premises(shop, beside["kiosk"], beside["redemption"], beside["hub"])


@contextmanager
def owned(premises: Premises) -> Iterator[None]:
    """Have the premises for this process alone; raise PremisesOpenError when another has them."""
    premises.hub.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = own(premises.hub)
    except ShopInUseError:
        raise PremisesOpenError(
            f"{premises.counter}: the screens of this shop are open already. Look for the window"
            " of their launcher."
        ) from None
    try:
        yield
    finally:
        os.close(handle)


def set_up(premises: Premises, say: Callable[[str], None] = lambda _: None) -> None:
    """Give a shop a hub, a kiosk and a redemption screen; what is there already stays.

    After a crash the same call goes on. `say` is told what takes a moment. Raises SettingsError
    when there is no shop, ShopInUseError or StoreInUseError when something of it is open.
    """
    if not _is_whole(premises):
        say("Giving the shop a hub, a kiosk and a redemption screen (a few seconds)…")
        with _hub_at(premises) as hub:
            cell_id = _adopt(premises, hub)
            for role in JOINING:
                if not (premises.stations[role] / SETTINGS_FILE).exists():
                    _join(premises, hub, cell_id, role)
    if not _is_free(port_of(premises)):
        _move(premises, f"http://{LOOPBACK}:{free_port()}")


def port_of(premises: Premises) -> int:
    """Return the port of the premises' hub, as its stations know it."""
    return urlsplit(read_settings(premises.counter).hub).port or 0


def free_port() -> int:
    """Return a port of this computer at which nobody listens."""
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


def _is_whole(premises: Premises) -> bool:
    settings = read_settings(premises.counter)
    joined = all((premises.stations[role] / SETTINGS_FILE).exists() for role in JOINING)
    return bool(settings.hub) and joined and not (premises.counter / "cell.db").exists()


@contextmanager
def _hub_at(premises: Premises) -> "Iterator[Hub]":
    """Give the hub of the premises, which no server has open."""
    # SQLAlchemy and all that the hub is made of: not needed when everything is there.
    from app.hub.hub import Hub  # noqa: PLC0415
    from app.hub.ownership import Ownership  # noqa: PLC0415
    from app.hub.stations import heard_of  # noqa: PLC0415
    from app.hub.store import SqliteStore  # noqa: PLC0415
    from app.hub.trust import read_hub_key  # noqa: PLC0415
    from app.sync.snapshots import Maker  # noqa: PLC0415

    premises.hub.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = premises.hub / "hub.db"
    ownership = Ownership(file)
    try:
        store = SqliteStore(file)
        try:
            with store.read() as core:
                fresh = not heard_of(core)
            key = read_hub_key(premises.hub, fresh=fresh)
            yield Hub(store, key, _now_ms, Maker(premises.hub / "snapshots"))
        finally:
            store.close()
    finally:
        ownership.release()


def _adopt(premises: Premises, hub: "Hub") -> str:
    """Move the shop's cell into the hub's store, unless it is there; return the cell's id."""
    from app.station.adopting import adopt  # noqa: PLC0415

    settings = read_settings(premises.counter)
    if settings.hub and not (premises.counter / "cell.db").exists():
        return settings.cell_id
    address = settings.hub or f"http://{LOOPBACK}:{free_port()}"
    return adopt(premises.counter, hub.store, hub.key, address).cell_id


def _join(premises: Premises, hub: "Hub", cell_id: str, role: Role) -> None:
    from app.hub import stations  # noqa: PLC0415
    from app.hub.front import Front  # noqa: PLC0415
    from app.station.joining import join  # noqa: PLC0415

    at = read_settings(premises.counter)
    code = hub.store.run(
        lambda core: stations.make_code(
            core, hub.key, cell_id, at.store, role, _now_ms(), secrets.token_bytes, role
        )
    )
    nearby = NearbyExchange(Front(hub))
    join(premises.stations[role], at.hub, code, connect=lambda *_: nearby, role=role)


class NearbyExchange(Exchange):
    """Reaches a hub that is open in this process, without a network."""

    def __init__(self, front: "Front") -> None:
        self._front = front

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        token: str = "",
        timeout_s: float = 10.0,  # noqa: ARG002 - nobody has to wait
    ) -> Answer:
        """Hand one request over."""
        from app.hub.front import Request  # noqa: PLC0415

        reply = self._front.handle(Request(method, path, body, token))
        return Answer(reply.status, reply.file.read_bytes() if reply.file else reply.body)

    def close(self) -> None:
        """Let go of nothing: the hub is whoever opened it."""


def _is_free(port: int) -> bool:
    with suppress(OSError), socket.create_server((LOOPBACK, port)):
        return True
    return False


def _move(premises: Premises, address: str) -> None:
    """Tell every station another address of its hub, which it knows by its key, not its address."""
    for role in ROLES:
        folder = premises.stations[role]
        settings: Settings = read_settings(folder)
        write_settings(folder, replace(settings, hub=address))


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
