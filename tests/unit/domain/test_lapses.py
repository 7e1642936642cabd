"""Lots over time: what expiry took comes back for an event dated before; rows stay bounded."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.coins import LotTerms, expiry
from app.domain.effects import Credit, CreditExpire, Debit, Earn, Effect, Expire, Reverse, Spend
from app.domain.facts import Threshold
from app.domain.fold import blank, fold
from app.domain.lapses import taken_back
from app.domain.members import MemberState, coins_on, credit_on
from app.storage.rows import pack, unpack_state
from tests.helpers.ledger import MEMBER, event, net_coins
from tests.helpers.programmes import programme_of

START = date(2026, 1, 10)
END = date(2026, 3, 31)
AFTER = END + timedelta(days=1)


def folded(state: MemberState, on: date, *effects: Effect) -> MemberState:
    """Fold effects of a date as the cell books them: what they take back from expiry first."""
    back = taken_back(state, effects, on)
    if back:
        state = fold(state, event("expired", Threshold(""), back, on, f"back {on}{effects}"))
    return fold(state, event("expired", Threshold(""), effects, on, f"{on}{effects}"))


def earn(amount: int, end: date | None, on: date = START) -> Earn:
    """Coins of the programme's terms."""
    return Earn(amount, "", on, end, "r", 0, 100, amount, "")


def expired(state: MemberState, morning: date) -> MemberState:
    """Remove dead remainders, as the job does."""
    dead = [lot for lot in state.lots if lot.expires_on and lot.expires_on < morning]
    effects = [Expire(lot.amount, *lot[:3]) for lot in dead if lot.expires_on]  # type: ignore[arg-type]
    return folded(state, morning, *effects)


def test_a_late_spend_takes_back_what_expired_after_it() -> None:
    """LEDGER 10: dated before expiry, arrived after the job: as if it had come in time."""
    late, in_time = blank(MEMBER), blank(MEMBER)
    both = earn(100, END), earn(100, date(2026, 12, 31))
    late = expired(folded(late, START, *both), AFTER)
    late = folded(late, END, Spend(150, "s"))
    in_time = expired(folded(folded(in_time, START, *both), END, Spend(150, "s")), AFTER)
    assert late.lots == in_time.lots
    assert late.notes == in_time.notes
    assert (late.overdraft, in_time.overdraft) == (0, 0)
    assert coins_on(late, AFTER).spendable == 50


def test_a_spend_after_expiry_takes_nothing_back() -> None:
    state = expired(folded(blank(MEMBER), START, earn(100, END)), AFTER)
    state = folded(state, AFTER, Spend(30, "s"))
    assert (state.overdraft, net_coins(state)) == (30, -30)


def test_a_late_return_takes_the_coins_that_expired_not_others() -> None:
    state = folded(blank(MEMBER), START, earn(100, END), earn(100, None))
    state = expired(state, AFTER)
    state = folded(state, END, Reverse(40, "", START, END, "r", ""))
    assert coins_on(state, AFTER).available == 100
    assert state.debt == 0


def test_a_late_payment_with_credit_takes_lapsed_credit_back() -> None:
    state = folded(blank(MEMBER), START, Credit(500, "b", START, END, "b", 0))
    state = folded(state, AFTER, CreditExpire(500, "b", START, END))
    assert credit_on(state, AFTER).available == 0
    state = folded(state, END, Debit(200, "s"))
    assert (state.credit.overdraft, state.credit.debt) == (0, 0)
    assert [lot.amount for lot in state.credit.lapsed] == [300]


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 60)), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 110), st.integers(1, 90)), min_size=1, max_size=5),
    st.integers(0, 4),
)
def test_when_a_spend_arrives_does_not_matter_for_what_is_left(
    earned: list[tuple[int, int]], spent: list[tuple[int, int]], late: int
) -> None:
    """Spends in order of date, the last ones only after the jobs of all days ran."""
    ends = [date(2026, 4, 3), date(2026, 4, 20), date(2026, 12, 31)]
    state = blank(MEMBER)
    for at, (days, amount) in enumerate(earned):
        on = START + timedelta(days=days)
        end = ends[at % 3]
        if on <= end:
            state = folded(state, on, earn(amount, end, on))
    spends = sorted((START + timedelta(days=days), amount) for days, amount in spent)
    spends = _covered(state, spends)
    last = START + timedelta(days=111)

    def run(arriving_late: int) -> MemberState:
        now = state
        in_time = spends[: max(0, len(spends) - arriving_late)]
        for on, amount in in_time:
            now = expired(now, on)
            now = folded(now, on, Spend(amount, f"{on}{amount}"))
        now = expired(now, last)
        for on, amount in spends[len(in_time) :]:
            now = folded(now, on, Spend(amount, f"{on}{amount}"))
        return expired(now, last)

    with_late, without = run(late), run(0)
    assert (with_late.overdraft, without.overdraft) == (0, 0)
    assert with_late.lots == without.lots


