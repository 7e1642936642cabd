"""What the panel of today makes of figures: who sees what, the highest bar, odd days.

Nothing is translated here, so that "bill(s)" stands where a language has its plural forms.
"""

from datetime import date

import pytest

from app.domain.day_figures import Owed
from app.domain.figures import NONE, Figures
from app.domain.money import Money
from app.insight.today import Cashier, Hour, Today, share
from app.services.unsent import Unsent
from app.ui.today_figures import Seer, cashiers, hours, tiles, waiting
from app.ui.today_panel import TodayInputs, derive_today

MONEY = Money("INR")
ME, OTHER = "5" * 32, "6" * 32
MINE = Figures(bills=2, member_bills=1, taken_minor=30_000, coins_given=3, undos=1)
THEIRS = Figures(bills=1, taken_minor=99_999_999_00, coins_back=4, voids=1)
DAY = Today(
    on=date(2026, 6, 15),
    till=MINE,
    store=MINE.plus(THEIRS),
    expired=12,
    share_percent=33,
    by_staff=(Cashier(OTHER, "Ravi", THEIRS), Cashier(ME, "Meera", MINE), Cashier("", "", NONE)),
    by_hour=(Hour(23, 1, 500), Hour(0, -1, -700), Hour(1, 2, 1_000)),
    owed=Owed(1, 0),
    owed_minor=50,
    unsent=Unsent(bills=1, others=2),
)
CASHIER, OWNER = Seer(ME, sees_all=False), Seer(OTHER, sees_all=True)


def test_a_cashier_s_tiles_hold_the_own_figures_alone():
    shown = {tile.title: (tile.value, tile.detail) for tile in tiles(DAY, "store", CASHIER, MONEY)}
    assert shown == {
        "Bills": ("2", "1 with a card"),
        "Taken": ("₹300", ""),
        "Coins given": ("3", ""),
        "Taken back": ("1", ""),
    }
    assert cashiers(DAY, CASHIER, MONEY) == ()


def test_an_owner_s_tiles_hold_crores_and_what_is_owed():
    shown = {tile.title: (tile.value, tile.detail) for tile in tiles(DAY, "store", OWNER, MONEY)}
    assert shown["Taken"] == ("₹10,00,00,299", "")
    assert shown["Owed to members"] == ("₹0.50", "1 coin(s)")
    assert shown["Coins that ran out"] == ("12", "")
    assert "Store credit of members" not in shown


def test_who_did_what_is_told_in_a_line():
    ravi, meera, nobody = cashiers(DAY, OWNER, MONEY)
    assert ravi.detail == "1 bill(s) · 1 voided"
    assert meera.detail == "2 bill(s) · 3 coin(s) given · 1 undone"
    assert nobody.name == "Screens without staff"


def test_an_hour_that_only_took_back_has_no_bar_and_the_highest_is_whole():
    bars = hours(DAY, OWNER, MONEY, "en")
    assert [(one.label, one.share) for one in bars] == [("11", 0.5), ("12", 0.0), ("1", 1.0)]
    assert bars[2].spoken == "1 am, ₹10"
    assert hours(DAY, CASHIER, MONEY, "en")[2].spoken == "1 am, 2 bill(s)"


@pytest.mark.parametrize(
    ("figures", "percent"),
    [
        (NONE, 0),
        (Figures(bills=-1), 0),
        (Figures(bills=3, member_bills=1), 33),
        (Figures(bills=1, member_bills=2), 100),
        (Figures(bills=8, member_bills=5), 63),
    ],
)
def test_the_share_is_a_percentage_whatever_was_voided(figures: Figures, percent: int):
    assert share(figures) == percent


def test_what_waits_is_counted_by_kind():
    assert waiting(DAY.unsent) == "Not sent yet: 1 bill(s), 2 other(s)"
    assert waiting(Unsent()) == ""


def test_a_day_without_a_bill_has_no_share_and_no_chart():
    empty = Today(DAY.on, NONE, NONE, 0, 0, (), (), None, None, Unsent())
    props = derive_today(TodayInputs(MONEY, OWNER, found=empty))
    assert (props.share, props.chartTitle, props.waiting) == ("", "", "Everything is sent.")
    assert [tile.value for tile in tiles(empty, "till", OWNER, MONEY)] == ["0", "₹0", "0"]
