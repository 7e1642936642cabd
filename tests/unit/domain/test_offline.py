"""What a station risks while it cannot ask the hub stays within what the programme says."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.offline import (
    HOUR_MS,
    NOTHING,
    Amount,
    Risked,
    bound_minor,
    per_member,
    per_station,
    room,
)
from app.domain.promises import OfflineTerms
from tests.helpers.shops import document_of, programme_in

AMOUNTS = st.builds(Amount, st.integers(0, 60), st.integers(0, 6_000))
TERMS = st.builds(
    OfflineTerms,
    coins_per_member=st.integers(0, 40),
    coins_per_station=st.integers(0, 90),
    credit_per_member_minor=st.integers(0, 4_000),
    credit_per_station_minor=st.integers(0, 9_000),
    hours=st.integers(0, 48),
)
OFFLINE = OfflineTerms(50, 200, 1_000, 4_000, 24)
PLENTY = Amount(10_000, 1_000_000)


@given(
    TERMS,
    st.lists(AMOUNTS, min_size=3, max_size=3),
    st.lists(st.tuples(st.integers(0, 2), AMOUNTS, st.integers(-1, 50)), max_size=40),
)
def test_no_run_of_allowed_spends_passes_any_limit(
    terms: OfflineTerms, has: list[Amount], wanted: list[tuple[int, Amount, int]]
) -> None:
    spent = [NOTHING] * 3
    for member, amount, hours in wanted:
        total = spent[0].plus(spent[1]).plus(spent[2])
        available = has[member].less(spent[member])
        left = room(terms, available, Risked(spent[member], total), hours * HOUR_MS)
        if left.covers(amount):
            assert amount == NOTHING or 0 <= hours <= terms.hours
            spent[member] = spent[member].plus(amount)
    for one, had in zip(spent, has, strict=True):
        assert per_member(terms).covers(one)
        assert had.covers(one)
    assert per_station(terms).covers(spent[0].plus(spent[1]).plus(spent[2]))


@given(TERMS, AMOUNTS, AMOUNTS, AMOUNTS, st.integers(0, 48))
def test_all_that_is_left_may_be_spent_and_not_a_coin_more(
    terms: OfflineTerms, available: Amount, member: Amount, station: Amount, hours: int
) -> None:
    left = room(terms, available, Risked(member, station), hours * HOUR_MS)
    assert left.covers(left)
    assert not left.covers(left.plus(Amount(1)))
    assert not left.covers(left.plus(Amount(0, 1)))


def test_nothing_may_be_spent_once_the_last_contact_is_too_long_ago() -> None:
    day = 24 * HOUR_MS
    assert room(OFFLINE, PLENTY, Risked(), day) == Amount(50, 1_000)
    assert room(OFFLINE, PLENTY, Risked(), day + 1) == NOTHING


def test_nothing_may_be_spent_when_the_clock_says_contact_was_in_the_future() -> None:
    assert room(OFFLINE, PLENTY, Risked(), -1) == NOTHING


def test_a_programme_that_says_nothing_lets_nothing_be_spent_offline() -> None:
    silent = document_of().replace("floor = 100\n", "")
    assert room(programme_in(silent).offline, PLENTY, Risked(), 0) == NOTHING


def test_the_floor_of_paying_with_coins_is_what_a_member_may_spend_offline() -> None:
    offline = programme_in(document_of()).offline
    assert offline == OfflineTerms(100, 2_000, 0, 0, 24)


def test_the_offline_table_sets_every_limit() -> None:
    said = """
[offline]
coins_per_member = 100
coins_per_station = 300
credit_per_member = "80.00"
credit_per_station = "200.00"
hours = 6
"""
    offline = programme_in(document_of() + said).offline
    assert offline == OfflineTerms(100, 300, 8_000, 20_000, 6)


def test_the_bound_is_one_members_share_at_every_station_in_money() -> None:
    programme = programme_in(document_of() + '[offline]\ncredit_per_member = "80.00"\n')
    assert bound_minor(programme, 3) == 3 * (100 * 50 + 8_000)
