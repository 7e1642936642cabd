"""What a cashier types, read as amounts, quantities and numbers."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.money import parse_minor

_QUANTITY_MAX = 100_000
_DEVANAGARI = str.maketrans("०१२३४५६७८९", "0123456789")
_LAST_DIGITS = re.compile(r"(\d+)(\D*)$")


def latin_digits(text: str) -> str:
    """Return `text` with Devanagari digits as Latin ones: a keyboard may be set to Hindi."""
    return text.translate(_DEVANAGARI)


def read_amount(text: str, digits: int) -> int | None:
    """Return an amount of money in minor units, None if `text` is none."""
    bare = latin_digits(text).strip().lstrip("₹₱").replace(" ", "")
    return parse_minor(bare, digits) if bare else None


def read_quantity(text: str) -> int | None:
    """Return a quantity above zero in thousandths ("1.25" = 1250), None if `text` is none."""
    try:
        milli = Decimal(latin_digits(text).strip().replace(",", ".")) * 1000
    except InvalidOperation:
        return None
    if not milli.is_finite() or milli != milli.to_integral_value():
        return None
    return int(milli) if 0 < milli <= _QUANTITY_MAX * 1000 else None


def next_number(number: str) -> str:
    """Return the bill number that usually follows: B-2041 -> B-2042, A-099 -> A-100."""
    match = _LAST_DIGITS.search(number)
    if match is None:
        return ""
    digits = match[1]
    return f"{number[: match.start()]}{int(digits) + 1:0{len(digits)}}{match[2]}"


def read_birthday(text: str) -> date | None:
    """Return a birthday typed as day, month, year ("30 11 1990", "30/11/1990"); None if none."""
    parts = re.split(r"[\s./\-]+", latin_digits(text).strip())
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    day, month, year = (int(part) for part in parts)
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None
