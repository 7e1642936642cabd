"""`sikka rewards`, `redeem`, `aim`, `voucher` and `promo codes` over a real shop."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import sikka
from app.services.clocks import SetClock
from app.services.promos import read_code
from app.station import read_shop
from tests.helpers.rewards import give, rewards_document
from tests.helpers.shops import enrol, new_station, number

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    now = SetClock(datetime.now(UTC))
    with new_station(tmp_path / "shop", now, document=rewards_document()) as station:
        give(station.shop, enrol(station.shop), 95)
    return tmp_path / "shop"


@pytest.fixture
def asha() -> str:
    return number("member asha")


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(sikka, [*words, "--data", str(folder)])


def test_the_rewards_of_the_programme_and_of_a_member(folder: Path, asha: str):
    assert "last: The last one, 30 coins, 1 left" in run(folder, "rewards").output
    said = run(folder, "rewards", asha).output.splitlines()
    assert "Tea, 250 g: 50 coins, can be had now" in said
    assert "50 of credit: 100 coins, almost there: only 5 more" in said
    assert "For gold: 10 coins, only for Gold" in said
    assert "For you:" in said


def test_from_coins_to_the_thing_handed_over(folder: Path, asha: str):
    bought = run(folder, "redeem", asha, "tea")
    assert bought.exit_code == 0
    assert "95 coins before, 45 now." in bought.output
    short = bought.output.split("voucher ")[1].split(",")[0]
    assert "Tea, 250 g, can be used until" in run(folder, "voucher", "show", short).output
    claimed = run(folder, "voucher", "claim", short)
    assert claimed.output.splitlines() == [
        "Hand over: Tea, 250 g.",
        "Check that it is one of: T1.",
    ]
    again = run(folder, "voucher", "claim", short)
    assert again.exit_code == 2
    assert f"{short}: Tea, 250 g, used on" in again.output
    assert "A supervisor must agree" in run(folder, "voucher", "void", short).output


def test_what_cannot_be_had_is_said_with_what_is_missing(folder: Path, asha: str):
    refused = run(folder, "redeem", asha, "wallet")
    assert refused.exit_code == 2
    assert "50 of credit: 5 more coins to go." in refused.output
    assert 'There is no reward "no"' in run(folder, "redeem", asha, "no").output


def test_saving_for_a_reward(folder: Path, asha: str):
    assert "95 of 100 coins, 95 %" in run(folder, "aim", asha, "wallet").output
    assert "Saving for 50 of credit" in run(folder, "rewards", asha).output
    assert "Saving for nothing." in run(folder, "aim", asha).output


def test_the_codes_of_a_batch_are_the_same_every_time(folder: Path, tmp_path: Path):
    out = tmp_path / "codes.csv"
    assert "3 codes" in run(folder, "promo", "codes", "leaflet", "--out", str(out)).output
    assert run(folder, "promo", "codes", "leaflet").output == out.read_text()
    rows = out.read_text().splitlines()[1:]
    with read_shop(folder) as shop:
        for row in rows:
            index, code = row.split(",")
            found = read_code(shop, code.lower())
            assert found is not None
            assert (found[0].id, found[1]) == ("leaflet", int(index))
    assert "the programme has: leaflet" in run(folder, "promo", "codes", "no").output
