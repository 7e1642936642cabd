"""The languages of the screens and the switch between them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

translate = QCoreApplication.translate
"""Say a text in the language in force: `translate(noun, text)`, or with `None, n` for plurals."""

NAMES = {"en": "English", "hi": "हिन्दी", "fil": "Filipino"}
SHORT_NAMES = {"en": "EN", "hi": "हिं", "fil": "FIL"}
_LOCALES = {"en": "en_IN", "hi": "hi_IN", "fil": "fil_PH"}


class Words:
    """Keeps the translator in force; a missing translation file leaves the English texts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._translator: QTranslator | None = None
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

    def drop(self) -> None:
        """Give the application its English texts back."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
