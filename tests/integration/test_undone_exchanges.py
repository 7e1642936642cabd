"""An exchange that was undone, wherever it shows: in the cell, the checks, the day, the tables."""

from dataclasses import replace
from pathlib import Path

from app.domain.bills import Bill
from app.insight.history import history
from app.insight.sales import sale_rows
from app.services.exchanges import ExchangeRecorded, record_exchange, undo_exchange
from app.services.returns import ReturnAsk
from app.services.shop import Shop
from app.services.slips import slip_of
from app.services.unsent import Unsent, count_unsent
from app.services.voids import SaleVoided
from app.station.examining import examine
from tests.helpers.rewards import give, rewards_document, spendable
from tests.helpers.shops import STAFF, bill, enrol, goods, new_station, sell


def begun(shop: Shop, member: str) -> tuple[ReturnAsk, Bill]:
    """Goods that were paid with coins come back, and others are paid with them."""
    old = sell(shop, "1", goods("a", 30_000), goods("b", 20_000), member=member, coins=200)
    ask = ReturnAsk(shop.mint(), "R-1", old.sale, ((0, 1000), (1, 1000)))
    return ask, bill(shop, "2", goods("c", 60_000), member=member, coins=250)


def undone(shop: Shop, ask: ReturnAsk, new: Bill) -> ExchangeRecorded:
    done = record_exchange(shop, STAFF, ask, new)
    assert isinstance(done, ExchangeRecorded), done
    assert done.undo is not None
    assert isinstance(undo_exchange(shop, STAFF, done), SaleVoided)
    return done


def test_the_cell_and_the_checks_agree_that_it_never_was(tmp_path: Path):
    with new_station(tmp_path, document=rewards_document()) as station:
        shop = station.shop
        member = enrol(shop)
        give(shop, member, 300)
        ask, new = begun(shop, member)
        station.pump()
        before, rows = spendable(shop, member), list(sale_rows(shop, None))
        done = undone(shop, ask, new)
        assert spendable(shop, member) == before
        station.pump()
        assert spendable(shop, member) == before
        state = shop.state(member)
        assert (state.debt, state.overdraft) == (0, 0)
        assert list(sale_rows(shop, None)) == rows
        assert "A return was undone" in [one.title for one in history(shop, member, "en", 20)]
        slip = slip_of(shop, done.returned.event, "en")
        assert getattr(slip, "mark", "") == "VOID: DOES NOT COUNT"
    assert [str(one) for one in examine(tmp_path).findings] == []


def test_half_of_it_may_be_booked_before_it_is_undone(tmp_path: Path):
    with new_station(tmp_path, document=rewards_document()) as station:
        shop = station.shop
        member = enrol(shop)
        give(shop, member, 300)
        ask, new = begun(shop, member)
        before = spendable(shop, member)
        done = record_exchange(shop, STAFF, ask, new)
        assert isinstance(done, ExchangeRecorded)
        station.pump()
        assert isinstance(undo_exchange(shop, STAFF, done), SaleVoided)
        assert spendable(shop, member) == before
        station.pump()
        assert spendable(shop, member) == before
        again = record_exchange(shop, STAFF, ask, replace(new, id=shop.mint()))
        assert isinstance(again, ExchangeRecorded)
        station.pump()
    assert [str(one) for one in examine(tmp_path).findings] == []


def test_what_waits_to_be_sent_is_a_return_and_a_bill_undone(tmp_path: Path):
    with new_station(tmp_path, document=rewards_document()) as station:
        shop = station.shop
        member = enrol(shop)
        give(shop, member, 300)
        ask, new = begun(shop, member)
        station.pump()
        undone(shop, ask, new)
        assert count_unsent(shop, 10) == Unsent(bills=1, returns=1, others=1)
