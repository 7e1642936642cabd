"""Bills that the shop's till sends: taken once, put on the counter, recorded once."""

from app.services.baskets.taking import (
    BasketChanged,
    BasketReplaced,
    BasketTaken,
    BasketVoided,
    KeyReused,
    SameBasket,
    TakeOutcome,
    WrongCurrency,
    take_basket,
)
from app.services.baskets.waiting import (
    BasketGone,
    OpenedBasket,
    Standing,
    WaitingBasket,
    basket_standing,
    dismiss_basket,
    open_basket,
    waiting_baskets,
)

__all__ = [
    "BasketChanged",
    "BasketGone",
    "BasketReplaced",
    "BasketTaken",
    "BasketVoided",
    "KeyReused",
    "OpenedBasket",
    "SameBasket",
    "Standing",
    "TakeOutcome",
    "WaitingBasket",
    "WrongCurrency",
    "basket_standing",
    "dismiss_basket",
    "open_basket",
    "take_basket",
    "waiting_baskets",
]
