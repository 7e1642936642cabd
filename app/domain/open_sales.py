"""A sale as it stands after what came back of it: what a return desk and a void need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from app.domain.effects import (
    Credit,
    DebitRestore,
    Earn,
    Redebit,
    Respend,
    Restore,
    Status,
    Visit,
)
from app.domain.events import Event
from app.domain.facts import Claimed, Returned, Sold, Voided


class Kept(NamedTuple):
    """What is left of a line: thousandths of a unit and the money paid for them."""

    quantity_milli: int
    net_minor: int


@dataclass(frozen=True, slots=True)
class OpenSale:
    """A sale and what came back of it; kept until the return window is over.

    `earned` are the sale's Earn effects, `taken` the coins each rule gave back so far,
    `coins_back` the coins paid with that were given back. `counted` says that the purchase
    counts for the member (not for guests, and not when another bill held its number).
    `credits` is the cashback it gave, `credit_taken` what each rule gave back of it,
    `credit_back` the store credit paid with that was given back.
    """

    sale: str
    member: str
    store: str
    till: str
    staff: str
    on: date
    at_ms: int
    programme: str
    sold: Sold
    earned: tuple[Earn, ...]
    status: int
    kept: tuple[Kept, ...]
    taken: dict[str, int]
    coins_back: int = 0
    status_back: int = 0
    voided: bool = False
    counted: bool = True
    credits: tuple[Credit, ...] = ()
    credit_taken: dict[str, int] | None = None
    credit_back: int = 0


def open_sale(event: Event) -> OpenSale:
    """Return the open sale of a `sold` event."""
    sold = event.facts
    if not isinstance(sold, Sold):
        raise TypeError(f"event {event.id} is {event.kind}, not a sale")
    return OpenSale(
        sale=event.id,
        member=event.member,
        store=event.store,
        till=event.till,
        staff=event.staff,
        on=event.on,
        at_ms=event.at_ms,
        programme=event.programme,
        sold=sold,
        earned=_earns(event),
        status=_status(event),
        kept=tuple(Kept(line.quantity_milli, line.net_minor) for line in sold.lines),
        taken={},
        counted=_counts(event),
        credits=_credits(event),
    )


def _earns(event: Event) -> tuple[Earn, ...]:
    """Return the coins of a sale's own rules; those of its gifts go with the gift."""
    return tuple(
        effect
        for effect in event.effects
        if isinstance(effect, Earn) and not effect.rule.startswith("gift:")
    )


def _credits(event: Event) -> tuple[Credit, ...]:
    """Return the cashback of a sale: credit that no gift of its own gave."""
    return tuple(
        effect
        for effect in event.effects
        if isinstance(effect, Credit) and effect.rule.startswith("cashback:")
    )


def _status(event: Event) -> int:
    return sum(effect.points for effect in event.effects if isinstance(effect, Status))


def _counts(event: Event) -> bool:
    return any(isinstance(effect, Visit) for effect in event.effects)


def follow(sale: OpenSale, event: Event) -> OpenSale:
    """Return the sale after an event that names it (returned, voided, claimed)."""
    match event.facts:
        case Voided():
            none = tuple(Kept(0, 0) for _ in sale.kept)
            return replace(sale, voided=True, kept=none)
        case Claimed() as claimed:
            return replace(
                sale,
                member=event.member,
                counted=_counts(event),
                earned=_earns(event),
                status=_status(event),
                credits=_credits(event),
                sold=replace(sale.sold, context=claimed.context, steps=claimed.steps),
            )
        case Returned() as returned:
            return _after_return(sale, event, returned)
        case _:
            return sale


def _after_return(sale: OpenSale, event: Event, returned: Returned) -> OpenSale:
    kept = list(sale.kept)
    for part in returned.parts:
        if part.sale == sale.sale:
            left = kept[part.line]
            kept[part.line] = Kept(
                left.quantity_milli - part.quantity_milli, left.net_minor - part.amount_minor
            )
    taken = dict(sale.taken)
    for of, rule, coins in returned.steps:
        if of == sale.sale:
            taken[rule] = taken.get(rule, 0) + coins
    back = sum(
        effect.amount if isinstance(effect, Restore) else -effect.amount
        for effect in event.effects
        if isinstance(effect, Restore | Respend) and effect.spend_id == sale.sale
    )
    status_back = sum(points for of, points in returned.status if of == sale.sale)
    credit_back = sum(
        effect.amount_minor if isinstance(effect, DebitRestore) else -effect.amount_minor
        for effect in event.effects
        if isinstance(effect, DebitRestore | Redebit) and effect.spend_id == sale.sale
    )
    credit_taken = dict(sale.credit_taken or {})
    for of, rule, minor in returned.credit_steps:
        if of == sale.sale:
            credit_taken[rule] = credit_taken.get(rule, 0) + minor
    return replace(
        sale,
        kept=tuple(kept),
        taken={rule: coins for rule, coins in taken.items() if coins},
        coins_back=sale.coins_back + back,
        status_back=sale.status_back + status_back,
        credit_back=sale.credit_back + credit_back,
        credit_taken={rule: minor for rule, minor in credit_taken.items() if minor} or None,
    )


def with_kept(sale: OpenSale, kept: Sequence[Kept]) -> OpenSale:
    """Return the sale with other units kept."""
    return replace(sale, kept=tuple(kept))


def nothing_kept(sale: OpenSale) -> bool:
    """Say whether everything of the sale came back."""
    return not any(kept.quantity_milli or kept.net_minor for kept in sale.kept)


def untouched(sale: OpenSale) -> bool:
    """Say whether nothing of the sale came back yet."""
    return all(
        kept == (line.quantity_milli, line.net_minor)
        for kept, line in zip(sale.kept, sale.sold.lines, strict=True)
    )
