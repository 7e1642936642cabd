"""A hub in a test: its front without a network, and a station that speaks to it by hand."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.chain import CHAIN_START, link
from app.domain.events import Event
from app.domain.facts import Enrolled as MemberEnrolled
from app.domain.facts import Personal
from app.hub import cell, stations
from app.hub.front import Front, Reply, Request
from app.hub.hub import Hub, Snapshots
from app.hub.server import HubServer, Place, asgi, server_of
from app.hub.store import SqliteStore, Store
from app.hub.trust import HubKey
from app.wire import events
from app.wire.sync import (
    MSGPACK,
    Challenge,
    EnrolAsk,
    Enrolled,
    Fed,
    Page,
    PushAsk,
    Pushed,
    Refusal,
    Session,
    SessionAsk,
    Standing,
    decode,
    encode,
    push_text,
    session_text,
)
from tests.helpers.shops import MORNING, number

NOW_MS = int(MORNING.timestamp() * 1000)
CELL, OTHER_CELL = number("cell"), number("other cell")
T = TypeVar("T")


@dataclass
class Clock:
    """The hub's clock, in milliseconds, set by hand."""

    now_ms: int = NOW_MS

    def __call__(self) -> int:
        return self.now_ms


@dataclass
class Desk:
    """A hub in a folder, its front and its clock."""

    hub: Hub
    front: Front
    clock: Clock

    def ask(
        self, method: str, path: str, message: Any = None, *, token: str = "",
        media_type: str = MSGPACK,
    ) -> Reply:  # fmt: skip
        body = b"" if message is None else encode(message, media_type)
        return self.front.handle(Request(method, path, body, token, media_type))

    def code(self, cell_id: str = CELL, till: str = "1") -> str:
        """A fresh enrolment code."""
        hub = self.hub
        return hub.store.run(
            lambda core: stations.make_code(
                core, hub.key, cell_id, "main", till, hub.now_ms(), hub.random
            )
        )

    def station(self, name: str = "a", cell_id: str = CELL) -> "Till":
        """A station that has just enrolled and signed in."""
        till = Till(self, key_of(name))
        till.enrol(self.code(cell_id, name))
        till.sign_in()
        return till

    def count(self, cell_id: str = CELL) -> int:
        """How many rows the cell's feed has."""
        with self.hub.store.read() as core:
            return len(cell.rows_after(core, cell_id, 0, 10_000))


@dataclass
class Till:
    """The station's side of a hub, spoken by hand: what it has sent and who it is."""

    desk: Desk
    key: Ed25519PrivateKey
    station_id: str = ""
    cell_id: str = CELL
    token: str = ""
    epoch: int = 1
    seq: int = 0
    head: bytes = CHAIN_START
    incarnation: int = 1
    me: Enrolled | None = None
    bodies: list[bytes] = field(default_factory=list)

    def enrol(self, code: str) -> Enrolled:
        ask = EnrolAsk(code, self.key.public_key().public_bytes_raw())
        self.me = told(self.desk.ask("POST", "/v1/enrolments", ask), Enrolled)
        self.station_id, self.cell_id = self.me.station_id, self.me.cell_id
        return self.me

    def sign_in(self) -> str:
        nonce = told(self.desk.ask("GET", "/v1/challenge"), Challenge).nonce
        signature = self.key.sign(session_text(self.station_id, nonce))
        ask = SessionAsk(self.station_id, nonce, signature)
        self.token = told(self.desk.ask("POST", "/v1/sessions", ask), Session).token
        return self.token

    @property
    def lane(self) -> str:
        return f"/v1/cells/{self.cell_id}/lanes/{self.station_id}/{self.epoch}"

    def rows(self, *bodies: bytes, **changed: Any) -> PushAsk:
        """A signed push of the next rows; keywords replace what is in it afterwards."""
        head = self.head
        for at, body in enumerate(bodies, self.seq + 1):
            head = link(head, at, body)
        last = self.seq + len(bodies)
        text = push_text(self.cell_id, self.station_id, self.epoch, last, head)
        values = {
            "incarnation": self.incarnation, "first_seq": self.seq + 1, "previous": self.head,
            "bodies": bodies, "signature": self.key.sign(text),
            "standing": Standing(self.desk.clock(), "0.1.0"),
        }  # fmt: skip
        return PushAsk(**{**values, **changed})

    def push(self, *bodies: bytes, **changed: Any) -> Reply:
        """Push the next rows; they count as sent when the hub took them."""
        ask = self.rows(*bodies, **changed)
        reply = self.ask("POST", self.lane, ask)
        if reply.status == 200:
            for body in bodies:
                self.seq += 1
                self.head = link(self.head, self.seq, body)
        return reply

    def ask(self, method: str, path: str, message: Any = None, **other: Any) -> Reply:
        return self.desk.ask(method, path, message, token=self.token, **other)

    def feed(self, after: int = 0, head: bytes = CHAIN_START, **query: Any) -> Reply:
        fields = {"after": after, "head": head.hex(), "incarnation": self.incarnation, **query}
        asked = "&".join(f"{name}={value}" for name, value in fields.items())
        return self.ask("GET", f"/v1/cells/{self.cell_id}/feed?{asked}")


