"""A kiosk's key in wrong hands: what a kiosk never records is kept aside, and counts nowhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import select

from app.config import Role, read_settings
from app.domain.events import Kind
from app.domain.facts import ProgrammePublished
from app.domain.programme import Programme
from app.hub.redrive import redrive
from app.hub.roles import MAKES, may_record
from app.services.calls import call_for_help, open_calls
from app.services.members import open_member
from app.services.raffles import course_of
from app.services.staff import StaffSaved, list_staff, set_staff
from app.station.joining import JoinError, join
from app.station.tending import Tending
from app.storage.tables import parked
from app.wire.programmes import read_programme
from tests.helpers.people import joined
from tests.helpers.shops import document_of, sell
from tests.helpers.stations import ADDRESS, Chain, Member, chain_of

pytestmark = pytest.mark.slow

RAFFLE = """
[[raffle]]
id = "draw"
title = { en = "Draw" }
opens = 2026-06-01
closes = 2026-12-24
draws_on = 2027-01-06
permit = "P-1"
mechanics = { en = "Two coins a ticket." }
ticket_coins = 2
claim_days = 60

[[raffle.prize]]
id = "pan"
title = { en = "Pan" }
"""
STAFF_ONLY = {"sold", "returned", "adjusted", "staff_set", "topped_up", "merged", "erased"}
CELL_ONLY = {"programme_published", "day_ended", "granted", "tier_reached", "expired"}


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with chain_of(tmp_path) as chain:
        yield chain


@pytest.fixture
def shop(chain: Chain) -> Member:
    return chain.open(chain.folder / "shop")


def kept_aside(chain: Chain) -> list[str]:
    with chain.hub.store.read() as core:
        return list(core.execute(select(parked.c.reason).order_by(parked.c.seq)).scalars())


class TestRogueKiosk:
    def test_its_sales_bring_nobody_coins(self, chain: Chain, shop: Member):
        member = joined(shop.shop, "Asha Rao").member
        shop.pump()
        kiosk = chain.joined("kiosk", "kiosk")
        before = shop.shop.state(member)
        sell(kiosk.shop, "K-1", 9_000_000, member=member)
        kiosk.pump()
        shop.pump()
        assert kept_aside(chain) == ["barred: of a kiosk"]
        assert shop.shop.state(member) == before
        assert kiosk.shop.state(member) == before

    def test_it_makes_nobody_owner(self, chain: Chain, shop: Member):
        kiosk = chain.joined("kiosk", "kiosk")
        assert isinstance(set_staff(kiosk.shop, "", "Mallory", "owner", pin="9041"), StaffSaved)
        kiosk.pump()
        shop.pump()
        assert kept_aside(chain) == ["barred: of a kiosk"]
        assert "Mallory" not in {one.name for one in list_staff(shop.shop)}

    def test_what_a_kiosk_does_record_counts_before_and_after(self, chain: Chain, shop: Member):
        kiosk = chain.joined("kiosk", "kiosk")
        first = joined(kiosk.shop, "Asha Rao", "9876543210").member
        sell(kiosk.shop, "K-1", 120_000, member=first)
        call_for_help(kiosk.shop)
        kiosk.pump()
        shop.pump()
        assert open_member(shop.shop, first).coins.spendable == 0  # type: ignore[union-attr]
        assert len(open_calls(shop.shop)) == 1
        assert len(kept_aside(chain)) == 1

    def test_nothing_books_it_later(self, chain: Chain, shop: Member):
        kiosk = chain.joined("kiosk", "kiosk")
        sell(kiosk.shop, "K-1", 120_000)
        kiosk.pump()
        assert redrive(chain.hub.cell(chain.cell_id)) == 0
        assert kept_aside(chain) == ["barred: of a kiosk"]

    def test_it_is_what_its_code_was_made_for_whatever_its_settings_say(self, chain: Chain):
        kiosk = chain.joined("kiosk", "kiosk")
        file = kiosk.folder / "settings.toml"
        file.write_text(file.read_text().replace('role = "kiosk"\n', ""))
        assert read_settings(kiosk.folder).role == "counter"
        again = chain.open(kiosk.folder)
        sell(again.shop, "K-1", 120_000)
        again.pump()
        assert kept_aside(chain) == ["barred: of a kiosk"]


class TestCodes:
    @pytest.mark.parametrize("role", ["counter", "kiosk", "redemption"])
    def test_a_station_is_what_its_code_was_made_for(self, chain: Chain, role: Role):
        told = join(chain.folder / "9", ADDRESS, chain.code("9", role), connect=chain.exchange)
        assert told.role == role

    def test_another_role_is_refused_and_the_code_stays_good(self, chain: Chain):
        code = chain.code("9", "kiosk")
        folder = chain.folder / "9"
        with pytest.raises(JoinError, match="for a kiosk, not for a counter"):
            join(folder, ADDRESS, code, connect=chain.exchange, role="counter")
        assert not folder.exists()
        told = join(folder, ADDRESS, code, connect=chain.exchange, role="kiosk")
        assert told.role == "kiosk"


class TestKinds:
    def test_what_only_staff_or_the_cell_records_is_no_kiosk_s(self):
        for kinds in MAKES.values():
            assert not kinds & (STAFF_ONLY | CELL_ONLY)

    def test_a_counter_and_a_station_of_before_there_were_roles_record_all(self):
        for kind in get_args(Kind):
            assert may_record("counter", kind)
            assert may_record(None, kind)

    def test_every_kind_that_is_named_is_one(self):
        assert STAFF_ONLY | CELL_ONLY | frozenset().union(*MAKES.values()) <= {*get_args(Kind)}


def test_a_kiosk_leaves_raffles_to_the_counter(chain: Chain, shop: Member):
    kiosk = chain.joined("kiosk", "kiosk")
    # As after a crash between publishing a programme and opening its raffle.
    document = document_of().replace("[shop]\n", "[shop]\nraffles = true\n") + RAFFLE
    read = read_programme(document, "programme")
    assert isinstance(read, Programme), read
    published = ProgrammePublished(read.id, document)
    shop.shop.record(lambda _: ((shop.shop.event("programme_published", published),), None))
    shop.pump()
    kiosk.pump()
    for station, role in ((kiosk, "kiosk"), (shop, "counter")):
        station.shop.programme_changed()
        assert station.shop.programme.raffles
        Tending(station.shop, None, station.pump, role).end_days(None)  # type: ignore[arg-type]
    assert kept_aside(chain) == []
    assert course_of(shop.shop, "draw").opened
