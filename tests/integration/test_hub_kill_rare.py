"""Killed in the middle of what happens once in years, a station or a hub goes on and agrees.

Snapshots, epochs, refills, adoption, draws, folding anew, people who come and are forgotten:
real processes, killed by SIGKILL at each named point.
"""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from subprocess import Popen

import pytest
from sqlalchemy import select

from app.config import read_settings
from app.domain.facts import RaffleFrozen
from app.hub import stations
from app.hub.nightly import Nightly
from app.hub.refolding import ROWS_AT_ONCE
from app.hub.reports import cell_ids
from app.hub.server import open_hub
from app.hub.store import read_store
from app.services.clocks import SetClock, SystemClock
from app.services.members import find
from app.services.raffles import TicketsSold, buy_tickets
from app.station import open_station
from app.station.examining import examine
from app.storage import audit
from app.storage.files import open_reader
from app.storage.station import StationDb
from app.storage.tables import sealed_key
from app.sync import snapshot_taking
from app.wire.events import decode
from tests.helpers.command import sikka
from tests.helpers.exchange import NoNetwork
from tests.helpers.hub_process import HubProcess, helper
from tests.helpers.kills import KILLED, World, times, world_in
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import STAFF, document_of, enrol, new_station, sell
from tests.helpers.stations import tables_of

pytestmark = [pytest.mark.process, pytest.mark.slow]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world_in(tmp_path_factory.mktemp("hub")) as made:
        # More than are folded again in one step.
        made.trade("1", ROWS_AT_ONCE + 10)
        yield made


# ---------------------------------------------------------------- snapshots


def kill_who_takes_a_snapshot(world: World, point: str, nth: int) -> None:
    """Till 2 dies in the middle, and finishes without the hub."""
    world.trade("1", 12)
    world.trade("2", 3, NoNetwork())
    times_met = nth if point == "snapshot.step" else 1
    assert world.take_anew("2", f"{point}:{times_met}").code == KILLED
    with world.open("2", NoNetwork()) as station:
        assert not station.db.stale
        assert not snapshot_taking.is_unfinished(station.db)


@pytest.mark.parametrize("point", ["snapshot.marked", "snapshot.step", "snapshot.taken"])
def test_a_station_killed_while_it_takes_a_snapshot_finishes_it_alone(
    world: World, point: str, rounds: int
):
    for at in times(rounds):
        kill_who_takes_a_snapshot(world, point, at)
        world.check()


def kill_who_makes_a_snapshot(world: World, point: str, _nth: int) -> None:
    """The hub dies when till 2 asks; the next hub makes it."""
    world.trade("1", 5)
    world.hub.stop()
    world.hub.start(point)
    assert world.take_anew("2").code == 1
    assert world.hub.died(), f"{point} was never reached"
    world.hub.start()
    world.trade("1", 2)  # what the half made one lacks
    assert world.take_anew("2").code == 0


@pytest.mark.parametrize("point", ["snapshot.made", "pull.folded", "pull.committed"])
def test_a_hub_killed_while_it_makes_a_snapshot_makes_it_when_asked_again(
    world: World, point: str, rounds: int
):
    for at in times(rounds):
        kill_who_makes_a_snapshot(world, point, at)
        world.check()


@pytest.mark.parametrize("point", ["snapshot.marked", "snapshot.step", "snapshot.taken"])
def test_a_computer_killed_while_it_joins_joins_with_the_same_code(
    world: World, point: str, rounds: int
):
    world.settle()
    for at in times(rounds):
        till = f"{point}-{at}"
        code = world.at_hub("enrol", "--till", till).out.splitlines()[0]
        join = ("station", "join", world.hub.address, code, "--data", world.folder / till)
        assert sikka(*join, SIKKA_FAILPOINT=point).code == KILLED
        assert not (world.folder / till).exists()
        done = sikka(*join)
        assert done.code == 0, done.err
        with world.open(till) as station:
            assert not station.status().unsent
        assert replica_in(world.folder / till) == replica_in(world.folder / "1")
        assert [str(one) for one in examine(world.folder / till).findings] == []
        assert not list(world.folder.glob(".*joining*"))


