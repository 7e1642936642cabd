"""Setup checks over a real shop, and the file for support, which names nobody."""

import json
import socket
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.config import read_settings, write_settings
from app.domain.setup import DEVICES, SKEW_MS, check_hub, check_till
from app.hub.front import Front
from app.services.member_pins import set_member_pin
from app.station import premises, read_shop
from app.station.backups import backup
from app.station.premises import NearbyExchange
from app.station.setup import Probes
from app.station.support import name_of, save_bundle
from app.storage.till_token import till_token
from app.sync.exchange import Answer, Exchange, NotSentError
from tests.helpers import people
from tests.helpers.launched import new_premises

NAMES = ("Aarti Sharma", "Aarti", "Sharma", "आरती", "Asha Rao")
PHONE = "9876543210"
PINS = ("6174", "4826")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Away(Exchange):
    """Reaches nothing."""

    def send(self, method: str, path: str, body: bytes = b"", **_: object) -> Answer:
        raise NotSentError(f"{method} {path}")

    def close(self) -> None:
        """Let go of nothing."""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop with people in it."""
    folder = tmp_path / "shop"
    folder.mkdir()
    people.create(folder)
    with people.opened(folder) as (station, real, _):
        people.owner_of(real)
        view = people.joined(real, "Aarti Sharma", PHONE)
        set_member_pin(real, "", view.member, PINS[0])
        station.pump()
    return folder


def checks(folder: Path) -> dict[str, tuple[str, str]]:
    """How everything stands."""
    with read_shop(folder) as shop:
        found = Probes(shop, read_settings(folder)).checks()
        return {one.device: (one.state, one.reason) for one in found}


def test_everything_is_looked_at(shop: Path):
    found = checks(shop)
    assert tuple(found) == DEVICES
    assert found["fonts"] == ("good", "good")
    assert found["hub"] == ("off", "none")
    assert found["backup"] == ("look", "none")


def test_a_backup_has_an_age(shop: Path):
    backup(shop, shop / "backups", datetime.now(UTC) - timedelta(days=3))
    assert checks(shop)["backup"] == ("look", "old")
    backup(shop, shop / "backups", datetime.now(UTC))
    assert checks(shop)["backup"] == ("good", "good")


def test_a_till_is_heard_where_somebody_listens(shop: Path, tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as listening, read_shop(shop) as opened:
        port = listening.getsockname()[1]
        settings = replace(
            read_settings(shop), till_api_port=port, till_folder=str(tmp_path / "none")
        )
        assert check_till(Probes(opened, settings).till()).reason == "folder"
        heard = replace(settings, till_folder=str(tmp_path))
        assert check_till(Probes(opened, heard).till()).state == "good"


def test_a_hub_that_answers_is_told_with_its_clock_and_one_that_does_not(tmp_path: Path):
    place = new_premises(tmp_path)
    settings = read_settings(place.counter)
    with read_shop(place.counter) as opened:
        away = check_hub(Probes(opened, settings, exchange=Away()).hub())
        assert (away.state, away.reason) == ("bad", "away")
        with premises._hub_at(place) as hub:
            there = NearbyExchange(Front(hub))
            found = Probes(opened, settings, exchange=there).hub()
            assert (found.reached, found.unsent) == (True, len(opened.db.pending))
            assert abs(found.skew_ms) < SKEW_MS
            assert check_hub(found).state in {"good", "look"}


def test_the_test_slip_is_printed(shop: Path):
    with read_shop(shop) as opened:
        found = Probes(opened, read_settings(shop)).print_test("hi")
    assert found.answer == "printed"
    assert (shop / "slips" / "test.pdf").exists()


# ---------------------------------------------------------------- the file for support


@pytest.fixture
def bundle(shop: Path, tmp_path: Path) -> Iterator[zipfile.ZipFile]:
    """The file for support of a shop whose settings and crash log are full of names."""
    settings = read_settings(shop)
    secret = replace(
        settings,
        printer="tcp://aarti-pc.local:9100",
        camera="Aarti's phone",
        till_folder=f"/srv/aarti/{PHONE}",
        till="Asha Rao",
    )
    write_settings(shop, secret)
    till_token(shop)
    logs = shop / "logs"
    logs.mkdir()
    logs.joinpath("counter.log").write_text(
        "2026-11-22 14:00:01 [error    ] a job of the counter failed\n"
        "Traceback (most recent call last):\n"
        '  File "/srv/aarti/sikka/app/ui/jobs.py", line 52, in job\n'
        f"ValueError: Aarti Sharma {PHONE} {PINS[0]} {till_token(shop)}\n",
        encoding="utf-8",
    )
    logs.joinpath("Aarti.log").write_text(f"{PHONE}\n", encoding="utf-8")
    out = save_bundle(shop, tmp_path / name_of(NOW), NOW, ["1366x768"])
    with zipfile.ZipFile(out) as opened:
        yield opened


def test_the_file_for_support_names_nobody(bundle: zipfile.ZipFile, shop: Path):
    raw = b"".join(
        name.encode() + bundle.read(name) for name in bundle.namelist() if name != "README.txt"
    )
    key = (shop / "secret.key").read_bytes()
    words = (*NAMES, PHONE, till_token(shop), read_settings(shop).cell_id, "aarti-pc")
    for word in words:
        assert word.encode() not in raw, word
        assert word.lower().encode() not in raw.lower(), word
    for pin in PINS:
        assert f'"{pin}"'.encode() not in raw
        assert pin.encode() not in bundle.read("logs/0-counter.log")
    assert key not in raw
    assert key.hex().encode() not in raw


def test_the_file_for_support_says_how_all_stands(bundle: zipfile.ZipFile):
    told = {one: bundle.read(one).decode() for one in bundle.namelist()}
    assert json.loads(told["about.json"])["screens"] == ["1366x768"]
    assert json.loads(told["settings.json"])["printer"] == "tcp"
    assert json.loads(told["tables.json"])["station.db"]["journal"] >= 3
    assert json.loads(told["doctor.json"])["findings"] == {}
    assert {one["device"] for one in json.loads(told["setup.json"])} == set(DEVICES)
    assert "app/ui/jobs.py:52" in told["logs/0-counter.log"]
    assert "ValueError" in told["logs/0-counter.log"]


def test_a_file_that_cannot_be_written_leaves_nothing(shop: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"exists|directory"):
        save_bundle(shop, tmp_path / "file" / "x.zip", NOW, doctor=False)
