"""A station or a hub that dies at any instant loses nothing acknowledged and doubles nothing."""

import random
from collections.abc import Iterator

import pytest

from tests.helpers.kills import World, times, world_in

pytestmark = [pytest.mark.process, pytest.mark.slow]

STATION_POINTS = (
    "journal.written", "journal.committed", "push.acknowledged", "pull.folded", "pull.committed",
    "hold.asking", "hold.answered",
)  # fmt: skip
HUB_POINTS = ("feed.written", "push.booked", "hold.kept")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world_in(tmp_path_factory.mktemp("hub")) as made:
        yield made


@pytest.mark.parametrize("point", STATION_POINTS)
def test_a_station_killed_at_a_failpoint(world: World, point: str, rounds: int):
    for at in times(rounds):
        world.dies(world.sell("2", 200, f"{point}:{at}"))
    world.check()


@pytest.mark.parametrize("point", HUB_POINTS)
def test_a_hub_killed_at_a_failpoint_while_a_till_sells(world: World, point: str, rounds: int):
    for at in times(rounds):
        world.hub.stop()
        # A dozen bills may come in few pushes, so the point is met early.
        world.hub.start(f"{point}:{1 + at % 2}")
        child = world.sell("2", 12)
        assert world.hub.died(), f"{point} was never reached"
        world.hub.start()
        out, err = child.communicate(timeout=60)
        world.heard(out)
        assert err == ""
    world.check()


def test_both_killed_at_random_over_and_over(world: World, rounds: int):
    dice = random.Random(20261122)
    for _ in range(max(3, rounds // 4)):
        children = {till: world.sell(till, 400) for till in ("1", "2")}
        lines = []
        for _ in range(dice.randint(1, 40)):
            child = children[dice.choice("12")]
            assert child.stdout is not None
            lines.append(child.stdout.readline())
        victims = [*children.values()]
        if dice.random() < 0.5:
            world.hub.kill()
        dice.shuffle(victims)
        for child in victims:
            child.kill()
            assert child.stdout is not None
            assert child.stderr is not None
            # Not communicate(): it would pass over the lines that were read ahead.
            rest, err = child.stdout.read(), child.stderr.read()
            child.communicate(timeout=60)
            lines.append(rest[: rest.rfind("\n") + 1])
            assert err == ""
        if world.hub.running is not None and world.hub.running.poll() is not None:
            world.hub.start()
        world.unsure += 1
        world.heard("".join(lines))
    world.check()
