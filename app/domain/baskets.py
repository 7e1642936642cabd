"""A basket: the bill as the shop's till sends it, before anybody recorded it here."""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from app.domain.bills import BillLine, line_minor

State = Literal["waiting", "recorded", "thrown", "voided", "cancel"]
"""What became of a basket here.

`thrown` away by a cashier, `voided` by the till before it was recorded, `cancel`: voided by the
till after it was recorded, and nobody has said yet that they know.
"""

WAITS_MS: Final = 18 * 3_600_000
"""How long a basket waits for a cashier: no customer stands there the next day."""


class BasketLine(NamedTuple):
    """One line; `gtin` as the till sent it ("" = none), `unit` of its quantity."""

    line: BillLine
    gtin: str = ""
    unit: str = "each"


@dataclass(frozen=True, slots=True)
class Basket:
    """A bill of the till: `source` and `external_id` name it for good, money in minor units.

    `number` is the one on the till's bill ("" = the cashier types it), `opened_at_ms` Unix
    milliseconds (0 = not said); `paid` says that the customer has paid at the till.
    """

    source: str
    external_id: str
    number: str
    lines: tuple[BasketLine, ...]
    discount_minor: int = 0
    opened_at_ms: int = 0
    paid: bool = False


@dataclass(frozen=True, slots=True)
class SentBasket:
    """What a till sent; `card` and `phone` lead to the member and are never stored."""

    basket: Basket
    currency: str
    voided: bool = False
    card: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


def basket_total_minor(basket: Basket) -> int:
    """Return what a basket comes to after all its discounts."""
    return sum(line_minor(one.line) for one in basket.lines) - basket.discount_minor
