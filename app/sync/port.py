"""What a station asks of its cell, wherever the cell is: here, or behind a hub (SYNC.md 1)."""

from pathlib import Path
from typing import Protocol

from app.wire.sync import (
    Epoch,
    EpochAsk,
    Fed,
    Held,
    HoldAsk,
    Keys,
    Known,
    Pushed,
    Refilled,
    Snapshot,
    Standing,
    Voided,
)


class CellPort(Protocol):
    """What moving events needs of the cell, here or behind a hub.

    Every method may raise UnreachableError (nobody knows whether it was heard), RevokedError,
    UpdateNeededError or HubRefusedError.
    """

    def push(
        self,
        epoch: int,
        incarnation: int,
        rows: list[tuple[int, bytes, bytes]],
        previous: bytes,
        standing: Standing,
        keys: dict[str, bytes],
    ) -> Pushed:
        """Send journal rows (number, body, hash); `previous` is the hash before the first."""

    def new_epoch(self, ask: EpochAsk) -> Epoch:
        """Ask for a new epoch."""

    def feed(
        self, after: int, head: bytes, incarnation: int, standing: Standing, wait_s: int
    ) -> Fed:
        """Return feed rows past `after`, waiting up to `wait_s` seconds for one."""


class HubPort(CellPort, Protocol):
    """The rest of what a hub does for a station; raises as a CellPort."""

    def lane(self) -> Pushed:
        """Return up to where the cell has this station's lane (Resume), or Fork for none."""

    def known(self, ids: tuple[str, ...]) -> Known:
        """Return which events are booked, and where."""

    def refill(
        self,
        incarnation: int,
        previous: bytes,
        rows: tuple[tuple[int, bytes, bytes], ...],
        signature: bytes,
        parked: tuple[int, ...],
        keys: dict[str, bytes],
    ) -> Refilled:
        """Give a restored hub feed rows that it has lost, with their members' sealed keys."""

    def snapshot(self, into: Path) -> Snapshot:
        """Fetch the newest snapshot into a file, with its hash and the hub's signature checked."""

    def keys(self, after: str) -> Keys:
        """Return sealed keys of members past a member id."""

    def hold(self, ask: HoldAsk, timeout_s: float) -> Held:
        """Ask whether something may be spent."""

    def void_hold(self, hold_id: str) -> Voided:
        """Let go of what was reserved."""