# ---------------------------------------------------------------- old copies


def epoch_at_hub(world: World) -> int:
    """Return the epoch the hub gave till 2 last."""
    with read_store(world.hub.store) as core:
        known = stations.station_of(core, read_settings(world.folder / "2").station_id)
    assert known is not None
    return known.epoch


def kill_an_old_copy(world: World, point: str, _nth: int) -> None:
    """Till 2 is put back to an old copy, and dies twice with its new epoch in hand."""
    till, copy = world.folder / "2", world.folder / "copy"
    world.settle()
    shutil.copytree(till, copy)
    world.trade("2", 6)
    before = epoch_at_hub(world)
    shutil.rmtree(till)
    copy.rename(till)
    world.trade("2", 4, NoNetwork())
    for _ in range(2):
        world.dies(world.sell("2", 1, point))
    world.settle()
    assert epoch_at_hub(world) == before + 1
    with world.open("2") as station:
        assert station.db.epoch == before + 1


@pytest.mark.parametrize("point", ["epoch.given"])
def test_an_old_copy_killed_with_its_new_epoch_in_hand_gets_no_second_one(
    world: World, point: str, rounds: int
):
    for at in times(rounds):
        kill_an_old_copy(world, point, at)
        world.check()


@pytest.fixture(scope="module")
def evening(world: World) -> Path:
    """A backup of the hub, from before most of what happens here."""
    made = world.at_hub("backup", "--to", world.folder / "evening")
    assert made.code == 0, made.err
    return Path(made.out.splitlines()[0])


def kill_who_fills_a_restored_hub(world: World, evening: Path, point: str, nth: int) -> None:
    """The hub is put back to the evening; till 2 dies while it brings what is lost."""
    for till in world.tills:
        world.trade(till, 5)
    world.settle()
    world.trade("2", 3, NoNetwork())
    world.hub.stop()
    done = world.at_hub("restore", evening, "--replace")
    assert done.code == 0, done.err
    world.hub.start()
    times_met = 1 + nth % 2 if point == "refill.sent" else 1
    world.dies(world.sell("2", 1, f"{point}:{times_met}"))


@pytest.mark.parametrize("point", ["refill.sent", "resync.pushed"])
def test_a_station_killed_while_it_gives_a_restored_hub_its_rows_back_gives_the_rest(
    world: World, evening: Path, point: str, rounds: int
):
    for at in times(rounds):
        kill_who_fills_a_restored_hub(world, evening, point, at)
        world.check()


# ---------------------------------------------------------------- people


@pytest.mark.parametrize("point", ["enrol.key_kept"])
def test_a_till_killed_while_it_enrols_knows_nobody_and_enrols_again(
    world: World, point: str, rounds: int
):
    for at in times(rounds):
        name, phone = f"Aarti {at}", f"98{at:08}"
        child = helper("hub_people", world.folder / "2", point, "enrol", name, phone)
        world.dies(child)
        with world.open("2") as station:
            assert station.shop.vault.half_enrolled() == ()
            assert find(station.shop, phone) == ()
            member = joined(station.shop, name, phone).member
        with world.open("1") as station:
            assert [hit.member for hit in find(station.shop, phone)] == [member]
    world.check()


@pytest.fixture(scope="module")
def owner(world: World) -> str:
    """The owner's id, known at both tills."""
    with world.open("1") as station:
        return owner_of(station.shop)


def knows(world: World, till: str, member: str) -> list[str]:
    with world.open(till) as station:
        return station.shop.vault.known((member,))


def somebody(world: World, phone: str) -> str:
    """Enrol a member that both tills know."""
    with world.open("1") as station:
        member = joined(station.shop, "Meena", phone).member
    assert known_at(world, member) == ["1", "2"]
    return member


def known_at(world: World, member: str) -> list[str]:
    """Return the tills that can read the member's name."""
    found = []
    for till in world.tills:
        with world.open(till) as station:
            found += [till] * len(station.shop.vault.known((member,)))
    return found


