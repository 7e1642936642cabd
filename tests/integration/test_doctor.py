"""`sikka doctor` finds nothing in a healthy shop and every single change in a damaged one."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import SettingsError
from app.domain.facts import CardIssued, Enrolled, Personal, ProfileChanged
from app.insight.doctor import Report
from app.services.clocks import SetClock
from app.services.returns import ReturnAsk, record_return
from app.services.voids import claim_sale, void_sale
from app.station import Station, open_station
from app.station.examining import examine
from app.storage.vault import Admission
from tests.helpers.shops import (
    MORNING,
    STAFF,
    SUPERVISOR,
    enrol,
    goods,
    later,
    make_shop,
    merge,
    new_station,
    number,
    sell,
)

pytestmark = pytest.mark.slow


def a_busy_day(station: Station) -> None:
    """A bit of everything; what comes last is not booked yet."""
    shop = station.shop
    asha, ravi, double = enrol(shop), enrol(shop, "ravi"), enrol(shop, "asha again")
    shop.vault.admit(Admission(asha, "Asha", "9876543210"), Admission(double, "Asha"))
    person = Personal(name=shop.vault.seal(asha, "name", "Asha"), phone_mac="a" * 64)
    changed = ProfileChanged(person)
    card = CardIssued("b" * 64, shop.vault.seal(double, "card", "K2ABCDEFGH"))
    shop.record(
        lambda _: (
            (
                shop.event("profile_changed", changed, member=asha),
                shop.event("card_issued", card, member=double),
            ),
            None,
        )
    )
    first = sell(shop, "B-1", goods("a", 300_000, 2), goods("s", 20_000, 1, "Staples"), member=asha)
    station.pump()
    sell(shop, "B-2", goods("b", 20_000), member=asha, coins=50)
    guest = sell(shop, "B-3", 45_000)
    claim_sale(shop, STAFF, SUPERVISOR, guest.sale, ravi)
    gone = sell(shop, "B-4", 12_000, member=ravi)
    void_sale(shop, STAFF, SUPERVISOR, gone.sale)
    sell(shop, "B-4", 13_000, member=double)
    record_return(shop, STAFF, ReturnAsk(shop.mint(), "R-1", first.sale, ((0, 1000),)))
    merge(shop, asha, double)
    sell(shop, "B-5", 9_900, member=double)
    station.pump()
    later(shop, days=1)
    station.cell.end_day(MORNING.date())
    station.pump()
    sell(shop, "B-6", 700, member=ravi)


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed shop after a busy day; copy it before changing it."""
    folder = make_shop(tmp_path_factory.mktemp("healthy"))
    with new_station(folder) as station:
        a_busy_day(station)
    return folder


@pytest.fixture
def folder(healthy: Path, tmp_path: Path) -> Path:
    shutil.copytree(healthy, tmp_path / "copy")
    return tmp_path / "copy"


