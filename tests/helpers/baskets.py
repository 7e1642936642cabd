"""What a till sends, and a shop to send it to."""

import json
from collections.abc import Callable
from time import monotonic, sleep
from typing import Any

from app.domain.baskets import SentBasket
from app.wire.baskets import read_basket

LINES = [
    {"sku": "ATTA5", "name": "Atta 5 kg", "quantity": "2", "unit_price_minor": 25_000},
    {"name": "Tomatoes", "quantity": "1.250", "unit_price_minor": 4_000, "discount_minor": 500},
]


def document(external_id: str = "1", **said: Any) -> dict[str, Any]:
    """A bill of 545 rupees; what is said takes the place of what it says, None leaves it out."""
    whole = {
        "source": "till-7",
        "external_id": external_id,
        "bill_number": f"A-{external_id}",
        "currency": "INR",
        "lines": LINES,
        "total_minor": 54_500,
    } | said
    return {name: value for name, value in whole.items() if value is not None}


def body(external_id: str = "1", **said: Any) -> bytes:
    """The document as bytes."""
    return json.dumps(document(external_id, **said)).encode()


def sent(external_id: str = "1", **said: Any) -> SentBasket:
    """The document as it is taken."""
    read = read_basket(body(external_id, **said))
    assert isinstance(read, SentBasket), read
    return read


def of_amount(amount_minor: int, external_id: str = "1", **said: Any) -> SentBasket:
    """A bill of one line."""
    lines = [{"unit_price_minor": amount_minor, "name": "Goods"}]
    return sent(external_id, lines=lines, total_minor=amount_minor, **said)


def until(met: Callable[[], object]) -> None:
    """Wait for a condition; fail after ten seconds."""
    ends = monotonic() + 10
    while not met():
        assert monotonic() < ends, "it never came to that"
        sleep(0.01)
