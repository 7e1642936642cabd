"""A scanner that types (keyboard wedge), heard whatever has the focus."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Q_ARG, QCoreApplication, QEvent, QMetaObject, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from app.domain import codes
from app.hardware.scanner import Scanner
from app.hardware.wedge import Key, WedgeSettings, find_scan, text_of

_HEARD = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_TERMINATORS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_GROUP_SEPARATOR = "\x1d"
# More than the largest QR code holds (4,296 characters); older keys cannot belong to a scan.
_LONGEST_BURST = 5000


@dataclass(frozen=True, slots=True)
class _Field:
    """A text field as it was before a key reached it."""

    item: QObject
    text: str
    cursor: int
    selection: tuple[int, int]

    @classmethod
    def focused_in(cls, window: QWindow) -> "_Field | None":
        # None when a dying item had the focus, whatever the stub says.
        item: QObject | None = window.focusObject()
        if item is None or item.property("cursorPosition") is None or item.property("readOnly"):
            return None
        selection = (item.property("selectionStart"), item.property("selectionEnd"))
        return cls(item, item.property("text"), item.property("cursorPosition"), selection)

    def restore(self) -> None:
        if not shiboken6.isValid(self.item) or self.item.property("text") == self.text:
            return
        self.item.setProperty("text", self.text)
        self.item.setProperty("cursorPosition", self.cursor)
        start, end = self.selection
        if start != end:
            QMetaObject.invokeMethod(
                self.item,
                "select",
                Qt.ConnectionType.DirectConnection,
                Q_ARG(int, start),
                Q_ARG(int, end),
            )
        # Setting the property is silent, and who followed the burst by this signal must hear
        # that it has gone.
        if self.item.metaObject().indexOfSignal("textEdited()") >= 0:
            QMetaObject.invokeMethod(self.item, "textEdited", Qt.ConnectionType.DirectConnection)


class KeyboardScanner(Scanner):
    """Hears every key of the application and picks the scans out of it.

    Typing is never held back: keys flow to the field that has the focus, and when an Enter or Tab
    shows that they were a scan, the field gets its old text back and the Enter goes nowhere.
    `clock_ms` is used for key events that carry no time of their own.
    """

    def __init__(
        self,
        settings: WedgeSettings | None = None,
        clock_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings or WedgeSettings()
        self._clock_ms = clock_ms
        self._keys: list[Key] = []
        self._fields: list[_Field | None] = []
        self._swallow_release: int | None = None
        self._last_scan_ms: int | None = None

    def start(self) -> None:  # noqa: D102 - as in Scanner
        application = QCoreApplication.instance()
        if application is not None and not self.running:
            application.installEventFilter(self)
            super().start()

    def stop(self) -> None:  # noqa: D102 - as in Scanner
        application = QCoreApplication.instance()
        if application is not None and self.running:
            application.removeEventFilter(self)
        super().stop()
        self._forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the end of a scan; let everything else pass.

        A key reaches an application's filter up to four times (window, shortcut override, item,
        the item's parents): only the window's copy counts.
        """
        if event.type() not in _HEARD or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        if not isinstance(watched, QWindow):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._is_release_of_swallowed(event)
        return self._press(watched, event)

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        at_ms = self._time_of(event)
        self._swallow_release = None
        if event.isAutoRepeat():
            # A key held down repeats as fast as a scanner types.
            self._forget()
            return False
        if self._is_ghost(event, at_ms) or (_is_end(event) and self._end_scan(event, at_ms)):
            self._swallow_release = event.key()
            return True
        character = _character(event, self._settings.prefix)
        if character:
            # A blank inside a code would press the button that has the focus.
            presses = character == " " and self._scan_start(at_ms) is not None
            self._remember(character, at_ms, window)
            if presses and self._fields[-1] is None:
                self._swallow_release = event.key()
                return True
        elif event.key() not in _SILENT:
            self._forget()
        return False

    def _remember(self, character: str, at_ms: int, window: QWindow) -> None:
        silent_ms = at_ms - self._keys[-1].at_ms if self._keys else 0
        if not 0 <= silent_ms <= self._settings.gap_ms or len(self._keys) >= _LONGEST_BURST:
            self._forget()
        self._last_scan_ms = None
        self._keys.append(Key(character, at_ms))
        self._fields.append(_Field.focused_in(window))

    def _end_scan(self, event: QKeyEvent, at_ms: int) -> bool:
        start = self._scan_start(at_ms)
        if start is None:
            self._forget()
            return False
        text = text_of(self._keys[start:]).removeprefix(self._settings.prefix)
        typed_into = self._fields[start:]
        self._forget()
        self._last_scan_ms = at_ms
        # Backwards, so that a field the focus came back to ends with its oldest text.
        for field in reversed(typed_into):
            if field is not None:
                field.restore()
        self.ended_by = "Tab" if event.key() == Qt.Key.Key_Tab else "Enter"
        self.scanned.emit(text, "keyboard")
        return True

    def _scan_start(self, at_ms: int) -> int | None:
        return find_scan(self._keys, at_ms, self._settings, is_own=_is_own, is_code=_is_code)

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Turn the Enter of a scan away from a default button's shortcut: it comes as a key."""
        if _is_end(event) and self._scan_start(self._time_of(event)) is not None:
            event.accept()
            return True
        return False

    def _is_release_of_swallowed(self, event: QKeyEvent) -> bool:
        if event.key() != self._swallow_release:
            return False
        self._swallow_release = None
        return True

    def _is_ghost(self, event: QKeyEvent, at_ms: int) -> bool:
        """A second line end right after a scan: scanners set to CR LF send Enter and another."""
        if self._last_scan_ms is None or event.key() in _SILENT:
            return False
        soon = 0 <= at_ms - self._last_scan_ms <= self._settings.jitter_ms
        self._last_scan_ms = None
        line_feed = event.key() == Qt.Key.Key_J and event.modifiers() & _COMMAND
        return soon and (_is_end(event) or event.key() == Qt.Key.Key_Down or bool(line_feed))

    def _time_of(self, event: QKeyEvent) -> int:
        return event.timestamp() or self._clock_ms()

    def _forget(self) -> None:
        self._keys.clear()
        self._fields.clear()


def _is_end(event: QKeyEvent) -> bool:
    return event.key() in _TERMINATORS and not event.modifiers() & _COMMAND


def _character(event: QKeyEvent, prefix: str) -> str:
    """What a key adds to a scan, "" if nothing; the GS of GS1 codes comes as Ctrl+]."""
    held = event.modifiers() & _COMMAND
    if event.text() == _GROUP_SEPARATOR or (
        held == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_BracketRight
    ):
        return _GROUP_SEPARATOR
    if event.text() and event.text() in prefix:
        return event.text()
    if held and held != _ALT_GR:
        return ""
    return event.text() if event.text() >= " " and event.text() != "\x7f" else ""


def _is_own(text: str) -> bool:
    """One of our numbers, beginning at the first character."""
    code = codes.classify(text)
    return _begins_it(text) and isinstance(code, codes.CardCode | codes.VoucherCode)


def _is_code(text: str) -> bool:
    """A code that proves itself whole, beginning at the first character.

    A leading 0 proves nothing: the number without it is the same article with the same check
    digit, so the 0 may be somebody's.
    """
    if text.isdigit() and len(text) > 12 and text.startswith("0"):
        return False
    return _begins_it(text) and codes.is_known(codes.classify(text))


def _begins_it(text: str) -> bool:
    """Blanks and dashes that somebody typed before a scan belong to the field, not to the scan."""
    return text[:1].isalnum() or text.startswith("]")
