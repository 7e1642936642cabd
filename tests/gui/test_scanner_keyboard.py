"""Real key events in a real window: scans arrive, and nobody's typing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from app.domain.codes import CardCode, classify, mint_card
from app.domain.inscript import _TO_US
from app.hardware.scanner_keyboard import KeyboardScanner
from app.hardware.wedge import WedgeSettings
from tests.helpers.tries import tries

CARD = mint_card(bytes(range(16)), "7F")
OTHER = mint_card(bytes(range(1, 17)), "7F")
GTIN = "8901030865275"

SCREEN = b"""
import QtQuick
import QtQuick.Controls.Basic
Window {
    id: root
    width: 300; height: 200; visible: true
    property int accepted: 0
    property int clicked: 0
    property int defaults: 0
    property string heard: ""
    Shortcut { sequences: ["Return", "Enter"]; onActivated: root.defaults += 1 }
    Column {
        focus: true
        TextField {
            objectName: "search"; focus: true
            onAccepted: root.accepted += 1
            onTextEdited: root.heard = text
        }
        TextField { objectName: "other" }
        Button { objectName: "button"; onClicked: root.clicked += 1 }
    }
}
"""


@dataclass
class Counter:
    """A screen under a scanner, and hands that type into it."""

    window: QQuickWindow
    scanner: KeyboardScanner
    now_ms: int = 1000
    scans: list[str] = field(default_factory=list)

    def item(self, name: str) -> QQuickItem:
        found = self.window.findChild(QQuickItem, name)
        assert found is not None
        return found

    @property
    def text(self) -> str:
        return str(self.item("search").property("text"))

    def press(
        self, key: int, text: str = "", modifiers=Qt.KeyboardModifier.NoModifier, *, auto=False
    ):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text, auto)
            event.setTimestamp(self.now_ms)
            QGuiApplication.sendEvent(self.window, event)

    def type(self, text: str, gap_ms: int) -> None:
        for character in text:
            self.now_ms += gap_ms
            if character == "\x1d":
                self.press(Qt.Key.Key_BracketRight, character, Qt.KeyboardModifier.ControlModifier)
            elif character in "\r\t":
                key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_Tab
                self.press(key, character)
            else:
                self.press(ord(character.upper()) if character.isascii() else 0, character)

    def scan(self, text: str, gap_ms: int = 10) -> None:
        self.type(text + "\r", gap_ms)

    def clear(self) -> None:
        self.scans.clear()
        self.now_ms += 5000
        self.item("search").setProperty("text", "")
        self.item("search").forceActiveFocus()


@pytest.fixture
def counter(qapp: QGuiApplication) -> Iterator[Counter]:
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QByteArray(SCREEN), QUrl())
    window = component.create()
    assert isinstance(window, QQuickWindow), component.errorString()
    window.requestActivate()
    assert QTest.qWaitForWindowActive(window)
    scanner = KeyboardScanner()
    made = Counter(window, scanner)
    scanner.scanned.connect(lambda text, source: made.scans.append(text))
    scanner.start()
    made.item("search").forceActiveFocus()
    yield made
    scanner.stop()
    window.close()
    window.deleteLater()
    engine.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_scan_arrives_and_leaves_the_field_as_it_was(counter):
    counter.type("ab cd", 150)
    counter.item("search").setProperty("cursorPosition", 2)
    counter.now_ms += 3000
    counter.scan(CARD)
    assert counter.scans == [CARD]
    assert counter.text == "ab cd"
    assert counter.item("search").property("cursorPosition") == 2
    assert counter.window.property("accepted") == 0
    assert counter.window.property("heard") == "ab cd"


def test_a_selection_that_a_scan_typed_over_comes_back(counter):
    counter.type("ab cd", 150)
    counter.item("search").selectAll()
    counter.now_ms += 3000
    counter.scan(GTIN)
    assert counter.scans == [GTIN]
    assert counter.text == "ab cd"
    assert counter.item("search").property("selectedText") == "ab cd"


def test_a_scan_arrives_whatever_has_the_focus(counter):
    """C36: the scanner types into the wrong field, and later scans are lost."""
    counter.item("button").forceActiveFocus()
    counter.scan(CARD)
    counter.scan("CODE WITH SPACE")
    assert counter.scans == [CARD, "CODE WITH SPACE"]
    assert counter.window.property("clicked") == 0
    counter.now_ms += 3000
    counter.type("a b", 80)
    assert counter.window.property("clicked") == 1
    counter.item("other").forceActiveFocus()
    counter.now_ms += 3000
    counter.scan(GTIN)
    assert counter.scans[-1] == GTIN
    assert counter.item("other").property("text") == ""


def test_two_scans_in_one_burst_both_arrive(counter):
    counter.type(f"{CARD}\r{OTHER}\r{GTIN}\t", 5)
    assert counter.scans == [CARD, OTHER, GTIN]
    assert counter.text == ""
    assert counter.item("search").property("activeFocus") is True


def test_the_second_line_end_of_a_scanner_is_swallowed_but_a_persons_enter_is_not(counter):
    counter.type(CARD + "\r\r", 5)
    assert counter.window.property("accepted") == 0
    counter.scan(CARD)
    counter.now_ms += 400
    counter.press(Qt.Key.Key_Return, "\r")
    assert counter.window.property("accepted") == 1


def test_typing_and_enter_stay_typing_and_enter(counter):
    for text, gap_ms in (("9876543210", 50), ("aarti", 40), (CARD, 120), ("1234", 20)):
        counter.clear()
        before = counter.window.property("accepted")
        counter.type(text + "\r", gap_ms)
        assert counter.text == text
        assert counter.window.property("accepted") == before + 1
    assert counter.scans == []


def test_a_key_held_down_is_no_scan(counter):
    for _ in range(12):
        counter.now_ms += 30
        counter.press(Qt.Key.Key_1, "1", auto=True)
    counter.type("\r", 30)
    assert counter.scans == []
    assert counter.text == "1" * 12


def test_a_correction_ends_the_burst(counter):
    counter.type("89010", 5)
    counter.press(Qt.Key.Key_Backspace, "\x08")
    counter.type("308\r", 5)
    assert counter.scans == []
    assert counter.text == "8901308"


def test_the_group_separator_of_gs1_codes_arrives(counter):
    code = "]d2\x1d0109506000134352" + "10AB\x1d21XYZ"
    counter.scan(code)
    assert counter.scans == [code]
    assert counter.text == ""


def test_a_prefix_is_taken_off(counter):
    scanner = KeyboardScanner(WedgeSettings(prefix="~"))
    heard: list[str] = []
    scanner.scanned.connect(lambda text, source: heard.append(f"{source} {text}"))
    counter.scanner.stop()
    scanner.start()
    counter.scan("~A-1", 90)
    scanner.stop()
    assert heard == ["keyboard A-1"]
    assert counter.text == ""


def test_a_scan_under_a_hindi_keyboard_is_the_same_card(counter):
    counter.scan(CARD.translate({ord(us): chr(hindi) for hindi, us in _TO_US.items()}))
    (text,) = counter.scans
    code = classify(text)
    assert isinstance(code, CardCode)
    assert (code.number, code.layout) == (CARD, "hindi")
    assert counter.text == ""


def test_the_enter_of_a_scan_does_not_reach_a_default_button(counter):
    # QTest goes through the platform's key handling, so shortcuts have their say first.
    for digit in GTIN:
        QTest.keyClick(counter.window, Qt.Key(ord(digit)), Qt.KeyboardModifier.NoModifier, 0)
    QTest.keyClick(counter.window, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 0)
    assert counter.scans == [GTIN]
    assert counter.window.property("defaults") == 0
    assert counter.text == ""


def test_the_clock_serves_events_without_a_time(qapp, counter):
    now = [0]
    slow = KeyboardScanner(clock_ms=lambda: now[0])
    counter.scanner.stop()
    slow.scanned.connect(lambda text, source: counter.scans.append(text))
    slow.start()
    for gap_ms in (10, 200):
        counter.clear()
        for character in GTIN + "\r":
            now[0] += gap_ms
            counter.now_ms = 0
            counter.type(character, 0)
        assert counter.scans == ([GTIN] if gap_ms == 10 else [])
    slow.stop()


def test_a_stopped_scanner_hears_nothing(counter):
    counter.scanner.stop()
    counter.scan(CARD)
    assert counter.scans == []
    assert counter.text == CARD


def test_a_field_that_has_gone_is_no_trouble(counter):
    other = counter.item("other")
    other.forceActiveFocus()
    counter.type(CARD, 5)
    other.deleteLater()
    QGuiApplication.sendPostedEvents(other, QEvent.Type.DeferredDelete)
    counter.type("\r", 5)
    assert counter.scans == [CARD]


strokes = st.lists(
    st.tuples(st.sampled_from("0123456789aeikst- "), st.integers(40, 300)), min_size=1, max_size=8
)
acts = st.lists(
    st.one_of(strokes, st.tuples(st.sampled_from([CARD, OTHER, GTIN]), st.integers(0, 30))),
    min_size=1,
    max_size=5,
)


@tries(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_no_typing_is_lost_and_no_scan_is_missed(counter, acts):
    counter.clear()
    typed, scans = "", []
    for act in acts:
        if isinstance(act, tuple):
            code, gap_ms = act
            # Somebody types while somebody scans: the first key of the scan comes 40 ms after.
            counter.now_ms += 40 - min(gap_ms, 40)
            counter.scan(code, gap_ms)
            scans.append(code)
        else:
            for character, gap_ms in act:
                counter.type(character, gap_ms)
                typed += character
    assert counter.text == typed
    assert counter.scans == scans


def test_the_filter_leaves_other_objects_alone(qapp, counter):
    plain = QObject()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    assert counter.scanner.eventFilter(plain, event) is False
