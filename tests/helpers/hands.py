"""Two ways to work at a counter's window: by its keys alone, or by touching what is on it."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from tests.helpers.keys import accessible, press, texts, type_text

TOUCHED = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
}
_TURNS = 40
"""More rows and fields than any screen of a counter has."""


class _Eyes:
    """What both see: the window's tree of accessible things, and its texts."""

    def __init__(self, window: QQuickWindow, settle: Callable[[], None]) -> None:
        self.window = window
        self._settle = settle

    def settle(self) -> None:
        """Let the window do what it was asked, and draw it."""
        self._settle()
        self.window.grabWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def things(self) -> Iterator[tuple[str, QAccessibleInterface]]:
        """Everything that can be worked, with its name."""
        for node in accessible(self.window):
            if node.role() in TOUCHED and not node.state().disabled:
                yield node.text(QAccessible.Text.Name), node

    def find(self, name: str) -> QAccessibleInterface:
        """Return what is called so, else what begins so."""
        found = list(self.things())
        exact = [node for called, node in found if called == name]
        begun = [node for called, node in found if called.startswith(name)]
        assert exact or begun, f"nothing is called {name!r}: {[called for called, _ in found]}"
        return (exact or begun)[0]

    def see(self, *parts: str) -> None:
        """All these can be read on the screen."""
        seen = " · ".join(texts(self.window))
        for part in parts:
            assert part in seen, f"no {part!r} in {seen}"


class Keys(_Eyes):
    """A cashier without mouse or touch: every button by the key that is written on it."""

    def _key(self, key: Qt.Key) -> None:
        press(self.window, key)
        self.settle()

    def do(self, name: str) -> None:
        """Press the key of a button that can be seen."""
        item = self.find(name).object()
        assert isinstance(item, QQuickItem)
        key = item.property("key")
        assert key, f"{name!r} has no key"
        sequence: Any = QKeySequence(key)  # PySide does not say that it can be indexed.
        combination = sequence[0]
        press(self.window, combination.key(), modifiers=combination.keyboardModifiers())
        self.settle()

    def into(self, label: str) -> None:
        """Go to a field by Tab."""
        for _ in range(_TURNS):
            if self._here().startswith(label):
                return
            self._key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {label!r}")

    def _here(self) -> str:
        item: QQuickItem | None = self.window.activeFocusItem()
        if item is None:
            return ""
        node: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
        return node.text(QAccessible.Text.Name) if node is not None else ""

    def write(self, text: str) -> None:
        """Type."""
        type_text(self.window, text)
        self.settle()

    def enter(self) -> None:
        """Press Enter."""
        self._key(Qt.Key.Key_Return)

    def choose(self, row: str) -> None:
        """Go down a list until the row is marked."""
        for _ in range(_TURNS):
            marked = [name for name, node in self.things() if node.state().selected]
            if any(name.startswith(row) for name in marked):
                return
            self._key(Qt.Key.Key_Down)
        raise AssertionError(f"{row!r} is never marked: {[name for name, _ in self.things()]}")

    def open(self, row: str) -> None:
        """Go down to the row and press Enter."""
        self.choose(row)
        self.enter()

    def more(self, row: str) -> None:
        """Bring one unit more of the marked row back; a narrow window does not write the key."""
        self.find(f"More of {row}")
        self._key(Qt.Key.Key_F8)

    def tick(self, label: str) -> None:
        """Go to the box by Tab and press Space."""
        self.into(label)
        self._key(Qt.Key.Key_Space)


class Fingers(_Eyes):
    """A cashier with nothing but a touch screen."""

    def __init__(self, window: QQuickWindow, settle: Callable[[], None]) -> None:
        super().__init__(window, settle)
        self._screen: QPointingDevice = QTest.createTouchDevice()

    def do(self, name: str) -> None:
        """Touch a button in its middle."""
        self._touch(name)

    def _touch(self, name: str) -> None:
        node = self.find(name)
        self._bring_up(node)
        node = self.find(name)
        where = self._box(node).center()
        assert self._at(where) == node.text(QAccessible.Text.Name), f"{name!r} is covered"
        QTest.touchEvent(self.window, self._screen).press(0, where, self.window).commit()
        QTest.touchEvent(self.window, self._screen).release(0, where, self.window).commit()
        self.settle()

    def _box(self, node: QAccessibleInterface) -> QRect:
        return node.rect().translated(-self.window.position())

    def _seen(self, node: QAccessibleInterface) -> QRect:
        """Return what frames around a thing let through of it."""
        box, item = self._box(node), node.object()
        if isinstance(item, QQuickItem):
            for above in _above(item):
                if above.clip():
                    box &= above.mapRectToScene(above.boundingRect()).toRect()
        return box

    def _at(self, where: QPoint) -> str:
        """Return the name of the smallest thing at a point."""
        under = [(node, self._seen(node)) for _, node in self.things()]
        hit = [(box.width() * box.height(), node) for node, box in under if box.contains(where)]
        node: QAccessibleInterface = min(hit, key=lambda one: one[0])[1]
        return node.text(QAccessible.Text.Name)

    def _bring_up(self, node: QAccessibleInterface) -> None:
        """Push what scrolls up with a finger until the thing can be touched."""
        item = node.object()
        assert isinstance(item, QQuickItem)
        frame = next((above for above in _above(item) if above.inherits("QQuickFlickable")), None)
        if frame is None:
            return
        window = frame.mapRectToScene(frame.boundingRect())
        for _ in range(_TURNS):
            middle = self._box(node).center().y()
            if window.top() + 20 <= middle <= window.bottom() - 20:
                return
            step = 60 if middle < window.top() + 20 else -60
            self._push(window.center().toPoint(), step)
        raise AssertionError(f"cannot be reached: {node.text(QAccessible.Text.Name)!r}")

    def _push(self, start: QPoint, by: int) -> None:
        QTest.touchEvent(self.window, self._screen).press(0, start, self.window).commit()
        for part in range(1, 7):
            to = start + QPoint(0, by * part // 3)
            QTest.touchEvent(self.window, self._screen).move(0, to, self.window).commit()
        end = start + QPoint(0, by * 2)
        QTest.touchEvent(self.window, self._screen).release(0, end, self.window).commit()
        QTest.qWait(1)
        self.settle()

    def into(self, label: str) -> None:
        """Touch a field."""
        self._touch(label)

    def write(self, text: str) -> None:
        """Type on the pad of the screen."""
        for character in text:
            names = {name for name, _ in self.things()}
            wanted = "Space" if character == " " else character.upper()
            if wanted not in names:
                self._touch("Letters" if "Letters" in names else "Digits")
            self._touch(wanted)

    def enter(self) -> None:
        """Touch Enter on the pad."""
        self._touch("Enter")

    def choose(self, row: str) -> None:
        """Touch a row."""
        self._touch(row)

    def open(self, row: str) -> None:
        """Touch a row."""
        self._touch(row)

    def more(self, row: str) -> None:
        """Touch the plus beside a row."""
        self._touch(f"More of {row}")

    def tick(self, label: str) -> None:
        """Touch a box."""
        self._touch(label)


def _above(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()
