"""Leaderboards over real files: live, lowered by returns, hidden among few."""

from pathlib import Path

import pytest

from app.domain.leaderboards import alias
from app.services.leaderboards import Board, BoardHidden, BoardUnknown, board
from app.services.returns import ReturnAsk, ReturnRecorded, record_return
from app.station import Station
from tests.helpers.command import sikka
from tests.helpers.shops import STAFF, document_of, enrol, goods, later, merge, new_station, sell

pytestmark = pytest.mark.slow

BOARDS = """
[[leaderboard]]
id = "spend"
title = { en = "Most spent" }
measure = "spend"
period = "week"
size = 2
at_least = 3

[[leaderboard]]
id = "visits"
title = { en = "Most visits" }
measure = "visits"
period = "month"
at_least = 3
"""


@pytest.fixture
def station(tmp_path: Path):
    with new_station(tmp_path / "shop", document=document_of() + BOARDS) as opened:
        yield opened


def lines(station: Station, board_id: str = "spend", member: str | None = None) -> list[object]:
    found = board(station.shop, board_id, member)
    assert isinstance(found, Board), found
    return [(one.position, one.amount, one.alias["en"]) for one in found.lines]


def test_a_board_is_the_same_before_and_after_booking(station: Station):
    shop = station.shop
    people = [enrol(shop, name) for name in ("a", "b", "c", "d")]
    for at, member in enumerate(people):
        sell(shop, f"B-{at}", 10_000 * (at + 1), member=member)
    before = lines(station)
    own = board(shop, "spend", people[0])
    assert before == [(1, 40_000, alias(people[3])["en"]), (2, 30_000, alias(people[2])["en"])]
    assert isinstance(own, Board)
    assert own.own is not None
    assert (own.own.position, own.own.amount, own.own.me) == (4, 10_000, True)
    station.pump()
    assert lines(station) == before
    assert board(shop, "spend", people[0]) == own
    sell(shop, "B-9", 90_000, member=people[0])
    assert lines(station)[0] == (1, 100_000, alias(people[0])["en"])
    assert board(shop, "spend", people[3]) != own


def test_a_return_lowers_it_and_it_is_hidden_among_few(station: Station):
    shop = station.shop
    people = [enrol(shop, name) for name in ("a", "b", "c")]
    sales = [
        sell(shop, f"B-{at}", goods("x", 10_000 * (at + 1)), member=member)
        for at, member in enumerate(people)
    ]
    station.pump()
    assert lines(station)[0] == (1, 30_000, alias(people[2])["en"])
    back = ReturnAsk(shop.mint(), "R-1", sale=sales[2].sale, lines=((0, 1000),))
    assert isinstance(record_return(shop, STAFF, back), ReturnRecorded)
    assert isinstance(board(shop, "spend"), BoardHidden)
    station.pump()
    assert isinstance(board(shop, "spend"), BoardHidden)
    assert isinstance(board(shop, "none"), BoardUnknown)


def test_a_new_week_begins_empty_and_two_bills_of_a_day_are_one_visit(station: Station):
    shop = station.shop
    for name in ("a", "b", "c"):
        member = enrol(shop, name)
        sell(shop, f"B-{name}", 10_000, member=member)
        sell(shop, f"C-{name}", 10_000, member=member)
    station.pump()
    assert {one[1] for one in lines(station, "visits")} == {1}  # type: ignore[index]
    later(shop, days=7)
    assert isinstance(board(shop, "spend"), BoardHidden)
    assert isinstance(board(shop, "visits"), Board)


def test_merged_members_stand_once(station: Station):
    shop = station.shop
    people = [enrol(shop, name) for name in ("a", "b", "c", "d")]
    for at, member in enumerate(people):
        sell(shop, f"B-{at}", 10_000, member=member)
    station.pump()
    merge(shop, people[0], people[1])
    station.pump()
    assert lines(station)[0] == (1, 20_000, alias(people[0])["en"])
    found = board(shop, "visits")
    assert isinstance(found, Board)
    assert len(found.lines) == 3


def test_periods_no_board_shows_are_forgotten(station: Station):
    shop = station.shop
    sell(shop, "B-1", 10_000, member=enrol(shop))
    station.pump()
    later(shop, days=200)
    station.end_days()
    with shop.db.cursor(None) as cursor:
        assert cursor.execute("SELECT count(*) FROM standing").fetchone()[0] == 0


def test_the_command_shows_boards_by_alias(tmp_path: Path):
    folder = tmp_path / "own"
    with new_station(folder, document=document_of() + BOARDS) as station:
        for name in ("a", "b", "c"):
            sell(station.shop, f"B-{name}", 10_000, member=enrol(station.shop, name))
    done = sikka("leaderboard", "--data", folder)
    assert done.code == 0, done.err
    assert "Most spent: hidden until 3 take part" in done.out
    assert sikka("leaderboard", "none", "--data", folder).code == 2
