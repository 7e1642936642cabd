"""What the hub reserves, on SQLite and on a real PostgreSQL: nothing is promised twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection

from app.domain.companions import claim_key, companion_id, stock_key, void_key
from app.domain.effects import Earn, Spend
from app.domain.events import Event
from app.domain.facts import Adjusted, Merged, Redeemed, VoucherClaimed
from app.domain.rating import Rules
from app.hub import holds
from app.hub.holds import NotThere, Reserved
from app.hub.settling import NO_BEARING, bearing_on
from app.wire.events import encode
from app.wire.sync import HoldAsk
from tests.helpers.cell_bases import CELL, STATION, Base, postgres_base, sqlite_base
from tests.helpers.ledger import event as member_event
from tests.helpers.rewards import rewards_document
from tests.helpers.shops import STAFF, number, programme_in

pytestmark = pytest.mark.slow

RULES = Rules(programme_in(rewards_document()))
OTHER = number("b")
ON = date(2026, 6, 15)
ASHA = number("asha")
VOUCHER = claim_key(number("voucher"))


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    if request.param == "sqlite":
        with sqlite_base(tmp_path) as made:
            yield made
    else:
        with postgres_base(request.getfixturevalue("postgres_url")) as made:
            yield made


def in_force(_: date) -> Rules:
    return RULES


def ask(base: Base, wanted: HoldAsk, station: str = STATION) -> Reserved | NotThere:
    return base.store.run(lambda core: holds.ask(core, CELL, station, wanted, in_force, ON, 1_000))


def void(base: Base, hold_id: str, station: str = STATION) -> None:
    base.store.run(lambda core: holds.void(core, CELL, station, hold_id, 2_000))


def given(coins: int, member: str = ASHA) -> Event:
    earn = Earn(coins, "", ON, None, "given", 0, 100, coins, "")
    made = member_event("adjusted", Adjusted(coins, "test", STAFF), (earn,), ON, f"given {member}")
    return replace(made, member=member)


def spent(name: str, coins: int, *keys: str) -> Event:
    effects = (Spend(coins, number(name)),) if coins else ()
    made = member_event("redeemed", Redeemed("tea", number(f"{name} voucher")), effects, ON, name)
    return replace(made, member=ASHA, once=keys)


def book(base: Base, *events: Event) -> list[tuple[str, str]]:
    """Book events as one batch of a station of its own; say what became of them."""
    before = base.outcomes()
    lanes = len(base.everything()["lane"])
    bodies = [encode(event) for event in events]
    base.push(bodies, station=number(f"lane {lanes}"), rules_on=in_force)
    return base.outcomes()[len(before) :]


def held(base: Base) -> list[tuple[object, ...]]:
    return [row for row in base.everything()["hold"] if "held" in row]


def test_the_same_coins_are_reserved_once(base: Base) -> None:
    book(base, given(100))
    assert ask(base, HoldAsk(number("one"), ASHA, coins=70)) == Reserved(0)
    assert ask(base, HoldAsk(number("two"), ASHA, coins=70), OTHER) == NotThere(30, 0)
    assert ask(base, HoldAsk(number("three"), ASHA, coins=30), OTHER) == Reserved(0)


def test_what_the_same_act_gives_back_is_there_for_it_alone(base: Base) -> None:
    book(base, given(10))
    assert ask(base, HoldAsk(number("one"), ASHA, coins=71, coins_back=60)) == NotThere(70, 0)
    assert ask(base, HoldAsk(number("two"), ASHA, coins=65, coins_back=60)) == Reserved(0)
    assert ask(base, HoldAsk(number("three"), ASHA, coins=6), OTHER) == NotThere(5, 0)
    assert ask(base, HoldAsk(number("four"), ASHA, coins=5), OTHER) == Reserved(0)


def test_what_is_given_back_pays_what_is_overdrawn_first(base: Base) -> None:
    book(base, spent("before", 30))
    assert ask(base, HoldAsk(number("one"), ASHA, coins=31, coins_back=60)) == NotThere(30, 0)
    assert ask(base, HoldAsk(number("two"), ASHA, coins=30, coins_back=60)) == Reserved(0)


def test_a_bills_hold_keeps_its_goods_for_the_return_that_goes_with_it(base: Base) -> None:
    key = void_key(number("old"))
    ask(base, HoldAsk(number("new"), ASHA, keys=(key,)))
    back = replace(spent("elsewhere", 0), once=(key,))
    assert book(base, back)[0] == ("worthless", f"taken: {key}")
    own = replace(back, id=companion_id(number("new"), key))
    assert book(base, own) == [("booked", "")]


def test_the_same_question_gets_the_same_answer(base: Base) -> None:
    book(base, given(100))
    wanted = HoldAsk(number("one"), ASHA, coins=30, stock="last")
    assert [ask(base, wanted) for _ in range(3)] == [Reserved(1)] * 3
    assert len(held(base)) == 1


def test_a_refused_question_that_arrives_twice_reserves_nothing(base: Base) -> None:
    wanted = HoldAsk(number("one"), ASHA, coins=70)
    assert ask(base, wanted) == NotThere(0, 0)
    book(base, given(100))
    assert ask(base, wanted) == NotThere(100, 0)
    assert held(base) == []


def test_a_question_that_comes_after_it_was_voided_reserves_nothing(base: Base) -> None:
    book(base, given(100))
    void(base, number("one"))
    assert isinstance(ask(base, HoldAsk(number("one"), ASHA, coins=10)), NotThere)
    assert held(base) == []


def test_a_question_that_comes_after_its_event_reserves_nothing(base: Base) -> None:
    book(base, given(100), spent("one", 40))
    assert isinstance(ask(base, HoldAsk(number("one"), ASHA, coins=40)), NotThere)
    assert held(base) == []


def test_a_voided_hold_lets_go_of_coins_keys_and_stock(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, coins=80, keys=(VOUCHER,), stock="last"))
    void(base, number("one"))
    wanted = HoldAsk(number("two"), ASHA, coins=80, keys=(VOUCHER,), stock="last")
    assert ask(base, wanted, OTHER) == Reserved(1)


def test_nobody_voids_another_stations_hold(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, coins=80))
    void(base, number("one"), OTHER)
    assert len(held(base)) == 1
    assert isinstance(ask(base, HoldAsk(number("one"), ASHA, coins=80), OTHER), NotThere)


def test_the_event_settles_its_hold(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, coins=80, keys=(VOUCHER,)), OTHER)
    assert book(base, spent("one", 80, VOUCHER)) == [("booked", "")]
    assert base.everything()["hold"] == base.everything()["hold_key"] == []
    assert ask(base, HoldAsk(number("two"), ASHA, coins=21)) == NotThere(20, 0)


def test_a_reserved_key_is_taken_for_every_other_event(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, keys=(VOUCHER,)))
    told = book(base, spent("two", 0, VOUCHER))[0]
    assert told == ("worthless", f"taken: {VOUCHER}")


def test_a_sales_hold_keeps_the_key_for_the_claim_that_goes_with_it(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("sale"), ASHA, keys=(VOUCHER,)), OTHER)
    claim = member_event(
        "voucher_claimed", VoucherClaimed(number("v"), number("sale")), (), ON, "claim"
    )
    claim = replace(claim, id=companion_id(number("sale"), VOUCHER), member=ASHA, once=(VOUCHER,))
    assert book(base, claim) == [("booked", "")]


def test_the_second_hears_where_and_when_the_first_was(base: Base) -> None:
    first = replace(spent("one", 0, VOUCHER), store="main", till="7", staff=STAFF)
    book(base, first)
    refused = ask(base, HoldAsk(number("two"), ASHA, keys=(VOUCHER,)), OTHER)
    assert isinstance(refused, NotThere)
    taken = refused.taken
    assert taken is not None
    assert (taken.event_id, taken.store, taken.till) == (first.id, "main", "7")
    assert (taken.staff, taken.on, taken.at_ms) == (STAFF, ON, first.at_ms)


def test_a_key_that_is_only_reserved_is_taken_too(base: Base) -> None:
    ask(base, HoldAsk(number("one"), keys=(VOUCHER,)))
    refused = ask(base, HoldAsk(number("two"), keys=(VOUCHER,)), OTHER)
    assert isinstance(refused, NotThere)
    assert refused.taken is not None
    assert (refused.taken.event_id, refused.taken.at_ms) == (number("one"), 1_000)


def test_the_last_of_a_stock_is_reserved_once(base: Base) -> None:
    book(base, given(100))
    assert ask(base, HoldAsk(number("one"), ASHA, coins=30, stock="last")) == Reserved(1)
    refused = ask(base, HoldAsk(number("two"), ASHA, coins=30, stock="last"), OTHER)
    assert refused == NotThere(70, 0, sold_out=True)


def test_a_number_of_the_stock_that_was_booked_is_not_given_again(base: Base) -> None:
    book(base, given(100), spent("one", 30, stock_key("last", 1)))
    refused = ask(base, HoldAsk(number("two"), ASHA, coins=30, stock="last"), OTHER)
    assert isinstance(refused, NotThere)
    assert refused.sold_out


def test_merged_members_have_one_purse(base: Base) -> None:
    ravi = number("ravi")
    merged = member_event("merged", Merged(ravi, STAFF), (), ON, "merge")
    merged = replace(merged, member=ASHA)
    ask(base, HoldAsk(number("none"), ravi))
    book(base, given(60), given(40, ravi))
    assert ask(base, HoldAsk(number("one"), ravi, coins=40)) == Reserved(0)
    book(base, merged)
    assert ask(base, HoldAsk(number("two"), ASHA, coins=61)) == NotThere(60, 0)
    assert ask(base, HoldAsk(number("three"), ravi, coins=60)) == Reserved(0)


def test_a_lost_stations_holds_are_let_go_by_a_person_only(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, coins=80, keys=(VOUCHER,)))
    written_off = base.store.run(lambda core: holds.release_of(core, CELL, STATION))
    assert written_off == (1, 80, 0)
    assert ask(base, HoldAsk(number("two"), ASHA, 100, keys=(VOUCHER,)), OTHER) == Reserved(0)
    assert isinstance(ask(base, HoldAsk(number("one"), ASHA, coins=0)), NotThere)


def test_only_what_ended_long_ago_is_forgotten(base: Base) -> None:
    book(base, given(100))
    ask(base, HoldAsk(number("one"), ASHA, coins=80))
    void(base, number("two"))
    base.store.run(lambda core: holds.forget(core, CELL, 10_000))
    assert [row[1] for row in base.everything()["hold"]] == [number("one")]


def test_a_booking_without_spending_asks_for_no_holds() -> None:
    nowhere = cast("Connection", None)
    assert bearing_on(nowhere, CELL, [given(10)]) is NO_BEARING
