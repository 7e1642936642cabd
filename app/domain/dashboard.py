"""What of all that a member could look at is put on the first screen (issue 5, LOOK.md)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from app.domain.bill_faults import NotEnoughCoins
from app.domain.questions import Survey
from app.domain.rewards import Offer

CHALLENGES_SHOWN: Final = 3
URGENT_DAYS: Final = 3
"""A challenge that ends within these days is urgent, once something of it is done."""


class Way(NamedTuple):
    """How far a challenge is: `amount` of `target`, until a date (None = no end)."""

    amount: int
    target: int
    until: date | None


def shown_first(ways: Sequence[Way], on: date) -> tuple[int, ...]:
    """Return the places in `ways` of the challenges to show on a business date, at most three.

    First what is begun and ends in a few days, soonest first; then what is nearest to its
    target; among equally near ones, what ends first. What is equal stays in the programme's order.
    """
    return tuple(sorted(range(len(ways)), key=lambda at: _rank(ways[at], on))[:CHALLENGES_SHOWN])


def _rank(way: Way, on: date) -> tuple[int, int, int]:
    until = way.until or date.max
    permille = way.amount * 1000 // max(1, way.target)
    if way.amount > 0 and until <= on + timedelta(days=URGENT_DAYS):
        return 0, until.toordinal(), -permille
    return 1, -permille, until.toordinal()


def goal_offered(offers: Sequence[Offer]) -> Offer | None:
    """Return the reward to save for that is offered to whoever chose none.

    The one with the fewest coins missing; when all are within reach, the dearest. `offers` come
    as `offer_of` orders them.
    """
    missing = (offer for offer in offers if isinstance(offer.fault, NotEnoughCoins))
    reached = (offer for offer in offers if offer.fault is None)
    return next(missing, None) or next(reached, None)


_SECONDS: Final = {"text": 30, "many": 15}
_SECONDS_ELSE: Final = 10


def minutes_of(survey: Survey) -> int:
    """Return about how many minutes a survey takes, at least one; those with forks may be less."""
    seconds = sum(_SECONDS.get(question.kind, _SECONDS_ELSE) for question in survey.questions)
    return max(1, -(-seconds // 60))
