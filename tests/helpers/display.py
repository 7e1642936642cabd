"""The customer's display beside a counter in real windows, and a walk over all it knows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from app.domain.effects import Earn
from app.domain.facts import Opening
from app.services.member_pins import PinSaved, set_member_pin
from app.services.members import MemberView, open_member
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from tests.helpers.counter import Counter
from tests.helpers.keys import accessible, texts
from tests.helpers.kiosk import Ticks

PIN = "5926"


@dataclass
class Display:
    """What a test drives and looks at: the counter, and the window the customer sees."""

    counter: Counter
    ticks: Ticks = field(default_factory=Ticks)

    @property
    def vm(self) -> Any:
        """What the display shows."""
        return self.counter.app.customer.display

    @property
    def window(self) -> QQuickWindow:
        """The customer's window."""
        found: QQuickWindow = self.counter.app.customer.window
        return found

    @property
    def screen(self) -> str:
        """Which screen is on."""
        self.settle()
        found: str = self.vm.props.screen
        return found

    def settle(self) -> None:
        """Let everything arrive that is on its way."""
        for _ in range(2):
            self.counter.jobs.drain()
            QCoreApplication.processEvents()

    def wait(self, seconds: float) -> None:
        """Let time pass for what waits on the display."""
        self.ticks.now_ms += int(seconds * 1_000)
        self.vm.tick()
        self.settle()

    def come(self, view: MemberView | None = None) -> None:
        """Let a member scan their card."""
        self.counter.scan(self.counter.card(view))
        self.settle()

    def amount(self, text: str, number: str = "B-9000") -> None:
        """Type a bill by its amount."""
        self.counter.vm.bill.typeEntry(text)
        self.counter.vm.bill.typeNumber(number)
        self.settle()

    def record(self) -> None:
        """Press F12 and wait until all is said."""
        self.counter.vm.record()
        self.settle()

    def tap(self, name: str) -> None:
        """Touch a button of the customer's window by what it is called."""
        self.settle()
        self.window.grabWindow()
        found = [
            node
            for node in accessible(self.window)
            if node.text(QAccessible.Text.Name) == name and node.role() == QAccessible.Role.Button
        ]
        assert found, f"no button {name!r}"
        middle = QPointF(found[0].rect().center()) - QPointF(self.window.position())
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(self.window, left, pos=middle.toPoint())
        self.settle()

    def read(self) -> str:
        """Return every text a customer can read or have read to them."""
        self.settle()
        named = [node.text(QAccessible.Text.Name) for node in accessible(self.window)]
        return "\n".join([*texts(self.window), *named])

    def known(self) -> str:
        """Return everything QML could read: all properties and rows of all view models."""
        self.settle()
        return "\n".join(_known(self.vm))


def _known(model: QObject) -> Iterator[str]:
    if isinstance(model, Rows):
        yield from (repr(row) for row in model.rows)
        return
    if isinstance(model, ViewModel):
        yield repr(model.props)
    meta = model.metaObject()
    for at in range(1, meta.propertyCount()):  # the first is the name of every QObject
        value = getattr(model, str(meta.property(at).name()))
        if isinstance(value, QObject):
            yield from _known(value)
        else:
            yield repr(value)


def give_coins(counter: Counter, view: MemberView, coins: int) -> MemberView:
    """Give a member coins to spend; return them as they are then."""
    shop, day = counter.shop, counter.shop.moment().on
    earned = (Earn(coins, "", day, day + timedelta(days=400), "opening", 0, 100, coins, ""),)
    shop.record(
        lambda _: (
            (shop.event("opening", Opening("x", 1), member=view.member, effects=earned),),
            None,
        )
    )
    return fresh(counter, view)


def give_pin(counter: Counter, view: MemberView) -> None:
    """Let a member have a PIN."""
    assert isinstance(set_member_pin(counter.shop, "", view.member, PIN), PinSaved)


def fresh(counter: Counter, view: MemberView) -> MemberView:
    """Return a member as they are now."""
    now = open_member(counter.shop, view.member)
    assert isinstance(now, MemberView)
    return now
