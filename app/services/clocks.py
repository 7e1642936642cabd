"""Where time comes from: the computer's own clock, or one that stands where it was set."""

import time
from datetime import UTC, datetime
from typing import Final, Protocol

# A computer that slept has the same offset to the hub as before.
_STEADY: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Clock(Protocol):
    """Where time comes from."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since some moment in the past, those asleep included."""
        return time.clock_gettime(_STEADY)


class SetClock:
    """A clock that stands where it was set: replay and tests drive it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return the instant that was set."""
        return self.at

    def monotonic(self) -> float:
        """Return the set instant in seconds."""
        return self.at.timestamp()
