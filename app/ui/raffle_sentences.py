"""A raffle as a shopper reads it: when it is drawn, what a ticket costs, how to check it."""

from datetime import date

from app.domain.money import Money
from app.services.raffle_proofs import WinnerShown
from app.services.raffle_views import RaffleView
from app.services.raffles import (
    Buying,
    NotForSale,
    NotNow,
    RaffleUnknown,
    TicketsSold,
    TooFewCoins,
    TooManyTickets,
)
from app.services.sales import AlreadyRecorded
from app.services.writing import DiskFull
from app.ui import dates
from app.ui.reward_outcomes import Told, coins_safe, full, not_spent
from app.ui.words import translate

FINGERPRINT = 16
"""So many signs of a fingerprint are shown: enough to compare with the sheet in the shop."""


def when(view: RaffleView, today: date, language: str) -> str:
    """Say when it is drawn, or when it was."""
    if view.draw is not None:
        return translate("raffle", "Drawn: {day}").format(
            day=dates.day(view.draw.drawn_on, today, language)
        )
    if view.draws_on == today:
        return translate("raffle", "It is drawn today!")
    return translate("raffle", "It is drawn on {day}").format(
        day=dates.plain_day(view.draws_on, today, language)
    )


def mine(count: int, money: Money) -> str:
    """Say how many tickets are the member's."""
    if not count:
        return translate("raffle", "You have no ticket yet")
    return translate("raffle", "You have {count} ticket(s)", None, count).format(
        count=money.number(count)
    )


def price(view: RaffleView, today: date, money: Money, language: str) -> str:
    """Say what a ticket costs and how many more can be bought; "" when none are sold."""
    if not view.price:
        return ""
    cost = translate("raffle", "1 ticket for {count} coin(s)", None, view.price).format(
        count=money.number(view.price)
    )
    if view.closes is None:
        return cost
    until = translate("raffle", "until {day}").format(
        day=dates.plain_day(view.closes, today, language)
    )
    return f"{cost} · {until}"


def who(winner: WinnerShown) -> str:
    """Return a winner as everybody may see them: first name and masked phone."""
    parts = [part for part in (winner.first_name, winner.phone_masked) if part]
    return " · ".join(parts) or translate("raffle", "A member")


def checks(view: RaffleView) -> tuple[str, ...]:
    """Say in plain words how anybody can check the draw."""
    said = [
        translate(
            "raffle",
            "Before the first ticket we locked a secret number away and hung up its "
            "fingerprint: {fingerprint}…",
        ).format(fingerprint=view.seed_hash[:FINGERPRINT])
    ]
    if view.root:
        said.append(
            translate(
                "raffle",
                "On the morning of the draw the list of all tickets was closed. Its fingerprint: "
                "{fingerprint}…",
            ).format(fingerprint=view.root[:FINGERPRINT])
        )
    if view.draw is None:
        said.append(
            translate(
                "raffle",
                "After the draw we show the secret number. Then anybody can work out the winners "
                "again; nobody can choose them.",
            )
        )
    else:
        said.append(
            translate(
                "raffle",
                "The secret number is open now, so anybody can work out the winners again. Ask us "
                "for the sheet with it.",
            )
        )
    return tuple(said) if view.seed_hash else tuple(said[1:])


def not_bought(outcome: Buying, money: Money, today: date, language: str) -> Told:
    """Say why no ticket was bought, and what to do; nothing of it costs coins."""
    title = translate("raffle", "No ticket was bought")
    match outcome:
        case TooManyTickets(limit=limit):
            why = translate("raffle", "{count} is the most each person can buy.", None, limit)
            return Told(title, f"{why.format(count=money.number(limit))} {coins_safe()}")
        case TooFewCoins(have=have, needed=needed):
            left = needed - have
            why = translate("raffle", "{count} coin(s) are missing.", None, left)
            return Told(title, f"{why.format(count=money.number(left))} {coins_safe()}")
        case NotNow(opens=opens, closes=closes):
            why = translate("raffle", "Tickets are sold from {first} to {last}.").format(
                first=dates.plain_day(opens, today, language),
                last=dates.plain_day(closes, today, language),
            )
            return Told(title, f"{why} {coins_safe()}")
        case NotForSale() | RaffleUnknown():
            why = translate("raffle", "Tickets are not sold for coins.")
            return Told(title, f"{why} {coins_safe()}")
        case AlreadyRecorded():
            return Told(
                translate("raffle", "You have these already"),
                translate("raffle", "The coins went only once."),
            )
        case DiskFull():
            return full()
        case TicketsSold():
            raise ValueError("tickets that were sold need no excuse")
        case _:
            return not_spent(outcome, money)
