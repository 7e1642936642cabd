"""Tickets: what was redeemed at a kiosk waits at the other screens until it is handed over."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.facts import Promised
from app.domain.grants import Giving, grant
from app.domain.promises import Prize
from app.domain.vouchers import WasVoided
from app.services import changes
from app.services.pickups import handed_over_today, waiting
from app.services.rewards import RewardRedeemed, redeem
from app.services.shop import Shop
from app.services.vouchers import (
    ClaimedBefore,
    HandedOver,
    NotBought,
    TicketShared,
    VoucherUnknown,
    VoucherVoided,
    cancel_voucher,
    claim_voucher,
    void_voucher,
)
from app.station import Station
from app.sync.pickups import KEPT_DAYS
from app.sync.pull import tidy
from tests.helpers.rewards import bought, give, rewards_document, spendable
from tests.helpers.shops import MORNING, STAFF, SUPERVISOR, enrol, later, merge, new_station
from tests.helpers.stations import Chain, Member, chain_of, tables_of

pytestmark = pytest.mark.slow

TEA = {"en": "Tea, 250 g"}


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=rewards_document()) as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def ticketed(shop: Shop, member: str, reward: str = "tea") -> RewardRedeemed:
    """Redeem at a kiosk."""
    outcome = redeem(shop, "", member, reward, pickup=True)
    assert isinstance(outcome, RewardRedeemed), outcome
    return outcome


def with_coins(shop: Shop, name: str = "asha", coins: int = 300) -> str:
    member = enrol(shop, name)
    give(shop, member, coins)
    return member


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize("booked", [False, True])
def test_tickets_count_up_through_the_day_and_begin_anew(
    shop: Shop, station: Station, booked: bool
):
    asha = with_coins(shop)
    given = []
    for _ in range(2):
        given.append(ticketed(shop, asha).ticket)
        if booked:
            station.pump()
    later(shop, days=1)
    given.append(ticketed(shop, asha).ticket)
    assert given == [1, 2, 1]


def test_a_number_is_not_given_again_when_its_thing_was_handed_over(shop: Shop):
    asha = with_coins(shop)
    claim_voucher(shop, STAFF, ticketed(shop, asha).number)
    assert ticketed(shop, asha).ticket == 2


@pytest.mark.parametrize("reward", ["off", "wallet"])
def test_what_nobody_hands_over_gets_no_ticket(shop: Shop, reward: str):
    assert ticketed(shop, with_coins(shop), reward).ticket == 0
    assert waiting(shop) == ()


def test_a_reward_taken_at_the_desk_does_not_wait(shop: Shop):
    assert bought(shop, with_coins(shop)).ticket == 0
    assert waiting(shop) == ()


# ---------------------------------------------------------------- waiting, handed over


@pytest.mark.parametrize("booked", [False, True])
def test_what_waits_is_listed_until_it_is_handed_over(shop: Shop, station: Station, booked: bool):
    asha, bela = with_coins(shop), with_coins(shop, "bela")
    first = ticketed(shop, asha)
    later(shop, minutes=1)
    ticketed(shop, bela, "monthly")
    if booked:
        station.pump()
    one, two = waiting(shop)
    assert (one.voucher, one.number, one.ticket) == (first.voucher, first.number, 1)
    assert (one.member, one.title, one.goods) == (asha, TEA, ("sku:T1",))
    assert (two.member, two.ticket, two.benefit.kind) == (bela, 2, "service")
    done = claim_voucher(shop, STAFF, first.number)
    assert isinstance(done, HandedOver)
    assert done.ticket == 1
    if booked:
        station.pump()
    assert [left.ticket for left in waiting(shop)] == [2]
    (over,) = handed_over_today(shop)
    assert (over.ticket, over.title, over.at_ms) == (1, TEA, shop.moment().at_ms)


def test_hand_overs_come_last_first_and_only_those_of_today(shop: Shop, station: Station):
    asha = with_coins(shop)
    claim_voucher(shop, STAFF, ticketed(shop, asha).number)
    later(shop, days=1)
    desk = bought(shop, asha, "monthly")
    kiosk = ticketed(shop, asha)
    claim_voucher(shop, STAFF, desk.number)
    later(shop, minutes=2)
    station.pump()
    claim_voucher(shop, STAFF, kiosk.number)
    assert [(one.ticket, one.title) for one in handed_over_today(shop)] == [
        (1, TEA),
        (0, {"en": "Once a month"}),
    ]


def test_of_several_of_one_thing_each_says_which_it_is(shop: Shop, station: Station):
    asha = with_coins(shop)
    for _ in range(3):
        ticketed(shop, asha)
        later(shop, minutes=1)
    assert [(one.nth, one.of) for one in waiting(shop)] == [(1, 3), (2, 3), (3, 3)]
    claim_voucher(shop, STAFF, "2")
    station.pump()
    assert [(one.ticket, one.nth, one.of) for one in waiting(shop)] == [(1, 1, 2), (3, 2, 2)]
    assert [(one.ticket, one.nth, one.of) for one in handed_over_today(shop)] == [(2, 1, 3)]


def test_yesterdays_pickup_is_on_no_list_but_is_still_good(shop: Shop):
    number = ticketed(shop, with_coins(shop)).number
    later(shop, days=1)
    assert waiting(shop) == ()
    assert isinstance(claim_voucher(shop, STAFF, number), HandedOver)
    assert [one.ticket for one in handed_over_today(shop)] == [1]


def test_a_pickup_follows_its_member_into_a_merge(shop: Shop, station: Station):
    asha, bela = with_coins(shop), with_coins(shop, "bela")
    ticketed(shop, asha)
    station.pump()
    merge(shop, bela, asha)
    assert [one.member for one in waiting(shop)] == [bela]
    station.pump()
    assert [one.member for one in waiting(shop)] == [bela]


def test_what_is_given_back_waits_no_more(shop: Shop, station: Station):
    number = ticketed(shop, with_coins(shop)).number
    void_voucher(shop, STAFF, SUPERVISOR, number)
    assert waiting(shop) == ()
    station.pump()
    assert waiting(shop) == ()
    assert handed_over_today(shop) == ()


# ---------------------------------------------------------------- by ticket


@pytest.mark.parametrize("booked", [False, True])
def test_a_ticket_finds_its_voucher_and_says_who_had_it(shop: Shop, station: Station, booked: bool):
    ticketed(shop, with_coins(shop))
    at_ms = shop.moment().at_ms
    assert isinstance(claim_voucher(shop, STAFF, " 1 "), HandedOver)
    if booked:
        station.pump()
    later(shop, minutes=5)
    assert claim_voucher(shop, STAFF, "1") == ClaimedBefore(MORNING.date(), at_ms, STAFF, "main")


def test_a_ticket_nobody_has_is_unknown(shop: Shop):
    later(shop, days=-1)
    ticketed(shop, with_coins(shop))
    later(shop, days=1)
    assert claim_voucher(shop, STAFF, "1") == VoucherUnknown("1")
    assert claim_voucher(shop, STAFF, "0") != VoucherUnknown("0")


# ---------------------------------------------------------------- cancelled by the member


@pytest.mark.parametrize("booked", [False, True])
def test_a_member_cancels_and_has_the_coins_back(shop: Shop, station: Station, booked: bool):
    asha = with_coins(shop)
    number = ticketed(shop, asha).number
    if booked:
        station.pump()
    assert cancel_voucher(shop, asha, number) == VoucherVoided(voucher_of(shop, asha), asha, 50)
    assert (spendable(shop, asha), waiting(shop)) == (300, ())
    if booked:
        station.pump()
    assert (spendable(shop, asha), waiting(shop)) == (300, ())
    assert cancel_voucher(shop, asha, number) == WasVoided()
    assert claim_voucher(shop, STAFF, number) == WasVoided()


def test_nobody_cancels_what_is_anothers(shop: Shop):
    asha, bela = with_coins(shop), with_coins(shop, "bela")
    number = ticketed(shop, asha).number
    assert isinstance(cancel_voucher(shop, bela, number), VoucherUnknown)
    assert [one.number for one in waiting(shop)] == [number]


def test_what_was_given_or_handed_over_is_not_cancelled(shop: Shop):
    asha = with_coins(shop)
    number = ticketed(shop, asha).number
    claim_voucher(shop, STAFF, number)
    assert isinstance(cancel_voucher(shop, asha, number), ClaimedBefore)
    given = grant_voucher(shop, asha)
    assert cancel_voucher(shop, asha, given) == NotBought()


def voucher_of(shop: Shop, member: str) -> str:
    return shop.state(member).vouchers[-1].voucher


def grant_voucher(shop: Shop, member: str) -> str:
    """Give a voucher that no coins were spent on; return its number."""
    moment, event_id = shop.moment(), shop.mint()
    giving = Giving(moment.on, event_id, shop.place.cell_hint)
    effects = grant(shop.programme, giving, "gift:test|", Prize(reward="given"), None)
    facts = Promised("gift:test", "gift:test|", "")
    event = shop.event("granted", facts, member=member, effects=effects, event_id=event_id)
    shop.record(lambda _: ((event,), None))
    return shop.state(member).vouchers[-1].number


# ---------------------------------------------------------------- over a hub


@pytest.fixture
def chain(tmp_path: Path):
    with chain_of(tmp_path, with_coins, rewards_document()) as made:
        yield made


def in_touch(*stations: Member) -> None:
    for _ in range(2):
        for one in stations:
            one.pump()


def test_redeemed_at_the_kiosk_handed_over_at_another_screen(chain: Chain):
    kiosk, desk = chain.joined("2"), chain.joined("3")
    in_touch(kiosk, desk)
    asha = next(iter(tables_of(kiosk.db)["member"]))[0]
    seen = changes.mark(desk.shop)
    ticket = ticketed(kiosk.shop, str(asha)).ticket
    in_touch(kiosk, desk)
    assert changes.mark(desk.shop) != seen
    (pickup,) = waiting(desk.shop)
    assert (pickup.ticket, pickup.title) == (ticket, TEA)
    assert waiting(kiosk.shop) == (pickup,)

    done = claim_voucher(desk.shop, STAFF, str(ticket))
    assert isinstance(done, HandedOver)
    assert (done.voucher, done.ticket) == (pickup.voucher, ticket)
    assert waiting(desk.shop) == ()
    in_touch(desk, kiosk)
    assert waiting(kiosk.shop) == ()
    assert handed_over_today(kiosk.shop) == handed_over_today(desk.shop) != ()
    again = claim_voucher(kiosk.shop, "", pickup.number)
    assert isinstance(again, ClaimedBefore)
    assert (again.at_ms, again.staff) == (kiosk.shop.moment().at_ms, STAFF)


def test_cancelled_at_the_kiosk_gone_at_the_desk(chain: Chain):
    kiosk, desk = chain.joined("2"), chain.joined("3")
    in_touch(kiosk, desk)
    asha = str(next(iter(tables_of(kiosk.db)["member"]))[0])
    number = ticketed(kiosk.shop, asha).number
    in_touch(kiosk, desk)
    assert isinstance(cancel_voucher(kiosk.shop, asha, number), VoucherVoided)
    in_touch(kiosk, desk)
    assert waiting(desk.shop) == ()
    assert claim_voucher(desk.shop, STAFF, number) == WasVoided()
    assert spendable(desk.shop, asha) == 300


def test_kiosks_out_of_touch_may_give_one_number_and_the_desk_asks_which(chain: Chain):
    first, second = chain.joined("2"), chain.joined("3")
    in_touch(first, second)
    asha = str(next(iter(tables_of(first.db)["member"]))[0])
    one, two = ticketed(first.shop, asha), ticketed(second.shop, asha)
    assert (one.ticket, two.ticket) == (1, 1)
    in_touch(first, second)
    shared = claim_voucher(first.shop, STAFF, "1")
    assert isinstance(shared, TicketShared)
    assert set(shared.numbers) == {one.number, two.number}
    assert isinstance(claim_voucher(first.shop, STAFF, one.number), HandedOver)
    in_touch(first, second)
    left = claim_voucher(second.shop, STAFF, "1")
    assert isinstance(left, HandedOver)
    assert left.voucher == two.voucher
    assert ticketed(first.shop, asha).ticket == 2


def test_a_station_that_joins_later_has_the_list(chain: Chain):
    kiosk = chain.joined("2")
    in_touch(kiosk)
    asha = str(next(iter(tables_of(kiosk.db)["member"]))[0])
    ticketed(kiosk.shop, asha)
    in_touch(kiosk)
    late = chain.joined("3")
    in_touch(late)
    assert waiting(late.shop) == waiting(kiosk.shop) != ()
    same = tables_of(late.db)
    assert all(same[name] == rows for name, rows in tables_of(kiosk.db).items())


# ---------------------------------------------------------------- marks


def test_a_mark_tells_that_something_was_recorded_or_arrived(shop: Shop, station: Station):
    marks = [changes.mark(shop)]
    assert changes.mark(shop) == marks[0]
    enrol(shop)
    marks.append(changes.mark(shop))
    station.pump()
    marks.append(changes.mark(shop))
    assert len(set(marks)) == 3
    station.pump()
    assert changes.mark(shop) == marks[-1]


# ---------------------------------------------------------------- few rows


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM pickup WHERE store = 'main' AND on_date = '2026-06-15'", "ix_pickup_"),
        (
            "SELECT * FROM hand_over WHERE store = 'main' AND on_date = '2026-06-15'",
            "ix_hand_over_",
        ),
        ("SELECT * FROM help_call WHERE at_ms >= 1 AND store = 'main'", "ix_help_call_at_ms"),
    ],
)
def test_a_day_is_found_without_looking_at_other_days(shop: Shop, query: str, index: str):
    with shop.db.cursor(None) as cursor:
        plan = cursor.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert index in plan[0][3]


def test_the_lists_forget_what_no_screen_shows(shop: Shop, station: Station):
    asha = with_coins(shop)
    claim_voucher(shop, STAFF, ticketed(shop, asha).number)
    ticketed(shop, asha)
    station.pump()
    today = shop.moment().on
    tidy(station.db, today + timedelta(days=KEPT_DAYS))
    assert [len(tables_of(station.db)[name]) for name in ("pickup", "hand_over")] == [2, 1]
    tidy(station.db, today + timedelta(days=KEPT_DAYS + 1))
    assert [len(tables_of(station.db)[name]) for name in ("pickup", "hand_over")] == [0, 0]
