"""The exchange of a real shop: HTTP, with TLS for anything but this computer."""

import socket
import ssl
import threading
from contextlib import suppress
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpx

from app.sync.exchange import Answer, NotSentError, UnreachableError
from app.wire.sync import MSGPACK

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
CONNECT_S = 3.0
_CONNECTED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class InsecureHubError(ValueError):
    """The hub's address is none, or would send members' data in the clear."""


def _parts(address: str) -> SplitResult:
    with suppress(ValueError):
        parts = urlsplit(address)
        named = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        if named and " " not in address:
            return parts
    raise InsecureHubError(f"{address!r} is no address of a hub. Write https://HOST:PORT.")


class HttpExchange:
    """Requests to the hub at an address (`https://…`); `ca` is a certificate file to trust."""

    def __init__(self, address: str, ca: str = "") -> None:
        parts = _parts(address)
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            raise InsecureHubError(
                f"{address}: the hub's address must begin with https:// (only a hub on this"
                " computer may do without)."
            )
        trust = ssl.create_default_context(cafile=ca or None) if parts.scheme == "https" else False
        self._client = httpx.Client(
            base_url=address,
            verify=trust,
            trust_env=False,
            follow_redirects=False,
            headers={"Accept": MSGPACK},
        )
        self._closed = False
        self._sockets: list[socket.socket] = []

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:
        """Send one request and wait; raise UnreachableError when no answer came in time."""
        headers = {"Content-Type": MSGPACK} if body else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        timeout = httpx.Timeout(timeout_s, connect=min(timeout_s, CONNECT_S))
        try:
            answer = self._client.request(
                method, path, content=body or None, headers=headers, timeout=timeout,
                extensions={"trace": self._follow},
            )  # fmt: skip
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotSentError(str(error) or type(error).__name__) from error
        except (httpx.HTTPError, OSError) as error:
            raise UnreachableError(str(error) or type(error).__name__) from error
        return Answer(answer.status_code, answer.content)

    def close(self) -> None:
        """Close the connections; who waits for an answer hears at once that none comes."""
        self._closed = True
        for one in self._sockets:
            _hang_up(one)
        self._client.close()

    def _follow(self, happened: str, told: dict[str, Any]) -> None:
        """Keep the sockets: closing one does not wake a thread that reads it, hanging up does."""
        if happened in _CONNECTED:
            made: socket.socket = told["return_value"].get_extra_info("socket")
            self._sockets = [*(one for one in self._sockets if one.fileno() >= 0), made]
            if self._closed:
                _hang_up(made)


def _hang_up(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


class LaterExchange:
    """An exchange over HTTP that begins with the first request.

    What is wrong with the address or the certificate then keeps a station from its hub, and
    nobody from selling; put right, it goes on by itself.
    """

    def __init__(self, address: str, ca: str = "") -> None:
        self._address = address
        self._ca = ca
        self._opened: HttpExchange | None = None
        self._closed = False
        self._opening = threading.Lock()

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:
        """Send one request and wait; raise UnreachableError when no answer came in time."""
        return self._begun().send(method, path, body, token=token, timeout_s=timeout_s)

    def close(self) -> None:
        """Close the connections."""
        with self._opening:
            self._closed = True
            if self._opened is not None:
                self._opened.close()

    def _begun(self) -> HttpExchange:
        with self._opening:
            if self._closed and self._opened is None:
                raise NotSentError("the station is closing")
            try:
                self._opened = self._opened or HttpExchange(self._address, self._ca)
            except InsecureHubError as error:
                raise NotSentError(str(error)) from error
            except OSError as error:
                raise NotSentError(
                    f"{self._ca} is no file with the hub's certificate: put it back there"
                ) from error
            return self._opened