def erasing(world: World, member: str, owner: str, point: str = "") -> Popen[str]:
    return helper("hub_people", world.folder / "1", point, "erase", member, owner)


@pytest.mark.parametrize("point", ["erase.journalled", "erase.pulled", "snapshot.taken"])
def test_whoever_is_killed_while_a_member_is_erased_forgets_them(
    world: World, owner: str, point: str, rounds: int
):
    for at in times(rounds):
        member = somebody(world, f"97{at:08}")
        if point == "erase.journalled":
            world.dies(erasing(world, member, owner, point))
        else:
            assert erasing(world, member, owner).communicate(timeout=60) == ("done\n", "")
        if point == "erase.pulled":
            world.dies(world.sell("2", 1, point))
        elif point == "snapshot.taken":
            assert world.take_anew("2", point).code == KILLED
        assert known_at(world, member) == []
        with read_store(world.hub.store) as core:
            kept = select(sealed_key).where(sealed_key.c.member == member)
            assert core.execute(kept).all() == []
    world.check()


@pytest.mark.parametrize("point", ["erase.pulled"])
def test_a_hub_killed_while_it_forgets_a_member_leaves_nothing_in_its_snapshots(
    world: World, owner: str, point: str, rounds: int
):
    for at in times(rounds):
        member = somebody(world, f"96{at:08}")
        assert world.take_anew("2").code == 0
        assert erasing(world, member, owner).communicate(timeout=60) == ("done\n", "")
        world.hub.stop()
        world.hub.start(point)
        assert world.take_anew("2").code == 1
        assert world.hub.died(), f"{point} was never reached"
        world.hub.start()
        assert world.take_anew("2").code == 0
        (made,) = world.folder.glob("snapshots/*/*.sqlite")
        with closing(open_reader(made)) as file:
            said = file.execute("SELECT * FROM said WHERE member = ?", (member,))
            assert said.fetchall() == []
    world.check()


# ---------------------------------------------------------------- adoption


@pytest.mark.parametrize("point", ["adopt.step"])
def test_a_shop_whose_adoption_is_killed_again_and_again_moves_whole(
    tmp_path: Path, point: str, rounds: int
):
    hub = HubProcess(tmp_path)
    world = World(tmp_path, hub, ("1",))
    with new_station(tmp_path / "1", SystemClock()) as station:  # type: ignore[arg-type]
        enrol(station.shop)
        enrol(station.shop, "ravi")
        joined(station.shop, "Asha Rao", "9876543210")
    adopt = ("adopt", tmp_path / "1", "--url", hub.address)
    for at in times(rounds):
        world.trade("1", 5)
        assert world.at_hub(*adopt, failpoint=f"{point}:{1 + at % 4}").code == KILLED
    done = world.at_hub(*adopt)
    assert done.code == 0, done.err
    hub.start()
    try:
        world.trade("1", 5)
        world.check()
        with world.open("1") as station:
            assert find(station.shop, "9876543210")
    finally:
        hub.stop()


# ---------------------------------------------------------------- draws

RAFFLE = """
[[raffle]]
id = "pasko"
title = {{ en = "Christmas draw" }}
opens = {opens}
closes = {closes}
draws_on = {draws_on}
permit = "DTI-1"
mechanics = {{ en = "Two coins a ticket." }}
ticket_coins = 2
ticket_limit = 20
claim_days = 90
coins_for_part = 7

[[raffle.prize]]
id = "rice"
title = {{ en = "Sack of rice" }}
"""


