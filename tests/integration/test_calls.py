"""A call for help lights up at the store's other screens until somebody answers it."""

from pathlib import Path

import pytest

from app.services import calls
from app.services.calls import (
    CallAnswered,
    Called,
    CallUnknown,
    answer_call,
    call_for_help,
    open_calls,
)
from app.services.shop import Shop
from app.station import Station
from tests.helpers.shops import STAFF, later, new_station
from tests.helpers.stations import chain_of

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop") as opened:
        yield opened


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def called(shop: Shop) -> str:
    outcome = call_for_help(shop)
    assert isinstance(outcome, Called)
    return outcome.call


@pytest.mark.parametrize("booked", [False, True])
def test_a_call_is_open_until_it_is_answered(shop: Shop, station: Station, booked: bool):
    call = called(shop)
    if booked:
        station.pump()
    (seen,) = open_calls(shop)
    assert (seen.id, seen.store, seen.till) == (call, "main", "1")
    assert seen.at_ms == shop.moment().at_ms
    assert answer_call(shop, STAFF, call) == CallAnswered(call)
    if booked:
        station.pump()
    assert open_calls(shop) == ()
    assert answer_call(shop, STAFF, call) == CallUnknown()


@pytest.mark.parametrize("booked", [False, True])
def test_pressing_twice_is_one_call(shop: Shop, station: Station, booked: bool):
    first = called(shop)
    if booked:
        station.pump()
    later(shop, minutes=3)
    assert called(shop) == first
    assert len(open_calls(shop)) == 1


@pytest.mark.parametrize("booked", [False, True])
def test_after_a_quarter_of_an_hour_nobody_waits_any_more(
    shop: Shop, station: Station, booked: bool
):
    call = called(shop)
    if booked:
        station.pump()
    later(shop, milliseconds=calls.OPEN_MS)
    assert [one.id for one in open_calls(shop)] == [call]
    later(shop, milliseconds=1)
    assert open_calls(shop) == ()
    assert answer_call(shop, STAFF, call) == CallUnknown()
    assert called(shop) != call


def test_a_call_lights_up_at_another_screen_and_goes_out_everywhere(tmp_path: Path):
    with chain_of(tmp_path) as chain:
        kiosk, counter = chain.joined("2"), chain.joined("3")
        call = called(kiosk.shop)
        for one in (kiosk, counter):
            one.pump()
        assert open_calls(counter.shop) == open_calls(kiosk.shop)
        (seen,) = open_calls(counter.shop)
        assert (seen.id, seen.till) == (call, "2")
        assert isinstance(answer_call(counter.shop, STAFF, call), CallAnswered)
        for one in (counter, kiosk):
            one.pump()
        assert open_calls(kiosk.shop) == open_calls(counter.shop) == ()
