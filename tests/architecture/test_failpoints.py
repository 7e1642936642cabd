"""Every named point at which a power cut may come is met by SIGKILL in a real process."""

import re
from types import ModuleType

import pytest

from app.storage import failpoints
from tests.helpers.tree import texts
from tests.integration import test_hub_kill, test_hub_kill_rare

REACHED = re.compile(r"failpoints\.reach\(\s*([^)]*?)\s*\)")


def points_of(*modules: ModuleType) -> set[str]:
    """Return the points with which tests of kills are parametrized."""
    marks = [
        mark
        for module in modules
        for name, test in vars(module).items()
        if name.startswith("test_")
        for mark in getattr(test, "pytestmark", [])
        if mark.name == "parametrize" and mark.args[0] == "point"
    ]
    return {str(point) for mark in marks for point in mark.args[1]}


def test_every_point_that_is_declared_is_somewhere_in_the_code_and_the_other_way_round():
    code = "".join(texts(".py", under="app").values())
    reached = REACHED.findall(code)
    assert {f'"{name}"' for name in failpoints.NAMES} == set(reached)


def test_every_declared_point_is_met_by_a_kill():
    assert points_of(test_hub_kill, test_hub_kill_rare) == set(failpoints.NAMES)


def test_a_point_that_nobody_declared_cannot_be_armed():
    with pytest.raises(ValueError, match="no failpoint is called"):
        failpoints.arm("journal.writen")
