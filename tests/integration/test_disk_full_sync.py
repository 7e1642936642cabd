"""A full disk at the hub or at a station: said in words, nothing lost or doubled, on it goes.

The disks are real and small; the other side of the line has space.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.facts import Sold
from app.hub import stations
from app.hub.front import Request
from app.insight.hub_doctor import examine_store
from app.services.sales import SaleRecorded, record_sale
from app.services.writing import DiskFull
from app.station.examining import examine
from app.storage import audit
from app.storage.writer import StorageFullError
from app.sync.exchange import UnreachableError
from app.sync.snapshot_taking import FETCHED
from app.wire.events import decode
from app.wire.sync import MSGPACK, EnrolAsk, Refusal, encode
from app.wire.sync import decode as decode_message
from tests.helpers.chain import Chain, chain_in
from tests.helpers.hub import key_of
from tests.helpers.shops import STAFF, bill, enrol, goods, sell
from tests.helpers.small_disk import fill, small_disk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk"),
]


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk("6m") as folder:
        yield folder


class Books:
    """What was acknowledged at the counters."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.sales: list[str] = []
        self.member = enrol(chain.shop("1"))
        chain.sync()

    def sell(self, till: str, count: int, **other: int) -> int:
        """Sell big bills; return how many were recorded."""
        shop, before = self.chain.shop(till), len(self.sales)
        for _ in range(count):
            lines = [goods(f"sku-{one}", 1_000) for one in range(40)]
            number = f"{till}-{len(self.sales)}-{shop.db.head[0]}"
            made = bill(shop, number, *lines, member=self.member, **other)
            outcome = record_sale(shop, STAFF, made)
            if isinstance(outcome, SaleRecorded):
                self.sales.append(outcome.sale)
            else:
                assert isinstance(outcome, DiskFull), outcome
        return len(self.sales) - before

    def check(self) -> None:
        """Everybody has every sale once, and no doctor finds anything."""
        chain = self.chain
        chain.sync()
        booked: Counter[str] = Counter()
        with chain.hub.store.read() as core:
            found = [str(one) for report in examine_store(core) for one in report.findings]
            for row in audit.feed_rows(core, chain.cell_id):
                event = decode(row.body)
                if isinstance(event.facts, Sold) and row.outcome == "booked":
                    booked[event.id] += 1
        assert found == []
        assert booked == Counter(self.sales)
        for till in chain.stations:
            assert chain.stations[till].status().unsent == 0
            assert chain.states(till) == chain.states()
            state = chain.shop(till).state(self.member)
            assert state.purchases == len(self.sales)
        for till in list(chain.stations):
            chain.close(till)
            assert [str(one) for one in examine(chain.folder / till).findings] == []


@pytest.fixture
def chain(tmp_path: Path, disk: Path) -> Iterator[Chain]:
    assert disk.exists(), "it goes only after the files on it are closed"
    with chain_in(tmp_path, "2") as made:
        yield made


def move(chain: Chain, disk: Path, *names: str) -> None:
    """Let files of the chain lie on the small disk."""
    for name in names:
        here = chain.folder / name
        if here.exists():
            shutil.move(here, disk / name)
        elif "." not in name:
            (disk / name).mkdir()
        here.symlink_to(disk / name)


@pytest.fixture
def full_hub(chain: Chain, disk: Path) -> Chain:
    chain.hub.close()
    move(chain, disk, "hub.db", "snapshots")
    chain._serve()
    return chain


@pytest.mark.parametrize("leave", [0, 250_000])
def test_a_full_hub_says_so_and_books_all_of_it_later(full_hub: Chain, disk: Path, leave: int):
    books = Books(full_hub)
    ballast = fill(disk, leave)
    said = set()
    for _ in range(8):
        for till in ("1", "2"):
            assert books.sell(till, 25) == 25
            with suppress(UnreachableError):
                full_hub.stations[till].pump()
                continue
            said.add(till)
    assert said == {"1", "2"}
    with pytest.raises(UnreachableError, match="The hub cannot book now: the disk is full"):
        full_hub.stations["1"].pump()
    assert not full_hub.stations["1"].status().online
    assert full_hub.stations["1"].status().unsent > 0
    ballast.unlink()
    books.check()


