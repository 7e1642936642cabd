"""Every coin has a way: movements, what is left and what is owed agree with the fold."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Earn, Effect, Expire, Restore, Reverse, Spend
from app.domain.events import Event
from app.domain.facts import Adjusted, Merged
from app.domain.fold import blank, fold
from app.domain.fold.merging import absorb
from app.insight.lots import CoinBook, coin_book

DAY = date(2026, 6, 15)
ASHA, RAVI = "a" * 32, "b" * 32


def event(at: int, *effects: Effect, member: str = ASHA, days: int = 0) -> Event:
    return Event(
        f"{at:032x}", "adjusted", member, "", "", "", "", DAY + timedelta(days=days), at, 330,
        Adjusted(0, "", ""), effects,
    )  # fmt: skip


def merge(at: int, days: int = 0) -> Event:
    plain = event(at, days=days)
    return replace(plain, kind="merged", facts=Merged(RAVI, ""))


def earn(amount: int, expires: int | None = None, rule: str = "base") -> Earn:
    end = None if expires is None else DAY + timedelta(days=expires)
    return Earn(amount, "", DAY, end, rule, 0, 100, amount, "")


def agrees(book: CoinBook) -> None:
    assert sum(one.coins for one in book.movements) == book.balance
    for lot in book.left:
        assert sum(one.amount for one in lot.origins) == lot.amount


def test_a_spend_names_the_events_its_coins_came_from():
    soon, late, spend = event(1, earn(10, 30)), event(2, earn(50)), event(3, Spend(25, "s"))
    book = coin_book(ASHA, [soon, late, spend])
    assert [(one.amount, one.origin) for one in book.movements[-1].parts] == [
        (10, soon.id), (15, late.id),
    ]  # fmt: skip
    assert [(lot.amount, lot.origins[0].origin) for lot in book.left] == [(35, late.id)]
    agrees(book)


def test_coins_given_back_keep_where_they_came_from():
    soon, spend = event(1, earn(10, 30)), event(2, Spend(10, "s"))
    back = event(3, Restore(4, "s", DAY + timedelta(days=90)), days=40)
    book = coin_book(ASHA, [soon, spend, back])
    assert [(lot.amount, lot.origins[0].origin) for lot in book.left] == [(4, soon.id)]
    agrees(book)


def test_coins_spent_before_they_were_there_are_owed_then_paid():
    book = coin_book(ASHA, [event(1, Spend(20, "s"))])
    assert (book.balance, book.owed) == (-20, 20)
    assert book.movements[0].parts[-1].origin == ""
    book = coin_book(ASHA, [event(1, Spend(20, "s")), event(2, earn(50))])
    assert (book.balance, book.owed) == (30, 0)
    agrees(book)


def test_the_coins_of_a_merged_member_keep_their_way():
    theirs = event(1, earn(7, 60, "theirs"), member=RAVI)
    book = coin_book(ASHA, [theirs, event(2, earn(5)), merge(3), event(4, Spend(9, "s"))])
    assert [(one.kind, one.coins) for one in book.movements] == [
        ("earned", 5), ("merged", 7), ("spent", -9),
    ]  # fmt: skip
    assert book.movements[-1].parts[0] == (7, DAY + timedelta(days=60), theirs.id)
    agrees(book)


amounts = st.integers(1, 40)
expiries = st.sampled_from([None, 5, 20, 60])
rules = st.sampled_from(["base", "extra"])
spends = st.sampled_from(["s1", "s2", "s3"])
effects = st.one_of(
    st.builds(earn, amounts, expiries, rules),
    st.builds(Spend, amounts, spends),
    st.builds(lambda n, s: Restore(n, s, DAY + timedelta(days=90)), amounts, spends),
    st.builds(lambda n, e: Reverse(n, "", DAY, earn(n, e).expires_on, "base", ""), amounts,
              expiries),
)  # fmt: skip
acts = st.lists(
    st.tuples(st.lists(effects, max_size=3), st.integers(0, 30), st.sampled_from([ASHA, RAVI])),
    max_size=14,
)


@given(acts, st.integers(0, 14))
def test_movements_agree_with_the_fold_to_the_coin(acts, merged_at):
    events = [
        event(at, *what, member=who, days=days) for at, (what, days, who) in enumerate(acts, 1)
    ]
    events.insert(min(merged_at, len(events)), merge(99, days=15))
    events = [event(101), event(102, member=RAVI), *events]
    states = {ASHA: blank(ASHA), RAVI: blank(RAVI)}
    for one in events:
        if isinstance(one.facts, Merged):
            states[ASHA], states[RAVI] = absorb(states[ASHA], states[RAVI])
        else:
            who = states[one.member].merged_into or one.member
            states[who] = fold(states[who], one)
    state = states[ASHA]
    book = coin_book(ASHA, events)
    agrees(book)
    assert sum(lot.amount for lot in book.left) == sum(lot.amount for lot in state.lots)
    assert book.owed == state.debt + state.overdraft


@given(st.lists(st.tuples(amounts, st.sampled_from([5, 20])), min_size=1, max_size=6), amounts)
def test_what_expires_leaves_with_its_origin(earned, spent):
    events = [event(at, earn(n, days)) for at, (n, days) in enumerate(earned, 1)]
    events.append(event(50, Spend(min(spent, sum(n for n, _ in earned)), "s")))
    dead = [lot for lot in coin_book(ASHA, events).left if lot.expires_on == earn(1, 5).expires_on]
    gone = [Expire(lot.amount, "", DAY, lot.expires_on) for lot in dead if lot.expires_on]
    book = coin_book(ASHA, [*events, event(60, *gone, days=6)])
    assert all(lot.expires_on != earn(1, 5).expires_on for lot in book.left)
    agrees(book)


def test_lots_that_are_joined_keep_where_their_coins_came_from():
    earned = [event(at, earn(1, at), days=0) for at in range(1, 80)]
    book = coin_book(ASHA, [*earned, event(90, Spend(79, "s"))])
    agrees(book)
    assert {one.origin for one in book.movements[-1].parts} == {one.id for one in earned}