def told(reply: Reply, shape: type[T], status: int = 200) -> T:
    """The message of an answer that has this status."""
    assert reply.status == status, (reply.status, reply.body)
    return decode(reply.body, shape, reply.media_type)


def pushed(reply: Reply) -> Pushed:
    """The answer to a push that was taken."""
    assert reply.status == 200, (reply.status, reply.body)
    answer: Pushed = decode(reply.body, Pushed, reply.media_type)  # type: ignore[arg-type]
    return answer


def fed(content: bytes) -> Fed:
    """The answer to a pull."""
    answer: Fed = decode(content, Fed)  # type: ignore[arg-type]
    return answer


def page(reply: Reply) -> Page:
    """The page that answers a pull."""
    answer = fed(reply.body)
    assert isinstance(answer, Page), answer
    return answer


def refused(reply: Reply) -> tuple[int, str]:
    """The status and the code of a refusal, which says something to people."""
    said = decode(reply.body, Refusal, reply.media_type)
    assert said.sentence.endswith(".")
    assert said.code == reply.code
    return reply.status, said.code


def key_of(name: str) -> Ed25519PrivateKey:
    """A station's key that is the same in every run."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(number(f"key {name}") * 2))


def enrolled_body(name: str, at_ms: int = NOW_MS) -> bytes:
    """The bytes of an event that enrols a member."""
    facts = MemberEnrolled(Personal(), "en", "1", marketing=False)
    event = Event(
        number(f"enrolled {name}"), "enrolled", number(f"member {name}"), "", "main", "1", "",
        MORNING.date(), at_ms, 330, facts, (), (), (),
    )  # fmt: skip
    return events.encode(event)


def bodies_of(*names: str) -> Sequence[bytes]:
    """The bytes of events that enrol these members."""
    return [enrolled_body(name) for name in names]


def make_hub(store: Store, snapshots: Snapshots | None = None, **settings: Any) -> Desk:
    """A hub with two cells over a store; its chance and its time are real and set by hand."""
    for cell_id in (CELL, OTHER_CELL):
        store.run(partial(cell.found, cell_id=cell_id))
    clock = Clock()
    hub = Hub(store, HubKey(bytes(range(32))), clock, snapshots, **settings)
    return Desk(hub, Front(hub), clock)


@contextmanager
def hub_in(folder: Path, snapshots: Snapshots | None = None, **settings: Any) -> Iterator[Desk]:
    """A hub over hub.db in a folder."""
    desk = make_hub(SqliteStore(folder / "hub.db"), snapshots, **settings)
    try:
        yield desk
    finally:
        desk.hub.close()


@dataclass
class RunningHub:
    """A hub behind a real server on a loopback port; `desk` speaks to the same hub without it."""

    url: str
    admin_token: str
    desk: Desk
    server: HubServer


@contextmanager
def running_hub(
    folder: Path, snapshots: Snapshots | None = None, read_s: float = 60.0, **settings: Any
) -> Iterator[RunningHub]:
    """Serve hub.db of a folder from a thread of this process; it is stopped and closed after."""
    with hub_in(folder, snapshots, **settings) as desk:
        app = asgi(desk.hub, admin_token="admin", read_s=read_s)
        begun = threading.Event()
        addresses: list[str] = []

        def ready(address: str) -> None:
            addresses.append(address)
            begun.set()

        place = Place(f"sqlite:///{folder / 'hub.db'}", folder, port=0)
        server = server_of(app, place, ready)
        thread = threading.Thread(target=server.run, name="hub")
        thread.start()
        try:
            assert begun.wait(20), "the hub did not begin to serve"
            yield RunningHub(addresses[0], "admin", desk, server)
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()
