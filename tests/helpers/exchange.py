"""A station's exchange with a hub in the same process: no network, but it can be cut."""

from dataclasses import dataclass, field

from app.hub.front import Front, Request
from app.sync.exchange import Answer, UnreachableError
from app.wire.sync import MSGPACK


@dataclass
class FrontExchange:
    """Hands requests to a hub's front; `cut` loses the request, `deaf` the answer to it."""

    front: Front
    cut: bool = False
    deaf: bool = False
    asked: list[str] = field(default_factory=list)

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "", timeout_s: float = 10.0
    ) -> Answer:
        """Hand one request over."""
        self.asked.append(f"{method} {path.partition('?')[0].rpartition('/')[2]}")
        if self.cut:
            raise UnreachableError("the cable is out")
        reply = self.front.handle(Request(method, path, body, token, MSGPACK))
        if self.deaf:
            raise UnreachableError("no answer came")
        return Answer(reply.status, reply.file.read_bytes() if reply.file else reply.body)

    def close(self) -> None:
        """Nothing to close."""


class NoNetwork:
    """A line on which nothing comes through."""

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "", timeout_s: float = 10.0
    ) -> Answer:
        """Say that nobody is there."""
        raise UnreachableError("the cable is out")

    def close(self) -> None:
        """Nothing to close."""
