"""What the raffle screen shows of what is known."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.domain.money import Money
from app.domain.texts import text_in
from app.services.raffle_views import RaffleView
from app.services.raffles import Buying, TicketsSold
from app.ui import raffle_sentences as say
from app.ui.words import translate

Step = Literal["show", "buy", "told"]
TICKETS_SHOWN = 24
"""So many of a member's tickets have room; of more, it is said how many others there are."""


@dataclass(frozen=True, slots=True)
class RaffleInputs:
    """All that the screen depends on.

    `chosen` is the raffle looked at ("" = the first), `room` the coins that may be spent without
    a connection (None = there is one), `count` how many tickets are about to be bought.
    """

    money: Money
    today: date
    language: str
    found: tuple[RaffleView, ...] | None = None
    room: int | None = None
    chosen: str = ""
    step: Step = "show"
    count: int = 1
    busy: bool = False
    outcome: Buying | None = None


@dataclass(frozen=True, slots=True)
class RaffleProps:
    """What QML reads."""

    step: str = "show"
    nothing: str = ""
    title: str = ""
    when: str = ""
    mine: str = ""
    others: str = ""
    price: str = ""
    mechanics: str = ""
    permit: str = ""
    checks: str = ""
    drawn: bool = False
    canBuy: bool = False
    away: str = ""
    count: str = ""
    canMore: bool = False
    canFewer: bool = False
    before: str = ""
    cost: str = ""
    after: str = ""
    busy: bool = False
    doneTitle: str = ""
    doneText: str = ""
    good: bool = False


@dataclass(frozen=True, slots=True)
class RaffleRow:
    """A raffle to choose."""

    id: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One of the member's tickets."""

    number: str
    won: bool


@dataclass(frozen=True, slots=True)
class PrizeRow:
    """What can be won: "3 × 25 kg of rice"."""

    title: str


@dataclass(frozen=True, slots=True)
class WinnerRow:
    """A prize, the ticket that won it, whose it is."""

    prize: str
    ticket: str
    who: str
    mine: bool


def shown_of(inputs: RaffleInputs) -> RaffleView | None:
    """Return the raffle that is looked at."""
    found = inputs.found or ()
    return next((one for one in found if one.id == inputs.chosen), found[0] if found else None)


def most_of(inputs: RaffleInputs) -> int:
    """Return how many tickets may be bought now, at least one."""
    view = shown_of(inputs)
    if view is None or not view.price:
        return 1
    room = view.most if inputs.room is None else min(view.most, inputs.room // view.price)
    return max(1, room)


def derive_raffle(inputs: RaffleInputs) -> RaffleProps:
    """Return what the screen shows around its rows."""
    view = shown_of(inputs)
    if view is None:
        nothing = translate("raffle", "No lucky draw just now.")
        return RaffleProps(nothing=nothing if inputs.found is not None else "")
    money, language = inputs.money, inputs.language
    away = _away(inputs, view)
    others = len(view.tickets) - TICKETS_SHOWN
    shown = RaffleProps(
        step=inputs.step,
        title=text_in(view.title, language),
        when=say.when(view, inputs.today, language),
        mine=say.mine(len(view.tickets), money),
        others=translate("raffle", "and {count} more", None, others).format(
            count=money.number(others)
        )
        if others > 0
        else "",
        price=say.price(view, inputs.today, money, language),
        mechanics=text_in(view.mechanics, language),
        permit=view.permit,
        checks="\n\n".join(say.checks(view)),
        drawn=view.draw is not None,
        canBuy=view.most > 0 and not away and not inputs.busy,
        away=away,
        busy=inputs.busy,
    )
    if inputs.step == "buy":
        return _buying(shown, inputs, view)
    return _told(shown, inputs) if inputs.step == "told" else shown


def _away(inputs: RaffleInputs, view: RaffleView) -> str:
    if inputs.room is None or not view.price or inputs.room >= view.price:
        return ""
    return translate(
        "raffle", "No connection just now, so no tickets can be bought. Your coins are safe."
    )


def _buying(shown: RaffleProps, inputs: RaffleInputs, view: RaffleView) -> RaffleProps:
    cost = inputs.count * view.price
    return replace(
        shown,
        count=inputs.money.number(inputs.count),
        canMore=inputs.count < most_of(inputs),
        canFewer=inputs.count > 1,
        before=inputs.money.number(view.coins),
        cost=inputs.money.number(cost),
        after=inputs.money.number(view.coins - cost),
    )


def _told(shown: RaffleProps, inputs: RaffleInputs) -> RaffleProps:
    outcome = inputs.outcome
    if isinstance(outcome, TicketsSold):
        count = len(outcome.numbers)
        return replace(
            shown,
            good=True,
            doneTitle=translate("raffle", "Good luck!"),
            doneText=translate("raffle", "{count} ticket(s) more are yours.", None, count).format(
                count=inputs.money.number(count)
            ),
        )
    if outcome is None:
        return replace(shown, step="show")
    told = say.not_bought(outcome, inputs.money, inputs.today, inputs.language)
    return replace(shown, doneTitle=told.title, doneText=told.text)


def derive_raffle_rows(inputs: RaffleInputs) -> tuple[RaffleRow, ...]:
    """Return the raffles to choose from; none where there is only one."""
    found, view = inputs.found or (), shown_of(inputs)
    if len(found) < 2:
        return ()
    return tuple(
        RaffleRow(one.id, text_in(one.title, inputs.language), one is view) for one in found
    )


def derive_tickets(inputs: RaffleInputs) -> tuple[TicketRow, ...]:
    """Return the member's tickets, those that won first."""
    view = shown_of(inputs)
    if view is None:
        return ()
    won = {one.ticket for one in view.draw.winners} if view.draw else set()
    rows = sorted((one.number not in won, one.number) for one in view.tickets)
    return tuple(TicketRow(number, not lost) for lost, number in rows[:TICKETS_SHOWN])


def derive_prizes(inputs: RaffleInputs) -> tuple[PrizeRow, ...]:
    """Return what can be won; after the draw the winners stand there instead."""
    view = shown_of(inputs)
    if view is None or view.draw is not None:
        return ()
    money, language = inputs.money, inputs.language
    return tuple(
        PrizeRow(
            f"{money.number(one.count)} × {text_in(one.title, language)}"
            if one.count > 1
            else text_in(one.title, language)
        )
        for one in view.prizes
    )


def derive_winners(inputs: RaffleInputs) -> tuple[WinnerRow, ...]:
    """Return who won, the member's own prizes first."""
    view = shown_of(inputs)
    if view is None or view.draw is None:
        return ()
    own = {one.number for one in view.tickets}
    rows = [
        WinnerRow(text_in(one.prize, inputs.language), one.ticket, say.who(one), one.ticket in own)
        for one in view.draw.winners
    ]
    return tuple(sorted(rows, key=lambda row: not row.mine))
