"""What is said of an own event that the cell settled otherwise than the till had said."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

import pytest

from app.domain.conflicts import (
    SHOP_BEARS,
    Conflict,
    ConflictKind,
    Ruling,
    Surroundings,
    conflict_of,
    is_plain,
    parking_of,
)
from app.domain.effects import (
    Benefit,
    Claim,
    Credit,
    Debit,
    Earn,
    Effect,
    Restore,
    Reverse,
    Spend,
    Visit,
)
from app.domain.events import Event, Kind
from app.domain.facts import (
    Answered,
    CardIssued,
    Claimed,
    Context,
    Erased,
    Facts,
    Greeted,
    Off,
    PromoUsed,
    Rated,
    Redeemed,
    Referred,
    Returned,
    Sold,
    ToppedUp,
    VoucherClaimed,
    VoucherClosed,
)
from app.domain.members import Held

DAY = date(2026, 11, 20)
NOWHEN = Context(DAY, 700, "main", "", False, {})
HELD = Held("v1", "coffee", "SV", DAY, DAY, 200, Benefit("item", 1000), "")
FIXED = HELD._replace(benefit=Benefit("fixed", 5_000))
AROUND = Surroundings(50)
BOOKED, LOST = Ruling("booked"), Ruling("worthless", "taken: a key")


def earned(coins: int) -> Earn:
    return Earn(coins, "base", DAY, None, "base", 0, 100, coins, "")


def sold(*, offs: tuple[Off, ...] = (), **other: Any) -> Sold:
    return Sold("B-7", "2026", (), 100_000, 0, 0, NOWHEN, (), offs=offs, **other)


def event(kind: Kind, facts: Facts, *effects: Effect) -> Event:
    return Event("e" * 32, kind, "m" * 32, "s", "main", "1", "p", DAY, 0, 330, facts, effects)


SALE = event("sold", sold(), earned(12), Visit(DAY, 1), Credit(300, "c", DAY, None, "back", 0))
PAID_WITH_COINS = event("sold", sold(), Spend(100, "e" * 32), earned(9))
RETURN = Returned("R-1", "2026", (), (), 45_000, 0, 0, 5, 0)
ANSWERS = Answered("fruit", 2, (), 40, 0, 0, ())


@dataclass(frozen=True)
class Case:
    name: str
    event: Event
    ruling: Ruling
    expected: Conflict | None
    around: Surroundings = AROUND


CASES = [
    Case("booked as recorded", SALE, BOOKED, None),
    Case("sent twice", SALE, Ruling("duplicate", "of 7"), None),
    Case("one bill number twice", SALE, LOST,
         Conflict("bill_twice", "number_once", "B-7", -12, -300)),
    Case("coins that were paid with stay paid", PAID_WITH_COINS, LOST,
         Conflict("bill_twice", "number_once", "B-7", -9)),
    Case("return twice", event("returned", RETURN, Reverse(5, "b", DAY, None, "base", ""),
                               Restore(20, "x", DAY)), LOST,
         Conflict("return_twice", "number_once", "R-1", -15, -45_000)),
    Case("what takes such a return back is told with it", event(
        "returned", replace(RETURN, undoes="r" * 32), earned(5)), LOST, None),
    Case("voucher on a bill", event("voucher_claimed", VoucherClaimed("v1", "sale"),
                                    Claim("v1", DAY)), LOST,
         Conflict("voucher_used", "first_counts", "coffee", 0, -7_500),
         Surroundings(50, event("sold", sold(offs=(Off("voucher", "v1", 7_500),
                                                   Off("voucher", "v2", 900)))), HELD)),
    Case("voucher at the desk, bought with coins", event("voucher_claimed", VoucherClaimed("v1")),
         LOST, Conflict("voucher_used", "first_counts", "coffee", 0, -10_000),
         Surroundings(50, None, HELD)),
    Case("voucher at the desk, of a fixed worth", event("voucher_claimed", VoucherClaimed("v1")),
         LOST, Conflict("voucher_used", "first_counts", "coffee", 0, -5_000),
         Surroundings(50, None, FIXED)),
    Case("voucher given back after it was used elsewhere",
         event("voucher_closed", VoucherClosed("v1", "void", ""), Restore(200, "r", DAY)), LOST,
         Conflict("voucher_used", "first_counts", "coffee", -200), Surroundings(50, None, HELD)),
    Case("last of a stock", event("redeemed", Redeemed("cup", "v3"), Spend(250, "r")), LOST,
         Conflict("stock_gone", "coins_go_back", "cup", 250)),
    Case("survey", event("answered", ANSWERS, earned(30)), LOST,
         Conflict("survey_paid", "once_each", "fruit", -30)),
    Case("greeting", event("greeted", Greeted("birthday", 2026), earned(50)), LOST,
         Conflict("greeting_paid", "once_each", "birthday", -50)),
    Case("rating", event("rated", Rated("SKU1", 5, ""), earned(5)), LOST,
         Conflict("rating_paid", "once_each", "SKU1", -5)),
    Case("first top-up's bonus", event("topped_up", ToppedUp("T-1", 1000, 600, "start"),
                                       Credit(60_000, "c", DAY, None, "start", 0)), LOST,
         Conflict("bonus_paid", "once_each", "T-1", 0, -60_000)),
    Case("brought by somebody else first", event("referred", Referred("f" * 32)), LOST,
         Conflict("bonus_paid", "once_each")),
    Case("promo", event("promo_used", PromoUsed("diwali", 4, "sale")), LOST,
         Conflict("promo_used", "first_counts", "diwali", 0, -2_000),
         Surroundings(50, event("sold", sold(offs=(Off("promo", "diwali", 2_000),))))),
    Case("guest sale claimed at both tills", event("claimed", Claimed("s", "a", NOWHEN, ()),
                                                   earned(8)), LOST,
         Conflict("done_before", "first_counts", "", -8)),
    Case("card given twice", event("card_issued", CardIssued("m", "sealed")),
         Ruling("booked", card_taken=True), Conflict("card_taken", "card_stays")),
    Case("coins beyond the balance", PAID_WITH_COINS, Ruling("booked", "", 40),
         Conflict("overdraft", "spent_is_spent", "B-7", -40, -2_000)),
    Case("store credit beyond the balance", event("sold", sold(), Debit(9_000, "e")),
         Ruling("booked", "", 0, 4_000),
         Conflict("overdraft", "spent_is_spent", "B-7", 0, -4_000)),
    Case("member forgotten meanwhile", SALE, Ruling("booked", erased=True),
         Conflict("member_erased", "forgotten", "B-7", -12, -300)),
    Case("the forgetting itself", event("erased", Erased("")), Ruling("booked", erased=True), None),
    Case("nothing to forfeit", event("sold", sold()), Ruling("booked", erased=True), None),
    Case("shut out", PAID_WITH_COINS, Ruling("parked", "revoked"),
         Conflict("parked", "shut_out", "revoked", 91)),
    Case("newer than the hub", SALE, Ruling("parked", "event e: kind sold, version 9"),
         Conflict("parked", "kept_aside", "unknown", -12, -300)),
    Case("breaks a rule", SALE, Ruling("parked", "coins below zero"),
         Conflict("parked", "kept_aside", "impossible", -12, -300)),
    Case("clock wrong at recording", event("sold", sold(clock="skewed")), BOOKED,
         Conflict("clock", "order_of_arrival", "2026-11-20")),
    Case("clock found wrong by the hub", SALE, Ruling("booked", "clock +5400s"),
         Conflict("clock", "order_of_arrival", "2026-11-20")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_told(case: Case):
    assert conflict_of(case.event, case.ruling, case.around) == case.expected
    assert is_plain(case.event, case.ruling) == (case.expected is None)


def test_every_kind_is_among_the_cases():
    assert {case.expected.kind for case in CASES if case.expected} == set(get_args(ConflictKind))


def test_the_shop_never_gains_by_what_it_bears():
    borne = [case.expected for case in CASES if case.expected and case.expected.kind in SHOP_BEARS]
    assert len(borne) > 5
    assert all(found.money_minor <= 0 for found in borne)


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        ("revoked", "revoked"),
        ("event 0a: kind hovered, version 1", "unknown"),
        ("not an event this version can read: x", "unknown"),
        ("the id 'x' is not 32 hexadecimal characters", "impossible"),
        ("", "impossible"),
    ],
)
def test_why_a_row_was_parked(detail: str, expected: str):
    assert parking_of(detail) == expected
