"""Money and numbers as people read them: the one place that formats either.

Grouping follows the currency (₹1,23,45,678.90 and ₱12,345,678.90), because that is how people
who pay in it read it in any language; digits are Latin. Libraries group by language and
write PHP for ₱ in Hindi, hence the few lines here.
"""

import re
from dataclasses import dataclass

_SYMBOLS = {"INR": "₹", "PHP": "₱", "USD": "$", "EUR": "€"}
_LAKHS = re.compile(r"\d(?=(?:\d\d)+\d$)")  # before each pair that precedes the last three


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
