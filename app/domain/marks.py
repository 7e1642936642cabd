"""Marks of what a member was shown already: watermarks, so that a row stays small.

A mark is `name=number`. The highest number of a name counts, so the order in which stations
report does not matter. Of very many names the latest are kept.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

SEEN_KEPT: Final = 300
LASTING: Final = frozenset({"first", "coins", "bills", "bill"})
"""The marks that go on for ever, and are never the ones that are forgotten."""
MARK_LENGTH: Final = 200

_NUMBER: Final = re.compile(r"-?[0-9]{1,18}")


class SeenMark(NamedTuple):
    """How far something was shown, and on which business date last."""

    number: int
    on: date


Marks = Mapping[str, SeenMark]


def mark_of(name: str, number: int) -> str:
    """Return a mark as events and moments carry it."""
    return f"{name}={number}"


def read_marks(marks: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield names and numbers; what is no mark, or a very long one, is passed over."""
    for mark in marks:
        name, _, number = mark.rpartition("=")
        if name and len(mark) <= MARK_LENGTH and _NUMBER.fullmatch(number):
            yield name, int(number)


def is_seen(seen: Marks | None, mark: str) -> bool:
    """Say whether so much of it was shown already."""
    return all(
        (seen or {}).get(name, _NEVER).number >= number for name, number in read_marks([mark])
    )


_NEVER: Final = SeenMark(-(1 << 63), date.min)


def number_seen(seen: Marks | None, name: str) -> int | None:
    """Return how far something was shown, None when it never was."""
    found = (seen or {}).get(name)
    return found.number if found else None


def with_seen(seen: Marks | None, marks: Iterable[str], on: date) -> Marks | None:
    """Return the marks after a member was shown more of them on a business date."""
    fresh = [{name: SeenMark(number, on)} for name, number in read_marks(marks)]
    return _kept([seen or {}, *fresh])


def seen_together(parts: Iterable[Marks | None]) -> Marks | None:
    """Return the marks of members who became one."""
    return _kept([part for part in parts if part])


def _kept(parts: Iterable[Marks]) -> Marks | None:
    highest: dict[str, SeenMark] = {}
    for part in parts:
        for name, mark in part.items():
            old = highest.get(name, _NEVER)
            highest[name] = SeenMark(max(old.number, mark.number), max(old.on, mark.on))
    if len(highest) > SEEN_KEPT:
        latest = sorted(highest, key=lambda name: _worth_keeping(name, highest[name]))
        highest = {name: highest[name] for name in latest[-SEEN_KEPT:]}
    return highest or None


def _worth_keeping(name: str, mark: SeenMark) -> tuple[bool, date, str]:
    return name.partition(":")[0] in LASTING, mark.on, name
