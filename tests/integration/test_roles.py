"""What a station's screen is: a counter, a kiosk or the redemption screen."""

from pathlib import Path

import pytest

from app.config import ROLES, Role, SettingsError, read_settings, write_settings
from app.station.joining import join
from app.station.screens import check_role
from tests.helpers.shops import make_shop
from tests.helpers.stations import ADDRESS, Chain, chain_of

SETTINGS = "settings.toml"


@pytest.fixture
def chain(tmp_path: Path):
    with chain_of(tmp_path) as chain:
        yield chain


def with_line(folder: Path, line: str) -> Path:
    path = make_shop(folder) / SETTINGS
    path.write_text(f"{path.read_text()}{line}\n")
    return folder


@pytest.mark.parametrize("role", ROLES)
def test_a_station_joins_as_what_its_screen_is(chain: Chain, role: Role):
    folder = chain.folder / "new"
    told = join(folder, ADDRESS, chain.code("9"), connect=chain.exchange, role=role)
    assert told.role == role
    assert read_settings(folder) == told


def test_settings_of_before_roles_are_a_counters(tmp_path: Path):
    folder = make_shop(tmp_path / "shop")
    assert "role" not in (folder / SETTINGS).read_text()
    assert read_settings(folder).role == "counter"
    write_settings(folder, read_settings(folder))
    assert "role" not in (folder / SETTINGS).read_text()


def test_a_role_nobody_knows_is_refused_with_those_there_are(tmp_path: Path):
    with pytest.raises(SettingsError, match="counter, kiosk, redemption"):
        read_settings(with_line(tmp_path / "shop", 'role = "fridge"'))


@pytest.mark.parametrize("role", ["kiosk", "redemption"])
def test_only_a_counter_may_show_any_screen(tmp_path: Path, role: Role):
    counter = make_shop(tmp_path / "counter")
    joined = with_line(tmp_path / role, f'role = "{role}"')
    check_role(counter, role)
    check_role(joined, role)
    for other in set(ROLES) - {role}:
        with pytest.raises(SettingsError, match=f"joined the shop as a {role}.*sikka {role}"):
            check_role(joined, other)
