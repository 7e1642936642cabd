"""View models as snapshots: frozen props in, a notification for each one that changed out.

A view model names its props, a frozen dataclass of str, int, bool and float with defaults:

    class WhyViewModel(ViewModel, props=WhyProps): ...

Every field becomes a QML property with its own notify signal, so that no signal can be wired to
the wrong property by hand. `show(props)` swaps the snapshot first and notifies afterwards.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, ClassVar, cast

from PySide6.QtCore import Property, QObject, Signal


def _getter(name: str) -> Callable[["ViewModel"], object]:
    def read(self: "ViewModel") -> object:
        return getattr(self.props, name)

    return read


class _Snapshot(type(QObject)):  # type: ignore[misc]
    """Makes a notifying property of every field of the class's props, before Qt sees the class."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], props: type | None = None
    ) -> "_Snapshot":
        if props is not None:
            body["props_type"] = props
            for field in fields(props):
                changed = Signal()
                body[f"{field.name}Changed"] = changed
                kind = cast("type", field.type)
                body[field.name] = Property(kind, _getter(field.name), notify=changed)
        return cast("_Snapshot", super().__new__(mcs, name, bases, body))

    def __init__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **_: object
    ) -> None:
        super().__init__(name, bases, body)


class ViewModel(QObject, metaclass=_Snapshot):
    """The base of all view models; QML reads its props and calls its slots."""

    props_type: ClassVar[type]

    def __init__(self) -> None:
        super().__init__()
        self._props: Any = self.props_type()

    @property
    def props(self) -> Any:
        """The snapshot on screen."""
        return self._props

    def show(self, props: object) -> None:
        """Put a new snapshot on screen; notify of what differs."""
        before, self._props = self._props, props
        for field in fields(self.props_type):
            if getattr(before, field.name) != getattr(props, field.name):
                getattr(self, f"{field.name}Changed").emit()
