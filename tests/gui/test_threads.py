"""The counter with its real background thread: nothing waits, everything arrives."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.hardware.scanner_fake import FakeScanner
from app.services.clocks import SetClock
from app.services.members import MemberView, open_member
from app.station import open_station
from app.ui.application import CounterWindow
from app.ui.fonts import load_fonts
from app.ui.jobs import ThreadJobs
from tests.helpers.counter import NOON, PINS, Counter


def test_a_sale_from_sign_in_to_confirmation(
    qapp: QGuiApplication,
    qtbot: QtBot,
    furnished: tuple[Path, tuple[str, str]],
    tmp_path: Path,
):
    load_fonts(qapp)
    folder, (member, _) = furnished
    own = tmp_path / "shop"
    shutil.copytree(folder, own)
    with open_station(own, SetClock(NOON)) as station:
        view = open_member(station.shop, member)
        assert isinstance(view, MemberView)
        jobs, scanner = ThreadJobs(), FakeScanner()
        scanner.start()
        app = CounterWindow(station.shop, jobs, scanner)
        jobs.unhandled.connect(app.station.failed)
        try:
            app.load()
            sign_in, counter = app.station._sign_in, app.station.make_counter()
            qtbot.waitUntil(lambda: bool(sign_in._people.rows))
            sign_in.choose(1)
            sign_in.typePin(PINS["Meera"])
            sign_in.submit()
            qtbot.waitUntil(lambda: app.station.props.screen == "counter")
            qtbot.waitUntil(lambda: bool(counter._bill.props.number))
            scanner.scan(view.cards[-1].number)
            qtbot.waitUntil(lambda: counter._member.props.present)
            counter._bill.typeEntry("1264")
            counter.record()
            counter.record()
            qtbot.waitUntil(lambda: counter.props.canUndo)
            assert counter.props.message.startswith("Recorded.")
            counter.undo()
            qtbot.waitUntil(lambda: counter._member.props.present)
            assert counter._bill.props.total == "₹1,264.00"
        finally:
            app.close()
            jobs.close()


@pytest.mark.expects_log("a job of the counter failed")
def test_an_unforeseen_failure_is_shown_and_logged(counter: Counter):
    counter.app.station.failed(RuntimeError("a surprise"))
    assert not counter.app.station.props.statusGood
    assert counter.vm.props.message.startswith("Something went wrong.")
    assert counter.app.station.props.status == "Trouble: call your supervisor"
