"""Why what a member wants to pay with cannot be used now, as a cashier reads it."""

from datetime import date
from typing import assert_never

from app.domain.money import Money
from app.services.authority import KeyTaken, NeedsNetwork, SoldOut, SpentElsewhere
from app.services.spending import SpendRefusal
from app.ui import dates
from app.ui.words import translate


def spend_refused(
    refusal: SpendRefusal, money: Money, offset_min: int, today: date, language: str
) -> str:
    """Say what is left, or who was first, and what to do."""
    match refusal:
        case SpentElsewhere(credit_minor=credit_minor, in_credit=True):
            return translate(
                "spending",
                "Only {money} of store credit can be used now. The rest was used at another "
                "counter, or has not arrived yet.",
            ).format(money=money.short(credit_minor))
        case SpentElsewhere(coins=coins):
            return translate(
                "spending",
                "Only {coins} coin(s) can be used now. The rest was used at another counter, "
                "or has not arrived yet.",
                None,
                coins,
            ).format(coins=money.number(coins))
        case KeyTaken():
            return _taken(refusal, offset_min, today, language)
        case SoldOut():
            return translate("spending", "None is left. The last one went at another counter.")
        case NeedsNetwork(only_hub=True):
            return translate(
                "spending",
                "There is no connection, and this cannot be used without it. Take it off the "
                "bill, or try again in a while.",
            )
        case NeedsNetwork(coins=0, credit_minor=0):
            return translate(
                "spending",
                "There is no connection, so coins and credit cannot be used now. Record the bill "
                "without them: it earns as always.",
            )
        case NeedsNetwork(coins=coins, credit_minor=credit_minor):
            return translate(
                "spending",
                "There is no connection. Without it at most {coins} coins and {money} of store "
                "credit can be used now.",
            ).format(coins=money.number(coins), money=money.short(credit_minor))
        case _:
            assert_never(refusal)


def _taken(taken: KeyTaken, offset_min: int, today: date, language: str) -> str:
    if not taken.at_ms:
        return translate("spending", "This voucher or code was used before.")
    at = dates.hour(dates.local_time(taken.at_ms, offset_min), language)
    day = dates.day(taken.on or today, today, language)
    if taken.who:
        return translate(
            "spending",
            "This voucher or code was used: {day}, {hour}, till {till}, by {who}.",
        ).format(day=day, hour=at, till=taken.till, who=taken.who)
    return translate(
        "spending", "This voucher or code was used: {day}, {hour}, till {till}."
    ).format(day=day, hour=at, till=taken.till)
