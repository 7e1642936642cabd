"""Frozen dataclasses that are cheap to define, on the Pythons where they are not.

Up to Python 3.12 each dataclass compiles six methods from text, half a millisecond; a counter
defines five hundred of them before its first picture. Here five of the six are closures that do
the same, and the sixth, `__init__`, is compiled when the first of its class is made. From 3.13 on
Python compiles all methods of a class at once, and this does nothing.
"""

import dataclasses
import sys
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

_Fields = Sequence["dataclasses.Field[Any]"]
_Names = dict[str, Any]
_compiled_comparison: Callable[..., Any] = vars(dataclasses).get("_cmp_fn", lambda *_, **__: None)
_guarded: Callable[..., Any] = vars(dataclasses).get("_recursive_repr", lambda method: method)
_compiled_init: Callable[..., Any] = vars(dataclasses).get("_init_fn", lambda *_: None)


def _values_of(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda record: (get(record),)


def _repr_fn(fields: _Fields, globals: _Names) -> Any:  # noqa: A002, ARG001 - called by that name
    names = [field.name for field in fields]

    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({values})"

    return _guarded(__repr__)


def _frozen_get_del_attr(
    cls: Any,
    fields: _Fields,
    globals: _Names,  # noqa: A002, ARG001 - called by that name
) -> tuple[Any, Any]:
    names = frozenset(field.name for field in fields)

    def __setattr__(self: object, name: str, value: object) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: object, name: str) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _hash_fn(fields: _Fields, globals: _Names) -> Any:  # noqa: A002, ARG001 - called by that name
    values = _values_of([field.name for field in fields])

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _cmp_fn(name: str, sign: str, mine: str, theirs: str, globals: _Names) -> Any:  # noqa: A002
    if name != "__eq__":
        return _compiled_comparison(name, sign, mine, theirs, globals=globals)
    # `mine` reads "(self.a,self.b,)".
    values = _values_of([part[5:] for part in mine.strip("()").split(",") if part])

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


class _Init:
    """Stands for `__init__` until somebody makes one of the class, or asks how one is made."""

    def __init__(self, *described: Any) -> None:
        self._described = described

    def __get__(self, one: object, cls: type) -> Any:
        init = _compiled_init(*self._described)
        for base in cls.__mro__:
            if vars(base).get("__init__") is self:
                init.__qualname__ = f"{base.__qualname__}.__init__"
                base.__init__ = init  # type: ignore[misc]
        return init if one is None else init.__get__(one, cls)


if sys.version_info < (3, 13):
    vars(dataclasses).update(
        _init_fn=_Init,
        _repr_fn=_repr_fn,
        _frozen_get_del_attr=_frozen_get_del_attr,
        _hash_fn=_hash_fn,
        _cmp_fn=_cmp_fn,
    )
