"""The examples of the README work as they stand, but for the port and the token."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import read_settings
from app.hardware.basket_api import BasketApi
from app.services.baskets import waiting_baskets
from app.station.till_side import TillSide
from app.storage.till_token import till_token
from app.wire import baskets_csv
from tests.helpers import people
from tests.helpers.tree import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SECTION = README.partition("## Connect your till")[2].partition("\n## ")[0]


def example(language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    return str(block)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[TillSide, int]]:
    people.create(tmp_path)
    with people.opened(tmp_path) as (_, shop, _clock):
        people.joined(shop, "Aarti Sharma", "9876543210")
        side = TillSide(shop, read_settings(tmp_path), lambda: None)
        api = BasketApi(side.take, lambda: till_token(tmp_path), 0)
        api.start()
        yield side, api.port
        api.close()


@pytest.mark.process
def test_the_curl_example(served: tuple[TillSide, int]) -> None:
    if shutil.which("curl") is None:
        pytest.skip("this computer has no curl")
    side, port = served
    shop = side.shop
    command = f"{sys.executable} -m app till token --data {shop.folder}"
    script = example("sh").replace("8790", str(port)).replace("sikka till token", command)
    done = subprocess.run(
        ["sh", "-ec", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert '"code":"taken"' in done.stdout
    (waiting,) = waiting_baskets(shop)
    assert (waiting.number, waiting.total_minor) == ("A-2041", 54_500)
    assert waiting.member_name == "Aarti Sharma"


def test_the_python_example(
    served: tuple[TillSide, int], capsys: pytest.CaptureFixture[str]
) -> None:
    side, port = served
    source = example("python").replace("8790", str(port))
    source = source.replace("what `sikka till token` says", till_token(side.shop.folder))
    exec(compile(source, "README.md", "exec"), {})
    assert capsys.readouterr().out == "201 The bill is at the counter.\n"
    (waiting,) = waiting_baskets(side.shop)
    assert (waiting.number, waiting.total_minor) == ("A-2042", 13_500)


def test_the_table_names_every_column() -> None:
    named = set(re.findall(r"`(\w+)`", "".join(
        line.split("|")[1] for line in SECTION.splitlines() if line.startswith("| `")
    )))  # fmt: skip
    assert named == {*baskets_csv.NEEDED, *baskets_csv.OPTIONAL}


@pytest.mark.process
def test_the_commands_say_how_the_till_is_connected(tmp_path: Path) -> None:
    people.create(tmp_path)

    def sikka(*arguments: str) -> str:
        command = [sys.executable, "-m", "app", "till", *arguments, "--data", str(tmp_path)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert "not connected" in sikka("connect")
    told = sikka("connect", "--port", "8790", "--folder", str(tmp_path / "bills"))
    assert "http://127.0.0.1:8790/v1/baskets" in told
    settings = read_settings(tmp_path)
    assert (settings.till_api_port, settings.till_folder) == (8790, str(tmp_path / "bills"))
    token = sikka("token")
    assert sikka("token") == token
    assert sikka("token", "--renew") != token
