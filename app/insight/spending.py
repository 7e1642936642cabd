"""Why the hub, or a station without it, let nothing be spent, in the member's language."""

from typing import assert_never

from app.domain.programme import Programme, money_of
from app.insight.words import Writer
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.spending import SpendRefusal


def why_not(writer: Writer, programme: Programme, refusal: SpendRefusal) -> str:
    """Return the reason as part of a sentence."""
    match refusal:
        case SpentElsewhere(credit_minor=credit_minor, in_credit=True):
            left = money_of(programme).short(credit_minor)
            return writer.say("spend", "credit_left", money=left)
        case SpentElsewhere(coins=coins):
            return writer.say("spend", "coins_left", coins=coins)
        case KeyTaken():
            return writer.say("spend", "taken")
        case SoldOut():
            return writer.say("spend", "sold_out")
        case NeedsNetwork(only_hub=True):
            return writer.say("spend", "network")
        case NeedsNetwork(coins=coins):
            return writer.say("spend", "floor", coins=coins)
        case _:
            assert_never(refusal)
