"""Entries of the review list in words: no figure is missing, no guard's id is shown."""

from datetime import date
from typing import get_args

import pytest

from app.domain.guards import Guard
from app.domain.money import Money
from app.services.flag_views import FlagView
from app.services.flags import Flag
from app.ui.flag_sentences import approving, by, rejecting, what, who, why

MONEY = Money("INR")
DETAILS = {
    "staff_share": "found=9 of=25 limit=20",
    "audit": "what=coins found=7 expected=5 sale=01J",
    "survey": "fast straight_line attention",
    "unheard-of": "",
}
GUARDS = (*get_args(Guard), "welcome", "audit", "survey", "unheard-of")


def entry(guard: str, name: str = "Aarti", detail: str | None = None, coins: int = 0) -> FlagView:
    told = DETAILS.get(guard, "found=9 limit=6") if detail is None else detail
    flag = Flag("01J", guard, "subject", told, "", "", date(2026, 11, 20), 0, coins)
    figures = dict(part.split("=") for part in told.split() if "=" in part)
    return FlagView(flag, name, "", {"en": "As you join"}, figures)


@pytest.mark.parametrize("guard", GUARDS)
def test_every_entry_is_said_in_words(guard: str):
    view = entry(guard)
    said = [what(view, "en"), why(view), approving(view, MONEY), rejecting(view), by(view)]
    for sentence in said:
        assert sentence
        assert "{" not in sentence
        assert "?" not in sentence
        assert "_" not in sentence


@pytest.mark.parametrize("guard", GUARDS)
def test_an_entry_of_a_newer_version_is_said_all_the_same(guard: str):
    assert "{" not in why(entry(guard, detail="counted=3"))


def test_the_figures_are_the_guards():
    assert why(entry("staff_share")).startswith("9 of the cashier's 25 bills")


def test_what_approving_pays_is_said():
    assert approving(entry("survey", coins=10), MONEY) == "Aarti gets 10 coin(s)."
    assert rejecting(entry("survey", coins=10)) == "Aarti gets no coins for these answers."


def test_who_has_no_name_is_called_a_member_where_one_is_meant():
    assert who(entry("card_bills", name="")) == "member without a name"
    assert who(entry("voids", name="")) == ""
