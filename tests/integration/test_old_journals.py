"""What a shop of an older version journalled still goes through a hub into every station.

And the other way round: what a newer one sends is kept until it can be read.
"""

import json
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Union

import msgspec
import pytest
import sqlalchemy as sa

from app.domain import effects as fx
from app.domain.events import EVENT_VERSION
from app.domain.members import MemberState, coins_on, paid_minor, visit_days
from app.hub.open_cell import OpenCell
from app.hub.redrive import redrive
from app.hub.store import SqliteStore, Store
from app.insight.hub_doctor import examine_store
from app.services.authority import NeedsNetwork
from app.services.clocks import SetClock
from app.services.sales import record_sale
from app.services.topups import top_up
from app.station import Station, open_station
from app.station.adopting import adopt
from app.station.examining import examine
from app.station.joining import join
from app.storage.sealing import seal_key
from app.storage.tables import feed, parked
from app.storage.vault import Vault
from app.sync.exchange import UpdateNeededError
from app.sync.snapshots import Maker
from app.wire import events
from tests.helpers.chain import ADDRESS, KEY, Chain, chain_in
from tests.helpers.exchange import FrontExchange
from tests.helpers.hub import CELL, Desk, bodies_of, make_hub
from tests.helpers.rewards import spendable
from tests.helpers.shops import STAFF, bill, document_of, enrol, sell
from tests.helpers.stores import ENGINES, store_on
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.slow

OFFLINE = """
[offline]
coins_per_member = 100
coins_per_station = 200
hours = 24
"""
OLD = ROOT / "tests/data/shop-0.1.tar.xz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    with tarfile.open(OLD) as packed:
        packed.extractall(tmp_path, filter="data")
    return tmp_path / "shop-0.1"


@pytest.fixture
def expected(old: Path) -> Any:
    return json.loads((old / "expected.json").read_text("utf-8"))


@pytest.fixture(params=ENGINES)
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    with store_on(request.param, tmp_path, request) as opened:
        yield opened


def bodies_in(old: Path) -> list[bytes]:
    """The programme as it was published, then the journal, byte for byte."""
    found: list[bytes] = []
    for file, query in (
        ("cell.db", "SELECT body FROM feed WHERE instr(body, 'programme_published') ORDER BY seq"),
        ("station.db", "SELECT body FROM journal ORDER BY seq"),
    ):
        with closing(sqlite3.connect(old / file)) as db:
            found += [row[0] for row in db.execute(query)]
    return found


def keys_in(old: Path) -> dict[str, bytes]:
    """The members' keys of the shop."""
    with closing(Vault(old)) as vault:
        return vault.opened_keys(vault.sealed_keys(vault.members(100)))


def told(desk: Desk) -> list[str]:
    """What the hub's doctor finds."""
    with desk.hub.store.read() as core:
        return [str(one) for report in examine_store(core) for one in report.findings]


def numbers(state: MemberState, at: datetime) -> dict[str, Any]:
    coins = coins_on(state, at.date())
    return {
        "available": coins.available,
        "pending": coins.pending,
        "debt": coins.debt,
        "earned": state.earned,
        "spent": state.spent,
        "purchases": state.purchases,
        "paid_minor": paid_minor(state),
        "visit_days": visit_days(state),
        "tiers": sorted(hold.tier for hold in state.holds),
    }


def check(station: Station, expected: dict[str, Any]) -> None:
    at = datetime.fromisoformat(expected["as_of"])
    for member, then in expected["members"].items():
        assert numbers(station.shop.state(member), at) == then
    for alias, survivor in expected["aliases"].items():
        assert station.shop.state(alias).member == survivor


def joined(desk: Desk, folder: Path, at: datetime) -> Station:
    """A new station of the hub."""
    wire = FrontExchange(desk.front)
    join(folder, ADDRESS, desk.code(), connect=lambda _a, _c: wire)
    return open_station(folder, SetClock(at), background=False, exchange=wire)


def test_every_released_version_is_among_them(old: Path):
    versions = {msgspec.json.decode(body)["v"] for body in bodies_in(old)}
    assert versions == set(range(1, EVENT_VERSION + 1))


@pytest.mark.slow
def test_an_old_journal_goes_through_a_hub(
    old: Path, expected: dict[str, Any], store: Store, tmp_path: Path
):
    at = datetime.fromisoformat(expected["as_of"])
    bodies = bodies_in(old)
    desk = make_hub(store, Maker(tmp_path / "snapshots", 2))
    desk.clock.now_ms = int(at.timestamp() * 1000)
    till = desk.station("old")
    assert till.me is not None
    keys = {name: seal_key(till.me.secret, name, key) for name, key in keys_in(old).items()}
    with joined(desk, tmp_path / "early", at) as early:
        for first in range(0, len(bodies), 7):
            assert till.push(*bodies[first : first + 7], keys=keys).status == 200
        desk.hub.cell(CELL).end_days(at.date())
        early.pump()
        with joined(desk, tmp_path / "late", at) as late:
            check(early, expected)
            check(late, expected)
    with store.read() as core:
        rows = core.execute(sa.select(feed.c.outcome, feed.c.body).order_by(feed.c.seq)).all()
    pushed = [row.body for row in rows if row.body in set(bodies)]
    assert pushed == bodies
    assert {row.outcome for row in rows} == {"booked"}
    assert told(desk) == []
    for name in ("early", "late"):
        assert [str(one) for one in examine(tmp_path / name).findings] == []


