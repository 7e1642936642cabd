"""A member's history at the desk, in the words the member reads at the kiosk."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from app.insight.history import Entry, history
from app.ui.member_case import MemberCase
from app.ui.rows import Rows
from app.ui.uncreatable import QmlUncreatable
from app.ui.viewmodels.desk.page import DeskPage
from app.ui.viewmodels.kiosk.history import (
    PAGE,
    HistoryInputs,
    HistoryRow,
    derive_history_rows,
)
from app.ui.words import translate

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DeskHistoryProps:
    """What QML reads. `why` are the reasons of the chosen line, -1 = none chosen."""

    nothing: str = ""
    chosen: int = -1
    why: str = ""
    more: bool = False


def derive_desk_history(inputs: HistoryInputs, chosen: int) -> DeskHistoryProps:
    """Return what the page shows around its rows."""
    entry = inputs.entries[chosen] if 0 <= chosen < len(inputs.entries) else None
    return DeskHistoryProps(
        nothing=translate("desk", "Nothing has happened yet.")
        if inputs.loaded and not inputs.entries
        else "",
        chosen=chosen,
        why="\n".join(entry.why) or translate("desk", "There is no more to say about it.")
        if entry
        else "",
        more=inputs.more,
    )


@QmlElement
@QmlUncreatable("built by the member desk")
class DeskHistoryViewModel(DeskPage, props=DeskHistoryProps):
    """Reads a page at a time, newest first; the chosen line shows its reasons."""

    def __init__(self, case: MemberCase) -> None:
        super().__init__(case)
        self._rows = Rows(HistoryRow, self)
        self._inputs = HistoryInputs()
        self._chosen = -1

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """What happened, as rows."""
        return self._rows

    def open(self) -> None:
        """Read the newest page."""
        self._inputs, self._chosen = HistoryInputs(), -1
        self._show()
        self._read(PAGE)

    def refresh(self) -> None:
        """Read anew what is shown: titles and reasons are in the language of the screens."""
        if self._inputs.loaded:
            self._read(max(PAGE, len(self._inputs.entries)))

    @Slot()
    def showMore(self) -> None:
        """Read a page more."""
        if self.props.more:
            self._read(len(self._inputs.entries) + PAGE)

    @Slot(int)
    def choose(self, row: int) -> None:
        """Choose a line."""
        self._chosen = row
        self._show()

    @Slot(int)
    def move(self, step: int) -> None:
        """Choose the next line up or down."""
        last = len(self._inputs.entries) - 1
        if last >= 0:
            self.choose(max(0, min(last, self._chosen + step)))

    def _read(self, count: int) -> None:
        shop, language = self._case.desk.shop, self._case.desk.language

        def read(found: tuple[Entry, ...]) -> None:
            self._inputs = replace(
                self._inputs, entries=found[:count], loaded=True, more=len(found) > count
            )
            self._show()

        self._case.read(lambda view: history(shop, view.member, language, count + 1), read)

    def _show(self) -> None:
        desk = self._case.desk
        self._rows.set(derive_history_rows(self._inputs, desk.money, desk.today, desk.language))
        self.show(derive_desk_history(self._inputs, self._chosen))
