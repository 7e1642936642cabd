"""Day-end jobs after a long pause: what was due happens, empty days cost nothing."""

from datetime import timedelta
from pathlib import Path

from app.domain.members import coins_on
from tests.helpers.shops import MORNING, enrol, later, new_station, sell


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
