"""Money and numbers as people read them: the one place that formats either.

Grouping follows the currency (₹1,23,45,678.90 and ₱12,345,678.90), because that is how people
who pay in it read it in any language; digits are Latin. Babel alone would write PHP for ₱ in
Hindi, hence the symbols here.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import NumberPattern, parse_pattern

_SYMBOLS = {"INR": "₹", "PHP": "₱", "USD": "$", "EUR": "€"}
_LOCALES = {"INR": "en_IN", "PHP": "en_PH"}


@cache
def _pattern(currency: str, decimals: int) -> NumberPattern:
    grouping = "#,##,##0" if currency == "INR" else "#,##0"
    return parse_pattern(grouping + ("." + "0" * decimals if decimals else ""))


@dataclass(frozen=True, slots=True)
class Money:
    """How a shop writes its money: ISO 4217 code and the number of decimals of its minor unit."""

    currency: str
    digits: int = 2

    @property
    def symbol(self) -> str:
        """₹ or ₱; the code itself, with a blank, for a currency without a common sign."""
        return _SYMBOLS.get(self.currency, f"{self.currency} ")

    def _number(self, value: Decimal, decimals: int) -> str:
        locale = _LOCALES.get(self.currency, "en")
        return str(_pattern(self.currency, decimals).apply(value, locale))

    def full(self, minor: int) -> str:
        """Return `minor` units with every decimal: ₹1,264.00."""
        sign = "-" if minor < 0 else ""
        amount = self._number(Decimal(abs(minor)).scaleb(-self.digits), self.digits)
        return f"{sign}{self.symbol}{amount}"

    def short(self, minor: int) -> str:
        """Return `minor` units for a sentence: decimals only if there are any (₹50, ₹50.50)."""
        text = self.full(minor)
        return text[: -self.digits - 1] if self.digits and minor % 10**self.digits == 0 else text

    def number(self, value: int) -> str:
        """Return a plain number, such as coins, grouped the same way: 1,240."""
        return self._number(Decimal(value), 0)

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
