"""What `sikka` says where a hub or a station of one is asked for what cannot be."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import sikka as app
from app.config import read_settings
from app.hub import stations
from app.hub.adopting import AdoptionError
from app.hub.store import SqliteStore
from app.station.adopting import adopt
from app.sync.http import HttpExchange, InsecureHubError
from app.wire.sync import HoldAsk
from tests.helpers.chain import ADDRESS, KEY, Chain, chain_in
from tests.helpers.command import ONE_RULE, sikka
from tests.helpers.shops import enrol, make_shop, number, sell

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


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    code, _, err = run("hub", "serve", "--store", f"sqlite:///{tmp_path}/file/hub.db")
    assert code == 1
    assert f"{tmp_path}/file" in err
    assert "Errno" not in err


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
