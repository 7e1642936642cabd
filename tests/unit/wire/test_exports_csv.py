"""Exported cells are data to a spreadsheet, never formulas."""

import csv
import io
import json
from datetime import date

import pytest

from app.wire.csv_table import unguarded
from app.wire.exports import write_rows

COLUMNS = ("text", "number", "on", "flag", "none")


def written(text: str, form: str) -> str:
    file = io.StringIO()
    assert write_rows(file, COLUMNS, [(text, -3, date(2026, 5, 2), True, None)], form) == 1  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize("text", ["=1+1", "+91 98", "-2", "@SUM(A1)", "\tx", "\r=1"])
def test_a_text_that_looks_like_a_formula_is_guarded(text):
    (row,) = csv.DictReader(io.StringIO(written(text, "csv")))
    assert row["text"] == f"'{text}".replace("\r", "\n")
    assert row["number"] == "-3"  # a number is one
    assert (row["on"], row["flag"], row["none"]) == ("2026-05-02", "yes", "")


@pytest.mark.parametrize("text", ["=1+1", "+91 98", "-2", "@SUM(A1)", "Atta", "O'Neill", "'quoted"])
def test_the_guard_comes_off_again(text):
    (row,) = csv.DictReader(io.StringIO(written(text, "csv")))
    assert unguarded(row["text"]) == text


def test_json_lines_keep_texts_as_they_are():
    assert json.loads(written("=1+1 आ", "jsonl")) == {
        "text": "=1+1 आ",
        "number": -3,
        "on": "2026-05-02",
        "flag": True,
        "none": None,
    }
