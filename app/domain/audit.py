"""A sale rated again from the context stored in it: what it brought, what it should have brought.

Only what follows from lines and context alone is compared; what a promise gave depends on the
member's state then, and `fold` accounts for it.
"""

from typing import NamedTuple

from app.domain.effects import Earn, Effect, Paid, Status, Visit
from app.domain.facts import Sold
from app.domain.rating import Rules, coins_of
from app.domain.sales import earn_effects, purchase_effects


class Difference(NamedTuple):
    """`what` a sale gave (`coins`, `points`, `visits`, `money`): `found` where `expected` is due.

    Where the sums agree and only the way to them differs, both are the same figure.
    """

    what: str
    found: int
    expected: int


def rated_again(
    rules: Rules, member: str, sold: Sold, effects: tuple[Effect, ...]
) -> Difference | None:
    """Compare a sale with what its own programme (`rules`) gives; None when they agree.

    A guest (`member` is empty) earns nothing.
    """
    steps = coins_of(rules, sold.lines, sold.context) if member else ()
    on = sold.context.on
    wanted = (
        [*earn_effects(rules, steps, on), *purchase_effects(rules, sold.lines, on)]
        if member
        else []
    )
    found = [one for one in effects if _by_rating(one)]
    if found == wanted and steps == sold.steps:
        return None
    sums = [(what, _sum(found, what), _sum(wanted, what)) for what in _WHAT.values()]
    return Difference(*next((one for one in sums if one[1] != one[2]), sums[0]))


_WHAT = {Earn: "coins", Status: "points", Visit: "visits", Paid: "money"}


def _by_rating(effect: Effect) -> bool:
    """Say whether rating makes such an effect; what promises give names its source with a colon."""
    return type(effect) in _WHAT and not (isinstance(effect, Earn) and ":" in effect.rule)


def _sum(effects: list[Effect], what: str) -> int:
    return sum(_amount(one) for one in effects if _WHAT[type(one)] == what)


def _amount(effect: Effect) -> int:
    match effect:
        case Earn(amount=amount) | Visit(count=amount):
            return amount
        case Status(points=amount) | Paid(amount_minor=amount):
            return amount
        case _:
            return 0
