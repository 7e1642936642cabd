"""One run: five stations, two cells, a hub, everything that happens to them, then the checks."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from app.hub.days import run_days
from app.hub.holds import release_of
from app.services.shop import Shop
from app.storage.writer import StorageFullError
from app.sync.exchange import HubRefusedError, RevokedError, UnreachableError
from tests.simulation import looking, mishaps
from tests.simulation.clocks import DAY_MS, HOUR_MS, MINUTE_MS, TrueTime
from tests.simulation.faults import Faults, PowerCutError, disarm
from tests.simulation.machines import (
    HubMachine,
    StationMachine,
)
from tests.simulation.network import Line, Network
from tests.simulation.stranger import Stranger
from tests.simulation.template import HUB_SECRET, STRANGER, TILLS, Template, drawn_bytes
from tests.simulation.witness import Recorded, Witness
from tests.simulation.workload import Counterwork, People

WITH_OLD_COPIES: Final = 0.6
"""How many of the runs have old copies put back and disks cloned."""
LOOKED_AT: Final = 0.4
"""How often what a screen shows is worked out anew after something was recorded."""
ROUNDS_MAX: Final = 14
"""So often everybody may push and pull until nothing moves any more."""


@dataclass
class World:
    """The computers of a run and what an onlooker knows who never forgets."""

    seed: int
    folder: Path
    dice: random.Random
    true: TrueTime
    faults: Faults
    network: Network
    hub: HubMachine
    stations: dict[str, StationMachine]
    stranger: Stranger
    people: dict[str, People]
    work: Counterwork
    old_copies: bool
    witnesses: dict[str, Witness]
    trace: list[str] = field(default_factory=list)
    images: dict[str, Path] = field(default_factory=dict)
    backup: Path | None = None
    put_back_hub: int = 0
    shut_out: set[str] = field(default_factory=set)
    shut_out_ms: int = 0
    put_back_stations: int = 0
    began_ms: int = 0
    worst: tuple[int, int] = (0, 0)
    worst_ever: tuple[int, int] = (0, 0)

    @property
    def days(self) -> float:
        """How long the run was, in simulated days."""
        return (self.true.now_ms - self.began_ms) / DAY_MS

    def cell_of(self, name: str) -> str:
        """The cell (its name) of a station."""
        return next(cell for cell, tills in TILLS.items() if name[:2] in tills)

    def in_cell(self, cell: str) -> list[StationMachine]:
        """The stations of a cell."""
        return [one for one in self.stations.values() if self.cell_of(one.name) == cell]

    def at_work(self, cell: str) -> list[StationMachine]:
        """The stations of a cell that are not shut out."""
        return [one for one in self.in_cell(cell) if one.name not in self.shut_out]

    def cell_id(self, cell: str) -> str:
        """The id of a cell."""
        return self.in_cell(cell)[0].settings.cell_id

    def tell(self, line: str) -> None:
        """Note a step."""
        at = (self.true.now_ms - self.began_ms) / HOUR_MS
        self.trace.append(f"{at:8.2f} h  {line}")

    # ------------------------------------------------------------ steps

    def live(self, steps: int) -> None:
        """Let things happen."""
        doings = self._doings()
        weights = [weight for weight, _ in doings]
        for _ in range(steps):
            self._pass_time()
            self.dice.choices([do for _, do in doings], weights)[0]()

    def _doings(self) -> list[tuple[int, Callable[[], None]]]:
        """What may happen, with weights; in some runs nobody ever puts an old copy back."""
        return [*self._usual(), *(self._old_copies() if self.old_copies else ())]

    def _old_copies(self) -> list[tuple[int, Callable[[], None]]]:
        return [
            (4, partial(mishaps.save_image, self)),
            (4, partial(mishaps.put_back_station, self)),
            (4, partial(mishaps.back_up_hub, self)),
            (3, partial(mishaps.put_back_hub, self)),
            (2, partial(mishaps.put_back_all, self)),
            (1, partial(mishaps.clone, self)),
        ]

    def _usual(self) -> list[tuple[int, Callable[[], None]]]:
        return [
            (60, self._work),
            (14, self._pump),
            (6, lambda: self.network.deliver_late(self.dice.randint(1, 3))),
            (7, partial(mishaps.cut_or_mend_network, self)),
            (3, partial(mishaps.kill_station, self)),
            (2, partial(mishaps.kill_hub, self)),
            (14, self._restart),
            (6, partial(mishaps.arm_a_point, self)),
            (3, partial(mishaps.cut_power_at_next_request, self)),
            (2, partial(mishaps.fill_a_disk, self)),
            (3, partial(mishaps.free_disks, self)),
            (3, partial(mishaps.set_a_clock, self)),
            (3, self._end_days),
            (5, self._rush),
            (2, partial(mishaps.hear_a_stranger, self)),
            (1, partial(mishaps.shut_a_station_out, self)),
        ]

    def _pass_time(self) -> None:
        luck = self.dice.random()
        if luck < 0.03:
            self.true.move(self.dice.uniform(0.5, 4) * DAY_MS)
        else:
            self.true.move(self.dice.uniform(0.2, 45) * MINUTE_MS)

    def _work(self) -> None:
        machine = self.any_running()
        if machine is not None:
            self._work_at(machine, self.work.act)
            if machine.runs and self.dice.random() < 0.6:
                self.pump(machine)

    def _rush(self) -> None:
        """Everybody is without a network, and one member is everywhere at once."""
        cell = self.dice.choice(list(TILLS))
        member = self.dice.choice(self.people[cell].members[:2])
        if self.dice.random() < 0.8:
            self.network.cut.update(one.name for one in self.in_cell(cell))
            self.faults.note("partition")
        for machine in self.in_cell(cell) * self.dice.randint(1, 2):
            if machine.runs:
                self._work_at(machine, partial(self.work.spend, member))

    def _work_at(self, machine: StationMachine, act: Callable[[Shop, People], str]) -> None:
        """Let somebody do something at a station, and remember what was told to people."""
        people = self.people[self.cell_of(machine.name)]
        before = machine.process.db.head[0]
        what = ""

        def work() -> None:
            nonlocal what
            what = act(machine.shop, people)

        if self.at(machine, work):
            new = machine.journal(before)
            recorded = self.witnesses[self.cell_of(machine.name)].recorded
            recorded.update(
                {event: Recorded(machine.name, seq, self.true.now_ms) for seq, event in new}
            )
            self.tell(f"{machine.name} {what} rows {[seq for seq, _ in new]}")
            looking.at_risk(self, machine)
            looking.at_dates(self, machine, before)
            if self.dice.random() < LOOKED_AT:
                looking.at_shown(self, machine, before)

    def _pump(self) -> None:
        machine = self.any_running()
        if machine is not None:
            self.pump(machine)

    def pump(self, machine: StationMachine) -> bool:
        """Let a station push and pull; say whether it came to the end."""
        before = self.hub.feed_seq(machine.settings.cell_id)
        ended = self.at(machine, machine.process.pump)
        if ended:
            machine.in_contact, machine.synced_ms = True, self.true.now_ms
            looking.at_overlay(self, machine)
            looking.at_remarks(self, machine, before)
        return ended

    def at(self, machine: StationMachine | Stranger, what: Callable[[], None]) -> bool:
        """Run something in a station's process; say whether it came to its end."""
        try:
            what()
        except PowerCutError:
            self.faults.note("station killed at a point")
            self.tell(f"{machine.name} dies")
            if isinstance(machine, StationMachine):
                machine.stop()
        except UnreachableError as error:
            self.tell(f"{machine.name} does not reach the hub: {error}")
        except StorageFullError:
            self.faults.note("disk full at a station")
            self.tell(f"{machine.name} has a full disk")
        except RevokedError:
            self.tell(f"{machine.name} is shut out")
        except HubRefusedError as error:
            if error.status == 500:
                self.tell(f"{machine.name} was told of a fault in the hub")
            else:
                raise
        else:
            return True
        return False

    # ------------------------------------------------------------ processes

    def _restart(self) -> None:
        if not self.hub.runs:
            self.hub.start()
            self.tell("the hub starts")
        for machine in self.stations.values():
            if not machine.runs and self.dice.random() < 0.7:
                self.start(machine)

    def start(self, machine: StationMachine) -> None:
        """Start a station's process, which is watched from then on."""
        self.tell(f"{machine.name} starts")
        if self.at(machine, machine.start):
            cell = self.cell_of(machine.name)
            if machine.process.reached_the_hub:
                machine.in_contact, machine.synced_ms = True, self.true.now_ms
            self.witnesses[cell].watch(
                machine.name,
                machine.process.authority,
                lambda: self.hub.feed_seq(self.cell_id(cell)),
                lambda: self.true.now_ms,
            )

    def _end_days(self) -> None:
        if self.hub.runs:
            self.at_hub(self.end_days)

    def end_days(self) -> None:
        """Run the hub's day-end jobs of all cells."""
        for cell in TILLS:
            ended = run_days(self.hub.hub.cell(self.cell_id(cell)), self.true.now_ms)
            if ended is not None:
                looking.at_ended_day(self, cell, ended)

    def at_hub(self, what: Callable[[], None]) -> None:
        """Run something in the hub's process."""
        try:
            what()
        except PowerCutError:
            self.faults.note("hub killed at a point")
            self.hub.stop()
        except StorageFullError:
            self.faults.note("disk full at the hub")

    # ------------------------------------------------------------ the end

    def heal(self) -> None:
        """Take every fault away and let everybody push and pull until nothing moves."""
        disarm()
        self.network.faults = self.faults.healed()
        self.network.cut.clear()
        for machine in self.stations.values():
            machine.line.cut_before = machine.line.cut_after = False
        if not self.hub.runs:
            self.hub.start()
        for machine in self.stations.values():
            if not machine.runs:
                self.start(machine)
        mishaps.free_disks(self)
        self.network.deliver_late(len(self.network.late))
        self.stranger.push()
        self.tell("everything is healed")
        self.settle()
        self._write_off_what_old_copies_forgot()
        self.true.move(5 * DAY_MS)
        self.end_days()
        self.settle()

    def _write_off_what_old_copies_forgot(self) -> None:
        """Let go of what a station that was put back had reserved, as its owner would."""
        for one in self.stations.values():
            if one.rolled_back or self.put_back_hub or one.name in self.shut_out:
                me = one.settings
                self.hub.hub.store.run(
                    lambda core: release_of(core, me.cell_id, me.station_id)  # noqa: B023
                )

    def settle(self) -> None:
        """Let everybody push and pull until nothing moves."""
        for _ in range(ROUNDS_MAX):
            before = self._standing()
            for machine in self.stations.values():
                self.true.move(MINUTE_MS)
                ended = self.pump(machine)
                assert ended or machine.name in self.shut_out, f"{machine.name} is stuck"
            if self._standing() == before:
                return
        raise AssertionError(f"no rest after {ROUNDS_MAX} rounds: {self._standing()}")

    def _standing(self) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = []
        for one in self.stations.values():
            db = one.process.db
            found.append((one.name, db.head[0], db.feed_seq, db.feed_head, db.epoch))
        return found

    def any_running(self) -> StationMachine | None:
        running = [one for one in self.stations.values() if one.runs]
        return self.dice.choice(running) if running else None


