"""Guards over a real shop: they raise entries once, block nothing, ignore undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.facts import Flagged
from app.insight import feed
from app.services.flags import AlreadyDecided, FlagClosed, decide, waiting
from app.services.shop import Shop
from app.services.survey_sentences import flag_sentence
from app.services.voids import SaleClaimed, claim_sale, undo_sale, void_sale
from app.station import Station, open_station
from tests.helpers.shops import STAFF, SUPERVISOR, enrol, later, sell
from tests.helpers.surveys import join, owner, survey_station

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with survey_station(tmp_path / "shop") as station:
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def guards(shop: Shop) -> list[tuple[str, str]]:
    return [(flag.guard, flag.subject) for flag in waiting(shop)]


def bills(shop: Shop, member: str, count: int, first: int = 1) -> None:
    for at in range(first, first + count):
        sell(shop, str(at), 20000, member=member)


def test_a_card_seen_too_often_is_listed_once_a_day_and_never_blocked(station: Station, shop: Shop):
    member = join(shop)
    bills(shop, member, 3)
    station.pump()
    assert guards(shop) == []
    bills(shop, member, 3, first=4)
    station.pump()
    listed = [one for one in guards(shop) if one[0] == "card_bills"]
    assert listed == [("card_bills", member)]
    assert shop.state(member).purchases == 6
    later(shop, days=1)
    bills(shop, member, 4, first=7)
    station.pump()
    assert [one[0] for one in guards(shop)].count("card_bills") == 2


def test_one_card_on_most_bills_of_a_cashier_is_listed(station: Station, shop: Shop):
    member = join(shop)
    bills(shop, enrol(shop, "other"), 1)
    bills(shop, member, 3, first=2)
    station.pump()
    assert guards(shop) == [("staff_share", f"{STAFF}:{member}")]
    (flag,) = waiting(shop)
    assert flag.detail == "found=3 of=4 limit=50"
    assert "Ravi: 3 of a cashier's 4 member bills" in flag_sentence(shop, flag)


def test_what_is_found_over_days_is_listed_once_in_so_many_days(station: Station, shop: Shop):
    boss, member = owner(shop), join(shop)
    days = shop.programme.guards.staff_days
    listed: list[int] = []
    for day in range(2 * days):
        bills(shop, member, 4, first=10 * day)
        station.pump()
        for flag in waiting(shop):
            listed += [day] if flag.guard == "staff_share" else []
            decide(shop, boss, flag.id, approve=True)
        later(shop, days=1)
    assert listed == [0, days]


def test_voids_after_earning_are_listed_and_undo_is_not(station: Station, shop: Shop):
    member = enrol(shop)
    for at in range(3):
        sale = sell(shop, str(at), 20000, member=member)
        undo_sale(shop, STAFF, sale.sale)
        station.pump()
    assert guards(shop) == []
    for at in range(2):
        sale = sell(shop, str(at), 20000, member=member)
        void_sale(shop, STAFF, SUPERVISOR, sale.sale)
    station.pump()
    assert guards(shop) == [("voids", STAFF)]


def test_guest_bills_that_go_to_one_member_are_listed(station: Station, shop: Shop):
    member = enrol(shop)
    for at in range(2):
        sale = sell(shop, str(at), 20000)
        later(shop, hours=1)
        claimed = claim_sale(shop, STAFF, SUPERVISOR, sale.sale, member)
        assert isinstance(claimed, SaleClaimed)
    station.pump()
    assert guards(shop) == [("claims", member)]


def test_deciding_a_guards_entry_changes_the_list_alone(station: Station, shop: Shop):
    boss, member = owner(shop), enrol(shop)
    bills(shop, member, 4)
    station.pump()
    before = shop.state(member)
    for flag in waiting(shop):
        assert decide(shop, boss, flag.id, approve=True) == FlagClosed(flag.id, True, "", 0)
        assert decide(shop, boss, flag.id, approve=False) == AlreadyDecided("approved")
    station.pump()
    assert waiting(shop) == ()
    assert shop.state(member) == before


def test_looking_again_after_a_restart_raises_nothing_twice(tmp_path: Path):
    with survey_station(tmp_path / "shop") as station:
        clock = station.shop.clock
        bills(station.shop, enrol(station.shop), 6)
        station.pump()
        before = waiting(station.shop)
    for rebuild in (False, True):
        with open_station(tmp_path / "shop", clock, background=False, rebuild=rebuild) as station:
            station.pump()
            assert waiting(station.shop) == before
            raised = [
                event
                for _, event in feed.events(station.folder)
                if isinstance(event.facts, Flagged)
            ]
            assert len(raised) == len(before) == 2


def test_what_was_booked_while_nobody_looked_is_looked_at_when_the_shop_opens(tmp_path: Path):
    with survey_station(tmp_path / "shop") as station:
        clock = station.shop.clock
        bills(station.shop, enrol(station.shop), 4)
    with open_station(tmp_path / "shop", clock, background=False) as station:
        assert "card_bills" in dict(guards(station.shop))
