"""A leaderboard as it stands: the first places, and the place of one member."""

from dataclasses import dataclass
from datetime import date

from app.domain.leaderboards import (
    Place,
    alias,
    hidden,
    key_of,
    last_day,
    period_sums,
    ranked,
)
from app.domain.members import MemberState
from app.domain.promises import Leaderboard
from app.domain.texts import Text
from app.services.shop import Shop
from app.storage import leaderboards as rows


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One line: position, alias in each language, amount of the measure, whether it is `me`."""

    position: int
    alias: Text
    amount: int
    me: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The board of the present period, until `until`; `own` is the member's line, if any.

    `amount` is days for visits, status points, or minor units of money paid.
    """

    terms: Leaderboard
    until: date
    lines: tuple[BoardLine, ...]
    own: BoardLine | None


@dataclass(frozen=True, slots=True)
class BoardHidden:
    """Fewer than `at_least` members take part: an alias would be no secret."""

    terms: Leaderboard
    until: date
    at_least: int


@dataclass(frozen=True, slots=True)
class BoardUnknown:
    """The programme has no such leaderboard."""


def board(
    shop: Shop, board_id: str, member: str | None = None, state: MemberState | None = None
) -> Board | BoardHidden | BoardUnknown:
    """Return a board as it stands now, own events that are not booked yet included.

    Whoever has the member's state already gives it.
    """
    terms = next((one for one in shop.programme.leaderboards if one.id == board_id), None)
    if terms is None:
        return BoardUnknown()
    on = shop.moment().on
    period, until = key_of(terms.period, on), last_day(terms.period, on)
    with shop.db.rows(None) as (cursor, pending):
        touched = sorted({event.member for event in pending if event.member} | {member or ""})
        touched = [one for one in touched if one]
        before = {one: rows.amount_of(cursor, terms.measure, period, one) for one in touched}
        # Members whose row is about to change may all stand before those who are shown.
        wanted = max(terms.size, terms.at_least) + 1 + len(touched)
        best = dict(rows.top(cursor, terms.measure, period, wanted))
        fresh = {
            one: _now(state if state and one == member else shop.state(one), terms, on)
            for one in touched
        }
        best = {one: amount for one, amount in best.items() if one not in fresh} | fresh
        if hidden(terms, sum(amount > 0 for amount in best.values())):
            return BoardHidden(terms, until, terms.at_least)
        own = None
        if member and fresh[member] > 0:
            more = rows.ahead(cursor, terms.measure, period, fresh[member])
            more += sum(amount > fresh[member] for amount in fresh.values())
            more -= sum(amount > fresh[member] for amount in before.values())
            own = Place(more + 1, member, fresh[member])
    lines = tuple(_line(one, member) for one in ranked(best.items(), terms.size))
    return Board(terms, until, lines, _line(own, member) if own else None)


def _now(state: MemberState, terms: Leaderboard, on: date) -> int:
    sums = period_sums(state, on)[key_of(terms.period, on)]
    amount: int = getattr(sums, terms.measure)
    return amount


def _line(place: Place, member: str | None) -> BoardLine:
    return BoardLine(place.position, alias(place.member), place.amount, place.member == member)