@pytest.mark.slow
def test_an_old_shop_is_adopted(old: Path, expected: dict[str, Any], tmp_path: Path):
    at = datetime.fromisoformat(expected["as_of"])
    with closing(SqliteStore(tmp_path / "hub.db")) as store:
        adopt(old, store, KEY, ADDRESS)
        desk = make_hub(store, Maker(tmp_path / "snapshots", 2))
        wire = FrontExchange(desk.front)
        with open_station(old, SetClock(at), background=False, exchange=wire) as station:
            check(station, expected)
            sell(station.shop, "N-1", 25_000, member=next(iter(expected["members"])))
            station.pump()
            assert station.status().unsent == 0
        assert told(desk) == []
    assert [str(one) for one in examine(old).findings] == []


def test_what_a_newer_station_sends_is_parked_and_holds_nothing_up(store: Store):
    desk = make_hub(store)
    known, other, last = bodies_of("a", "b", "c")
    strange = [
        known.replace(b'"kind":"enrolled"', b'"kind":"teleported"'),
        known.replace(b'"v":1', b'"v":%d' % (EVENT_VERSION + 1)),
        known.replace(b'"effects":[]', b'"effects":[["teleport",7]]')
        if b'"effects":[]' in known
        else known[:-1] + b',"effects":[["teleport",7]]}',
    ]
    till = desk.station()
    reply = till.push(other, *strange, last)
    assert reply.status == 200, reply.body
    with store.read() as core:
        outcomes = list(core.scalars(sa.select(feed.c.outcome).order_by(feed.c.seq)))
        kept = list(core.scalars(sa.select(feed.c.body).where(feed.c.outcome == "parked")))
        assert len(core.execute(sa.select(parked)).all()) == 3
    assert outcomes == ["booked", "parked", "parked", "parked", "booked"]
    assert kept == strange
    assert redrive(OpenCell(store, CELL)) == 0
    assert told(desk) == []


def without(*effects: type) -> msgspec.json.Decoder[Any]:
    """What a program reads events with that does not know these effects yet."""
    known = tuple(mirror for effect, mirror in events._MIRROR.items() if effect not in effects)
    hints = {**events._HINTS, "effects": tuple[Union[known], ...]}  # type: ignore[valid-type]  # noqa: UP007
    fields = [
        (name, kind, ()) if name in events._OPTIONAL else (name, kind)
        for name, kind in hints.items()
    ]
    return msgspec.json.Decoder(msgspec.defstruct("Older", fields, frozen=True))


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_in(tmp_path, "2", document=document_of() + OFFLINE) as made:
        yield made


def test_a_station_waits_for_its_update_and_goes_on_by_itself(
    chain: Chain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, second = chain.shop("1"), chain.shop("2")
    asha = enrol(first)
    sell(first, "B-1", 300_000, member=asha)
    chain.sync()
    coins = spendable(second, asha)
    assert coins > 20
    top_up(first, STAFF, asha, "T-1", 50_000)
    chain.sync("1")
    newer, stood = events._decoder, chain.stations["2"].db.feed_seq
    monkeypatch.setattr(events, "_decoder", without(fx.Credit))
    chain.stations["2"].pump()
    assert chain.stations["2"].status().needs_update
    with pytest.raises(UpdateNeededError, match="cannot read"):
        chain.stations["2"].hub.follow()
    sell(second, "B-2", 10_000, member=asha)
    for wire_is_cut in (False, True):
        chain.wires["2"].cut = wire_is_cut
        refused = record_sale(second, STAFF, bill(second, "B-3", 90_000, member=asha, coins=10))
        assert isinstance(refused, NeedsNetwork)
    chain.wires["2"].cut = False
    chain.close("2")
    second = chain.open("2").shop
    assert chain.stations["2"].status().needs_update
    assert chain.stations["2"].status().unsent == 0, "what it earned was sent all the same"
    assert chain.stations["2"].db.feed_seq == stood
    monkeypatch.setattr(events, "_decoder", newer)
    chain.sync()
    assert not chain.stations["2"].status().needs_update
    assert chain.states("2") == chain.states() == chain.states("1")
    sell(second, "B-4", 90_000, member=asha, coins=10)
    chain.sync()
    for till in ("1", "2"):
        chain.close(till)
        assert [str(one) for one in examine(tmp_path / till).findings] == []
