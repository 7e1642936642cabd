"""The simulation of SYNC.md on the real code: 200 runs hold, and every broken rule is noticed."""

import os
from collections.abc import Iterator

import pytest

from tests.simulation.mutants import MUTANTS, Mutant
from tests.simulation.running import kill, play, shops
from tests.simulation.template import Template

pytestmark = [pytest.mark.scenarios, pytest.mark.slow]

SEEDS = range(1, 201)
NOTICED_AT = {
    "ids are not looked up": 5,
    "an acknowledgement is believed without its hash": 8,
    "a lane continued differently is acknowledged": 9,
    "rows are forgotten before the answer": 18,
    "nobody looks at the feed's chain": 6,
    "days end without waiting for stations": 8,
    "a hub that was put back gets no rows again": 40,
    "what is held is still available": 23,
    "a hold ends by time": 23,
    "what was spent offline is not counted": 5,
    "own unsent credits are spent offline": 3,
    "any voucher is taken offline": 39,
    "stock is not reserved": 33,
    "a reserved key is given away": 60,
    "nobody refills a hub that was put back": 40,
    "once keys do not count": 36,
}
"""Where to look first: the suite has no time to find it anew, `--mutants` does."""
CHUNK = 20
CHUNKS = [SEEDS[at : at + CHUNK] for at in range(0, len(SEEDS), CHUNK)]


@pytest.fixture(scope="module")
def template() -> Iterator[Template]:
    with shops() as made:
        yield made


@pytest.mark.parametrize("seeds", CHUNKS, ids=lambda one: f"{one[0]}-{one[-1]}")
def test_whatever_goes_wrong_nothing_is_lost_or_booked_twice(template: Template, seeds: range):
    for seed in seeds:
        ended = play(seed, template)
        steps = "\n".join(ended.trace)
        assert not ended.failure, f"seed {seed}: {ended.failure}\n{steps}"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name.replace(" ", "-"))
def test_a_broken_rule_is_noticed(template: Template, mutant: Mutant):
    first = NOTICED_AT.get(mutant.name, 1)
    seeds = [first, *(seed for seed in SEEDS if seed != first)]
    assert kill(mutant, seeds, template), f"nobody notices that {mutant.name}"


def test_a_seed_is_one_run(template: Template):
    one, again = play(7, template), play(7, template)
    assert one.trace == again.trace
    assert one.faults == again.faults
    assert os.urandom(4) != os.urandom(4)  # the run gave back what it had borrowed
