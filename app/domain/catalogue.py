"""What the shop sells: items, the file they come from, labels that a scale prints."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from app.domain.gtin import check_digit_ok, plain_gtin
from app.domain.money import MINOR_MAX, parse_minor, round_half_up

Unit = Literal["each", "kg", "l"]
SKU_MAX, NAME_MAX = 60, 120

_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("", "each", "ea", "pc", "pcs", "piece", "nos"), "each"),
    **dict.fromkeys(("kg", "kgs", "kilo"), "kg"),
    **dict.fromkeys(("l", "lt", "ltr", "litre", "liter"), "l"),
}
_NEEDED = ("sku", "name", "price")


@dataclass(frozen=True, slots=True)
class Item:
    """An article. `unit_price_minor` is for one piece, kilogram or litre; `gtin` may be ""."""

    sku: str
    name: str
    category: str
    gtin: str
    unit: Unit
    unit_price_minor: int
    aliases: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row of the file that was left out: its line (the header is 1) and why, as a sentence."""

    line: int
    why: str


def sku_key(sku: str) -> str:
    """Return the form under which equal codes compare equal."""
    return "".join(sku.split()).upper()


def read_items(lines: Iterable[str], digits: int) -> Iterator[Item | BadRow]:
    """Read a catalogue file: a header naming sku, name and price, then one item a row.

    Known columns are also category, gtin, unit (each, kg, l) and aliases; others are ignored.
    `digits` are the currency's decimals. A header that lacks a column is one BadRow at line 1.
    """
    reader = csv.reader(_without_mark(lines), strict=True)
    header: list[str] = []
    seen: dict[str, int] = {}
    try:
        for row in reader:
            if not header:
                header = [cell.strip().casefold() for cell in row]
                missing = [name for name in _NEEDED if name not in header]
                if missing:
                    yield BadRow(1, f"The first line must name the columns {', '.join(missing)}.")
                    return
            elif any(cell.strip() for cell in row):
                yield _once(_item(header, row, reader.line_num, digits), reader.line_num, seen)
    except csv.Error as error:
        yield BadRow(reader.line_num, f"The quotation marks do not close ({error}).")
    if not header:
        yield BadRow(1, f"The file is empty; its first line names {', '.join(_NEEDED)}.")


def _without_mark(lines: Iterable[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield line.removeprefix("\ufeff") if at == 0 else line


def _item(header: list[str], row: list[str], line: int, digits: int) -> Item | BadRow:
    if len(row) > len(header):
        return BadRow(line, f"There are {len(row)} values and only {len(header)} columns.")
    cells: Mapping[str, str] = {
        name: " ".join(cell.split()) for name, cell in zip(header, row, strict=False)
    }
    sku, name, price = (cells.get(column, "") for column in _NEEDED)
    gtin, unit = cells.get("gtin", ""), cells.get("unit", "").casefold()
    why = _why_not(cells, digits)
    if why:
        return BadRow(line, why)
    minor = parse_minor(price, digits)
    assert minor is not None
    category, aliases = cells.get("category", ""), cells.get("aliases", "")
    return Item(sku, name, category, gtin, _UNITS[unit], minor, aliases)


def _why_not(cells: Mapping[str, str], digits: int) -> str:
    """Return what is wrong with a row, "" when nothing is."""
    sku, name, price = (cells.get(column, "") for column in _NEEDED)
    gtin, unit = cells.get("gtin", ""), cells.get("unit", "").casefold()
    number = plain_gtin(gtin) if gtin else None
    minor = parse_minor(price, digits)
    faults = (
        (not sku, "The sku is empty."),
        (len(sku) > SKU_MAX, f"The sku is longer than {SKU_MAX} characters."),
        (not name, "The name is empty."),
        (len(name) > NAME_MAX, f"The name is longer than {NAME_MAX} characters."),
        (bool(gtin) and (number is None or not number.check_ok),
         f"The gtin {gtin!r} is not 8, 12, 13 or 14 digits with a right check digit."),
        (unit not in _UNITS, f"The unit {unit!r} is none of each, kg, l."),
        (minor is None, f"The price {price!r} is not an amount such as 52.00."),
        (minor is not None and not 0 <= minor <= MINOR_MAX, f"The price {price} cannot be."),
    )  # fmt: skip
    return next((why for wrong, why in faults if wrong), "")


def _once(read: Item | BadRow, line: int, seen: dict[str, int]) -> Item | BadRow:
    """Return the item, or that its sku or gtin stood in the file before."""
    if isinstance(read, BadRow):
        return read
    keys = {"sku": sku_key(read.sku)} | ({"gtin": read.gtin.zfill(14)} if read.gtin else {})
    for column, key in keys.items():
        if (column + key) in seen:
            before = seen[column + key]
            return BadRow(line, f"The {column} {key.lstrip('0')} stands in line {before} already.")
    seen.update({column + key: line for column, key in keys.items()})
    return read


# ---------------------------------------------------------------- labels


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """How a scale's EAN-13 labels are laid out, one letter per digit.

    Digits stand for themselves, `N` is any digit, `I` the item's code, `W` a weight in
    thousandths of the unit (grams), `P` a price in minor units, `V` a price check that is not
    looked at, `C` the GS1 check digit: `21IIIIIWWWWWC`.
    """

    pattern: str

    @property
    def value(self) -> Literal["W", "P"]:
        """Whether the label carries a weight or a price."""
        return "W" if "W" in self.pattern else "P"


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: the item's code as printed, and a weight or a price."""

    code: str
    weight_milli: int | None
    price_minor: int | None


_LAYOUT = re.compile(r"2[0-9N]?V?I+V?(?:W+|P+)C")


def read_layout(text: str) -> LabelLayout | None:
    """Return the layout a pattern describes, or None if no scale could print it."""
    pattern = text.strip().upper()
    return LabelLayout(pattern) if len(pattern) == 13 and _LAYOUT.fullmatch(pattern) else None


def read_label(digits: str, layout: LabelLayout) -> Label | None:
    """Read a scanned EAN-13 by a layout; None when it is no such label or was misread."""
    if len(digits) != 13 or not (digits.isascii() and digits.isdigit()):
        return None
    for letter, digit in zip(layout.pattern, digits, strict=True):
        if letter.isdigit() and letter != digit:
            return None
    if not check_digit_ok(digits):
        return None

    def part(letter: str) -> str:
        return "".join(d for p, d in zip(layout.pattern, digits, strict=True) if p == letter)

    weight, price = part("W"), part("P")
    return Label(part("I"), int(weight) if weight else None, int(price) if price else None)


def quantity_for(price_minor: int, item: Item) -> int:
    """Return the thousandths of the unit that cost a label's price, at least one."""
    if item.unit_price_minor <= 0:
        return 1000
    return max(1, round_half_up(price_minor * 1000, item.unit_price_minor))
