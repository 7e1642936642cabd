"""Spends that are taken again: from the lots they went back to, and never more than there is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import Lot, SpendNote
from app.domain.day_figures import figures_of
from app.domain.effects import (
    Credit,
    Debit,
    DebitRestore,
    Earn,
    Effect,
    Redebit,
    Respend,
    Restore,
    Spend,
)
from app.domain.facts import Adjusted, Returned, ReturnPart
from app.domain.fold import fold
from app.domain.members import MemberState
from app.domain.unreturning import unreturn_effects, unreturned
from tests.helpers.ledger import MEMBER, event

ON = date(2026, 6, 15)
SOON, LATE = date(2026, 7, 31), date(2026, 12, 31)
FACTS = Adjusted(0, "", "")


def after(state: MemberState, *effects: Effect, on: date = ON, name: str = "x") -> MemberState:
    return fold(state, event("adjusted", FACTS, effects, on, name))


def earned(amount: int, end: date) -> Earn:
    return Earn(amount, "", ON, end, "base", 0, 100, amount, "")


def rich() -> MemberState:
    """30 coins that lapse soon and 40 that lapse late."""
    return after(MemberState(MEMBER), earned(30, SOON), earned(40, LATE))


def test_coins_are_taken_again_from_the_lots_they_went_back_to():
    spent = after(rich(), Spend(50, "s"))
    back = after(spent, Restore(35, "s", LATE))
    more = after(back, earned(9, SOON))
    parts = (Lot("", ON, SOON, 15), Lot("", ON, LATE, 20))
    again = after(more, Respend(35, "s", ON, parts))
    assert again.notes == spent.notes
    assert again.lots == after(spent, earned(9, SOON)).lots
    assert again.spent == 50


def test_a_spend_that_was_given_back_whole_stands_again_on_its_day():
    other = after(rich(), Spend(5, "other"), on=ON + timedelta(days=3))
    spent = after(rich(), Spend(50, "s"))
    back = after(after(spent, Spend(5, "other"), on=ON + timedelta(days=3)), Restore(50, "s", LATE))
    lots = (Lot("", ON, SOON, 30), Lot("", ON, LATE, 20))
    again = after(back, Respend(50, "s", ON, lots), on=ON + timedelta(days=3))
    assert [note.spend_id for note in other.notes] == ["other"]
    assert [(note.spend_id, note.on) for note in again.notes] == [
        ("s", ON),
        ("other", ON + timedelta(days=3)),
    ]


def test_what_was_used_meanwhile_comes_from_others_and_the_rest_is_owed():
    back = after(after(rich(), Spend(50, "s")), Restore(50, "s", LATE))
    used = after(back, Spend(60, "elsewhere"))
    again = after(used, Respend(50, "s", ON, (Lot("", ON, SOON, 30), Lot("", ON, LATE, 20))))
    assert again.lots == ()
    assert again.overdraft == 40
    assert sum(note.short for note in again.notes) == 40


def test_store_credit_is_taken_again_too():
    state = after(MemberState(MEMBER), Credit(9_000, "paid", ON, None, "topup", 0))
    spent = after(state, Debit(4_000, "s"))
    back = after(spent, DebitRestore(1_500, "s", LATE))
    again = after(back, Redebit(1_500, "s", ON, (Lot("paid", ON, None, 1_500),)))
    assert again.credit == spent.credit


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=4),
    st.integers(1, 200),
    st.integers(1, 200),
)
def test_giving_back_and_taking_again_is_nothing(lots: list[int], spend: int, back: int):
    state = MemberState(MEMBER)
    for at, amount in enumerate(lots):
        state = after(state, earned(amount, SOON + timedelta(days=at)))
    spent = after(state, Spend(min(spend, sum(lots)), "s"))
    restore = Restore(min(back, spend, sum(lots)), "s", LATE)
    given = after(spent, restore)
    again = after(given, *unreturn_effects(spent, given, (restore,)))
    assert again == spent
    assert all(isinstance(note, SpendNote) for note in again.notes)


def test_the_days_figures_do_not_count_a_return_that_never_was():
    parts = (ReturnPart("s", 0, 1_000, 5_000),)
    back = Returned("R-1", "", parts, (), 5_000, 0, 0, 3, 0, (("s", "base", 3),))
    undone = unreturned(back, "r")
    figures = [figures_of(event("returned", facts, (), ON, "r")) for facts in (back, undone)]
    assert figures[0].returns + figures[1].returns == 0
    assert figures[0].refunded_minor + figures[1].refunded_minor == 0
    assert undone.parts == (ReturnPart("s", 0, -1_000, -5_000),)
