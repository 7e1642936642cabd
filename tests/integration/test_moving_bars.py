"""Which goal a kiosk shows moving after a bill, from where to where, for every way of counting."""

from pathlib import Path

import pytest

from app.domain.bills import BillLine
from app.domain.moments import GoalMoved
from app.services.moments import SinceLastTime, mark_seen, moments_of
from app.services.shop import Shop
from tests.helpers.people import joined
from tests.helpers.shops import document_of, goods, later, new_station, sell

SOAP = goods("soap", 15_000, 2, "Care")
RICE = goods("rice", 30_000, 1, "Staples")

COUNTS = {
    "visits": ("3", ""),
    "bills": ("4", ""),
    "spend": ('"900.00"', ""),
    "units": ("5", 'when = { skus = ["soap"] }'),
    "categories": ("3", ""),
    "soap visits": ("3", 'window = "month"\nwhen = { skus = ["soap"] }'),
    "soap spend": ('"900.00"', 'when = { categories = ["Care"] }'),
    "stamps": ("2", "repeat = true"),
}


def document(name: str) -> str:
    target, narrowed = COUNTS[name]
    count = "bills" if name == "stamps" else name.rsplit(maxsplit=1)[-1]
    return f"""
{document_of()}
[[challenge]]
id = "it"
title = {{ en = "It" }}
count = "{count}"
target = {target}
{narrowed}
prize = {{ coins = 1 }}
"""


def bar_of(shop: Shop, member: str) -> GoalMoved | None:
    """Return the bar shown, once the visit is over."""
    shown = moments_of(shop, member)
    mark_seen(shop, member, tuple(mark for one in shown for mark in one.marks))
    (since,) = [one for one in shown if isinstance(one, SinceLastTime)]
    return since.bar


def moves(shop: Shop, member: str, *lines: BillLine, days: int = 1) -> tuple[int, int, int] | None:
    later(shop, days=days, minutes=5)
    sell(shop, f"B-{shop.mint()[:12]}", *lines, member=member)
    bar = bar_of(shop, member)
    return (bar.before, bar.after, bar.target) if bar else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("visits", [(0, 1, 3), None, (1, 2, 3)]),
        ("bills", [(0, 1, 4), (1, 2, 4), (2, 3, 4)]),
        ("spend", [(0, 60_000, 90_000), (60_000, 90_000, 90_000), None]),
        ("units", [(0, 2, 5), None, (2, 4, 5)]),
        ("categories", [(0, 2, 3), None, None]),
        ("soap visits", [(0, 1, 3), None, (1, 2, 3)]),
        ("soap spend", [(0, 30_000, 90_000), None, (30_000, 60_000, 90_000)]),
        ("stamps", [(0, 1, 2), (1, 2, 2), (0, 1, 2)]),
    ],
)
def test_the_bar_moves_from_where_it_was(
    tmp_path: Path, name: str, expected: list[tuple[int, int, int] | None]
):
    with new_station(tmp_path, document=document(name)) as station:
        shop = station.shop
        member = joined(shop, "Asha Rao").member
        told = [
            moves(shop, member, SOAP, RICE),
            moves(shop, member, RICE, days=0),
            moves(shop, member, SOAP),
        ]
        assert told == expected


def test_the_goal_that_is_done_is_shown_before_the_one_that_is_near(tmp_path: Path):
    near = """
[[challenge]]
id = "near"
title = { en = "Near" }
count = "spend"
target = "901.00"
prize = { coins = 1 }
"""
    with new_station(tmp_path, document=document("units") + near) as station:
        shop = station.shop
        member = joined(shop, "Asha Rao").member
        moves(shop, member, SOAP)
        moves(shop, member, SOAP)
        later(shop, days=1)
        sell(shop, "B-done", SOAP, member=member)
        bar = bar_of(shop, member)
        assert bar is not None
        assert (bar.goal, bar.before, bar.after, bar.target) == ("it", 4, 5, 5)
