"""The nightly audit finds sales that brought more than their programme gives, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.effects import Earn, Effect
from app.domain.events import Event
from app.domain.facts import Flagged, Sold
from app.hub.audit import audit, audited_seq
from app.hub.open_cell import OpenCell
from app.hub.store import SqliteStore
from app.wire.events import decode
from tests.helpers.hub_stores import CELL, busy_store
from tests.helpers.shops import number

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenCell]:
    store: SqliteStore = busy_store(tmp_path)
    try:
        yield OpenCell(store, CELL)
    finally:
        store.close()


def events_of(opened: OpenCell, after: int = 0) -> list[Event]:
    return [decode(row.body) for row in opened.rows_after(after, 1000)]


def a_sale(opened: OpenCell) -> Event:
    return next(one for one in events_of(opened) if isinstance(one.facts, Sold) and one.facts.steps)


def generous(effect: Effect) -> Effect:
    return replace(effect, amount=effect.amount + 7) if isinstance(effect, Earn) else effect


def flags_of(opened: OpenCell) -> list[Flagged]:
    return [one.facts for one in events_of(opened) if isinstance(one.facts, Flagged)]


def test_honest_sales_raise_nothing(opened: OpenCell):
    end = len(events_of(opened))
    assert audit(opened) == 0
    with opened.store.read() as core:
        assert audited_seq(core, CELL) == end


def test_a_sale_that_gave_more_is_flagged_once(opened: OpenCell):
    honest = a_sale(opened)
    more = tuple(map(generous, honest.effects))
    forged = replace(honest, id=number("forged"), effects=more, once=())
    opened.book_own([forged])
    assert audit(opened) == 1
    (flag,) = flags_of(opened)
    assert (flag.guard, flag.subject) == ("audit", honest.member)
    earned = sum(one.amount for one in honest.effects if isinstance(one, Earn))
    found = sum(one.amount for one in more if isinstance(one, Earn))
    assert f"what=coins found={found} expected={earned} sale={forged.id}" == flag.detail
    assert audit(opened) == 0
    assert len(flags_of(opened)) == 1


def test_a_programme_nobody_published_is_flagged(opened: OpenCell):
    forged = replace(a_sale(opened), id=number("forged"), programme="f" * 64, once=())
    opened.book_own([forged])
    assert audit(opened) == 1
    assert flags_of(opened)[0].detail == f"what=programme sale={forged.id}"


def test_an_audit_goes_on_where_it_stopped(opened: OpenCell):
    forged = replace(
        a_sale(opened), id=number("forged"), once=(),
        effects=tuple(map(generous, a_sale(opened).effects)),
    )  # fmt: skip
    opened.book_own([forged])
    rows = len(events_of(opened))
    found = 0
    for _ in range(rows + 2):
        found += audit(opened, rows_max=1)
    assert found == 1
    assert len(flags_of(opened)) == 1


def test_a_sale_that_nobody_can_rate_is_flagged_and_stops_no_audit(opened: OpenCell):
    sale = a_sale(opened)
    assert isinstance(sale.facts, Sold)
    context = replace(sale.facts.context, on=date.max)
    odd = replace(sale, id=number("odd"), once=(), facts=replace(sale.facts, context=context))
    upto = opened.book_own([odd])
    assert audit(opened) == 1
    assert audit(opened) == 0
    flagged = events_of(opened, upto)[-1].facts
    assert isinstance(flagged, Flagged)
    assert flagged.detail == f"what=sale sale={odd.id}"
