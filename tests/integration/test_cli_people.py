"""`sikka member …` as a person runs it."""

import json

import pytest
from typer.testing import CliRunner

from app.cli import sikka
from tests.helpers.people import create, joined, opened, owner_of

pytestmark = pytest.mark.slow


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(sikka, ["member", *words])
    return done.exit_code, done.output


def test_members_are_shown_merged_parted_exported_and_erased(tmp_path):
    folder, out = tmp_path / "shop", tmp_path / "one.json"
    folder.mkdir()
    create(folder)
    with opened(folder) as (_, shop, _):
        owner_of(shop)
        keep = joined(shop, "Aarti", "9876543210").member
        gone = joined(shop, "Meera", "8765432109").member
        brought = joined(shop, "Ravi").member
    data = ("--data", str(folder))
    approved = ("--pin", "4826", *data)
    assert run("refer", brought, "9876543210", *data)[0] == 0
    assert run("merge", keep, gone, *data)[0] == 2
    assert run("merge", keep, gone, *approved)[0] == 0
    code, said = run("show", gone, *data)
    assert (code, f"Merged in: {gone}" in said) == (0, True)
    assert run("unmerge", keep, gone, *approved)[0] == 0
    assert run("unmerge", keep, gone, *approved)[0] == 2
    assert run("export", "Meera", "--out", str(out), *data)[0] == 0
    assert json.loads(out.read_bytes())["person"]["phone"] == "+91 8765432109"
    assert run("erase", gone, "--yes", *approved)[0] == 0
    assert run("show", gone, *data)[0] == 2
