"""What befalls the computers of a run: networks, power, disks, clocks, old copies, strangers."""

import re
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.hub import stations
from app.storage import failpoints
from tests.simulation.clocks import DAY_MS, HOUR_MS, MINUTE_MS
from tests.simulation.faults import arm
from tests.simulation.machines import StationMachine, copy_file, fill_disk, free_disk, put_back
from tests.simulation.template import TILLS

if TYPE_CHECKING:
    from tests.simulation.world import World

PUT_BACKS_MAX: Final = 2
"""So many old copies of stations and of the hub at most in one run."""

HUB_POINTS: Final = ("push.booked", "freeze.step", "snapshot.made")
STATION_POINTS: Final = tuple(
    name for name in failpoints.NAMES if name not in {*HUB_POINTS, "refold.step", "adopt.step"}
)

_ID = re.compile(rb'"id":"([0-9a-f]{32})"')


def cut_or_mend_network(world: "World") -> None:
    one = world.dice.choice(list(world.stations))
    if one in world.network.cut:
        world.network.cut.discard(one)
        world.tell(f"{one} has a network again")
    else:
        world.network.cut.add(one)
        world.faults.note("partition")
        world.tell(f"{one} has no network")


def kill_station(world: "World") -> None:
    machine = world.any_running()
    if machine is not None:
        machine.stop()
        world.faults.note("station killed")
        world.tell(f"{machine.name} is killed")


def kill_hub(world: "World") -> None:
    if world.hub.runs:
        world.hub.stop()
        world.faults.note("hub killed")
        world.tell("the hub is killed")


def arm_a_point(world: "World") -> None:
    arm(world.dice, world.dice.choice([STATION_POINTS, STATION_POINTS, HUB_POINTS]))


def cut_power_at_next_request(world: "World") -> None:
    machine = world.any_running()
    if machine is not None:
        if world.dice.random() < 0.5:
            machine.line.cut_before = True
        else:
            machine.line.cut_after = True


def fill_a_disk(world: "World") -> None:
    if world.hub.runs and world.dice.random() < 0.3:
        fill_disk(world.hub.writer)
        world.faults.note("disk of the hub filled")
        world.tell("the hub's disk fills up")
        return
    machine = world.any_running()
    if machine is not None:
        fill_disk(machine.process.db.writer)
        world.faults.note("disk of a station filled")
        world.tell(f"{machine.name}'s disk fills up")


def free_disks(world: "World") -> None:
    if world.hub.runs:
        free_disk(world.hub.writer)
    for machine in world.stations.values():
        if machine.runs:
            free_disk(machine.process.db.writer)


def set_a_clock(world: "World") -> None:
    machine = world.dice.choice(list(world.stations.values()))
    machine.clock_was_set = True
    machine.wall.wrong_ms = int(
        world.dice.choice([0, MINUTE_MS, HOUR_MS, DAY_MS, 9 * DAY_MS]) * world.dice.uniform(-3, 3)
    )
    world.faults.note("clock set wrong")
    world.tell(f"{machine.name}'s clock is {machine.wall.wrong_ms // 1000} s off")


def save_image(world: "World") -> None:
    machine = world.dice.choice(list(world.stations.values()))
    image = world.folder / f"image-{machine.name}"
    machine.save_image(image)
    world.images[machine.name] = image


def put_back_station(world: "World") -> None:
    older = [
        name
        for name, image in world.images.items()
        if world.stations[name].grew_since(image) and name not in world.shut_out
    ]
    if not older or world.put_back_stations >= PUT_BACKS_MAX:
        return
    machine = world.stations[world.dice.choice(older)]
    world.put_back_stations += 1
    machine.stop()
    machine.put_back(world.images[machine.name])
    world.faults.note("station put back from an older image")
    world.tell(f"{machine.name} is put back to row {(machine.journal() or [(0, '')])[-1][0]}")
    forget_what_is_nowhere(world, world.cell_of(machine.name))
    if world.dice.random() < 0.5:
        world.start(machine)


def clone(world: "World") -> None:
    """Somebody copies a station's disk onto a second computer, and both go on."""
    one = world.dice.choice(list(world.stations.values()))
    if any(len(name) > 2 for name in world.stations) or one.name in world.shut_out:
        return
    name = f"{one.name}c"
    home = world.folder / name
    shutil.copytree(one.folder, home, ignore=lambda *_: ["station.db", "keys.db"])
    one.save_image(home)
    twin = StationMachine(name, home, world.true, world.network, world.dice)
    world.stations[name] = twin
    one.rolled_back, twin.rolled_back = one.rolled_back + 1, 1
    world.faults.note("station cloned")
    world.tell(f"{one.name} is cloned")
    world.start(twin)


def hear_a_stranger(world: "World") -> None:
    if world.dice.random() < 0.7:
        world.at(world.stranger, world.stranger.speak)
    else:
        lanes = [one.settings.station_id for one in world.in_cell("north")]
        whose = world.dice.choice([world.stranger.settings.station_id, *lanes])
        world.at(world.stranger, lambda: world.stranger.forge(whose))
        world.faults.note("forged push")


def shut_a_station_out(world: "World") -> None:
    """The owner shuts a station out; it does not know yet."""
    if world.shut_out or world.put_back_hub or not world.hub.runs or world.dice.random() < 0.7:
        return
    one = world.dice.choice([one for one in world.stations.values() if len(one.name) == 2])
    world.shut_out = {name for name in world.stations if name[:2] == one.name}
    world.shut_out_ms = world.true.now_ms
    me = one.settings.station_id

    def revoke() -> None:
        world.hub.hub.store.run(lambda core: stations.revoke(core, me, None))

    world.at_hub(revoke)
    world.faults.note("station shut out")
    world.tell(f"{one.name} is shut out")


def put_back_all(world: "World") -> None:
    """After a fire the hub and a station are put back from what was copied before."""
    put_back_station(world)
    put_back_hub(world)


def back_up_hub(world: "World") -> None:
    world.backup = world.folder / "hub-backup.db"
    copy_file(world.hub.path, world.backup)
    world.tell("the hub is backed up")


def put_back_hub(world: "World") -> None:
    if world.backup is None or world.put_back_hub >= PUT_BACKS_MAX or world.shut_out:
        return
    world.hub.stop()
    put_back(world.backup, world.hub.path)
    world.hub.start()
    world.put_back_hub += 1
    world.faults.note("hub put back from an older backup")
    world.tell("the hub is put back to its backup")
    for cell in TILLS:
        forget_what_is_nowhere(world, cell)


def forget_what_is_nowhere(world: "World", cell: str) -> None:
    """No program can bring back what was on no disk that is left."""
    left = {event for machine in world.in_cell(cell) for _, event in machine.journal()}
    left |= set(ids_in(body for one in world.in_cell(cell) for _, body in one.received()))
    left |= set(world.hub.event_ids(world.cell_id(cell)))
    witness = world.witnesses[cell]
    for one in witness.recorded.keys() - left:
        witness.lost_with_a_disk[one] += 1
        del witness.recorded[one]


def ids_in(bodies: Iterator[bytes]) -> Iterator[str]:
    """The ids of events by their bytes, whoever can read them."""
    for body in bodies:
        found = _ID.search(body)
        if found:
            yield found[1].decode()
