"""Every request of a station, whatever carried it: who asks, what, and the answer (SYNC.md 12).

`ROUTES` is the allow-list: nothing else is answered. Everything here is synchronous, so that the
server runs it on threads and a simulation without a network.
"""

import re
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl

import msgspec

from app.hub.hub import Hub
from app.hub.routes import feeds, lanes, signing_in, spending
from app.hub.routes.asking import Call, FileAnswer, RefusedError, Route, Waiting
from app.hub.store import StoreAwayError
from app.storage.writer import StorageFullError
from app.wire.sync import JSON, MSGPACK, BadMessageError, decode, encode

ROUTES: Final[tuple[Route, ...]] = (
    *signing_in.ROUTES,
    *lanes.ROUTES,
    *feeds.ROUTES,
    *spending.ROUTES,
)

RETRY_S: Final = 5
OCTETS: Final = "application/octet-stream"
NAMES: Final = {
    "cell": "[0-9a-f]{32}",
    "station": "[0-9a-f]{32}",
    "hold": "[0-9a-f]{32}",
    "epoch": "[1-9][0-9]{0,9}",
    "name": "[0-9a-z][0-9a-z._-]{0,119}",
}
"""What may stand for a name in a path."""


class Request(NamedTuple):
    """What came in; `path` holds the query, `media_type` is the body's and the answer's."""

    method: str
    path: str
    body: bytes = b""
    token: str = ""
    media_type: str = MSGPACK


class Reply(NamedTuple):
    """What goes out; a `file` goes instead of the body.

    `waiting` says that there is nothing new: whoever can, waits and asks once more.
    """

    status: int
    body: bytes
    media_type: str
    retry_after_s: int = 0
    file: Path | None = None
    waiting: Waiting | None = None
    code: str = ""


def _pattern(route: Route) -> re.Pattern[str]:
    named = re.sub(r"\{(\w+)\}", lambda found: f"(?P<{found[1]}>{NAMES[found[1]]})", route.path)
    return re.compile(named)


_TABLE: Final = tuple((_pattern(route), route) for route in ROUTES)


class Front:
    """Answers requests for the cells of a hub; safe from any thread."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def handle(self, request: Request) -> Reply:
        """Return the answer; refusals carry a status, a code and a sentence."""
        media_type = request.media_type.partition(";")[0].strip().lower() or MSGPACK
        out = told_in(media_type)
        try:
            answer = self._answer(request, media_type)
        except RefusedError as refused:
            return refusal(refused, out)
        except (StorageFullError, StoreAwayError) as error:
            away = RefusedError(503, "unavailable", f"The hub cannot book now: {error}.")
            return refusal(away, out)
        if isinstance(answer, FileAnswer):
            return Reply(200, b"", OCTETS, file=answer.path)
        if isinstance(answer, Waiting):
            return Reply(200, encode(answer.answer, out), out, waiting=answer)
        return Reply(200, encode(answer, out), out)

    def glance(self, method: str, path: str, token: str, media_type: str) -> Reply | int:
        """Look at a request before its body is read: return a refusal, or the body's limit."""
        try:
            route, _ = self._admitted(method, path.partition("?")[0], token)
        except RefusedError as refused:
            return refusal(refused, media_type)
        return route.bytes_max

    def _answer(self, request: Request, media_type: str) -> Any:
        path, _, query = request.path.partition("?")
        route, names = self._admitted(request.method, path, request.token)
        if len(request.body) > route.bytes_max:
            raise too_large(route.bytes_max)
        station_id = self._signed_in(request.token) if route.needs_token else ""
        ask = _asked(route, request.body, query, media_type)
        return route.answer(Call(self.hub, names, ask, station_id))

    def _admitted(self, method: str, path: str, token: str) -> tuple[Route, dict[str, str]]:
        route, names = _found(method, path)
        if route.needs_token:
            self._signed_in(token)
        return route, names

    def _signed_in(self, token: str) -> str:
        station_id = self.hub.key.station_of(token, self.hub.now_ms()) if token else ""
        if not station_id:
            raise RefusedError(401, "token", "Sign in first: the token is missing or over.")
        return station_id


def told_in(media_type: str) -> str:
    """Return in what an answer is written: JSON to those who speak it."""
    return JSON if media_type.partition(";")[0].strip().lower() == JSON else MSGPACK


def too_large(bytes_max: int) -> RefusedError:
    """Return the refusal of a body that is too large."""
    return RefusedError(413, "too_large", f"This request has at most {bytes_max} bytes.")


def refusal(refused: RefusedError, media_type: str) -> Reply:
    """Return a refusal as it goes out."""
    out = told_in(media_type)
    retry = RETRY_S if refused.status == 503 else 0
    return Reply(
        refused.status, encode(refused.refusal, out), out, retry, code=refused.refusal.code
    )


def route_of(method: str, path: str) -> str:
    """Return the template of the route a path belongs to, or nothing."""
    for pattern, route in _TABLE:
        if route.method == method and pattern.fullmatch(path):
            return route.path
    return ""


def _found(method: str, path: str) -> tuple[Route, dict[str, str]]:
    others = False
    for pattern, route in _TABLE:
        if found := pattern.fullmatch(path):
            if route.method == method:
                return route, found.groupdict()
            others = True
    if others:
        raise RefusedError(405, "method", f"{method} is not possible here.")
    raise RefusedError(404, "path", "There is nothing at this address.")


def _asked(route: Route, body: bytes, query: str, media_type: str) -> Any:
    try:
        if route.method == "POST":
            return _of_body(route, body, query, media_type)
        return _of_query(route, _fields(query))
    except (BadMessageError, msgspec.ValidationError) as error:
        raise RefusedError(400, "malformed", f"The request cannot be read: {error}.") from error


def _of_body(route: Route, body: bytes, query: str, media_type: str) -> Any:
    if media_type not in {JSON, MSGPACK}:
        raise RefusedError(415, "media_type", f"Send {MSGPACK} or {JSON}, not {media_type}.")
    if query:
        raise BadMessageError("a query is not expected here")
    return decode(body, route.asks, media_type)


def _of_query(route: Route, fields: dict[str, str]) -> Any:
    if route.asks is not None:
        return msgspec.convert(fields, route.asks, strict=False)
    if fields:
        raise BadMessageError(f"nothing is asked with {min(fields)}")
    return None


def _fields(query: str) -> dict[str, str]:
    """Return a query's fields; an empty one is as good as none."""
    try:
        pairs = parse_qsl(
            query, keep_blank_values=True, strict_parsing=bool(query), max_num_fields=20
        )
    except ValueError as error:
        raise BadMessageError(f"the query is malformed ({error})") from error
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise BadMessageError("the query names something twice")
    return {name: value for name, value in fields.items() if value}
