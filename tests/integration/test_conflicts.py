"""What the cell settled otherwise than a station had said is kept there, explained, looked at."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from app.cli import sikka
from app.domain.chain import CHAIN_START, link
from app.domain.codes import CardNumber
from app.domain.conflicts import Conflict, ConflictKind, Rule
from app.domain.effects import Earn, Issue, Spend
from app.domain.events import Event
from app.domain.facts import Adjusted, CardIssued, Redeemed, Sold
from app.domain.programme import money_of
from app.hub.cell import FeedRow, Push
from app.insight.status import station_status, status_lines
from app.services.cards import who_has
from app.services.conflict_sentences import _RULES, _WHAT, conflict_sentence
from app.services.conflicts import (
    ConflictToTell,
    list_conflicts,
    see_conflicts,
    unseen_conflicts,
)
from app.services.shop import Shop
from app.services.unsent import Unsent, count_unsent
from app.station import Station
from app.station.examining import examine
from app.sync import conflicts as projection
from app.wire.events import decode, encode
from tests.helpers.shops import STAFF, enrol, merge, new_station, number, sell
from tests.helpers.stations import chain_of

pytestmark = pytest.mark.slow

OTHER = number("other counter")


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path / "shop") as opened:
        yield opened


class OtherCounter:
    """A second station of the cell, of which only its lane is needed."""

    def __init__(self, station: Station) -> None:
        self.cell = station.cell
        self.seq, self.head = 0, CHAIN_START

    def push(self, *events: Event) -> None:
        bodies = tuple(encode(event) for event in events)
        self.cell.push(Push(OTHER, 1, self.seq + 1, self.head, bodies))
        for body in bodies:
            self.seq += 1
            self.head = link(self.head, self.seq, body)


def own(shop: Shop, event_id: str) -> Event:
    waiting = [event for events in shop.db.pending.values() for _, event in events]
    return next(event for event in waiting if event.id == event_id)


def elsewhere(event: Event, name: str) -> Event:
    """The same act, done at the other counter a minute before."""
    return replace(event, id=number(name), till="2", at_ms=event.at_ms - 60_000)


def only(shop: Shop) -> ConflictToTell:
    (told,) = list_conflicts(shop)
    return told


def spend(shop: Shop, member: str, coins: int) -> str:
    """Coins taken at this counter as it may without the hub, whatever others did."""
    event_id = shop.mint()
    event = shop.event(
        "adjusted", Adjusted(-coins, "paid", STAFF), member=member, staff=STAFF,
        effects=(Spend(coins, event_id),), event_id=event_id,
    )  # fmt: skip
    shop.record(lambda _: ((event,), None))
    return event_id


def test_a_bill_that_another_counter_recorded_first(station: Station):
    shop = station.shop
    member = enrol(shop)
    station.pump()
    sale = sell(shop, "B-1", 200_00, member=member)
    event = own(shop, sale.sale)
    coins = sum(effect.amount for effect in event.effects if isinstance(effect, Earn))
    OtherCounter(station).push(elsewhere(event, "twin"))
    station.pump()
    told = only(shop)
    assert coins > 0
    assert told.event == sale.sale
    assert told.conflict == Conflict("bill_twice", "number_once", "B-1", -coins)
    assert (told.bill_number, told.seen) == ("B-1", False)
    assert told.first is not None
    assert (told.first.store, told.first.till, told.first.at_ms) == (
        "main",
        "2",
        told.at_ms - 60_000,
    )


def test_coins_that_another_counter_had_spent(station: Station):
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", 2_000_00, member=member)
    station.pump()
    had = shop.state(member).lots[0].amount
    event_id = spend(shop, member, had)
    OtherCounter(station).push(
        replace(own(shop, event_id), id=number("spent"), effects=(Spend(had - 15, "x" * 32),))
    )
    station.pump()
    assert only(shop).conflict == Conflict(
        "overdraft", "spent_is_spent", "", 15 - had, (15 - had) * 50
    )


def test_the_last_of_a_stock(station: Station):
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", 2_000_00, member=member)
    station.pump()
    before = shop.state(member).lots[0].amount
    event = replace(
        own(shop, spend(shop, member, 20)), kind="redeemed", facts=Redeemed("mug", "v" * 32),
        id=number("redeemed"), once=("stock:mug:1",),
    )  # fmt: skip
    shop.record(lambda _: ((event,), None))
    taken = replace(elsewhere(event, "first"), member="", effects=())
    OtherCounter(station).push(taken)
    station.pump()
    told = only(shop)
    assert told.conflict == Conflict("stock_gone", "coins_go_back", "mug", 20)
    assert not any(isinstance(effect, Issue) for effect in event.effects)
    assert shop.state(member).lots[0].amount == before - 20


CARD = CardNumber("SK22A3C4D5E6F7H")


def give(shop: Shop, member: str) -> None:
    """Give the card to a member at this counter."""
    event = giving(shop, member)
    shop.record(lambda _: ((event,), None))


def giving(shop: Shop, member: str) -> Event:
    facts = CardIssued(shop.vault.mac("card", CARD), "sealed")
    return shop.event("card_issued", facts, member=member, staff=STAFF)


def test_a_card_given_at_two_counters_stays_with_the_first(station: Station, tmp_path: Path):
    shop = station.shop
    first, second = enrol(shop, "asha"), enrol(shop, "ravi")
    station.pump()
    give(shop, second)
    assert who_has(shop, "card", CARD) == second
    OtherCounter(station).push(elsewhere(giving(shop, first), "given"))
    station.pump()
    told = only(shop)
    assert told.conflict == Conflict("card_taken", "card_stays")
    assert "give this member a new one" in conflict_sentence(told, money_of(shop.programme))
    assert who_has(shop, "card", CARD) == first
    station.link.refold()
    assert who_has(shop, "card", CARD) == first
    assert only(shop).conflict == told.conflict
    # These members have no keys, which is all that is found.
    found = examine(tmp_path / "shop").findings
    assert [one for one in found if "key is missing" not in one.what] == []


def test_who_was_given_a_card_first_keeps_it_and_nothing_is_told(station: Station):
    shop = station.shop
    first, second = enrol(shop, "asha"), enrol(shop, "ravi")
    give(shop, first)
    station.pump()
    OtherCounter(station).push(elsewhere(giving(shop, second), "given"))
    station.pump()
    assert who_has(shop, "card", CARD) == first
    assert list_conflicts(shop) == ()


def test_one_person_with_one_card_at_two_counters_is_no_conflict(station: Station):
    shop = station.shop
    first, second = enrol(shop, "asha"), enrol(shop, "ravi")
    merge(shop, second, first)
    station.pump()
    give(shop, second)
    OtherCounter(station).push(elsewhere(giving(shop, first), "given"))
    station.pump()
    assert list_conflicts(shop) == ()


def test_what_went_as_it_was_said_makes_no_entry(station: Station):
    shop = station.shop
    member = enrol(shop)
    for at in range(5):
        sell(shop, f"B-{at}", 1_500_00, member=member)
    spend(shop, member, 10)
    station.pump()
    assert list_conflicts(shop) == ()
    assert unseen_conflicts(shop) == 0


def test_entries_are_looked_at_once_and_stay_so(station: Station):
    shop = station.shop
    other = OtherCounter(station)
    sales = [sell(shop, f"B-{at}", 200_00) for at in range(3)]
    for at, sale in enumerate(sales):
        other.push(elsewhere(own(shop, sale.sale), f"twin {at}"))
    station.pump()
    newest, *older = list_conflicts(shop)
    assert unseen_conflicts(shop) == 3
    assert see_conflicts(shop, (newest.event,))
    assert unseen_conflicts(shop) == 2
    assert [one.event for one in list_conflicts(shop)] == [
        *(one.event for one in older), newest.event
    ]  # fmt: skip
    station.link.refold()
    assert unseen_conflicts(shop) == 2
    assert len(list_conflicts(shop)) == 3


def test_what_was_parked_and_booked_later_is_settled(station: Station):
    shop = station.shop
    sale = sell(shop, "B-1", 200_00)
    event = own(shop, sale.sale)
    body = encode(event)
    station.pump()

    def told(outcome: str, detail: str = "") -> list[str]:
        row = FeedRow(90, shop.station_id, 1, 1, outcome, detail, body, b"")

        def work(tx):
            if outcome == "parked":
                projection.project_parked(tx.cursor, row)
            else:
                projection.project(tx.cursor, decode(row.body), row)

        shop.db.writer.run(work)
        return [one.conflict.detail for one in list_conflicts(shop)]

    assert told("parked", "event 0: kind sold, version 9") == ["unknown"]
    assert told("duplicate", "of 3") == ["unknown"]
    assert told("booked") == []


def test_a_wrong_clock_makes_one_entry_a_day(station: Station):
    shop = station.shop
    sales = [sell(shop, f"B-{at}", 200_00) for at in range(3)]

    def work(tx):
        for at, sale in enumerate(sales):
            event = own(shop, sale.sale)
            assert isinstance(event.facts, Sold)
            wrong = replace(event, facts=replace(event.facts, clock="skewed"))
            row = FeedRow(90 + at, shop.station_id, 1, at, "booked", "", b"", b"")
            projection.project(tx.cursor, wrong, row)
            projection.project(tx.cursor, wrong, row)

    shop.db.writer.run(work)
    assert only(shop).conflict.kind == "clock"


def test_seen_entries_are_forgotten_after_two_months(station: Station):
    shop = station.shop
    sale = sell(shop, "B-1", 200_00)
    OtherCounter(station).push(elsewhere(own(shop, sale.sale), "twin"))
    station.pump()
    on = only(shop).on

    def tidied(month: int) -> int:
        day = on.replace(month=on.month + month)
        shop.db.writer.run(lambda tx: projection.tidy(tx.cursor, day))
        return len(list_conflicts(shop))

    assert tidied(3) == 1, "nobody looked at it"
    see_conflicts(shop, (sale.sale,))
    assert tidied(1) == 1
    assert tidied(3) == 0


def test_what_waits_is_counted_as_people_do(station: Station):
    shop = station.shop
    member = enrol(shop)
    sell(shop, "B-1", 200_00, member=member)
    sell(shop, "B-2", 200_00)
    spend(shop, member, 1)
    assert count_unsent(shop, 4) == Unsent(bills=2, members=1, others=1)
    assert count_unsent(shop, 2) == Unsent(bills=1, others=1)
    assert count_unsent(shop, 0) == Unsent()
    station.pump()
    assert count_unsent(shop, 4) == Unsent()


def test_the_command_line_tells_the_same(station: Station):
    shop = station.shop
    member = enrol(shop)
    sale = sell(shop, "B-1", 2_000_00, member=member)
    event = own(shop, sale.sale)
    OtherCounter(station).push(elsewhere(event, "twin"))
    station.pump()
    sell(shop, "B-2", 200_00)
    said = conflict_sentence(only(shop), money_of(shop.programme))
    assert said.startswith(
        "2026-06-15 11:00  bill B-1: the bill was recorded twice (first: 2, main)"
    )
    assert said.endswith("what was paid with coins stays paid. -65 coins.")

    def run(*words: str) -> str:
        done = CliRunner().invoke(sikka, [*words, "--data", str(shop.folder)])
        assert done.exit_code == 0, done.output
        return str(done.output)

    assert run("conflicts") == said + "\n"
    found = json.loads(run("status", "--json"))
    assert (found["conflicts"], found["unsent"], found["unsent_bills"]) == (1, 1, 1)
    assert run("status").startswith("This shop is one station")
    see_conflicts(shop, (sale.sale,))
    assert run("conflicts") == "Everything turned out as was said here.\n"
    assert run("conflicts", "--all") == said + "\n"


def test_a_station_of_a_hub_tells_its_status(station: Station):
    shop = station.shop
    sell(shop, "B-1", 200_00)
    found = replace(station_status(shop, "https://hub.example"), exposure_minor=40_000)
    lines = list(status_lines(shop, found))
    assert lines[1:] == [
        "Last full contact: never",
        "Not sent yet: 1 events (bills 1, returns 0, new members 0), since 2026-06-15 11:00",
        "Turned out otherwise, not looked at: 0",
        "At most ₹400 could be lost here today.",
    ]


def test_every_kind_and_rule_has_words_on_the_command_line():
    assert set(get_args(ConflictKind)) == set(_WHAT)
    assert set(get_args(Rule)) == set(_RULES)


def test_two_stations_of_a_hub_that_spent_the_same_coins(tmp_path: Path):
    def fill(shop: Shop) -> None:
        sell(shop, "B-1", 2_000_00, member=enrol(shop))

    with chain_of(tmp_path, fill) as chain:
        member = number("member asha")
        one, other = chain.joined("2"), chain.joined("3")
        had = other.shop.state(member).lots[0].amount
        for at in (one, other):
            spend(at.shop, member, had)
            assert at.link.status().unsent == 1
        for at in (one, other, one):
            at.pump()
        assert list_conflicts(one.shop) == (), "who was first has nothing to tell"
        told = only(other.shop)
        assert told.conflict == Conflict("overdraft", "spent_is_spent", "", -had, -had * 50)
        assert other.link.status().unsent == 0
