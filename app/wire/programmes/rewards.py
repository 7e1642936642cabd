"""The `[[reward]]` tables of a programme document, and their checks."""

from typing import cast, get_args

from app.domain.conditions import CapPeriod
from app.domain.programme import Programme
from app.domain.promises import Reward
from app.domain.rewards import Kind
from app.wire.programmes.benefits import check_benefit, read_benefit
from app.wire.programmes.parts import DAYS_MAX, text
from app.wire.programmes.prizes import TICKETS_MAX
from app.wire.programmes.rules import Words
from app.wire.programmes.table import INTEGER_MAX, Faults, Table, meant, shown

STOCK_MAX = 100_000
_PERIODS = tuple(period for period in get_args(CapPeriod) if period != "bill")


def read_rewards(root: Table, words: Words) -> tuple[Reward, ...]:
    """Return the rewards of a document, in its order."""
    return tuple(_reward(table, words) for table in root.tables("reward"))


def _reward(table: Table, words: Words) -> Reward:
    kind, benefit = read_benefit(table, words, get_args(Kind))
    limit, period = _limit(table)
    tickets = kind == "tickets"
    reward = Reward(
        id=table.name("id"),
        title=text(table, "title", words.languages),
        coins=table.integer("coins", 1, INTEGER_MAX, 0),
        benefit=benefit,
        valid_days=table.integer("valid_days", 1, DAYS_MAX, 90),
        starts_after_days=table.integer("starts_after_days", 0, DAYS_MAX, 0),
        stock=table.integer("stock", 1, STOCK_MAX) if "stock" in table else None,
        limit=limit,
        limit_period=period,
        tiers=frozenset(table.among("tiers", words.tiers)),
        opens=table.day("opens"),
        closes=table.day("closes"),
        brand=table.string("brand", "who makes it", ""),
        paid_by=table.string("paid_by", "who pays for it", ""),
        cost_minor=table.money("cost", words.digits, 1, 0),
        credit_minor=table.money("value", words.digits, 1) if kind == "credit" else 0,
        raffle=table.string("raffle", "the id of a raffle") if tickets else "",
        tickets=table.integer("value", 1, TICKETS_MAX) if tickets else 0,
        campaign=table.string("campaign", "the id of a campaign", ""),
    )
    table.close()
    return reward


def _limit(table: Table) -> tuple[int | None, CapPeriod]:
    if table.get("limit") is None:
        return None, "ever"
    limit = table.table("limit")
    times = limit.integer("times", 1, INTEGER_MAX)
    period = cast("CapPeriod", limit.choice("per", _PERIODS, "ever"))
    limit.close()
    return times, period


def check_rewards(programme: Programme, faults: Faults) -> None:
    """Add rewards that share an id, are never open, or name what the programme does not have."""
    first: dict[str, int] = {}
    raffles = [one.id for one in programme.raffles]
    for at, reward in enumerate(programme.rewards):
        path = ("reward", at)
        if reward.id and reward.id in first:
            expected = f"an id of its own (reward[{first[reward.id] + 1}] has this one)"
            faults.add((*path, "id"), shown(reward.id), expected)
        first.setdefault(reward.id, at)
        if faults.blame(path):
            continue
        check_benefit(reward.benefit, path, faults)
        if reward.opens and reward.closes and reward.closes < reward.opens:
            faults.add((*path, "closes"), "a date before opens", f"a date from {reward.opens} on")
        start = programme.effective_from
        if reward.closes and start and reward.closes < start:
            faults.add((*path, "closes"), "a date gone by", f"a date from {start} on")
        if reward.raffle and reward.raffle not in raffles and not faults.blame(("raffle",)):
            expected = f"the id of a raffle here{meant(reward.raffle, raffles)}"
            faults.add((*path, "raffle"), shown(reward.raffle), expected)
        unbought = not reward.coins and (reward.credit_minor or reward.tickets)
        if unbought:
            found = "nothing, so that it is only given"
            faults.add((*path, "coins"), found, "coins: a prize gives credit or tickets itself")
    _early(programme, faults)


def _early(programme: Programme, faults: Faults) -> None:
    """Add early access to rewards none of which opens, or none of them for that tier."""
    opening = [one for one in programme.rewards if one.opens]
    others = programme.campaigns or any(survey.dates for survey in programme.surveys)
    for at, tier in enumerate(programme.tiers):
        early = tier.early_days and programme.rewards and not others
        if early and not any(not one.tiers or tier.id in one.tiers for one in opening):
            found = "early access to nothing: no reward for this tier has a day it opens"
            faults.add(("tier", at, "early_days"), found, "a reward with opens, or no early_days")