def _covered(state: MemberState, spends: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Keep the spends that, in time, are covered by the coins there are."""
    kept = []
    for on, amount in spends:
        if amount <= coins_on(expired(state, on), on).available:
            state = folded(expired(state, on), on, Spend(amount, f"{on}{amount}"))
            kept.append((on, amount))
    return kept


def test_what_lapsed_is_forgotten_after_a_month() -> None:
    state = expired(folded(blank(MEMBER), START, earn(100, END)), AFTER)
    assert len(state.lapsed) == 1
    state = folded(state, END + timedelta(days=32), earn(1, None, END + timedelta(days=32)))
    assert state.lapsed == ()


def test_a_row_of_daily_earning_with_daily_expiry_stays_small() -> None:
    """400 days with a lot of their own each: joined by month, and nobody loses a coin by it."""
    terms = LotTerms(expiry_months=12, month_end=False)
    state = blank(MEMBER)
    total = 0
    for day in range(400):
        on = START + timedelta(days=day)
        before = sum(lot.amount for lot in state.lots)
        state = expired(state, on)
        total -= before - sum(lot.amount for lot in state.lots)
        state = folded(
            state,
            on,
            earn(10, expiry(terms, on), on),
            Credit(5, "c", on, expiry(terms, on), "c", 0),
        )
        total += 10
        assert len(pack(state)) <= 16 * 1024
    assert sum(lot.amount for lot in state.lots) == total
    assert total >= 3640, "twelve months of earning are alive"
    assert unpack_state(pack(state)) == state
    assert len(state.lots) <= 49


def test_coins_of_a_lot_joined_by_month_are_taken_back_from_it() -> None:
    terms = LotTerms(expiry_months=12, month_end=False)
    state = blank(MEMBER)
    for day in range(100):
        on = START + timedelta(days=day)
        state = folded(state, on, earn(10, expiry(terms, on), on))
    on = START + timedelta(days=99)
    state = folded(state, on, earn(7, date(2026, 6, 1), on))
    earned_on = START + timedelta(days=30)
    end = expiry(terms, earned_on)
    state = folded(state, on, Reverse(10, "", earned_on, end, "r", ""))
    assert [lot.amount for lot in state.lots if lot.expires_on == date(2026, 6, 1)] == [7]
    assert net_coins(state) == 997


@given(st.integers(1, 24), st.booleans(), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_switching_expiry_on_protects_old_coins(months: int, month_end: bool, on: date) -> None:
    """Coins issued without a last day keep none; only new ones live by the new terms."""
    before = programme_of(terms=LotTerms())
    after = replace(before, terms=LotTerms(expiry_months=months, month_end=month_end))
    state = folded(blank(MEMBER), on, earn(10, expiry(before.terms, on), on))
    later = on + timedelta(days=1)
    state = folded(state, later, earn(5, expiry(after.terms, later), later))
    first_end = expiry(after.terms, later)
    assert first_end is not None
    state = expired(state, first_end + timedelta(days=1))
    assert coins_on(state, first_end + timedelta(days=3660)).available == 10
