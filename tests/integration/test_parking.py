"""One event that cannot be booked is parked with its reason; everybody else's count (SYNC.md 4)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.effects import Earn, Effect, Expire, Progress, Restore, Spend, TierHold, Visit
from app.domain.events import Event
from app.domain.facts import Enrolled, Merged, Personal, ProgrammePublished, Redeemed
from app.domain.rating import Rules
from app.domain.vouchers import refund_of
from app.hub.cell import Acknowledged, book_own
from app.wire.events import encode
from tests.helpers.cell_bases import (
    CELL,
    Base,
    heads,
    in_force,
    postgres_base,
    sqlite_base,
)
from tests.helpers.shops import MORNING, number

pytestmark = pytest.mark.slow

ON = MORNING.date()
ENROLLED = Enrolled(Personal(), "en", "1", marketing=False)


def one(name: str, *effects: Effect, member: str = "asha", on: date = ON) -> Event:
    """A well formed event of a member."""
    return Event(number(name), "enrolled", number(member), "", "", "", "", on, 0, 0, ENROLLED,
                 effects)  # fmt: skip


def earn(amount: int) -> Earn:
    return Earn(amount, "t", ON, None, "base", 0, 100, amount, "")


FINE = [one("1", earn(50)), one("2", earn(70), member="ravi"), one("3", Spend(20, number("s")))]
STRANGE = {
    "a date before all dates": (
        one("x", TierHold("gold", ON, ON), on=date.min), "the instant 0001-01-01"),
    "coins below zero": (one("x", earn(-90)), "broken: coins below zero"),
    "an end of coins nobody had": (one("x", Expire(5, "t", ON, ON)), "broken: the coins do not"),
    "a debt below zero": (one("x", Spend(-5, number("t"))), "broken: coins"),
    "more coins than there can be": (one("x", earn(2**53), earn(2**53)), "broken: coins beyond"),
    "effects of a merge": (replace(one("x", earn(5)), kind="merged",
                                   facts=Merged(number("ravi"), "")), "broken: the coins do not"),
    "a programme's name as long as a book": (
        replace(one("x"), kind="programme_published", member="",
                facts=ProgrammePublished("p" * 300, "")), "the programme 'ppp"),
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    if request.param == "sqlite":
        with sqlite_base(tmp_path) as made:
            yield made
    else:
        with postgres_base(request.getfixturevalue("postgres_url")) as made:
            yield made


def pushed(base: Base, events: list[Event], **more: object) -> None:
    bodies = [encode(event) for event in events]
    answer = base.push(bodies, **more)  # type: ignore[arg-type]
    assert answer == Acknowledged(len(bodies), heads(bodies)[-1])


def parked(base: Base) -> list[tuple[int, str]]:
    return [(row[1], row[2]) for row in base.everything()["parked"]]


def coins(base: Base, member: str) -> bytes:
    return base.accounts()[number(member)][1]


@pytest.mark.parametrize("what", STRANGE)
def test_a_strange_event_is_parked_and_the_others_count_as_without_it(
    base: Base, tmp_path: Path, what: str
):
    event, reason = STRANGE[what]
    pushed(base, [FINE[0], event, *FINE[1:]])
    outcomes = base.outcomes()
    assert [outcome for outcome, _ in outcomes] == ["booked", "parked", "booked", "booked"]
    assert outcomes[1][1].startswith(reason)
    assert parked(base) == [(2, outcomes[1][1])]
    (tmp_path / "without").mkdir()
    with sqlite_base(tmp_path / "without") as without:
        pushed(without, FINE)
        assert base.accounts() == without.accounts()
    assert event.id not in {row[1] for row in base.everything()["booked"]}


def test_what_an_event_took_before_it_failed_is_free_again(base: Base):
    failing = replace(one("x", earn(-90)), once=("receipt:7",))
    pushed(base, [failing, replace(one("y", earn(5)), once=("receipt:7",))])
    assert [outcome for outcome, _ in base.outcomes()] == ["parked", "booked"]
    assert [row[1:] for row in base.everything()["once_key"]] == [("receipt:7", number("y"))]


def test_rows_past_a_revoked_station_s_last_are_parked(base: Base):
    pushed(base, FINE, revoked_seq=2)
    assert base.outcomes()[-1] == ("parked", "revoked")
    assert parked(base) == [(3, "revoked")]
    assert len(base.everything()["booked"]) == 2


def test_a_revoked_station_learns_what_it_had_sent_before_as_duplicates(base: Base):
    pushed(base, FINE)
    pushed(base, FINE, station=number("again"), revoked_seq=0)
    assert {outcome for outcome, _ in base.outcomes()[3:]} == {"duplicate"}
    assert parked(base) == []


def test_a_note_is_told_beside_every_outcome_of_the_batch(base: Base):
    pushed(base, [FINE[0], STRANGE["coins below zero"][0]], note="clock +412s")
    pushed(base, FINE[:1], station=number("again"), note="clock -400s")
    assert base.outcomes() == [
        ("booked", "clock +412s"),
        ("parked", "broken: coins below zero; clock +412s"),
        ("duplicate", "of 1; clock -400s"),
    ]
    assert parked(base) == [(2, "broken: coins below zero")]


def test_an_unknown_kind_with_strange_signs_in_its_name_is_parked(base: Base):
    body = encode(FINE[0]).replace(b'"enrolled"', b'"a\\u0000b"')
    assert isinstance(base.push([body]), Acknowledged)
    assert parked(base) == [(1, f"event {number('1')}: kind a?b, version 1")]


def test_an_event_of_the_cell_s_own_that_fails_blocks_no_other(base: Base):
    base.store.run(lambda core: book_own(core, CELL, [one("x", earn(-90)), *FINE], in_force))
    assert [outcome for outcome, _ in base.outcomes()] == ["parked", "booked", "booked", "booked"]


@pytest.mark.parametrize("trouble", [OSError("the disk is full"), MemoryError()])
def test_the_store_s_trouble_is_nobody_s_fault(base: Base, trouble: Exception):
    def rules_on(_: date) -> Rules:
        raise trouble

    before = base.everything()
    with pytest.raises(type(trouble)):
        base.push([encode(FINE[0])], rules_on=rules_on)
    assert base.everything() == before


amounts = st.integers(-(2**64), 2**64) | st.integers(-100, 100)
days = st.dates() | st.just(ON)
effects = st.one_of(
    st.builds(earn, amounts),
    st.builds(Spend, amounts, st.just(number("s"))),
    st.builds(Restore, amounts, st.just(number("s")), days),
    st.builds(Expire, amounts, st.just("t"), days, days),
    st.builds(Progress, st.just("goal:g||"), amounts, days | st.none()),
    st.builds(TierHold, st.just("gold"), days, days),
    st.builds(Visit, days, amounts),
)
events = st.builds(
    lambda effects, on, at_ms: replace(one("x", *effects, on=on), at_ms=at_ms),
    st.lists(effects, max_size=4),
    days,
    amounts,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(events, min_size=1, max_size=6))
def test_nothing_that_can_be_encoded_stops_a_lane(tmp_path: Path, lane: list[Event]):
    bodies = [encode(replace(event, id=number(f"e{at}"))) for at, event in enumerate(lane)]
    (tmp_path / "cell.db").unlink(missing_ok=True)
    with sqlite_base(tmp_path) as base:
        assert isinstance(base.push([*bodies, encode(FINE[1])]), Acknowledged)
        assert base.outcomes()[-1][0] == "booked"


def test_what_follows_from_an_event_may_be_booked_before_it(base: Base):
    """A restored hub got a refund back from one station, and then its cause from another."""
    last = "stock:cup:1"
    first = replace(one("a", earn(100)), once=(last,))
    late = replace(one("b", Spend(20, number("b"))), kind="redeemed",
                   facts=Redeemed("cup", number("v")), once=(last,))  # fmt: skip
    refund = refund_of(late, 0)
    assert refund is not None
    pushed(base, [first])
    base.store.run(lambda core: book_own(core, CELL, [refund], in_force))
    pushed(base, [first, late])
    assert [outcome for outcome, _ in base.outcomes()] == ["booked", "booked", "worthless"]
