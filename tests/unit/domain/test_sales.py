"""A bill becomes lines: money is split to the last paisa and never below zero."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.bill_faults import AmountTooLarge, BadLine, fault_of
from app.domain.bills import Bill, BillLine, coin_range, line_minor, number_key, price, total_minor
from app.domain.facts import Claimed, Returned, Step, Voided
from app.domain.fold import blank
from app.domain.money import MINOR_MAX, allocate
from app.domain.open_sales import follow, open_sale, untouched
from app.domain.programme import PayLimits
from app.domain.rating import Rules
from app.domain.sales import context_of, sell, status_of
from app.domain.undoing import void_effects
from tests.helpers.ledger import MEMBER, Book, as_if_never, event
from tests.helpers.programmes import MONDAY, PROGRAMME, fixed, per_amount, programme_of

SHOP = replace(
    PROGRAMME, excluded_categories=frozenset({"tobacco"}), pay=PayLimits(10, 5, 100)
)  # fmt: skip
RULES = Rules(SHOP)

bill_lines = st.builds(
    BillLine,
    st.sampled_from(["a", "b", "c"]),
    st.just("Goods"),
    st.sampled_from(["food", "tobacco"]),
    st.integers(1, 5_000),
    st.integers(0, 90_000),
    st.just(0),
)


@st.composite
def bills(draw: st.DrawFn) -> Bill:
    """A bill without fault: discounts and coins up to all of it."""
    lines = draw(st.lists(bill_lines, min_size=1, max_size=8))
    lines = [line._replace(discount_minor=draw(st.integers(0, line_minor(line)))) for line in lines]
    bill = Bill("1" * 32, "B-1", tuple(lines))
    total = total_minor(bill)
    assume(total > 0)
    bill = replace(bill, discount_minor=draw(st.integers(0, total - 1)))
    rest = total_minor(bill)
    return replace(bill, coins=draw(st.integers(0, rest // SHOP.coin_value_minor)))


@given(bills())
def test_discounts_and_coins_are_split_exactly_and_no_line_falls_below_zero(bill: Bill):
    lines = price(bill, RULES, "", None).lines
    paid_with_coins = bill.coins * SHOP.coin_value_minor
    assert sum(line.coin_minor for line in lines) == paid_with_coins
    assert sum(line.net_minor for line in lines) == total_minor(bill) - paid_with_coins
    assert all(line.net_minor >= 0 and line.coin_minor >= 0 for line in lines)
    assert all(
        line.net_minor + line.coin_minor <= line_minor(typed)
        for line, typed in zip(lines, bill.lines, strict=True)
    )


@given(bills())
def test_lines_that_earn_carry_discounts_first(bill: Bill):
    lines = price(bill, RULES, "", None).lines
    off = bill.discount_minor + bill.coins * SHOP.coin_value_minor
    earning = sum(
        line_minor(typed)
        for typed, line in zip(bill.lines, lines, strict=True)
        if RULES.earns(line)
    )
    left = sum(line.net_minor for line in lines if RULES.earns(line))
    assert left == max(0, earning - off)


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**9), max_size=30))
def test_a_split_adds_up_and_no_part_is_larger_than_its_weight(total: int, weights: list[int]):
    whole = sum(weights)
    parts = allocate(min(total, whole), weights)
    assert sum(parts) == min(total, whole)
    assert all(0 <= part <= weight for part, weight in zip(parts, weights, strict=True))


@given(st.integers(0, 10**6), st.integers(0, 10**7), st.integers(1, 60), st.integers(1, 20),
       st.integers(1, 100))  # fmt: skip
def test_the_offered_coins_are_what_is_accepted(spendable, total, minimum, step, share):
    shop = replace(SHOP, pay=PayLimits(minimum, step, share))
    least, most, by = coin_range(shop, spendable, total)
    assert by == step
    if most:
        assert minimum <= least <= most <= spendable
        assert least % step == most % step == 0
        assert most * shop.coin_value_minor * 100 <= total * share
    else:
        assert least == 0


def test_faults_of_bills_at_the_edges():
    def fault(*lines: BillLine) -> object:
        return fault_of(
            Bill("1" * 32, "B", lines), RULES, None, context_of(RULES, None, MONDAY, 0, "")
        )

    assert fault(BillLine("a", "", "", 1000, MINOR_MAX)) is None
    assert fault(BillLine("a", "", "", 1000, MINOR_MAX + 1)) == AmountTooLarge(MINOR_MAX + 1)
    assert fault(BillLine("a", "", "", 10**9, 100)) is None
    assert fault(BillLine("a", "", "", 10**9 + 1, 100)) == BadLine(1)


@pytest.mark.parametrize(
    ("typed", "key"), [(" b-1 ", "B-1"), ("B  1\t", "B 1"), ("ß", "SS"), ("क-१", "क-१"), ("", "")]
)
def test_a_bill_number_is_its_text_without_case_and_spaces_around(typed: str, key: str):
    assert number_key(typed) == key == number_key(key)


@given(bills(), st.integers(0, 400))
def test_a_void_is_the_exact_inverse_of_a_sale(bill: Bill, coins_before: int):
    shop = replace(
        programme_of(
            per_amount("base", 1, 100, cap_coins=300, cap_period="day"),
            per_amount("food", 2, 500, categories=frozenset({"food"})),
            fixed("first", 7, first_purchase=True),
        ),
        excluded_categories=SHOP.excluded_categories,
    )
    book = Book(shop)
    book.sell(Bill("", "B-0", (BillLine("z", "", "", 1000, coins_before * 100),)))
    before = as_if_never(book.state)
    sale = book.sell(replace(bill, number="B-1"))
    book.void(sale)
    assert as_if_never(book.state) == before
    assert book.sales[sale.sale].voided


def test_a_sale_that_lost_its_number_leaves_no_purchase_behind_when_voided():
    context = context_of(RULES, Book().state, MONDAY, 0, "Main")
    bill = Bill("1" * 32, "B", (BillLine("a", "", "", 1000, 500),))
    sold, effects, _ = sell(RULES, bill, "", context, blank(MEMBER), "AA")
    booked = open_sale(event("sold", sold, effects, MONDAY, "x"))
    worthless = open_sale(event("sold", sold, (), MONDAY, "x"))
    assert booked.counted
    assert not worthless.counted
    assert void_effects(RULES, worthless, blank(MEMBER), MONDAY, MONDAY) == ()


def test_a_claim_moves_a_guest_sale_to_the_member_with_the_programme_it_was_sold_under():
    context = context_of(RULES, None, MONDAY, 0, "Main")
    bill = Bill("1" * 32, "B", (BillLine("a", "", "", 1000, 500),))
    sold, effects, _ = sell(RULES, bill, "", context, None, "AA")
    guest = replace(open_sale(event("sold", sold, effects, MONDAY, "x")), member="")
    assert effects == ()
    rated = context_of(RULES, Book().state, MONDAY, 0, "Main")
    _, credits_, _ = sell(RULES, bill, "", rated, blank(MEMBER), "AA")
    steps = (Step("base", 500, 100, 5, 5),)
    facts = Claimed(guest.sale, "boss", rated, steps)
    claimed = follow(
        guest, replace(event("claimed", facts, credits_, MONDAY, "c"), programme="new")
    )
    assert (claimed.member != "", claimed.counted, claimed.programme) == (True, True, PROGRAMME.id)
    assert claimed.sold.steps == steps
    assert (sum(earn.amount for earn in claimed.earned), claimed.status) == (5, 5)
    assert untouched(claimed)
    gone = follow(claimed, event("voided", Voided(guest.sale, "undo", ""), (), MONDAY, "v"))
    assert gone.voided
    assert not untouched(gone)
    other = Returned("R", "", (), (), 0, 0, 0, 0, 0)
    assert follow(claimed, event("returned", other, (), MONDAY, "r")) == claimed


def test_status_points_are_the_money_paid_for_lines_that_earn():
    bill = Bill(
        "1" * 32, "B", (BillLine("a", "", "", 1000, 555), BillLine("t", "", "tobacco", 1000, 900))
    )
    assert status_of(RULES, price(bill, RULES, "", None).lines) == 5
