"""Real key events for a window, and a walk over what it shows."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import Shiboken

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def press(
    window: QQuickWindow, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NO_MODIFIER
) -> None:
    """Press and release a key, as a keyboard does; control characters are safe this way."""
    # What a screen left behind when it went would still own its keys.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, modifiers, text))
    QCoreApplication.processEvents()


def type_text(window: QQuickWindow, text: str) -> None:
    """Type Latin letters, digits and points into whatever has the focus."""
    for character in text:
        key = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
        press(window, key, character)


def children(root: QQuickItem) -> list[QQuickItem]:
    """Return an item's children.

    PySide gives what stood at a child's address before, when somebody asked that for its type and
    still holds it: such wrappers are dropped first.
    """
    found: list[Any] = root.childItems()
    stale = [one for one in found if not isinstance(one, QQuickItem)]
    for one in stale:
        Shiboken.invalidate(one)
    return root.childItems() if stale else found


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every visible item below `root`, delegates included."""
    for child in children(root):
        if child.isVisible():
            yield child
            yield from items(child)


def texts(window: QQuickWindow) -> list[str]:
    """Return the texts of every visible label and field; lists fill when a frame is drawn."""
    window.grabWindow()
    found = (item.property("text") for item in items(window.contentItem()))
    return [text for text in found if isinstance(text, str) and text]


def accessible(window: QQuickWindow) -> Iterator[QAccessibleInterface]:
    """Yield every visible node of the window's accessibility tree."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None

    def below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        for at in range(node.childCount()):
            child = node.child(at)
            if child.isValid() and not child.state().invisible:
                yield child
                yield from below(child)

    yield from below(root)
