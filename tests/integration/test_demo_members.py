"""The demo's members live with the whole programme, the same way every time."""

from datetime import UTC, datetime, timedelta

import pytest

from app.insight import feed
from app.insight.history import history
from app.insight.lots import coin_book
from app.insight.member_events import open_tape, whole_life
from app.services import demo
from app.services.clocks import SetClock
from app.services.member_pins import MemberSignedIn, sign_in_member
from app.services.replay import Pace
from app.station import open_station, read_shop
from app.station.founding import NewShop, create_shop
from app.storage import replica
from app.wire.csv_table import text_lines
from app.wire.members_csv import newcomers
from app.wire.programmes.files import demo_goods

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

pytestmark = pytest.mark.slow


def lived(folder, country):
    """Make a demo shop on a day of our own; return (kind, business date, coins) of its events."""
    clock = SetClock(NOW - timedelta(days=demo.DAYS))
    goods = demo_goods(country, clock.at.date() - timedelta(days=1))
    owner = demo.STAFF[country][0]

    def fill(station):
        pace = Pace(clock, station.pump, station.end_days)
        people = newcomers(goods.members)
        demo.fill(station.shop, pace, country, people, text_lines(goods.catalogue), NOW)

    create_shop(folder, NewShop(goods.document, "main", "1", owner.name, owner.pin), clock, fill)
    return sorted(
        (event.on, event.kind, sum(getattr(effect, "amount", 0) for effect in event.effects))
        for _, event in feed.events(folder)
    )


@pytest.fixture(scope="module", params=["IN", "PH"])
def shop_folder(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lived") / "shop"
    return folder, request.param, lived(folder, request.param)


def test_members_use_what_the_shop_promises(shop_folder):
    kinds = {kind for _, kind, _ in shop_folder[2]}
    assert {
        "sold", "returned", "granted", "answered", "rated", "redeemed", "voucher_claimed",
        "topped_up", "aim_set", "referred", "greeted",
    } <= kinds  # fmt: skip


def test_two_members_have_a_pin_to_try(shop_folder):
    folder, country, _ = shop_folder
    with open_station(folder, SetClock(NOW), background=False) as station:
        for phone, pin in demo.MEMBER_PINS[country].items():
            assert isinstance(sign_in_member(station.shop, phone, pin), MemberSignedIn)


def test_every_coin_of_every_member_is_explained(shop_folder):
    with read_shop(shop_folder[0], SetClock(NOW)) as shop, open_tape(shop) as tape:
        with shop.db.cursor(None) as cursor:
            states = [state for state, _ in replica.members(cursor)]
        for state in states:
            book = coin_book(state.member, [one.event for one in whole_life(tape, state.member)])
            held = sum(lot.amount for lot in state.lots)
            assert sum(one.coins for one in book.movements) == held - state.debt - state.overdraft


def test_every_line_of_every_history_can_be_told(shop_folder):
    with read_shop(shop_folder[0], SetClock(NOW)) as shop:
        with shop.db.cursor(None) as cursor:
            members = [state.member for state, _ in replica.members(cursor)]
        for member in members:
            for language in ("en", "hi", "fil"):
                for entry in history(shop, member, language, 1000):
                    assert entry.title
                    assert "{" not in entry.title + "".join(entry.why)


def test_a_station_without_the_cells_file_tells_what_its_replica_holds(shop_folder):
    with read_shop(shop_folder[0], SetClock(NOW)) as shop:
        with shop.db.cursor(None) as cursor:
            member = next(replica.members(cursor))[0].member
        whole = history(shop, member, "en", 1000)
        cell = shop_folder[0] / "cell.db"
        away = cell.rename(cell.with_suffix(".away"))
        try:
            recent = history(shop, member, "en", 1000)
        finally:
            away.rename(cell)
    assert recent
    assert recent == tuple(one for one in whole if one.on >= recent[-1].on)[: len(recent)]
    assert recent[-1].on >= NOW.date() - timedelta(days=36)


@pytest.mark.parametrize("shop_folder", ["IN"], indirect=True)
def test_the_same_seed_makes_the_same_shop(shop_folder, tmp_path):
    assert lived(tmp_path / "again", shop_folder[1]) == shop_folder[2]
