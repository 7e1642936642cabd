"""What an event brought beside what it should have brought, by the programme it names.

A sale is rated again from the context stored in it. Of what a screen gives by itself (a survey,
a greeting, the welcome gift) coins and vouchers are compared with what was promised, and of what
was bought its price. What a promise gave depends on the member's state then, and `fold` accounts
for it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.effects import Earn, Effect, Issue, Paid, Spend, Status, Visit
from app.domain.events import Event
from app.domain.facts import (
    Answered,
    Facts,
    Greeted,
    Rated,
    Redeemed,
    Sold,
    TicketsBought,
    Welcomed,
)
from app.domain.grants import reward_of
from app.domain.programme import Programme
from app.domain.promises import Prize
from app.domain.raffles import raffle_of
from app.domain.rating import Rules, coins_of
from app.domain.sales import earn_effects, purchase_effects
from app.domain.surveys import score, survey_of, worth


class Difference(NamedTuple):
    """`what` was given (`coins`, `points`, `visits`, `money`): `found` where `expected` is due.

    `price` is what coins bought something for, `vouchers` how many were given, `goods` that a
    voucher is worth something else than its reward.

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


# ---------------------------------------------------------------- what screens give by themselves


def given_again(programme: Programme, event: Event) -> Difference | None:
    """Compare what an event gave with what its own programme promises; None when they agree.

    What the programme does not have is promised nothing.
    """
    match event.facts:
        case Redeemed(reward=reward_id):
            return _bought(programme, event, reward_id)
        case TicketsBought(raffle=raffle_id, tickets=tickets):
            raffle = raffle_of(programme, raffle_id)
            price = tickets * raffle.ticket_coins if raffle else 0
            return _difference("price", _spent(event), (price,))
        case _:
            return _given(programme, event, _prizes(programme, event.facts))


def _bought(programme: Programme, event: Event, reward_id: str) -> Difference | None:
    reward = reward_of(programme, reward_id)
    if found := _difference("price", _spent(event), (reward.coins if reward else 0,)):
        return found
    issued = [one for one in event.effects if isinstance(one, Issue)]
    other = [one for one in issued if not reward or one.benefit != reward.benefit]
    return _difference("goods", len(other), (0,))


def _given(
    programme: Programme, event: Event, prizes: tuple[Prize, ...] | None
) -> Difference | None:
    if prizes is None:
        return None
    coins = sum(one.amount for one in event.effects if isinstance(one, Earn))
    if found := _difference("coins", coins, (one.coins for one in prizes)):
        return found
    issued = [one for one in event.effects if isinstance(one, Issue)]
    promised = [reward_of(programme, one.reward) for one in prizes]
    if found := _difference("vouchers", len(issued), (int(one is not None) for one in promised)):
        return found
    benefits = [one.benefit for one in promised if one]
    return _difference("goods", sum(one.benefit not in benefits for one in issued), (0,))


def _prizes(programme: Programme, facts: Facts) -> tuple[Prize, ...] | None:
    """Return what an event may give, one of these; None for what is not looked at."""
    match facts:
        case Answered() as answered:
            return (Prize(), _of_survey(programme, answered))
        case Rated():
            return tuple(Prize(coins=coins) for coins in range(programme.reviews.coins + 1))
        case Greeted(greeting=greeting_id):
            found = [one for one in programme.greetings if one.id == greeting_id]
            of_tiers = (prize for one in found for prize in (one.tier_prizes or {}).values())
            return (Prize(), *(one.prize for one in found), *of_tiers)
        case Welcomed():
            return (Prize(), programme.welcome or Prize())
        case _:
            return None


def _of_survey(programme: Programme, answered: Answered) -> Prize:
    """Return what answers are worth; the words of the member's own are never right or wrong."""
    survey = survey_of(programme, answered.survey)
    if survey is None or survey.version != answered.version or answered.doubts:
        return Prize()
    return Prize(coins=worth(survey, score(survey, dict(answered.answers)).right))


def _spent(event: Event) -> int:
    return sum(one.amount for one in event.effects if isinstance(one, Spend))


def _difference(what: str, found: int, promised: Iterable[int]) -> Difference | None:
    allowed = tuple(promised)
    return None if found in allowed else Difference(what, found, max(allowed))
