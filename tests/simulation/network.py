"""A network between stations and the hub that loses, repeats, delays and garbles."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from app.sync.exchange import Answer, UnreachableError
from tests.simulation.clocks import TrueTime
from tests.simulation.faults import Faults, PowerCutError

HEARD_MAX: Final = 2_000
"""A run needs some hundred requests; who asks so often goes round in circles."""


@dataclass(frozen=True)
class Request:
    """A request as it travels."""

    method: str
    path: str
    body: bytes
    token: str


T = TypeVar("T")

Deliver = Callable[[Request], Answer]
"""Gives a request to the hub; raises UnreachableError while none is running."""


@dataclass
class Network:
    """Carries requests to the hub; `cut` are the stations that are without a network."""

    dice: random.Random
    true: TrueTime
    faults: Faults
    deliver: Deliver
    cut: set[str] = field(default_factory=set)
    late: list[Request] = field(default_factory=list)
    heard: int = 0

    def send(self, station: str, request: Request, timeout_s: float) -> Answer:
        """Carry one request and its answer, or lose either."""
        if station in self.cut:
            self.true.move(self.dice.choice([5, 200, timeout_s * 1000]))
            raise UnreachableError("no network")
        if self._goes_wrong("lost request", self.faults.lost_request):
            self._wait(timeout_s)
        if self._goes_wrong("delayed request", self.faults.late):
            self.late.append(request)
            self._wait(timeout_s)
        self.true.move(self.dice.randint(2, 60))
        answer = self.deliver(request)
        self.heard += 1
        assert self.heard < HEARD_MAX, f"{station} talks to the hub without end"
        if self._goes_wrong("repeated request", self.faults.duplicate):
            self.late.append(request)
        if self._goes_wrong("lost answer", self.faults.lost_answer):
            self._wait(timeout_s)
        if self._goes_wrong("garbled answer", self.faults.garbled):
            return self._garbled(answer)
        return answer

    def deliver_late(self, how_many: int) -> None:
        """Let requests arrive that were under way for long, in any order; nobody waits for them."""
        for _ in range(min(how_many, len(self.late))):
            request = self.late.pop(self.dice.randrange(len(self.late)))
            try:
                self.deliver(request)
            except UnreachableError:
                continue

    def _goes_wrong(self, kind: str, chance: float) -> bool:
        if self.dice.random() >= chance:
            return False
        self.faults.note(kind)
        return True

    def _wait(self, timeout_s: float) -> None:
        self.true.move(timeout_s * 1000)
        raise UnreachableError("no answer")

    def _garbled(self, answer: Answer) -> Answer:
        """What a hotel's log-in page says, a gateway, or half of the answer."""
        half = answer.body[: self.dice.randrange(len(answer.body) + 1)]
        return self.dice.choice(
            [
                Answer(200, b"<html>Welcome to our Wi-Fi</html>"),
                Answer(502, b"<html>Bad gateway</html>"),
                Answer(answer.status, half),
            ]
        )


@dataclass
class Line:
    """A station's exchange with the hub (see `Exchange`), over the network.

    `cut_before` or `cut_after` ends the station's process at its next request, before or after
    the hub heard it.
    """

    network: Network
    station: str
    cut_before: bool = False
    cut_after: bool = False

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:
        """Send one request and wait; raise UnreachableError when no answer came."""
        if self.cut_before:
            self.cut_before = False
            raise PowerCutError
        try:
            return self.network.send(self.station, Request(method, path, body, token), timeout_s)
        finally:
            if self.cut_after:
                self.cut_after = False
                raise PowerCutError

    def within(self, work: Callable[[], T], limit_s: float) -> T:
        """Return what `work` returns, unless that takes longer than a cashier waits."""
        began_ms = self.network.true.now_ms
        answer = work()
        if self.network.true.now_ms - began_ms > limit_s * 1000:
            raise UnreachableError("the answer came too late")
        return answer

    def close(self) -> None:
        """Nothing is open."""
