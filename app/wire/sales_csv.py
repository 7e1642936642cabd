"""The sales CSV: one line per item, the lines of a receipt next to each other.

| column | meaning |
| --- | --- |
| receipt | the till's number |
| kind | `sale` or `return` |
| occurred_at | shop-local time, ISO 8601 (with an offset: that instant) |
| member | the member's number at the old system, a member id, or empty for a guest |
| sku, name | product |
| quantity | above 0, up to three decimals |
| unit_price | decimal, in the programme's currency |
| original_receipt | optional: of a return, the bill the goods were bought with |
| category, discount, store, till, cashier | optional; `discount` is off the whole line |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple

from app.domain.bills import BillLine
from app.domain.money import MINOR_MAX, parse_minor
from app.wire.csv_table import BadRow, Row, read_table

NEEDED = ("receipt", "kind", "occurred_at", "member", "sku", "name", "quantity", "unit_price")
OPTIONAL = ("original_receipt", "category", "discount", "store", "till", "cashier")
NUMBER_MAX = 80


class Cells(NamedTuple):
    """One row by column."""

    receipt: str
    kind: str
    occurred_at: str
    member: str
    sku: str
    name: str
    quantity: str
    unit_price: str
    original_receipt: str
    category: str
    discount: str
    store: str
    till: str
    cashier: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt. `line` to `last_line` are its lines in the file.

    `occurred_at` without an offset is in the shop's time zone. `original` is the bill a return
    names, "" for none.
    """

    line: int
    last_line: int
    number: str
    kind: Literal["sale", "return"]
    occurred_at: datetime
    member: str
    original: str
    store: str
    till: str
    cashier: str
    lines: tuple[BillLine, ...]


@dataclass(frozen=True, slots=True)
class BadReceipt:
    """A receipt that is left out whole because of the rows named."""

    line: int
    last_line: int
    number: str
    rows: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a first look at a file says: its first receipt's date and the receipts torn apart."""

    start: date | None
    torn: frozenset[int]


_Numbered = tuple[int, Cells]


def outline(path: Path) -> Outline:
    """Read a file once without keeping its rows.

    A receipt whose lines are not next to each other is torn: taking its first half would be
    half done, so both halves are known before anything is recorded. Raises TableError.
    """
    start: date | None = None
    seen: set[int] = set()
    torn: set[int] = set()
    for key, _ in groupby(_rows(path), key=_receipt_key):
        if not isinstance(key, tuple):
            continue
        known = hash(key)
        (torn if known in seen else seen).add(known)
        start = start or _date(key[-1])
    return Outline(start, frozenset(torn))


def receipts(path: Path, digits: int, torn: frozenset[int]) -> Iterator[Receipt | BadReceipt]:
    """Yield the receipts of a file in its order; `digits` are the currency's decimals.

    `torn` comes from `outline` of the same file. Raises TableError.
    """
    for key, rows in groupby(_rows(path), key=_receipt_key):
        if isinstance(key, tuple):
            yield _receipt([row for row in rows if not isinstance(row, BadRow)], digits,
                           torn=hash(key) in torn)  # fmt: skip
        else:
            bad = tuple(row for row in rows if isinstance(row, BadRow))
            yield BadReceipt(bad[0].line, bad[-1].line, "", bad)


def _rows(path: Path) -> Iterator[_Numbered | BadRow]:
    for row in read_table(path, NEEDED, OPTIONAL):
        if isinstance(row, Row):
            cells = Cells(*row.cells)
            yield (row.line, cells) if cells.receipt else BadRow(row.line, "has no receipt number")
        else:
            yield row


def _receipt_key(row: _Numbered | BadRow) -> tuple[str, ...] | None:
    """Return what the lines of one receipt share; numbers come back in another period."""
    if isinstance(row, BadRow):
        return None
    cells = row[1]
    return (cells.receipt.upper(), cells.kind, cells.store, cells.till, cells.occurred_at[:10])


def _receipt(rows: list[_Numbered], digits: int, *, torn: bool) -> Receipt | BadReceipt:
    line, first = rows[0]
    bad: list[BadRow] = []
    head = _head_fault(rows, torn=torn)
    if head:
        bad.append(BadRow(line, head))
    lines: list[BillLine] = []
    for at, cells in rows:
        read = _bill_line(cells, digits)
        if isinstance(read, str):
            bad.append(BadRow(at, read))
        else:
            lines.append(read)
    occurred = _instant(first.occurred_at)
    if bad or occurred is None:
        return BadReceipt(line, rows[-1][0], first.receipt, tuple(bad))
    return Receipt(
        line=line,
        last_line=rows[-1][0],
        number=first.receipt,
        kind="return" if first.kind == "return" else "sale",
        occurred_at=occurred,
        member=first.member,
        original=first.original_receipt,
        store=first.store,
        till=first.till,
        cashier=first.cashier,
        lines=tuple(lines),
    )


def _head_fault(rows: list[_Numbered], *, torn: bool) -> str:
    first = rows[0][1]
    if torn:
        return "its receipt has other lines elsewhere in the file; put all of them together"
    if first.kind not in {"sale", "return"}:
        return f'kind is "{first.kind}"; it must be sale or return'
    if len(first.receipt) > NUMBER_MAX:
        return f"the receipt number is longer than {NUMBER_MAX} characters"
    if _instant(first.occurred_at) is None:
        return (
            f'occurred_at is "{first.occurred_at}"; write it like 2026-11-20T18:05:00,'
            " year first, in the shop's own time"
        )
    for name in ("member", "original_receipt"):
        if len({getattr(cells, name) for _, cells in rows}) > 1:
            return f"the lines of this receipt name more than one {name}; a receipt has one"
    return ""


def _bill_line(cells: Cells, digits: int) -> BillLine | str:
    quantity = _decimal(cells.quantity, 3)
    if quantity is None or quantity <= 0:
        return f'quantity is "{cells.quantity}"; it must be above 0, with at most three decimals'
    price = _decimal(cells.unit_price, digits)
    if price is None or price < 0:
        return (
            f'unit_price is "{cells.unit_price}"; it must be a number like 12.50,'
            f" not negative, with at most {digits} decimals"
        )
    discount = _decimal(cells.discount, digits) if cells.discount else 0
    if discount is None or discount < 0:
        return f'discount is "{cells.discount}"; it must be a number like 2.50, not negative'
    if max(quantity, price) > MINOR_MAX:
        return "quantity or unit_price is far too large; check the decimal point"
    return BillLine(cells.sku, cells.name, cells.category, quantity, price, discount)


@lru_cache(maxsize=4096)
def _decimal(text: str, digits: int) -> int | None:
    return parse_minor(text, digits)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _instant(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if len(text) > 10 else None
    except ValueError:
        return None
