"""The members CSV: people an earlier system knows.

| column | meaning |
| --- | --- |
| member | the number there; may be empty when there is a phone |
| phone | any way it is written in the shop's country; may be empty when there is a number |
| name, language, birthday, marketing | optional: any script; en, hi, fil; 1990-05-31; yes or no |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.wire.csv_table import BadRow, Row, read_table

NEEDED = ("member", "phone")
OPTIONAL = ("name", "language", "birthday", "marketing")
LANGUAGES = ("en", "hi", "fil")
_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0", ""})


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What an earlier system knows of a member; empty texts are unknown. `line` is in the file."""

    number: str
    phone: str = ""
    name: str = ""
    language: str = ""
    birthday: date | None = None
    marketing: bool = False
    line: int = 0


def newcomers(path: Path) -> Iterator[Newcomer | BadRow]:
    """Yield the rows of a members file. Raises TableError."""
    for row in read_table(path, NEEDED, OPTIONAL):
        yield _newcomer(row) if isinstance(row, Row) else row


def _newcomer(row: Row) -> Newcomer | BadRow:
    number, phone, name, language, birthday, marketing = row.cells
    if language and language.lower() not in LANGUAGES:
        return BadRow(row.line, f'language is "{language}"; it must be one of en, hi, fil')
    born: date | None = None
    if birthday:
        try:
            born = date.fromisoformat(birthday)
        except ValueError:
            return BadRow(row.line, f'birthday is "{birthday}"; write it like 1990-05-31')
    if marketing.lower() not in _YES | _NO:
        return BadRow(row.line, f'marketing is "{marketing}"; write yes or no')
    return Newcomer(
        number, phone, name, language.lower(), born, marketing.lower() in _YES, row.line
    )
