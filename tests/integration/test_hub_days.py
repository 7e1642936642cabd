"""A business date ends when every station that was heard of has sent it, at latest after 3 days."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from app.hub.days import due, run_days
from app.hub.open_cell import OpenCell
from app.hub.store import SqliteStore
from app.storage.tables import cell
from tests.helpers.hub_stores import CELL, NOW, NOW_MS, busy_store, hear

pytestmark = pytest.mark.slow

TODAY = NOW.date()
DAY_MS = 86_400_000


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store whose cell ended a day ten days ago."""
    opened = busy_store(tmp_path)
    try:
        opened.run(lambda core: core.execute(update(cell).values(day_ended=ago(10))))
        yield opened
    finally:
        opened.close()


def due_now(store: SqliteStore) -> date | None:
    with store.read() as core:
        return due(core, CELL, TODAY)


def test_a_cell_nobody_was_heard_of_ends_its_days_after_three(store: SqliteStore):
    assert due_now(store) == ago(3)


def test_all_stations_that_sent_yesterday_let_it_end(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    hear(store, "b", NOW_MS, ago(1))
    assert due_now(store) == ago(1)


def test_the_one_that_is_behind_holds_the_days_back(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    hear(store, "b", NOW_MS, ago(2))
    assert due_now(store) == ago(2)


@pytest.mark.parametrize("watermark", [None, ago(7)])
def test_nobody_holds_them_back_longer_than_three_days(store: SqliteStore, watermark: date | None):
    hear(store, "a", NOW_MS, ago(1))
    hear(store, "b", NOW_MS, watermark)
    assert due_now(store) == ago(3)


def test_a_station_not_heard_of_for_long_is_not_waited_for(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    hear(store, "b", NOW_MS - 5 * DAY_MS, ago(6))
    assert due_now(store) == ago(1)


def test_a_revoked_station_is_not_waited_for(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    hear(store, "b", NOW_MS, None, revoked_seq=4)
    assert due_now(store) == ago(1)


def test_today_never_ends_though_a_clock_is_ahead(store: SqliteStore):
    hear(store, "a", NOW_MS, TODAY + timedelta(days=5))
    assert due_now(store) == ago(1)


def test_jobs_run_once_for_each_day(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    opened = OpenCell(store, CELL)
    assert run_days(opened, NOW_MS) == ago(1)
    assert opened.last_day_ended() == ago(1)
    end = opened.rows_after(0, 1000)[-1].seq
    assert run_days(opened, NOW_MS) is None
    assert opened.rows_after(end, 10) == []


def test_a_station_that_comes_back_late_does_not_take_an_ended_day_back(store: SqliteStore):
    hear(store, "a", NOW_MS, ago(1))
    opened = OpenCell(store, CELL)
    run_days(opened, NOW_MS)
    hear(store, "b", NOW_MS, ago(8))
    assert run_days(opened, NOW_MS) is None
    assert opened.last_day_ended() == ago(1)


def test_the_day_goes_by_the_shops_own_clock(store: SqliteStore):
    """At 01:00 UTC it is half past six in India: the shop's new day began at four."""
    hear(store, "a", NOW_MS, TODAY)
    before_four = NOW_MS - 3 * 3_600_000
    assert run_days(OpenCell(store, CELL), before_four) == ago(2)
