"""The setup checks at the counter: for a supervisor, by keys and by touch."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from app.domain import setup
from app.domain.setup import Check
from app.ui.bars import bars_of
from tests.helpers.counter import Counter
from tests.helpers.keys import accessible, items, press, texts, type_text

pytestmark = pytest.mark.slow

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Probes:
    """A station that stands as a test says."""

    printed: list[str] = field(default_factory=list)
    free_mb: int = 5_000

    def checks(self) -> Iterator[Check]:
        yield setup.check_scanner("")
        yield setup.check_printer(setup.PrinterFound("tcp://p:9100"))
        yield setup.check_display(self.display())
        yield setup.check_disk(self.free_mb)

    def print_test(self, language: str) -> setup.PrinterFound:
        self.printed.append(language)
        return setup.PrinterFound("tcp://p:9100", "printed")

    def display(self) -> setup.DisplayFound:
        return setup.DisplayFound(screens=2)


@pytest.fixture
def probes(counter: Counter, tmp_path: Path) -> Probes:
    """What the counter of the test looks at."""
    found = Probes()
    counter.vm.setup.offer(found, lambda: tmp_path / "sikka-support.zip")
    return found


@pytest.fixture
def supervised(counter: Counter, probes: Probes) -> Counter:
    """The panel, open for a supervisor."""
    counter.app.station.lock()
    counter.sign_in("Ravi")
    open_it(counter)
    return counter


def open_it(counter: Counter) -> None:
    """Press the key."""
    press(counter.window, Qt.Key.Key_S, modifiers=BOTH)
    counter.jobs.drain()
    counter.window.grabWindow()


def states(counter: Counter) -> dict[str, str]:
    """How everything stands, by its title."""
    return {row.title: row.standing for row in counter.vm.setup.checks.rows}


def tap(counter: Counter, text: str) -> None:
    """Touch the button that says something."""
    counter.window.grabWindow()
    button = next(
        one
        for one in items(counter.window.contentItem())
        if one.property("text") == text and one.inherits("QQuickAbstractButton")
    )
    middle = button.mapToScene(button.boundingRect().center())
    at = QPoint(int(middle.x()), int(middle.y()))
    QTest.mouseClick(counter.window, Qt.MouseButton.LeftButton, pos=at)
    QCoreApplication.processEvents()
    counter.jobs.drain()


def test_it_opens_for_a_supervisor_and_says_how_all_stands(supervised: Counter):
    assert supervised.vm.props.panel == "setup"
    assert states(supervised) == {
        "Scanner": "untried", "Slip printer": "untried", "Customer's display": "untried",
        "Room on the disk": "good",
    }  # fmt: skip
    assert "5 GB are free." in texts(supervised.window)


def test_a_cashier_needs_a_supervisor_s_pin(counter: Counter, probes: Probes):
    open_it(counter)
    assert counter.vm.props.panel == "bill"
    assert counter.vm.approval.props.wanted
    assert not counter.vm.setup.checks.rows
    type_text(counter.window, "8351")
    press(counter.window, Qt.Key.Key_Return)
    counter.jobs.drain()
    assert counter.vm.props.panel == "setup"


def test_without_anything_to_look_at_nothing_opens(counter: Counter):
    open_it(counter)
    assert counter.vm.props.panel == "bill"
    assert not counter.vm.approval.props.wanted


def test_both_codes_on_the_screen_can_be_scanned(supervised: Counter, tmp_path: Path):
    seen = tmp_path / "seen.png"
    assert supervised.window.grabWindow().save(str(seen))
    with Image.open(seen) as picture:
        found = zxingcpp.read_barcodes(picture)
    assert {(one.format, one.text) for one in found} == {
        (zxingcpp.BarcodeFormat.QRCode, setup.TEST_CODE),
        (zxingcpp.BarcodeFormat.Code128, setup.TEST_CODE),
    }


def test_a_scan_is_judged_and_is_no_item(supervised: Counter):
    supervised.app.station._scanner.ended_by = "Tab"
    supervised.scan(setup.TEST_CODE)
    assert states(supervised)["Scanner"] == "good"
    assert any("Tab" in one for one in texts(supervised.window))
    supervised.scan("8901030865278")
    assert states(supervised)["Scanner"] == "bad"
    assert supervised.vm.props.panel == "setup"
    assert not supervised.vm.bill.inputs.lines


def test_a_test_slip_by_key_and_by_touch(supervised: Counter, probes: Probes):
    press(supervised.window, Qt.Key.Key_F4)
    supervised.jobs.drain()
    assert states(supervised)["Slip printer"] == "good"
    tap(supervised, "Test slip")
    assert probes.printed == ["en", "en"]


def test_a_number_is_read_back_from_the_customer_s_side(supervised: Counter):
    press(supervised.window, Qt.Key.Key_F6)
    number = supervised.vm.setup.props.number
    assert len(number) == 4
    shown = [one for one in QGuiApplication.topLevelWindows() if one.isVisible()]
    sides = [one for one in shown if one.property("number") == number]
    assert len(sides) == 1
    type_text(supervised.window, number)
    assert states(supervised)["Customer's display"] == "good"
    assert not sides[0].isVisible()
    press(supervised.window, Qt.Key.Key_F6)
    wrong = "1111"
    type_text(supervised.window, wrong)
    assert states(supervised)["Customer's display"] == "bad"


def test_everything_is_looked_at_again(supervised: Counter, probes: Probes):
    probes.free_mb = 100
    press(supervised.window, Qt.Key.Key_F12)
    supervised.jobs.drain()
    assert states(supervised)["Room on the disk"] == "bad"


def test_a_card_scanned_meanwhile_waits_for_one_check_only(supervised: Counter, probes: Probes):
    seen: list[dict[str, str]] = []
    probes.free_mb = 100
    supervised.vm.setup.again()
    supervised.jobs.run(lambda: None, lambda _: seen.append(states(supervised)))
    supervised.jobs.drain()
    assert [seen[0]["Room on the disk"], states(supervised)["Room on the disk"]] == ["good", "bad"]
    assert not supervised.vm.setup.props.looking


def test_a_check_that_fails_as_nobody_foresaw_is_said_and_can_be_tried_again(
    supervised: Counter, probes: Probes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.ui.mishaps.note", lambda *_: None)

    def broken() -> setup.DisplayFound:
        raise RuntimeError("no such display")

    with monkeypatch.context() as patch:
        patch.setattr(probes, "display", broken)
        supervised.vm.setup.again()
        supervised.jobs.drain()
    said = supervised.vm.setup.props
    assert (said.kind, said.looking) == ("bad", False)
    assert said.message.startswith("Something went wrong.")
    supervised.vm.setup.again()
    supervised.jobs.drain()
    assert supervised.vm.setup.props.message == ""


def test_the_file_for_support_says_where_it_is(supervised: Counter, tmp_path: Path):
    tap(supervised, "Save file")
    assert str(tmp_path / "sikka-support.zip") in supervised.vm.setup.props.message


def test_a_file_that_cannot_be_saved_is_told(
    supervised: Counter, probes: Probes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.ui.mishaps.note", lambda *_: None)

    def full() -> Path:
        raise OSError("no room")

    supervised.vm.setup.offer(probes, full)
    press(supervised.window, Qt.Key.Key_F7)
    supervised.jobs.drain()
    assert supervised.vm.setup.props.kind == "bad"


def test_escape_goes_back_to_the_bill(supervised: Counter):
    press(supervised.window, Qt.Key.Key_Escape)
    assert supervised.vm.props.panel == "bill"


@pytest.mark.parametrize("language", ["en", "hi", "fil"])
def test_it_is_told_to_who_cannot_see(supervised: Counter, language: str):
    supervised.app.words.use(language)
    supervised.app.station._retranslate()
    supervised.vm.refresh()
    supervised.window.grabWindow()
    named = {
        one.text(QAccessible.Text.Name)
        for one in accessible(supervised.window)
        if one.role() == QAccessible.Role.ListItem
    }
    for row in supervised.vm.setup.checks.rows:
        assert f"{row.title}: {row.word}. {row.sentence}" in named


def test_the_bars_are_a_code_128_of_whole_modules():
    width, runs = bars_of(setup.TEST_CODE)
    assert runs[0].column == 0
    assert runs[-1].column + runs[-1].run == width
    assert all(1 <= one.run <= 4 for one in runs)
