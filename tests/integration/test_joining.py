"""A computer becomes a station of a hub: whole, or not at all, with a sentence that helps."""

import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import station as station_commands
from app.config import read_settings
from app.domain.codes import cell_hint
from app.services.members import find
from app.station.founding import ShopExistsError
from app.station.joining import JoinError, join
from app.storage import failpoints
from app.storage.files import open_reader
from app.storage.vault import Vault
from app.sync.exchange import Answer, Exchange, UnreachableError
from app.sync.wiping import wipe
from tests.helpers.people import joined, owner_of
from tests.helpers.shops import sell
from tests.helpers.stations import ADDRESS, Chain, chain_of, tables_of

pytestmark = pytest.mark.slow

PHONE = "9876543210"


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path) as chain:
        yield chain
    failpoints.arm("")


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if "joining" in path.name)


def test_a_new_station_has_all_of_the_cell_and_sells(chain: Chain):
    shop = chain.open(chain.folder / "shop")
    member = joined(shop.shop, "Asha Rao", PHONE).member
    sell(shop.shop, "B-1", 120_000, member=member)
    shop.pump()
    new = chain.joined("2")
    settings = read_settings(new.folder)
    assert (settings.store, settings.till, settings.hub) == ("main", "2", ADDRESS)
    assert settings.station_id != shop.shop.station_id
    assert settings.cell_hint == cell_hint(chain.cell_id)
    assert [hit.member for hit in find(new.shop, PHONE)] == [member]
    assert new.shop.state(member) == shop.shop.state(member)
    sell(new.shop, "N-1", 50_000, member=member)
    new.pump()
    shop.pump()
    assert tables_of(new.db) == tables_of(shop.db)
    for name in ("secret.key", "station.key"):
        assert stat.S_IMODE((new.folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(new.folder.stat().st_mode) == 0o700
    assert left_in(chain.folder) == []


@pytest.mark.parametrize("how", ["wrong", "used", "old"])
def test_a_code_that_does_not_fit_leaves_nothing_behind(chain: Chain, how: str):
    code = chain.code()
    if how == "used":
        join(chain.folder / "first", ADDRESS, code, connect=chain.exchange)
    elif how == "old":
        chain.clock.at += timedelta(hours=25)
    with pytest.raises(JoinError, match="unknown, used or older than a day"):
        join(
            chain.folder / "new", ADDRESS, "WRONG" if how == "wrong" else code,
            connect=chain.exchange,
        )  # fmt: skip
    assert not (chain.folder / "new").exists()
    assert left_in(chain.folder) == []


def test_a_folder_that_is_taken_stays_as_it_is(chain: Chain):
    before = sorted((chain.folder / "shop").iterdir())
    with pytest.raises(ShopExistsError, match="is there already"):
        join(chain.folder / "shop", ADDRESS, chain.code(), connect=chain.exchange)
    assert sorted((chain.folder / "shop").iterdir()) == before


class Flaky:
    """A network that loses one answer: the hub has heard the request."""

    def __init__(self, exchange: Exchange, lost: Callable[[str], bool]) -> None:
        self.exchange, self.lost = exchange, lost

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        answer = self.exchange.send(method, path, body, token=token, timeout_s=timeout_s)
        if self.lost(path):
            raise UnreachableError("the line is dead")
        return answer

    def close(self) -> None:
        pass


@pytest.mark.parametrize("place", ["/v1/enrolments", "/snapshot", "/snapshots/", "/keys"])
def test_the_same_code_works_again_after_an_answer_was_lost(chain: Chain, place: str):
    shop = chain.open(chain.folder / "shop")
    member = joined(shop.shop, "Asha Rao", PHONE).member
    shop.pump()
    code = chain.code()

    def flaky(address: str, ca: str) -> Exchange:
        return Flaky(chain.exchange(), lambda path: place in path)

    with pytest.raises(JoinError, match=r"does not answer.*same command and code again"):
        join(chain.folder / "new", ADDRESS, code, connect=flaky)
    assert not (chain.folder / "new").exists()
    join(chain.folder / "new", ADDRESS, code, connect=chain.exchange)
    new = chain.open(chain.folder / "new")
    assert [hit.member for hit in find(new.shop, "asha")] == [member]
    assert left_in(chain.folder) == []


class PowerCutError(Exception):
    """What an armed failpoint does here instead of killing the process."""


def test_who_is_cut_off_while_joining_joins_with_the_same_code(chain: Chain):
    def cut() -> None:
        raise PowerCutError

    code = chain.code()
    failpoints.arm("snapshot.step:3", cut)
    with pytest.raises(PowerCutError):
        join(chain.folder / "new", ADDRESS, code, connect=chain.exchange)
    failpoints.arm("")
    assert not (chain.folder / "new").exists()
    join(chain.folder / "new", ADDRESS, code, connect=chain.exchange)
    new = chain.open(chain.folder / "new")
    new.pump()
    assert new.shop.programme.country == "IN"


def test_a_hub_that_is_not_there_and_one_nobody_trusts_are_said_apart(tmp_path: Path):
    def untrusted(address: str, ca: str) -> Exchange:
        return Dead("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed")

    with pytest.raises(JoinError, match=r"does not trust the certificate.*--ca FILE"):
        join(tmp_path / "a", ADDRESS, "X", connect=untrusted)
    with pytest.raises(JoinError, match="does not answer"):
        join(tmp_path / "a", "http://127.0.0.1:9", "X")
    with pytest.raises(JoinError, match="must begin with https://"):
        join(tmp_path / "b", "http://hub.example", "X")
    with pytest.raises(JoinError, match="no file with a certificate"):
        join(tmp_path / "b", ADDRESS, "X", ca=str(tmp_path / "none.pem"))
    assert not (tmp_path / "a").exists()
    assert not (tmp_path / "b").exists()


class Dead:
    """A network on which nothing comes through."""

    def __init__(self, why: str) -> None:
        self.why = why

    def send(
        self, method: str, path: str, body: bytes = b"", *, token: str = "",
        timeout_s: float = 10.0,
    ) -> Answer:  # fmt: skip
        raise UnreachableError(self.why)

    def close(self) -> None:
        pass


def test_a_station_that_was_shut_out_knows_nobody_any_more(chain: Chain):
    shop = chain.open(chain.folder / "shop")
    owner_of(shop.shop)
    view = joined(shop.shop, "Bhagyalakshmi Rao", PHONE)
    sell(shop.shop, "B-1", 120_000, member=view.member)
    shop.pump()
    new = chain.joined("2")
    sell(new.shop, "N-1", 50_000, member=view.member)
    new.pump()
    journal = new.db.unsent(0, 100)
    mac = new.vault.mac("phone", f"+91{PHONE}")
    with new.db.cursor(None) as cursor:
        sealed = cursor.execute("SELECT profile FROM member").fetchall()
    with open_reader(new.folder / "keys.db") as connection:
        keys = [row[0] for row in connection.execute("SELECT key FROM member_key")]
    connection.close()
    wipe(new.db, new.vault)
    wipe(new.db, new.vault)
    assert new.db.unsent(0, 100) == journal
    assert find(new.shop, PHONE) == find(new.shop, "bhagya") == ()
    new.close()
    kept = b"".join(
        path.read_bytes() for path in new.folder.iterdir() if path.name.startswith(("sta", "keys"))
    )
    for gone in (*keys, mac.encode(), *(row[0] for row in sealed), PHONE.encode()):
        assert gone not in kept
    again = Vault(new.folder)
    assert again.members(1) == []
    again.close()


def test_the_command_says_what_to_do_next(
    chain: Chain, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("app.station.joining._over_http", chain.exchange)
    station_commands.join(ADDRESS, chain.code(), chain.folder / "new", None)
    assert "till 2 of main" in capsys.readouterr().out
