"""A bill with everything on it, brought back in any pieces, leaves a member as before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bill_faults import fault_of
from app.domain.bills import Bill, BillLine, total_minor
from app.domain.coins import LotTerms
from app.domain.effects import Benefit, Claim, Credit, Earn, Issue, Spend
from app.domain.facts import Context, ReturnPart, VoucherClaimed
from app.domain.members import coins_on, credit_on, voucher_of
from app.domain.open_sales import OpenSale
from app.domain.programme import Clawback, Tier
from app.domain.promises import Cashback, GiftRule, Goal, Prize, Raffle, RafflePrize, Reward
from app.domain.return_parts import line_part
from app.domain.sales import collect_minor, context_of, sell
from tests.helpers.ledger import MEMBER, Book, as_if_never, event, net_coins
from tests.helpers.programmes import MONDAY, PROGRAMME, per_amount
from tests.helpers.shops import number

LAST = date(2026, 12, 31)
OFF_TEN = Benefit("percent", 10, 0, 5_000)
OFF_FIXED = Benefit("fixed", 3_000, 2_000, 0, ("category:food",))
FREE = Benefit("item", 1000, 0, 0, ("sku:a",))
TEA = Reward("tea", {"en": "Tea"}, 20, FREE)
SHOP = replace(
    PROGRAMME,
    clawback="allow_negative",
    earn=(per_amount("base", 1, 100), per_amount("food", 2, 1000, categories=frozenset({"food"}))),
    excluded_categories=frozenset({"tobacco"}),
    tiers=(Tier("silver", {"en": "Silver"}, 0, member_price_percent=3),),
    rewards=(TEA,),
    cashback=(Cashback("cash", {"en": "Cash"}, 1_500, cap_minor=700),),
    gifts=(
        GiftRule("bag", {"en": "Bag"}, Prize(reward="tea"), cap=1, cap_period="month"),
        GiftRule("ticket", {"en": "Ticket"}, Prize(raffle="r", tickets=1), per_minor=2_000),
        GiftRule("bonus", {"en": "Bonus"}, Prize(coins=7, terms=LotTerms(0, 2)), per_minor=9_000),
    ),
    raffles=(
        Raffle("r", {"en": "R"}, MONDAY, LAST, LAST, (RafflePrize("p", {"en": "P"}),), {"en": "M"}),
    ),
    goals=(
        Goal("three", "challenge", {"en": "Three"}, "units", (3,), window="month"),
        Goal("wide", "challenge", {"en": "Wide"}, "categories", (2,), window="week"),
    ),
)  # fmt: skip

lines = st.lists(
    st.builds(
        BillLine,
        st.sampled_from(["a", "b", "c"]),
        st.just(""),
        st.sampled_from(["food", "toys", "tobacco", ""]),
        st.sampled_from([250, 1000, 3000]),
        st.integers(100, 20_000),
        st.just(0),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


def part_of(sale: OpenSale, line: int, quantity_milli: int) -> ReturnPart:
    part = line_part(sale, line, quantity_milli)
    assert isinstance(part, ReturnPart)
    return part


def member() -> Book:
    """A member with coins, store credit and three vouchers."""
    book = Book(SHOP)
    book.write(event("adjusted", VoucherClaimed(""), (
        Earn(500, "", MONDAY, None, "opening", 0, 100, 500, ""),
        Credit(8_000, "", MONDAY, LAST, "opening", 0),
        *(Issue(number(name), "tea", f"SV{name}", MONDAY, LAST, 0, benefit, "")
          for name, benefit in (("ten", OFF_TEN), ("fixed", OFF_FIXED), ("free", FREE))),
    ), MONDAY, "opening"))  # fmt: skip
    return book


def bill_of(book: Book, typed: tuple[BillLine, ...], data: st.DataObject) -> Bill | None:
    """A bill with some vouchers, coins and credit, as much as its rules allow."""
    names = data.draw(st.lists(st.sampled_from(["ten", "fixed", "free"]), unique=True))
    wished = Bill(number("B"), "B", typed, MEMBER, vouchers=tuple(map(number, names)))
    context = context_of(book.rules, book.state, MONDAY, 720, "Main")
    for bill in (wished, replace(wished, vouchers=())):
        if total_minor(bill) > 0 and fault_of(bill, book.rules, book.state, context) is None:
            sold = sell(book.rules, bill, "", context, book.state, "AA").facts
            due = collect_minor(sold)
            coins = data.draw(st.integers(0, min(500, due // 50)))
            credit = data.draw(st.integers(0, max(0, min(8_000, due - coins * 50))))
            return replace(bill, coins=coins, credit_minor=credit)
    return None


def claim(book: Book, bill: Bill) -> None:
    for voucher in bill.vouchers:
        book.write(event("voucher_claimed", VoucherClaimed(voucher, "B"), (
            Claim(voucher, MONDAY),), MONDAY, f"claim {voucher}"))  # fmt: skip


def everything(book: Book) -> tuple[object, ...]:
    state = book.state
    vouchers = [(one.voucher, one.status) for one in state.vouchers if one.status != "returned"]
    wallet = credit_on(state, MONDAY)
    return (
        *as_if_never(state), wallet.available, wallet.debt, state.progress, state.awards,
        state.done, vouchers, sum(lot.amount for lot in state.credit.lots),
    )  # fmt: skip


@given(lines, st.data())
def test_everything_returned_is_as_if_never_sold(typed: tuple[BillLine, ...], data: st.DataObject):
    book = member()
    before = everything(book)
    bill = bill_of(book, typed, data)
    if bill is None:
        return
    claim(book, bill)
    sale = book.sell(bill)
    assert collect_minor(sale.sold) == sum(line.net_minor for line in sale.sold.lines)
    if data.draw(st.booleans(), label="void"):
        book.void(sale)
    else:
        refund = 0
        for _ in range(30):
            now = book.sales[sale.sale]
            open_lines = [at for at, kept in enumerate(now.kept) if kept.quantity_milli]
            if not open_lines:
                break
            at = data.draw(st.sampled_from(open_lines))
            left = now.kept[at].quantity_milli
            part = part_of(now, at, data.draw(st.integers(1, left)))
            taken = book.take_back((part,))
            refund += taken.facts.refund_minor
            assert taken.facts.refund_minor >= 0
        else:
            for at, kept in enumerate(book.sales[sale.sale].kept):
                if kept.quantity_milli:
                    part = part_of(book.sales[sale.sale], at, kept.quantity_milli)
                    refund += book.take_back((part,)).facts.refund_minor
        assert refund == collect_minor(sale.sold), "money comes back to the last paisa"
    assert everything(book) == before


@given(lines, st.data())
def test_a_partial_return_leaves_what_the_rest_would_have_brought(
    typed: tuple[BillLine, ...], data: st.DataObject
):
    book = member()
    bill = replace(Bill(number("B"), "B", typed, MEMBER))
    if total_minor(bill) <= 0:
        return
    sale = book.sell(bill)
    at = data.draw(st.integers(0, len(typed) - 1))
    part = part_of(sale, at, sale.kept[at].quantity_milli)
    book.take_back((part,))
    rest = tuple(line for other, line in enumerate(typed) if other != at)
    alone = member()
    if rest and total_minor(replace(bill, lines=rest)) > 0:
        alone.sell(replace(bill, lines=rest))
    assert book.state.progress == alone.state.progress
    tickets = [
        [
            gift.amount
            for award in one.state.awards
            for gift in award.gifts
            if gift.kind == "tickets"
        ]
        for one in (book, alone)
    ]
    assert tickets[0] == tickets[1]
    assert credit_on(book.state, MONDAY) == credit_on(alone.state, MONDAY)
    assert coins_on(book.state, MONDAY).available == coins_on(alone.state, MONDAY).available


def test_a_gift_over_a_spend_is_asked_back_when_it_was_used():
    book = member()
    sale = book.sell(Bill(number("B"), "B", (BillLine("b", "", "toys", 1000, 5_000),), MEMBER))
    bag = next(one for one in book.state.vouchers if one.number.startswith("SVAA"))
    book.write(event("voucher_claimed", VoucherClaimed(bag.voucher), (
        Claim(bag.voucher, MONDAY),), MONDAY, "handed over"))  # fmt: skip
    taken = book.take_back((part_of(sale, 0, 1000),))
    assert taken.facts.gifts_back == ("tea",)
    held = voucher_of(book.state, bag.voucher)
    assert held is not None
    assert held.status == "returned", "it never lives again, whatever becomes of its bill"


def test_a_gift_is_given_as_often_as_its_cap_says_and_again_after_a_return():
    book = member()
    typed = (BillLine("b", "", "toys", 1000, 500),)
    first = book.sell(Bill(number("B"), "B", typed, MEMBER))
    book.sell(Bill(number("C"), "C", typed, MEMBER))
    bags = [award.key for award in book.state.awards if award.key.startswith("gift:bag|")]
    assert bags == [f"gift:bag|2026-06|{first.sale}"]
    book.take_back((part_of(first, 0, 1000),))
    book.on = MONDAY + timedelta(days=1)
    third = book.sell(Bill(number("D"), "D", typed, MEMBER))
    bags = [award.key for award in book.state.awards if award.key.startswith("gift:bag|")]
    assert bags == [f"gift:bag|2026-06|{third.sale}"]


def test_tickets_of_a_frozen_raffle_stay():
    book = member()
    sale = book.sell(Bill(number("B"), "B", (BillLine("b", "", "toys", 1000, 5_000),), MEMBER))
    book.on = LAST
    book.programme = replace(SHOP, return_window_days=300)
    book.take_back((part_of(sale, 0, 1000),))
    kinds = [gift.kind for award in book.state.awards for gift in award.gifts]
    assert kinds == ["tickets"]


def test_a_context_without_a_member_gives_no_member_price():
    context = Context(MONDAY, 720, "Main", "", first_purchase=False, used={})
    bill = Bill(number("B"), "B", (BillLine("b", "", "toys", 1000, 5_000),))
    sale = sell(Book(SHOP).rules, bill, "", context, None, "AA")
    assert sale.facts.offs == ()
    assert sale.effects == ()


def test_a_raffle_that_is_over_gives_no_tickets_and_leaves_nothing_behind():
    book = Book(SHOP, on=LAST + timedelta(days=1))
    sale = book.sell(Bill("", "1", (BillLine("b", "", "toys", 1000, 10_000, 0),), MEMBER))
    kinds = {gift.kind for award in book.state.awards for gift in award.gifts}
    assert "tickets" not in kinds
    book.void(sale)
    assert book.state.awards == ()
    assert book.state.done is None


@pytest.mark.parametrize("policy", ["within_balance", "allow_negative", "reduce_refund"])
@given(spent=st.integers(0, 60))
def test_a_void_is_exact_and_what_was_spent_of_it_is_owed(policy: Clawback, spent: int):
    book = Book(replace(SHOP, clawback=policy))
    sale = book.sell(Bill(number("B"), "B", (BillLine("b", "", "toys", 1000, 5_000),), MEMBER))
    spent = min(spent, net_coins(book.state))
    if spent:
        book.write(event("adjusted", VoucherClaimed(""), (Spend(spent, "x"),), MONDAY, "spend"))
    book.void(sale)
    assert (net_coins(book.state), book.state.debt) == (-spent, spent)
    assert book.state.earned == 0
