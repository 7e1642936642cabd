"""Rewards as a shopper reads them: what stands in the way, what is left, what happens next."""

from datetime import date
from typing import assert_never

from app.domain.bill_faults import NotEnoughCoins
from app.domain.conditions import CapPeriod
from app.domain.money import Money
from app.domain.programme import Programme
from app.domain.promises import Reward
from app.domain.rewards import (
    LimitReached,
    NotForCoins,
    NotOpen,
    NotYours,
    Offer,
    OutOfStock,
    RewardFault,
    kind_of,
)
from app.domain.texts import text_in
from app.services.shelf import Shelf
from app.ui import dates
from app.ui.words import translate

FEW_LEFT = 10
"""From here on down a card says how many are left."""


def worth(reward: Reward, shelf: Shelf, money: Money) -> str:
    """Return what a reward is worth in money, or "" where that depends on the bill."""
    minor = shelf.worth.get(reward.id, 0)
    if not minor:
        return ""
    return translate("rewards", "worth {money}").format(money=money.short(minor))


def card_line(offer: Offer, shelf: Shelf, programme: Programme, money: Money, language: str) -> str:
    """Return the one line under a reward's title: what is missing, else how many are left."""
    if offer.fault is not None:
        return in_the_way(offer.fault, programme, money, shelf.on, language)
    left = shelf.left.get(offer.reward.id, FEW_LEFT + 1)
    return only_left(left, money) if left <= FEW_LEFT else ""


def only_left(left: int, money: Money) -> str:
    """Return how many there are still."""
    return translate("rewards", "{count} left", None, left).format(count=money.number(left))


def in_the_way(
    fault: RewardFault, programme: Programme, money: Money, today: date, language: str
) -> str:
    """Say why a member cannot have a reward now, and what would change that."""
    match fault:
        case NotEnoughCoins(coins=needed, spendable=have):
            return more_coins(needed - have, money)
        case NotYours(tiers=tiers):
            return for_tiers(tiers, programme, language)
        case NotOpen(opens=opens) if opens is not None and opens > today:
            return translate("rewards", "From {day} on").format(
                day=dates.plain_day(opens, today, language)
            )
        case NotOpen():
            return translate("rewards", "Not to be had just now")
        case LimitReached(period=period):
            return had(period)
        case OutOfStock():
            return translate("rewards", "All gone just now")
        case NotForCoins():
            return translate("rewards", "A gift: it cannot be had for coins")
        case _:
            assert_never(fault)


def more_coins(count: int, money: Money) -> str:
    """Return how many coins are missing."""
    return translate("rewards", "{count} more coin(s)", None, count).format(
        count=money.number(count)
    )


def for_tiers(tiers: frozenset[str], programme: Programme, language: str) -> str:
    """Return whose reward it is: "For Gold and Platinum"."""
    names = [text_in(tier.name, language) for tier in programme.tiers if tier.id in tiers]
    return translate("rewards", "For {tiers} members").format(tiers=" · ".join(names))


def had(period: CapPeriod) -> str:
    """Say that the member has had as many as there are for each, and when there are more."""
    when = {
        "day": translate("rewards", "You have had this today. More tomorrow"),
        "week": translate("rewards", "You have had this. More next week"),
        "month": translate("rewards", "You have had this. More next month"),
        "year": translate("rewards", "You have had this. More next year"),
    }
    return when.get(period, translate("rewards", "You have had this"))


# ---------------------------------------------------------------- the card of one reward


def facts(
    offer: Offer, shelf: Shelf, programme: Programme, money: Money, language: str
) -> tuple[str, ...]:
    """Return what there is to know of a reward, a sentence each."""
    reward = offer.reward
    found = [_benefit(reward, money), _limit(reward, shelf, money), _until(reward, shelf, language)]
    if shelf.left.get(reward.id):
        found.append(only_left(shelf.left[reward.id], money))
    if reward.tiers and not isinstance(offer.fault, NotYours):
        found.append(for_tiers(reward.tiers, programme, language))
    if kind_of(reward) not in {"credit", "tickets"}:
        found.append(
            translate("rewards", "Use it within {count} day(s)", None, reward.valid_days).format(
                count=money.number(reward.valid_days)
            )
        )
    if reward.brand:
        found.append(translate("rewards", "From {brand}").format(brand=reward.brand))
    return tuple(one for one in found if one)


def _benefit(reward: Reward, money: Money) -> str:
    benefit = reward.benefit
    if kind_of(reward) in {"credit", "tickets"}:
        return translate("rewards", "Yours at once, there is nothing to collect")
    said = []
    if benefit.minimum_minor:
        said.append(
            translate("rewards", "On a bill from {money}").format(
                money=money.short(benefit.minimum_minor)
            )
        )
    if benefit.ceiling_minor:
        said.append(
            translate("rewards", "Up to {money}").format(money=money.short(benefit.ceiling_minor))
        )
    return " · ".join(said)


def _limit(reward: Reward, shelf: Shelf, money: Money) -> str:
    if reward.limit is None:
        return ""
    said = {
        "day": translate("rewards", "{count} for each person and day", None, reward.limit),
        "week": translate("rewards", "{count} for each person and week", None, reward.limit),
        "month": translate("rewards", "{count} for each person and month", None, reward.limit),
        "year": translate("rewards", "{count} for each person and year", None, reward.limit),
    }.get(
        reward.limit_period,
        translate("rewards", "{count} for each person", None, reward.limit),
    )
    said = said.format(count=money.number(reward.limit))
    had_now = shelf.taken.get(reward.id, 0)
    if not 0 < had_now < reward.limit:
        return said
    rest = translate("rewards", "{count} still for you", None, reward.limit - had_now)
    return f"{said} · {rest.format(count=money.number(reward.limit - had_now))}"


def _until(reward: Reward, shelf: Shelf, language: str) -> str:
    if reward.closes is None:
        return ""
    return translate("rewards", "To be had until {day}").format(
        day=dates.plain_day(reward.closes, shelf.on, language)
    )


def happens(reward: Reward) -> str:
    """Say before the coins go what will happen then."""
    match kind_of(reward):
        case "item" | "sample" | "service":
            return translate(
                "rewards", "You get a number. Show it at the counter and we hand it over."
            )
        case "percent" | "fixed":
            return translate(
                "rewards", "You get a voucher with a code. Show it at the counter when you pay."
            )
        case "credit":
            return translate("rewards", "The money is on your account at once.")
        case "tickets":
            return translate("rewards", "The tickets are yours at once.")


def offline_sentence(reward: Reward, coins: int, money: Money) -> str:
    """Say that a reward cannot be taken while there is no connection, or "" when it can.

    `coins` are what may be spent without one.
    """
    if reward.stock is not None:
        return translate(
            "rewards",
            "No connection just now, and there are only a few of these. Your coins are safe: "
            "try again in a while.",
        )
    if reward.coins <= coins:
        return ""
    if not coins:
        return translate(
            "rewards",
            "No connection just now, so coins cannot be spent. They are safe: try again in a "
            "while.",
        )
    return translate(
        "rewards",
        "No connection just now: up to {count} coin(s) can be spent. The others are safe.",
        None,
        coins,
    ).format(count=money.number(coins))
