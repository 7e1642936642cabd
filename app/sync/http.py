"""The exchange of a real shop: HTTP, with TLS for anything but this computer."""

import ssl
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

import httpx

from app.sync.exchange import Answer, NotSentError, UnreachableError
from app.wire.sync import MSGPACK

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
CONNECT_S = 3.0


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
                method, path, content=body or None, headers=headers, timeout=timeout
            )
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotSentError(str(error) or type(error).__name__) from error
        except (httpx.HTTPError, OSError) as error:
            raise UnreachableError(str(error) or type(error).__name__) from error
        return Answer(answer.status_code, answer.content)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
