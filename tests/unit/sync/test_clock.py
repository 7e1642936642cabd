"""Trusted time: the hub sets it, backwards too; between contacts it only advances (SYNC.md 11)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.sync.clock import TrustedClock

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


@dataclass
class Computer:
    """A clock anybody may set, and one that nobody can."""

    wall: datetime = START
    steady: float = 0.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def pass_s(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds


def ms(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)


def test_the_hub_sets_the_time_backwards_too():
    computer = Computer()
    clock = TrustedClock(computer)
    clock.trust(ms(START - timedelta(hours=3)))
    assert clock.now() == START - timedelta(hours=3)
    assert clock.skew_ms == 3 * 3_600_000
    computer.pass_s(90)
    assert clock.now() == START - timedelta(hours=3) + timedelta(seconds=90)


def test_after_a_restart_time_goes_on_from_the_last_that_was_kept():
    computer = Computer(START - timedelta(days=400))
    clock = TrustedClock(computer, ms(START))
    assert clock.now() == START
    computer.wall = START + timedelta(minutes=1)
    assert clock.now() == START + timedelta(minutes=1)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(-1e7, 1e7)), max_size=30), st.booleans())
def test_whatever_is_done_to_the_computer_time_never_goes_back_between_contacts(steps, told):
    computer = Computer()
    clock = TrustedClock(computer)
    if told:
        clock.trust(ms(START))
    last = clock.now()
    for seconds, jump in steps:
        computer.pass_s(seconds)
        computer.wall += timedelta(seconds=jump)
        assert clock.now() >= last
        last = clock.now()
