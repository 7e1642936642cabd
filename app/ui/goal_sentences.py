"""What is missing for a goal and what it gives, as a shopper would be told."""

from datetime import date, timedelta

from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.promises import Prize, Source
from app.domain.texts import text_in
from app.ui import dates
from app.ui.words import translate


def figures(source: Source, amount: int, target: int, money: Money) -> str:
    """Return how much of a target is done: "3 / 5", "₹1,450 / ₹2,000"."""
    if source == "spend":
        return f"{_whole(amount, money)} / {_whole(target, money)}"
    return f"{money.number(amount)} / {money.number(target)}"


def _whole(minor: int, money: Money) -> str:
    """Return an amount without its part of a rupee, which a bar cannot show."""
    return money.short(minor // 10**money.digits * 10**money.digits)


def missing(source: Source, left: int, money: Money) -> str:
    """Return what is still to be done; `left` in the unit of the source."""
    count = money.number(left)
    match source:
        case "visits":
            return translate("goals", "Come {count} more time(s)", None, left).format(count=count)
        case "bills":
            return translate("goals", "{count} more purchase(s)", None, left).format(count=count)
        case "spend":
            up = -(-left // 10**money.digits) * 10**money.digits
            return translate("goals", "Shop for {money} more").format(money=money.short(up))
        case "units":
            return translate("goals", "Buy {count} more", None, left).format(count=count)
        case "categories":
            return translate("goals", "{count} more kind(s) of goods", None, left).format(
                count=count
            )
        case "surveys":
            return translate("goals", "Answer {count} more time(s)", None, left).format(count=count)
        case "reviews":
            return translate("goals", "Rate {count} more thing(s)", None, left).format(count=count)
        case "referrals":
            return translate("goals", "Bring {count} more friend(s)", None, left).format(
                count=count
            )
        case "goals":
            return translate("goals", "{count} more challenge(s)", None, left).format(count=count)


def prize_words(prize: Prize | None, programme: Programme, money: Money, language: str) -> str:
    """Return what a prize is: "150 coins", a reward's title, … ; "" for none."""
    if prize is None:
        return ""
    said = []
    if prize.coins:
        said.append(coins(prize.coins, money))
    if prize.credit_minor:
        said.append(
            translate("goals", "{money} to shop with").format(money=money.short(prize.credit_minor))
        )
    reward = next((one for one in programme.rewards if one.id == prize.reward), None)
    if reward is not None:
        said.append(text_in(reward.title, language))
    if prize.tickets:
        said.append(
            translate("goals", "{count} raffle ticket(s)", None, prize.tickets).format(
                count=money.number(prize.tickets)
            )
        )
    return " + ".join(said)


def to_do(left: str, prize: str) -> str:
    """Return what is missing and what it brings in one sentence."""
    if not prize:
        return left
    return translate("goals", "{missing} and get {prize}").format(missing=left, prize=prize)


def coins(count: int, money: Money) -> str:
    """Return "1 coin", "150 coins"."""
    return translate("goals", "{count} coin(s)", None, count).format(count=money.number(count))


def by_day(until: date | None, today: date, language: str) -> str:
    """Return until when something counts, or "" when it has no end this year or next."""
    if until is None or until > today + timedelta(days=366):
        return ""
    if until == today:
        return translate("goals", "today only")
    if until == today + timedelta(days=1):
        return translate("goals", "until tomorrow")
    return translate("goals", "until {day}").format(day=dates.plain_day(until, today, language))
