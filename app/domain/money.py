"""Money as integer minor units. Currency is the programme's; formatting lives in the UI."""

import re
from collections.abc import Sequence

MINOR_MAX = 10**11  # A bill of 10^12 major units is a slip of the finger, not a sale.

_DECIMAL = re.compile(r"(?P<sign>-?)(?P<whole>\d+)(?:\.(?P<part>\d+))?")


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
