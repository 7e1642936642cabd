"""The languages of the screens and the switch between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

_aside: list[QTranslator] = []
"""Whose words are used for the moment in place of those in force; the last one counts."""


_MOST: Final = 2**31 - 1
"""The most Qt counts; a plural form depends on the last digits of more."""
_LAST_DIGITS: Final = 1_000
_MOST_ROUND: Final = 1_000_000


def translate(noun: str, text: str, note: str | None = None, n: int = -1) -> str:
    """Say a text in the language in force; with `None, n` in its form for so many."""
    form = n if n <= _MOST else _MOST_ROUND + n % _LAST_DIGITS
    if not _aside:
        return QCoreApplication.translate(noun, text, note, form)
    said = _aside[-1].translate(noun, text, note, form) or text
    return said.replace("%n", str(n)) if n >= 0 else said


NAMES = {"en": "English", "hi": "हिन्दी", "fil": "Filipino"}
SHORT_NAMES = {"en": "EN", "hi": "हिं", "fil": "FIL"}
_LOCALES = {"en": "en_IN", "hi": "hi_IN", "fil": "fil_PH"}


class Words:
    """Keeps the translator in force; a missing translation file leaves the English texts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._translator: QTranslator | None = None
        self._others: dict[str, QTranslator] = {}
        self.language = ""

    def use(self, language: str) -> None:
        """Switch every text asked for from now on to `language` (en, hi, fil)."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        translator = QTranslator()
        if translator.load(f"sikka_{language}", str(self._folder)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
        else:
            self._translator = None
        QLocale.setDefault(QLocale(_LOCALES.get(language, "en_IN")))
        self.language = language

    @contextmanager
    def aside(self, language: str) -> Iterator[None]:
        """Say texts in another language for a moment, as to a member at a cashier's counter.

        Nothing on the screens changes; everything said inside must be said on this thread.
        """
        if language not in self._others:
            self._others[language] = translator = QTranslator()
            translator.load(f"sikka_{language}", str(self._folder))
        _aside.append(self._others[language])
        try:
            yield
        finally:
            _aside.pop()

    def drop(self) -> None:
        """Give the application its English texts back."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
