"""`sikka setup`, `sikka support-bundle` and `sikka counter --training`, without a display."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import sikka
from app.config import read_settings, write_settings
from app.domain.setup import DEVICES, TEST_CODE
from app.station import open_station
from app.ui.setup_sentences import title_of
from tests.helpers.shops import new_station, sell

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with new_station(tmp_path / "shop") as station:
        sell(station.shop, "B-7", 126_400)
    return tmp_path / "shop"


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(sikka, [*words], input=typed)


def test_each_check_is_a_line_also_beside_an_open_counter(folder: Path):
    with open_station(folder, background=False):
        said = run("setup", "--data", str(folder))
    lines = said.output.splitlines()
    assert said.exit_code == 0
    assert [line.partition(":")[0] for line in lines] == [title_of(one) for one in DEVICES]
    assert lines[0].endswith("To try it: sikka setup --scan")


def test_a_scanner_is_tried_in_the_terminal(folder: Path):
    said = run("setup", "--scan", "--data", str(folder), typed=f"{TEST_CODE}\n")
    assert "Scanner: Works." in said.output
    assert "Scan this code." in said.stderr
    missed = run("setup", "--scan", "--data", str(folder), typed=f"{TEST_CODE[:-2]}\n")
    assert missed.exit_code == 1
    assert "2 characters are missing" in missed.output


def test_a_test_slip_that_cannot_be_printed_is_a_failure(folder: Path):
    settings = replace(read_settings(folder), printer="nowhere")
    write_settings(folder, settings)
    said = run("setup", "--print", "--data", str(folder))
    assert said.exit_code == 1
    assert "Slip printer: Does not work." in said.output


def test_the_file_for_support_goes_where_one_says(folder: Path, tmp_path: Path):
    out = tmp_path / "for-you.zip"
    said = run("support-bundle", "--out", str(out), "--data", str(folder))
    assert (said.exit_code, said.output) == (0, f"{out}\n")
    with zipfile.ZipFile(out) as bundle:
        assert json.loads(bundle.read("tables.json"))["station.db"]["journal"] == 1


def test_without_a_shop_there_is_nothing_to_check(tmp_path: Path):
    for words in (("setup",), ("support-bundle", "--out", str(tmp_path / "x.zip"))):
        with pytest.raises(Exception, match="no shop here"):
            CliRunner().invoke(
                sikka, [*words, "--data", str(tmp_path / "none")], catch_exceptions=False
            )
    assert not list(tmp_path.glob("*.zip"))


def test_practising_without_a_display_draws_it(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    said = run("counter", "--training", "--data", str(folder))
    assert said.exit_code == 0, said.output
    assert (folder / "training" / "counter.png").exists()
    assert read_settings(folder / "training").training
    assert not read_settings(folder).training
