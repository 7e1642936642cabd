"""Promises in the fold: sums and sets that do not depend on who came first, in a small row."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import (
    Benefit,
    Claim,
    Credit,
    CreditReverse,
    Debit,
    DebitRestore,
    Effect,
    Gift,
    Grant,
    Issue,
    Progress,
    Revoke,
    Unclaim,
    Withdraw,
)
from app.domain.events import Event
from app.domain.facts import Adjusted
from app.domain.fold import blank, fold
from app.domain.members import MemberState
from app.storage.rows import pack, unpack_state
from tests.helpers.ledger import MEMBER, event

START = date(2026, 1, 10)
LAST = date(2026, 12, 31)
TEN = Benefit("percent", 10)
days = st.integers(0, 200).map(lambda n: START + timedelta(days=n))
keys = st.sampled_from(["goal:a||", "goal:b|2026-03-01|", "goal:c|2026-02-01|food"])
UNTIL = {"goal:a||": None, "goal:b|2026-03-01|": date(2026, 3, 20),
         "goal:c|2026-02-01|food": date(2026, 2, 20)}  # fmt: skip

alone = st.one_of(
    st.builds(lambda key, amount: Progress(key, amount, UNTIL[key]), keys, st.integers(-5, 9)),
    st.builds(lambda minor: Credit(minor, "", START, LAST, "topup", 0), st.integers(1, 9_000)),
    st.builds(lambda minor: CreditReverse(minor, "", START, LAST, "topup"), st.integers(1, 900)),
    st.builds(Debit, st.integers(1, 5_000), st.sampled_from(["s1", "s2"])),
)


def voucher_life(name: str, on: date, ends: str) -> list[Effect]:
    """What can happen to one voucher, in its own order."""
    issue = Issue(name, "tea", f"SV{name}", on, LAST, 5, TEN, "2026-01")
    claim, back = Claim(name, on), Unclaim(name, LAST)
    gone = Withdraw(name, on, "void")
    lives: dict[str, list[Effect]] = {
        "live": [issue], "claimed": [issue, claim], "back": [issue, claim, back],
        "void": [issue, gone], "void after back": [issue, claim, back, gone],
    }  # fmt: skip
    return lives[ends]


def grant_life(key: str, on: date, times: int) -> list[Effect]:
    """A promise kept and broken in turn."""
    grant = Grant(key, on, LAST, (Gift("coins", 5, "", on, None),))
    return [grant if at % 2 == 0 else Revoke(key) for at in range(times)]


ends = st.sampled_from(["live", "claimed", "back", "void", "void after back"])
lives = st.one_of(
    st.builds(voucher_life, st.sampled_from("vw"), days, ends),
    st.builds(grant_life, st.sampled_from(["goal:a||1", "gift:b|2026-01|x"]), days,
              st.integers(1, 4)),
    alone.map(lambda one: [one]),
)  # fmt: skip
stories = st.lists(lives, min_size=1, max_size=10).map(
    # One life for each voucher and grant.
    lambda some: list({repr(life[0])[:30] + str(len(life)): life for life in some}.values())
)


def told(story: list[list[Effect]], random: Random, moments: dict[str, date]) -> MemberState:
    """Fold the lives interleaved at random, each in its own order."""
    left = [list(life) for life in story]
    state = blank(MEMBER)
    events: list[Event] = []
    while any(left):
        life = random.choice([one for one in left if one])
        effect = life.pop(0)
        on = moments[repr(effect)]
        events.append(event("adjusted", Adjusted(0, "", ""), (effect,), on, f"e{len(events)}"))
    for one in events:
        state = fold(state, one)
    return state


def facts_of(state: MemberState) -> tuple[object, ...]:
    wallet = state.credit
    return (
        state.progress, state.awards, state.done, state.vouchers, state.caps, state.newest,
        sum(lot.amount for lot in wallet.lots) - wallet.debt - wallet.overdraft,
    )  # fmt: skip


@given(stories, st.randoms(use_true_random=False), st.data())
def test_what_is_promised_does_not_depend_on_who_came_first(story, random, data):
    taken = {str(life[0])[:26] for life in story}
    if len(taken) < len([life for life in story if len(life) > 1]):
        return
    names = Counter(repr(life[0])[:26] for life in story if isinstance(life[0], Issue | Grant))
    if any(times > 1 for times in names.values()):
        return
    near = st.integers(0, 50).map(lambda n: START + timedelta(days=n))
    moments = {repr(effect): data.draw(near) for life in story for effect in life}
    first = told(story, random, moments)
    assert facts_of(told(story, random, moments)) == facts_of(first)


@given(stories, st.randoms(use_true_random=False))
def test_a_row_with_promises_comes_back_as_it_was_stored(story, random):
    moments = {repr(effect): START for life in story for effect in life}
    state = told(story, random, moments)
    assert unpack_state(pack(state)) == state


@given(st.lists(st.integers(1, 3_000), max_size=6), st.lists(st.integers(1, 4_000), max_size=6))
def test_credit_adds_up_and_is_never_below_zero_without_a_debt(given_, used):
    events: list[Event] = []
    for minor in given_:
        effect: Effect = Credit(minor, "", START, LAST, "topup", 0)
        events.append(event("adjusted", Adjusted(0, "", ""), (effect,), START, f"e{len(events)}"))
    for minor in used:
        effect = Debit(minor, f"s{len(events)}")
        events.append(event("adjusted", Adjusted(0, "", ""), (effect,), START, f"e{len(events)}"))
    state = blank(MEMBER)
    for one in events:
        state = fold(state, one)
    wallet = state.credit
    whole = sum(lot.amount for lot in wallet.lots) - wallet.overdraft
    assert whole == sum(given_) - sum(used)
    assert all(lot.amount > 0 for lot in wallet.lots)
    assert not (wallet.lots and wallet.overdraft)
    for note in wallet.notes:
        amount = note.short + sum(part.amount for part in note.parts)
        back = event("adjusted", Adjusted(0, "", ""), (
            DebitRestore(amount, note.spend_id, LAST),), START, f"b{note.spend_id}")  # fmt: skip
        state = fold(state, back)
    assert sum(lot.amount for lot in state.credit.lots) == sum(given_)
    assert state.credit.overdraft == 0


def test_what_is_over_leaves_the_row():
    state = blank(MEMBER)
    first = (
        Progress("goal:b|2026-03-01|", 3, date(2026, 3, 20)),
        Grant("goal:b|2026-03-01|1", START, date(2026, 3, 20), ()),
        Issue("v", "tea", "SV1", START, LAST, 0, TEN, ""),
        Claim("v", START),
    )
    state = fold(state, event("adjusted", Adjusted(0, "", ""), first, START, "a"))
    later = date(2026, 4, 1)
    state = fold(state, event("adjusted", Adjusted(0, "", ""), (), later, "b"))
    assert (state.progress, state.awards, state.vouchers) == (None, (), ())
    assert state.done == {"goal:b": 1}, "how often it was done is known for ever"
    late = (Progress("goal:b|2026-03-01|", 1, date(2026, 3, 20)),)
    state = fold(state, event("adjusted", Adjusted(0, "", ""), late, START, "c"))
    assert state.progress is None, "a late bill does not wake a window that is over"
