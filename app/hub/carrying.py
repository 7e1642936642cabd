"""HTTP around the front: reads requests with patience and a limit, waits for long polls."""

import asyncio
import hmac
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any, Final, TypeVar

import msgspec
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response

from app.hub import front as fronts
from app.hub.admin import COMMANDS, AdminError
from app.hub.front import Front, Reply, refusal, route_of, too_large
from app.hub.hub import Hub
from app.hub.metrics import Metrics
from app.hub.nightly import Nightly
from app.hub.reports import last_seqs
from app.hub.routes.asking import RefusedError
from app.hub.waiting import Waiters
from app.wire.sync import JSON, MSGPACK

T = TypeVar("T")

THREADS: Final = 16
QUEUE_MAX: Final = 500
"""More requests than so many waiting for a thread are sent away."""
READ_S: Final = 60.0
"""A request's body has arrived by then."""
ADMIN_BYTES_MAX: Final = 64 * 1024

_log = structlog.get_logger("sikka.hub")


class Carrier:
    """Carries requests to the front on threads; one for each server process."""

    def __init__(
        self, hub: Hub, admin_token: str, nightly: Nightly | None, read_s: float = READ_S
    ) -> None:
        self.hub = hub
        self.front = Front(hub)
        self.waiters = Waiters(self._news)
        self.metrics = Metrics(hub, nightly, lambda: len(self.waiters))
        self._admin_token = admin_token
        self._read_s = read_s
        self._threads = ThreadPoolExecutor(THREADS, "front")
        self._queued = 0

    def start(self) -> None:
        """Begin on the running event loop: who booked on a thread wakes who waits here."""
        loop = asyncio.get_running_loop()

        def booked(cell_id: str, outcomes: Any) -> None:
            self.metrics.booked(outcomes)
            loop.call_soon_threadsafe(self.waiters.wake, cell_id)

        self.hub.on_booked = booked

    def stop(self) -> None:
        """Finish what threads have in hand."""
        self.waiters.stop()
        self._threads.shutdown(wait=True)

    async def carry(self, request: Request) -> Response:
        """Answer a station."""
        began = perf_counter()
        method, path = request.method, request.url.path
        media_type = _media_type(request)
        try:
            reply = await self._reply(request, media_type)
        except RefusedError as refused:
            reply = refusal(refused, media_type)
        except ClientDisconnect:
            reply = refusal(RefusedError(400, "gone", "The request ended early."), media_type)
        except Exception as error:  # noqa: BLE001 - one request fails, the others go on
            _log.error("failed", route=route_of(method, path), error=type(error).__name__,
                       at=_places(error))  # fmt: skip
            sentence = "The hub failed at this request; nothing was booked. Try again later."
            reply = refusal(RefusedError(500, "failed", sentence), media_type)
        seconds = perf_counter() - began
        route = route_of(method, path)
        self.metrics.answered(method, route, reply.status, reply.code, seconds)
        if reply.code:
            _log.info("refused", method=method, route=route, status=reply.status, code=reply.code)
        return _response(reply)

    async def administer(self, request: Request) -> Response:
        """Run an admin command for somebody on this machine who has read the token's file."""
        body = await self._body(request, ADMIN_BYTES_MAX)
        given = _token(request)
        if not (self._admin_token and hmac.compare_digest(given, self._admin_token)):
            return JSONResponse({"error": "This needs the token of the hub's folder."}, 401)
        if not _is_local(request):
            return JSONResponse({"error": "Admin commands come from the hub's machine."}, 403)
        command = COMMANDS.get(request.path_params["name"])
        if command is None:
            return JSONResponse({"error": "This hub knows no such command."}, 404)
        try:
            done = await self._on_thread(lambda: command(self.hub, json.loads(body or b"{}")))
        except AdminError as error:
            return JSONResponse({"error": str(error)}, 422)
        return Response(msgspec.json.encode(done), media_type=JSON)

    async def health(self, _request: Request) -> Response:
        """Say whether the store answers."""
        try:
            async with asyncio.timeout(5):
                await self._last_seqs(())
        except Exception as error:  # noqa: BLE001 - whatever it is, the hub cannot book
            _log.warning("unhealthy", error=type(error).__name__)
            return JSONResponse({"status": "the store does not answer"}, 503)
        return JSONResponse({"status": "ok"})

    async def tell_metrics(self, request: Request) -> Response:
        """Tell Prometheus, on this machine or with the admin token."""
        token = hmac.compare_digest(_token(request), self._admin_token or "\0")
        if not (_is_local(request) or token):
            return JSONResponse({"error": "Metrics are told on the hub's machine."}, 403)
        return Response(await self._on_thread(self.metrics.text), media_type="text/plain")

    # ------------------------------------------------------------ inside

    async def _reply(self, request: Request, media_type: str) -> Reply:
        path = request.url.path
        token = _token(request)
        glanced = self.front.glance(request.method, path, token, media_type)
        if isinstance(glanced, Reply):
            return glanced
        body = await self._body(request, glanced)
        query = f"?{request.url.query}" if request.url.query else ""
        asked = fronts.Request(request.method, path + query, body, token, media_type)
        reply = await self._on_thread(lambda: self.front.handle(asked))
        if reply.waiting is not None:
            waiting = reply.waiting
            await self.waiters.until_news(waiting.cell_id, waiting.after, waiting.wait_s)
            reply = await self._on_thread(lambda: self.front.handle(asked))
        return reply

    async def _body(self, request: Request, bytes_max: int) -> bytes:
        """Return the body; never keeps more of it than is allowed, nor waits for ever."""
        said = request.headers.get("content-length", "0")
        if said.isdecimal() and int(said) > bytes_max:
            raise too_large(bytes_max)
        pieces = bytearray()
        try:
            async with asyncio.timeout(self._read_s):
                async for piece in request.stream():
                    pieces += piece
                    if len(pieces) > bytes_max:
                        raise too_large(bytes_max)
        except TimeoutError:
            raise RefusedError(408, "slow", "The request took too long to arrive.") from None
        return bytes(pieces)

    async def _on_thread(self, work: Callable[[], T]) -> T:
        if self._queued >= QUEUE_MAX:
            raise RefusedError(503, "busy", "The hub has too much to do; try again soon.")
        self._queued += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._queued -= 1

    async def _news(self, cell_ids: Any) -> dict[str, int]:
        """Look for other processes' bookings; where the store is away, nobody has news."""
        try:
            return await self._last_seqs(cell_ids)
        except Exception as error:  # noqa: BLE001 - polls end by themselves, and ask again
            _log.warning("no look", error=type(error).__name__)
            return {}

    async def _last_seqs(self, cell_ids: Any) -> dict[str, int]:
        def look() -> dict[str, int]:
            with self.hub.store.read() as core:
                return last_seqs(core, cell_ids)

        return await self._on_thread(look)


def _response(reply: Reply) -> Response:
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if reply.retry_after_s:
        headers["Retry-After"] = str(reply.retry_after_s)
    if reply.status in {400, 401, 403, 404, 405, 408, 413}:
        headers["Connection"] = "close"  # the rest of its body is not read
    if reply.file is not None:
        return FileResponse(reply.file, reply.status, headers, reply.media_type)
    return Response(reply.body, reply.status, headers, reply.media_type)


def _media_type(request: Request) -> str:
    if request.method == "POST":
        return request.headers.get("content-type", MSGPACK)
    return JSON if JSON in request.headers.get("accept", "") else MSGPACK


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.isascii() else ""


def _is_local(request: Request) -> bool:
    """Tell whether it comes from this machine: such a connection has one address at both ends."""
    server = request.scope.get("server")
    return bool(request.client and server and request.client.host == server[0])


def _places(error: BaseException) -> list[str]:
    """Return where an error happened; its text may hold what is nobody's business."""
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-8:]
