"""Reading aloud what is on a screen, where the computer has a voice."""

from collections.abc import Callable, Iterator
from ctypes.util import find_library
from typing import Any, Final, Protocol

from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

MOST: Final = 8
"""So many sentences are read when a screen opens: its heading and what matters."""

_READ: Final = {
    QAccessible.Role.StaticText,
    QAccessible.Role.Heading,
    QAccessible.Role.AlertMessage,
}
_LOCALES: Final = {"en": "en_IN", "hi": "hi_IN", "fil": "en_PH"}
"""No free voice speaks Filipino; the English one reads it understandably."""


class Voice(Protocol):
    """Something that speaks."""

    @property
    def available(self) -> bool:
        """Whether anything is heard at all."""

    def say(self, text: str, language: str) -> None:
        """Say a text (en, hi, fil) instead of what is being said."""

    def stop(self) -> None:
        """Be silent."""


class NoVoice:
    """A computer that cannot speak."""

    available = False

    def say(self, text: str, language: str) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """Stay silent."""


class SystemVoice:
    """The computer's own voice, through speech-dispatcher; loaded with the first word."""

    def __init__(self) -> None:
        self._speech: Any = None

    @property
    def available(self) -> bool:  # noqa: D102 - as in Voice
        # Qt's plugin cannot be loaded without it, and would say so on every start.
        return find_library("speechd") is not None

    def say(self, text: str, language: str) -> None:  # noqa: D102
        if self._speech is None:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - heavy

            self._speech = QTextToSpeech("speechd")
        self._speech.setLocale(QLocale(_LOCALES.get(language, "en_IN")))
        self._speech.say(text)

    def stop(self) -> None:  # noqa: D102
        if self._speech is not None:
            self._speech.stop()


class Reader(QObject):
    """Reads a window aloud while `wanted`: a screen when it opens, then what has the focus.

    `language` is asked for at every word.
    """

    def __init__(
        self,
        window: QQuickWindow,
        voice: Voice,
        wanted: Callable[[], bool],
        language: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._voice = voice
        self._wanted = wanted
        self._language = language
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.read_screen)
        window.activeFocusItemChanged.connect(self._read_focus)

    @Slot()
    def screen_changed(self) -> None:
        """Read the new screen once it is there; be silent when nobody wants it any more."""
        if self._wanted():
            self._soon.start()
        else:
            self._voice.stop()

    @Slot()
    def read_screen(self) -> None:
        """Read the main sentences of what is shown."""
        self.read(" ".join(sentences(self._window)))

    @Slot(str)
    def read(self, text: str) -> None:
        """Say a text, if reading aloud is on."""
        if text and self._wanted():
            self._voice.say(text, self._language())

    def _read_focus(self) -> None:
        item: Any = self._window.activeFocusItem()
        if item is None or self._soon.isActive():
            return
        found: Any = QAccessible.queryAccessibleInterface(item)
        if found is not None and found.isValid():
            self.read(found.text(QAccessible.Text.Name))


def sentences(window: QQuickWindow) -> list[str]:
    """Return what there is to read in a window, from the top, at most `MOST`."""
    root: Any = QAccessible.queryAccessibleInterface(window)
    if root is None:
        return []
    found = [
        (node.rect().top(), node.rect().left(), text)
        for node in _below(root)
        if node.role() in _READ and (text := node.text(QAccessible.Text.Name).strip())
    ]
    return [text for *_, text in sorted(found)[:MOST]]


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(node.childCount()):
        child: Any = node.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from _below(child)
