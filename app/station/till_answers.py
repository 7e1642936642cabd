"""What the shop's till is told of a basket it sent; the till's makers read it, so in English."""

from functools import partial
from typing import Literal, assert_never

from app.domain.baskets import SentBasket
from app.services.baskets import (
    BasketChanged,
    BasketReplaced,
    BasketTaken,
    BasketVoided,
    KeyReused,
    SameBasket,
    TakeOutcome,
    WrongCurrency,
)
from app.services.writing import DiskFull
from app.wire.baskets import BasketAnswer

Say = partial[BasketAnswer]


def answer_of(sent: SentBasket, outcome: TakeOutcome) -> BasketAnswer:
    """Return what the till is told."""
    basket = sent.basket
    say = partial(BasketAnswer, source=basket.source, external_id=basket.external_id)
    match outcome:
        case BasketTaken() | BasketReplaced() | SameBasket():
            return _here(say, outcome)
        case BasketVoided():
            return _voided(say, outcome)
        case BasketChanged():
            return _closed(say, outcome)
        case KeyReused():
            return say(
                code="key_reused",
                message="This Idempotency-Key came with another bill before. Use a new key for"
                " every bill, and for every change of one.",
            )
        case WrongCurrency():
            return say(
                code="wrong_currency",
                message=f"currency: {outcome.sent} is sent, but this shop keeps its money in"
                f" {outcome.currency}. Send {outcome.currency}.",
            )
        case DiskFull():
            return say(
                code="disk_full",
                message="The disk of this computer is full. Make room, and send the bill again.",
            )
        case _:
            assert_never(outcome)


def _here(say: Say, outcome: BasketTaken | BasketReplaced | SameBasket) -> BasketAnswer:
    member: Literal["known", "unknown", "none"] = "unknown" if outcome.unknown else "none"
    if outcome.member:
        member = "known"
    match outcome:
        case BasketTaken():
            message = "The bill is at the counter."
            return say(code="taken", message=message, state="waiting", member=member)
        case BasketReplaced():
            message = "The bill at the counter was changed."
            return say(code="replaced", message=message, state="waiting", member=member)
        case SameBasket():
            message = "This bill came before; nothing was changed."
            state = "recorded" if outcome.state == "cancel" else outcome.state
            return say(code="same", message=message, state=state, sale=outcome.sale, member=member)


def _voided(say: Say, outcome: BasketVoided) -> BasketAnswer:
    if not outcome.sale:
        return say(code="voided", message="The bill is off the counter.", state="voided")
    message = "The bill is recorded; the cashier is asked to void it. Until then it stands."
    return say(code="voided", message=message, state="recorded", sale=outcome.sale)


def _closed(say: Say, outcome: BasketChanged) -> BasketAnswer:
    if not outcome.sale:
        message = "This bill was voided. Send a new bill, with a new external_id."
        return say(code="closed", message=message, state="voided")
    number = f" as bill {outcome.bill_number}" if outcome.bill_number else ""
    message = (
        f"This bill is recorded{number} and cannot change any more. Return or void it at the"
        " counter, and send a new bill with a new external_id."
    )
    return say(code="closed", message=message, state="recorded", sale=outcome.sale)
