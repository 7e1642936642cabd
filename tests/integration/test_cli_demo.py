"""The demo shop, its pictures and its cards, by the commands a newcomer types."""

import json
import shutil
import socket
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.config import ROLES, read_settings, write_settings
from app.services import flags
from app.services.demo import MEMBER_PINS, STAFF
from app.services.staff import SignedIn, list_staff, sign_in
from app.station import open_station, read_shop
from app.storage.station_key import make_station_key
from tests.helpers.command import Answer, sikka

pytestmark = [pytest.mark.process, pytest.mark.slow]

NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("home")
    return folder


@pytest.fixture(scope="module")
def made(home) -> Answer:
    return sikka("demo", "--data", home / "demo")


@pytest.fixture
def demo(home, made) -> Path:
    assert made.code == 0, made.err
    return Path(home / "demo")


def test_the_demo_shop_tells_its_pins_and_is_made_once(demo, made):
    for one in STAFF["IN"]:
        assert f"{one.name} ({one.role}), PIN {one.pin}" in made.out
    for phone, pin in MEMBER_PINS["IN"].items():
        assert f"phone {phone}, PIN {pin}" in made.out
    before = (demo / "station.db").stat().st_mtime_ns
    again = sikka("demo", "--data", demo)
    assert again.out == made.out
    assert (demo / "station.db").stat().st_mtime_ns == before


def test_the_owner_of_the_demo_shop_has_looked_at_what_was_unusual(demo):
    with open_station(demo, background=False) as station:
        today = station.shop.moment().on
        assert [one for one in flags.waiting(station.shop) if one.on != today] == []


def test_the_demo_shop_has_a_believable_past(demo):
    members = sikka("export", "members", "--data", demo).rows
    assert len(members) == 12
    assert {"Aarti Sharma", "आरती वर्मा"} <= {row["name"] for row in members}
    assert all(int(row["visits"]) >= 3 for row in members)
    assert {"silver", "gold"} <= {row["tier"] for row in members}
    movements = {row["movement"] for row in sikka("export", "coins", "--data", demo).rows}
    assert {"earned", "spent"} <= movements
    sales = sikka("export", "sales", "--data", demo).rows
    days = {row["occurred_at"][:10] for row in sales}
    assert len(days) >= 40
    assert max(row["occurred_at"] for row in sales) < datetime.now(UTC).isoformat()[:10] + "T24"
    assert sikka("doctor", "--data", demo).code == 0


def test_everybody_can_sign_in(demo):
    with open_station(demo, background=False) as station:
        pins = {one.name: one.pin for one in STAFF["IN"]}
        for card in list_staff(station.shop):
            assert isinstance(sign_in(station.shop, card.id, pins[card.name]), SignedIn)


def test_the_philippine_demo_speaks_filipino(tmp_path):
    done = sikka("demo", "--country", "PH", SIKKA_HOME=str(tmp_path))
    assert done.code == 0, done.err
    with read_shop(tmp_path / "demo-PH") as shop:
        assert (shop.programme.currency, shop.programme.languages) == ("PHP", ("en", "fil"))


@pytest.mark.parametrize(
    ("command", "size"),
    [("counter", (1366, 768)), ("kiosk", (1920, 1080)), ("redemption", (1366, 768))],
)
def test_without_a_display_a_screen_becomes_a_picture(demo, command, size):
    done = sikka(command, "--data", demo, **NO_DISPLAY)
    assert done.code == 0, done.err
    assert "no display" in done.out
    picture = QImage(str(demo / f"{command}.png"))
    assert (picture.width(), picture.height()) == size


def test_without_a_display_the_launcher_becomes_pictures(demo):
    pictures = [demo / f"{role}.png" for role in ROLES]
    for picture in pictures:
        picture.unlink(missing_ok=True)
    done = sikka("demo", "--open", "--data", demo, **NO_DISPLAY)
    assert done.code == 0, done.err
    assert "no display" in done.out
    assert all(str(picture) in done.out and picture.exists() for picture in pictures)
    assert not demo.with_name("demo-hub").exists()


def test_a_picture_of_a_station_tells_the_hub_nothing(demo, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as hub:
        hub.setblocking(False)
        copy = tmp_path / "copy"
        shutil.copytree(demo, copy)
        make_station_key(copy)
        address = f"http://127.0.0.1:{hub.getsockname()[1]}"
        write_settings(copy, replace(read_settings(copy), hub=address, hub_key="00" * 32))
        done = sikka("screenshot", "recorded", "--out", tmp_path / "x.png", "--data", copy)
        assert done.code == 0, done.err
        with pytest.raises(BlockingIOError):
            hub.accept()


def test_a_screen_is_drawn_in_a_language_and_a_size_from_a_copy(demo, tmp_path):
    before = (demo / "station.db").read_bytes()
    drawn = {}
    for language in ("en", "hi"):
        out = tmp_path / f"{language}.png"
        done = sikka("screenshot", "recorded", "--lang", language, "--size", "1280x720",
                     "--out", out, "--data", demo)  # fmt: skip
        assert done.code == 0, done.err
        drawn[language] = QImage(str(out))
        assert (drawn[language].width(), drawn[language].height()) == (1280, 720)
    assert drawn["en"] != drawn["hi"]
    assert (demo / "station.db").read_bytes() == before
    for wrong in (("nowhere",), ("counter", "--size", "big")):
        refused = sikka("screenshot", *wrong, "--out", tmp_path / "x.png", "--data", demo)
        assert refused.code == 2
        assert refused.err
    assert not (tmp_path / "x.png").exists()


def test_cards_are_printed_read_again_blocked_and_given_anew(demo, tmp_path):
    card, sheet = tmp_path / "card.png", tmp_path / "cards.pdf"
    printed = sikka("card", "98200 11205", "--out", card, "--data", demo)
    assert printed.code == 0, printed.err
    (code,) = json.loads(sikka("scan", card).out)["codes"]
    assert code["kind"] == "card"
    assert sikka("card", "--sheet", sheet, "--data", demo).out == f"{sheet}: 12 cards\n"
    assert sheet.read_bytes().startswith(b"%PDF")
    blocked = sikka("card", "block", code["number"], "--reason", "stolen", "--data", demo)
    assert blocked.code == 0, blocked.err
    again = sikka("card", "block", code["number"], "--data", demo)
    assert (again.code, "is blocked already (stolen)" in again.err) == (2, True)
    refused = sikka("card", "98200 11205", "--out", card, "--data", demo)
    assert (refused.code, "add --issue" in refused.err) == (2, True)
    given = sikka("card", "98200 11205", "--out", card, "--issue", "--data", demo)
    assert given.code == 0, given.err
    (other,) = json.loads(sikka("scan", card).out)["codes"]
    assert other["number"] != code["number"]
    assert sikka("card", "Nobody", "--out", card, "--data", demo).code == 2
    assert sikka("card", "--out", card, "--data", demo).code == 2


def test_the_doctor_finds_a_changed_byte(demo, tmp_path):
    import sqlite3

    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)
    with sqlite3.connect(copy / "station.db") as core:
        core.execute("UPDATE journal SET body = CAST(replace(body, 'A-1100', 'A-1101') AS BLOB)")
    done = sikka("doctor", "--data", copy)
    assert done.code == 1
    assert done.err
