"""What a chain owes and moves: sums over every cell beside what each member's state says."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.chain import CHAIN_START
from app.domain.erasing import forfeit_of
from app.domain.facts import Erased, ProgrammePublished
from app.domain.money import Money
from app.hub.cell import Acknowledged, Push, found
from app.hub.open_cell import OpenCell
from app.hub.reports import Held, Moved, cell_ids, last_seqs, report
from app.hub.store import Store, open_store
from app.services.returns import ReturnAsk, record_return
from app.services.shop import Shop
from app.storage.rows import unpack_state
from app.storage.tables import account, cell
from tests.helpers.command import sikka
from tests.helpers.ledger import event
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    document_of,
    enrol,
    goods,
    later,
    merge,
    new_station,
    number,
    programme_in,
    sell,
)
from tests.helpers.stores import ENGINES, store_on

pytestmark = pytest.mark.slow

DAY = MORNING.date()
NEXT = DAY + timedelta(days=1)
CELLS = [number("north"), number("south")]
COIN_MINOR = programme_in(document_of()).coin_value_minor


@pytest.fixture(scope="module")
def lane(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Two days of a shop: coins earned, spent and taken back, two who are one, one erased."""
    with new_station(tmp_path_factory.mktemp("station")) as station:
        shop = station.shop
        asha, ravi, double, gone = (enrol(shop, name) for name in ("a", "ravi", "double", "gone"))
        first = sell(shop, "B-1", goods("a", 400_000, 2), member=asha)
        sell(shop, "B-2", goods("b", 20_000), member=asha, coins=50)
        sell(shop, "B-3", 45_000, member=double)
        sell(shop, "B-4", 90_000, member=gone)
        merge(shop, asha, double)
        later(shop, days=1)
        sell(shop, "B-5", goods("a", 300_000), member=ravi)
        record_return(shop, STAFF, ReturnAsk(shop.mint(), "R-1", first.sale, ((0, 1000),)))
        forget(shop, gone)
        return [body for _, body, _ in station.db.unsent(0, 1000)]


def forget(shop: Shop, member: str) -> None:
    """Erase a member as a station does: what is left is forfeited."""
    effects = (forfeit_of(shop.state(member)),)
    erased = shop.event("erased", Erased(SUPERVISOR), member=member, effects=effects)
    shop.record(lambda _: ((erased,), None))


def book(store: Store, cell_id: str, bodies: list[bytes]) -> OpenCell:
    store.run(lambda core: found(core, cell_id))
    opened = OpenCell(store, cell_id)
    facts = ProgrammePublished(programme_in(document_of()).id, document_of())
    published = event("programme_published", facts, (), DAY, f"programme of {cell_id}")
    opened.book_own([replace(published, member="")])
    answer = opened.push(Push(number("a"), 1, 1, CHAIN_START, tuple(bodies)))
    assert isinstance(answer, Acknowledged)
    return opened


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path, lane: list[bytes]) -> Iterator[Store]:
    """Two cells: one with all that happened, one with the first events only."""
    with store_on(request.param, tmp_path, request) as opened:
        book(opened, CELLS[0], lane)
        book(opened, CELLS[1], lane[:6])
        yield opened


def by_states(core: sa.Connection, cell_id: str) -> Held:
    """What members hold, by their states alone."""
    rows = core.scalars(sa.select(account.c.state).where(account.c.cell_id == cell_id))
    held = Held()
    for state in map(unpack_state, rows):
        if state.merged_into:
            continue
        coins, debt = sum(lot.amount for lot in state.lots), state.debt + state.overdraft
        wallet = state.credit
        credit = sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft
        mine = Held(
            int(not state.erased), coins, debt, max(0, coins - debt), max(0, credit),
            state.earned, state.spent,
        )  # fmt: skip
        held = Held(*map(sum, zip(held, mine, strict=True)))
    return held


def test_sums_are_what_the_members_states_say(store: Store):
    with store.read() as core:
        made = report(core, NEXT)
        assert [one.cell_id for one in made.cells] == sorted(CELLS) == cell_ids(core)
        for one in made.cells:
            assert one.held == by_states(core, one.cell_id)
            assert one.counted
            assert one.owed_minor == one.held.owed_coins * COIN_MINOR
    whole = next(one for one in made.cells if one.cell_id == CELLS[0])
    assert whole.held.members == 2
    assert whole.held.coins > 0
    assert whole.held.spent == 50
    assert whole.moved.expired > 0, "what the erased member had is gone"
    assert made.held == Held(*map(sum, zip(*(one.held for one in made.cells), strict=True)))
    assert made.owed_minor == {Money("INR"): made.held.owed_coins * COIN_MINOR}


def test_days_add_up_to_all_that_moved_ever(store: Store):
    with store.read() as core:
        ever = report(core, NEXT).moved
        first = report(core, NEXT, until=DAY).moved
        second = report(core, NEXT, since=NEXT).moved
        nothing = report(core, NEXT, since=NEXT + timedelta(days=9)).moved
    assert Moved(*map(sum, zip(first, second, strict=True))) == ever
    assert first.earned > second.earned
    assert (first.spent, second.spent) == (100, 0)
    assert nothing == Moved()


def test_an_empty_store_owes_nothing(tmp_path: Path):
    with closing(open_store(f"sqlite:///{tmp_path / 'hub.db'}")) as empty, empty.read() as core:
        made = report(core, DAY)
    assert (made.cells, made.held, made.moved, made.owed_minor) == ((), Held(), Moved(), {})


def test_a_cell_whose_accounts_are_made_anew_is_not_called_whole(store: Store):
    store.run(lambda core: core.execute(
        sa.update(cell).where(cell.c.cell_id == CELLS[1]).values(fold_version=None)
    ))  # fmt: skip
    with store.read() as core:
        assert {one.cell_id: one.counted for one in report(core, DAY).cells} == {
            CELLS[0]: True, CELLS[1]: False,
        }  # fmt: skip
        assert last_seqs(core, [CELLS[0], number("none")]).keys() == {CELLS[0]}


def test_the_sums_are_made_anew_with_the_accounts(store: Store):
    with store.read() as core:
        before = report(core, DAY)
    nothing = dict.fromkeys(("coins", "debt", "credit_minor", "earned", "spent"))
    store.run(lambda core: core.execute(sa.update(account).values(nothing)))
    for cell_id in CELLS:
        opened = OpenCell(store, cell_id)
        opened.distrust()
        opened.refold()
    with store.read() as core:
        assert report(core, DAY) == before


@pytest.mark.process
def test_the_command_prints_every_cell_and_the_total(tmp_path: Path, lane: list[bytes]):
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    with closing(open_store(url)) as opened:
        book(opened, CELLS[0], lane)
        with opened.read() as core:
            made = report(core, DAY)
        answer = sikka("hub", "report", "--store", url, "--json")
        table = sikka("hub", "report", "--store", url, "--until", str(DAY))
    assert answer.code == 0, answer.err
    printed = json.loads(answer.out)
    assert printed["cells"][0]["cell"] == CELLS[0]
    assert printed["total"]["coins"] == made.held.coins
    assert printed["total"]["moved"] == made.moved._asdict()
    assert CELLS[0] in table.out
    assert "minor" not in table.out
    owed = Money("INR").full(made.held.owed_coins * COIN_MINOR)
    credit = Money("INR").full(made.held.owed_credit_minor)
    assert f"coins worth {owed}, store credit {credit}." in table.out
    refused = sikka("hub", "report", "--store", "mysql://host/db")
    assert (refused.code, refused.out) == (2, "")
    assert "Write sqlite:///PATH" in refused.err
