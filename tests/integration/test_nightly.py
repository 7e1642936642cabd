"""What a hub does by itself: once where once is enough, and one cell's trouble is not another's."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.hub import holds, nightly
from app.hub.audit import audited_seq
from app.hub.backups import verify
from app.hub.cell import found
from app.hub.hub import Hub
from app.hub.nightly import Nightly
from app.hub.open_cell import OpenCell
from app.hub.store import SqliteStore, StoreAwayError
from app.storage import failpoints
from app.storage.tables import account, cell, hold
from app.wire.sync import HoldAsk
from tests.helpers.hub_stores import CELL, KEY, NOW_MS, balances_of, busy_store, hear
from tests.helpers.shops import number

pytestmark = pytest.mark.slow

DAY_MS = 86_400_000


class Clock:
    """The hub's clock."""

    def __init__(self) -> None:
        self.ms = NOW_MS

    def __call__(self) -> int:
        return self.ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hub(tmp_path: Path, clock: Clock) -> Iterator[Hub]:
    store: SqliteStore = busy_store(tmp_path)
    opened = Hub(store, KEY, clock)
    try:
        yield opened
    finally:
        opened.close()


def test_a_tick_ends_days_audits_and_backs_up(hub: Hub, tmp_path: Path):
    hear(hub.store, "a", NOW_MS, None)
    jobs = Nightly(hub, tmp_path / "backups")
    jobs.tick()
    assert jobs.troubles == ()
    with hub.store.read() as core:
        assert audited_seq(core, CELL) > 0
        assert core.execute(select(cell.c.day_ended)).scalar_one() is not None
    (path,) = (tmp_path / "backups").glob("*.db")
    assert CELL in verify(path).cells
    assert jobs.backed_up_ms == NOW_MS


def test_a_backup_is_made_once_a_day_also_after_a_restart(hub: Hub, clock: Clock, tmp_path: Path):
    for _ in range(2):
        Nightly(hub, tmp_path / "backups").tick()
    assert len(list((tmp_path / "backups").glob("*.db"))) == 1
    for _ in range(9):
        clock.ms += DAY_MS
        Nightly(hub, tmp_path / "backups").tick()
    assert len(list((tmp_path / "backups").glob("*.db"))) == nightly.BACKUPS_KEPT


def test_what_fails_is_told_and_keeps_nothing_from_the_others(hub: Hub, tmp_path: Path):
    """The first cell's accounts are damaged; the second is audited, the store backed up."""
    hub.store.run(lambda core: found(core, "f" * 32))
    damage = update(account).values(state=b"?", due_on=date.min)
    hub.store.run(lambda core: core.execute(damage))
    jobs = Nightly(hub, tmp_path / "backups")
    jobs.tick()
    assert len(jobs.troubles) == 1
    assert jobs.backed_up_ms


class KilledError(Exception):
    """Stands for a power cut in another process."""


def test_a_running_hub_makes_whole_what_a_killed_rebuild_left(hub: Hub):
    """Of several processes at one database, the one that was to fold everything again died."""

    def cut() -> None:
        raise KilledError

    before = balances_of(hub.store)
    opened, other = hub.cell(CELL), OpenCell(hub.store, CELL)
    other.distrust()
    failpoints.arm("refold.step", cut)
    with pytest.raises(KilledError):
        other.refold()
    failpoints.arm("")
    with pytest.raises(StoreAwayError, match="made anew"):
        opened.book_own([])
    jobs = Nightly(hub, None)
    jobs.tick()
    assert jobs.troubles == ()
    opened.book_own([])
    assert balances_of(hub.store) == before


def test_a_folder_that_cannot_be_written_is_told(hub: Hub, tmp_path: Path):
    (tmp_path / "backups").write_text("in the way")
    jobs = Nightly(hub, tmp_path / "backups")
    jobs.tick()
    assert len(jobs.troubles) == 1


def test_holds_that_ended_long_ago_are_forgotten(hub: Hub, clock: Clock, tmp_path: Path):
    old, lasting = number("old"), number("lasting")
    hub.store.run(lambda core: holds.void(core, CELL, number("a"), old, NOW_MS))
    wanted = HoldAsk(lasting)
    asked = hub.cell(CELL).rules_on
    hub.store.run(
        lambda core: holds.ask(core, CELL, number("a"), wanted, asked, date(2026, 6, 20), NOW_MS)
    )
    kept = []
    for days in (34, 2):
        clock.ms += days * DAY_MS
        Nightly(hub, None).tick()
        with hub.store.read() as core:
            kept.append(set(core.scalars(select(hold.c.hold_id))))
    assert kept == [{old, lasting}, {lasting}]
