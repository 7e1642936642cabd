"""Day-end jobs after a long pause: what was due happens, empty days cost nothing."""

from datetime import timedelta
from pathlib import Path

from app.domain.members import coins_on, paid_minor
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from tests.helpers.shops import (
    MORNING,
    STAFF,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    sell,
)


def test_years_off_take_as_many_job_days_as_something_was_due(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "B-1", 100_000, member=asha)
        station.pump()
        first = station.cell.rows_after(0, 10_000)
        later(shop, days=3650)
        station.end_days()
        rows = station.cell.rows_after(len(first), 10_000)
        assert len(rows) < 20
        assert coins_on(shop.state(asha), shop.moment().on).available == 0
        assert shop.state(asha).lots == ()
        yesterday = shop.moment().on - timedelta(days=1)
        assert station.cell.last_day_ended() == yesterday


def test_jobs_of_one_day_run_once(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        sell(shop, "B-1", 100_000, member=enrol(shop))
        station.pump()
        later(shop, days=400)
        station.end_days()
        booked = len(station.cell.rows_after(0, 10_000))
        station.cell.end_day(shop.moment().on - timedelta(days=1))
        assert len(station.cell.rows_after(0, 10_000)) == booked
        assert MORNING.date() < shop.moment().on


def test_coins_that_lapsed_unspent_are_not_taken_back_a_second_time(tmp_path: Path):
    document = document_of().replace("window_days = 15", "window_days = 400")
    with new_station(tmp_path / "shop", document=document) as station:
        shop = station.shop
        asha = enrol(shop)
        sale = sell(shop, "B-1", goods("a", 100_000), member=asha)
        station.pump()
        later(shop, days=200)
        station.end_days()
        back = ReturnAsk(shop.mint(), "R-1", sale=sale.sale, lines=((0, 1000),))
        outcome = record_return(shop, STAFF, back)
        assert isinstance(outcome, ReturnRecorded)
        assert outcome.taken.facts.coins_taken == 0
        assert coins_on(shop.state(asha), shop.moment().on).debt == 0
        assert paid_minor(shop.state(asha)) == 0
