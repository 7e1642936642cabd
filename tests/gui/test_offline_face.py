"""The counter while the connection is away, when it is back, and what turned out otherwise."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.bills import Bill, amount_line
from app.services.conflicts import unseen_conflicts
from app.services.sales import SaleRecorded, record_sale
from app.storage.conflicts import ConflictRow, keep
from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.jobs import ThreadJobs
from app.ui.viewmodels.connection import ConnectionViewModel
from tests.helpers.counter import NOON, Counter
from tests.helpers.keys import accessible, items, press, texts
from tests.helpers.programmes import MONDAY

pytestmark = pytest.mark.slow

Key, Role = Qt.Key, QAccessible.Role
SHIFT = Qt.KeyboardModifier.ShiftModifier
LANGUAGES = ("en", "hi", "fil")
NOW_MS = int(NOON.timestamp() * 1000)
HOUR_MS = 3_600_000
ONLINE = SyncStatus(solo=False, last_contact_ms=NOW_MS)
AWAY = replace(ONLINE, online=False, last_contact_ms=NOW_MS - HOUR_MS)
SINCE = "No connection since 11:00 am."
PANELS = ("bill", "connection", "conflicts")


@dataclass
class Line:
    """The connection of a counter; a test sets how it stands."""

    state: list[SyncStatus]
    counter: Counter

    def stands(self, status: SyncStatus) -> None:
        self.state[0] = status
        self.counter.app.station.connection.look()
        self.counter.jobs.drain()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def says(self, sentence: str) -> bool:
        return any(sentence in text for text in texts(self.counter.window))

    def open(self, panel: str) -> None:
        self.counter.vm.openPanel(panel)
        self.settle()

    def settle(self) -> None:
        QCoreApplication.processEvents()
        self.counter.jobs.drain()
        self.counter.window.grabWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_line(open_counter: Callable[..., Counter]) -> Callable[..., Line]:
    """Open a counter of a shop with several, with Meera signed in."""

    def opened(language: str = "en", status: SyncStatus = AWAY) -> Line:
        state = [status]
        line = Line(state, open_counter(language, lambda: state[0]))
        line.counter.sign_in()
        return line

    return opened


@pytest.fixture
def line(open_line: Callable[..., Line]) -> Line:
    return open_line()


def sell(counter: Counter, number: str) -> str:
    shop = counter.shop
    bill = Bill(shop.mint(), number, (amount_line(60_000),), member=counter.member.member)
    staff = counter.app.station._desk.staff.id
    assert isinstance(record_sale(shop, staff, bill), SaleRecorded)
    return bill.id


def settle_otherwise(counter: Counter) -> list[str]:
    """Three own events that the cell settled otherwise, as the feed left them here."""
    settled = (
        ("overdraft", "spent_is_spent", "", -40, -2_000),
        ("bill_twice", "number_once", "B-91", -12, 0),
        ("voucher_used", "first_counts", "coffee", 0, -7_500),
    )
    ids = [sell(counter, f"B-9{at}") for at in range(len(settled))]

    def work(tx):
        for at, (kind, rule, detail, coins, money) in enumerate(settled):
            keep(
                tx.cursor,
                ConflictRow(
                    ids[at], 100 - at, kind, rule, counter.member.member, detail, MONDAY, NOW_MS,
                    coins, money,
                ),
            )  # fmt: skip

    counter.shop.db.writer.run(work)
    return ids


class TestAwayAndBack:
    def test_a_shop_of_one_counter_shows_nothing(self, counter: Counter):
        connection = counter.app.station.connection
        assert not connection.props.known
        assert not any("connection" in text.lower() for text in texts(counter.window))
        press(counter.window, Key.Key_F3, modifiers=SHIFT)
        assert counter.vm.props.panel == "bill"

    def test_it_is_said_and_unsaid_without_a_click(self, line: Line):
        line.stands(ONLINE)
        assert not line.says("connection")
        line.stands(AWAY)
        assert line.says(SINCE)
        line.stands(ONLINE)
        assert not line.says("connection")
        assert line.counter.vm.props.panel == "bill"

    def test_a_half_typed_bill_is_neither_moved_nor_lost(self, line: Line):
        vm = line.counter.vm
        line.stands(ONLINE)
        vm.bill.typeEntry("1264")
        line.stands(AWAY)
        line.stands(replace(ONLINE, conflicts=2))
        line.stands(AWAY)
        vm.record()
        line.counter.jobs.drain()
        assert vm.props.kind == "good"
        assert not vm.approval.props.wanted

    def test_the_bills_that_wait_are_counted(self, line: Line):
        line.stands(AWAY)
        assert line.says("Sales go on and will be sent by themselves.")
        sell(line.counter, "B-1")
        line.stands(replace(AWAY, unsent=1))
        assert line.says("1 bill will be sent by itself.")
        sell(line.counter, "B-2")
        line.stands(replace(AWAY, unsent=2))
        assert line.says("2 bills will be sent by themselves.")

    def test_a_long_queue_on_its_way_is_said_in_the_bar(self, line: Line):
        for at in range(5):
            sell(line.counter, f"B-{at}")
        line.stands(replace(ONLINE, unsent=5))
        assert line.says("5 bills being sent")
        line.stands(replace(ONLINE, unsent=2))
        assert line.says("All sales saved")

    def test_before_the_first_contact(self, line: Line):
        line.stands(replace(AWAY, last_contact_ms=0))
        assert line.says("No connection yet.")

    def test_of_yesterday(self, line: Line):
        line.stands(replace(AWAY, last_contact_ms=NOW_MS - 24 * HOUR_MS))
        assert line.says("No connection since yesterday, 12:00 pm.")

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"revoked": True}, "The owner has taken this counter out of use."),
            ({"needs_update": True}, "Sikka on this counter needs an update."),
            ({"online": True, "skew_ms": 12 * 60_000}, "is 12 minutes fast."),
            ({"online": True, "skew_ms": -6 * 60_000}, "is 6 minutes slow."),
            ({"online": True, "skew_ms": 9 * 24 * HOUR_MS}, "The clock of this computer is wrong."),
            ({"revoked": True, "needs_update": True}, "The owner has taken"),
        ],
    )
    def test_what_else_must_be_known(self, line: Line, change: dict[str, Any], sentence: str):
        line.stands(replace(AWAY, **change))
        assert line.says(sentence)

    def test_the_sign_in_says_it_too(self, open_counter: Callable[..., Counter]):
        counter = open_counter("en", lambda: AWAY)
        counter.jobs.drain()
        assert any(SINCE in text for text in texts(counter.window))
        assert "Details" not in texts(counter.window)


class TestDetails:
    def test_the_key_opens_them_and_escape_leaves(self, line: Line):
        for status in (AWAY, ONLINE):
            line.stands(status)
            press(line.counter.window, Key.Key_F3, modifiers=SHIFT)
            assert line.counter.vm.props.panel == "connection"
            line.settle()
            press(line.counter.window, Key.Key_Escape)
            assert line.counter.vm.props.panel == "bill"

    def test_they_say_what_works_what_waits_and_the_owners_line(self, line: Line):
        sell(line.counter, "B-1")
        away = replace(AWAY, unsent=1, queued_since_ms=NOW_MS - 60_000, floor_coins=20)
        line.counter.shop.db.synced_ms = NOW_MS - HOUR_MS
        terms = line.counter.shop.programme.offline
        assert (terms.coins_per_member, terms.coins_per_station) == (100, 2_000)
        line.stands(away)
        assert line.says("Up to 100 coins for each member. Balances are as of 11:00 am.")
        line.open("connection")
        for sentence in (
            "Sales, returns and new members",
            "Vouchers that this counter gave out since then",
            "Paying with coins: up to 100 for each member",
            "More coins than that",
            "Paying with store credit",
            "11:00 am",
            "1 bill (since 11:59 am)",
            "20 coins",
            "At most ₹1,000 could be lost here today.",
        ):
            assert line.says(sentence), sentence

    def test_after_too_many_hours_coins_wait_too(self, line: Line):
        hours = line.counter.shop.programme.offline.hours
        line.counter.shop.db.synced_ms = NOW_MS - (hours + 1) * HOUR_MS
        line.stands(AWAY)
        assert line.says("Coins and vouchers wait.")
        line.open("connection")
        assert line.says("Paying with coins or store credit")

    def test_they_follow_what_happens(self, line: Line):
        line.stands(AWAY)
        line.open("connection")
        assert line.says("No connection")
        line.stands(ONLINE)
        assert line.says("Everything works.")
        assert line.says("Everything is sent.")


class TestTurnedOutOtherwise:
    def test_each_is_told_and_looked_at_by_keys(self, line: Line):
        counter = line.counter
        settle_otherwise(counter)
        line.stands(ONLINE)
        assert line.says("3 things came out differently from what this counter said.")
        press(counter.window, Key.Key_F3, modifiers=SHIFT)
        line.settle()
        assert counter.vm.props.panel == "conflicts"
        conflicts = counter.app.station.conflicts
        assert conflicts.props.what == "On bill B-90 more was used than the member had left."
        assert conflicts.props.effect == "40 coins missing · The shop bears ₹20"
        assert "Aarti Sharma" in conflicts.props.who
        assert unseen_conflicts(counter.shop) == 2
        press(counter.window, Key.Key_Down)
        line.settle()
        assert conflicts.props.what == "Bill B-91 was recorded twice."
        assert conflicts.props.effect == "12 coins fewer than was said"
        assert unseen_conflicts(counter.shop) == 1

    def test_all_read_leaves_and_they_do_not_come_back(self, line: Line):
        counter = line.counter
        settle_otherwise(counter)
        line.stands(ONLINE)
        line.open("conflicts")
        press(counter.window, Key.Key_F12)
        line.settle()
        assert counter.vm.props.panel == "bill"
        assert unseen_conflicts(counter.shop) == 0
        assert not line.says("came out differently")

    def test_touch_chooses_one(self, line: Line):
        settle_otherwise(line.counter)
        line.stands(ONLINE)
        line.open("conflicts")
        names = {
            node.text(QAccessible.Text.Name): node
            for node in accessible(line.counter.window)
            if node.role() == Role.Button
        }
        row = next(name for name in names if name.startswith("The voucher on bill B-92"))
        names[row].actionInterface().doAction("Press")
        line.settle()
        props = line.counter.app.station.conflicts.props
        assert (props.chosen, props.effect) == (2, "The shop bears ₹75")

    def test_they_wait_while_the_connection_is_away(self, line: Line):
        settle_otherwise(line.counter)
        line.stands(AWAY)
        assert line.says(SINCE)
        assert not line.says("came out differently")

    def test_nothing_to_look_at_is_said(self, line: Line):
        line.stands(ONLINE)
        line.open("conflicts")
        assert line.says("Everything came out as this counter said.")
        assert not line.says("All read")


class TestEveryScreen:
    @pytest.mark.parametrize("panel", PANELS)
    @pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_controls_have_names_room_and_do_not_overlap(
        self, open_line: Callable[..., Line], language: str, size: tuple[int, int], panel: str
    ):
        line = open_line(language)
        line.counter.window.resize(*size)
        settle_otherwise(line.counter)
        line.counter.scan(line.counter.card(line.counter.other))
        line.stands(replace(AWAY, unsent=3))
        if panel != "bill":
            line.open(panel)
        line.settle()
        controls = []
        for node in accessible(line.counter.window):
            if node.role() not in {Role.Button, Role.EditableText} or node.state().disabled:
                continue
            box, name = node.rect(), node.text(QAccessible.Text.Name)
            assert name.strip(), box
            assert min(box.width(), box.height()) / 3.78 >= 11.8, name
            controls.append((name, box))
        for (name, box), (other, other_box) in combinations(controls, 2):
            covered = box.intersected(other_box)
            nested = covered in (box, other_box)
            assert covered.width() * covered.height() <= 0 or nested, f"{name} / {other}"
        for item in items(line.counter.window.contentItem()):
            font = item.property("font")
            if item.property("text") and font is not None:
                assert font.pixelSize() >= 16, item.property("text")

    @pytest.mark.parametrize("panel", PANELS)
    def test_who_hears_the_screen_is_told_the_same(self, line: Line, panel: str):
        settle_otherwise(line.counter)
        line.stands(AWAY)
        line.open(panel)
        names = [node.text(QAccessible.Text.Name) for node in accessible(line.counter.window)]
        assert any(name.startswith(SINCE) for name in names)

    @pytest.mark.parametrize("panel", PANELS)
    @pytest.mark.parametrize("language", ["hi", "fil"])
    def test_no_english_sentence_is_left(
        self, open_line: Callable[..., Line], language: str, panel: str
    ):
        line = open_line(language)
        settle_otherwise(line.counter)
        line.stands(replace(AWAY, unsent=3))
        line.open(panel)
        english = {"connection", "Sales", "Waits", "Works", "Look", "recorded", "said", "owner"}
        found = {word for text in texts(line.counter.window) for word in text.split()}
        assert found & english == set()


class TestThreads:
    def test_the_screen_never_asks_by_itself(self, qtbot: QtBot, counter: Counter):
        asked: list[int] = []
        free = threading.Event()

        def status() -> SyncStatus:
            asked.append(threading.get_ident())
            assert free.wait(10)
            return AWAY

        jobs = ThreadJobs()
        desk = counter.app.station._desk
        connection = ConnectionViewModel(
            Desk(desk.shop, jobs, desk.words, desk.money, status=status)
        )
        try:
            connection.look()
            connection.look()
            assert connection.props.sentence == ""
            free.set()
            qtbot.waitUntil(lambda: connection.props.sentence != "")
        finally:
            free.set()
            jobs.close()
        assert len(asked) == 1, "a second look while one is on its way asks nothing"
        assert threading.get_ident() not in asked

    def test_looks_that_fail_are_told_once_and_go_on(self, line: Line):
        told: list[Exception] = []
        connection = line.counter.app.station.connection
        connection.broke.disconnect(line.counter.app.station.failed)
        connection.broke.connect(told.append)

        def fails() -> SyncStatus:
            raise OSError("the file is gone")

        line.counter.app.station.reach(fails)
        line.counter.jobs.drain()
        line.stands(AWAY)
        assert [str(one) for one in told] == ["the file is gone"]
        line.counter.app.station.reach(lambda: AWAY)
        line.counter.jobs.drain()
        assert line.says(SINCE)

    def test_a_solo_shop_is_asked_once(self, counter: Counter):
        assert not counter.app.station.connection._timer.isActive()

    def test_others_are_asked_every_second(self, line: Line):
        timer = line.counter.app.station.connection._timer
        assert timer.isActive()
        assert timer.interval() <= 1_000
