"""A full disk: a clear answer, nothing half done, and on it goes when there is space again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.members import MemberState
from app.insight.day_verify import verify_closes
from app.services import members
from app.services.clocks import SetClock
from app.services.day_closes import AlreadyClosed, DayIsClosed, close_day, list_closes
from app.services.members import (
    Enrolment,
    MemberView,
    ProfileChange,
    Welcome,
    change_profile,
)
from app.services.returns import ReturnAsk, record_return
from app.services.sales import SaleRecorded, record_sale
from app.services.voids import undo_sale, void_sale
from app.services.writing import DiskFull
from app.station import Station, open_station
from app.station.examining import examine
from tests.helpers.people import joined
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    bill,
    enrol,
    goods,
    make_shop,
    new_station,
    sell,
)
from tests.helpers.small_disk import fill, small_disk
from tests.helpers.surveys import owner
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk("3m") as folder:
        yield folder


def fill_up(station: Station, member: str) -> int:
    """Sell until the disk is full; return how many sales were recorded."""
    for at in range(3_000):
        lines = [goods(f"sku-{one}", 1_000) for one in range(40)]
        outcome = record_sale(station.shop, STAFF, bill(station.shop, f"F-{at}", *lines,
                                                        member=member))  # fmt: skip
        if isinstance(outcome, DiskFull):
            return at
        assert isinstance(outcome, SaleRecorded)
    raise AssertionError("the disk was never full")


def test_a_sale_on_a_full_disk_is_refused_and_works_once_there_is_space(disk: Path):
    folder = make_shop(disk / "shop")
    with new_station(folder) as station:
        shop = station.shop
        member = enrol(shop)
        before = sell(shop, "B-1", goods("a", 1_000, 5), member=member)
        ballast = fill(disk, leave=200_000)
        count = fill_up(station, member)
        state: MemberState = shop.state(member)
        assert state.purchases == 1 + count
        full = bill(shop, "B-2", goods("a", 100), member=member)
        big = [goods(f"sku-{at}", 100) for at in range(200)]
        assert record_sale(shop, STAFF, bill(shop, "B-3", *big, member=member)) == DiskFull()
        asked = ReturnAsk(shop.mint(), "R" * 50, before.sale, ((0, 1000),))
        record_return(shop, STAFF, asked)
        void_sale(shop, STAFF, SUPERVISOR, before.sale)
        undo_sale(shop, STAFF, before.sale)
        ballast.unlink()
        assert isinstance(record_sale(shop, STAFF, full), SaleRecorded)
        assert isinstance(
            record_sale(shop, STAFF, bill(shop, "B-3", *big, member=member)), SaleRecorded
        )
        station.pump()
    assert [str(one) for one in examine(folder).findings] == []


def test_joining_and_changing_on_a_full_disk_leave_nobody_half_a_member(disk: Path):
    folder = make_shop(disk / "shop")
    with new_station(folder) as station:
        shop = station.shop
        asha = joined(shop, "Asha", "98765 43210").member
        ballast = fill(disk)
        asked = Enrolment(phone="98111 22233", name="Bela", language="en", consent=True)
        changes = (ProfileChange(name="A" * 40 + str(at)) for at in range(3_000))
        while isinstance(change_profile(shop, STAFF, asha, next(changes)), MemberView):
            pass
        assert members.enrol(shop, STAFF, asked) == DiskFull()
        assert change_profile(shop, STAFF, asha, ProfileChange(name="Asha Rao")) == DiskFull()
        assert members.find(shop, "Bela") == ()
        ballast.unlink()
        assert isinstance(members.enrol(shop, STAFF, asked), Welcome)
        change_profile(shop, STAFF, asha, ProfileChange(name="Asha Rao"))
        assert [hit.name for hit in members.find(shop, "Asha Rao")] == ["Asha Rao"]
        station.pump()
    with open_station(folder, SetClock(MORNING), background=False) as station:
        assert station.shop.vault.half_enrolled() == ()
    assert [str(one) for one in examine(folder).findings] == []


def test_a_counter_that_closes_on_a_full_disk_gives_its_files_up(disk: Path):
    folder = make_shop(disk / "shop")
    station = new_station(folder)
    member = enrol(station.shop)
    sell(station.shop, "B-1", 500, member=member)
    ballast = fill(disk, leave=60_000)
    count = fill_up(station, member)
    station.close()
    ballast.unlink()
    with open_station(folder, SetClock(MORNING), background=False) as station:
        assert station.shop.state(member).purchases == 1 + count
        assert not station.db.pending
    assert [str(one) for one in examine(folder).findings] == []


SMALL_FILES = """
import resource, sys
from pathlib import Path
from app.services.sales import SaleRecorded, record_sale
from app.services.writing import DiskFull
from tests.helpers.shops import STAFF, bill, enrol, goods, make_shop, new_station
folder = Path(sys.argv[1])
station = new_station(make_shop(folder))
member = enrol(station.shop)
station.pump()
size = (folder / "station.db-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 30_000, resource.RLIM_INFINITY))
seen = []
for at in range(200):
    lines = [goods(f"sku-{one}", 1000) for one in range(20)]
    outcome = record_sale(station.shop, STAFF, bill(station.shop, f"F-{at}", *lines, member=member))
    seen.append(type(outcome).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
outcome = record_sale(station.shop, STAFF, bill(station.shop, "L", 500, member=member))
assert isinstance(outcome, SaleRecorded), outcome
print(sorted(set(seen)), station.shop.state(member).purchases - 1 == seen.count("SaleRecorded"))
station.close()
"""


@pytest.mark.process
def test_a_quota_is_as_good_as_a_full_disk(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "['DiskFull', 'SaleRecorded'] True\n"
    assert [str(one) for one in examine(tmp_path).findings] == []


def test_a_day_on_a_full_disk_is_not_closed_and_is_once_there_is_space(disk: Path):
    folder = make_shop(disk / "shop")
    with new_station(folder) as station:
        shop = station.shop
        approver = owner(shop)
        ballast = fill(disk, leave=200_000)
        fill_up(station, enrol(shop))
        outcomes = {type(close_day(shop, STAFF, approver)) for _ in range(20)}
        assert outcomes <= {DiskFull, DayIsClosed, AlreadyClosed}
        closed = len(list_closes(shop))
        assert closed == (DayIsClosed in outcomes)
        ballast.unlink()
        sell(shop, "B-1", 100)
        done = close_day(shop, STAFF, approver)
        assert isinstance(done, DayIsClosed)
        assert done.close.facts.number == closed + 1
    assert verify_closes(folder).findings == ()
