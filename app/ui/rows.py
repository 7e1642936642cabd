"""One list model for every list: rows are frozen dataclasses, roles are their fields."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)
from PySide6.QtQml import QmlElement

from app.ui.uncreatable import QmlUncreatable

QML_IMPORT_NAME = "Sikka.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FIRST_ROLE = 0x0100 + 1  # past Qt.UserRole; the first name out of Qt makes all its enums, 16 ms


@QmlElement
@QmlUncreatable("owned by a view model")
class Rows(QAbstractListModel):
    """Rows of one dataclass; `set` changes only what differs, so that a list keeps its place.

    The model is never reset: a delegate that is still there keeps its focus and its animation.
    """

    def __init__(self, row_type: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(row_type)]
        self._rows: list[Any] = []

    @property
    def rows(self) -> Sequence[Any]:
        """What is on screen."""
        return tuple(self._rows)

    def set(self, rows: Sequence[Any]) -> None:
        """Show these rows: change those that differ, then add or remove at the end."""
        for at, (old, new) in enumerate(zip(self._rows, rows, strict=False)):
            if old != new:
                self._rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))
        if len(rows) > len(self._rows):
            self.beginInsertRows(_ROOT, len(self._rows), len(rows) - 1)
            self._rows.extend(rows[len(self._rows) :])
            self.endInsertRows()
        elif len(rows) < len(self._rows):
            self.beginRemoveRows(_ROOT, len(rows), len(self._rows) - 1)
            del self._rows[len(rows) :]
            self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: D102 - as in Qt
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: D102 - as in Qt
        name = self._names[role - _FIRST_ROLE] if role >= _FIRST_ROLE else ""
        if not name or not index.isValid():
            return None
        return getattr(self._rows[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:  # noqa: D102 - as in Qt
        return {_FIRST_ROLE + at: QByteArray(name.encode()) for at, name in enumerate(self._names)}
