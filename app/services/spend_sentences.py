"""Why the hub, or a station without it, let nothing be spent; English, for the command line."""

from typing import assert_never

from app.domain.money import Money
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.spending import SpendRefusal


def spend_sentence(refusal: SpendRefusal, money: Money) -> str:
    """Return what was refused and what to do."""
    match refusal:
        case SpentElsewhere(coins, credit_minor, in_credit):
            left = f"{money.short(credit_minor)} of store credit" if in_credit else f"{coins} coins"
            return f"Only {left} can be used now: the rest was used elsewhere or is on its way."
        case KeyTaken(store=store, till=till, on=on):
            day = f" on {on}" if on else ""
            return f"It was used at {store}, till {till}{day}." if store else "It was used before."
        case SoldOut():
            return "None is left: another station took the last one."
        case NeedsNetwork(only_hub=True):
            return "The hub does not answer, and this needs it. Try again when it does."
        case NeedsNetwork(coins, credit_minor):
            credit = f" and {money.short(credit_minor)} of store credit" if credit_minor else ""
            return f"The hub does not answer; without it at most {coins} coins{credit} can be used."
        case _:
            assert_never(refusal)
