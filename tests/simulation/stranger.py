"""A station of a newer version, which says what nobody here understands; and a thief."""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

from app.config import read_settings
from app.domain.chain import CHAIN_START, link
from app.station.hub_side import identity_of
from app.sync.client import HubClient
from app.wire.sync import EpochAsk, Fork, PushAsk, Standing, encode
from tests.simulation.clocks import TrueTime
from tests.simulation.network import Line

ROUNDS_MAX = 20


@dataclass
class Stranger:
    """Keeps its lane in memory; `forged` are ids it tried to slip in without a right to."""

    folder: Path
    line: Line
    true: TrueTime
    dice: random.Random
    rows: list[tuple[int, bytes, bytes]] = field(default_factory=list)
    forged: list[str] = field(default_factory=list)
    epoch: int = 1
    incarnation: int = 1
    acked: int = 0
    name: str = "stranger"

    def __post_init__(self) -> None:
        self.settings = read_settings(self.folder)
        self.client = HubClient(self.line, identity_of(self.folder, self.settings))

    def speak(self) -> None:
        """Record something of a kind that does not exist yet, or plain noise; push everything."""
        for _ in range(self.dice.randint(1, 2)):
            body = self._unknown(self.dice.randbytes(16).hex())
            body = self.dice.choice([body, body, self.dice.randbytes(40)])
            seq = len(self.rows) + 1
            self.rows.append((seq, body, link(self._hash(seq - 1), seq, body)))
        self.push()

    def push(self) -> None:
        """Push until the hub has everything."""
        for _ in range(ROUNDS_MAX):
            rows = self.rows[self.acked : self.acked + 50]
            if not rows:
                return
            previous = self._hash(self.acked)
            answer = self.client.push(
                self.epoch, self.incarnation, rows, previous, self._standing(), {}
            )
            self.incarnation = answer.contact.incarnation
            if isinstance(answer, Fork) or self._hash(answer.last_seq) != answer.head:
                ask = EpochAsk(self.epoch, 0, CHAIN_START)
                self.epoch, self.acked = self.client.new_epoch(ask).epoch, 0
            else:
                self.acked = answer.last_seq
        raise AssertionError("the lane of a newer station is stuck")

    def forge(self, whose: str) -> None:
        """Push a row that is not signed by its station: one of its own lane, or of another's."""
        event = self.dice.randbytes(16).hex()
        self.forged.append(event)
        ask = PushAsk(
            self.incarnation, len(self.rows) + 1, self._hash(len(self.rows)),
            (self._known(event),), self.dice.randbytes(64), self._standing(),
        )  # fmt: skip
        token = self.client._token or self.client._sign_in(10)
        path = f"/v1/cells/{self.settings.cell_id}/lanes/{whose}/{self.epoch}"
        self.line.send("POST", path, encode(ask), token=token)

    def _standing(self) -> Standing:
        return Standing(self.true.now_ms, "9.0")

    def _hash(self, seq: int) -> bytes:
        if 0 < seq <= len(self.rows):
            return self.rows[seq - 1][2]
        return b"" if seq else CHAIN_START

    def _unknown(self, event: str) -> bytes:
        return self._known(event).replace(b'"adjusted"', b'"teleported"')

    def _known(self, event: str) -> bytes:
        facts = {"amount": 1, "reason": "x", "approver": ""}
        said = {"v": 1, "id": event, "kind": "adjusted", "member": "", "staff": "", "store": "",
                "till": "", "programme": "", "on": "2026-06-20", "at_ms": 0, "offset_min": 0,
                "facts": facts, "effects": []}  # fmt: skip
        return json.dumps(said, separators=(",", ":")).encode()