def build(seed: int, template: Template, folder: Path) -> World:
    """Put the computers of a run together on a copy of the template's files."""
    dice = random.Random(seed)
    people = template.copy(folder)
    true = TrueTime(template.true_ms)
    faults = Faults.drawn(dice)
    hub = HubMachine(folder, HUB_SECRET, true, dice.randbytes, faults.counts)
    network = Network(dice, true, faults, hub.deliver)
    machines = {
        till: StationMachine(till, folder / till, true, network, dice)
        for tills in TILLS.values()
        for till in tills
    }
    stranger = Stranger(folder / STRANGER, Line(network, STRANGER), true, dice)
    return World(
        seed, folder, dice, true, faults, network, hub, machines, stranger, people,
        Counterwork(dice, Counter()), dice.random() < WITH_OLD_COPIES,
        {cell: Witness() for cell in TILLS}, began_ms=true.now_ms,
    )  # fmt: skip


def run(world: World, check: Callable[[World], None], steps: int) -> None:
    """Live, heal, check; everything is closed afterwards."""
    with drawn_bytes(world.dice):
        try:
            world.hub.start()
            for machine in world.stations.values():
                world.start(machine)
            world.live(steps)
            world.heal()
            check(world)
        finally:
            disarm()
            for machine in world.stations.values():
                machine.stop()
            world.hub.stop()
