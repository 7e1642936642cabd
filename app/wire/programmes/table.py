"""Typed values out of a parsed document; every fault is kept, none stops the reading.

A key that nobody asked for is a fault when the table is closed, and the keys that were asked
for are what it is compared with: the reading code is the only list of keys there is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from typing import TypeVar

from app.domain.money import MINOR_MAX, parse_minor
from app.wire.programmes.lines import Path

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
INTEGER_MAX = 10**9

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a programme document; `where` counts tables of an array from 1."""

    file: str
    line: int
    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{self.file}:{self.line}: {where}found {self.found}, expected {self.expected}"


@dataclass(slots=True)
class Faults:
    """The faults of one file, as they are found."""

    file: str
    lines: Mapping[Path, int]
    found: list[Fault] = field(default_factory=list)
    paths: set[Path] = field(default_factory=set)

    def add(self, path: Path, found: str, expected: str) -> None:
        """Keep a fault of the value at `path` (or of the nearest table that exists)."""
        self.paths.add(path)
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        self.found.append(Fault(self.file, self.lines.get(known, 1), dotted(path), found, expected))

    def blame(self, path: Path) -> bool:
        """Say whether the value at `path`, or one inside it, has a fault already."""
        return any(found[: len(path)] == path for found in self.paths)


def dotted(path: Path) -> str:
    """Return a path as people read it: `earn[2].when.minimum` is of the second rule."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def shown(value: object) -> str:
    """Return a value as its author wrote it, shortened."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, (date, time)):
        text = value.isoformat()
    elif isinstance(value, Mapping):
        text = "a table"
    else:
        text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def meant(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean "x"?)` when a known word is close, else nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f' (did you mean "{close[0]}"?)' if close else ""


def one_of(words: Iterable[str]) -> str:
    """Return words as a choice: `"add", "best"`."""
    return ", ".join(f'"{word}"' for word in words)


class Table:
    """One table of a document. Each getter returns its default after a fault."""

    def __init__(self, faults: Faults, path: Path, values: object) -> None:
        self.faults = faults
        self.path = path
        self.values: Mapping[str, object] = {}
        self.asked: dict[str, None] = {}
        if isinstance(values, Mapping):
            self.values = values
        elif values is not None:
            faults.add(path, shown(values), "a table")

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def fault(self, key: str, expected: str, found: str | None = None) -> None:
        """Keep a fault of a key of this table."""
        if found is None:
            found = shown(self.values[key]) if key in self.values else "nothing"
        self.faults.add((*self.path, key), found, expected)

    def get(self, key: str) -> object | None:
        """Return the raw value of a key and remember that it was asked for."""
        self.asked[key] = None
        return self.values.get(key)

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                others = [name for name in self.asked if name not in self.values] or self.asked
                hint = meant(key, others)
                expected = f"one of {', '.join(self.asked)}{hint}"
                self.faults.add((*self.path, key), "an unknown key", expected)

    def table(self, key: str) -> "Table":
        """Return the table of a key; an empty one when there is none."""
        return Table(self.faults, (*self.path, key), self.get(key))

    def tables(self, key: str) -> list["Table"]:
        """Return the array of tables of a key; empty when there is none."""
        found = self.get(key)
        if found is None:
            return []
        if not isinstance(found, list):
            self.fault(key, f"tables, each under [[{key}]]")
            return []
        path = (*self.path, key)
        return [Table(self.faults, (*path, at), value) for at, value in enumerate(found)]

    def string(self, key: str, expected: str, default: str | None = None) -> str:
        """Return a text that is not empty; needed when there is no default."""
        found = self.get(key)
        if found is None and default is not None:
            return default
        if isinstance(found, str) and found.strip():
            return found.strip()
        self.fault(key, expected)
        return default or ""

    def name(self, key: str) -> str:
        """Return an id: small letters, digits, `-` and `_`, at most 40."""
        expected = "an id of small letters, digits, - and _ (at most 40)"
        found = self.string(key, expected)
        if found and not NAME.fullmatch(found):
            self.fault(key, expected)
            return ""
        return found

    def choice(self, key: str, words: tuple[str, ...], default: str) -> str:
        """Return one of `words`."""
        found = self.get(key)
        if found is None:
            return default
        if isinstance(found, str) and found in words:
            return found
        self.fault(key, f"one of {one_of(words)}{meant(str(found), words)}")
        return default

    def switch(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        found = self.get(key)
        if found is None or isinstance(found, bool):
            return default if found is None else found
        self.fault(key, "true or false")
        return default

    def integer(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """Return a whole number from `least` to `most`; needed when there is no default."""
        found = self.get(key)
        if found is None and default is not None:
            return default
        if isinstance(found, int) and not isinstance(found, bool) and least <= found <= most:
            return found
        top = f"to {most}" if most < INTEGER_MAX else "up"
        self.fault(key, f"a whole number from {least} {top}")
        return least if default is None else default

    def money(self, key: str, digits: int, least: int, default: int | None = None) -> int:
        """Return minor units of an amount written as a quoted decimal, at least `least`."""
        found = self.get(key)
        if found is None and default is not None:
            return default
        minor = parse_minor(found, digits) if isinstance(found, str) else None
        if minor is not None and least <= minor <= MINOR_MAX:
            return minor
        self.fault(key, _money_expected(found, digits, least))
        return max(1, least) if default is None else default

    def clock(self, key: str, default: time | None = None) -> time | None:
        """Return a time of day, `"17:00"` or bare 17:00:00; whole minutes."""
        found = self.get(key)
        if found is None:
            return default
        if isinstance(found, str):
            found = _clock(found)
        if isinstance(found, time) and not found.second and not found.microsecond:
            return found
        self.fault(key, 'a time of day such as "17:00"')
        return default

    def day(self, key: str) -> date | None:
        """Return a date, `"2026-10-15"` or bare 2026-10-15; None when there is none."""
        found = self.get(key)
        if found is None:
            return None
        day = as_day(found)
        if day is None:
            self.fault(key, 'a date such as "2026-10-15"')
        return day

    def items(self, key: str, read: Callable[[object], T | None], expected: str) -> list[T]:
        """Return the elements of an array, each read by `read` (None = a fault)."""
        found = self.get(key)
        if found is None:
            return []
        if not isinstance(found, list):
            self.fault(key, f"a list of {expected}")
            return []
        items = []
        for at, value in enumerate(found):
            item = read(value)
            if item is None:
                self.faults.add((*self.path, key, at), shown(value), expected)
            else:
                items.append(item)
        return items

    def words(self, key: str, expected: str) -> list[str]:
        """Return an array of texts that are not empty."""
        return self.items(key, _word, expected)

    def among(self, key: str, known: tuple[str, ...]) -> list[str]:
        """Return an array of known words."""
        found = self.words(key, f"one of {one_of(known)}")
        for at, word in enumerate(found):
            if word not in known:
                expected = f"one of {one_of(known)}{meant(word, known)}"
                self.faults.add((*self.path, key, at), shown(word), expected)
        return [word for word in found if word in known]

    def whole(self, key: str, least: int, most: int) -> list[int]:
        """Return an array of whole numbers from `least` to `most`."""

        def read(value: object) -> int | None:
            if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
                return value
            return None

        return self.items(key, read, f"whole numbers from {least} to {most}")


def _word(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _clock(text: str) -> time | None:
    if re.fullmatch(r"\d{2}:\d{2}", text):
        try:
            return time.fromisoformat(text)
        except ValueError:
            return None
    return None


def as_day(value: object) -> date | None:
    """Return a date from TOML's own kind or from ISO text."""
    if isinstance(value, date):
        return None if isinstance(value, datetime) else value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def _money_expected(found: object, digits: int, least: int) -> str:
    example = f"{100:.{digits}f}"
    if isinstance(found, (int, Decimal)) and not isinstance(found, bool):
        return f'money in quotes: "{found}"'
    decimals = f"at most {digits} decimals" if digits else "no decimals"
    above = "" if least <= 0 else " above zero"
    return f'money{above} in quotes, {decimals}, such as "{example}"'
