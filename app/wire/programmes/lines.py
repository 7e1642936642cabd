"""Where each value of a TOML document stands, so that an error can name its line.

`tomllib` says what a document holds but not where. This walks the same text, which `tomllib`
has already found valid, and notes the line of every key, array element and table.
"""

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""Keys and array indexes (from 0) that lead to a value: `("earn", 0, "when", "minimum")`."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_BREAK = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_STRINGS = (
    re.compile(r'"""(?:\\.|[^\\])*?"{3,5}(?!")', re.DOTALL),
    re.compile(r"'''.*?'{3,5}(?!')", re.DOTALL),
    re.compile(r'"(?:\\.|[^"\\\n])*"'),
    re.compile(r"'[^'\n]*'"),
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def key_lines(text: str) -> Mapping[Path, int]:
    """Return the line (from 1) of every value of a valid TOML document, by its path."""
    return _Walk(text).document()


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {(): 1}
        self.line = 1
        self.counted = 0
        self.last: dict[Path, int] = {}

    def document(self) -> dict[Path, int]:
        table: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)
        return self.lines

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]

    def _note(self, path: Path) -> None:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        self.lines.setdefault(path, self.line)

    def _header(self) -> Path:
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self._keys()
        path: Path = ()
        for key in keys[:-1]:
            path = self._newest((*path, key))
            self._note(path)
        path = (*path, keys[-1])
        self._note(path)
        if many:
            self.last[path] = self.last.get(path, -1) + 1
            path = self._newest(path)
            self._note(path)
        self._skip(_KEY_BREAK)
        self.at += 2 if many else 1
        return path

    def _newest(self, path: Path) -> Path:
        """Return the newest element where `path` is an array of tables."""
        return (*path, self.last[path]) if path in self.last else path

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip(_KEY_BREAK)
            keys.append(self._skip(_BARE) or _unquoted(self._string()))
            self._skip(_KEY_BREAK)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _string(self) -> str:
        return next((found for kind in _STRINGS if (found := self._skip(kind))), "")

    def _pair(self, table: Path) -> None:
        self._note(table)
        path = table
        for key in self._keys():
            path = (*path, key)
            self._note(path)
        self.at += 1  # the equals sign
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip(_KEY_BREAK)
        if self.text.startswith("[", self.at):
            self._items(path)
        elif self.text.startswith("{", self.at):
            self._inline(path)
        else:
            _ = self._string() or self._skip(_SCALAR)

    def _items(self, path: Path) -> None:
        self.at += 1
        index = 0
        self._skip(_BLANK)
        while not self.text.startswith("]", self.at):
            self._note((*path, index))
            self._value((*path, index))
            index += 1
            self._separator()
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        self._skip(_BLANK)
        while not self.text.startswith("}", self.at):
            self._pair(path)
            self._separator()
        self.at += 1

    def _separator(self) -> None:
        self._skip(_BLANK)
        if self.text.startswith(",", self.at):
            self.at += 1
            self._skip(_BLANK)


def _unquoted(literal: str) -> str:
    if literal.startswith("'"):
        return literal[1:-1]
    return _ESCAPE.sub(_plain, literal[1:-1])


def _plain(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
