"""The practice shop: like the real one, apart from it in every byte, gone when begun anew."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from app.config import read_settings, write_settings
from app.domain.bills import Bill, amount_line
from app.services.catalogue import import_catalogue, search
from app.services.demo import STAFF
from app.services.sales import SaleRecorded, record_sale
from app.services.staff import list_staff
from app.station import open_station, own, read_shop
from app.station.training import enter, prepare, prepare_anew, training_of
from tests.helpers import people
from tests.helpers.shops import programme_in

SALT = "sku,gtin,name,category,unit,price\nSALT,,Sea salt,Grocery,each,20.00\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop with an owner, an item, a member and a bill, and its devices."""
    folder = tmp_path / "shop"
    folder.mkdir()
    people.create(folder)
    with people.opened(folder) as (station, real, _):
        people.owner_of(real)
        people.joined(real, "Aarti Sharma", "9876543210")
        import_catalogue(real, SALT.splitlines())
        sell(real, "B-1")
        station.pump()
    settings = read_settings(folder)
    write_settings(folder, replace(settings, printer="tcp://127.0.0.1:9", print="always"))
    return folder


def sell(shop, number: str) -> None:
    """Record a bill."""
    bill = Bill(shop.mint(), number, (amount_line(50_000),))
    assert isinstance(record_sale(shop, list_staff(shop)[0].id, bill), SaleRecorded)


def prints_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a shop but those of its practice shop.

    A reader leaves an empty log of what was written, and its index.
    """
    files = [one for one in folder.iterdir() if one.is_file() and one.name != "lock"]
    files = [one for one in files if not one.name.endswith("-shm") and one.stat().st_size]
    return {one.name: sha256(one.read_bytes()).hexdigest() for one in files}


def test_it_has_the_shop_s_programme_and_goods_and_nobody_real(shop: Path):
    assert prepare(shop) == "ready"
    with read_shop(shop) as real, read_shop(enter(shop)) as practice:
        assert practice.programme.name == real.programme.name
        assert [one.sku for one in search(practice, "salt")] == ["SALT"]
        assert {one.name for one in list_staff(practice)} == {one.name for one in STAFF["IN"]}
        assert (practice.training, real.training) == (True, False)
        assert practice.place.cell_id != real.place.cell_id


def test_it_has_the_shop_s_devices_and_neither_hub_nor_till(shop: Path):
    real = replace(read_settings(shop), till_api_port=4711, till_folder="/drop")
    write_settings(shop, real)
    prepare(shop)
    practice = read_settings(enter(shop))
    assert (practice.printer, practice.print) == (real.printer, real.print)
    assert (practice.hub, practice.till_api_port, practice.till_folder) == ("", 0, "")


def test_practising_changes_no_byte_of_the_shop(shop: Path):
    before = prints_of(shop)
    prepare(shop)
    with open_station(enter(shop), background=False) as station:
        sell(station.shop, "P-1")
    prepare(shop, anew=True)
    enter(shop)
    assert prints_of(shop) == before


def test_what_was_practised_stays_until_it_is_begun_anew(shop: Path):
    prepare(shop)
    with open_station(enter(shop), background=False) as station:
        rows = station.db.head[0]
        sell(station.shop, "P-1")
        # The window is open still: what is made anew waits beside it.
        prepare_anew(shop)
        assert station.db.head[0] == rows + 1
    prepare(shop)
    with read_shop(training_of(shop)) as practice:
        assert practice.db.head[0] == rows + 1
    with read_shop(enter(shop)) as practice:
        assert practice.db.head[0] <= rows


def test_another_programme_makes_another_practice_shop(shop: Path):
    prepare(shop)
    first = read_settings(enter(shop)).station_id
    prepare(shop)
    assert read_settings(enter(shop)).station_id == first
    with people.opened(shop) as (station, _, _):
        document = (people.DEMO / "india-grocery.toml").read_text("utf-8") + "# another\n"
        station.publish(document, programme_in(document).id)
    prepare(shop)
    assert read_settings(enter(shop)).station_id != first


def test_one_that_is_open_is_not_taken_away_for_a_new_one(shop: Path):
    prepare(shop)
    practice = enter(shop)
    first = read_settings(practice).station_id
    prepare_anew(shop)
    handle = own(practice)  # another window was quicker
    try:
        assert read_settings(enter(shop)).station_id == first
    finally:
        os.close(handle)
    assert read_settings(enter(shop)).station_id != first


def test_one_that_is_open_is_left_alone(shop: Path):
    prepare(shop)
    handle = own(enter(shop))
    try:
        assert prepare(shop, anew=True) == "in_use"
    finally:
        os.close(handle)
