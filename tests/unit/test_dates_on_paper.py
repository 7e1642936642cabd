"""Dates on paper and screen."""

from datetime import date

import pytest

from app.services.dates import days


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("11 October", "22 November 2026")),
        ("hi", ("11 अक्टूबर", "22 नवंबर 2026")),
        ("fil", ("Oktubre 11", "Nobyembre 22, 2026")),
    ],
)
def test_a_year_is_said_once(language: str, said: tuple[str, str]):
    assert days(date(2026, 10, 11), date(2026, 11, 22), language) == said


def test_two_years_are_both_said():
    found = days(date(2026, 12, 31), date(2027, 1, 1), "fil")
    assert found == ("Disyembre 31, 2026", "Enero 1, 2027")