def test_a_station_that_enrols_at_a_full_hub_may_use_its_code_again(full_hub: Chain, disk: Path):
    hub, key = full_hub.hub, key_of("new")
    code = hub.store.run(
        lambda core: stations.make_code(
            core, hub.key, full_hub.cell_id, "main", "3", hub.now_ms(), hub.random
        )
    )
    body = encode(EnrolAsk(code, key.public_key().public_bytes_raw()))
    asked = Request("POST", "/v1/enrolments", body, "", MSGPACK)
    ballast = fill(disk)
    reply = full_hub.front.handle(asked)
    assert (reply.status, reply.retry_after_s > 0) == (503, True)
    assert "the disk is full" in decode_message(reply.body, Refusal).sentence
    ballast.unlink()
    assert full_hub.front.handle(asked).status == 200


def test_a_snapshot_that_has_no_space_at_the_hub_is_made_later(full_hub: Chain, disk: Path):
    books = Books(full_hub)
    books.sell("1", 100)
    full_hub.sync()
    refused = 0
    for leave in range(0, 2_000_000, 50_000):
        ballast = fill(disk, leave)
        try:
            full_hub.stations["2"].hub.link.take_back()
        except UnreachableError as error:
            refused += 1
            assert str(error).startswith("The hub cannot book now: the disk is full")  # noqa: PT017
        ballast.unlink()
    assert 4 < refused < 40
    assert not [*disk.glob("snapshots/*/new")]
    books.check()


def test_a_snapshot_begun_on_the_last_pages_of_the_hub_is_made_later(full_hub: Chain, disk: Path):
    books = Books(full_hub)
    books.sell("1", 100)
    full_hub.sync()
    for leave in range(0, 40 * 4096, 4096):
        ballast = fill(disk, leave)
        with pytest.raises(UnreachableError, match="The hub cannot book now: the disk is full"):
            full_hub.stations["2"].hub.link.take_back()
        ballast.unlink()
        for begun in disk.glob("snapshots/*/replica"):
            shutil.rmtree(begun)
    full_hub.stations["2"].hub.link.take_back()
    books.check()


def test_a_station_with_a_full_disk_goes_on_by_itself(chain: Chain, disk: Path):
    books = Books(chain)
    chain.close("2")
    move(chain, disk, "2")
    chain.open("2")
    ballast = fill(disk, leave=150_000)
    assert 0 < books.sell("2", 60) < 60
    assert books.sell("1", 60) == 60
    chain.sync("1")
    for _ in range(3):
        with pytest.raises(StorageFullError, match="the disk is full"):
            chain.stations["2"].pump()
        books.sell("2", 3)
    shop = chain.shop("2")
    spent = bill(shop, "S-1", 50_000, member=books.member, coins=10)
    assert record_sale(shop, STAFF, spent) == DiskFull()
    ballast.unlink()
    chain.stations["2"].pump()
    books.sales.append(sell(shop, "S-2", 50_000, member=books.member, coins=10).sale)
    chain.sync()
    with chain.hub.store.read() as core:
        assert core.exec_driver_sql("SELECT count(*) FROM hold WHERE state = 'held'").scalar() == 0
    books.check()


@pytest.mark.parametrize("leave", [0, 50_000, 200_000, 400_000, 600_000, 800_000])
def test_a_snapshot_that_has_no_space_at_the_station(chain: Chain, disk: Path, leave: int):
    books = Books(chain)
    books.sell("1", 200)
    chain.sync("1")
    chain.close("2")
    move(chain, disk, "2")
    station = chain.open("2")
    ballast = fill(disk, leave)
    with suppress(StorageFullError):
        station.hub.link.take_back()
        assert leave > 600_000
    assert not (disk / "2" / FETCHED).exists(), "half a file takes nobody's space"
    ballast.unlink()
    books.check()
