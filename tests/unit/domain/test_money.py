"""Money is whole minor units: read exactly, rounded half up, split without loss."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import allocate, parse_minor, round_half_up


@pytest.mark.parametrize(
    ("text", "digits", "minor"),
    [
        ("1264", 2, 126_400),
        ("1,264.50", 2, 126_450),
        ("1,00,000", 2, 10_000_000),
        (" 0.5 ", 2, 50),
        ("-3.07", 2, -307),
        ("1.500", 2, 150),
        ("12", 0, 12),
        ("12.0", 0, 12),
        ("1.234", 3, 1234),
        ("१२.५०", 2, 1250),
    ],
)
def test_an_amount_is_read_exactly(text: str, digits: int, minor: int) -> None:
    assert parse_minor(text, digits) == minor


@pytest.mark.parametrize(
    "text", ["", "abc", "1.005", "1.2.3", "₹5", "1e3", ".5", "5.", "--1", "+1"]
)
def test_what_is_not_an_amount_is_refused(text: str) -> None:
    assert parse_minor(text, 2) is None


def test_decimals_a_currency_does_not_have_are_refused() -> None:
    assert parse_minor("12.5", 0) is None


@given(st.integers(0, 10**13), st.integers(0, 4))
def test_an_amount_written_out_is_read_back(minor: int, digits: int) -> None:
    whole, part = divmod(minor, 10**digits)
    text = f"{whole:,}.{part:0{digits}}" if digits else f"{whole:,}"
    assert parse_minor(text, digits) == minor


@pytest.mark.parametrize(
    ("over", "under", "rounded"),
    [(5, 10, 1), (4, 10, 0), (15, 10, 2), (25, 10, 3), (-5, 10, -1), (-4, 10, 0), (0, 3, 0)],
)
def test_halves_are_rounded_away_from_zero(over: int, under: int, rounded: int) -> None:
    assert round_half_up(over, under) == rounded


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_rounding_is_never_more_than_half_off(over: int, under: int) -> None:
    assert abs(round_half_up(over, under) - Fraction(over, under)) <= Fraction(1, 2)
    assert round_half_up(-over, under) == -round_half_up(over, under)


WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=30)


@given(st.integers(0, 10**9), WEIGHTS)
def test_parts_add_up_to_the_whole(total: int, weights: list[int]) -> None:
    parts = allocate(total, weights)
    assert len(parts) == len(weights)
    assert sum(parts) == (total if sum(weights) else 0)
    assert all(part >= 0 for part in parts)


@given(WEIGHTS, st.data())
def test_no_part_is_more_than_its_weight(weights: list[int], data: st.DataObject) -> None:
    total = data.draw(st.integers(0, sum(weights)))
    parts = allocate(total, weights)
    assert all(part <= weight for part, weight in zip(parts, weights, strict=True))


@given(st.integers(0, 10**9), WEIGHTS)
def test_a_part_is_less_than_one_unit_off_its_share(total: int, weights: list[int]) -> None:
    whole = sum(weights) or 1
    for part, weight in zip(allocate(total, weights), weights, strict=True):
        assert abs(part - Fraction(total * weight, whole)) < 1


def test_the_rest_goes_to_the_largest_remainder_and_the_first_among_equals() -> None:
    assert allocate(100, [1, 1, 1]) == (34, 33, 33)
    assert allocate(10, [33, 33, 34]) == (3, 3, 4)
