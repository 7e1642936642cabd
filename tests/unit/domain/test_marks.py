"""Marks of what was shown: the highest counts, whatever order stations report in."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.marks import (
    SEEN_KEPT,
    is_seen,
    mark_of,
    number_seen,
    seen_together,
    with_seen,
)

DAY = date(2026, 6, 15)
marks = st.builds(
    mark_of, st.sampled_from(["coins", "bills", "badge:a", "aim:b"]), st.integers(0, 9)
)
shown = st.lists(st.tuples(st.lists(marks, max_size=4), st.integers(0, 30)), max_size=6)


def folded(times):
    seen = None
    for these, days in times:
        seen = with_seen(seen, these, DAY + timedelta(days=days))
    return seen


@given(shown, st.randoms())
def test_the_order_of_reports_does_not_matter(times, random):
    shuffled = list(times)
    random.shuffle(shuffled)
    assert folded(shuffled) == folded(times)


@given(shown)
def test_what_was_shown_is_seen_and_more_of_it_is_not(times):
    seen = folded(times)
    for mark in {mark for these, _ in times for mark in these}:
        name = mark.rpartition("=")[0]
        assert is_seen(seen, mark)
        assert not is_seen(seen, mark_of(name, (number_seen(seen, name) or 0) + 1))


@given(shown, shown)
def test_two_who_became_one_were_shown_what_either_was(one, other):
    both = seen_together([folded(one), folded(other)])
    for mark in {mark for these, _ in (*one, *other) for mark in these}:
        assert is_seen(both, mark)
    assert seen_together([folded(one), None]) == folded(one)


def test_a_sum_of_nothing_was_shown_once_it_was_noted():
    assert number_seen(None, "coins") is None
    assert number_seen(with_seen(None, ["coins=0"], DAY), "coins") == 0


@given(st.text(max_size=300))
def test_what_is_no_mark_changes_nothing(text):
    for hostile in (
        text,
        f"{text}=",
        f"={text}",
        f"x={text}x",
        "x=" + "9" * 5_000,
        "y" * 300 + "=1",
    ):
        assert with_seen(None, [hostile], DAY) is None or len(hostile) <= 200


def test_a_row_stays_small_and_forgets_the_oldest():
    seen = with_seen(None, ["coins=5"], DAY)
    for at in range(SEEN_KEPT * 3):
        seen = with_seen(seen, [mark_of(f"badge:{at:04}", 1)], DAY + timedelta(days=at))
    assert seen is not None
    assert len(seen) == SEEN_KEPT
    assert min(seen) == f"badge:{SEEN_KEPT * 2 + 1:04}"
    assert number_seen(seen, "coins") == 5