@pytest.mark.parametrize("point", ["freeze.step"])
def test_a_hub_killed_while_it_freezes_a_raffle_freezes_it_once(
    tmp_path: Path, point: str, rounds: int
):
    began = datetime.now(UTC) - timedelta(days=40)
    day = began.date()
    raffle = RAFFLE.format(
        opens=day, closes=day + timedelta(days=5), draws_on=day + timedelta(days=10)
    )
    text = document_of().replace("[shop]", "[shop]\nraffles = true", 1) + raffle
    hub = HubProcess(tmp_path)
    world = World(tmp_path, hub, ("1",))
    with new_station(tmp_path / "1", SetClock(began), document=text) as station:
        for name in ("asha", "ravi"):
            member = enrol(station.shop, name)
            world.acknowledged.append(sell(station.shop, f"B-{name}", 400_000, member=member).sale)
            assert isinstance(buy_tickets(station.shop, STAFF, member, "pasko", 3), TicketsSold)
    done = world.at_hub("adopt", tmp_path / "1", "--url", hub.address)
    assert done.code == 0, done.err
    # The first step reads who has tickets, the second one thanks them.
    for nth in (*(1 for _ in times(rounds)), 2):
        hub.launch(f"{point}:{nth}")
        assert hub.died(), f"{point} was never reached"
    with closing(open_hub(hub.store, tmp_path)) as opened:
        nightly = Nightly(opened, None)
        nightly.tick()
        assert nightly.troubles == ()
    with read_store(hub.store) as core:
        (cell_id,) = cell_ids(core)
        events = [decode(row.body) for row in audit.feed_rows(core, cell_id)]
    frozen = [one.facts for one in events if isinstance(one.facts, RaffleFrozen)]
    assert [one.tickets for one in frozen] == [6]
    thanked = [one.member for one in events if one.kind == "granted"]
    assert sorted(thanked) == sorted({entry.member for entry in frozen[0].entries})
    hub.start()
    try:
        world.trade("1", 3)
        world.check()
    finally:
        hub.stop()


# ---------------------------------------------------------------- folding anew


def kill_a_hub_that_folds_again(world: World, point: str, _nth: int) -> None:
    """The command dies, then the server that goes on; the next one does it."""
    world.trade("1", 5)
    world.hub.stop()
    assert world.at_hub("rebuild", failpoint=point).code == KILLED
    world.hub.launch(point)
    assert world.hub.died(), f"{point} was never reached"
    world.hub.start()


@pytest.mark.parametrize("point", ["refold.step"])
def test_a_hub_killed_while_it_folds_everything_again_goes_on_when_it_starts(
    world: World, point: str, rounds: int
):
    for at in times(rounds):
        kill_a_hub_that_folds_again(world, point, at)
        world.check()


@pytest.mark.parametrize("point", ["replica.step", "refold.step"])
def test_a_shop_on_its_own_killed_while_it_folds_everything_again_goes_on(
    tmp_path: Path, point: str, rounds: int
):
    folder = tmp_path / "1"
    with new_station(folder, SystemClock()) as station:  # type: ignore[arg-type]
        enrol(station.shop)
        enrol(station.shop, "ravi")
    world = World(tmp_path, HubProcess(tmp_path), ("1",))
    for at in times(rounds):
        world.trade("1", 12)
        world.settle()
        before = replica_in(folder)
        nth = 1 + at % 2
        done = sikka("rebuild", "--data", folder, SIKKA_FAILPOINT=f"{point}:{nth}")
        assert done.code == KILLED
        with open_station(folder, SystemClock(), background=False):
            pass
        assert replica_in(folder) == before
        assert [str(one) for one in examine(folder).findings] == []


# ---------------------------------------------------------------- one after another


def test_one_thing_after_another_in_any_order(world: World, evening: Path, rounds: int):
    """Old copies of stations and of the hub meet snapshots that are half there."""
    fill = partial(kill_who_fills_a_restored_hub, world, evening)
    kills = [
        partial(kill_who_takes_a_snapshot, world, "snapshot.step"),
        partial(kill_who_takes_a_snapshot, world, "snapshot.taken"),
        partial(kill_who_makes_a_snapshot, world, "snapshot.made"),
        partial(kill_an_old_copy, world, "epoch.given"),
        partial(fill, "refill.sent"),
        partial(fill, "resync.pushed"),
        partial(kill_a_hub_that_folds_again, world, "refold.step"),
    ]
    dice = random.Random(20261122)
    for _ in range(2 if rounds <= 20 else rounds // 4):
        dice.choice(kills)(dice.randint(1, 12))
        if dice.random() < 0.5:
            world.check()
    world.check()


def replica_in(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(StationDb(folder, write=False)) as db:
        return tables_of(db)
