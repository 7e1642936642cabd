"""Trusted time: what the hub said, moved on by a clock nobody can set (SYNC.md 11)."""

from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class WallClock(Protocol):
    """The computer's clock and its monotonic one."""

    def now(self) -> datetime:
        """Return the present instant as the computer has it, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""


class TrustedClock:
    """A clock the hub sets, backwards too; between contacts it only advances.

    `last_ms` is the last trusted instant that was kept (Unix ms, 0 = none): before the first
    contact of this process the computer's clock is believed from there on. `skew_ms` is how far
    the computer's clock was ahead at the last contact.
    """

    def __init__(self, wall: WallClock, last_ms: int = 0) -> None:
        self._wall = wall
        self._least_ms = last_ms
        self._told: tuple[int, float] | None = None
        self.skew_ms = 0

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return _EPOCH + timedelta(milliseconds=self.now_ms())

    def now_ms(self) -> int:
        """Return the present instant in Unix milliseconds."""
        if self._told is not None:
            at_ms, then = self._told
            return at_ms + int((self._wall.monotonic() - then) * 1000)
        self._least_ms = max(self._least_ms, _millis(self._wall.now()))
        return self._least_ms

    def wall_ms(self) -> int:
        """Return what the computer's own clock says, in Unix milliseconds."""
        return _millis(self._wall.now())

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return self._wall.monotonic()

    def trust(self, now_ms: int) -> None:
        """Take over the hub's time."""
        self.skew_ms = _millis(self._wall.now()) - now_ms
        self._told = now_ms, self._wall.monotonic()


def _millis(instant: datetime) -> int:
    return (instant - _EPOCH) // timedelta(milliseconds=1)
