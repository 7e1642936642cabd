"""What `sikka` says where a hub or a station of one is asked for what cannot be."""

import re
import socket
from dataclasses import replace
from pathlib import Path

import certifi
import pytest
from typer.testing import CliRunner

from app.cli import sikka as app
from app.config import read_settings, write_settings
from app.hub import stations
from app.hub.adopting import AdoptionError
from app.hub.store import SqliteStore
from app.station import open_station
from app.station.adopting import adopt
from app.station.examining import examine
from app.sync.exchange import UnreachableError
from app.sync.http import HttpExchange, InsecureHubError
from app.wire.sync import HoldAsk
from tests.helpers.chain import ADDRESS, KEY, Chain, chain_in
from tests.helpers.command import ONE_RULE, sikka
from tests.helpers.shops import enrol, make_shop, number, sell

pytestmark = pytest.mark.slow

WRONG = ("nonsense", "https://", "https://[", "https://hub:port", "ftp://hub", "https://my hub")


def run(*arguments: object) -> tuple[int, str, str]:
    """Run `sikka` in this process: exit code, output, what was refused."""
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["stations", "redrive", "rebuild", "revoke", "release"])
def test_a_mistyped_store_is_refused_and_not_made(tmp_path: Path, name: str):
    words = {"revoke": ["revoke", "a"], "release": ["holds", "release", "a"]}.get(name, [name])
    code, out, err = run("hub", *words, "--store", f"sqlite:///{tmp_path}/deep/hub.db")
    assert (code, out) == (2, "")
    assert f"There is no file {tmp_path}/deep/hub.db" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.process
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    said = sikka("hub", "serve", "--store", f"sqlite:///{tmp_path}/file/hub.db", "--port", "0")
    assert said.code == 1
    assert f"{tmp_path}/file" in said.err
    assert "Errno" not in said.err


@pytest.mark.parametrize("address", [*WRONG, "http://192.168.0.5:8765"])
def test_a_shop_is_not_moved_to_an_address_no_station_could_go_to(tmp_path: Path, address: str):
    make_shop(tmp_path / "shop")
    before = read_settings(tmp_path / "shop")
    store = SqliteStore(tmp_path / "hub.db")
    try:
        with pytest.raises(AdoptionError, match="--url"):
            adopt(tmp_path / "shop", store, KEY, address)
        with pytest.raises(AdoptionError, match="no file with a certificate"):
            adopt(tmp_path / "shop", store, KEY, ADDRESS, str(tmp_path / "nothing.pem"))
    finally:
        store.close()
    assert read_settings(tmp_path / "shop") == before


@pytest.mark.parametrize("address", WRONG)
def test_what_is_no_address_is_called_so(address: str):
    with pytest.raises(InsecureHubError, match="is no address of a hub"):
        HttpExchange(address)


@pytest.fixture
def chain(tmp_path: Path):
    with chain_in(tmp_path, "2") as made:
        sell(made.shop("2"), "B-1", 300_000, member=enrol(made.shop("2")))
        made.sync()
        yield made


@pytest.mark.process
def test_a_station_of_a_hub_says_what_it_cannot_tell(chain: Chain, tmp_path: Path):
    chain.close("2")
    folder = ("--data", tmp_path / "2")
    for words in (("export", "sales"), ("export", "coins"), ("ratings",),
                  ("export", "members", "--as-of", "2026-01-01")):  # fmt: skip
        said = sikka(*words, *folder)
        assert (said.code, said.out) == (1, ""), words
        assert "sikka hub report" in said.err
    kept = tmp_path / "sales.csv"
    assert sikka("export", "sales", *folder, "--out", kept).code == 1
    assert not kept.exists()
    assert sikka("export", "members", *folder).out.count("\n") == 2
    assert sikka("export", "journal", *folder).out.count("\n") == 3


def test_what_a_lost_station_reserved_is_let_go_on_a_persons_word(chain: Chain, tmp_path: Path):
    with chain.hub.store.read() as core:
        (known,) = [one.station for one in stations.heard_of(core) if one.station.till == "2"]
    ((member, state),) = chain.states().items()
    coins = sum(lot.amount for lot in state.lots)
    chain.stations["2"].hub.client.hold(HoldAsk(number("one"), member, coins=coins), 5)
    chain.close("2")
    chain.hub.close()
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    (tmp_path / "hub.key").write_bytes(bytes(range(32)))
    said = run("hub", "holds", "release", known.station_id[:12], "--store", url)
    assert said[0] == 0, said
    assert f"Till 2: 1 reserved no longer, with {coins} coins and ₹0.00" in said[1]
    again = run("hub", "holds", "release", known.station_id, "--store", url)
    assert again[1] == "Nothing is held for till 2.\n"
    code, _, err = run("hub", "holds", "release", "abc", "--store", url)
    assert code == 2
    assert "sikka hub stations" in err
    chain._serve()


