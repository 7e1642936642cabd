"""A raffle as a member sees it: the own tickets, what can be won and was, what can be checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.draws import Ticket
from app.domain.members import MemberState, coins_on
from app.domain.promises import Raffle
from app.domain.raffles import bought, raffle_of
from app.domain.texts import Text
from app.services.raffle_proofs import DrawShown, shown
from app.services.raffles import Course, course_of, held_in, known_raffles
from app.services.shop import Shop

SHOWN_DAYS = 90
"""So long after its draw a raffle is still shown."""


@dataclass(frozen=True, slots=True)
class PrizeShown:
    """`count` of a prize."""

    title: Text
    count: int


@dataclass(frozen=True, slots=True)
class RaffleView:
    """A raffle with one member's part in it.

    `price` is what a ticket costs in coins (0 = not for sale now) and `most` how many more the
    member may buy, as many as the coins pay for. `seed_hash` was published before the first
    ticket, `root` when the list was closed ("" = not yet). `draw` is None before the draw.
    """

    id: str
    title: Text
    mechanics: Text
    permit: str
    closes: date | None
    draws_on: date
    prizes: tuple[PrizeShown, ...]
    tickets: tuple[Ticket, ...]
    price: int
    most: int
    coins: int
    seed_hash: str
    root: str
    draw: DrawShown | None


def raffles_of(shop: Shop, member: str) -> tuple[RaffleView, ...]:
    """Return the raffles that run or were drawn lately, what is drawn next first."""
    state, on = shop.state(member), shop.moment().on
    views = [_view(shop, state, raffle_id, on) for raffle_id in known_raffles(shop)]
    found = [one for one in views if one is not None]
    coming = sorted((one for one in found if one.draw is None), key=lambda one: one.draws_on)
    drawn = sorted((one for one in found if one.draw), key=lambda one: one.draws_on, reverse=True)
    return (*coming, *drawn)


def _view(shop: Shop, state: MemberState, raffle_id: str, on: date) -> RaffleView | None:
    raffle = raffle_of(shop.programme, raffle_id)
    course = course_of(shop, raffle_id)
    promised = course.terms or (_promised(raffle) if raffle else {})
    if not promised or on < date.fromisoformat(promised["opens"]):
        return None
    seen = shown(shop, raffle_id)
    draw = seen if isinstance(seen, DrawShown) else None
    if draw is not None and (on - draw.drawn_on).days > SHOWN_DAYS:
        return None
    coins = coins_on(state, on).spendable
    return RaffleView(
        id=raffle_id,
        title=promised["title"],
        mechanics=promised["mechanics"],
        permit=promised["permit"],
        closes=raffle.closes if raffle else None,
        draws_on=date.fromisoformat(promised["draws_on"]),
        prizes=tuple(PrizeShown(one["title"], one["count"]) for one in promised["prizes"]),
        tickets=held_in(shop, state, state.member, raffle_id),
        price=raffle.ticket_coins if raffle and _is_sold(raffle, course, on) else 0,
        most=_most(state, raffle, coins) if raffle and _is_sold(raffle, course, on) else 0,
        coins=coins,
        seed_hash=course.opened.seed_hash if course.opened else "",
        root=course.frozen.root if course.frozen else "",
        draw=draw,
    )


def _promised(raffle: Raffle) -> Mapping[str, Any]:
    """Return what the programme promises, as it is frozen on the morning of the draw."""
    return {
        "title": raffle.title,
        "mechanics": raffle.mechanics,
        "permit": raffle.permit,
        "opens": str(raffle.opens),
        "draws_on": str(raffle.draws_on),
        "prizes": [{"title": one.title, "count": one.count} for one in raffle.prizes],
    }


def _is_sold(raffle: Raffle, course: Course, on: date) -> bool:
    return raffle.ticket_coins > 0 and on <= raffle.closes and course.frozen is None


def _most(state: MemberState, raffle: Raffle, coins: int) -> int:
    payable = coins // raffle.ticket_coins
    if not raffle.ticket_limit:
        return payable
    return max(0, min(payable, raffle.ticket_limit - bought(state, raffle)))
