"""`sikka print`: a trial and a bill's slip, on a printer of this machine's network and as files."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import sikka
from app.config import SettingsError, read_settings, write_settings
from app.station import open_station
from tests.helpers.printers import loopback
from tests.helpers.shops import new_station, sell

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with new_station(tmp_path / "shop") as station:
        sell(station.shop, "B-7", 126_400)
    return tmp_path / "shop"


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(sikka, ["print", *words, "--data", str(folder)])


def setup(folder: Path, **how: object) -> None:
    write_settings(folder, replace(read_settings(folder), **how))  # type: ignore[arg-type]


def test_a_trial_reaches_the_printer(folder: Path):
    with loopback() as printer:
        setup(folder, printer=printer.address, paper_mm=58)
        said = run(folder, "test", "--lang", "hi")
        assert (said.exit_code, said.output) == (0, "Printed.\n")
    (job,) = printer.whole
    assert b"\x1dv0\x00" + bytes([384 // 8, 0]) in job


def test_a_bill_is_printed_again_also_beside_an_open_counter(folder: Path):
    with loopback() as printer, open_station(folder, background=False):
        setup(folder, printer=printer.address)
        assert run(folder, "sale", "b-7").output == "Printed.\n"
    assert len(printer.whole) == 1


def test_without_a_printer_it_is_a_file(folder: Path):
    said = run(folder, "sale", "B-7").output
    assert said.startswith(f"Saved: {folder}/slips/sale-")
    assert Path(said.removeprefix("Saved: ").strip()).read_bytes().startswith(b"%PDF")


def test_a_bill_nobody_knows(folder: Path):
    said = run(folder, "sale", "B-8")
    assert said.exit_code == 2
    assert said.stderr == "No bill B-8 is known here. Check its number on the till.\n"


def test_trouble_is_a_sentence_with_what_to_do(folder: Path):
    with loopback(offline=0x12 | 0x20) as printer:
        setup(folder, printer=printer.address)
        said = run(folder, "test")
    assert said.exit_code == 1
    assert said.stderr == "The printer has no paper. Put in a new roll.\n"
    assert run(folder, "test").stderr.startswith("The printer does not answer. Check")


def test_settings_nobody_understands_are_told_where_they_stand(folder: Path):
    setup(folder, printer="ftp://printer")
    said = run(folder, "test")
    assert said.exit_code == 2
    assert f'{folder / "settings.toml"}: the printer "ftp://printer"' in said.stderr
    for wrong, told in (({"print": "sometimes"}, "always, ask, never"), ({"paper_mm": 57}, "58")):
        setup(folder, printer="")
        before = (folder / "settings.toml").read_text()
        setup(folder, **wrong)
        with pytest.raises(SettingsError, match=told):
            read_settings(folder)
        (folder / "settings.toml").write_text(before)


def test_a_printer_is_named_and_used(folder: Path):
    with loopback() as printer:
        said = run(folder, "use", printer.address, "--paper", "58", "--when", "ask")
        assert said.exit_code == 0, said.output
        assert run(folder, "test").output == "Printed.\n"
    settings = read_settings(folder)
    assert (settings.printer, settings.paper_mm, settings.print) == (printer.address, 58, "ask")


@pytest.mark.parametrize(
    ("words", "told"),
    [(("ftp://x",), "Nothing was changed"), (("", "--paper", "57"), "58 or 80 mm wide, not 57")],
)
def test_what_cannot_be_is_refused_and_changes_nothing(folder: Path, words, told: str):
    before = read_settings(folder)
    said = run(folder, "use", *words)
    assert (said.exit_code, read_settings(folder)) == (2, before)
    assert told in said.stderr
