"""Two members become one and two again: nothing is lost on the way, nothing is made."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Earn, Expire, Forfeit, Grant, Progress, Spend
from app.domain.erasing import forfeit_of
from app.domain.events import Event
from app.domain.facts import Erased, Merged, Unmerged
from app.domain.fold import blank, fold
from app.domain.fold.merging import absorb, part
from app.domain.fold.together import Together
from app.domain.members import MemberState, paid_minor
from app.domain.profiles import CardRow, Profile, together
from app.storage.rows import pack, unpack_state
from tests.helpers.ledger import MEMBER, event, net_coins
from tests.helpers.shops import number
from tests.unit.domain.test_fold import coins, credits_, days, effects, events_, folded, happened

pytestmark = pytest.mark.slow

OTHER = number("other")

promises = st.one_of(
    st.builds(Progress, st.sampled_from(["goal|2026-03-31|", "goal||a"]), coins, st.none()),
    st.builds(Grant, st.sampled_from(["goal:a||1", "gift:b||2"]), days, st.none(), st.just(())),
    st.builds(lambda e: Expire(e.amount, e.terms, e.available_from, e.expires_on), credits_),
)
lives = st.lists(
    st.tuples(days, st.lists(st.one_of(effects, promises), min_size=1, max_size=4)), max_size=8
).map(lambda made: [happened(str(at), on, *some) for at, (on, some) in enumerate(made)])


def sums(*states: MemberState) -> list[int]:
    return [
        sum(found)
        for found in zip(
            *(
                (
                    net_coins(one),
                    one.earned,
                    one.spent,
                    one.purchases,
                    paid_minor(one),
                    one.before.status + sum(day.status for day in one.days),
                    sum((one.done or {}).values()),
                    len(one.awards),
                )
                for one in states
            ),
            strict=True,
        )
    ]


@given(lives, lives)
def test_parting_at_once_gives_back_exactly_both(mine, theirs):
    """C28: a wrong merge is undone without a trace."""
    survivor, source = folded(mine), folded(theirs, blank(OTHER))
    whole, alias = absorb(survivor, source)
    kept = unpack_state(pack(alias))
    assert part(whole, kept) == (survivor, source)


@given(lives, lives, lives)
def test_parting_later_conserves_every_sum(mine, theirs, since):
    survivor, source = folded(mine), folded(theirs, blank(OTHER))
    whole, alias = absorb(survivor, source)
    now = folded(since, whole)
    parted = part(now, alias)
    assert sums(*parted) == sums(now)
    assert not parted[1].merged_into
    assert all(lot.amount > 0 for one in parted for lot in one.lots)
    assert all(one.debt >= 0 and one.overdraft >= 0 for one in parted)


def test_who_leaves_loses_nothing_that_the_survivor_spent():
    on = date(2026, 2, 1)
    source = folded([happened("e", on, _coins(50, on))], blank(OTHER))
    survivor = blank(MEMBER)
    whole, alias = absorb(survivor, source)
    spent = fold(whole, happened("s", on, Spend(30, "s1")))
    left, gone = part(spent, alias)
    assert (net_coins(gone), net_coins(left)) == (50, -30)


def _coins(amount: int, on: date) -> Earn:
    return Earn(amount, "", on, None, "r", 0, 100, amount, "")


def test_once_keys_go_with_whom_they_belong_to():
    on = date(2026, 2, 1)
    survivor = folded([happened("a", on)])
    source = folded([happened("b", on)], blank(OTHER))
    source = replace(source, once=("survey:fruit:v1",))
    whole, alias = absorb(survivor, source)
    later = fold(whole, happened("c", on, _coins(5, on)))
    left, gone = part(later, alias)
    assert (left.once, gone.once) == ((), ("survey:fruit:v1",))


# ---------------------------------------------------------------- together


def of(member: str, kind, facts, name: str, *changes) -> Event:
    return replace(event(kind, facts, changes, date(2026, 2, 1), name), member=member)


@given(events_)
def test_an_erased_member_holds_nothing_and_can_neither_merge_nor_part(happenings):
    members = Together(blank)
    for one in happenings:
        members.fold(one)
    state = members.own(MEMBER)
    members.fold(of(OTHER, "merged", Merged(MEMBER, ""), "m"))
    members.fold(of(MEMBER, "erased", Erased(""), "e", forfeit_of(state)))
    assert set(members.family(MEMBER)) == {OTHER, MEMBER}
    gone = members.living(MEMBER)
    assert (gone.erased, net_coins(gone), gone.vouchers, gone.awards) == (True, 0, (), ())
    members.fold(of(OTHER, "unmerged", Unmerged(MEMBER, ""), "u"))
    assert members.living(MEMBER).member == OTHER
    third = number("third")
    members.fold(of(third, "merged", Merged(OTHER, ""), "n"))
    assert members.living(third).member == third


@given(coins, coins)
def test_forfeiting_moves_the_sum_by_what_it_says_and_nothing_else(have, said):
    on = date(2026, 2, 1)
    state = folded([happened("e", on, _coins(have, on))])
    after = fold(state, happened("f", on, Forfeit(said, 0)))
    assert net_coins(after) == have - said
    assert net_coins(fold(after, happened("g", on, forfeit_of(after)))) == 0


def test_profiles_laid_together_remember_whose_each_value_is():
    own, alias = Profile(MEMBER, joined_on=date(2026, 3, 1)), Profile(OTHER)
    own = replace(own, personal=replace(own.personal, name="N"), marketing=True)
    card = CardRow("m", "s", date(2026, 1, 1))
    alias = replace(
        alias,
        personal=replace(alias.personal, name="X", phone="P"),
        joined_on=date(2026, 1, 1),
        cards=(card,),
    )
    both = together(own, [alias])
    assert (both.personal.name, both.personal.phone, both.lent) == ("N", "P", {"phone": OTHER})
    assert (both.joined_on, both.marketing) == (date(2026, 1, 1), False)
    assert both.cards == (replace(card, of=OTHER),)
