"""The openings CSV: what members bring from an earlier system, one lot a line (C23).

| column | meaning |
| --- | --- |
| member, phone, card | who: at least one of them |
| coins, expires, usable_from | one lot; dates as 2026-12-31 (empty: the shop's own terms) |
| credit, credit_expires | store credit as 250.00; its last day (empty: the shop's terms) |
| status_points, status_date | points towards a tier, and the day they count for (empty: today) |
| lifetime_spend, visits | money spent so far, number of purchases (of the same day) |

A member may have several lines, one for each lot. Every value may be empty, but not all.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.money import MINOR_MAX, parse_minor
from app.wire.csv_table import BadRow, Row, TableError, read_table

COLUMNS = (
    "member", "phone", "card", "coins", "expires", "usable_from", "credit", "credit_expires",
    "status_points", "status_date", "lifetime_spend", "visits",
)  # fmt: skip
COUNT_MAX = 10**9


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """One line: who, and what they bring. Money in minor units; None dates are not given."""

    line: int
    member: str
    phone: str
    card: str
    coins: int
    expires: date | None
    usable_from: date | None
    credit_minor: int
    credit_expires: date | None
    status_points: int
    status_date: date | None
    lifetime_minor: int
    visits: int


def file_digest(path: Path) -> str:
    """Return the first 32 hexadecimal digits of the file's sha256. Raises TableError."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:32]
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}.") from error


def openings(path: Path, digits: int) -> Iterator[OpeningRow | BadRow]:
    """Yield the lines of an openings file; money has `digits` decimals. Raises TableError."""
    for row in read_table(path, (), COLUMNS):
        yield _opening(row, digits) if isinstance(row, Row) else row


def _opening(row: Row, digits: int) -> OpeningRow | BadRow:
    cells = dict(zip(COLUMNS, row.cells, strict=True))
    try:
        found = OpeningRow(
            line=row.line,
            member=cells["member"],
            phone=cells["phone"],
            card=cells["card"],
            coins=_count("coins", cells),
            expires=_day("expires", cells),
            usable_from=_day("usable_from", cells),
            credit_minor=_money("credit", cells, digits),
            credit_expires=_day("credit_expires", cells),
            status_points=_count("status_points", cells),
            status_date=_day("status_date", cells),
            lifetime_minor=_money("lifetime_spend", cells, digits),
            visits=_count("visits", cells),
        )
    except ValueError as error:
        return BadRow(row.line, str(error))
    if not (found.member or found.phone or found.card):
        return BadRow(row.line, "names nobody; give a member number, a phone or a card")
    return found


def _count(column: str, cells: dict[str, str]) -> int:
    text = cells[column]
    if not text:
        return 0
    if not text.isascii() or not text.isdecimal() or len(text) > 12:
        raise ValueError(f'{column} is "{text}"; write a whole number, not below zero')
    if int(text) > COUNT_MAX:
        raise ValueError(f"{column} is {text}, which no member has; check the column")
    return int(text)


def _money(column: str, cells: dict[str, str], digits: int) -> int:
    text = cells[column]
    minor = parse_minor(text, digits) if text else 0
    if minor is None or not 0 <= minor <= MINOR_MAX:
        raise ValueError(f'{column} is "{text}"; write money like 250.00, not below zero')
    return minor


def _day(column: str, cells: dict[str, str]) -> date | None:
    text = cells[column]
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f'{column} is "{text}"; write it like 2026-12-31') from None
