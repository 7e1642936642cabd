"""Ways to get something for nothing that once worked, and promises that were kept twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.bills import Bill, BillLine
from app.domain.conditions import Condition
from app.domain.credit import paid_in
from app.domain.effects import (
    Benefit,
    Claim,
    Credit,
    Debit,
    DebitRestore,
    Effect,
    Issue,
    Referral,
    Spend,
)
from app.domain.events import Event
from app.domain.facts import Adjusted, Returned, ReturnPart, VoucherClaimed
from app.domain.fold import blank, fold
from app.domain.fold.merging import absorb, part
from app.domain.gifts import next_gift, prizes_of
from app.domain.members import coins_on, credit_on, voucher_of
from app.domain.promises import GiftRule, Prize, Raffle, Reward
from app.domain.return_parts import line_part
from app.domain.sales import collect_minor, context_of
from app.domain.thresholds import reconcile
from tests.helpers.goals import Life, goal, returned, shop_with
from tests.helpers.ledger import MEMBER, Book, event
from tests.helpers.programmes import MONDAY, PROGRAMME, line
from tests.helpers.shops import number

FIFTY_OFF = Reward("off", {"en": "50 off"}, 0, Benefit("fixed", 5_000))


def typed(name: str, minor: int, **other: object) -> Bill:
    """A bill of one thing."""
    return Bill(number(name), name, (BillLine(name, "", "", 1000, minor),), MEMBER, **other)  # type: ignore[arg-type]


def claim(book: Book, voucher: str, bill: str) -> None:
    """Use a voucher with a bill, as its companion event does."""
    facts = VoucherClaimed(voucher, number(bill))
    book.write(event("voucher_claimed", facts, (Claim(voucher, book.on),), book.on, f"c {bill}"))


def give_back(book: Book, bill: str) -> Returned:
    """Bring a bill of one thing back."""
    part_of_it = line_part(book.sales[number(bill)], 0, 1000)
    assert isinstance(part_of_it, ReturnPart)
    return book.take_back((part_of_it,)).facts


def plain(name: str, *effects: Effect) -> Event:
    """An event of no kind in particular."""
    return event("adjusted", Adjusted(0, "", ""), effects, MONDAY, name)


def gifted(*gifts: GiftRule, **other: object) -> Book:
    """A member of a shop with gifts."""
    return Book(replace(PROGRAMME, gifts=gifts, rewards=(FIFTY_OFF,), **other))  # type: ignore[arg-type]


def test_a_used_gift_does_not_live_again_when_both_bills_come_back():
    book = gifted(GiftRule("off", {"en": "Off"}, Prize(reward="off")))
    book.sell(typed("gave", 10_000))
    (held,) = book.state.vouchers
    claim(book, held.voucher, "used")
    book.sell(typed("used", 20_000, vouchers=(held.voucher,)))
    give_back(book, "gave")
    give_back(book, "used")
    after = voucher_of(book.state, held.voucher)
    assert after is not None
    assert after.status == "returned"


def test_a_gift_taken_back_stays_so_though_its_use_is_told_late():
    book = gifted(GiftRule("off", {"en": "Off"}, Prize(reward="off")))
    book.sell(typed("gave", 10_000))
    (held,) = book.state.vouchers
    give_back(book, "gave")
    claim(book, held.voucher, "elsewhere")
    after = voucher_of(book.state, held.voucher)
    assert after is not None
    assert after.status == "returned"


def _spent_gift(clawback: str) -> Book:
    """A bill earned 100 and a gift of 40; all but 100 coins are spent."""
    book = gifted(GiftRule("coins", {"en": "Coins"}, Prize(coins=40)), clawback=clawback)
    book.sell(typed("gave", 10_000))
    assert coins_on(book.state, book.on).available == 140
    book.write(plain("elsewhere", Spend(40, "elsewhere")))
    return book


def test_gift_coins_are_taken_back_within_the_balance_only():
    book = _spent_gift("within_balance")
    give_back(book, "gave")
    assert book.state.debt == 0
    assert coins_on(book.state, book.on).available == 0


def test_gift_coins_that_were_spent_lower_the_refund():
    book = _spent_gift("reduce_refund")
    facts = give_back(book, "gave")
    assert facts.cut_minor == 40 * PROGRAMME.coin_value_minor
    assert facts.refund_minor == 10_000 - facts.cut_minor
    assert (facts.coins_taken, facts.coins_forgiven) == (100, 40)
    assert book.state.debt == 0


def test_two_awards_of_merged_members_fall_in_events_of_their_own():
    programme = shop_with(goal("two", "visits", 2, prizes=(Prize(coins=10),)))
    lives = [Life(programme), Life(programme)]
    lives[1].state = blank(number("other"))
    for life, first in zip(lives, (0, 2), strict=True):
        for day in (first, first + 1):
            life.buy(f"visit {day}", MONDAY + timedelta(days=day), line(100))
    one = Life(programme, absorb(lives[0].state, lives[1].state)[0])
    one.bills = {**lives[0].bills, **lives[1].bills}
    assert (one.coins, len(one.awards)) == (20, 2)
    for day in (0, 1):
        one.give_back(f"visit {day}")
    on, lines = one.bills["visit 2"]
    cause = returned(one.rules, "back", on, lines)
    one.state = fold(one.state, cause)
    verdicts = reconcile(one.rules, one.state, cause, "K2")
    assert [verdict.kind for verdict in verdicts] == ["revoked"]
    one.state = fold(one.state, replace(cause, effects=verdicts[0].effects))
    assert (one.coins, one.awards, one.state.done) == (0, [], None)


def test_a_friend_paid_after_a_merge_is_not_paid_again_when_they_part():
    brought = plain("joined", Referral(number("referrer"), 15))
    merged, alias = absorb(fold(blank(MEMBER), plain("own")), fold(blank(number("f")), brought))
    survivor, friend = part(fold(merged, plain("paid", Referral("", 0))), alias)
    assert (survivor.brought, friend.brought) == (None, None)


def test_a_friend_not_paid_yet_is_still_owed_when_they_part():
    brought = plain("joined", Referral(number("referrer"), 15))
    merged, alias = absorb(fold(blank(MEMBER), plain("own")), fold(blank(number("f")), brought))
    survivor, friend = part(fold(merged, plain("more", Spend(1, "s"))), alias)
    assert survivor.brought is None
    assert friend.brought is not None


def test_a_challenge_won_with_goods_that_come_back_gives_its_voucher_once():
    programme = shop_with(
        goal("two", "visits", 2, prizes=(Prize(reward="off"),)), rewards=(FIFTY_OFF,)
    )
    life = Life(programme)
    for again in range(3):
        for day in (0, 1):
            life.buy(f"{again} {day}", MONDAY + timedelta(days=day), line(100))
        for held in life.state.vouchers:
            if held.status == "live":
                life.book(plain(f"use {again}", Claim(held.voucher, MONDAY)))
        life.give_back(f"{again} 1")
        life.give_back(f"{again} 0")
    assert len(life.state.vouchers) == 1


def test_a_challenge_voucher_that_was_not_used_can_be_won_again():
    programme = shop_with(
        goal("two", "visits", 2, prizes=(Prize(reward="off"),)), rewards=(FIFTY_OFF,)
    )
    life = Life(programme)
    for again in range(2):
        for day in (0, 1):
            life.buy(f"{again} {day}", MONDAY + timedelta(days=day), line(100))
        life.give_back(f"{again} 1")
        life.give_back(f"{again} 0")
    assert [held.status for held in life.state.vouchers] == ["returned", "returned"]
    assert life.awards == []


def test_spent_coins_of_a_challenge_are_owed_where_the_refund_would_pay_for_them():
    programme = shop_with(
        goal("one", "visits", 1, prizes=(Prize(coins=40),)), clawback="reduce_refund"
    )
    life = Life(programme)
    life.buy("bill", MONDAY, line(100))
    life.book(plain("elsewhere", Spend(40, "elsewhere")))
    life.give_back("bill")
    assert life.coins == -40


def test_a_void_leaves_a_voucher_as_long_as_it_lived_before():
    book = gifted(GiftRule("off", {"en": "Off"}, Prize(reward="off"), cap=1, cap_period="ever"))
    book.sell(typed("gave", 10_000))
    (held,) = book.state.vouchers
    book.on = held.until
    claim(book, held.voucher, "used")
    book.void(book.sell(typed("used", 20_000, vouchers=(held.voucher,))))
    after = voucher_of(book.state, held.voucher)
    assert after is not None
    assert (after.status, after.until) == ("live", held.until)


def test_bonus_credit_never_becomes_money_that_was_paid_in():
    state = fold(
        blank(MEMBER),
        plain("bonus", Credit(60_000, "topup:double", MONDAY, None, "topup:double", 0)),
    )
    for at in range(30):
        state = fold(state, plain(f"bill {at}", Debit(1_000, f"s{at}")))
    until = MONDAY + timedelta(days=30)
    state = fold(state, plain("back", DebitRestore(1_000, "s0", until)))
    assert credit_on(state, MONDAY).available == 31_000
    assert paid_in(state, MONDAY) == ()


def test_a_unit_paid_with_credit_gives_its_credit_back_though_hardly_any_money_was_paid():
    book = Book()
    book.write(plain("credit", Credit(10_000, "", MONDAY, None, "topup", 0)))
    two = (BillLine("a", "", "", 2000, 5_000),)
    sale = book.sell(Bill(number("two"), "two", two, MEMBER, credit_minor=9_999))
    half = book.take_back((unit_of(book, sale.sale),)).facts
    rest = book.take_back((unit_of(book, sale.sale),)).facts
    assert half.credit_back_minor + half.refund_minor == 5_000
    assert rest.credit_back_minor + rest.refund_minor == 5_000


def unit_of(book: Book, sale: str) -> ReturnPart:
    """One unit of the first line of a bill."""
    found = line_part(book.sales[sale], 0, 1000)
    assert isinstance(found, ReturnPart)
    return found


@pytest.mark.parametrize(
    "typed_lines",
    [
        (BillLine("a", "", "", 2000, 5_000),),
        (BillLine("a", "", "", 1000, 5_000), BillLine("a", "", "", 1000, 5_000)),
        (BillLine("a", "", "", 1000, 4_000), BillLine("a", "", "", 1000, 6_000)),
    ],
)
def test_two_vouchers_for_a_free_unit_free_two_units(typed_lines: tuple[BillLine, ...]):
    book = Book()
    free = Benefit("item", 1000, goods=("sku:a",))
    last = MONDAY + timedelta(days=9)
    issued = [
        Issue(number(name), "tea", f"SV{name}", MONDAY, last, 0, free, "") for name in ("p", "q")
    ]
    book.write(plain("vouchers", *issued))
    both = (number("p"), number("q"))
    sale = book.sell(Bill(number("two"), "two", typed_lines, MEMBER, vouchers=both))
    assert collect_minor(sale.sold) == 0


@pytest.mark.parametrize("days", [0, 1])
def test_a_gift_that_is_not_given_is_not_told(days: int):
    raffle = Raffle("r", {"en": "R"}, MONDAY, MONDAY, MONDAY + timedelta(days=9), (), {"en": "M"})
    over = GiftRule("t", {"en": "T"}, Prize(tickets=2, raffle="r"))
    more = replace(over, id="more", when=Condition(minimum_minor=20_000))
    book = gifted(over, more, raffles=(raffle,))
    book.on = MONDAY + timedelta(days=days)
    context = context_of(book.rules, book.state, book.on, 720, "Main")
    told = prizes_of(book.rules, [line(15_000)], context, book.state)
    nearest = next_gift(book.rules, [line(15_000)], context, book.state)
    book.sell(typed("bill", 15_000))
    assert bool(told) == bool(book.state.awards) == (days == 0)
    assert (nearest is not None) == (days == 0)
