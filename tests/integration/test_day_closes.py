"""Closing the till's day over real files: numbered, never twice, never changed, and provable."""

import csv
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.facts import DayClosed
from app.domain.figures import NONE, Figures
from app.domain.slips import Row, Words
from app.hub.roles import may_record
from app.insight.day_closes import save_closes
from app.insight.day_verify import verify_closes
from app.insight.findings import SHOWN_OF_A_KIND
from app.insight.today import today
from app.services import day_closes
from app.services.day_close_rows import close_rows, close_title
from app.services.day_close_slip import close_slip
from app.services.day_closes import (
    AlreadyClosed,
    Close,
    ClosePreview,
    DayIsClosed,
    HubNeeded,
    NothingToClose,
    close_day,
    find_close,
    list_closes,
    preview_close,
    read_on,
)
from app.services.shop import Shop
from app.services.voids import NeedsApproval, SaleVoided, undo_sale
from app.station import open_station
from app.station.backups import backup
from app.station.examining import examine
from app.station.restoring import restore
from app.wire.events import decode
from tests.helpers.acts import ACTS, act
from tests.helpers.chain import chain_in
from tests.helpers.shops import MORNING, STAFF, enrol, later, new_station, sell
from tests.helpers.surveys import owner
from tests.helpers.whole import Variant
from tests.helpers.whole_shop import WholeShop

pytestmark = pytest.mark.slow
LESS = "CAST(replace(body, '60000', '50000') AS BLOB)"


def close(shop: Shop, approver: str) -> DayClosed:
    outcome = close_day(shop, STAFF, approver)
    assert isinstance(outcome, DayIsClosed), outcome
    return outcome.close.facts


def numbered(shop: Shop, number: int) -> Close:
    """The till's close with a number, which is there."""
    found = find_close(shop, number)
    assert found is not None
    return found


def total(closes: list[DayClosed]) -> Figures:
    sums = NONE
    for one in closes:
        sums = sums.plus(one.figures)
    return sums


def by_staff(closes: list[DayClosed]) -> Figures:
    sums = NONE
    for one in closes:
        for _, figures in one.by_staff:
            sums = sums.plus(figures)
    return sums


def counted_in(shop: Shop) -> Figures:
    """What the whole journal adds up to, by closing a copy of this till that was never closed."""
    copy = shop.folder.with_name(f"{shop.folder.name}-copy")
    shutil.copytree(shop.folder, copy)
    try:
        with closing(sqlite3.connect(copy / "station.db")) as db, db:
            db.execute("DELETE FROM day_close")
        with open_station(copy, shop.clock, background=False) as station:
            outcome = preview_close(station.shop)
        return outcome.facts.figures if isinstance(outcome, ClosePreview) else NONE
    finally:
        shutil.rmtree(copy)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_act_is_in_exactly_one_close(data: st.DataObject):
    whole = WholeShop()
    whole.open_shop(Variant())
    closed: list[DayClosed] = []
    try:
        for _ in range(data.draw(st.integers(4, 14))):
            act(whole, data.draw(st.sampled_from(ACTS)), data)
            if data.draw(st.integers(0, 2)) == 0:
                outcome = close_day(whole.shop, STAFF, whole.owner)
                closed += [outcome.close.facts] if isinstance(outcome, DayIsClosed) else []
        left = preview_close(whole.shop)
        rest = [left.facts] if isinstance(left, ClosePreview) else []
        assert total([*closed, *rest]) == counted_in(whole.shop) == by_staff([*closed, *rest])
        assert [one.number for one in [*closed, *rest]] == [*range(1, len(closed) + len(rest) + 1)]
        assert [one.after for one in [*closed, *rest]] == [0, *(one.seq for one in closed)][
            : len(closed) + len(rest)
        ]
        assert [one.facts for one in list_closes(whole.shop, -1)] == closed[::-1]
        found = verify_closes(whole.folder)
        assert (found.closes, found.right, found.findings) == (len(closed), len(closed), ())
    finally:
        whole.station.close()
        shutil.rmtree(whole.folder)


