"""Guards: what is counted, and when somebody should look."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.effects import Reverse
from app.domain.events import Event
from app.domain.facts import Adjusted, Claimed, Sold, Voided
from app.domain.guards import pair, ticks, trips
from app.domain.promises import GuardTerms
from tests.helpers.programmes import MONDAY, moment

TERMS = GuardTerms(3, 50, 4, 30, 1, 1, 2, 100)
ASHA, RAVI = "a" * 32, "b" * 32
SOLD = Sold("1", "", (), 100, 0, 0, moment(), ())
TAKEN = (Reverse(5, "", MONDAY, None, "base", ""),)


def event(kind, facts, *, member=RAVI, staff=ASHA, on=MONDAY, minute=720, **other) -> Event:
    at_ms = minute * 60_000
    return Event("e" * 32, kind, member, staff, "Main", "1", "", on, at_ms, 0, facts, **other)


class Counts:
    """What was ticked, summed as a station's table sums it."""

    def __init__(self, *events: Event) -> None:
        self.sums: dict[tuple[str, str, date], int] = {}
        for one in events:
            for what, subject, on, amount in ticks(one):
                key = what, subject, on
                self.sums[key] = self.sums.get(key, 0) + amount

    def __call__(self, what, subject, first, last) -> int:
        return sum(
            amount
            for (kind, who, on), amount in self.sums.items()
            if (kind, who) == (what, subject) and first <= on <= last
        )


def tripped(*events: Event, terms=TERMS) -> list[tuple[str, str]]:
    found = trips(terms, events[-1], Counts(*events))
    return [(trip.guard, trip.subject) for trip in found]


def bill(**other) -> Event:
    return event("sold", SOLD, **other)


def claim(minute: int, **other) -> Event:
    return event("claimed", Claimed("f" * 32, "", moment(), ()), minute=minute, **other)


def void(reason="same_day", effects=TAKEN, **other) -> Event:
    return event("voided", Voided("f" * 32, reason, ""), effects=effects, **other)


def test_one_card_too_often_on_a_day():
    one_off = GuardTerms(card_bills=3, staff_share=0)
    assert tripped(*[bill()] * 3, terms=one_off) == []
    assert tripped(*[bill()] * 4, terms=one_off) == [("card_bills", RAVI)]
    yesterday = bill(on=MONDAY - timedelta(days=1))
    assert tripped(*[yesterday] * 3, bill(), terms=one_off) == []


def test_a_guest_is_not_counted():
    assert ticks(bill(member="")) == ()


@given(st.lists(st.sampled_from(["sold", "undone"]), max_size=12))
def test_an_undone_bill_leaves_no_trace(what):
    events = []
    for one in what:
        events.append(bill())
        if one == "undone":
            events.append(void("undo"))
    kept = what.count("sold")
    counts = Counts(*events)
    assert counts("card", RAVI, MONDAY, MONDAY) == kept
    assert counts("pair", pair(ASHA, RAVI), MONDAY, MONDAY) == kept
    assert counts("bills", ASHA, MONDAY, MONDAY) == kept
    assert counts("voids", ASHA, MONDAY, MONDAY) == 0


def test_one_card_on_too_many_of_a_cashiers_bills():
    others = [bill(member=f"{at:032x}") for at in range(2)]
    assert tripped(*others, bill()) == []  # three bills say nothing yet
    assert tripped(*others, bill(), bill()) == []  # a half is not over 50 %
    assert tripped(*others, bill(), bill(), bill()) == [("staff_share", pair(ASHA, RAVI))]
    old = [replace(one, on=MONDAY - timedelta(days=30)) for one in others]
    assert tripped(*old, *[bill()] * 3) == []  # a month ago does not count


def test_bills_with_coins_voided_by_one_person():
    assert tripped(void()) == []
    assert tripped(void(), void()) == [("voids", ASHA)]
    assert tripped(void(), void(effects=())) == []  # it had earned nothing
    assert tripped(void(), void("undo")) == []
    assert tripped(void(staff=RAVI), void()) == []


def test_guest_bills_credited_to_one_member():
    weeks_ago = claim(800, on=MONDAY - timedelta(days=29))
    assert tripped(weeks_ago, claim(800)) == [("claims", RAVI)]
    too_old = replace(weeks_ago, on=MONDAY - timedelta(days=30))
    assert tripped(too_old, claim(800)) == []


def test_guest_bills_credited_right_after_the_total():
    members = [f"{at:032x}" for at in range(3)]
    quick = [claim(725, member=one) for one in members]
    assert tripped(*quick) == [("quick_claims", ASHA)]
    slow = [claim(740, member=one) for one in members]
    assert tripped(*slow) == []


def test_a_claim_after_midnight_is_still_quick():
    late = event("claimed", Claimed("f" * 32, "", moment(minute=1435), ()), minute=24 * 60 + 2)
    assert ("quick", ASHA) in [one[:2] for one in ticks(late)]


def test_coins_given_by_hand_over_the_limit():
    def gives(amount: int) -> Event:
        return event("adjusted", Adjusted(amount, "sorry", ""))

    assert tripped(gives(60), gives(40)) == []
    assert tripped(gives(60), gives(41)) == [("goodwill", ASHA)]
    assert tripped(gives(60), gives(-500), gives(1)) == []


@pytest.mark.parametrize(
    "last", [bill(), void(), claim(721), event("adjusted", Adjusted(999, "", ""))]
)
def test_zero_switches_every_guard_off(last):
    off = GuardTerms(0, 0, 1, 1, 0, 0, 0, 0)
    assert tripped(*[last] * 20, terms=off) == []
