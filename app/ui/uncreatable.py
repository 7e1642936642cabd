"""The decorator of classes that QML may name and not make, with the type its stub lacks."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6 import QtQml

Class = TypeVar("Class", bound=type)

QmlUncreatable = cast("Callable[[str], Callable[[Class], Class]]", QtQml.QmlUncreatable)
