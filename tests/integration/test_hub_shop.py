"""A shop of several stations and a hub: what one records the others see, whatever breaks."""

import shutil
from pathlib import Path

import pytest

from app.domain.facts import Flagged
from app.hub import stations
from app.services.sales import SaleRecorded
from app.sync.exchange import RevokedError, UnreachableError
from app.sync.link import keep_meta
from app.sync.stretches import signed_stretches
from app.wire.events import decode
from tests.helpers.chain import chain_in
from tests.helpers.shops import MORNING, document_of, enrol, goods, programme_in, sell

pytestmark = pytest.mark.slow


def coins(shop, member):
    return sum(lot.amount for lot in shop.state(member).lots)


def test_a_sale_at_one_station_is_seen_at_another(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        sold = sell(chain.shop("1"), "B-1", goods("milk", 60_000, 1, "Dairy"), member=asha)
        assert isinstance(sold, SaleRecorded)
        before = coins(chain.shop("1"), asha)
        chain.sync("1", "2")
        assert before == coins(chain.shop("1"), asha) == coins(chain.shop("2"), asha) > 0
        assert chain.stations["2"].status().online
        assert chain.stations["2"].status().unsent == 0


def test_without_a_network_sales_go_on_and_are_sent_afterwards(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        chain.wires["2"].cut = True
        for number in range(3):
            sell(chain.shop("2"), f"B-{number}", goods("milk", 60_000, 1, "Dairy"), member=asha)
        with pytest.raises(UnreachableError):
            chain.stations["2"].pump()
        status = chain.stations["2"].status()
        assert (status.online, status.unsent) == (False, 3)
        assert coins(chain.shop("1"), asha) == 0 < coins(chain.shop("2"), asha)
        chain.wires["2"].cut = False
        chain.sync()
        assert coins(chain.shop("1"), asha) == coins(chain.shop("2"), asha) > 0


def test_an_answer_that_is_lost_books_nothing_twice(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        sell(chain.shop("2"), "B-1", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.wires["2"].deaf = True
        with pytest.raises(UnreachableError):
            chain.stations["2"].pump()
        chain.wires["2"].deaf = False
        chain.sync()
        assert coins(chain.shop("1"), asha) == coins(chain.shop("2"), asha) > 0
        rows = chain.hub.cell(chain.cell_id).rows_after(0, 1000)
        assert {row.outcome for row in rows} == {"booked"}


def test_a_station_put_back_to_an_old_copy_loses_nothing_it_sent(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        sell(chain.shop("2"), "B-1", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.close("2")
        shutil.copytree(tmp_path / "2", tmp_path / "image")
        chain.open("2")
        for number in (2, 3):
            sell(chain.shop("2"), f"B-{number}", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync()
        three = coins(chain.shop("1"), asha)
        chain.close("2")
        shutil.rmtree(tmp_path / "2")
        shutil.move(tmp_path / "image", tmp_path / "2")
        chain.open("2")
        sell(chain.shop("2"), "B-4", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync()
        assert coins(chain.shop("1"), asha) == coins(chain.shop("2"), asha) > three
        assert chain.stations["2"].db.epoch == 2
        again = sell(chain.shop("2"), "B-5", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync()
        booked = chain.hub.cell(chain.cell_id).rows_after(0, 1000)
        assert decode(booked[-1].body).id == again.sale


def test_a_hub_put_back_to_an_old_copy_gets_everything_back(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        sell(chain.shop("1"), "B-1", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync()
        chain.copy_hub("old")
        for number in (2, 3):
            sell(chain.shop("2"), f"B-{number}", goods("milk", 60_000, 1, "Dairy"), member=asha)
        ravi = enrol(chain.shop("2"), "ravi")
        chain.sync()
        before = chain.states()
        chain.put_hub_back("old")
        sell(chain.shop("1"), "B-9", goods("milk", 60_000, 1, "Dairy"), member=ravi)
        chain.sync()
        after = chain.states()
        assert after[asha] == before[asha]
        assert coins(chain.shop("2"), ravi) > 0
        assert chain.hub_incarnation() > 1


def test_a_station_far_behind_takes_a_snapshot(tmp_path: Path):
    with chain_in(tmp_path, "2", behind_max=5) as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        sell(chain.shop("2"), "OWN", goods("milk", 60_000, 1, "Dairy"), member=asha)
        for number in range(10):
            sell(chain.shop("1"), f"B-{number}", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync("1")
        chain.sync()
        assert "GET snapshot" in chain.wires["2"].asked
        assert chain.states("1") == chain.states("2") == chain.states()


def test_a_programme_published_at_one_station_is_in_force_at_the_others(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        text = document_of().replace("Test shop", "New shop")
        new = programme_in(text)
        assert new.id != chain.shop("2").programme.id
        chain.stations["1"].publish(text, new.id)
        chain.sync()
        assert chain.shop("2").programme.id == new.id
        assert chain.hub.cell(chain.cell_id).programme_of(MORNING.date()) == new


def test_a_station_that_was_shut_out_sends_what_it_has_and_forgets_everybody(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        sell(chain.shop("2"), "B-1", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.stations["2"].pump()
        seq = chain.stations["2"].db.head[0]
        sell(chain.shop("2"), "B-2", goods("milk", 60_000, 1, "Dairy"), member=asha)
        me = chain.stations["2"].settings.station_id
        chain.hub.store.run(lambda core: stations.revoke(core, me, seq))
        with pytest.raises(RevokedError):
            chain.stations["2"].pump()
        assert chain.stations["2"].status().revoked
        with chain.stations["2"].db.cursor(None) as cursor:
            assert cursor.execute("SELECT count(*) FROM member").fetchone() == (0,)
        assert chain.stations["2"].db.head[0] == seq + 1
        rows = chain.hub.cell(chain.cell_id).rows_after(0, 1000)
        assert [row.detail for row in rows if row.outcome == "parked"] == ["revoked"]
        chain.close("2")
        chain.open("2")
        assert chain.stations["2"].status().revoked


def test_what_a_snapshot_passed_over_is_told_and_can_be_given_back(tmp_path: Path):
    with chain_in(tmp_path, "2", behind_max=5) as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        once = chain.shop("1").event("flagged", Flagged("card", "x", ""), once=("flagged:x",))
        late = chain.shop("2").event("flagged", Flagged("card", "x", ""), once=("flagged:x",))
        chain.shop("2").record(lambda _: ((late,), None))
        chain.shop("1").record(lambda _: ((once,), None))
        for number in range(10):
            sell(chain.shop("1"), f"B-{number}", goods("milk", 60_000, 1, "Dairy"), member=asha)
        chain.sync("1")
        chain.sync("2")
        assert "GET snapshot" in chain.wires["2"].asked
        with chain.stations["2"].db.cursor(None) as cursor:
            found = cursor.execute("SELECT event_id FROM conflict").fetchall()
        assert found == [(late.id,)]


def test_a_restored_station_risks_nothing_before_it_has_heard_everything(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        chain.sync()
        assert chain.stations["2"].db.synced_ms > 0
        keep_meta(chain.stations["2"].db, {"restored": 1})
        chain.close("2")
        chain.wires["2"].cut = True
        chain.open("2")
        with pytest.raises(UnreachableError):
            chain.stations["2"].pump()
        assert chain.stations["2"].db.synced_ms == 0
        chain.wires["2"].cut = False
        chain.stations["2"].pump()
        assert chain.stations["2"].db.synced_ms > 0
        assert chain.stations["2"].db.epoch == 2


def test_every_row_of_a_snapshot_can_be_proved_to_a_restored_hub(tmp_path: Path):
    with chain_in(tmp_path, "2", behind_max=5) as chain:
        asha = enrol(chain.shop("1"), "asha")
        chain.sync()
        for number in range(520):
            sell(chain.shop("1"), f"B-{number}", goods("milk", 6_000, 1, "Dairy"), member=asha)
        chain.sync("1")
        chain.sync("2")
        proved = [seq for one in signed_stretches(chain.stations["2"].db) for seq, _, _ in one.rows]
        assert proved == list(range(1, chain.stations["2"].db.feed_seq + 1))
