"""A screen that fills its panel, in a window beside others: for trying it on a desk."""

from typing import Final

from PySide6.QtQuick import QQuickWindow

SHARE: Final = 0.7
"""Of the panel's width and height."""


def put_in_window(window: QQuickWindow) -> None:
    """Take a window that fills the screen back to a part of it."""
    window.showNormal()
    available = window.screen().availableSize()
    window.resize((available * SHARE).expandedTo(window.minimumSize()))
