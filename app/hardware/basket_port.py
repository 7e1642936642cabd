"""The one port through which the shop's till hands over its bills."""

from collections.abc import Callable

from app.domain.baskets import SentBasket
from app.wire.baskets import BasketAnswer

TakeBasket = Callable[[SentBasket, str], BasketAnswer]
"""Keep a basket, sent with an idempotency key or ""; called from any thread."""
