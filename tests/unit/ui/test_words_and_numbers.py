"""Money, numbers, dates and what is typed, as people write and say them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Money, quantity
from app.ui import dates
from app.ui.typed import latin_digits, next_number, read_amount, read_birthday, read_quantity

RUPEES = Money("INR")
PESOS = Money("PHP")


@pytest.mark.parametrize(
    ("money", "minor", "text"),
    [
        (RUPEES, 1_23_45_678_90, "₹1,23,45,678.90"),
        (PESOS, 1_23_45_678_90, "₱12,345,678.90"),
        (RUPEES, 0, "₹0.00"),
        (RUPEES, -1_500_00, "-₹1,500.00"),
        (Money("JPY", 0), 1500, "JPY 1,500"),
    ],
)
def test_money_in_full(money: Money, minor: int, text: str):
    assert money.full(minor) == text


@pytest.mark.parametrize(
    ("minor", "text"), [(50_00, "₹50"), (50_50, "₹50.50"), (31_500_00, "₹31,500"), (-5_00, "-₹5")]
)
def test_money_in_a_sentence(minor: int, text: str):
    assert RUPEES.short(minor) == text


@given(st.integers(min_value=0, max_value=10**11))
def test_what_money_is_typed_as_reads_back(minor: int):
    assert read_amount(RUPEES.plain(minor), 2) == minor
    assert read_amount(RUPEES.full(minor), 2) == minor


@pytest.mark.parametrize(
    ("milli", "unit", "text"),
    [(2000, "each", "2"), (1250, "kg", "1.25 kg"), (500, "l", "0.5 l"), (1001, "kg", "1.001 kg")],
)
def test_quantities(milli: int, unit: str, text: str):
    assert quantity(milli, unit) == text


@pytest.mark.parametrize(
    ("text", "milli"),
    [("2", 2000), ("1.250", 1250), ("1,25", 1250), ("१.५", 1500), ("0.001", 1), (" 3 ", 3000)],
)
def test_quantities_typed(text: str, milli: int):
    assert read_quantity(text) == milli


@pytest.mark.parametrize("text", ["", "0", "-1", "1.0001", "nan", "inf", "1e9", "kg", "9999999"])
def test_no_quantities(text: str):
    assert read_quantity(text) is None


@pytest.mark.parametrize("text", ["", "12a", "1.234", "--5", "₹"])
def test_no_amounts(text: str):
    assert read_amount(text, 2) is None


def test_devanagari_digits_are_read():
    assert latin_digits("९८७६५") == "98765"
    assert read_amount("१,२६४.५०", 2) == 1264_50


@pytest.mark.parametrize(
    ("number", "following"),
    [
        ("B-2041", "B-2042"),
        ("A-099", "A-100"),
        ("2026/27/009", "2026/27/010"),
        ("99", "100"),
        ("7B", "8B"),
        ("none", ""),
        ("", ""),
    ],
)
def test_the_next_bill_number(number: str, following: str):
    assert next_number(number) == following


@pytest.mark.parametrize(
    "text", ["30 11 1990", "30/11/1990", "30-11-1990", "30.11.1990", "30111990"]
)
def test_birthdays(text: str):
    assert read_birthday(text) == date(1990, 11, 30)


@pytest.mark.parametrize("text", ["", "31 02 1990", "1990", "30 11 90", "30 13 1990", "a b c"])
def test_no_birthdays(text: str):
    assert read_birthday(text) is None


@pytest.mark.parametrize(
    ("language", "this_year", "another", "evening", "morning"),
    [
        ("en", "30 November", "30 November 2025", "6:05 pm", "6:05 am"),
        ("hi", "30 नवंबर", "30 नवंबर 2025", "शाम 6:05 बजे", "सुबह 6:05 बजे"),
        ("fil", "Nobyembre 30", "Nobyembre 30, 2025", "6:05 ng gabi", "6:05 ng umaga"),
    ],
)
def test_dates_and_hours(language: str, this_year: str, another: str, evening: str, morning: str):
    today = date(2026, 11, 2)
    assert dates.plain_day(date(2026, 11, 30), today, language) == this_year
    assert dates.plain_day(date(2025, 11, 30), today, language) == another
    assert dates.hour(time(18, 5), language) == evening
    assert dates.hour(time(6, 5), language) == morning


def test_today_and_yesterday_are_said():
    today = date(2026, 3, 1)
    assert dates.day(today, today, "en") == "today"
    assert dates.day(date(2026, 2, 28), today, "en") == "yesterday"
    assert dates.day(date(2026, 2, 27), today, "en") == "27 February"


@pytest.mark.parametrize(
    ("language", "midnight", "noon", "evening"),
    [
        ("en", "12 am", "12 pm", "6 pm"),
        ("hi", "रात 12 बजे", "दोपहर 12 बजे", "शाम 6 बजे"),
        ("fil", "12 ng umaga", "12 ng tanghali", "6 ng gabi"),
    ],
)
def test_a_full_hour_has_no_minutes(language: str, midnight: str, noon: str, evening: str):
    assert [dates.full_hour(at, language) for at in (0, 12, 18)] == [midnight, noon, evening]


def test_the_hour_is_the_shops():
    assert dates.local_time(0, 330) == time(5, 30)
