"""The shops every run begins with: made once, copied for each run."""

import os
import random
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.config import Settings, write_settings
from app.domain.codes import cell_hint
from app.domain.events import Event
from app.domain.facts import ProgrammePublished
from app.hub import cell, cell_secrets, stations
from app.hub.open_cell import OpenCell
from app.services.goodwill import give_coins
from app.services.members import Enrolment, Welcome, enrol
from app.services.topups import top_up
from app.storage.station import StationDb, write_meta
from app.storage.station_key import FILE, KEY_BYTES
from app.storage.vault import Vault
from app.wire.sync import EnrolAsk, Enrolled, decode, encode
from tests.helpers.shops import number, programme_in
from tests.helpers.surveys import owner
from tests.simulation.clocks import TrueTime, millis
from tests.simulation.document import document
from tests.simulation.faults import Faults
from tests.simulation.machines import HubMachine, StationMachine
from tests.simulation.network import Network, Request
from tests.simulation.workload import People

BEGIN: Final = millis(datetime(2026, 6, 15, 5, 30, tzinfo=UTC))  # Monday, 11 o'clock in India
CELLS: Final = ("north", "south")
TILLS: Final = {"north": ("n1", "n2", "n3"), "south": ("s1", "s2")}
STRANGER: Final = "n9"
MEMBERS: Final = ("Asha Rao", "Ravi Nair", "Meena Das", "Joy Cruz", "Liza Tan")
HUB_SECRET: Final = bytes(range(32))


@contextmanager
def drawn_bytes(dice: random.Random) -> Iterator[None]:
    """Let keys and nonces be drawn from the run's dice, so that a seed repeats byte by byte."""
    kept = secrets.token_bytes, os.urandom

    def token_bytes(nbytes: int | None = None) -> bytes:
        return dice.randbytes(nbytes or 32)

    secrets.token_bytes = token_bytes
    os.urandom = dice.randbytes
    try:
        yield
    finally:
        secrets.token_bytes, os.urandom = kept


@dataclass(frozen=True)
class Template:
    """A hub and its stations, enrolled and in step; who is known in each cell."""

    folder: Path
    people: dict[str, People]
    true_ms: int

    def copy(self, into: Path) -> dict[str, People]:
        """Copy all files into a folder; return who is known in each cell."""
        shutil.copytree(self.folder, into, dirs_exist_ok=True)
        return {
            name: replace(one, members=list(one.members), names=dict(one.names), sales=[],
                          top_ups=[], handed=one.handed.copy())
            for name, one in self.people.items()
        }  # fmt: skip


def make_template(folder: Path) -> Template:
    """Found two cells, enrol five stations, publish the programme, enrol members."""
    dice = random.Random("template")
    true = TrueTime(BEGIN)
    faults = Faults(0, 0, 0, 0, 0)
    with drawn_bytes(dice):
        hub = HubMachine(folder, HUB_SECRET, true, dice.randbytes, faults.counts)
        hub.start()
        network = Network(dice, true, faults, hub.deliver)
        people = {}
        for name in CELLS:
            machines = _stations(folder, hub, network, name, dice)
            people[name] = _people(machines, dice)
            for machine in machines:
                machine.stop()
        _enrol(folder / STRANGER, hub, "north", STRANGER, dice)
        hub.stop()
        assert not hub.errors, hub.errors
    return Template(folder, people, true.now_ms)


def _stations(
    folder: Path, hub: HubMachine, network: Network, name: str, dice: random.Random
) -> list[StationMachine]:
    cell_id = number(f"cell {name}")
    blank = folder / f"blank-{name}"
    blank.mkdir()
    vault = Vault(blank)
    vault.close()
    secret = (blank / "secret.key").read_bytes()
    store, key = hub.hub.store, hub.key
    store.run(lambda core: cell.found(core, cell_id))
    store.run(lambda core: cell_secrets.keep_secret(core, key, cell_id, secret, dice.randbytes))
    _publish(hub.hub.cell(cell_id))
    machines = []
    for till in TILLS[name]:
        home = folder / till
        shutil.copytree(blank, home)
        told = _enrol(home, hub, name, till, dice)
        assert told.secret == secret
        _note_incarnation(home, told.contact.incarnation)
        machine = StationMachine(till, home, hub.true, network, dice)
        machine.start()
        machine.process.pump()
        machines.append(machine)
    shutil.rmtree(blank)
    return machines


def _enrol(home: Path, hub: HubMachine, name: str, till: str, dice: random.Random) -> Enrolled:
    """Let a station join by its one-time code; write what it keeps of that into its folder."""
    home.mkdir(exist_ok=True)
    cell_id, now_ms = number(f"cell {name}"), hub.true.now_ms
    code = hub.hub.store.run(
        lambda core: stations.make_code(core, hub.key, cell_id, name, till, now_ms, dice.randbytes)
    )
    ask = EnrolAsk(code, _make_key(home, dice))
    answer = hub.deliver(Request("POST", "/v1/enrolments", encode(ask), ""))
    told = decode(answer.body, Enrolled)
    write_settings(
        home,
        Settings(told.station_id, told.cell_id, cell_hint(cell_id), told.store, told.till,
                 hub="https://hub.example", hub_key=told.hub_key.hex()),
    )  # fmt: skip
    return told


def _make_key(home: Path, dice: random.Random) -> bytes:
    """Make a station's key as `make_station_key` does, of bytes that are the same in every run."""
    raw = dice.randbytes(KEY_BYTES)
    (home / FILE).write_bytes(raw)
    return Ed25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw()


def _note_incarnation(home: Path, incarnation: int) -> None:
    db = StationDb(home, write=True)
    db.writer.run(lambda tx: write_meta(tx.cursor, "incarnation", incarnation))
    db.close()


def _publish(opened: OpenCell) -> None:
    text = document()
    programme = programme_in(text)
    at = datetime.fromtimestamp(BEGIN / 1000, UTC)
    event = Event(
        number(f"programme {opened.cell_id}"), "programme_published", "", "", "", "", programme.id,
        at.date(), BEGIN, 0, ProgrammePublished(programme.id, text),
    )  # fmt: skip
    opened.book_own([event])


def _people(machines: list[StationMachine], dice: random.Random) -> People:
    first = machines[0]
    known = People(owner(first.shop))
    for name in MEMBERS:
        phone = f"98{dice.randrange(10**8):08}"
        outcome = enrol(first.shop, "", Enrolment(phone, name, "en", consent=True))
        assert isinstance(outcome, Welcome), outcome
        known.members.append(outcome.view.member)
        known.names[outcome.view.member] = name
        first.process.pump()
        start = 15 if name == MEMBERS[0] else 70  # one has less than could be risked
        give_coins(first.shop, "", known.owner, outcome.view.member, start, "a start")
        top_up(first.shop, "", outcome.view.member, known.number(), 10_000)
    for machine in (*machines, *machines):
        machine.process.pump()
    return known
