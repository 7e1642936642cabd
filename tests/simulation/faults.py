"""What goes wrong: how often, drawn per run, and a count of what did."""

import random
from collections import Counter
from dataclasses import dataclass, field

from app.storage import failpoints


class PowerCutError(BaseException):
    """A process ended here: nothing after this point happened in it."""


def cut_power() -> None:
    """End the process that is running."""
    raise PowerCutError


@dataclass
class Faults:
    """The rates of one run (chances from 0 to 1), and how often each kind of fault came."""

    lost_request: float
    lost_answer: float
    late: float
    duplicate: float
    garbled: float
    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def drawn(cls, dice: random.Random) -> "Faults":
        """Rates for a run: some runs have a good network, some a terrible one."""
        worst = dice.choice([0.02, 0.08, 0.2])
        lost, unanswered, late, twice = (dice.uniform(0, worst) for _ in range(4))
        return cls(lost, unanswered, late, twice, dice.uniform(0, worst / 4))

    def healed(self) -> "Faults":
        """The same count, and nothing that goes wrong any more."""
        return Faults(0, 0, 0, 0, 0, self.counts)

    def note(self, kind: str) -> None:
        """Count a fault."""
        self.counts[kind] += 1


def arm(dice: random.Random, names: tuple[str, ...]) -> None:
    """Arm one of some failpoints, at one of its next passes."""
    failpoints.arm(f"{dice.choice(names)}:{dice.choice([1, 1, 1, 2, 4])}", cut_power)


def disarm() -> None:
    """Let nothing happen at failpoints any more."""
    failpoints.arm("")
