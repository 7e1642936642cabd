"""Goals, streaks and ratings through real stations: bills, returns, late events, the commands."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.goals import goals, ratings
from app.domain.facts import Rated
from app.domain.members import coins_on
from app.domain.texts import text_in
from app.insight.goals import goal_lines
from app.insight.reviews import stars_by_product
from app.services.goals import goals_of
from app.services.members import Enrolment, Welcome
from app.services.members import enrol as welcome
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.services.reviews import (
    AlreadyRated,
    BadRating,
    NotBought,
    ProductRated,
    rate_product,
    to_rate,
)
from app.services.shop import Shop
from app.services.voids import SaleVoided, void_sale
from app.station.examining import examine
from app.storage.rows import pack, unpack_programme
from tests.helpers.shops import (
    STAFF,
    SUPERVISOR,
    document_of,
    enrol,
    goods,
    later,
    new_station,
    number,
    programme_in,
    sell,
)

DOCUMENT = (
    document_of("within_balance")
    + """
[calendar]
closed_weekdays = ["sun"]

[[challenge]]
id = "five-soaps"
title = { en = "Five soaps" }
count = "units"
target = 5
when = { skus = ["soap"] }
window = "month"
prize = { coins = 40 }

[[challenge]]
id = "two-days"
title = { en = "Two days a week" }
count = "visits"
target = 2
window = "week"
repeat = true
prize = { coins = 10, expiry_months = 1 }

[[badge]]
id = "doer"
title = { en = "Doer" }
count = "goals"
targets = [1, 2]

[[milestone]]
id = "spent"
title = { en = "Spent" }
count = "spend"
targets = ["300.00", "5000.00"]
prizes = [{ coins = 1 }, { coins = 2 }]
requires = ["two-days"]

[[streak]]
id = "weekly"
title = { en = "Weekly" }
targets = [2]
prize = { coins = 7 }

