"""Coins in lots: taking and giving back never make or lose one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import (
    Lot,
    LotTerms,
    SpendNote,
    balance,
    coins_on_hand,
    coins_reach,
    credit,
    expiry,
    give_back,
    take,
    take_from,
    usable,
)

TODAY = date(2026, 6, 15)
days = st.integers(-60, 60).map(lambda n: TODAY + timedelta(days=n))
lots = st.lists(
    st.builds(
        Lot, st.sampled_from(["", "bonus"]), days, st.none() | days, st.integers(1, 500)
    ),
    max_size=8,
)  # fmt: skip


def total(held: list[Lot] | tuple[Lot, ...]) -> int:
    return sum(lot.amount for lot in held)


def credited(given: list[Lot]) -> list[Lot]:
    held: list[Lot] = []
    for lot in given:
        credit(held, *lot)
    return held


@given(lots)
def test_credit_keeps_every_coin_in_one_bucket_each_in_order_of_expiry(given_lots: list[Lot]):
    held = credited(given_lots)
    assert total(held) == total(given_lots)
    keys = [lot[:3] for lot in held]
    assert len(set(keys)) == len(keys)
    ends = [lot.expires_on or date.max for lot in held]
    assert ends == sorted(ends)


@given(lots, st.integers(0, 3000), st.booleans())
def test_take_conserves_coins_and_draws_what_ends_first(given_lots, amount, pending):
    held = credited(given_lots)
    before = total(held)
    can = [
        lot
        for lot in held
        if (lot.expires_on or date.max) >= (max(TODAY, lot.available_from) if pending else TODAY)
        and (pending or lot.available_from <= TODAY)
    ]
    most = total(can)
    parts, short = take(held, amount, TODAY, pending=pending)
    assert total(parts) + short == amount
    assert total(held) + total(parts) == before
    assert short == max(0, amount - most)
    assert all(lot.amount > 0 for lot in [*held, *parts])
    drawn = {part[:3] for part in parts[:-1]}
    assert not drawn & {lot[:3] for lot in held}, "only the last lot drawn keeps a rest"


@given(lots, st.integers(1, 3000), st.lists(st.integers(1, 900), max_size=6), st.integers(0, 90))
def test_giving_back_in_any_steps_restores_what_was_taken(given_lots, amount, steps, later):
    held = credited(given_lots)
    before = total(held)
    parts, short = take(held, amount, TODAY)
    note = SpendNote("s", TODAY, parts, short)
    on = TODAY + timedelta(days=later)
    left = amount
    owed = 0
    for step in [*steps, amount]:
        step = min(step, left)  # noqa: PLW2901
        left -= step
        note, paid = give_back(held, note, step, TODAY + timedelta(days=30), on)
        owed += paid
        assert total(note.parts) + note.short == left
    assert owed == short
    assert total(held) == before
    assert all(usable(lot, on) for lot in held if lot[:3] not in {old[:3] for old in given_lots})


def test_coins_that_come_back_to_a_lapsed_lot_live_a_little_longer():
    lapsed = Lot("", date(2026, 1, 1), TODAY, 10)
    held: list[Lot] = []
    until = TODAY + timedelta(days=31)
    give_back(held, SpendNote("s", TODAY, (lapsed,), 0), 4, until, TODAY + timedelta(days=1))
    assert held == [Lot("", date(2026, 1, 1), until, 4)]


@given(lots, st.integers(0, 900))
def test_what_is_spendable_can_be_taken_and_one_more_cannot(given_lots, debt):
    held = credited(given_lots)
    seen = balance(held, debt, TODAY)
    assert seen.spendable == coins_reach(held, debt, TODAY) == max(0, seen.available - debt)
    assert take(list(held), seen.available, TODAY)[1] == 0
    assert take(list(held), seen.available + 1, TODAY)[1] == 1
    assert coins_on_hand(held, 0, TODAY) >= seen.available
    assert sum(coins for _, coins in seen.expiring) <= seen.available


@given(lots, st.integers(1, 500))
def test_a_named_bucket_gives_what_it_holds_and_nothing_else(given_lots, amount):
    held = credited(given_lots)
    for lot in list(held):
        before = total(held)
        short = take_from(held, *lot[:3], amount)
        assert short == max(0, amount - lot.amount)
        assert total(held) == before - (amount - short)


def test_expiry_is_the_end_of_the_month_or_the_day_clamped():
    assert expiry(LotTerms(0, None), date(2026, 1, 31)) is None
    assert expiry(LotTerms(0, 1, month_end=False), date(2026, 1, 31)) == date(2026, 2, 28)
    assert expiry(LotTerms(0, 12), date(2027, 2, 10)) == date(2028, 2, 29)
