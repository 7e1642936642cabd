"""What the roots of all screens share: the shop's languages, the connection, what goes wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property

from app.sync.status import SyncStatus
from app.ui.desk import Desk
from app.ui.rows import Rows
from app.ui.snapshot import ViewModel
from app.ui.viewmodels.connection import ConnectionViewModel
from app.ui.words import NAMES, SHORT_NAMES

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language of the shop."""

    code: str
    label: str
    name: str
    chosen: bool


class RootViewModel(ViewModel):
    """The base of a root; `failure` is what the log calls a job of its screen that failed."""

    failure: ClassVar[str] = "a job of a screen failed"

    def __init__(
        self, desk: Desk, retranslate: Callable[[], None], connection: ConnectionViewModel
    ) -> None:
        super().__init__()
        self._desk = desk
        self._retranslate = retranslate
        self._languages = Rows(LanguageChoice, self)
        self._connection = connection
        self._connection.broke.connect(self.failed)

    @Property(ConnectionViewModel, constant=True)
    def connection(self) -> ConnectionViewModel:
        """The connection to the shop's other stations."""
        return self._connection

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        """The shop's languages, as rows; none where there is nothing to choose."""
        return self._languages

    def reach(self, status: Callable[[], SyncStatus]) -> None:
        """Ask `status` from now on how the station stands towards its hub."""
        self._desk.status = status
        self._connection.open()

    def failed(self, error: Exception) -> None:
        """A job failed in a way nobody foresaw: the log keeps how."""
        self._note(error)

    def _note(self, error: Exception) -> None:
        from app.ui.mishaps import note  # noqa: PLC0415 - seldom needed

        note(self.failure, error)

    def _speak(self, code: str) -> bool:
        """Use another of the shop's languages; say whether it is another."""
        if code == self._desk.language or code not in self._desk.shop.programme.languages:
            return False
        self._desk.words.use(code)
        self._retranslate()
        self._connection.refresh()
        return True

    def _list_languages(self) -> None:
        desk = self._desk
        codes = desk.shop.programme.languages
        self._languages.set(
            [
                LanguageChoice(
                    code,
                    SHORT_NAMES.get(code, code),
                    NAMES.get(code, code),
                    code == desk.language,
                )
                for code in (codes if len(codes) > 1 else ())
            ]
        )
