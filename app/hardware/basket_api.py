"""The till API: a shop's till posts its bills to this computer, and nothing else can.

It listens on 127.0.0.1 alone. A page in a browser cannot reach it either: there is no CORS, a
request needs the token, and a Host that is not this computer's is refused (DNS rebinding).
"""

import asyncio
import hmac
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from typing import Any, Final

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from app.hardware.basket_port import TakeBasket
from app.wire.basket_openapi import openapi
from app.wire.baskets import (
    DOCUMENT_BYTES_MAX,
    BadBasket,
    BasketAnswer,
    Fault,
    read_basket,
)

LOOPBACK: Final = "127.0.0.1"
HEAD_S: Final = 5
BODY_S: Final = 5.0
STOP_S: Final = 2
CLIENTS_MAX: Final = 64
KEY_LENGTH_MAX: Final = 200
JSON: Final = "application/json"
STATUS: Final = {
    "taken": 201,
    "replaced": 200,
    "same": 200,
    "voided": 200,
    "closed": 409,
    "key_reused": 422,
    "wrong_currency": 422,
    "disk_full": 503,
}


class PortTakenError(Exception):
    """The API cannot listen: another program has the port."""


class RefusedError(Exception):
    """A request that is not answered with a basket: status, a sentence, and headers."""

    def __init__(self, status: int, sentence: str, **headers: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.headers = headers


def basket_app(
    take: TakeBasket, token: Callable[[], str], hosts: Iterable[str], body_s: float = BODY_S
) -> Starlette:
    """Return the application; `token` gives the one in force, `hosts` the names it answers to."""
    known = frozenset(hosts)
    told = openapi(version("sikka"))
    # One after the other, and on one thread, which keeps one connection to the shop's file.
    one_by_one = ThreadPoolExecutor(max_workers=1, thread_name_prefix="till")

    async def post(request: Request) -> Response:
        _check_host(request, known)
        _check_token(request, token())
        _check_type(request)
        key = _key_of(request)
        read = read_basket(await _body(request, body_s))
        if isinstance(read, BadBasket):
            return _json(read, 400 if not read.faults[0].field else 422)
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(one_by_one, take, read, key)
        return _answered(answer)

    async def describe(request: Request) -> Response:
        _check_host(request, known)
        return _json(told, 200)

    async def refused(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        return _json(_said(str(error)), error.status, error.headers)

    async def unknown(_request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        said = {404: "There is nothing here. Send to POST /v1/baskets.",
                405: "Use POST /v1/baskets, or GET /v1/openapi.json."}  # fmt: skip
        sentence = said.get(error.status_code, error.detail)
        return _json(_said(sentence), error.status_code, dict(error.headers or {}))

    async def broken(_request: Request, _error: Exception) -> Response:
        return _json(_said("Something failed here. Send it again, with the same key."), 500)

    app = Starlette(
        routes=[
            Route("/v1/baskets", post, methods=["POST"]),
            Route("/v1/openapi.json", describe, methods=["GET"]),
        ],
        exception_handlers={RefusedError: refused, HTTPException: unknown, Exception: broken},
    )
    app.state.close = one_by_one.shutdown
    return app


class BasketApi:
    """The API on a thread of its own, from `start()` to `close()`."""

    def __init__(self, take: TakeBasket, token: Callable[[], str], port: int) -> None:
        """Listen at a port of 127.0.0.1 (0 = any free one); raise PortTakenError."""
        try:
            self._socket = socket.create_server((LOOPBACK, port), backlog=128)
        except OSError as error:
            raise PortTakenError(f"port {port} of this computer is taken") from error
        self.port: int = self._socket.getsockname()[1]
        hosts = (f"{LOOPBACK}:{self.port}", f"localhost:{self.port}")
        self._app = basket_app(take, token, hosts)
        config = uvicorn.Config(
            self._app,
            http=_Punctual,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            limit_concurrency=CLIENTS_MAX,
            timeout_keep_alive=HEAD_S,
            timeout_graceful_shutdown=STOP_S,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._serve, name="till api", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Answer what is in hand, and stop listening."""
        self._server.should_exit = True
        if self._thread.ident is not None:
            self._thread.join()
        self._app.state.close()
        self._socket.close()

    def _serve(self) -> None:
        self._server.run(sockets=[self._socket])


class _Punctual(H11Protocol):
    """Closes a connection whose headers do not come; uvicorn waits for them for ever."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._late = self.loop.call_later(HEAD_S, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._late is not None:
            self._late.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None:
            self.transport.close()


def _check_host(request: Request, hosts: frozenset[str]) -> None:
    if request.headers.get("host", "") not in hosts:
        raise RefusedError(421, f"This is not {request.headers.get('host')}. Use 127.0.0.1.")


def _check_token(request: Request, token: str) -> None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    same = hmac.compare_digest(given.strip().encode(), token.encode())
    # An emptied token file lets nobody in.
    if scheme.lower() != "bearer" or not token or not same:
        raise RefusedError(
            401,
            "The token is missing or wrong. Send the header Authorization: Bearer TOKEN; this"
            " computer tells the token: sikka till token",
            **{"WWW-Authenticate": "Bearer"},
        )


def _check_type(request: Request) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise RefusedError(415, f"Send the bill as JSON, with the header Content-Type: {JSON}.")


def _key_of(request: Request) -> str:
    key = request.headers.get("idempotency-key", "")
    if len(key) > KEY_LENGTH_MAX:
        raise RefusedError(400, f"The Idempotency-Key is longer than {KEY_LENGTH_MAX} characters.")
    return key


async def _body(request: Request, body_s: float) -> bytes:
    """Return the body; refuse one that is too large or too slow before it is whole."""
    too_large = RefusedError(
        413, f"A bill may have {DOCUMENT_BYTES_MAX // 1024} KB at most. Send fewer lines."
    )
    said = request.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > DOCUMENT_BYTES_MAX:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(body_s):
            async for piece in request.stream():
                body += piece
                if len(body) > DOCUMENT_BYTES_MAX:
                    raise too_large
    except TimeoutError:
        raise RefusedError(408, "The bill took too long to arrive. Send it again.") from None
    except ClientDisconnect:
        raise RefusedError(400, "The connection ended before the bill was whole.") from None
    return bytes(body)


def _answered(answer: BasketAnswer) -> Response:
    headers = {"Retry-After": "30"} if answer.code == "disk_full" else {}
    return _json(answer, STATUS[answer.code], headers)


def _said(sentence: str) -> BadBasket:
    return BadBasket((Fault("", sentence),))


def _json(body: Any, status: int, headers: Mapping[str, str] | None = None) -> Response:
    # One request a connection: nothing that was sent late is ever taken for the next one.
    closed = {"Connection": "close", **(headers or {})}
    return Response(msgspec.json.encode(body), status, closed, JSON)