@pytest.mark.process
def test_what_needs_the_hub_is_refused_in_words_and_not_half_done(chain: Chain, tmp_path: Path):
    """The stations' address is one where nobody answers."""
    chain.close("2")
    folder = ("--data", tmp_path / "2")
    wanted = tmp_path / "programme.toml"
    wanted.write_text(ONE_RULE)
    before = sikka("export", "journal", *folder).out
    for words in (("programme", "publish", wanted), ("rebuild",)):
        said = sikka(*words, *folder)
        assert (said.code, said.out) == (1, ""), words
        assert said.err.startswith("The hub does not answer (")
        assert said.err.endswith("then do this again.\n")
    assert "sikka hub --help" in sikka("jobs", "run", *folder).err
    assert sikka("export", "journal", *folder).out == before
    assert "Everything agrees." in sikka("doctor", *folder).out


def test_a_till_sells_without_the_hubs_certificate_and_goes_on_with_it(
    chain: Chain, tmp_path: Path
):
    chain.close("2")
    folder, gone = tmp_path / "2", tmp_path / "hub.pem"
    settings = read_settings(folder)
    write_settings(folder, replace(settings, hub="https://localhost:1", hub_ca=str(gone)))
    with open_station(folder, chain.clock, background=False) as station:
        sell(station.shop, "B-2", 10_000)
        with pytest.raises(UnreachableError, match=f"{gone} is no file .* put it back"):
            station.pump()
        assert not station.status().online
        assert station.status().unsent == 1
        assert str(gone) in examine(folder).remark
        gone.write_bytes(Path(certifi.where()).read_bytes())
        with pytest.raises(UnreachableError, match="refused"):
            station.pump()
    write_settings(folder, settings)
    chain.open("2").pump()
    assert chain.stations["2"].status().unsent == 0


def test_a_hub_is_restored_into_a_folder_that_is_not_there_yet(chain: Chain, tmp_path: Path):
    (tmp_path / "hub.key").write_bytes(bytes(range(32)))
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    code, out, err = run("hub", "backup", "--store", url, "--to", tmp_path / "copies")
    assert code == 0, err
    into = f"sqlite:///{tmp_path}/new/hub.db"
    code, _, err = run("hub", "restore", out.splitlines()[0], "--store", into, "--data", tmp_path)
    assert code == 0, err
    assert run("hub", "doctor", "--store", into)[0] == 0


@pytest.mark.process
@pytest.mark.parametrize("workers", [(), ("--workers", "2")])
def test_an_address_where_somebody_listens_is_named(tmp_path: Path, workers: tuple[str, ...]):
    store = "postgresql+psycopg://sikka@/none?host=/nowhere"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        asked = ("--store", store, "--data", tmp_path, "--port", port, *workers)
        said = sikka("hub", "serve", *asked)
    assert said.code == 2
    assert f"The hub cannot listen at 127.0.0.1, port {port}" in said.err


def test_a_database_that_is_away_is_told_in_a_sentence(tmp_path: Path):
    store = "postgresql+psycopg://sikka@/none?host=/nowhere"
    for words in (("stations", "--data", tmp_path), ("doctor",)):
        code, _, err = run("hub", *words, "--store", store)
        assert code == 1
        assert err.startswith("The store cannot be used now: the database does not answer")


def test_a_second_till_of_a_name_is_refused_until_the_first_is_shut_out(
    chain: Chain, tmp_path: Path
):
    """Both would write bills of the same numbers, and only one of each would count."""
    for till in list(chain.stations):
        chain.close(till)
    chain.hub.close()
    (tmp_path / "hub.key").write_bytes(bytes(range(32)))
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    asked = ("hub", "enrol", "--till", "2", "--store-name", "Main", "--store", url)
    code, out, err = run(*asked)
    assert (code, out) == (2, "")
    (station,) = re.findall("station ([0-9a-f]{12})", err)
    assert run("hub", "revoke", station, "--store", url)[0] == 0
    assert run(*asked)[0] == 0
    chain._serve()