def test_a_close_is_what_today_shows_and_what_comes_after_is_the_next_ones(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        assert isinstance(preview_close(shop), NothingToClose)
        assert isinstance(close_day(shop, STAFF, approver), NothingToClose)
        sell(shop, "B-1", 60_000, member=enrol(shop))
        undone = sell(shop, "B-2", 40_000)
        assert isinstance(undo_sale(shop, STAFF, undone.sale), SaleVoided)
        assert isinstance(close_day(shop, STAFF, ""), NeedsApproval)
        preview = preview_close(shop)
        assert isinstance(preview, ClosePreview)
        first = close(shop, approver)
        assert replace(preview.facts, approver=approver) == first
        assert first.figures == today(shop).till
        assert (first.number, first.figures.bills, first.figures.taken_minor) == (1, 1, 60_000)
        again = close_day(shop, STAFF, approver)
        assert isinstance(again, AlreadyClosed)
        assert again.close.facts == first
        sell(shop, "B-3", 5_000)
        second = close(shop, approver)
        assert (second.number, second.after, second.figures.bills) == (2, first.seq, 1)
        row = shop.db.row_at(first.seq)
        assert row is not None
        assert first.hash == row[1].hex()
        station.pump()
        assert numbered(shop, 1).facts == first
        assert find_close(shop, 3) is None
    assert examine(tmp_path / "shop").findings == ()


def test_forgotten_days_are_named(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        for number in range(3):
            sell(shop, f"B-{number}", 10_000)
            later(shop, days=2)
        facts = close(shop, approver)
        assert (facts.first_on, facts.last_on, facts.days) == (
            MORNING.date(), MORNING.date().replace(day=19), 3,
        )  # fmt: skip
        lines = close_rows(shop, numbered(shop, 1), "en")
        assert lines[0].value == "15 June to 19 June 2026"
        assert ("Days in it", "3", False) in lines
        assert close_title(1, "hi") == "दिन का हिसाब: नं. 1"


def change(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "station.db")) as db, db:
        assert db.execute(statement, values).rowcount == 1


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        (f"UPDATE day_close SET body = {LESS}", "was changed"),
        ("DELETE FROM day_close", "differs from the journal"),
        ("UPDATE day_close SET seq = seq - 1", "differs from the journal"),
        (f"UPDATE journal SET body = {LESS} WHERE seq = 5", "was changed"),
    ],
)
def test_whoever_changes_a_closed_day_is_found_out(tmp_path: Path, statement: str, what: str):
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        approver = owner(station.shop)
        sold = sell(station.shop, "B-1", 60_000)
        with station.shop.db.cursor(None) as cursor:
            row = cursor.execute(
                "SELECT seq FROM journal WHERE event_id = ?", (sold.sale,)
            ).fetchone()
        close(station.shop, approver)
        station.pump()
    change(folder, statement.replace("seq = 5", f"seq = {row[0]}"))
    found = verify_closes(folder)
    assert what in " ".join(map(str, found.findings))
    assert found.right == 0
    assert examine(folder).findings


def test_however_many_are_changed_none_of_them_counts_as_right(tmp_path: Path):
    folder, many = tmp_path / "shop", SHOWN_OF_A_KIND + 2
    with new_station(folder) as station:
        approver = owner(station.shop)
        for number in range(many):
            sell(station.shop, f"B-{number}", 60_000)
            close(station.shop, approver)
    with closing(sqlite3.connect(folder / "station.db")) as db, db:
        db.execute(f"UPDATE day_close SET body = {LESS}")
    found = verify_closes(folder)
    assert (found.closes, found.right) == (many, 0)