[reviews]
coins = 3
limit = 2
"""
)


def soap(units: int):
    return goods("soap", 1_000, units, "Care")


def back(shop: Shop, sale: str, line: int, units: int) -> None:
    outcome = record_return(
        shop, STAFF, ReturnAsk(shop.mint(), f"R-{sale[-6:]}-{units}", sale, ((line, units * 1000),))
    )
    assert isinstance(outcome, ReturnRecorded), outcome


def held(shop: Shop, member: str) -> list[str]:
    return [award.key for award in shop.state(member).awards]


def coins(shop: Shop, member: str) -> int:
    return coins_on(shop.state(member), shop.moment().on).spendable


def test_a_return_takes_the_award_with_its_coins_and_the_badge_and_buying_gives_them_again(
    tmp_path: Path,
) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "1", soap(2), member=asha)
        sale = sell(shop, "2", soap(3), member=asha).sale
        station.pump()
        assert held(shop, asha) == ["goal:doer||1", "goal:five-soaps|2026-06-30|5"]
        assert coins(shop, asha) == 40
        back(shop, sale, 0, 1)
        station.pump()
        assert held(shop, asha) == []
        assert coins(shop, asha) == 0
        assert shop.state(asha).done is None
        sell(shop, "3", soap(1), member=asha)
        station.pump()
        assert held(shop, asha) == ["goal:doer||1", "goal:five-soaps|2026-06-30|5"]
        assert coins(shop, asha) == 40


def test_two_stations_that_each_saw_some_soaps_make_the_award(tmp_path: Path) -> None:
    """The bill of another till arrives at the cell and nowhere else: there all is known."""
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        station.pump()
        sell(shop, "1", soap(3), member=asha)
        with shop.db.rows(None) as (_, pending):
            [here] = pending
        elsewhere = replace(here, id=number("elsewhere"), till="2", once=())
        station.cell.book_own([elsewhere])
        assert held(shop, asha) == []
        station.pump()
        assert "goal:five-soaps|2026-06-30|5" in held(shop, asha)


def test_the_wall_shows_how_far_until_when_and_what_is_locked(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "1", soap(4), member=asha)
        station.pump()
        view = goals_of(shop, asha)
        soaps, days, spent = view.bars
        assert (soaps.amount, soaps.target, str(soaps.until)) == (4, 5, "2026-06-30")
        assert soaps.prize is not None
        assert soaps.prize.coins == 40
        assert (days.amount, days.target, str(days.until), days.times) == (1, 2, "2026-06-21", 0)
        assert (spent.amount, spent.target) == (4_000, 30_000)
        assert [text_in(one, "en") for one in spent.locked_by] == ["Two days a week"]
        [badge] = view.badges
        assert (badge.level, badge.levels, badge.next_target) == (0, 2, 1)
        later(shop, days=1)
        sell(shop, "2", soap(1), member=asha)
        station.pump()
        view = goals_of(shop, asha)
        assert [bar.finished for bar in view.bars] == [True, True, False]
        assert view.bars[1].times == 1
        assert view.badges[0].level == 2
        assert view.bars[2].locked_by == ()
        later(shop, days=7)
        assert goals_of(shop, asha).bars[1].amount == 0
        assert not goals_of(shop, asha).bars[1].finished


def test_a_milestone_that_waited_is_won_with_the_challenge_it_required(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "1", 40_000, member=asha)
        station.pump()
        assert held(shop, asha) == []
        later(shop, days=1)
        sell(shop, "2", 100, member=asha)
        station.pump()
        assert "goal:spent||30000" in held(shop, asha)


def test_a_streak_is_won_and_shown(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        for week in range(2):
            sell(shop, f"{week}", 100, member=asha)
            later(shop, days=7)
        station.pump()
        assert held(shop, asha) == ["streak:weekly|2026-06-15|2"]
        [bar] = goals_of(shop, asha).streaks
        assert (bar.standing.current, bar.standing.best, bar.standing.next_target) == (2, 2, None)


def test_a_rating_is_paid_once_for_what_was_bought_and_kept(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        done = welcome(shop, STAFF, Enrolment(None, "Asha", "en", consent=True))
        assert isinstance(done, Welcome), done
        asha = done.view.member
        lines = [goods(sku, 100) for sku in ("rice", "dal", "oil")]
        sale = sell(shop, "1", *lines, member=asha).sale
        assert rate_product(shop, STAFF, asha, "milk", 5) == NotBought("milk")
        assert rate_product(shop, STAFF, asha, "rice", 6) == BadRating()
        back(shop, sale, 1, 1)
        assert rate_product(shop, STAFF, asha, "dal", 5) == NotBought("dal")
        before = coins(shop, asha)
        rated = rate_product(shop, STAFF, asha, "rice", 4, "Good rice")
        assert rated == ProductRated(asha, "rice", 4, 3)
        assert rate_product(shop, STAFF, asha, "rice", 1) == AlreadyRated("rice")
        station.pump()
        assert rate_product(shop, STAFF, asha, "rice", 1) == AlreadyRated("rice")
        assert coins(shop, asha) == before + 3
        assert to_rate(shop, asha) == {"oil": "oil"}
        [stars] = stars_by_product(shop)
        assert stars == ("rice", 1, 400)


def test_only_so_many_ratings_a_month_are_paid(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        sell(shop, "1", *[goods(sku, 100) for sku in "abc"], member=asha)
        paid = [rate_product(shop, STAFF, asha, sku, 5) for sku in "abc"]
        assert [getattr(one, "coins", None) for one in paid] == [3, 3, 0]


def test_the_words_of_a_rating_are_sealed(tmp_path: Path) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        done = welcome(shop, STAFF, Enrolment(None, "Asha", "en", consent=True))
        assert isinstance(done, Welcome), done
        asha = done.view.member
        sell(shop, "1", goods("rice", 100), member=asha)
        rate_product(shop, STAFF, asha, "rice", 4, "From Asha in Pune")
        with shop.db.rows(None) as (_, pending):
            [facts] = [one.facts for one in pending if isinstance(one.facts, Rated)]
        assert facts.text
        assert "Pune" not in facts.text
        assert shop.vault.open_all(asha, (("review", facts.text),)) == ("From Asha in Pune",)


@pytest.mark.parametrize("shop_name", ["india-grocery", "philippines-sarisari"])
def test_both_demo_programmes_survive_the_way_to_a_station(shop_name: str) -> None:
    text = (Path("resources/demo") / f"{shop_name}.toml").read_text("utf-8")
    programme = programme_in(text)
    assert unpack_programme(pack(programme)) == programme
    kinds = {goal.kind for goal in programme.goals}
    assert kinds == {"challenge", "badge", "milestone"}
    assert programme.streaks
    assert programme.calendar.closed


def test_the_command_prints_bars_in_the_shops_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        asha = enrol(station.shop)
        sell(station.shop, "1", soap(4), member=asha)
        station.pump()
        hindi = goal_lines(station.shop, asha, "hi")
        assert any("5 में से 4 नग" in line for line in hindi)
        english = goal_lines(station.shop, asha, "en")
        assert "  Five soaps: 4 of 5 pieces; until 30 June 2026; 40 coins" in english
    goals(asha, tmp_path, "en")
    shown = capsys.readouterr().out
    assert "Spent: ₹40 of ₹300; 1 coin; first: Two days a week" in shown
    ratings(tmp_path)
    assert capsys.readouterr().out == "No product was rated yet.\n"


@pytest.mark.parametrize("void", [False, True])
def test_a_rating_goes_back_with_its_product_unless_another_is_kept(
    tmp_path: Path, void: bool
) -> None:
    with new_station(tmp_path, document=DOCUMENT) as station:
        shop = station.shop
        asha = enrol(shop)
        first = sell(shop, "1", goods("rice", 100), member=asha).sale
        second = sell(shop, "2", goods("rice", 100), member=asha).sale
        rate_product(shop, STAFF, asha, "rice", 4)
        station.pump()
        with_stars = shop.state(asha)
        back(shop, first, 0, 1)
        assert [award.key for award in shop.state(asha).awards if award.key.startswith("rated")]
        if void:
            assert isinstance(void_sale(shop, STAFF, SUPERVISOR, second), SaleVoided)
        else:
            back(shop, second, 0, 1)
        station.pump()
        state = shop.state(asha)
        assert [award.key for award in state.awards if award.key.startswith("rated")] == []
        assert state.earned < with_stars.earned
        assert not any("rated" in key or "stars" in key for key in state.progress or {})
        assert rate_product(shop, STAFF, asha, "rice", 5) == AlreadyRated("rice")
    assert [str(one) for one in examine(tmp_path).findings] == []
