"""The one true time of a run, and stations' clocks that are wrong about it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


def millis(at: datetime) -> int:
    """Unix milliseconds of an instant."""
    return (at - EPOCH) // timedelta(milliseconds=1)


@dataclass
class TrueTime:
    """What time it really is, in Unix milliseconds; only ever moves on."""

    now_ms: int

    def move(self, by_ms: float) -> None:
        """Let time pass."""
        assert by_ms >= 0
        self.now_ms += int(by_ms)


@dataclass
class WallClock:
    """A station's own clock: wrong by `wrong_ms`, set forwards and backwards by anybody."""

    true: TrueTime
    wrong_ms: int = 0
    booted_ms: int = 0

    def now(self) -> datetime:
        """The instant this computer believes it is."""
        return EPOCH + timedelta(milliseconds=self.true.now_ms + self.wrong_ms)

    def monotonic(self) -> float:
        """Seconds since it was switched on."""
        return (self.true.now_ms - self.booted_ms) / 1000
