"""Every movement of coins, one row each."""

from collections.abc import Iterator
from datetime import date

from app.domain.effects import Earn, Effect, Expire, Respend, Restore, Reverse, Spend
from app.domain.events import Event
from app.domain.facts import Claimed, Returned, Sold
from app.insight import feed
from app.insight.members import numbers
from app.services.shop import Shop
from app.wire.exports import Cell

COLUMNS = (
    "number",
    "on",
    "member",
    "movement",
    "coins",
    "rule",
    "available_from",
    "expires_on",
    "receipt",
    "event",
)


def coin_rows(shop: Shop, until: date | None) -> Iterator[tuple[Cell, ...]]:
    """Yield the movements up to a business date in the order of the feed.

    `coins` are signed: what a member has more afterwards. `number` is the feed's.
    """
    names = numbers(shop)
    for number, event in feed.events(shop.folder, until):
        for effect in event.effects:
            moved = _moved(effect)
            if moved is not None:
                movement, coins, rule, start, end = moved
                yield (
                    number,
                    event.on,
                    names.get(event.member, event.member),
                    movement,
                    coins,
                    rule,
                    start,
                    end,
                    _receipt(event),
                    event.id,
                )


def _moved(effect: Effect) -> tuple[str, int, str, date | None, date | None] | None:
    match effect:
        case Earn():
            return (
                "earned", effect.amount, effect.rule, effect.available_from, effect.expires_on
            )  # fmt: skip
        case Reverse():
            return (
                "reversed", -effect.amount, effect.rule, effect.available_from, effect.expires_on
            )  # fmt: skip
        case Spend() | Respend():
            return "spent", -effect.amount, "", None, None
        case Restore():
            return "restored", effect.amount, "", None, None
        case Expire():
            return "expired", -effect.amount, "", effect.available_from, effect.expires_on
        case _:
            return None


def _receipt(event: Event) -> str:
    match event.facts:
        case Sold(bill_number=number) | Returned(receipt=number):
            return number
        case Claimed(sale=sale):
            return sale
        case _:
            return ""
