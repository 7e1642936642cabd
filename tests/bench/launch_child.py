"""One launch in a process of its own: an empty styled Controls window, or the counter.

Prints one line of JSON: milliseconds from the parent's clock to the picture, memory, and for the
counter the steps on the way and the greatest time in which the GUI thread could not draw.
"""

import json
import os
import sys
from pathlib import Path
from time import monotonic_ns

EMPTY = b"""
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

ApplicationWindow {
    visible: true
    width: 1920
    height: 1080
    color: "#f3f4f8"

    RowLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 16

        GridLayout {
            columns: 6
            rowSpacing: 12
            columnSpacing: 12

            Repeater {
                model: 24

                Frame {
                    id: card

                    required property int index

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    background: Rectangle { radius: 12; color: "white"; border.color: "#d9dbe4" }

                    ColumnLayout {
                        anchors.fill: parent

                        Label { text: "Card " + card.index; font.pixelSize: 20; font.bold: true }
                        ProgressBar { Layout.fillWidth: true; value: card.index / 24 }
                        Button { text: "Open"; Layout.fillWidth: true }
                    }
                }
            }
        }

        ListView {
            Layout.preferredWidth: 460
            Layout.fillHeight: true
            clip: true
            model: 50
            delegate: ItemDelegate {
                required property int index

                width: ListView.view.width
                text: "Row " + index
            }
        }
    }
}
"""
SALES = 10
SETTLE_MS = 4000
STEP_MS = 1
TICK_MS = 5


def memory_mb() -> int:
    """Return the resident memory of this process, without what else it shares pages with."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") >> 20


def tell(**found: object) -> None:
    """Print what was found and end at once: taking things down is not measured."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def show_empty(began: int) -> None:
    """Show the window all launches are compared with."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow
    from PySide6.QtQuickControls2 import QQuickStyle

    QQuickStyle.setStyle("Basic")
    application = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(EMPTY)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(lambda: tell(ms=(monotonic_ns() - began) / 1e6, mb=memory_mb()))
    application.exec()


class Cashier:
    """Signs in and scans as soon as the screen lets her, then sells, and watches the clock."""

    def __init__(self, began: int, card: str, pin: str) -> None:
        self.began, self.card, self.pin = began, card, pin
        self.steps: dict[str, float] = {}
        self.gap_ns = 0
        self.at = 0
        self.sold = 0

    def mark(self, step: str) -> None:
        self.steps.setdefault(step, round((monotonic_ns() - self.began) / 1e6, 1))

    def start(self, counter, window) -> None:
        from PySide6.QtCore import QTimer

        self.mark("window")
        self.counter, self.window = counter, window
        self.scanner = counter.station._scanner
        window.frameSwapped.connect(self.drawn)
        self.next = self.sign_in
        self.timers = [QTimer(), QTimer()]
        self.timers[0].timeout.connect(self.tick)
        self.timers[0].start(TICK_MS)
        self.timers[1].timeout.connect(self.step)
        self.timers[1].start(STEP_MS)

    def step(self) -> None:
        self.next()

    def tick(self) -> None:
        now = monotonic_ns()
        gap = now - self.at - TICK_MS * 1_000_000 if self.at else 0
        if gap > self.gap_ns:
            self.gap_ns = gap
            self.gap_after = next(reversed(self.steps))
        self.at = now

    def drawn(self) -> None:
        self.mark("first frame")
        if self.next == self.paint:
            self.mark("member painted")
            self.timers[1].start(SETTLE_MS)
            self.next = self.sell

    def sign_in(self) -> None:
        sign_in = self.counter.station.signIn
        if "first frame" in self.steps and sign_in.people.rows:
            sign_in.choose(0)
            sign_in.typePin(self.pin)
            sign_in.submit()
            self.mark("PIN sent")
            self.next = self.scan

    def scan(self) -> None:
        if self.counter.station.props.screen == "counter":
            self.mark("signed in")
            self.scanner.scanned.emit(self.card, "bench")
            self.next = self.see

    def see(self) -> None:
        if self.counter.station.counter.member.props.present:
            self.mark("member known")
            self.next = self.paint
            self.window.update()

    def paint(self) -> None:
        """Wait for `drawn`."""

    def sell(self) -> None:
        """Record ten sales by the cashier's own way, then tell."""
        self.mark("selling")
        vm = self.counter.station.counter
        self.timers[1].start(STEP_MS)
        if vm.member.props.present and not vm._recorder._busy:
            if self.sold == SALES:
                self.timers[1].start(SETTLE_MS)
                self.next = self.end
                return
            vm.bill.typeNumber(f"BENCH-{self.sold}")
            vm.bill.typeEntry("1264")
            vm.record()
            self.sold += 1
        elif not vm.member.props.present:
            self.scanner.scanned.emit(self.card, "bench")

    def end(self) -> None:
        tell(
            ms=self.steps["member painted"],
            mb=memory_mb(),
            gap=round(self.gap_ns / 1e6, 1),
            gap_after=self.gap_after,
            sales=self.sold,
            steps=self.steps,
        )


def show_counter(began: int, folder: str, card: str, pin: str) -> None:
    """Open the counter as the command `sikka counter` does, with a cashier at it."""
    cashier = Cashier(began, card, pin)
    cashier.mark("python")
    from app.station.screens import open_screen

    open_screen(Path(folder), "counter", started=cashier.start)


if __name__ == "__main__":
    what, began_at, *rest = sys.argv[1:]
    if what == "empty":
        show_empty(int(began_at))
    else:
        show_counter(int(began_at), *rest)
