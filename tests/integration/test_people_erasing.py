"""Erasing and exporting on a real shop: nothing is left, and the books stay true."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.bills import Bill, amount_line
from app.domain.facts import Personal
from app.domain.profiles import PERSONAL_FIELDS
from app.insight.member_file import member_file
from app.services import cards, members
from app.services.erasing import MemberErased, erase
from app.services.sales import SaleRecorded, record_sale
from app.services.shop import Shop
from app.services.voids import NeedsApproval
from app.station import Station
from tests.helpers.people import create, joined, opened, owner_of
from tests.helpers.people_life import (
    BORN,
    NAME,
    OLD,
    PHONE,
    SECRETS,
    buy,
    coins,
    healthy,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path)
    return tmp_path


@pytest.fixture
def station(folder: Path) -> Iterator[Station]:
    with opened(folder) as (station, _, _):
        yield station


@pytest.fixture
def shop(station: Station) -> Shop:
    return station.shop


def traces(folder: Path, *more: str) -> list[tuple[str, str]]:
    return [
        (path.name, text)
        for path in folder.iterdir()
        if path.is_file()
        for text in (*SECRETS, *more)
        if text.encode() in path.read_bytes()
    ]


def test_an_erased_member_is_nowhere_and_the_books_stay_true(station, shop, folder):
    """C41: what search and export know of a member is exactly what erasing takes away."""
    owner = owner_of(shop)
    keep = joined(shop, "Aarti").member
    gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    view = members.open_member(shop, gone)
    assert isinstance(view, members.MemberView)
    card = view.cards[0].number
    buy(shop, gone)
    buy(shop, keep)
    station.pump()
    mac = shop.vault.mac("phone", "+919876543210")
    assert erase(shop, "", "", gone) == NeedsApproval()
    held = sum(lot.amount for lot in shop.state(gone).lots)
    done = erase(shop, owner, "", gone)
    assert done == MemberErased(gone, held, 0)
    for _ in range(2):
        assert isinstance(members.open_member(shop, gone), cards.MemberUnknown)
        assert isinstance(members.identify(shop, card), cards.CardUnknown)
        assert members.find(shop, "quellmorton") == members.find(shop, "9876543210") == ()
        assert member_file(shop, gone) is None
        station.pump()
    assert traces(folder, mac) == []
    assert coins(shop, gone) == 0
    assert erase(shop, owner, "", gone) == MemberErased(gone, 0, 0)
    again = joined(shop, NAME, PHONE, old_number=OLD)
    assert again.member != gone
    station.pump()
    healthy(folder)


def test_erasing_takes_merged_members_along(station, shop, folder):
    owner = owner_of(shop)
    keep = joined(shop, "Aarti").member
    gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    buy(shop, gone)
    members.merge(shop, owner, "", keep, gone)
    station.pump()
    assert isinstance(erase(shop, owner, "", gone), MemberErased)
    station.pump()
    assert shop.vault.known((keep, gone)) == []
    assert members.unmerge(shop, owner, "", keep, gone) == cards.MemberUnknown()
    assert traces(folder) == []
    healthy(folder)


def test_an_old_copy_of_the_keys_forgets_the_erased_before_anything_is_served(folder):
    with opened(folder) as (station, shop, clock):
        owner = owner_of(shop)
        gone = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
        station.pump()
        at = clock.at
    shutil.copy(folder / "keys.db", folder.parent / "old-keys.db")
    with opened(folder) as (station, shop, _):
        erase(shop, owner, "", gone)
    (folder / "keys.db").unlink()
    shutil.copy(folder.parent / "old-keys.db", folder / "keys.db")
    assert traces(folder) != []
    with opened(folder) as (_, shop, clock):
        assert clock.at == at
        assert shop.vault.known((gone,)) == []
        assert members.find(shop, "quellmorton") == ()
    assert traces(folder) == []
    healthy(folder)


def test_coins_that_reach_an_erased_member_late_are_cleared_away(station, shop, folder):
    owner = owner_of(shop)
    gone = joined(shop, NAME).member
    station.pump()
    erase(shop, owner, "", gone)
    sale = Bill(shop.mint(), "A-late", (amount_line(100_000),), gone)
    assert isinstance(record_sale(shop, owner, sale), SaleRecorded)
    station.pump()
    assert coins(shop, gone) == 0
    healthy(folder)


def test_personal_values_have_one_list():
    """C41: what is sealed, exported and erased cannot differ, since one list says what there is."""
    sealed = {name for name in Personal.__slots__ if not name.endswith("_mac")}
    assert {field.name for field in PERSONAL_FIELDS} == sealed


def test_an_export_says_everything_in_clear(station, shop):
    member = joined(shop, NAME, PHONE, birthday=BORN, old_number=OLD).member
    buy(shop, member)
    station.pump()
    document = json.loads(member_file(shop, member) or b"")
    person = document["person"]
    assert (person["name"], person["phone"]) == (NAME, "+91 9876543210")
    assert (person["birthday"], person["old_number"]) == ("1987-11-20", OLD)
    assert {field.name for field in PERSONAL_FIELDS} <= person.keys()
    assert document["balances"]["coins"]["spendable"] == coins(shop, member)
    assert [one["kind"] for one in document["events"]][:2] == ["enrolled", "card_issued"]
    assert document["events"][0]["facts"]["personal"]["name"] == NAME
    assert "sold" in {one["kind"] for one in document["events"]}
    assert "_mac" not in json.dumps(document)


KILLED = """
import sys
from pathlib import Path
from app.services.erasing import erase
from app.station import open_station
station = open_station(Path(sys.argv[1]), background=False, failpoint=sys.argv[4])
erase(station.shop, sys.argv[2], "", sys.argv[3])
station.pump()
"""


@pytest.mark.process
@pytest.mark.parametrize("point", ["erase.journalled", "journal.committed", "erase.pulled"])
def test_an_erasing_that_was_cut_short_is_finished_when_the_shop_opens(folder, point):
    with opened(folder) as (station, shop, _):
        owner = owner_of(shop)
        gone = joined(shop, NAME, PHONE, birthday=BORN).member
        station.pump()
    asked = [sys.executable, "-c", KILLED, str(folder), owner, gone, point]
    dead = subprocess.run(asked, check=False)
    assert dead.returncode == -signal.SIGKILL
    with opened(folder) as (station, shop, _):
        assert shop.vault.known((gone,)) == []
        assert isinstance(members.open_member(shop, gone), cards.MemberUnknown)
    assert traces(folder) == []
    healthy(folder)
