"""Goods back: in whatever parts and order, nothing is taken twice and all of it leaves nothing."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.bills import Bill, BillLine, total_minor
from app.domain.effects import Earn, Effect, Reverse, Spend
from app.domain.fold import blank, fold
from app.domain.open_sales import OpenSale
from app.domain.programme import Programme
from app.domain.return_parts import (
    Asked,
    NothingToReturn,
    TooMuch,
    amount_parts,
    line_part,
    match_unlinked,
)
from app.domain.returns import clawed_back
from tests.helpers.ledger import MEMBER, Book, as_if_never, effects_of, net_coins, sum_of
from tests.helpers.programmes import fixed, multiplier, per_amount, programme_of
from tests.helpers.tries import tries

SKUS = ["a", "b", "c"]
SHOP = replace(
    programme_of(
        per_amount("base", 1, 100),
        per_amount("food", 2, 300, categories=frozenset({"food"}), cap_coins=90, cap_period="day"),
        per_amount("best", 3, 1000, group="g"),
        per_amount("second", 1, 400, group="g"),
        fixed("first", 25, first_purchase=True, minimum_minor=30_000),
        fixed("month", 4, skus=frozenset({"b"}), cap_coins=6, cap_period="month"),
        multiplier("double", 200, minimum_minor=50_000),
    ),
    clawback="allow_negative",
    excluded_categories=frozenset({"tobacco"}),
)

units = st.builds(
    BillLine,
    st.sampled_from(SKUS),
    st.just("Goods"),
    st.sampled_from(["food", "tobacco", ""]),
    st.integers(1, 5).map(lambda n: n * 1000) | st.integers(1, 4000),
    st.integers(0, 40_000),
    st.just(0),
)


@st.composite
def bills(draw: st.DrawFn) -> list[Bill]:
    """A day's bills of the member; later ones may pay with coins."""
    made = []
    for at in range(draw(st.integers(1, 3))):
        lines = tuple(draw(st.lists(units, min_size=1, max_size=4)))
        bill = Bill("", f"B-{at}", lines)
        assume(total_minor(bill) > 0)
        coins = draw(st.integers(0, total_minor(bill) // 50)) if at else 0
        made.append(replace(bill, coins=coins))
    return made


class Bringer:
    """Brings goods back step by step as hypothesis decides."""

    def __init__(self, data: st.DataObject, book: Book) -> None:
        self.data = data
        self.book = book

    def some(self) -> None:
        """Bring back a part of one sale, by lines or by amount, or of several without a bill."""
        sale = self.data.draw(st.sampled_from(list(self.book.sales.values())))
        how = self.data.draw(st.sampled_from(["line", "amount", "unlinked"]))
        if how == "line":
            self._line(sale)
        elif how == "amount":
            money = sum(kept.net_minor for kept in sale.kept)
            amount = self.data.draw(st.integers(1, money + 1))
            parts = amount_parts(sale, amount)
            assert isinstance(parts, tuple) == (amount <= money)
            if isinstance(parts, tuple):
                self.book.take_back(parts)
        else:
            asked = Asked(self.data.draw(st.sampled_from(SKUS)), "", 1500, 100)
            parts, unmatched = match_unlinked(
                self.book.sales.values(), [asked, asked], self.book.on, 15
            )
            matched = sum(part.quantity_milli for part in parts)
            assert matched + sum(line.quantity_milli for line in unmatched) == 3000
            self.book.take_back(parts, unmatched)

    def _line(self, sale: OpenSale) -> None:
        lines = [at for at, kept in enumerate(sale.kept) if kept.quantity_milli]
        if lines:
            at = self.data.draw(st.sampled_from(lines))
            quantity = self.data.draw(st.integers(1, sale.kept[at].quantity_milli))
            part = line_part(sale, at, quantity)
            assert not isinstance(part, TooMuch)
            self.book.take_back((part,))

    def rest(self) -> None:
        """Bring back all that is left, sale by sale."""
        for sale in self.data.draw(st.permutations(list(self.book.sales.values()))):
            parts = []
            for at, kept in enumerate(sale.kept):
                if kept.quantity_milli:
                    part = line_part(sale, at, kept.quantity_milli)
                    assert not isinstance(part, TooMuch)
                    parts.append(part)
            if parts:
                self.book.take_back(tuple(parts))


@tries(60)
@given(bills(), st.data(), st.integers(0, 6))
def test_when_everything_came_back_it_is_as_if_nothing_was_sold(day, data, steps):
    book = Book(SHOP)
    for bill in day:
        book.sell(bill)
    bringer = Bringer(data, book)
    for _ in range(steps):
        bringer.some()
        check_each_sale(book)
    bringer.rest()
    check_each_sale(book)
    assert as_if_never(book.state) == as_if_never(blank(MEMBER))
    for sale in book.sales.values():
        assert all(kept == (0, 0) for kept in sale.kept)
        assert sale.coins_back == sale.sold.coins
        assert sale.status_back == sale.status


def check_each_sale(book: Book) -> None:
    """No unit, coin or point goes back twice; linear sums equal the state."""
    for sale in book.sales.values():
        assert all(kept.quantity_milli >= 0 and kept.net_minor >= 0 for kept in sale.kept)
        earned = {earn.rule: earn.amount for earn in sale.earned}
        assert all(0 <= coins <= earned[rule] for rule, coins in sale.taken.items())
        assert 0 <= sale.coins_back <= sale.sold.coins
        assert 0 <= sale.status_back <= sale.status
    effects = effects_of(book.events)
    assert all(_positive(one) for one in effects)
    backs = [one for one in book.events if one.kind == "returned"]
    assert not any(isinstance(effect, Spend) for one in backs for effect in one.effects)
    assert sum_of(effects, Reverse) <= sum_of(effects, Earn)


def _positive(effect: Effect) -> bool:
    return getattr(effect, "amount", 1) > 0


@tries(60)
@given(bills(), st.data(), st.sampled_from(["within_balance", "reduce_refund"]))
def test_a_return_never_makes_a_debt_unless_the_programme_says_so(day, data, policy):
    shop: Programme = replace(SHOP, clawback=policy)
    book = Book(shop)
    for bill in day:
        have = net_coins(book.state)
        book.sell(replace(bill, coins=data.draw(st.integers(0, min(have, _coins_of(bill))))))
    bringer = Bringer(data, book)
    for _ in range(3):
        bringer.some()
    bringer.rest()
    assert (book.state.debt, book.state.overdraft) == (0, 0)
    for one in book.events:
        if one.kind == "returned":
            facts = one.facts
            assert facts.refund_minor >= 0  # type: ignore[union-attr]
            assert facts.coins_taken == sum_of(list(one.effects), Reverse)  # type: ignore[union-attr]
            assert facts.cut_minor >= 0  # type: ignore[union-attr]
            if policy == "within_balance":
                assert facts.cut_minor == 0  # type: ignore[union-attr]


def _coins_of(bill: Bill) -> int:
    return total_minor(bill) // 50


@given(st.sampled_from(["within_balance", "reduce_refund", "allow_negative"]),
       st.integers(0, 10**6), st.integers(-100, 10**6))  # fmt: skip
def test_what_is_clawed_back_is_what_is_there(policy, wanted, have):
    taken = clawed_back(policy, wanted, have)
    assert 0 <= taken <= wanted
    if policy == "allow_negative" or have >= wanted:
        assert taken == wanted


def test_an_amount_comes_off_the_last_line_first_and_takes_its_units_when_all_is_back():
    book = Book(SHOP)
    lines = tuple(BillLine(sku, "", "", 1000, price) for sku, price in (("a", 500), ("b", 300)))
    sale = book.sell(Bill("", "B", lines))
    parts = amount_parts(sale, 400)
    assert isinstance(parts, tuple)
    assert [(one.line, one.quantity_milli, one.amount_minor) for one in parts] == [
        (1, 1000, 300),
        (0, 0, 100),
    ]
    assert amount_parts(sale, 0) == amount_parts(sale, -5) == NothingToReturn()
    assert isinstance(amount_parts(sale, 801), TooMuch)


def test_goods_without_a_bill_match_the_latest_sale_and_its_last_line_first():
    book = Book(SHOP)
    old = book.sell(Bill("", "B-1", (BillLine("a", "", "", 2000, 100),)))
    book.on += timedelta(days=15)
    new = book.sell(Bill("", "B-2", tuple(BillLine("a", "", "", 1000, p) for p in (200, 300))))
    asked = [Asked("a", "", 4500, 999)]
    parts, unmatched = match_unlinked(book.sales.values(), asked, book.on, 15)
    assert [(part.sale, part.line, part.amount_minor) for part in parts] == [
        (new.sale, 1, 300),
        (new.sale, 0, 200),
        (old.sale, 0, 200),
    ]
    assert [(line.quantity_milli, line.net_minor) for line in unmatched] == [(500, 500)]
    parts, unmatched = match_unlinked(book.sales.values(), asked, book.on + timedelta(days=1), 15)
    assert {part.sale for part in parts} == {new.sale}
    assert match_unlinked(book.sales.values(), asked, old.on, 15)[0] == (line_part(old, 0, 2000),)


def test_coins_go_back_to_the_lot_they_were_earned_into():
    book = Book(SHOP)
    first = book.sell(Bill("", "B-1", (BillLine("a", "", "", 1000, 10_000),)))
    lots = book.state.lots
    book.on += timedelta(days=1)
    book.sell(Bill("", "B-2", (BillLine("a", "", "", 1000, 10_000),)))
    part = line_part(first, 0, 1000)
    assert not isinstance(part, TooMuch)
    book.take_back((part,))
    assert lots[0].available_from not in {lot.available_from for lot in book.state.lots}


def test_the_state_after_a_return_is_the_fold_of_the_events():
    book = Book(SHOP)
    sale = book.sell(Bill("", "B-1", (BillLine("a", "", "food", 3000, 10_000),)))
    part = line_part(sale, 0, 1000)
    assert not isinstance(part, TooMuch)
    book.take_back((part,))
    again = blank(MEMBER)
    for one in book.events:
        again = fold(again, one)
    assert again == book.state
