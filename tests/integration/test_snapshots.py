"""A station that is far behind takes a snapshot, and stands where those stand that followed."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.members import coins_on
from app.services.erasing import MemberErased, erase
from app.services.members import ProfileChange, change_profile, find, merge, unmerge
from app.services.shop import Shop
from app.services.voids import void_sale
from app.storage import failpoints
from app.storage.files import open_reader
from app.sync import snapshot_taking
from app.sync.client import NotTheHubError
from app.sync.exchange import Answer, Exchange, UnreachableError
from app.sync.snapshots import Maker
from app.wire.sync import Snapshot, decode, encode
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import later, sell
from tests.helpers.stations import Chain, Member, chain_of, tables_of

pytestmark = pytest.mark.slow

ALL = ("receipt", "received")


class PowerCutError(Exception):
    """What an armed failpoint does here instead of killing the process."""


def cut() -> None:
    raise PowerCutError


@pytest.fixture(autouse=True)
def disarmed() -> Iterator[None]:
    yield
    failpoints.arm("")


class Busy:
    """People in a shop, doing what its seed says."""

    def __init__(self, member: Member, seed: int, owner: str = "") -> None:
        self.member = member
        self.random = random.Random(seed)
        self.owner = owner or owner_of(member.shop)
        self.people: list[str] = []
        self.sales: list[str] = []
        self.count = 0

    @property
    def shop(self) -> Shop:
        return self.member.shop

    def act(self, times: int) -> None:
        acts = (self.enrol, self.sell, self.sell, self.sell, self.void, self.change, self.merge)
        for _ in range(times):
            self.count += 1
            self.random.choice(acts)()
            later(self.shop, minutes=self.random.randrange(400))
            self.member.pump()

    def enrol(self) -> None:
        phone = f"98765{self.random.randrange(10**5):05}"
        name = self.random.choice(["Asha Rao", "Ravi", "Meena Devi", "Joy"])
        view = joined(self.shop, name, phone)
        self.people.append(view.member)

    def sell(self) -> None:
        member = self.random.choice([*self.people, ""])
        sale = sell(self.shop, f"B{self.count}", self.random.randrange(1, 400_000), member=member)
        self.sales.append(sale.sale)

    def void(self) -> None:
        if self.sales:
            void_sale(self.shop, self.owner, self.owner, self.sales.pop())

    def change(self) -> None:
        if self.people:
            change = ProfileChange(phone=f"98764{self.random.randrange(10**5):05}")
            change_profile(self.shop, self.owner, self.random.choice(self.people), change)

    def merge(self) -> None:
        if len(self.people) > 1:
            two = self.random.sample(self.people, 2)
            merge(self.shop, self.owner, self.owner, *two)
            if self.random.random() < 0.5:
                unmerge(self.shop, self.owner, self.owner, *two)


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32), before=st.integers(1, 20), after=st.integers(0, 6))
def test_a_snapshot_and_what_comes_after_are_the_feed_folded_from_its_start(seed, before, after):
    with TemporaryDirectory() as folder, chain_of(Path(folder)) as chain:
        shop = chain.open(chain.folder / "shop")
        follower = chain.joined("follower")
        busy = Busy(shop, seed)
        for _ in range(before):
            busy.act(1)
            follower.pump()
        newcomer = chain.joined("newcomer")
        busy.act(after)
        for one in (follower, newcomer):
            one.pump()
        assert tables_of(newcomer.db, *ALL) == tables_of(follower.db, *ALL)
        assert (newcomer.db.feed_seq, newcomer.db.feed_head) == (
            follower.db.feed_seq, follower.db.feed_head,
        )  # fmt: skip


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    """A hub that sends a station more than three rows behind a snapshot."""
    with chain_of(tmp_path, behind_max=3) as chain:
        yield chain


def far_behind(chain: Chain) -> tuple[Member, Member, str]:
    """A station with unsent sales of its own, far behind another; and their member."""
    shop, other = chain.open(chain.folder / "shop"), chain.joined("other")
    busy = Busy(shop, 7)
    asha = joined(shop.shop, "Asha Rao", "9876543210").member
    sell(shop.shop, "S-0", 100_000, member=asha)
    shop.pump()
    other.pump()
    busy.people.append(asha)
    busy.act(25)
    sell(other.shop, "O-1", 50_000, member=asha)
    sell(other.shop, "O-2", 70_000)
    return shop, other, asha


def test_a_station_far_behind_takes_a_snapshot_and_keeps_its_own_sales(chain: Chain):
    shop, other, asha = far_behind(chain)
    journal = other.db.unsent(0, 1000)
    other.pump()
    shop.pump()
    assert f"GET /v1/cells/{chain.cell_id}/snapshot" in other.asked
    assert other.db.unsent(0, 1000) == journal
    assert tables_of(other.db, *ALL)["member"] == tables_of(shop.db)["member"]
    assert other.shop.state(asha) == shop.shop.state(asha)
    assert not other.db.pending


@pytest.mark.parametrize("place", ["marked", "step:1", "step:4", "step:9", "step:15", "taken"])
def test_who_is_cut_off_while_laying_it_over_finishes_first(chain: Chain, place: str):
    shop, other, asha = far_behind(chain)
    failpoints.arm(f"snapshot.{place}", cut)
    with pytest.raises(PowerCutError):
        other.pump()
    failpoints.arm("")
    other.close()
    again = chain.open(other.folder)
    if place != "taken":
        assert snapshot_taking.is_unfinished(again.db)
        assert again.db.stale
    again.pump()
    shop.pump()
    assert not again.db.stale
    whole, mine = tables_of(shop.db), tables_of(again.db)
    assert {name: whole[name] == mine[name] for name in whole} == dict.fromkeys(whole, True)
    assert again.shop.state(asha) == shop.shop.state(asha)


def test_a_sale_of_ones_own_counts_once_at_every_step(chain: Chain):
    _, other, asha = far_behind(chain)
    shown = []

    def look() -> None:
        state = other.shop.state(asha)
        shown.append(coins_on(state, other.shop.moment().on).spendable)
        failpoints.arm("snapshot.step", look)

    before = coins_on(other.shop.state(asha), other.shop.moment().on).spendable
    failpoints.arm("snapshot.step", look)
    other.pump()
    failpoints.arm("")
    after = coins_on(other.shop.state(asha), other.shop.moment().on).spendable
    assert len(shown) > 10
    assert set(shown) <= {before, after}


def test_a_file_that_is_gone_means_that_everything_is_taken_anew(chain: Chain):
    shop, other, _ = far_behind(chain)
    failpoints.arm("snapshot.step:3", cut)
    with pytest.raises(PowerCutError):
        other.pump()
    failpoints.arm("")
    other.db.path.with_name(snapshot_taking.LAYING).unlink()
    other.pump()
    shop.pump()
    assert not other.db.stale
    assert tables_of(other.db, *ALL)["member"] == tables_of(shop.db)["member"]


class Meddler:
    """Somebody between a station and the hub, who changes snapshots."""

    def __init__(self, exchange: Exchange, change: Callable[[str, bytes], bytes]) -> None:
        self.exchange, self.change = exchange, change

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        answer = self.exchange.send(method, path, body, token=token, timeout_s=timeout_s)
        body = self.change(path, answer.body) if "/snapshot" in path else answer.body
        return Answer(answer.status, body)

    def close(self) -> None:
        pass


def other_bytes(path: str, body: bytes) -> bytes:
    return body if path.partition("?")[0].endswith("/snapshot") else body[:-1] + b"?"


def other_head(path: str, body: bytes) -> bytes:
    if not path.partition("?")[0].endswith("/snapshot"):
        return body
    return encode(replace(decode(body, Snapshot), head=bytes(32)))


@pytest.mark.parametrize(
    ("change", "error"), [(other_bytes, UnreachableError), (other_head, NotTheHubError)]
)
def test_nothing_is_taken_of_a_snapshot_that_is_not_the_hubs(chain: Chain, change, error):
    _, other, _ = far_behind(chain)
    before = tables_of(other.db, *ALL)
    other.link.port = chain.client(other.folder, Meddler(chain.exchange(), change))
    with pytest.raises(error):
        other.pump()
    assert tables_of(other.db, *ALL) == before
    assert not snapshot_taking.is_unfinished(other.db)


def test_a_key_another_station_set_free_is_free_after_a_snapshot(chain: Chain):
    """The bill of an own sale, voided elsewhere while this station was away."""
    shop, other = chain.open(chain.folder / "shop"), chain.joined("other")
    owner = owner_of(shop.shop)
    sale = sell(other.shop, "O-1", 50_000)
    other.pump()
    shop.pump()
    void_sale(shop.shop, owner, owner, sale.sale)
    Busy(shop, 3, owner).act(12)
    kept = sell(other.shop, "O-2", 10_000)
    other.pump()
    assert sell(other.shop, "O-1", 50_000).sale != sale.sale
    with other.db.cursor(None) as cursor:
        owners = {row[0] for row in cursor.execute("SELECT event_id FROM receipt")}
    assert kept.sale in owners
    assert sale.sale not in owners


def test_a_snapshot_names_nobody(chain: Chain):
    """The hub has no member's key: neither a name nor a phone, nor its keyed hash, is in it."""
    shop = chain.open(chain.folder / "shop")
    joined(shop.shop, "Bhagyalakshmi", "9876543210")
    shop.pump()
    made = Maker(chain.folder / "mine").latest(chain.hub.cell(chain.cell_id))
    content = made.path.read_bytes()
    mac = shop.vault.mac("phone", "+919876543210")
    for said in (b"Bhagya", b"9876543210", mac.encode(), shop.vault.secret):
        assert said not in content
    assert find(shop.shop, "9876543210")


