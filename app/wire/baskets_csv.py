"""The basket CSV that a till drops into a folder: one row per line of a bill.

| column | meaning |
| --- | --- |
| bill_number | needed: the number on the bill; the rows of one bill stand next to each other |
| unit_price | needed: of one unit, decimal, taxes included |
| total | needed: what the whole bill comes to, the same in each of its rows |
| quantity | pieces, kilograms or litres, up to three decimals (1 where it is empty) |
| discount | off this whole line, decimal |
| bill_discount | off the whole bill, the same in each of its rows |
| sku, name, gtin, category | the article |
| card, phone | the customer, the same in each row of a bill |
| state | open, paid or voided (open where it is empty) |
| source | the till program (`folder` where it is empty) |
| external_id | the till's own id of the bill (its number where it is empty) |
| opened_at | when the bill was opened: 2026-11-20T18:05:00+05:30 |
| currency | the shop's where it is empty |
"""

import io
import re
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from itertools import groupby
from typing import Any, Final, NamedTuple

import msgspec

from app.domain.baskets import SentBasket
from app.domain.money import parse_minor
from app.wire.baskets import BadBasket, BasketDocument, Fault, fault_in_words, sent_basket
from app.wire.csv_table import BadRow, Row, TableError, rows_of

NEEDED: Final = ("bill_number", "unit_price", "total")
OPTIONAL: Final = (
    "quantity", "discount", "bill_discount", "sku", "name", "gtin", "category", "card", "phone",
    "state", "source", "external_id", "opened_at", "currency",
)  # fmt: skip
OF_BILL: Final = ("total", "bill_discount", "card", "phone", "state", "opened_at", "currency")
SOURCE: Final = "folder"

# "1,264.50" is meant; "12,50" is a decimal comma, which would make a bill a hundred times dearer.
_AMOUNT: Final = re.compile(r"\d+(\.\d+)?|\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?")


class Money(NamedTuple):
    """The shop's currency and its number of decimals."""

    currency: str
    digits: int


class Cells(NamedTuple):
    """One row by column."""

    bill_number: str
    unit_price: str
    total: str
    quantity: str
    discount: str
    bill_discount: str
    sku: str
    name: str
    gtin: str
    category: str
    card: str
    phone: str
    state: str
    source: str
    external_id: str
    opened_at: str
    currency: str


_Numbered = tuple[int, Cells]


def read_basket_csv(text: str, money: Money) -> tuple[SentBasket, ...] | BadBasket:
    """Return the bills of a CSV file, or everything that is wrong with it: all or none."""
    try:
        rows = list(rows_of(io.StringIO(text, newline=""), "line ", NEEDED, OPTIONAL))
    except TableError as error:
        return BadBasket((Fault("", str(error)),))
    bad = [Fault(f"line {one.line}", one.reason) for one in rows if isinstance(one, BadRow)]
    numbered = [(row.line, Cells(*row.cells)) for row in rows if isinstance(row, Row)]
    faults, baskets, seen = bad, [], set[tuple[str, str]]()
    for name, group in groupby(numbered, key=_name_of):
        lines = list(group)
        if name in seen:
            said = "has other rows elsewhere in the file; put all rows of a bill together"
            faults.append(Fault(f"line {lines[0][0]}", f"bill {name[1]} {said}"))
        seen.add(name)
        read = _basket(lines, money)
        if isinstance(read, BadBasket):
            faults.extend(read.faults)
        else:
            baskets.append(read)
    if faults:
        return BadBasket(tuple(faults))
    if not baskets:
        return BadBasket((Fault("", "There is no bill in this file."),))
    return tuple(baskets)


def _name_of(row: _Numbered) -> tuple[str, str]:
    cells = row[1]
    return cells.source or SOURCE, cells.external_id or cells.bill_number


def _basket(rows: list[_Numbered], money: Money) -> SentBasket | BadBasket:
    at, first = rows[0]
    faults = [
        Fault(f"line {at}", f"the rows of this bill differ in {name}")
        for name in OF_BILL
        if len({getattr(cells, name) for _, cells in rows}) > 1
    ]
    amount = _amounts(money.digits, faults)
    source, external_id = _name_of(rows[0])
    document: dict[str, Any] = {
        "source": source,
        "external_id": first.external_id or id_of(first.bill_number),
        "bill_number": first.bill_number,
        "currency": first.currency or money.currency,
        "lines": [_line(line, cells, amount) for line, cells in rows],
        "total_minor": amount(at, "total", first.total),
        "discount_minor": amount(at, "bill_discount", first.bill_discount),
        "customer": {"card": first.card or None, "phone": first.phone or None},
        "state": first.state or "open",
    }
    if first.opened_at:
        document["opened_at"] = first.opened_at
    if not external_id:
        faults.append(Fault(f"line {at}", "there is no bill_number"))
    if faults:
        return BadBasket(tuple(faults))
    try:
        read = sent_basket(msgspec.convert(document, BasketDocument))
    except msgspec.ValidationError as error:
        read = BadBasket((fault_in_words(str(error)),))
    return _placed(read, rows) if isinstance(read, BadBasket) else read


def _line(at: int, cells: Cells, amount: Callable[[int, str, str], int]) -> dict[str, Any]:
    return {
        "sku": cells.sku,
        "name": cells.name,
        "gtin": cells.gtin,
        "category": cells.category,
        "quantity": cells.quantity or Decimal(1),
        "unit_price_minor": amount(at, "unit_price", cells.unit_price or "none"),
        "discount_minor": amount(at, "discount", cells.discount),
    }


def _amounts(digits: int, faults: list[Fault]) -> Callable[[int, str, str], int]:
    """Return what reads an amount ("" = 0), and adds a fault where there is none."""

    def read(line: int, column: str, text: str) -> int:
        amount = parse_minor(text, digits) if _AMOUNT.fullmatch(text) else None
        if amount is None and text:
            said = f'{column} is "{text}"; write a number like 1264.50, with a point, not below 0'
            faults.append(Fault(f"line {line}", said))
        return amount or 0

    return read


def _placed(bad: BadBasket, rows: list[_Numbered]) -> BadBasket:
    """Return faults with the line of the file where those of a document name one of its lines."""
    placed = []
    for fault in bad.faults:
        match = re.match(r"lines\[(\d+)\]\.?(.*)", fault.field)
        at = rows[int(match[1])][0] if match else rows[0][0]
        column = (match[2] if match else fault.field).removesuffix("_minor")
        placed.append(Fault(f"line {at}", f"{column}: {fault.message}"))
    return BadBasket(tuple(placed))


def id_of(number: str) -> str:
    """Return the id a bill's number stands for.

    A number may have blanks and letters of any script; an id may not, and no two share one.
    """
    fit = re.sub(r"[^\x21-\x7e]", "_", number)
    return fit if fit == number else f"{fit}-{sha256(number.encode()).hexdigest()[:16]}"
