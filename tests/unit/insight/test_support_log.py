"""What of a log leaves the shop: when and where in the program, nobody's words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.insight.support_log import known_errors, safe_lines

ERRORS = known_errors()
SECRET = "Aarti Sharma 9876543210"


def kept(*lines: str) -> list[str]:
    """What is kept of some lines."""
    return list(safe_lines(lines, ERRORS))


def test_a_traceback_keeps_where_and_which_error_and_not_what_it_said():
    assert kept(
        "2026-11-22 14:00:01 [error    ] a job failed for Aarti",
        "Traceback (most recent call last):",
        '  File "/srv/aarti/sikka/app/ui/jobs.py", line 52, in job',
        "    raise ValueError(phone)",
        f"ValueError: {SECRET}",
    ) == [
        "2026-11-22 14:00:01 error",
        "Traceback (most recent call last):",
        "  app/ui/jobs.py:52",
        "(1 lines left out)",
        "ValueError",
    ]


def test_machine_s_lines_keep_when_and_how_bad():
    line = {"timestamp": "2026-11-22T14:00:01Z", "level": "info", "event": SECRET, "who": SECRET}
    assert kept(json.dumps(line)) == ["2026-11-22 14:00:01 info"]
    assert kept('{"level": "Aarti"}', "{half") == ["(2 lines left out)"]


@pytest.mark.parametrize(
    "line",
    [
        f'  File "/x/app/{SECRET}.py", line 9876543210, in Aarti',
        f'  File "/srv/{SECRET}/x.py", line 1',
        "AartiError: x",
        "AartiSharmaException",
        f"{SECRET} said",
        f"2026-11-22 14:00:01 [error] {SECRET}",
        f"2026-11-22 14:00:01 {SECRET} [error] {SECRET}",
        f"2026-11-22 14:00:01 {SECRET}",
    ],
)
def test_nobody_s_name_passes(line: str):
    said = " ".join(kept(line))
    assert "Aarti" not in said
    assert "98765" not in said.replace(":9876543210", "") or "another" in said


@given(st.lists(st.text(max_size=60), max_size=6))
def test_whatever_is_typed_is_left_out(lines: list[str]):
    odd = [f"{one}{SECRET}" for one in lines]
    assert not any("Aarti" in one for one in kept(*odd))
