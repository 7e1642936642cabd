"""Day-end jobs after a long pause: what was due happens, empty days cost nothing."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import sikka
from app.domain.effects import Benefit, Credit, Issue
from app.domain.facts import Promised
from app.domain.members import coins_on, credit_on, paid_minor
from app.hub import jobs
from app.services.clocks import SetClock
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.station import Station, open_station
from app.station.days import run_days
from app.station.examining import examine
from app.wire.events import decode
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

pytestmark = pytest.mark.slow


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


def given(station: Station, member: str) -> None:
    """Give store credit until the end of July and a voucher bought with coins until 30 June."""
    shop = station.shop
    today = shop.moment().on
    effects = (
        Credit(5_000, "goodwill", today, date(2026, 7, 31), "goodwill", 0),
        Issue("a" * 32, "tea", "N1", today, date(2026, 6, 30), 0, Benefit("service", 1), ""),
    )
    facts = Promised("goodwill", "goodwill||1", "")
    event = shop.event("granted", facts, member=member, effects=effects)
    shop.record(lambda _: ((event,), None))
    station.pump()


def test_credit_and_vouchers_end_on_their_days(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = enrol(shop)
        given(station, asha)
        later(shop, days=15)  # 30 June
        station.end_days()
        assert [held.status for held in shop.state(asha).vouchers] == ["live"]
        later(shop, days=1)
        station.end_days()
        assert [held.status for held in shop.state(asha).vouchers] == ["expired"]
        assert credit_on(shop.state(asha), shop.moment().on).available == 5_000
        later(shop, days=31)  # 1 August
        station.end_days()
        assert credit_on(shop.state(asha), shop.moment().on).available == 0
    assert [str(one) for one in examine(tmp_path / "shop").findings] == []


def test_three_months_off_are_caught_up_and_a_second_run_finds_nothing(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        asha = enrol(station.shop)
        sell(station.shop, "B-1", 100_000, member=asha)
        given(station, asha)
        station.pump()
        late = station.shop.clock.now() + timedelta(days=110)
    with open_station(folder, SetClock(late), background=False) as station:
        today = station.shop.moment().on
        done = run_days(station, today)
        assert done["voucher_closed"] == 1
        assert done["expired"] == 2, "credit in July, coins in September"
        assert done["day_ended"] < 10
        assert not run_days(station, today)
        dates = [decode(row.body).on for row in station.cell.rows_after(0, 1_000)]
        assert date(2026, 8, 1) in dates, "each lapse bears the day after its last one"
    with open_station(folder, SetClock(late), background=False) as station:
        assert not run_days(station, today)
    assert [str(one) for one in examine(folder).findings] == []


def test_days_run_by_hand_ahead_of_time(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        asha = enrol(station.shop)
        sell(station.shop, "B-1", 100_000, member=asha)
        station.pump()
    said = [run(folder, "2026-11-01") for _ in range(2)]
    assert [one.exit_code for one in said] == [0, 0]
    assert "expired" in said[0].output
    assert said[1].output == "Nothing is due on 2026-11-01.\n"


def run(folder: Path, as_of: str) -> Result:
    return CliRunner().invoke(sikka, ["jobs", "run", "--data", str(folder), "--as-of", as_of])


def test_more_members_than_a_batch_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(jobs, "MEMBERS_PER_BATCH", 2)
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        members = [enrol(shop, f"m{at}") for at in range(5)]
        for at, member in enumerate(members):
            sell(shop, f"B-{at}", 100_000, member=member)
        station.pump()
        later(shop, days=200)
        station.end_days()
        assert all(not shop.state(member).lots for member in members)


def test_what_comes_late_is_due_the_next_time(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        asha = enrol(shop)
        later(shop, days=200)
        station.end_days()
        assert isinstance(shop.clock, SetClock)
        clock = shop.clock.at
        shop.clock.at = MORNING
        sell(shop, "B-1", 100_000, member=asha)
        station.pump()
        shop.clock.at = clock + timedelta(days=1)
        station.end_days()
        assert shop.state(asha).lots == ()