def change(folder: Path, file: str, *statements: str) -> None:
    with closing(sqlite3.connect(folder / file, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def told(report: Report) -> str:
    return "\n".join(map(str, report.findings))


def test_a_healthy_shop_has_no_findings(healthy: Path):
    report = examine(healthy)
    assert told(report) == ""
    assert (report.members, report.sales) == (3, 7)
    assert report.journal_rows == 16
    assert report.feed_rows > report.journal_rows


def test_examining_changes_nothing(folder: Path):
    before = contents(folder)
    examine(folder)
    assert contents(folder) == before


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but the two that SQLite keeps beside one while it is being read."""
    files = (one for one in folder.iterdir() if not one.name.endswith(("-shm", "-wal")))
    return {one.name: one.read_bytes() for one in files}


def test_a_counter_may_go_on_meanwhile(tmp_path: Path):
    with new_station(tmp_path) as station:
        a_busy_day(station)
        assert told(examine(tmp_path)) == ""
        stop = threading.Event()

        def trade() -> None:
            at = 100
            while not stop.is_set():
                sell(station.shop, f"T-{at}", 500, member=number("member ravi"))
                station.pump()
                at += 1

        counter = threading.Thread(target=trade)
        counter.start()
        try:
            for _ in range(8):
                assert told(examine(tmp_path)) == ""
        finally:
            stop.set()
            counter.join()


def test_a_folder_without_a_shop_is_named(tmp_path: Path):
    with pytest.raises(SettingsError):
        examine(tmp_path)


@pytest.mark.parametrize("name", ["station.db", "cell.db", "keys.db", "secret.key"])
def test_a_missing_file_is_named(folder: Path, name: str):
    (folder / name).unlink()
    assert name in told(examine(folder))


def test_a_file_that_is_no_database_is_named(folder: Path):
    (folder / "cell.db").write_bytes(b"not a database at all" * 500)
    assert examine(folder).findings


def bodies(healthy: Path, file: str, table: str) -> list[tuple[int, bytes]]:
    with closing(sqlite3.connect(healthy / file)) as db:
        return db.execute(f"SELECT seq, body FROM {table} ORDER BY seq").fetchall()


@pytest.mark.parametrize(("file", "table"), [("station.db", "journal"), ("cell.db", "feed")])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_of_a_body_is_found(healthy: Path, folder: Path, file, table, data):
    seq, body = data.draw(st.sampled_from(bodies(healthy, file, table)))
    at = data.draw(st.integers(0, len(body) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda new: new != body[at]))
    changed = body[:at] + bytes([byte]) + body[at + 1 :]
    with closing(sqlite3.connect(folder / file, isolation_level=None)) as db:
        db.execute(f"UPDATE {table} SET body = ? WHERE seq = ?", (changed, seq))
        try:
            assert f"row {seq}" in told(examine(folder))
        finally:
            db.execute(f"UPDATE {table} SET body = ? WHERE seq = ?", (body, seq))


CHANGES: list[tuple[str, str, str]] = [
    ("station.db", "DELETE FROM journal WHERE seq = 4", "the journal has a hole (row 4 to 4)"),
    ("station.db", "DELETE FROM journal WHERE seq > 12", "the journal is older than the cell"),
    ("station.db", "UPDATE journal SET hash = zeroblob(32) WHERE seq = 5", "row 5"),
    ("station.db", "UPDATE journal SET event_id = 'x' WHERE seq = 5", "another id (row 5)"),
    ("station.db", "UPDATE meta SET value = 3 WHERE key = 'own_seq'", "3 instead of 16"),
    ("station.db", "UPDATE meta SET value = 'ab' WHERE key = 'feed_head'", "another feed"),
    ("station.db", "UPDATE meta SET value = 9999 WHERE key = 'feed_seq'", "cell.db: the"),
    ("station.db", "DELETE FROM member WHERE member > '9'", "is missing"),
    ("station.db", "UPDATE member SET state = replace(state, 'earned\":', 'earned\":9')", "earned"),
    ("station.db", "UPDATE member SET profile = replace(profile, '\"en\"', '\"hi\"')", "profile"),
    ("station.db", "UPDATE member SET state = '{}'", "a member differs"),
    ("station.db", "INSERT INTO member SELECT 'z', 0, state, profile FROM member LIMIT 1", "know"),
    ("station.db", "DELETE FROM sale WHERE bill_number = 'B-1'", "an open sale is missing"),
    ("station.db", "UPDATE sale SET body = replace(body, '300000', '400000')", "an open sale"),
    ("station.db", "UPDATE sale SET member = 'x' WHERE bill_number = 'B-1'", "an open sale"),
    ("station.db", "UPDATE finder SET member = 'x' WHERE kind = 'card'", "belongs to another"),
    ("station.db", "DELETE FROM finder", "what finds a member"),
    ("station.db", "DELETE FROM receipt WHERE key LIKE '%B-4'", "taken bill numbers"),
    ("station.db", "INSERT INTO receipt VALUES ('x', 'y')", "x is too much"),
    ("station.db", "UPDATE received SET body = 'x' WHERE seq = 7", "(row 7)"),
    ("station.db", "INSERT INTO staff VALUES ('x', 'X', 'owner', '', 1)", "the staff differ"),
    *[("station.db", statement, f"the table {name} differs from the feed") for name, statement in (
        ("flag", "INSERT INTO flag VALUES ('x','','','','','','2026-01-01',0,'','',NULL,'')"),
        ("tally", "INSERT INTO tally VALUES ('x', 1, 'q', 'o', 3)"),
        ("watched", "UPDATE watched SET amount = amount + 1"),
        ("raffle_step", "INSERT INTO raffle_step VALUES ('x', 'opened', 1, 1, '', '')"),
        ("standing", "UPDATE standing SET points = points + 1"),
        ("standing", "DELETE FROM standing"),
        ("erased", "INSERT INTO erased VALUES ('x')"),
        ("programme", "UPDATE programme SET compiled = 'x'"),
        ("programme", "DELETE FROM programme"),
    )],
    ("station.db", "UPDATE meta SET value = 1 WHERE key = 'fold_version'", "sikka rebuild"),
    ("station.db", "INSERT INTO meta VALUES ('refolding', '3')", "stopped half way"),
    ("cell.db", "UPDATE cell SET fold_version = 1", "sikka rebuild"),
    ("cell.db", "UPDATE cell SET refolded_seq = 3", "stopped half way"),
    ("cell.db", ("UPDATE account SET state = replace(state, 'credit\":[[]',"
     " 'credit\":[[[\"\",\"2026-01-01\",null,5]]')"),
     "store credit"),
    ("cell.db", "DELETE FROM feed WHERE seq = 9", "the feed has a hole (row 9 to 9)"),
    ("cell.db", "DELETE FROM feed WHERE seq = (SELECT max(seq) FROM feed)", "the end of the feed"),
    ("cell.db", "UPDATE feed SET hash = zeroblob(32) WHERE seq = 9", "row 9"),
    ("cell.db", "UPDATE feed SET outcome = 'worthless' WHERE seq = 9", "without reason"),
    ("cell.db", "UPDATE feed SET outcome = 'duplicate' WHERE seq = 9", "an account differs"),
    ("cell.db", "UPDATE feed SET lane_seq = 77 WHERE lane_seq = 5", "not in one piece"),
    ("cell.db", "UPDATE feed SET member = 'x' WHERE seq = 9", "filed wrongly (row 9)"),
    ("cell.db", "UPDATE feed SET on_date = '2001-01-01' WHERE seq = 9", "filed wrongly (row 9)"),
    ("cell.db", "UPDATE cell SET last_seq = last_seq + 1", "the end of the feed"),
    ("cell.db", "UPDATE cell SET cell_id = 'x'", "not in this file"),
    ("cell.db", "UPDATE lane SET last_seq = last_seq - 1", "a station's end"),
    ("cell.db", "DELETE FROM booked WHERE seq = 9", "the list of booked events"),
    ("cell.db", "UPDATE booked SET seq = 8 WHERE seq = 9", "the list of booked events"),
    ("cell.db", "DELETE FROM once_key WHERE key LIKE '%B-4'", "the taken keys"),
    ("cell.db", "UPDATE once_key SET event_id = 'x' WHERE key LIKE '%B-4'", "belongs to another"),
    ("cell.db", "DELETE FROM account WHERE rowid = 1", "has none"),
    ("cell.db", "UPDATE account SET due_on = '2001-01-01'", "due on"),
    ("cell.db", "UPDATE account SET state = replace(state, 'purchases\":', 'purchases\":1')",
     "sums"),
    ("cell.db", "UPDATE account SET state = replace(state, 'debt\":', 'debt\":7')", "coins"),
    ("cell.db", ("INSERT INTO account (cell_id, member, last_seq, state)"
     " SELECT cell_id, 'z', 0, state FROM account LIMIT 1"), "accounts of members"),
    ("keys.db", "DELETE FROM member_key", "a member's key is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "statement", "words"), CHANGES)
def test_a_changed_row_is_found_and_named(folder: Path, file: str, statement: str, words: str):
    change(folder, file, statement)
    text = told(examine(folder))
    assert words in text
    assert f"{file}: " in text or "cell.db: " in words


def test_each_finding_is_a_sentence_with_advice(folder: Path):
    change(folder, "cell.db", "UPDATE feed SET hash = zeroblob(32)")
    report = examine(folder)
    assert all(one.what and one.where and one.advice.endswith(".") for one in report.findings)
    assert len(report.findings) < 200


def test_another_shops_secret_is_found(folder: Path):
    (folder / "secret.key").write_bytes(bytes(32))
    assert "secret.key" in told(examine(folder))


def test_a_station_put_back_from_an_old_copy_is_found(tmp_path: Path):
    folder = make_shop(tmp_path / "shop")
    with new_station(folder) as station:
        sell(station.shop, "B-1", 500, member=enrol(station.shop))
    old = (folder / "station.db").read_bytes()
    with open_station(folder, SetClock(MORNING), background=False) as station:
        sell(station.shop, "B-2", 500)
    (folder / "station.db").write_bytes(old)
    assert "the journal is older than the cell" in told(examine(folder))


@pytest.fixture
def personal(tmp_path: Path) -> Iterator[Station]:
    with new_station(tmp_path) as station:
        yield station


def test_members_need_keys_only_where_there_is_something_to_read(personal: Station, tmp_path: Path):
    shop = personal.shop
    facts = Enrolled(Personal(name="sealed"), "en", "1", marketing=False)
    shop.record(lambda _: ((shop.event("enrolled", facts, member=number("x")),), None))
    personal.pump()
    enrol(shop)
    assert told(examine(tmp_path)).count("a member's key is missing") == 1