def test_a_changed_row_no_longer_adds_up_to_its_close(tmp_path: Path):
    """Whoever has the file can make its chain anew; the close still says what was counted."""
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        approver = owner(station.shop)
        sell(station.shop, "B-1", 60_000)
        close(station.shop, approver)
    change(
        folder,
        f"UPDATE journal SET body = {LESS} WHERE instr(body, CAST('\"B-1\"' AS BLOB)) > 0",
    )
    findings = " ".join(map(str, verify_closes(folder).findings))
    assert "a closed day is not what its rows add up to" in findings


def test_the_table_leaves_as_csv_with_a_row_per_cashier(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        sell(shop, "B-1", 60_050)
        close(shop, approver)
        sell(shop, "B-2", 10_000)
        close(shop, approver)
        path = save_closes(shop)
        assert path.parent == tmp_path / "shop" / "exports"
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        whole = [row for row in rows if not row["cashier"]]
        assert [(row["number"], row["taken"], row["bills"]) for row in whole] == [
            ("1", "600.50", "1"), ("2", "100", "1"),
        ]  # fmt: skip
        assert whole[1]["rows_after"] == whole[0]["rows_upto"]
        assert len(rows) > len(whole)
        assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_after_an_old_copy_no_number_is_given_twice_and_nothing_counted_twice(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        approver = owner(chain.shop("1"))
        chain.sync()
        shop = chain.shop("2")
        sell(shop, "B-1", 10_000)
        close(shop, approver)
        sell(shop, "B-2", 20_000)
        chain.sync()
        chain.close("2")
        shutil.copytree(tmp_path / "2", tmp_path / "image")
        chain.open("2")
        sell(chain.shop("2"), "B-3", 40_000)
        lost = close(chain.shop("2"), approver)
        assert (lost.number, lost.figures.taken_minor) == (2, 60_000)
        chain.sync()
        chain.close("2")
        shutil.rmtree(tmp_path / "2")
        shutil.move(tmp_path / "image", tmp_path / "2")
        chain.open("2")
        sell(chain.shop("2"), "B-4", 80_000)
        chain.sync()
        shop = chain.shop("2")
        assert [one.facts.number for one in list_closes(shop)] == [2, 1]
        third = close(shop, approver)
        assert (third.number, third.figures.taken_minor) == (3, 80_000)
        chain.sync()
        rows = chain.hub.cell(chain.cell_id).rows_after(0, 1000)
        events = [decode(row.body) for row in rows if row.outcome == "booked"]
        closes = [one.facts for one in events if isinstance(one.facts, DayClosed)]
        assert [one.number for one in closes] == [1, 2, 3]
        assert total(closes).taken_minor == 150_000
        chain.close("2")
        assert verify_closes(tmp_path / "2").findings == ()


def test_a_shop_put_back_from_a_backup_goes_on_counting(tmp_path: Path):
    folder = tmp_path / "shop"
    with new_station(folder) as station:
        approver = owner(station.shop)
        sell(station.shop, "B-1", 10_000)
        close(station.shop, approver)
        station.pump()
        made = backup(folder, tmp_path / "backups", MORNING).path
        sell(station.shop, "B-2", 20_000)
        close(station.shop, approver)
    restore(made, folder, MORNING, replace=True)
    with open_station(folder, station.shop.clock, background=False) as again:
        assert [one.facts.number for one in list_closes(again.shop)] == [2, 1]
        sell(again.shop, "B-3", 40_000)
        third = close(again.shop, approver)
        assert (third.number, third.figures.taken_minor) == (3, 40_000)
    assert examine(folder).findings == ()


def test_a_till_whose_computer_was_replaced_goes_on_counting(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        approver = owner(chain.shop("1"))
        chain.sync()
        for number in (1, 2):
            sell(chain.shop("2"), f"B-{number}", 10_000)
            close(chain.shop("2"), approver)
        chain.sync()
        chain.close("2")
        shutil.rmtree(tmp_path / "2")
        chain.join("2")
        chain.sync()
        shop = chain.shop("2")
        assert list_closes(shop) == ()
        sell(shop, "B-3", 40_000)
        facts = close(shop, approver)
        assert (facts.number, facts.after, facts.figures.taken_minor) == (3, 0, 40_000)
        chain.close("2")
        assert verify_closes(tmp_path / "2").findings == ()


def test_a_till_put_back_from_a_backup_asks_its_hub_first_which_numbers_are_taken(tmp_path: Path):
    with chain_in(tmp_path, "2") as chain:
        approver = owner(chain.shop("1"))
        chain.sync()
        chain.close("2")
        made = backup(tmp_path / "2", tmp_path / "backups", MORNING).path
        chain.open("2")
        sell(chain.shop("2"), "B-1", 10_000)
        close(chain.shop("2"), approver)
        chain.sync()
        chain.close("2")
        shutil.rmtree(tmp_path / "2")
        restore(made, tmp_path / "2", MORNING, replace=False)
        chain.wires["2"].cut = True
        chain.open("2")
        sell(chain.shop("2"), "B-2", 20_000)
        assert isinstance(close_day(chain.shop("2"), STAFF, approver), HubNeeded)
        chain.wires["2"].cut = False
        chain.sync()
        facts = close(chain.shop("2"), approver)
        assert (facts.number, facts.figures.taken_minor) == (2, 20_000)


def test_a_sale_while_a_day_is_being_closed_is_in_it_or_in_the_next(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        for number in range(40):
            sell(shop, f"A-{number}", 100)
        done: list[DayClosed] = []

        def keep_closing() -> None:
            while len(done) < 12:
                outcome = close_day(shop, STAFF, approver)
                done.extend([outcome.close.facts] if isinstance(outcome, DayIsClosed) else [])

        closer = Thread(target=keep_closing)
        closer.start()
        sold = 40
        while closer.is_alive():
            sell(shop, f"B-{sold}", 100)
            sold += 1
        closer.join()
        left = preview_close(shop)
        rest = [left.facts] if isinstance(left, ClosePreview) else []
        assert total([*done, *rest]).bills == sold
        assert [one.number for one in done] == [*range(1, 13)]
    assert verify_closes(tmp_path / "shop").findings == ()


def test_a_close_read_in_pieces_is_the_one_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        for number in range(5):
            sell(shop, f"A-{number}", 100)
        whole = preview_close(shop)
        monkeypatch.setattr(day_closes, "AT_ONCE", 2)
        pieces = 0
        sums, all_read = read_on(shop)
        while not all_read:
            pieces += 1
            sums, all_read = read_on(shop, sums)
        assert pieces > 1
        assert preview_close(shop) == preview_close(shop, sums) == whole
        sell(shop, "B-1", 100)
        outcome = close_day(shop, STAFF, approver, sums)
        assert isinstance(outcome, DayIsClosed)
        assert outcome.close.facts.figures.bills == 6
        sell(shop, "B-2", 100)
        again = preview_close(shop, sums)
        assert isinstance(again, ClosePreview), "what the close before counted is not counted twice"
        assert again.facts.figures.bills == 1


def test_only_a_counter_closes_days():
    assert may_record("counter", "day_closed")
    assert not may_record("kiosk", "day_closed")
    assert not may_record("redemption", "day_closed")


def test_the_slip_of_a_close_says_what_the_screen_says_and_names_its_row(tmp_path: Path):
    with new_station(tmp_path / "shop") as station:
        shop = station.shop
        approver = owner(shop)
        sell(shop, "B-1", 60_000)
        facts = close(shop, approver)
        found = numbered(shop, 1)
        first = close_slip(shop, found, "en", reprint=False)
        again = close_slip(shop, found, "hi", reprint=True)
        rows = [(one.label, one.figure) for one in first.parts if isinstance(one, Row)]
        assert rows == [(one.title, one.value) for one in close_rows(shop, found, "en")]
        assert (first.kind, first.mark) == ("day", "")
        assert "REPRINT" in again.mark
        assert any(facts.hash[:4] in one.text for one in first.parts if isinstance(one, Words))
