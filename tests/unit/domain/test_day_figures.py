"""What single acts add to a day, and what members are owed."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.coins import Lot
from app.domain.day_closes import Sums, close_key, key_prefix
from app.domain.day_figures import Owed, figures_of, hour_of, owed_to
from app.domain.effects import (
    CreditReverse,
    Earn,
    Effect,
    Grant,
    Paid,
    Reverse,
    Revoke,
    Spend,
    Visit,
)
from app.domain.events import Event, Kind
from app.domain.facts import DayClosed, Facts, Seen, Voided, VoucherClaimed
from app.domain.figures import NONE, Figures
from app.domain.members import MemberState, Wallet
from app.wire.events import decode, encode

ON = date(2026, 6, 15)
MEMBER = "2" * 32


def event(kind: Kind, facts: Facts, *effects: Effect, member: str = MEMBER) -> Event:
    return Event(
        "1" * 32, kind, member, "5" * 32, "main", "1", "p", ON, 45_000_000, 330,
        facts, effects,
    )  # fmt: skip


def lot(amount: int) -> Lot:
    return Lot("base", ON, None, amount)


EARN = Earn(7, "base", ON, None, "base", 700, 100, 7, "")
BACK = Reverse(7, "base", ON, None, "base", "")


def test_a_guests_void_takes_its_money_back_though_it_has_no_effects():
    void = event("voided", Voided("s", "same_day", "a", 12_300), member="")
    assert figures_of(void) == Figures(bills=-1, taken_minor=-12_300, voids=1)


def test_an_older_void_of_a_members_bill_says_its_money_by_its_effects():
    void = event("voided", Voided("s", "undo", ""), Visit(ON, -1), Paid(ON, -5_000), BACK)
    assert figures_of(void) == Figures(
        bills=-1, member_bills=-1, taken_minor=-5_000, undos=1, coins_back=7
    )


def test_a_voided_top_up_is_no_bill_and_counts_once_though_its_bonus_is_voided_too():
    paid = event(
        "voided", Voided("t", "same_day", "a"), CreditReverse(10_000, "", ON, None, "topup")
    )
    bonus = event(
        "voided", Voided("b", "same_day", "a"), CreditReverse(6_000, "topup:x", ON, None, "topup:x")
    )
    assert figures_of(paid) == Figures(credit_in_minor=-10_000, voids=1)
    assert figures_of(bonus) == NONE


def test_gifts_come_with_bills_only_and_go_with_them():
    grant = Grant("gift||s", ON, None, ())
    assert figures_of(event("granted", Seen(()), grant)) == NONE
    assert figures_of(event("voided", Voided("s", "undo", "", 0), Revoke("gift||s"))).gifts == -1


def test_a_claim_on_a_bill_hands_nothing_over_at_the_desk():
    assert figures_of(event("voucher_claimed", VoucherClaimed("v"))).handed_over == 1
    assert figures_of(event("voucher_claimed", VoucherClaimed("v", "s"))) == NONE


def test_what_another_event_did_before_leaves_only_what_it_costs():
    lost = event("voucher_claimed", VoucherClaimed("v"), Spend(5, "v"))
    assert figures_of(lost, act=False) == Figures(coins_used=5)


def test_the_hour_is_the_shops_own():
    assert hour_of(event("seen", Seen(()))) == 18  # 12:30 in London


@pytest.mark.parametrize(
    ("state", "owed"),
    [
        (MemberState(MEMBER, lots=(lot(30), lot(12)), debt=2), Owed(40, 0)),
        (MemberState(MEMBER, lots=(lot(3),), overdraft=9), Owed(0, 0)),
        (MemberState(MEMBER, credit=Wallet((lot(500),), debt=100)), Owed(0, 400)),
        (MemberState(MEMBER, lots=(lot(30),), erased=True), Owed()),
        (MemberState(MEMBER, lots=(lot(30),), merged_into="3" * 32), Owed()),
    ],
)
def test_nobody_is_owed_less_than_nothing(state: MemberState, owed: Owed):
    assert owed_to(state) == owed


def test_a_close_is_the_same_after_the_wire():
    sums = Sums(3, 3, b"")
    sold = event("voided", Voided("s", "same_day", "a", 100), EARN)
    sums.add(4, b"\x01" * 32, sold)
    sums.add(5, b"\x02" * 32, event("seen", Seen(())))
    sums.add(6, b"\x03" * 32, replace(sold, on=date(2026, 6, 17), staff=""))
    facts = sums.closed(12, "a")
    assert (facts.after, facts.seq, facts.hash) == (3, 6, "03" * 32)
    assert (facts.first_on, facts.last_on, facts.days) == (ON, date(2026, 6, 17), 2)
    assert [staff for staff, _ in facts.by_staff] == ["", "5" * 32]
    assert facts.figures == facts.by_staff[0][1].plus(facts.by_staff[1][1])
    read = decode(encode(event("day_closed", facts, member="")))
    assert read.facts == facts
    assert isinstance(read.facts, DayClosed)
    assert isinstance(read.facts.figures, Figures)
    assert figures_of(read) == NONE


def test_keys_of_a_till_begin_alike_and_of_another_till_do_not():
    assert close_key("main", "1", 12) == "day_close:main:1:12"
    assert not close_key("main", "11", 2).startswith(key_prefix("main", "1"))


def test_an_older_journals_void_is_still_read():
    old = encode(event("voided", Voided("s", "undo", ""))).replace(b',"taken_minor":null', b"")
    assert b"taken_minor" not in old
    assert decode(old).facts == Voided("s", "undo", "", None)


def test_nothing_adds_up_to_nothing():
    assert figures_of(event("sold", Seen(()))) == NONE
    assert Figures(1, 2, 3).plus(Figures(1, 0, 7)) == Figures(2, 2, 10)
    drawer = Figures(taken_minor=100, refunded_minor=30, credit_in_minor=50, credit_out_minor=5)
    assert drawer.drawer_minor == 115
