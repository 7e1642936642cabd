"""Money as integer minor units, and the one place that writes it and other numbers for people.

Grouping follows the currency (₹1,23,45,678.90 and ₱12,345,678.90), because that is how people
who pay in it read it in any language; digits are Latin. Libraries group by language and
write PHP for ₱ in Hindi, hence the few lines here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MINOR_MAX = 10**11  # A bill of 10^12 major units is a slip of the finger, not a sale.

_DECIMAL = re.compile(r"(?P<sign>-?)(?P<whole>\d+)(?:\.(?P<part>\d+))?")
_SYMBOLS = {"INR": "₹", "PHP": "₱", "USD": "$", "EUR": "€"}
_LAKHS = re.compile(r"\d(?=(?:\d\d)+\d$)")  # before each pair that precedes the last three


def parse_minor(text: str, digits: int) -> int | None:
    """Return `text` ("1,264.50", "1264") in minor units, or None if it is not such an amount.

    `digits` is the currency's number of decimals; more decimals than that are refused unless
    they are zeros, since rounding a price silently would lose money.
    """
    match = _DECIMAL.fullmatch(text.strip().replace(",", ""))
    if match is None:
        return None
    part = (match["part"] or "").rstrip("0")
    if len(part) > digits:
        return None
    value = int(match["whole"] + part.ljust(digits, "0"))
    return -value if match["sign"] else value


def round_half_up(numerator: int, denominator: int) -> int:
    """Return numerator / denominator rounded half away from zero; the denominator is positive."""
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def allocate(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split `total` (>= 0) over `weights` (>= 0) by largest remainder; the parts add up exactly.

    No part is larger than its weight while the total is at most the sum of weights.
    Returns zeros when every weight is zero.
    """
    whole = sum(weights)
    if whole == 0:
        return (0,) * len(weights)
    shares = [total * weight // whole for weight in weights]
    rest = total - sum(shares)
    if rest:
        order = sorted(range(len(weights)), key=lambda at: (-(total * weights[at] % whole), at))
        for at in order[:rest]:
            shares[at] += 1
    return tuple(shares)


@dataclass(frozen=True, slots=True)
class Money:
    """How a shop writes its money: ISO 4217 code and the number of decimals of its minor unit."""

    currency: str
    digits: int = 2

    @property
    def symbol(self) -> str:
        """₹ or ₱; the code itself, with a blank, for a currency without a common sign."""
        return _SYMBOLS.get(self.currency, f"{self.currency} ")

    def _grouped(self, whole: int) -> str:
        return _LAKHS.sub(r"\g<0>,", str(whole)) if self.currency == "INR" else f"{whole:,}"

    def full(self, minor: int) -> str:
        """Return `minor` units with every decimal: ₹1,264.00."""
        whole, part = divmod(abs(minor), 10**self.digits)
        decimals = f".{part:0{self.digits}}" if self.digits else ""
        return f"{'-' if minor < 0 else ''}{self.symbol}{self._grouped(whole)}{decimals}"

    def short(self, minor: int) -> str:
        """Return `minor` units for a sentence: decimals only if there are any (₹50, ₹50.50)."""
        text = self.full(minor)
        return text[: -self.digits - 1] if self.digits and minor % 10**self.digits == 0 else text

    def number(self, value: int) -> str:
        """Return a plain number, such as coins, grouped the same way: 1,240."""
        return f"{'-' if value < 0 else ''}{self._grouped(abs(value))}"

    def plain(self, minor: int) -> str:
        """Return `minor` units as somebody would type them: 1264.50, 1264."""
        whole, part = divmod(abs(minor), 10**self.digits)
        sign = "-" if minor < 0 else ""
        return f"{sign}{whole}.{part:0{self.digits}}" if part else f"{sign}{whole}"


def quantity(milli: int, unit: str = "") -> str:
    """Return thousandths of a unit without needless zeros: 2, 1.25 kg."""
    whole, part = divmod(milli, 1000)
    number = f"{whole}.{part:03}".rstrip("0") if part else str(whole)
    return f"{number} {unit}" if unit and unit != "each" else number
