"""Several processes at work on one store: accounts made anew, days ended."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from app.domain.effects import Earn
from app.hub import cell, refolding
from app.hub.jobs import last_day_ended
from app.hub.open_cell import OpenCell
from app.hub.postgres import PostgresStore
from app.hub.store import SqliteStore, StoreAwayError
from app.storage.tables import account
from app.wire.events import decode, encode
from tests.helpers.cell_bases import CELL, STATION, heads, postgres_base, sqlite_base
from tests.helpers.hub import bodies_of
from tests.helpers.shops import MORNING

pytestmark = pytest.mark.slow

EARN = Earn(50, "t", MORNING.date(), None, "base", 0, 100, 50, "")
BODIES = tuple(
    encode(replace(decode(body), effects=(EARN,))) for body in bodies_of("asha", "ravi", "mina")
)
WAITING = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")


def push_of(first: int, count: int) -> cell.Push:
    previous = heads(list(BODIES))[first - 1]
    return cell.Push(STATION, 1, first, previous, BODIES[first - 1 : first - 1 + count])


def test_nothing_is_booked_into_accounts_that_another_process_makes_anew(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "hub.db")) as store:
        store.run(partial(cell.found, cell_id=CELL))
        opened, other = OpenCell(store, CELL), OpenCell(store, CELL)
        opened.push(push_of(1, 2))
        other.distrust()
        with pytest.raises(StoreAwayError, match="made anew"):
            opened.push(push_of(3, 1))
        other.refold()
        assert opened.push(push_of(3, 1)) == cell.Acknowledged(3, heads(list(BODIES))[3])


def until(store: PostgresStore, happened: Callable[[Connection], bool]) -> None:
    for _ in range(10_000):
        with store.read() as core:
            if happened(core):
                return
    raise AssertionError("it did not happen")


def accounts(store: PostgresStore) -> list[tuple[Any, ...]]:
    with store.read() as core:
        return sorted(tuple(row) for row in core.execute(sa.select(account)))


def test_two_processes_that_make_accounts_anew_fold_every_row_once(postgres_url: str) -> None:
    with postgres_base(postgres_url) as base, closing(PostgresStore(postgres_url)) as second:
        assert isinstance(base.store, PostgresStore)
        opened = OpenCell(base.store, CELL)
        opened.push(push_of(1, 3))
        before = accounts(base.store)
        opened.distrust()
        while base.store.run(partial(refolding._empty, cell_id=CELL)):
            pass
        other = threading.Thread(target=second.run, args=(partial(refolding._fold, cell_id=CELL),))

        def fold(core: Connection) -> None:
            refolding._fold(core, CELL)
            other.start()
            until(base.store, lambda look: look.execute(WAITING).scalar_one() > 0)  # type: ignore[arg-type]

        base.store.run(fold)
        other.join()
        refolding.refold(base.store.run, CELL)
        assert accounts(base.store) == before


def test_a_server_that_is_slower_puts_no_ended_day_back(tmp_path: Path) -> None:
    with sqlite_base(tmp_path) as base:
        today = MORNING.date()
        base.end_day(today)
        base.end_day(today - timedelta(days=2))
        with base.store.read() as core:
            assert last_day_ended(core, CELL) == today