def test_who_was_erased_leaves_no_trace_in_the_next_snapshot(chain: Chain):
    shop = chain.open(chain.folder / "shop")
    owner = owner_of(shop.shop)
    asha = joined(shop.shop, "Asha Rao", "9876543210").member
    shop.pump()
    cell = chain.hub.cell(chain.cell_id)
    profile = shop.shop.own_profile(asha)
    sealed = profile.personal.phone or ""
    assert sealed
    maker = Maker(chain.folder / "mine", behind_rows=0)
    first = maker.latest(cell)
    assert isinstance(erase(shop.shop, owner, owner, asha), MemberErased)
    shop.pump()
    second = maker.latest(cell)
    assert second.seq > first.seq
    with open_reader(second.path) as connection:
        rows = connection.execute("SELECT * FROM said WHERE member = ?", (asha,)).fetchall()
        personal = connection.execute("SELECT profile FROM member WHERE member = ?", (asha,))
        assert rows == []
        assert sealed.encode() not in personal.fetchone()[0]


def test_a_file_somebody_is_fetching_stays_until_the_one_after_next(chain: Chain):
    shop = chain.open(chain.folder / "shop")
    cell = chain.hub.cell(chain.cell_id)
    maker = Maker(chain.folder / "mine", behind_rows=2)
    names = []
    for at in range(3):
        for n in range(3):
            sell(shop.shop, f"{at}-{n}", 100)
        shop.pump()
        names.append(maker.latest(cell).path.name)
        assert maker.latest(cell).path.name == names[-1]
    assert maker.path_of(chain.cell_id, names[0]) is None
    assert all(maker.path_of(chain.cell_id, name) for name in names[1:])
    assert maker.path_of(chain.cell_id, "other") is None


def test_the_hubs_own_replica_begins_anew_when_the_feed_is_another(chain: Chain):
    shop = chain.open(chain.folder / "shop")
    cell = chain.hub.cell(chain.cell_id)
    maker = Maker(chain.folder / "mine")
    first = maker.latest(cell)
    with closing(sqlite3.connect(
        chain.folder / "mine" / chain.cell_id / "replica" / "station.db"
    )) as connection:  # fmt: skip
        connection.execute("UPDATE meta SET value = ? WHERE key = 'feed_head'", ("ab" * 32,))
        connection.commit()
    sell(shop.shop, "S-1", 100)
    shop.pump()
    again = Maker(chain.folder / "mine", behind_rows=0).latest(cell)
    assert again.seq > first.seq
