"""Runs seeds and adds up what came of them; the files lie in memory where there is a place."""

import shutil
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.simulation.checks import check
from tests.simulation.mutants import Mutant
from tests.simulation.template import Template, make_template
from tests.simulation.world import build, run

STEPS: Final = 120
"""How much happens in one run before everything is healed."""
TOLD_MAX: Final = 1_000
MEMORY: Final = Path("/dev/shm")


@dataclass(frozen=True)
class Ended:
    """What came of one run; `failure` is empty when everything held."""

    seed: int
    failure: str
    days: float
    faults: Counter[str]
    recorded: int
    worst: tuple[int, int]
    worst_ever: tuple[int, int]
    trace: tuple[str, ...]


@dataclass
class Figures:
    """Sums over runs. `worst` is (coins overdrawn, the published bound) without old copies;
    `worst_ever` the same with them, beside the bound that holds then.
    """

    runs: int = 0
    failed: list[int] = field(default_factory=list)
    days: float = 0
    recorded: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    worst: tuple[int, int] = (0, 0)
    worst_ever: tuple[int, int] = (0, 0)

    def add(self, ended: Ended) -> None:
        """Count a run."""
        self.runs += 1
        self.days += ended.days
        self.recorded += ended.recorded
        self.faults += ended.faults
        self.worst = max(self.worst, ended.worst)
        self.worst_ever = max(self.worst_ever, ended.worst_ever)
        if ended.failure:
            self.failed.append(ended.seed)

    def told(self) -> dict[str, Any]:
        """The figures by name."""
        return {
            "runs": self.runs,
            "failed": self.failed,
            "simulated_days": round(self.days),
            "events_recorded": self.recorded,
            "faults": dict(self.faults.most_common()),
            "worst_overdraft_coins": self.worst[0],
            "bound_coins": self.worst[1],
            "worst_overdraft_with_old_copies_coins": self.worst_ever[0],
            "bound_with_old_copies_coins": self.worst_ever[1],
        }

    def text(self) -> str:
        """The figures as lines."""
        lines = [f"{name.replace('_', ' '):40} {value}" for name, value in self.told().items()]
        return "\n".join(lines)


@contextmanager
def shops() -> Iterator[Template]:
    """Give the files every run begins with; they are gone afterwards."""
    home = str(MEMORY) if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="sikka-simulation-", dir=home) as name:
        folder = Path(name) / "template"
        folder.mkdir()
        yield make_template(folder)


def play(seed: int, template: Template, steps: int = STEPS) -> Ended:
    """Run one seed."""
    folder = template.folder.parent / f"seed-{seed}"
    world = build(seed, template, folder)
    failure = ""
    try:
        run(world, check, steps)
    except Exception as error:  # noqa: BLE001 - a failing run is told with its seed
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name}:{where.lineno}"
        failure = f"{type(error).__name__} at {place}: {str(error)[:TOLD_MAX]}"
    finally:
        shutil.rmtree(folder)
    recorded = sum(len(one.recorded) for one in world.witnesses.values())
    return Ended(
        seed, failure, world.days, world.faults.counts, recorded, world.worst, world.worst_ever,
        tuple(world.trace),
    )  # fmt: skip


def kill(mutant: Mutant, seeds: Iterable[int], template: Template) -> int:
    """Return how many runs it takes until a broken rule is noticed, 0 = none of these did."""
    with mutant.at_work():
        for count, seed in enumerate(seeds, start=1):
            if play(seed, template).failure:
                return count
    return 0
