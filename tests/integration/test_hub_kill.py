"""A station or a hub that dies at any instant loses nothing acknowledged and doubles nothing."""

import random
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.facts import Sold
from app.hub.store import SqliteStore
from app.insight.hub_doctor import examine_store
from app.services.shop import SystemClock
from app.station import open_station
from app.storage import audit
from app.wire.events import decode
from tests.helpers.hub_process import HubProcess, hub_with_tills, sell_at
from tests.helpers.shops import document_of

pytestmark = [pytest.mark.process, pytest.mark.slow]

STATION_POINTS = (
    "journal.written", "journal.committed", "push.acknowledged", "pull.folded", "pull.committed",
    "hold.asking", "hold.answered",
)  # fmt: skip
HUB_POINTS = ("feed.written", "push.booked", "hold.kept")
OFFLINE = """
[offline]
coins_per_member = 100
coins_per_station = 200
hours = 24
"""


class World:
    """One hub and two tills through all deaths, and what was acknowledged so far."""

    def __init__(self, folder: Path, hub: HubProcess) -> None:
        self.folder = folder
        self.hub = hub
        self.acknowledged: list[str] = []
        self.next_bill = 1
        self.unsure = 0

    def sell(self, till: str, count: int, failpoint: str = ""):
        child = sell_at(self.folder / till, self.next_bill, count, failpoint)
        self.next_bill += count
        return child

    def heard(self, out: str) -> None:
        whole = out[: out.rfind("\n") + 1]
        self.acknowledged += [line.split()[1] for line in whole.splitlines() if "sold " in line]
        self.unsure += 1

    def settle(self) -> None:
        """Let both tills send and receive everything."""
        for till in ("1", "2", "1"):
            with open_station(self.folder / till, SystemClock(), background=False) as station:
                assert not station.db.pending, station.status()

    def check(self) -> None:
        """Everything acknowledged is booked once; hub and tills agree; nothing is wrong."""
        self.settle()
        self.hub.stop()
        try:
            self._examine()
        finally:
            self.hub.start()

    def _examine(self) -> None:
        store = SqliteStore(self.folder / "hub.db")
        try:
            with store.read() as core:
                reports = list(examine_store(core))
                (cell_id,) = [one.cell_id for one in reports]
                sold: Counter[str] = Counter()
                for row in audit.feed_rows(core, cell_id):
                    event = decode(row.body)
                    if isinstance(event.facts, Sold):
                        assert row.outcome in {"booked", "duplicate"}, row
                        sold[event.id] += row.outcome == "booked"
            assert [str(one) for report in reports for one in report.findings] == []
        finally:
            store.close()
        assert set(sold.values()) <= {1}
        assert [one for one in self.acknowledged if one not in sold] == []
        assert len(sold) <= len(self.acknowledged) + self.unsure


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("hub")
    with hub_with_tills(folder, "2", document=document_of() + OFFLINE) as hub:
        yield World(folder, hub)


def times(rounds: int) -> range:
    """How often each point is met: once or twice in the suite, ten times in a soak."""
    return range(1, 1 + max(1, rounds // 20))


@pytest.mark.parametrize("name", STATION_POINTS)
def test_a_station_killed_at_a_failpoint(world: World, name: str, rounds: int):
    for at in times(rounds):
        child = world.sell("2", 200, f"{name}:{at}")
        out, err = child.communicate(timeout=60)
        world.heard(out)
        assert err == ""
        assert child.returncode == -signal.SIGKILL, f"{name} was never reached"
    world.check()


@pytest.mark.parametrize("name", HUB_POINTS)
def test_a_hub_killed_at_a_failpoint_while_a_till_sells(world: World, name: str, rounds: int):
    for at in times(rounds):
        world.hub.stop()
        # A dozen bills may come in few pushes, so the point is met early.
        world.hub.start(f"{name}:{1 + at % 2}")
        child = world.sell("2", 12)
        assert world.hub.died(), f"{name} was never reached"
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
