"""Whatever order a till and a cashier act in: one basket is never more than one standing sale."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from app.services.baskets import (
    BasketChanged,
    BasketGone,
    BasketReplaced,
    BasketTaken,
    BasketVoided,
    KeyReused,
    OpenedBasket,
    SameBasket,
    dismiss_basket,
    open_basket,
    take_basket,
    waiting_baskets,
)
from app.services.open_sales import sale_of
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import SaleVoided, undo_sale, void_sale
from app.station.examining import examine
from tests.helpers import people
from tests.helpers.baskets import of_amount
from tests.helpers.tries import tries

SOURCE = "till-7"
IDS = count(1)

FIRST = ("send", 10_000, "", "open")
SENT = st.tuples(
    st.just("send"),
    st.sampled_from([10_000, 20_000]),
    st.sampled_from(["", "", "k1", "k2"]),
    st.sampled_from(["open", "open", "open", "paid", "voided"]),
)
DONE = st.sampled_from([("record",), ("keep",), ("undo",), ("void",), ("throw",), ("late",)])
ACTS = st.lists(st.one_of(SENT, DONE, st.just(("record",)), st.just(("late",))), max_size=14).map(
    lambda acts: [FIRST, ("keep",), *acts]
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("orders")
    people.create(folder)
    with people.opened(folder) as (station, opened, _clock):
        yield opened
        station.pump()
    assert not examine(folder).findings


class Basket:
    """One basket in a shop, and the sales that came of it."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.id = str(next(IDS))
        self.sales: list[str] = []
        self.kept: OpenedBasket | None = None

    def act(self, act: tuple[Any, ...]) -> None:
        match act:
            case ("send", amount, key, state):
                self._send(amount, f"{key} {self.id}" if key else "", state)
            case ("keep",):
                found = open_basket(self.shop, SOURCE, self.id)
                self.kept = found if isinstance(found, OpenedBasket) else self.kept
            case ("record",):
                self._record(open_basket(self.shop, SOURCE, self.id))
            case ("late",) if self.kept:
                self._record(self.kept)
            case ("undo",) if self.sales:
                undo_sale(self.shop, people.CELL, self.sales[-1])
            case ("void",) if self.sales:
                void_sale(self.shop, people.CELL, people.CELL, self.sales[-1])
            case ("throw",):
                dismiss_basket(self.shop, SOURCE, self.id)
            case _:
                pass  # there is nothing yet to undo, to void or to record late

    def _send(self, amount: int, key: str, state: str) -> None:
        standing = self.standing()
        bill = of_amount(amount, self.id, bill_number="", state=state)
        outcome = take_basket(self.shop, bill, key)
        match outcome:
            case BasketTaken() | BasketReplaced():
                assert not standing, "a recorded basket was taken anew"
                found = open_basket(self.shop, SOURCE, self.id)
                assert isinstance(found, OpenedBasket)
                assert found.draft.bill.lines[0].unit_price_minor == amount
            case BasketVoided(sale=sale):
                assert [sale] == standing or not (sale or standing)
            case BasketChanged(sale=sale):
                assert [sale] == standing or not (sale or standing)
            case SameBasket(state=kept, sale=sale):
                assert (kept in {"recorded", "cancel"}) == bool(standing)
                assert [sale] == standing or not (sale or standing)
            case KeyReused():
                assert key
            case _:
                pytest.fail(f"{outcome}")

    def _record(self, found: OpenedBasket | BasketGone) -> None:
        """Record what waits now, or what stood on a screen before: as another bill each time."""
        if isinstance(found, BasketGone):
            return
        number = f"{self.id}-{len(self.sales)}"
        bill = replace(found.draft.bill, id=self.shop.mint(), number=number)
        outcome = record_sale(self.shop, people.CELL, bill)
        if isinstance(outcome, SaleRecorded):
            self.sales.append(outcome.sale)

    def standing(self) -> list[str]:
        found = [sale_of(self.shop, one) for one in self.sales]
        return [one.sale for one in found if one is not None and not one.voided]


@tries(150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_one_basket_is_at_most_one_standing_sale(shop: Shop, acts: list[tuple[Any, ...]]) -> None:
    basket = Basket(shop)
    for act in acts:
        basket.act(act)
        standing = basket.standing()
        assert len(standing) <= 1
        listed = [one for one in waiting_baskets(shop) if one.ref.external_id == basket.id]
        assert not [one for one in listed if standing and not one.cancelled]
        assert isinstance(open_basket(shop, SOURCE, basket.id), OpenedBasket) == any(
            not one.cancelled for one in listed
        )


def test_a_void_is_a_void(shop: Shop) -> None:
    basket = Basket(shop)
    for act in (("send", 10_000, "", "open"), ("record",)):
        basket.act(act)
    done = void_sale(shop, people.CELL, people.CELL, basket.sales[-1])
    assert isinstance(done, SaleVoided)
    assert basket.standing() == []
