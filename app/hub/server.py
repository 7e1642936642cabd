"""The server of a hub: the one place of `sikka hub` that builds things and listens."""

import asyncio
import secrets
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.hub.carrying import READ_S, Carrier
from app.hub.front import refusal
from app.hub.hub import Hub, Snapshots
from app.hub.memory import settle_memory
from app.hub.nightly import Nightly
from app.hub.openapi import document
from app.hub.ownership import Desk, Ownership, close_desk, file_of, open_desk
from app.hub.patience import Patient, PatientProtocol
from app.hub.routes.asking import RefusedError
from app.hub.store import open_store
from app.hub.trust import read_hub_key
from app.storage.tables import station
from app.wire.sync import JSON

PROGRAM: Final = "sikka"
STOP_S: Final = 30
IDLE_S: Final = 20
TEND_S: Final = 60.0
ANY_METHOD: Final = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

_log = structlog.get_logger("sikka.hub")


class ServeError(Exception):
    """The server cannot begin; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server finds its store, its folder and its certificate, and where it listens.

    `fd` is a socket that listens already (-1: none).
    """

    store_url: str
    folder: Path
    host: str = "127.0.0.1"
    port: int = 8765
    tls_cert: str = ""
    tls_key: str = ""
    fd: int = -1


def asgi(
    hub: Hub, *, admin_token: str = "", nightly: Nightly | None = None, read_s: float = READ_S
) -> Starlette:
    """Return the ASGI application of a hub; `app.state.carrier` ends its long polls."""
    carrier = Carrier(hub, admin_token, nightly, read_s)
    told = document(version(PROGRAM))

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        carrier.start()
        yield
        await asyncio.to_thread(carrier.stop)

    async def openapi(_request: Request) -> Response:
        return JSONResponse(told)

    async def refused(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        reply = refusal(error, JSON)
        return Response(reply.body, reply.status, media_type=JSON)

    app = Starlette(
        routes=[
            Route("/healthz", carrier.health),
            Route("/metrics", carrier.tell_metrics),
            Route("/openapi.json", openapi),
            Route("/admin/{name}", carrier.administer, methods=["POST"]),
            Route("/{path:path}", carrier.carry, methods=ANY_METHOD),
        ],
        exception_handlers={RefusedError: refused},
        lifespan=life,
    )
    app.state.carrier = carrier
    return app


class HubServer(uvicorn.Server):
    """Ends gracefully: long polls are answered first, pushes in hand are finished."""

    def __init__(
        self, config: uvicorn.Config, carrier: Carrier, ready: Callable[[str], None]
    ) -> None:
        """Call `ready` with the address when it listens."""
        super().__init__(config)
        self._carrier = carrier
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        if self.started:
            self._ready(self.address)

    @property
    def address(self) -> str:
        """Where this machine reaches the server."""
        host, port = self.servers[0].sockets[0].getsockname()[:2]
        here = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - compared
        name = f"[{here}]" if ":" in here and not here.startswith("[") else here
        return f"{'https' if self.config.is_ssl else 'http'}://{name}:{port}"

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take signals while it runs; uvicorn would raise them again, before the store is shut."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer whoever waits, then end."""
        self._carrier.waiters.stop()
        await super().shutdown(sockets)


def server_of(
    app: Starlette, place: Place, ready: Callable[[str], None] = lambda _: None
) -> HubServer:
    """Return the server of an application; raise ServeError where it must not listen."""
    check_listening(place)
    config = uvicorn.Config(
        Patient(app),
        host=place.host,
        port=place.port,
        fd=place.fd if place.fd >= 0 else None,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=STOP_S,
        ssl_certfile=place.tls_cert or None,
        ssl_keyfile=place.tls_key or None,
    )
    return HubServer(config, app.state.carrier, ready)


def check_listening(place: Place) -> None:
    """Raise ServeError where others could listen in: off loopback without a certificate."""
    if bool(place.tls_cert) != bool(place.tls_key):
        raise ServeError("--tls-cert and --tls-key go together.")
    if place.tls_cert or place.host == "localhost":
        return
    with suppress(ValueError):
        if ip_address(place.host).is_loopback:
            return
    raise ServeError(
        f"{place.host} can be reached from outside, so the hub speaks TLS there: give --tls-cert"
        " and --tls-key, or listen on 127.0.0.1 behind a proxy that does."
    )


def listen(host: str, port: int, *, shared: bool = False) -> socket.socket:
    """Return a socket that listens; raise ServeError where that is not possible.

    With `shared`, several may listen at one address, and connections are dealt out among them.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048, reuse_port=shared)
    except OSError as error:
        raise ServeError(
            f"The hub cannot listen at {host}, port {port} ({error.strerror or error}). Stop the"
            " program that does, or give another --host or --port."
        ) from error


def open_hub(
    store_url: str, folder: Path, snapshots: Callable[[Path], Snapshots] | None = None
) -> Hub:
    """Open a store with the key of a folder; both are made where there is none.

    Raises StoreUrlError, NewerFileError, StoreAwayError, HubKeyError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = file_of(store_url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    store = open_store(store_url)
    try:
        with store.read() as core:
            fresh = core.execute(station.select().limit(1)).first() is None
        key = read_hub_key(folder, fresh=fresh)
    except BaseException:
        store.close()
        raise
    return Hub(store, key, now_ms, snapshots(folder / "snapshots") if snapshots else None)


def serve(
    place: Place,
    snapshots: Callable[[Path], Snapshots] | None = None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a store until SIGTERM or Ctrl-C, and do every minute what is due.

    Raises ServeError, StoreInUseError, and what `open_hub` raises.
    """
    check_listening(place)
    if place.fd < 0:
        listen(place.host, place.port).close()  # before the store is opened
    file = file_of(place.store_url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    ownership = Ownership(file) if file is not None else None
    try:
        hub = open_hub(place.store_url, place.folder, snapshots)
        token = secrets.token_urlsafe(32)
        nightly = Nightly(hub, place.folder / "backups")
        tending = Tending(nightly)

        def begun(address: str) -> None:
            open_desk(place.folder, Desk(address, token, place.tls_cert))
            tending.start()
            settle_memory()
            ready(address)
            _log.info("serving", address=address, version=version(PROGRAM))

        try:
            server_of(asgi(hub, admin_token=token, nightly=nightly), place, begun).run()
        finally:
            close_desk(place.folder)
            tending.stop()
            hub.close()
            _log.info("stopped")
    finally:
        if ownership is not None:
            ownership.release()


class Tending:
    """Does what is due, every minute, on a thread of its own; what failed is logged."""

    def __init__(self, nightly: Nightly) -> None:
        self._nightly = nightly
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="tending", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after what is in hand."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _loop(self) -> None:
        while not self._stopped.is_set():
            try:
                self._nightly.tick()
            except Exception as error:  # noqa: BLE001 - it is tried again in a minute
                _log.error("tending failed", error=type(error).__name__)
            for trouble in self._nightly.troubles:
                _log.error("tending failed", error=trouble.partition(":")[0])
            self._stopped.wait(TEND_S)


def now_ms() -> int:
    """Return the machine's clock in Unix milliseconds."""
    return time.time_ns() // 1_000_000
